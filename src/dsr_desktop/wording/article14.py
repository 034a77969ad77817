"""Words about telling people whose data came from elsewhere, and the notice itself (art. 14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.article14 import (
    Art14Exception,
    Art14State,
    Art14Task,
    ObtainedFrom,
)
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.processing import Controller, Detail, ProcessingActivity
from dsr_desktop.wording.access_information import not_recorded, told_of_transfers
from dsr_desktop.wording.activities import basis_label
from dsr_desktop.wording.countries import country_label
from dsr_desktop.wording.language import Tr

_GAP = "……………………………………"
_FROM = {
    ObtainedFrom.PERSON: mark("the people themselves"),
    ObtainedFrom.PARTNER: mark("a partner"),
    ObtainedFrom.BOUGHT: mark("a bought or rented list"),
    ObtainedFrom.PUBLIC: mark("a public source"),
    ObtainedFrom.OTHER: mark("somebody else"),
}
_EXCEPTIONS = {
    Art14Exception.KNOWN: mark("they have the information already"),
    Art14Exception.DISPROPORTIONATE: mark("impossible, or a disproportionate effort"),
    Art14Exception.LAID_DOWN_BY_LAW: mark("obtaining is laid down by law"),
    Art14Exception.SECRECY: mark("professional secrecy"),
}
_STATES = {
    Art14State.UNSAID: mark("Say where they come from"),
    Art14State.TO_DO: mark("To be told"),
    Art14State.DONE: mark("Told"),
    Art14State.EXCEPTED: mark("Exception"),
    Art14State.NOT_NEEDED: mark("Not needed"),
}


@dataclass(frozen=True)
class Notice:
    """The notice in one language: pairs of heading and text; `gaps` are the headings left open."""

    title: str
    greeting: str
    parts: tuple[tuple[str, str], ...]
    closing: str
    gaps: tuple[str, ...]

    @property
    def text(self) -> str:
        """The notice as plain text to copy into a message."""
        parts = (f"{heading}\n{text}" for heading, text in self.parts)
        return "\n\n".join((self.title, self.greeting, *parts, self.closing))


def obtained_from_label(tr: Tr, origin: ObtainedFrom) -> str:
    """Name who gave the data."""
    return tr(_FROM[origin])


def exception_label(tr: Tr, exception: Art14Exception) -> str:
    """Name an exception with its letter."""
    words = tr(_EXCEPTIONS[exception])
    return tr("art. 14(5)({letter}): {words}", letter=exception.letter, words=words)


def art14_state_label(tr: Tr, state: Art14State) -> str:
    """Name where the information of a list stands."""
    return tr(_STATES[state])


def art14_line(tr: Tr, task: Art14Task) -> str:
    """Say of a list how many people are to be told by when, or what was done."""
    return tr.pair(task.name, _what_of(tr, task))


def _what_of(tr: Tr, task: Art14Task) -> str:
    match task.state:
        case Art14State.DONE if task.facts.done_on is not None:
            day = tr.date(task.facts.done_on)
            return (
                tr("told on {day}, late", day=day)
                if task.was_late
                else tr("told on {day}", day=day)
            )
        case Art14State.EXCEPTED if task.facts.exception is not None:
            return exception_label(tr, task.facts.exception)
        case Art14State.TO_DO:
            rows = tr.count("{n} row", "{n} rows", task.rows)
            return tr("tell the people by {day}, {rows}", day=tr.date(task.due), rows=rows)
        case state:
            return art14_state_label(tr, state)


def make_notice(
    tr: Tr, controller: Controller, entry: ProcessingActivity | None, task: Art14Task, today: date
) -> Notice:
    """Write the notice of art. 14(1) and (2) from what the record of processing says."""
    parts = tuple(
        (heading, text.strip() or _GAP) for heading, text in _parts(tr, controller, entry, task)
    )
    return Notice(
        title=tr("Information on your personal data (GDPR art. 14)"),
        greeting=tr(
            "Your data did not come from you yourself. On {day} we tell you what we do with them.",
            day=tr.date(today),
        ),
        parts=parts,
        closing=controller.name,
        gaps=tuple(heading for heading, text in parts if text == _GAP),
    )  # fmt: skip


def _parts(
    tr: Tr, controller: Controller, entry: ProcessingActivity | None, task: Art14Task
) -> Iterator[tuple[str, str]]:
    said = entry.text if entry is not None else lambda _detail: ""
    basis = basis_label(tr, entry.activity.legal_basis) if entry is not None else ""
    yield tr("Who we are"), _joined(controller.name, controller.contact)
    yield tr("Data protection officer"), _joined(controller.dpo_name, controller.dpo_contact)
    yield tr("Why we use your data"), said(Detail.PURPOSES)
    yield tr("Legal basis"), _joined(basis, said(Detail.LEGITIMATE_INTEREST))
    yield tr("Which data"), said(Detail.DATA_CATEGORIES)
    yield tr("Who receives them"), _recipients(tr, entry)
    yield (
        tr("Transfers outside the European Union"),
        _joined(_transfers(tr, entry), said(Detail.SAFEGUARDS)),
    )
    yield tr("How long we keep them"), said(Detail.RETENTION)
    yield tr("Where they come from"), _origin(tr, task)
    yield tr("Automated decisions"), said(Detail.AUTOMATED_DECISIONS) or tr("None.")
    yield tr("Your rights"), _rights(tr, entry)


def _transfers(tr: Tr, entry: ProcessingActivity | None) -> str:
    if entry is None or not entry.text(Detail.TRANSFERS):
        return ""
    told = told_of_transfers(tr, entry)
    return "" if told == not_recorded(tr) else told


def _origin(tr: Tr, task: Art14Task) -> str:
    if task.facts.obtained_from is None:
        return ""
    origin = obtained_from_label(tr, task.facts.obtained_from)
    return tr("{origin}, obtained on {day}", origin=origin, day=tr.date(task.obtained_on))


def _recipients(tr: Tr, entry: ProcessingActivity | None) -> str:
    if entry is None:
        return ""
    named = (f"{one.name} ({country_label(tr, one.country)})" for one in entry.recipients)
    return ", ".join(named) or entry.text(Detail.RECIPIENTS)


def _rights(tr: Tr, entry: ProcessingActivity | None) -> str:
    sentences = [
        tr(
            "You may ask for access to your data, their rectification, their erasure, the "
            "restriction of their use and, where it applies, their portability, and you may "
            "object to it and, at any time and without giving a reason, to direct marketing."
        )
    ]
    if entry is not None and entry.activity.legal_basis in {"6(1)(a)", "9(2)(a)"}:
        sentences.append(tr("You may withdraw your consent at any time."))
    sentences.append(tr("You may complain to the supervisory authority, in France the CNIL."))
    return " ".join(sentences)


def _joined(*texts: str) -> str:
    return ", ".join(filter(None, texts))
