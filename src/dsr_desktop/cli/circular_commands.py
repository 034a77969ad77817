"""Letters to many people on the command line: who gets one, the files, what was sent."""

from datetime import date
from pathlib import Path

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day, PathGiven
from dsr_desktop.domain.circular import CIRCULARS, Circular, CircularFormat, Reach
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.letter import Letter
from dsr_desktop.domain.letter_values import parse_set
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.circular_sending import (
    CircularView,
    circular_of,
    list_circulars,
    send_circular,
)
from dsr_desktop.services.circulars import draft_circular, write_circular
from dsr_desktop.services.letter_writing import LetterOrder
from dsr_desktop.wording.circulars import circular_line, reach_lines
from dsr_desktop.wording.language import LANGUAGES
from dsr_desktop.wording.letters import placeholder_label

_ID = click.argument("circular_id", type=int, metavar="ID")


def _show(session: Session) -> int:
    with session.register() as register:
        found = list_circulars(register)
    session.show(
        {"circulars": [_document(one.circular, one.sent) for one in found]},
        lambda: [_line(session, one) for one in found],
    )
    return DONE


circular = listing_group(
    "circular", _show,
    about=mark("Letters to many people: art. 14, stay in touch, change of the policy."),
    listing=mark("List the letters to many people, with how many left."),
)  # fmt: skip


@circular.command("write", help=mark("Show who gets a letter and what it says, or write it."))
@click.option("--kind", type=click.Choice([str(one) for one in CIRCULARS]), required=True,
              help=mark("Which letter."))  # fmt: skip
@click.option("--out", type=PathGiven(), metavar="DIR", help=mark("Folder for the files."))
@click.option("--format", "form", type=click.Choice([str(one) for one in CircularFormat]),
              default="pdf", help=mark("A PDF with each person's letter, or a list to merge."))  # fmt: skip
@click.option("--set", "texts", multiple=True, metavar="NAME=TEXT",
              help=mark("A text of your own; \\n begins a new line. May be given several times."))  # fmt: skip
@click.option("--source", "source_id", type=int, default=0, metavar="ID",
              help=mark("List that a letter under art. 14 is about."))  # fmt: skip
@click.option("--in", "language", type=click.Choice(LANGUAGES), default=None,
              help=mark("Language of the letter; that of the company if left out."))  # fmt: skip
@common_options
@click.pass_obj
def write(session: Session, /, kind: str, out: Path | None, form: str, texts: tuple[str, ...],
          source_id: int, language: str | None) -> int:  # fmt: skip
    """Show or write the letter."""
    order = LetterOrder(
        LetterKind(kind), written=parse_set(texts), source_id=source_id, language=language or ""
    )
    with session.register() as register:
        if out is None:
            draft = draft_circular(register, order, session.today)
            return _show_draft(session, draft.reach, draft.letter)
        made = write_circular(register, order, CircularFormat(form), out, session.today)
    files = [str(one) for one in made.files]
    session.show(
        {**_document(made.circular, 0), **_reach(made.reach), "files": files},
        lambda: [*files, *reach_lines(session.tr, made.reach)],
    )
    return DONE


@circular.command("people", help=mark("List to whose rows a letter went, and when it left."))
@_ID
@common_options
@click.pass_obj
def people(session: Session, circular_id: int) -> int:
    """List the people by their rows: names stand in the files alone."""
    with session.register() as register:
        view = circular_of(register, circular_id)
    session.show(
        {"id": circular_id,
         "people": [{"row": one.row_id, "sent_on": iso(one.sent_on)} for one in view.people]},
        lambda: [f"{one.row_id}  {iso(one.sent_on) or '-'}" for one in view.people],
    )  # fmt: skip
    return DONE


@circular.command("sent", help=mark("Record that a letter left: to all of its people, or to some."))
@_ID
@click.option("--row", "rows", multiple=True, type=int, metavar="ID",
              help=mark("A person by the id of its row; may be given several times."))  # fmt: skip
@click.option("--on", "day", type=Day(), help=mark("Day on which it left; today if left out."))
@common_options
@click.pass_obj
def sent(session: Session, circular_id: int, rows: tuple[int, ...], day: date | None) -> int:
    """Record the sending."""
    with session.register() as register:
        view = send_circular(
            register, circular_id, day or session.today, session.today, frozenset(rows) or None
        )
    session.show(_document(view.circular, view.sent), lambda: [_line(session, view)])
    return DONE


def _show_draft(session: Session, reach: Reach, letter: Letter) -> int:
    tr = session.tr
    session.show(
        {"kind": letter.kind, "language": letter.language, **_reach(reach),
         "subject": letter.subject, "text": letter.body, "gaps": list(letter.gaps), "files": []},
        lambda: [*reach_lines(tr, reach), "", *letter.addressee, "", letter.subject, "",
                 *letter.body.splitlines()],
    )  # fmt: skip
    if letter.gaps:
        names = ", ".join(f"{placeholder_label(tr, one)} ({one})" for one in letter.gaps)
        session.say(tr("Still to fill in: {names}", names=names))
    return DONE


def _line(session: Session, view: CircularView) -> str:
    return f"{view.circular.id}  {circular_line(session.tr, view.circular, view.sent)}"


def _reach(reach: Reach) -> dict[str, object]:
    left = {str(why): n for why, n in (reach.left or {}).items()}
    return {
        "people": reach.people, "left_out": left, "told_before": reach.told_before,
        "unreachable": reach.unreachable, "twice": reach.twice,
    }  # fmt: skip


def _document(circular: Circular, sent: int) -> dict[str, object]:
    return {
        "id": circular.id, "kind": circular.kind, "language": circular.language,
        "made_on": circular.made_on.isoformat(), "made_by": circular.made_by,
        "people": circular.people, "sent": sent, "source": circular.source_id or None,
        "sha256": circular.sha256,
    }  # fmt: skip
