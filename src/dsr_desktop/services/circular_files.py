"""Fills the files of a letter to many people: one PDF, or a list to merge with the letter."""

from dataclasses import dataclass, field
from datetime import date

from dsr_desktop.domain.circular import MOST_PAGES, CircularFormat, Reach
from dsr_desktop.domain.contact_table import Head
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.letter import Letter, LetterSheet
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.documents import Document
from dsr_desktop.services.letter_writing import LetterOrder
from dsr_desktop.wording.contact_export import head_label
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.letter_filling import fill_letter


@dataclass
class Gathered:
    """The people of a circular by the id of their row: the cells of each, and the lines of her address."""

    heads: tuple[Head, ...] = ()
    people: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    reach: Reach = field(default_factory=Reach)


def letter_to(sheet: LetterSheet, order: LetterOrder, addressee: tuple[str, ...]) -> Letter:
    """Return the letter as one person gets it; InvalidInputError for a text that is none of its own."""
    to = {"addressee": "\n".join(addressee)} if addressee else {}
    return fill_letter(sheet, {**order.written, **to})


def fill_files(
    files: tuple[Document, ...], sheet: LetterSheet, order: LetterOrder, kind: CircularFormat,
    found: Gathered, today: date,
) -> None:  # fmt: skip
    """Write the letters, or the letter with its list; InvalidInputError for too long a PDF."""
    # Loaded when met: 70 ms that the start of the window does without.
    from dsr_desktop.writers.letter_docx import write_letter_docx  # noqa: PLC0415
    from dsr_desktop.writers.letter_pdf import write_letters_pdf  # noqa: PLC0415

    tr = speak(sheet.language)
    if kind is CircularFormat.PDF:
        if len(found.people) > MOST_PAGES:
            raise InvalidInputError(
                mark("One PDF holds the letters of {n} people at most. Take a list to merge."),
                n=MOST_PAGES,
            )
        letters = [letter_to(sheet, order, lines) for _cells, lines in found.people.values()]
        write_letters_pdf(files[0].stream, letters, tr, today)
        return
    write_letter_docx(files[0].stream, letter_to(sheet, order, ()), tr, today)
    _write_list(files[1], sheet.language, kind, found, today)


def _write_list(
    file: Document, language: str, kind: CircularFormat, found: Gathered, today: date
) -> None:
    """Write the people as a list to merge: a column for each kind of data, the address ready to print."""
    from dsr_desktop.writers.contact_files import (  # noqa: PLC0415 - as above
        write_contacts_csv,
        write_contacts_xlsx,
    )

    tr = speak(language)
    headings = [tr("Row"), tr("Addressee"), *(head_label(tr, one) for one in found.heads)]
    rows = (
        (str(row_id), ", ".join(lines), *cells)
        for row_id, (cells, lines) in found.people.items()
    )  # fmt: skip
    if kind is CircularFormat.CSV:
        write_contacts_csv(file.stream, headings, rows)
    else:
        write_contacts_xlsx(
            file.stream, tr("Contacts"), headings, rows, language=language, made_on=today
        )
