"""How long request files are kept, and their purge, on the command line."""

from collections.abc import Sequence

import click

from dsr_desktop.cli.record_shapes import record_document
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request_retention import RETENTION_FIGURES, DuePurge, Kept
from dsr_desktop.services.request_retention import (
    RetentionSetting,
    due_request_files,
    list_retention_figures,
    purge_request_files,
    set_retention_figures,
)
from dsr_desktop.wording.request_retention import kept_label, months_label, purge_label


@click.group(help=mark("How long the files of closed requests are kept."))
@common_options
def retention() -> None:
    """Group of the commands below."""


@retention.command("requests", help=mark("List the request files due for purging; purge them."))
@click.option("--purge", "refs", multiple=True, metavar="REF",
              help=mark("Purge the file of this request; may be given several times."))  # fmt: skip
@common_options
@click.pass_obj
def requests(session: Session, refs: tuple[str, ...]) -> int:
    """Show what is due, or purge what is named."""
    with session.register() as register:
        if refs:
            found = purge_request_files(register, refs, session.today)
        else:
            found = due_request_files(register, session.today)
    key = "purged" if refs else "due"
    session.show({key: [record_document(one) for one in found]}, lambda: _lines(session, found))
    return DONE


@retention.command("figures", help=mark("Show how long files are kept, or change it."))
@click.option("--set", "changes", multiple=True, metavar="NAME=MONTHS",
              help=mark("Months after closing; may be given several times."))  # fmt: skip
@click.option("--reason", default="", metavar="TEXT", help=mark("Why it is changed."))
@common_options
@click.pass_obj
def figures(session: Session, changes: tuple[str, ...], reason: str) -> int:
    """Show the figures with their sources, or change some."""
    with session.register() as register:
        if changes:
            known = set_retention_figures(register, dict(map(_change, changes)), reason)
        else:
            known = list_retention_figures(register)
    session.show(
        {"figures": [_document(one) for one in known]},
        lambda: [_figure_line(session, one) for one in known],
    )
    return DONE


def _lines(session: Session, found: Sequence[DuePurge]) -> list[str]:
    tr = session.tr
    lines = [
        tr.pair(one.ref, f"{purge_label(tr, one.step)} · {tr.date(one.due_on)}") for one in found
    ]
    return lines or [tr("No file of a request is due.")]


def _figure_line(session: Session, one: RetentionSetting) -> str:
    tr, figure = session.tr, one.figure
    source = f"{tr(figure.source)}, {tr.date(figure.checked_on)}"
    label = tr.pair(kept_label(tr, figure.kept), months_label(tr, one.months))
    return f"{figure.kept}  {label} · {source}"


def _document(one: RetentionSetting) -> dict[str, object]:
    figure = record_document(one.figure)
    return {**figure, "months": one.months}


def _change(text: str) -> tuple[Kept, int]:
    name, _equals, months = text.partition("=")
    if name not in list(Kept):
        raise InvalidInputError(
            mark("There is no figure {name}. There are: {names}."),
            name=name[:40], names=", ".join(Kept),
        )  # fmt: skip
    return Kept(name), RETENTION_FIGURES[Kept(name)].parse(months)
