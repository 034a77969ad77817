"""What every Open XML file is packed from: named parts, properties without people (ECMA-376, part 2)."""

import re
from datetime import date
from html import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def put(archive: ZipFile, name: str, text: str) -> None:
    """Add a part; its time is always the same, so that the same texts give the same bytes."""
    archive.writestr(part_of(name), text.encode())


def part_of(name: str) -> ZipInfo:
    """Return the entry of a part that is packed."""
    part = ZipInfo(name)
    part.compress_type = ZIP_DEFLATED
    return part


def properties(title: str, language: str, made_on: date) -> str:
    """Return the properties of a document: title, language and day, no author and no path."""
    at = f"{made_on.isoformat()}T00:00:00Z"
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml_text(title)}</dc:title><dc:creator>DSR Desktop</dc:creator>"
        f"<dc:language>{language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created></cp:coreProperties>'
    )


def xml_text(text: str) -> str:
    """Return a text as it stands between tags, without what XML cannot hold."""
    return escape(_NOT_IN_XML.sub("", text), quote=False)
