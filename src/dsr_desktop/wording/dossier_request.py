"""The dossier of a request as tables: rights, clock, timeline, identity, systems, messages, steps."""

from collections.abc import Iterator
from dataclasses import replace

from dsr_desktop.domain.communication import Communication
from dsr_desktop.domain.dossier import DossierEvent, RequestDossier
from dsr_desktop.domain.identity import LoggedCheck
from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.domain.request import Item
from dsr_desktop.domain.source_task import SourceTask
from dsr_desktop.domain.step_list import ListedStep
from dsr_desktop.domain.system_answer import answer_of_task
from dsr_desktop.wording.communications import address_label, direction_label
from dsr_desktop.wording.communications import kind_label as message_label
from dsr_desktop.wording.deadlines import explain_step, how_reached, status_label
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.dossier import (
    PAGE,
    breaches_section,
    day,
    frame_facts,
    frame_notes,
    frame_warnings,
    left_out,
)
from dsr_desktop.wording.events import word_event
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.identity import copy_label, method_label, result_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.letters import letter_label
from dsr_desktop.wording.lifecycle import link_label, relation_label
from dsr_desktop.wording.request_steps import step_label
from dsr_desktop.wording.requests import (
    channel_label,
    decision_label,
    right_with_article,
    stage_label,
)
from dsr_desktop.wording.search_report import moment, round_line
from dsr_desktop.wording.systems import answer_line
from dsr_desktop.wording.systems import kind_label as system_label

_PRINTED = 16


def request_dossier_table(tr: Tr, one: RequestDossier) -> RegisterTable:
    """Return the whole index as a document; whoever writes it adds the list of files."""
    ref = one.view.request.ref
    sections = (
        _decisions(tr, one), _clock(tr, one), _timeline(tr, one), _identity(tr, one),
        _systems(tr, one), _searches(tr, one), _messages(tr, one), _letters(tr, one),
        _documents(tr, one),
        _steps(tr, one), _links(tr, one),
        breaches_section(tr, one.breaches, has_texts=one.has_texts),
    )  # fmt: skip
    return RegisterTable(
        name=f"{ref}_dossier",
        title=tr("Dossier of the request {ref}", ref=ref),
        facts=(*_facts(tr, one), *frame_facts(tr, one.frame)),
        notes=(*_notes(tr, one), *frame_notes(tr)),
        sections=sections,
        made_on=one.frame.made_on,
        footer=" · ".join((ref, log_line(tr, one.frame.fingerprint))),
        warnings=frame_warnings(tr, one.frame),
        whole_in=PAGE,
    )


def _facts(tr: Tr, one: RequestDossier) -> Iterator[tuple[str, str]]:
    request, clock = one.view.request, one.view.deadline
    yield tr("Rights"), ", ".join(right_with_article(tr, right) for right in request.rights)
    yield tr("Person"), request.person
    yield tr("Asked by"), relation_label(tr, request.requester.relation)
    received = tr.date(request.received_on)
    yield tr("Received on"), f"{received} · {channel_label(tr, request.channel)}"
    yield tr("Recorded on"), tr.date(request.recorded_on)
    yield tr("Stage"), stage_label(tr, request.stage)
    yield tr("Due on"), " · ".join(filter(None, (
        tr.date(clock.current_due), how_reached(tr, clock),
        status_label(tr, one.view.status, one.view.days_left),
    )))  # fmt: skip
    yield tr("Answer sent on"), _sent(tr, one)
    yield tr("Closed on"), day(tr, request.closed_on)


def _sent(tr: Tr, one: RequestDossier) -> str:
    request = one.view.request
    if request.answered_on is None:
        return tr("not sent")
    said = [tr.date(request.answered_on)]
    if request.answer_channel is not None:
        said.append(channel_label(tr, request.answer_channel))
    if request.remedies_told:
        said.append(tr("it named the right to complain and to go to court"))
    return " · ".join(said)


def _notes(tr: Tr, one: RequestDossier) -> Iterator[str]:
    if not one.has_texts:
        yield tr(
            "What may tell of other people was left out: words of answers and messages, attached "
            "documents, facts of breach notes, the searches and their report."
        )


