"""Contact lists of invented people, the same at every run, as csv and xlsx files.

Twelve columns: names by Zipf's law, phones written in four ways (one of them a numeric cell in
xlsx), postcodes as text with a leading zero, real dates and amounts, some cells empty.
"""

import csv
import hashlib
import random
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from benchmarks import vocabulary
from benchmarks.measure import WORK

SEED = 20_261_102
HEADER = (
    "ID", "Prénom", "Nom", "E-mail", "Téléphone", "Date de naissance", "Adresse", "Code postal",
    "Ville", "Société", "Montant", "Note",
)  # fmt: skip
ZIPF_EXPONENT = 0.75
_AT_ONCE = 10_000
_FIRST_DAY = date(1940, 1, 1)
_EXCEL_DAY_0 = date(1899, 12, 30)
_LETTERS = "ABCDEFGHIJKL"


class Person(NamedTuple):
    """One row; a phone that is a number stands in a numeric cell. Empty cells are ""."""

    id: int
    given: str
    family: str
    email: str
    phone: str | int
    born: date
    address: str
    postcode: str
    city: str
    company: str
    amount: float
    note: str


def people(rows: int, seed: int = SEED) -> Iterator[Person]:
    """Yield `rows` invented people; the same for the same seed, however many are asked for."""
    chance = random.Random(seed)
    given, family = vocabulary.given_names(), vocabulary.family_names()
    given_weights, family_weights = _zipf(len(given)), _zipf(len(family))
    made = 0
    while made < rows:
        names = zip(
            chance.choices(given, cum_weights=given_weights, k=_AT_ONCE),
            chance.choices(family, cum_weights=family_weights, k=_AT_ONCE),
            strict=True,
        )
        for one, other in islice(names, rows - made):
            yield _person(100_001 + made, one, other, chance)
            made += 1


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / rank**ZIPF_EXPONENT for rank in range(1, count + 1)))


def _person(number: int, given: str, family: str, chance: random.Random) -> Person:
    dice = chance.random
    company = vocabulary.COMPANIES[int(dice() * len(vocabulary.COMPANIES))]
    plain = f"{_plain(given)}.{_plain(family)}"
    return Person(
        id=number,
        given=given,
        family=family,
        email=f"{plain}{number}@{_plain(company)}.example" if dice() > 0.02 else "",
        phone=phone(number, int(dice() * 4)) if dice() > 0.03 else "",
        born=_FIRST_DAY + timedelta(days=int(dice() * 24_000)),
        address=f"{1 + int(dice() * 180)} {_one_of(vocabulary.STREETS, dice())}",
        postcode=f"{1_000 + int(dice() * 8_900):05d}",
        city=_one_of(vocabulary.CITIES, dice()),
        company=company,
        amount=int(dice() * 1_000_000) / 100,
        note=f"{_one_of(vocabulary.NOTES, dice())} ({number % 977})" if dice() > 0.2 else "",
    )


def phone(number: int, way: int) -> str | int:
    """Write phone number `number` in one of four ways; way 3 is a number, not a text.

    The numbers begin with 0700, which France gives to no person; a million of them differ.
    """
    digits = f"{number * 7_919 % 1_000_000:06d}"
    pairs = (digits[:2], digits[2:4], digits[4:])
    if way == 0:
        return "+33 7 00 " + " ".join(pairs)
    if way == 1:
        return "07 00 " + " ".join(pairs)
    if way == 2:
        return "07.00." + ".".join(pairs)
    return int("33700" + digits)


def _one_of(choice: list[str], share: float) -> str:
    return choice[int(share * len(choice))]


_NO_LETTERS = re.compile("[^a-z]+")
_plain_forms: dict[str, str] = {}


def _plain(text: str) -> str:
    if text not in _plain_forms:
        lowered = unicodedata.normalize("NFKD", text).lower()
        _plain_forms[text] = _NO_LETTERS.sub("", lowered)
    return _plain_forms[text]


def csv_list(rows: int, folder: Path = WORK) -> Path:
    """Path of the csv file of `rows` people (UTF-8, commas), made unless it is there."""
    return _cached(folder / f"people-{rows}-{_fingerprint()}.csv", rows, write_csv)


