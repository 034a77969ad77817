"""Finds the properties of a document in each kind of file.

ISO/IEC 29500-2, 11 (core properties) and 29500-1, 15.2.12; OpenDocument 1.3 part 3, 4.3;
[MS-OLEPS] for the binary formats.
"""

import html
import re
from collections.abc import Iterator

import olefile

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.document_properties import Said
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.package import Package

_KINDS = ("core-properties", "custom-properties", "extended-properties")
_IN_PACKAGE = frozenset({
    "title", "creator", "subject", "keywords", "description", "category", "lastModifiedBy",
    "Manager", "Company",
})  # fmt: skip
_META = re.compile(
    r"<(?:office:meta|(?:o:)?DocumentProperties|(?:o:)?CustomDocumentProperties)\b[^>]*>(.*?)"
    r"</(?:office:meta|(?:o:)?DocumentProperties|(?:o:)?CustomDocumentProperties)>",
    re.DOTALL,
)
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)((?:\s[^<>]*)?)>([^<>]*)</")
_IN_META = frozenset({
    "title", "subject", "keyword", "keywords", "description", "category", "manager", "creator",
    "initial-creator", "author", "lastauthor", "company",
})  # fmt: skip
_OWN_NAME = re.compile(r"""\bmeta:name\s*=\s*["']([^"']*)""")
_OWN_TYPE = re.compile(r"""\bdt\s*=\s*["']""")
_HEAD = 200_000
_IN_STORAGE = (
    "title", "subject", "author", "keywords", "comments", "last_saved_by", "category", "manager",
    "company",
)  # fmt: skip
_UTF8_PAGE, _UTF16_PAGE = 65001, 1200


def said_in_package(package: Package) -> Iterator[Said]:
    """Yield the properties of an Office Open XML file; UnreadableError if they are damaged."""
    for relation in package.relations(""):
        if relation.kind in _KINDS and not relation.external and relation.target in package:
            for element in package.tree(relation.target).iter():
                if element.tag == "property":
                    yield element.get("name", ""), "".join(element.itertext())
                elif element.tag in _IN_PACKAGE:
                    yield element.tag.lower(), element.text or ""


def said_in_meta(document: Document) -> Iterator[Said]:
    """Yield the properties at the head of flat OpenDocument and Excel 2003 XML."""
    yield from said_in_markup(document.head(_HEAD).decode("utf-8", "replace"))


def said_in_markup(text: str) -> Iterator[Said]:
    """Yield the properties that markup of OpenDocument or Excel 2003 XML holds."""
    for inside in _META.findall(text):
        for name, attributes, value in _ELEMENT.findall(inside):
            if own := _OWN_NAME.search(attributes):
                yield html.unescape(own[1]), html.unescape(value)
            elif _OWN_TYPE.search(attributes):
                yield name, html.unescape(value)
            elif name.lower() in _IN_META:
                yield name.lower(), html.unescape(value)


def said_in_storage(document: Document) -> Iterator[Said]:
    """Yield the properties of a binary workbook; none of one that is no compound file.

    Raises UnreadableError if they are damaged.
    """
    if not document.head(8).startswith(olefile.MAGIC):
        return
    try:
        with document.open() as file, olefile.OleFileIO(file) as storage:
            found = storage.get_metadata()
    except Exception as error:
        raise UnreadableError(Problem.DAMAGED) from error
    page = found.codepage or 1252
    for name in _IN_STORAGE:
        value = getattr(found, name)
        yield name, _decoded(value, page) if isinstance(value, bytes) else str(value or "")


def _decoded(value: bytes, page: int) -> str:
    names = {_UTF8_PAGE: "utf-8", _UTF16_PAGE: "utf-16-le"}
    try:
        return value.decode(names.get(page % 65_536, f"cp{page % 65_536}"), "replace")
    except LookupError:
        return value.decode("cp1252", "replace")