def _decisions(tr: Tr, one: RequestDossier) -> TableSection:
    headings = (tr("Right"), tr("Scope"), tr("Decision"), tr("Decided on"), tr("Reason"))
    rows = tuple(_decision(tr, item) for item in one.view.request.items)
    return TableSection(tr("Rights and decisions"), headings, (2, 2, 2, 1.3, 4), rows)


def _decision(tr: Tr, item: Item) -> tuple[str, ...]:
    code = reason_label(tr, item.reason_code) if item.reason_code else ""
    repeats = tr("answered with {ref}", ref=item.duplicate_of) if item.duplicate_of else ""
    return (
        right_with_article(tr, item.right), item.scope,
        decision_label(tr, item.decision) if item.decision else tr("not decided"),
        day(tr, item.decided_on), " · ".join(filter(None, (code, item.reason_text, repeats))),
    )  # fmt: skip


def _clock(tr: Tr, one: RequestDossier) -> TableSection:
    rows = tuple((tr.date(step.day), explain_step(tr, step)) for step in one.view.deadline.steps)
    return TableSection(tr("Why this date"), (tr("Day"), tr("Step")), (1, 5), rows)


def _timeline(tr: Tr, one: RequestDossier) -> TableSection:
    headings = (tr("No."), tr("Recorded on"), tr("By"), tr("What happened"), tr("Fingerprint"))
    rows = tuple(_event(tr, event) for event in one.events)
    return TableSection(
        tr("Timeline"), headings, (0.5, 1.6, 1.4, 4.2, 1.7), rows, nothing=tr("No event.")
    )


def _event(tr: Tr, event: DossierEvent) -> tuple[str, ...]:
    said = word_event(tr, event.kind, event.payload)
    return str(event.seq), moment(tr, event.at), event.actor, said, event.hash[:_PRINTED]


def _identity(tr: Tr, one: RequestDossier) -> TableSection:
    headings = (tr("Day"), tr("Check"), tr("Result"), tr("By"), tr("Doubt, proportionality"))
    rows = [_check(tr, check) for check in one.view.request.identity]
    rows += [
        (tr.date(copy.day), tr("Copy of a document, not asked for"), copy_label(tr, copy.outcome),
         "–", "")
        for copy in one.unasked_copies
    ]  # fmt: skip
    return TableSection(
        tr("Identity log"), headings, (1.2, 2.4, 1.4, 1.4, 4), tuple(rows),
        nothing=tr("No check was made: there was no reasonable doubt (art. 12(6))."),
    )  # fmt: skip


def _check(tr: Tr, logged: LoggedCheck) -> tuple[str, ...]:
    check = logged.check
    return (
        tr.date(logged.performed_on), method_label(tr, check.method),
        result_label(tr, check.result), logged.performed_by,
        " · ".join(filter(None, (check.doubt, check.proportionality))),
    )  # fmt: skip


def _systems(tr: Tr, one: RequestDossier) -> TableSection:
    headings = (tr("System"), tr("Owner"), tr("Asked"), tr("Answer by"), tr("Result"),
                tr("Words of the answer"))  # fmt: skip
    rows = tuple(_task(tr, one, task) for task in one.tasks)
    return TableSection(
        tr("Systems asked and their answers"), headings, (2, 1.3, 1.2, 1.2, 2.6, 2.6), rows,
        nothing=tr("No system was asked."),
    )  # fmt: skip


def _task(tr: Tr, one: RequestDossier, task: SourceTask) -> tuple[str, ...]:
    answer, first = answer_of_task(task), next(iter(task.steps), None)
    if not one.has_texts:
        answer = replace(answer, reason="")
    text = task.answer.text if task.answer else ""
    return (
        tr.pair(task.system.name, system_label(tr, task.system.kind)), task.system.owner or "–",
        day(tr, first.day if first else None), tr.date(task.due_on), answer_line(tr, answer),
        text if one.has_texts or not text else left_out(tr),
    )  # fmt: skip


def _searches(tr: Tr, one: RequestDossier) -> TableSection:
    rows = (
        tuple((str(round_.number), round_line(tr, round_)) for round_ in one.rounds)
        if one.has_texts
        else ()
    )
    nothing = (
        tr("The lists were not searched.") if one.has_texts or not one.rounds else left_out(tr)
    )
    return TableSection(tr("Searches"), (tr("Round"), tr("Search")), (0.6, 8), rows, nothing)


