"""Commands on the mappings that the register remembers: list, write to a file, forget."""

from pathlib import Path

import click

from dsr_desktop.cli.column_shapes import mapping_document
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.mapping import (
    RememberedMapping,
    export_mappings,
    forget_mapping,
    list_mappings,
)


@click.group(help=mark("What the columns of lists mean, as chosen and remembered."))
@common_options
def mapping() -> None:
    """Group of the commands on mappings."""


@mapping.command("list", help=mark("List the mappings that the register remembers."))
@common_options
@click.pass_obj
def list_(session: Session) -> int:
    """List every mapping with its titles."""
    with session.register() as register:
        known = list_mappings(register)
    session.show(
        {"mappings": [mapping_document(one) for one in known]},
        lambda: [_line(session, one) for one in known],
    )
    return DONE


@mapping.command("export", help=mark("Write the mappings to a file for `import --mapping`."))
@click.argument("file", type=PathGiven(dir_okay=False))
@common_options
@click.pass_obj
def export(session: Session, file: Path) -> int:
    """Write all mappings to one file."""
    with session.register() as register:
        written = export_mappings(register, file)
    session.show(
        {"path": str(file.absolute()), "mappings": written},
        lambda: [
            session.tr.count(
                "{n} mapping written to {name}.",
                "{n} mappings written to {name}.",
                written,
                name=file.name,
            )
        ],
    )
    return DONE


@mapping.command("forget", help=mark("Forget a mapping: such sheets are recognised anew."))
@click.argument("mapping_id", type=int)
@common_options
@click.pass_obj
def forget(session: Session, mapping_id: int) -> int:
    """Remove one mapping from the register."""
    with session.register() as register:
        forget_mapping(register, mapping_id)
    session.show(
        {"forgotten": mapping_id},
        lambda: [session.tr("Mapping {id} is forgotten.", id=str(mapping_id))],
    )
    return DONE


def _line(session: Session, one: RememberedMapping) -> str:
    tr = session.tr
    titles = ", ".join(filter(None, one.mapping.titles)) or tr("no titles")
    columns = tr.count("{n} column", "{n} columns", len(one.mapping.columns))
    return f"{one.id}  " + tr.pair(titles, columns)
