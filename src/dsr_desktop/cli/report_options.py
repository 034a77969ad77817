"""The option that saves a search as a report, and what is answered of it."""

from collections.abc import Iterator

import click

from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.search_reports import ReportFiles

REPORT = click.option("--report", type=PathGiven(), metavar="DIR",
                      help=mark("Folder for the report of the search, PDF and JSON."))  # fmt: skip


def report_document(files: ReportFiles | None) -> dict[str, object]:
    """Return the key `report` of a document; nothing if no report was asked for."""
    if files is None:
        return {}
    return {"report": {"pdf": str(files.pdf), "json": str(files.json)}}


def report_lines(files: ReportFiles | None) -> Iterator[str]:
    """Yield where the two files of the report lie."""
    if files is not None:
        yield from (str(files.pdf), str(files.json))
