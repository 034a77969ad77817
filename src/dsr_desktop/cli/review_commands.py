"""Finding the person of a request, and reviewing what was found."""

import click

from dsr_desktop.cli.coverage import not_searched_lines
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.shapes import Document, hit_document, search_document
from dsr_desktop.cli.spreading import ManyHits
from dsr_desktop.domain.marking import mark
from dsr_desktop.services import reviewing
from dsr_desktop.wording.matching import explain_reasons, level_label
from dsr_desktop.wording.other_names import WhereRow, confirmed_row_names_another, row_names_another
from dsr_desktop.wording.reviewing import verdict_label


@click.command(help=mark("Search all sources for the person of a request."))
@click.argument("ref")
@common_options
@click.pass_obj
def find(session: Session, ref: str) -> int:
    """Search and keep the hits for review."""
    with session.register() as register:
        result = reviewing.find_person(register, ref, session.today)
        seen = reviewing.review(register, ref, session.today)
    tr = session.tr
    document = search_document(tr, result, seen.view.request.ref)
    document["hits"] = _documents(session, seen)
    session.show(document, lambda: [*not_searched_lines(tr, result), *_lines(session, seen)])
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
@common_options
@click.pass_obj
def hits(session: Session, ref: str, confirm: tuple[int, ...], reject: tuple[int, ...],
         reopen: tuple[int, ...], reason: str | None, *, confirm_strong: bool) -> int:  # fmt: skip
    """List, and record verdicts if any are given."""
    with session.register() as register:
        if confirm or reject or reopen or confirm_strong:
            reviewing.judge_hits(
                register, ref, confirm=confirm, reject=reject, reopen=reopen,
                confirm_strong=confirm_strong, reason=reason, today=session.today,
            )  # fmt: skip
        seen = reviewing.review(register, ref, session.today)
    session.show(
        {"ref": seen.view.request.ref, "hits": _documents(session, seen)},
        lambda: _lines(session, seen),
    )
    for hit in seen.view.confirmed:
        if hit.id in seen.naming_others:
            where = WhereRow(hit.file, hit.sheet, hit.row)
            session.say(confirmed_row_names_another(session.tr, where))
    return DONE


def _documents(session: Session, seen: reviewing.Review) -> list[Document]:
    return [hit_document(session.tr, hit, seen.naming_others) for hit in seen.view.hits]


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
