"""Documents that define text of their own or fetch it elsewhere, in every encoding there is."""

from collections.abc import Iterator
from functools import partial

from dsr_desktop.domain.reading import Problem
from tests.integration.readers import test_excel_xml as excel_xml
from tests.integration.readers import test_open_document as ods
from tests.integration.readers import test_word as word
from tests.integration.readers.workbook_parts import SHEET, book, row, sheet
from tests.nasty.nasty_file import NastyFile, refused

TRAPS = {
    "laughs": (
        f'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "{"&a;" * 1000}"><!ENTITY c "{"&b;" * 1000}">]>'
    ),
    "a file of the system": '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
    "a parameter": '<!DOCTYPE x [<!ENTITY % c SYSTEM "http://127.0.0.1/c"> %c;]>',
}
ENCODINGS = {
    "utf-8": ("utf-8", "utf-8"),
    "utf-8 with a mark": ("utf-8", "utf-8-sig"),
    "utf-16 with a mark": ("utf-16", "utf-16"),
    "utf-16 little end first": ("utf-16", "utf-16-le"),
    "utf-16 big end first": ("utf-16", "utf-16-be"),
    "utf-32": ("utf-32", "utf-32"),
    "latin": ("iso-8859-1", "iso-8859-1"),
    "utf-7": ("utf-7", "utf-7"),
    "utf-7 only claimed": ("utf-7", "utf-8"),
    "ebcdic": ("cp037", "cp037"),
    "ebcdic only claimed": ("cp037", "utf-8"),
    "ebcdic claimed with a mark": ("cp037", "utf-8-sig"),
    "an encoding nobody knows": ("x-nobody", "utf-8"),
}


def _workbook(xml):
    return book("", more={SHEET: xml})


def _word(xml):
    return ods.zipped("", mimetype="", **{"word__document": xml})


def _bare(xml):
    return xml


KINDS = {
    "xlsx": (sheet(row(1, "|")), _workbook),
    "docx": (
        f"<w:document {word.NAMESPACES}><w:body>{word.paragraph('|')}</w:body></w:document>",
        _word,
    ),
    "ods": (ods.one_sheet(ods.row(ods.cell(ods.p("|")))).decode(), ods.zipped),
    "fods": (ods.one_sheet(ods.row(ods.cell(ods.p("|")))).decode(), _bare),
    "xml": (
        excel_xml.workbook(excel_xml.sheet(excel_xml.row(excel_xml.cell("|")))).decode(),
        _bare,
    ),
}


UNKNOWN_TO_PARSERS = {
    "utf-32", "utf-7 only claimed", "ebcdic", "ebcdic only claimed", "ebcdic claimed with a mark",
    "an encoding nobody knows",
}  # fmt: skip
SEEN_THROUGH = {"ebcdic claimed with a mark"}  # by the second reader, which goes by the mark
DAMAGE = {
    "xlsx": {"utf-32", "utf-7", "ebcdic"},  # its second reader looks for the declaration itself
    "docx": {"utf-7", *UNKNOWN_TO_PARSERS} - SEEN_THROUGH,
    "ods": {"utf-7", *UNKNOWN_TO_PARSERS} - SEEN_THROUGH,
}


def _trapped(kind, trap, encoding):
    xml, wrap = KINDS[kind]
    claimed, real = ENCODINGS[encoding]
    body = xml.partition("?>")[2] if xml.startswith("<?xml") else xml
    head = f'<?xml version="1.0" encoding="{claimed}"?>\n'
    text = (TRAPS[trap] + body.replace("|", "&c;")).encode(real)
    if encoding == "utf-7":
        text = text.replace(b"<", b"+ADw-").replace(b"&", b"+ACY-")
    return wrap(head.encode(real) + text.removeprefix("".encode(real)))


def _problem(kind, encoding):
    """What no parser can decode is damage; what only claims to be so is seen through."""
    is_damage = encoding in DAMAGE.get(kind, {"utf-7"})
    return Problem.DAMAGED if is_damage else Problem.DEFINES_TEXT


def _files() -> Iterator[NastyFile]:
    for kind in KINDS:
        for trap in TRAPS:
            for encoding in ENCODINGS:
                name = f"{trap}, {encoding}.{kind}"
                yield refused(
                    name, partial(_trapped, kind, trap, encoding), _problem(kind, encoding)
                )


ENTITIES = tuple(_files())