def _messages(tr: Tr, one: RequestDossier) -> TableSection:
    headings = (tr("Day"), tr("Message"), tr("Channel"), tr("Note"), tr("Documents"))
    rows = tuple(_message(tr, one, sent) for sent in one.messages)
    return TableSection(
        tr("Messages"), headings, (1.2, 2.4, 1.8, 3, 2.6), rows, nothing=tr("No message is logged.")
    )


def _message(tr: Tr, one: RequestDossier, sent: Communication) -> tuple[str, ...]:
    what = [message_label(tr, sent.kind), direction_label(tr, sent.direction)]
    if sent.breach_id is not None:
        what.append(tr("wrong recipient, breach note {id}", id=str(sent.breach_id)))
    how = [channel_label(tr, sent.channel)]
    if sent.address is not None:
        how.append(address_label(tr, sent.address))
    paths = [(one.paths or {}).get(kept.id, "") for kept in sent.attachments]
    documents = tr.count("{n} document", "{n} documents", len(paths)) if paths else ""
    return (
        tr.date(sent.day), ", ".join(what), ", ".join(how),
        sent.note if one.has_texts or not sent.note else left_out(tr),
        ", ".join(filter(None, paths)) or documents,
    )  # fmt: skip


def _letters(tr: Tr, one: RequestDossier) -> TableSection:
    headings = (tr("Written on"), tr("Letter"), tr("Sent on"), tr("Text"))
    rows = tuple(
        (tr.date(kept.made_on), letter_label(tr, kept.kind),
         tr.date(kept.sent_on) if kept.sent_on else tr("not sent"),
         f"{kept.subject}. {' '.join(kept.body.split())}" if one.has_texts else left_out(tr))
        for kept in one.letters
    )  # fmt: skip
    return TableSection(
        tr("Letters"), headings, (1.4, 2, 1.4, 6), rows, nothing=tr("No letter was written.")
    )


def _documents(tr: Tr, one: RequestDossier) -> TableSection:
    headings = (tr("No."), tr("Made on"), tr("Document"), tr("SHA-256"))
    rows = tuple(row for event in one.events for row in _made(tr, event))
    return TableSection(
        tr("Documents made"), headings, (0.5, 1.6, 3, 4), rows, nothing=tr("No document was made.")
    )


def _made(tr: Tr, event: DossierEvent) -> Iterator[tuple[str, ...]]:
    for key, value in sorted(event.payload.items()):
        if not key.endswith("sha256"):
            continue
        ending = key.removesuffix("sha256").strip("_").upper()
        what = word_event(tr, event.kind, event.payload)
        said = f"{what} ({ending})" if ending else what
        for digest in value if isinstance(value, list) else [value]:
            yield str(event.seq), moment(tr, event.at), said, str(digest)


def _steps(tr: Tr, one: RequestDossier) -> TableSection:
    headings = (tr("Step"), tr("State"), tr("Note"))
    rows = tuple(_step(tr, step) for step in one.steps)
    return TableSection(tr("Steps"), headings, (3, 3, 3), rows)


def _step(tr: Tr, step: ListedStep) -> tuple[str, ...]:
    label, marked = step_label(tr, step.code), step.mark
    if marked is None:
        open_ = tr("open") if step.mandatory else tr("open, not mandatory")
        return label, tr("seen by the app") if step.by_app else open_, ""
    if marked.done_on is None:
        return label, tr("does not apply"), marked.not_applicable
    done = tr("{day}, by {actor}", day=tr.date(marked.done_on), actor=marked.done_by)
    return label, done, marked.note


def _links(tr: Tr, one: RequestDossier) -> TableSection:
    rows = tuple(
        (link.ref, link_label(tr, link.kind), link.to, tr.date(link.linked_on), link.by)
        for link in one.links
    )
    headings = (tr("Request"), tr("Link"), tr("Other request"), tr("Linked on"), tr("By"))
    return TableSection(
        tr("Linked requests"), headings, (2, 2, 2, 2, 2), rows,
        nothing=tr("It is linked to no other request."),
    )  # fmt: skip
