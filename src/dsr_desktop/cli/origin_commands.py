"""Who the values of columns come from: what a bundle waits for, and how it is said."""

import click

from dsr_desktop.cli.session import DONE, IN_PART, Session, common_options
from dsr_desktop.cli.shapes import Document
from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.unsettled import UnknownOrigin
from dsr_desktop.services.origins import column_place, origins_to_say, set_origins
from dsr_desktop.wording.columns import origin_label, where_column


@click.command(help=mark("List the columns that a portability bundle waits for (exit 3 if any)."))
@click.argument("ref")
@common_options
@click.pass_obj
def origins(session: Session, ref: str) -> int:
    """List the columns of which nobody said who their values come from."""
    with session.register() as register:
        left = origins_to_say(register, ref, session.today)
    session.show(
        {"ref": ref.strip().upper(), "unknown": [_document(one) for one in left]},
        lambda: (
            [f"{where_column(session.tr, one)}  {origin_command(one)}" for one in left]
            or [session.tr("No column waits for its origin.")]
        ),
    )
    return IN_PART if left else DONE


@click.command(
    "origin", help=mark("Say who the values of a column come from; portability depends on it.")
)
@click.argument("source_id", type=int)
@click.argument("column", type=int)
@click.argument("origin", type=click.Choice([str(one) for one in Origin]))
@click.option("--sheet", default="", metavar="NAME",
              help=mark("Sheet of the column, where the file has several."))  # fmt: skip
@common_options
@click.pass_obj
def origin_(session: Session, source_id: int, column: int, origin: str, sheet: str) -> int:
    """Record the origin of a column."""
    with session.register() as register:
        place = column_place(register, source_id, column, sheet)
        set_origins(register, {place: Origin(origin)})
    session.show(
        {"source": source_id, "column": column, "origin": origin},
        lambda: [
            session.tr(
                "Column {column}: {origin}.", column=column_letters(column),
                origin=origin_label(session.tr, Origin(origin)),
            )
        ],
    )  # fmt: skip
    return DONE


def origin_command(one: UnknownOrigin) -> str:
    """Write the command that says it, for one of the four origins."""
    sheet = f" --sheet '{one.sheet}'" if one.needs_sheet else ""
    return f"`sources origin {one.source_id} {one.column} provided{sheet}`"


def _document(one: UnknownOrigin) -> Document:
    return {
        "source": one.source_id, "file": one.file, "sheet": one.sheet, "column": one.column,
        "header": one.header,
    }  # fmt: skip
