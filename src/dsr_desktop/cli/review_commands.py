"""Finding the person of a request, and reviewing what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from dsr_desktop.cli.coverage import not_searched_lines
from dsr_desktop.cli.own_record_shapes import key_document, own_record_lines, proposal_document
from dsr_desktop.cli.report_options import REPORT, report_document, report_lines
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.shapes import (
    Document,
    hit_document,
    namesakes_document,
    not_searched_document,
    notice_text,
    search_document,
)
from dsr_desktop.cli.spreading import ManyHits
from dsr_desktop.cli.task_shapes import answer_document
from dsr_desktop.domain.hit import Hit
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.system_answer import SystemAnswer
from dsr_desktop.services import reviewing
from dsr_desktop.services.register import Register
from dsr_desktop.services.rounds import Proposal, proposed_keys, search_again, search_rounds
from dsr_desktop.services.search_reports import ReportFiles, save_report_of_request
from dsr_desktop.services.searching import SearchResult
from dsr_desktop.services.system_answers import system_answers
from dsr_desktop.wording.matching import explain_reasons, level_label
from dsr_desktop.wording.namesakes import look_again, may_be_two_people, rows_of_namesakes
from dsr_desktop.wording.other_names import WhereRow, confirmed_row_names_another, row_names_another
from dsr_desktop.wording.reviewing import (
    new_key_line,
    no_new_key,
    verdict_label,
)


@click.command(help=mark("Search all sources for the person of a request."))
@click.argument("ref")
@click.option("--again", is_flag=True,
              help=mark("Search for the new keys of confirmed hits as well."))  # fmt: skip
@click.option("--key", "keys", multiple=True, metavar="TEXT",
              help=mark("Search for this one of the new keys as well; may be given several times."))  # fmt: skip
@REPORT
@common_options
@click.pass_obj
def find(session: Session, ref: str, keys: tuple[str, ...], report: Path | None, *,
         again: bool) -> int:  # fmt: skip
    """Search and keep the hits for review; without `again` or `keys` only for what is known."""
    every_key = again and not keys
    with session.register() as register:
        one = search_again(register, ref, session.today, None if every_key else keys)
        seen = _look(session, register, ref, report)
    document = {
        **search_document(session.tr, one.result, seen.review.view.request.ref),
        **_document(session, seen),
        "round": seen.rounds,
        "added": [key_document(key) for key in one.added],
    }
    for hint in one.result.hints:
        session.say(notice_text(session.tr, hint) or "")
    session.show(document, lambda: _lines_of_find(session, one.result, seen))
    if again and not one.added:
        session.say(no_new_key(session.tr))
    return DONE


@click.command(cls=ManyHits, help=mark("List the hits of a request, confirm or reject them."))
@click.argument("ref")
@click.option(
    "--confirm", multiple=True, type=int, metavar="ID", help=mark("Hit that is the person.")
)
@click.option(
    "--reject", multiple=True, type=int, metavar="ID", help=mark("Hit that is somebody else.")
)
@click.option("--reopen", multiple=True, type=int, metavar="ID", help=mark("Hit to decide again."))
@click.option("--confirm-strong", is_flag=True, help=mark("Confirm all strong hits still open."))
@click.option("--reason", help=mark("Why, for the record."))
@REPORT
@common_options
@click.pass_obj
def hits(session: Session, ref: str, confirm: tuple[int, ...], reject: tuple[int, ...],
         reopen: tuple[int, ...], reason: str | None, report: Path | None, *,
         confirm_strong: bool) -> int:  # fmt: skip
    """List, and record verdicts if any are given."""
    with session.register() as register:
        if confirm or reject or reopen or confirm_strong:
            reviewing.judge_hits(
                register, ref, confirm=confirm, reject=reject, reopen=reopen,
                confirm_strong=confirm_strong, reason=reason, today=session.today,
            )  # fmt: skip
        seen = _look(session, register, ref, report)
    found = seen.review
    session.show(
        {"ref": found.view.request.ref, **_last_search(session, found), **_document(session, seen)},
        lambda: [
            *(not_searched_lines(session.tr, found, seen.systems) if found.run else ()),
            *_lines(session, found), *_lines_below(session, seen),
        ],
    )  # fmt: skip
    for hint in found.hints:
        session.say(notice_text(session.tr, hint) or "")
    _warn(session, found)
    return DONE


def _warn(session: Session, seen: reviewing.Review) -> None:
    """Say of confirmed rows that they are named after somebody else, or may be two people."""
    tr, wheres = session.tr, {hit.id: _where(hit) for hit in seen.view.confirmed}
    for id_, where in wheres.items():
        if id_ in seen.naming_others:
            session.say(confirmed_row_names_another(tr, where))
    if seen.namesakes:
        lines = rows_of_namesakes(tr, seen.namesakes, wheres.get)
        session.say(" ".join((may_be_two_people(tr), *lines, look_again(tr))))


def _where(hit: Hit) -> WhereRow:
    return WhereRow(hit.file, hit.sheet, hit.row)


@dataclass(frozen=True)
class _Seen:
    """The hits of a request, the keys that they propose, the number of rounds, what systems said.

    `report` is there if it was asked for.
    """

    review: reviewing.Review
    proposed: tuple[Proposal, ...]
    rounds: int
    systems: tuple[SystemAnswer, ...]
    report: ReportFiles | None


def _look(session: Session, register: Register, ref: str, folder: Path | None) -> _Seen:
    today, tr = session.today, session.tr
    return _Seen(
        reviewing.review(register, ref, today),
        proposed_keys(register, ref, today),
        len(search_rounds(register, ref)),
        system_answers(register, ref, today),
        save_report_of_request(register, ref, folder, today, tr) if folder else None,
    )


def _document(session: Session, seen: _Seen) -> Document:
    tr, found = session.tr, seen.review
    return {
        "hits": [
            hit_document(tr, hit, found.naming_others, found.apart.of(hit.row_id))
            for hit in found.view.hits
        ],
        "namesakes": [namesakes_document(one) for one in found.namesakes],
        "new_keys": [proposal_document(proposal) for proposal in seen.proposed],
        "systems": [answer_document(tr, one) for one in seen.systems],
        **report_document(seen.report),
    }


def _last_search(session: Session, found: reviewing.Review) -> Document:
    """Shape of what the last search looked at, and of what it told; null before the first one."""
    run = found.run
    return {
        "searched": run and {"at": run.at, "by": run.actor, "files": run.files, "rows": run.rows},
        **not_searched_document(session.tr, found.unreadable, found.partly, found.skipped),
        "held": found.held,
        "hints": [notice_text(session.tr, hint) for hint in found.hints],
    }


def _lines_of_find(session: Session, result: SearchResult, seen: _Seen) -> list[str]:
    tr = session.tr
    return [
        *not_searched_lines(tr, result, seen.systems), *_lines(session, seen.review),
        *own_record_lines(tr, result.own_records), *_lines_below(session, seen),
    ]  # fmt: skip


def _lines_below(session: Session, seen: _Seen) -> list[str]:
    return [*_key_lines(session, seen.proposed), *report_lines(seen.report)]


def _key_lines(session: Session, proposed: Sequence[Proposal]) -> list[str]:
    lines = [new_key_line(session.tr, one.key) for one in proposed]
    how = session.tr("Search for all of them with `find REF --again`, or for some with `--key`.")
    return [*lines, how] if lines else []


def _lines(session: Session, seen: reviewing.Review) -> list[str]:
    tr = session.tr
    lines = []
    for hit in seen.view.hits:
        why = explain_reasons(tr, hit.reasons)
        state = verdict_label(tr, hit.verdict)
        lines.append(
            f"{hit.id:6} {level_label(tr, hit.level):9} {state:12} "
            + tr.pair(f"{hit.file} · {hit.sheet} · {hit.row}", why)
        )
        if hit.id in seen.naming_others:
            lines.append(f"{'':30}" + row_names_another(tr))
    return lines or [tr("Nothing was found.")]
