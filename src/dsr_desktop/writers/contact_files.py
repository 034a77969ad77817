"""Writes contacts that leave: workbook, CSV or JSON, row after row, whatever their number."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import TextIOWrapper
from typing import BinaryIO

from dsr_desktop.writers.csv_text import escape_cell
from dsr_desktop.writers.workbook import Look, WorkbookSheet, write_workbook
from dsr_desktop.writers.workbook_texts import CountedTexts

_WIDTH = 22.0


def write_contacts_xlsx(
    stream: BinaryIO, title: str, headings: Sequence[str], rows: Iterable[Sequence[str]],
    *, language: str, made_on: date,
) -> None:  # fmt: skip
    """Write a workbook of one sheet; every cell is a text, so that none is run (R-CSV-2)."""
    heading = tuple((text, Look.HEADING) for text in headings)
    sheet = WorkbookSheet(
        title, [_WIDTH] * len(headings), [heading], heading_row=1, texts=CountedTexts(rows)
    )
    write_workbook(stream, [sheet], title=title, language=language, made_on=made_on)


def write_contacts_csv(
    stream: BinaryIO, headings: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """Write CSV as RFC 4180 says, every cell quoted; what begins like a formula is made safe (R-CSV-1)."""
    text = TextIOWrapper(stream, "utf-8", errors="backslashreplace", newline="", write_through=True)
    try:
        writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(headings)
        writer.writerows(map(escape_cell, row) for row in rows)
    finally:
        text.detach()


def write_contacts_json(
    stream: BinaryIO, keys: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """Write a JSON array of objects, one a line, without what is empty; texts as they are (R-CSV-3)."""
    for piece in _json(keys, rows):
        stream.write(piece.encode("utf-8", "backslashreplace"))


def _json(keys: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    before = "[\n"
    for row in rows:
        told = {key: text for key, text in zip(keys, row, strict=True) if text}
        yield before + json.dumps(told, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
