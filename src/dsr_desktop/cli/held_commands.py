"""The rows that the suppression list holds back, on the command line."""

from collections.abc import Iterator
from pathlib import Path

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.passwords import PASSWORD_FILE, read_passwords
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.suppression_shapes import held_document
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.held_row import HeldDecision, HeldRow
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.held_rows import decide_held_row, list_held_rows
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.suppression import decision_label, held_place, held_task, kind_label


def _show_list(session: Session) -> int:
    with session.register() as register:
        rows = list_held_rows(register)
    tr = session.tr
    session.show(
        {"held": [held_document(one) for one in rows], "open": sum(one.is_open for one in rows)},
        lambda: [line for one in rows for line in _lines(tr, one)] or [tr("No row is held back.")],
    )
    return DONE


def _lines(tr: Tr, row: HeldRow) -> Iterator[str]:
    said = held_task(tr, row) if row.decision is None else decision_label(tr, row.decision)
    place = f"{held_place(tr, row)} · {kind_label(tr, row.kind)}"
    yield f"{row.id}  " + tr.pair(place, said)
    yield from ("   " + tr("also at {path}", path=path) for path in row.copies)


held = listing_group(
    "held", _show_list,
    about=mark("Rows that an import held back: decide on each of them."),
    listing=mark("List the held rows: where they stand, never what they say."),
)  # fmt: skip


@held.command("decide", help=mark("Say whose row it is, after a look into its file."))
@click.argument("held_id", metavar="ID", type=int)
@click.option("--same-person", "same", is_flag=True,
              help=mark("It is the listed person's: not stored. Tell the owner of the file."))  # fmt: skip
@click.option("--another-person", "other", is_flag=True,
              help=mark("It is somebody else's: read it again from the file and store it."))  # fmt: skip
@click.option("--reason", required=True, metavar="TEXT", help=mark("What shows whose it is."))
@PASSWORD_FILE
@common_options
@click.pass_obj
def decide(session: Session, /, held_id: int, reason: str, password_file: Path | None, *,
           same: bool, other: bool) -> int:  # fmt: skip
    """Record the decision."""
    if same == other:
        raise InvalidInputError(
            mark("Say whose row it is: --same-person or --another-person, one of them.")
        )
    decision = HeldDecision.SAME_PERSON if same else HeldDecision.ANOTHER_PERSON
    passwords = read_passwords(password_file)
    with session.register() as register:
        decided = decide_held_row(
            register, held_id, decision, reason, session.today, progress=session.progress,
            passwords=passwords,
        )  # fmt: skip
    session.show(held_document(decided), lambda: list(_lines(session.tr, decided)))
    return DONE
