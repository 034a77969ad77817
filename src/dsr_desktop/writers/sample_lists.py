"""Writes the contact lists of the demonstration, as untidy as real ones."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook

from dsr_desktop.domain.sample_people import (
    CAMILLE,
    LUCIA,
    LUKASZ,
    NAMESAKE,
    sample_people,
)
from dsr_desktop.writers.atomic import whole_file

CRM, NEWSLETTER, FORM, FAIR, CALLS, BROKEN = (
    "crm.csv", "newsletter.xlsx", "web-form-2026.csv", "salon-lyon-2025.txt", "rappels.xlsx",
    "salon-lyon-2024.xlsx",
)  # fmt: skip
_SEED = 20261122

Lines = Sequence[Sequence[str]]


def write_sample_lists(folder: Path) -> tuple[Path, ...]:
    """Write six lists into `folder`, one of them cut off, and return their paths."""
    for name, write in _LISTS.items():
        with whole_file(folder / name) as stream:
            write(stream)
    return tuple(folder / name for name in _LISTS)


def erase_from_lists(folder: Path, email: str) -> None:
    """Do what the owners of the text lists do with a checklist: take the person's rows out."""
    for name, encoding in ((CRM, "cp1252"), (FAIR, "utf-16")):
        text = (folder / name).read_bytes().decode(encoding)
        kept = [
            line for line in text.splitlines(keepends=True) if email.lower() not in line.lower()
        ]
        with whole_file(folder / name) as stream:
            stream.write("".join(kept).encode(encoding))


def _crm(stream: BinaryIO) -> None:
    header = ("N° client", "Prénom", "Nom", "E-mail", "Téléphone", "Société", "Code postal",
              "Ville", "Note", "Créé le")  # fmt: skip
    people = [*sample_people(400, _SEED), LUKASZ, NAMESAKE]
    people.insert(12, CAMILLE)
    lines = [
        (f"C{number:05d}", one.given_name, one.family_name, one.email, one.phone_written(number),
         one.company, one.postcode, one.city, one.note, one.collected_on)
        for number, one in enumerate(people, 1)
    ]  # fmt: skip
    _write_text(stream, [header, *lines], ";", "cp1252")


def _web_form(stream: BinaryIO) -> None:
    header = ("Timestamp", "Your name", "Your email", "Phone number", "Company", "Your message")
    people = [*sample_people(300, _SEED + 1), LUCIA]
    people.insert(40, LUKASZ)
    lines = [
        (one.collected_on, f"{one.given_name} {one.family_name}", one.email,
         one.phone_written(number), one.company, one.note)
        for number, one in enumerate(people)
    ]  # fmt: skip
    _write_text(stream, [header, *lines], ",", "utf-8-sig")


def _fair(stream: BinaryIO) -> None:
    header = ("Contact", "Société", "Mail", "Portable")
    people = [*sample_people(120, _SEED + 2), LUKASZ]
    lines = [
        (f"{one.family_name.upper()} {one.given_name}", one.company, one.email,
         one.phone_written(number))
        for number, one in enumerate(people)
    ]  # fmt: skip
    no_mail = ("DUPONT Camille", "Autre SARL", "camille@autre.example", "")
    _write_text(stream, [header, *lines, no_mail], "\t", "utf-16")


def _newsletter(stream: BinaryIO) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has a sheet
    sheet.title = "Abonnés"
    sheet.append(["Adresse e-mail", "Nom complet", "Inscrit le"])
    sheet.append([CAMILLE.email.upper(), "Camille Dupont", CAMILLE.collected_on])
    for one in (*sample_people(250, _SEED + 3), LUCIA):
        sheet.append([one.email, f"{one.given_name} {one.family_name}", one.collected_on])
    archive = book.create_sheet("Archive 2023")
    archive.sheet_state = "hidden"
    archive.append(["Nom", "Prénom", "Mobile", "Note"])
    for number, one in enumerate((*sample_people(60, _SEED + 4), CAMILLE, LUKASZ)):
        archive.append([one.family_name, one.given_name, one.phone_written(number), one.note])
    _save(book, stream)


def _calls(stream: BinaryIO) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has a sheet
    sheet.title = "Appels"
    sheet.append(["Appels à passer, mise à jour du lundi"])
    sheet.append([])
    sheet.append(["Personne", "Tél.", "Objet"])
    for one in (*sample_people(90, _SEED + 5), LUCIA):
        sheet.append([f"{one.given_name} {one.family_name}", int("33" + one.phone[1:]), one.note])
    _save(book, stream)


def _broken(stream: BinaryIO) -> None:
    _newsletter(stream)
    stream.seek(0, 2)
    stream.truncate(stream.tell() // 2)


_LISTS: dict[str, Callable[[BinaryIO], None]] = {
    CRM: _crm,
    NEWSLETTER: _newsletter,
    FORM: _web_form,
    FAIR: _fair,
    CALLS: _calls,
    BROKEN: _broken,
}


LIST_NAMES = tuple(_LISTS)


def _write_text(stream: BinaryIO, lines: Lines, delimiter: str, encoding: str) -> None:
    text = "".join(
        delimiter.join(_quoted(cell, delimiter) for cell in line) + "\r\n" for line in lines
    )
    stream.write(text.encode(encoding, "replace"))


def _quoted(cell: str, delimiter: str) -> str:
    return f'"{cell}"' if delimiter in cell else cell


def _save(book: Workbook, stream: BinaryIO) -> None:
    book.save(stream)