def csv_folder(rows: int, rows_each: int, folder: Path = WORK) -> Path:
    """Path of a folder that holds `rows` people in csv files of `rows_each`, made unless there."""
    path = folder / f"people-{rows}-by-{rows_each}-{_fingerprint()}"
    if not path.exists():
        part = path.with_name(path.name + ".part")
        part.mkdir(parents=True, exist_ok=True)
        listed = people(rows)
        for number in range(-(-rows // rows_each)):
            write_csv(part / f"{number:06d}.csv", islice(listed, rows_each), rows_each)
        part.rename(path)
    return path


def xlsx_list(rows: int, folder: Path = WORK) -> Path:
    """Path of the xlsx file of `rows` people, made unless it is there."""
    return _cached(folder / f"people-{rows}-{_fingerprint()}.xlsx", rows, write_xlsx)


def _cached(path: Path, rows: int, write: Callable[[Path, Iterable[Person], int], None]) -> Path:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        for outdated in path.parent.glob(f"people-{rows}-*{path.suffix}"):
            outdated.unlink()
        part = path.with_name(path.name + ".part")
        write(part, people(rows), rows)
        part.replace(path)
    return path


def _fingerprint() -> str:
    """Changes with the code that makes the lists, so that no old list is taken for a new one."""
    sources = (Path(__file__), Path(vocabulary.__file__))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:10]


def write_csv(path: Path, rows: Iterable[Person], _count: int) -> None:
    """Write a header and the people as UTF-8 text with commas; dates as 1990-05-04."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows)


def write_xlsx(path: Path, rows: Iterable[Person], count: int) -> None:
    """Write a workbook with one sheet, texts shared, as spreadsheet programs do."""
    texts: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for name, content in _PARTS.items():
            _write_part(archive, name, (_XML, content))
        _write_part(archive, "xl/worksheets/sheet1.xml", _sheet(rows, count, texts))
        _write_part(archive, "xl/sharedStrings.xml", _shared(texts))


def _write_part(archive: zipfile.ZipFile, name: str, pieces: Iterable[str]) -> None:
    # Opened by its name, a part carries no date: the same people make the same bytes.
    with archive.open(name, "w", force_zip64=True) as part:
        for piece in pieces:
            part.write(piece.encode())


def _sheet(rows: Iterable[Person], count: int, texts: dict[str, int]) -> Iterator[str]:
    yield f'{_XML}<worksheet {_MAIN}><dimension ref="A1:L{count + 1}"/><sheetData>'
    header = (_text_cell(letter, 1, text, texts) for letter, text in zip(_LETTERS, HEADER))  # noqa: B905 - same length
    yield f'<row r="1">{"".join(header)}</row>'
    numbered = enumerate(rows, 2)
    while piece := "".join(_row(n, person, texts) for n, person in islice(numbered, 2_000)):
        yield piece
    yield "</sheetData></worksheet>"


def _row(n: int, person: Person, texts: dict[str, int]) -> str:
    cells = [_cell(letter, n, value, texts) for letter, value in zip(_LETTERS, person)]  # noqa: B905 - same length
    return f'<row r="{n}">{"".join(cells)}</row>'


def _cell(letter: str, n: int, value: object, texts: dict[str, int]) -> str:
    if value.__class__ is str:
        return _text_cell(letter, n, value, texts) if value else ""
    if value.__class__ is date:
        return f'<c r="{letter}{n}" s="1"><v>{(value - _EXCEL_DAY_0).days}</v></c>'
    return f'<c r="{letter}{n}"><v>{value!r}</v></c>'


def _text_cell(letter: str, n: int, text: str, texts: dict[str, int]) -> str:
    return f'<c r="{letter}{n}" t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'


def _shared(texts: dict[str, int]) -> Iterator[str]:
    yield f'{_XML}<sst {_MAIN} uniqueCount="{len(texts)}">'
    listed = iter(texts)
    while piece := "".join(f"<si><t>{escape(text)}</t></si>" for text in islice(listed, 10_000)):
        yield piece
    yield "</sst>"


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SCHEMAS = "http://schemas.openxmlformats.org"
_OFFICE = f"{_SCHEMAS}/officeDocument/2006/relationships"
_MAIN = f'xmlns="{_SCHEMAS}/spreadsheetml/2006/main"'
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_SCHEMAS}/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{_SPREADSHEET}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SPREADSHEET}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" '
        f'ContentType="{_SPREADSHEET}.sharedStrings+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Contacts" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>"
    ),
    "xl/styles.xml": (
        f'<styleSheet {_MAIN}><fonts count="1"><font/></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    ),
}
