"""Reads documents whose markup is damaged but can be followed: their text, in its rows and cells.

The second reader of OpenDocument, Excel 2003 XML, Word and web pages.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import doubts_about, readings
from dsr_desktop.readers.html_tables import page_encoding
from dsr_desktop.readers.loose_markup import Spelling, decoded
from dsr_desktop.readers.loose_table import Grid
from dsr_desktop.readers.loose_walk import loose_sheets
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.ooxml.package import open_package
from dsr_desktop.readers.parts import Part
from dsr_desktop.readers.sheet_stream import Met, parts_of_stream

_PIECE = 65_536
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_SPREADSHEET = Grid(
    Spelling(places=_CELLS | {"table-row"}),
    table="table", row="table-row", cells=_CELLS,
    texts=frozenset({"p", "h", "creator"}), lines=frozenset({"p", "h", "line-break", "creator"}),
    signs={"s": " ", "tab": " "}, row_repeat="number-rows-repeated",
    cell_repeat="number-columns-repeated", names_tables=True,
)  # fmt: skip
_EXCEL = Grid(
    Spelling(
        places=frozenset({"Row", "Cell", "Worksheet"}),
        bare=frozenset({
            "Workbook", "Worksheet", "Table", "Row", "Cell", "Data", "Column", "Comment", "Styles",
            "Style", "NamedCell", "NumberFormat", "Font", "B", "I", "U", "S", "Sub", "Sup", "Span",
        }),
    ),
    table="Worksheet", row="Row", cells=frozenset({"Cell"}),
    texts=frozenset({"Data"}), lines=frozenset({"Data"}),
    further_rows="Span", further_columns="MergeAcross", names_tables=True,
)  # fmt: skip
_WORD = Grid(
    Spelling(places=frozenset({"tr", "tc"})),
    table="tbl", row="tr", cells=frozenset({"tc"}),
    texts=frozenset({"t", "delText", "instrText", "delInstrText"}), lines=frozenset({"p"}),
    signs={"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}, columns_inside="gridSpan",
)  # fmt: skip
_PAGE = Grid(
    Spelling(places=frozenset({"tr", "td", "th"}), bare=None, is_html=True),
    table="table", row="tr", cells=frozenset({"td", "th"}), texts=None,
    lines=frozenset({
        "br", "p", "div", "li", "ul", "ol", "dt", "dd", "hr", "h1", "h2", "h3", "h4", "h5", "h6",
        "pre", "blockquote", "title", "caption", "form", "option", "section", "article",
    }),
    columns="colspan", is_stacked=True,
)  # fmt: skip
_WORD_PARTS = re.compile(
    r"word/(?:(?:document|header|footer|footnotes|endnotes|comments)\d*|diagrams/data\d*)\.xml"
)


def read_loose_zipped_sheets(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the tables of an ods file.

    Raises UnreadableError where rows cannot be told apart, for markup that is cut off or defines
    text, and beyond the limits.
    """
    with open_package(document, limits) as package:
        yield FileFound("ods", None)
        content = decoded(package.chunks("content.xml"))
        yield from _parts(loose_sheets(content, _SPREADSHEET, limits, document.stem))


def read_loose_flat_sheets(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the tables of a fods file; raises UnreadableError as for ods."""
    yield from _flat(document, limits, "fods", _SPREADSHEET)


def read_loose_excel_xml(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the sheets of an Excel 2003 XML file; raises UnreadableError as for ods."""
    yield from _flat(document, limits, "Excel 2003 XML", _EXCEL)


def read_loose_word(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield tables and text of all parts of a docx file; raises UnreadableError as for ods."""
    with open_package(document, limits) as package:
        yield FileFound("docx", None)
        parts = filter(_WORD_PARTS.fullmatch, package.names)
        sheets = (
            loose_sheets(decoded(package.chunks(name)), _WORD, limits, _stem(name))
            for name in parts
        )
        yield from _parts(chain.from_iterable(sheets))


def read_loose_page(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield tables and text of a web page, also what stands in a comment or script without end.

    Raises UnreadableError as for ods.
    """
    encoding = page_encoding(document)
    yield FileFound("html", encoding.name, readings(document, encoding))
    with document.open_text(encoding.name, encoding.errors) as file:
        text = (piece.replace("\0", "") for piece in iter(partial(file.read, _PIECE), ""))
        yield from _parts(loose_sheets(text, _PAGE, limits, document.stem))
    yield from doubts_about(encoding)


def _flat(document: Document, limits: Limits, kind: str, grid: Grid) -> Iterator[Part]:
    yield FileFound(kind, None)
    with document.open() as file:
        content = decoded(_limited(iter(partial(file.read, _PIECE), b""), limits))
        yield from _parts(loose_sheets(content, grid, limits, document.stem))


def _limited(pieces: Iterable[bytes], limits: Limits) -> Iterator[bytes]:
    left = limits.text
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise UnreadableError(Problem.TOO_MUCH_TEXT, most=limits.text)
        yield piece


def _parts(met: Iterator[Met]) -> Iterator[Part]:
    yield from parts_of_stream(met)
    yield Warned(Problem.ONLY_TEXT_READ, {})


def _stem(name: str) -> str:
    stem = name.rpartition("/")[2].removesuffix(".xml")
    return "text" if stem == "document" else stem
