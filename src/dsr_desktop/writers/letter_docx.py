"""Writes a letter as an editable .docx, straight into its file (ECMA-376, WordprocessingML).

The same letter gives the same bytes; its properties name no person and no path (ADR 0049).
"""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from dsr_desktop.domain.letter import Letter
from dsr_desktop.domain.letter_template import LetterPart, PartStyle
from dsr_desktop.domain.letters import Block
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.letters import subject_line
from dsr_desktop.writers.package_parts import PACKAGE, XML_HEAD, properties, put, xml_text

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}/relationships"'
_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
_STYLES_OF = {
    PartStyle.TEXT: "Normal", PartStyle.HEADING: "Heading2", PartStyle.BULLET: "ListBullet",
}  # fmt: skip


def write_letter_docx(stream: BinaryIO, letter: Letter, tr: Tr, made_on: date) -> None:
    """Write the letter, `tr` in its language; paragraphs have styles of their own to be changed."""
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        put(archive, "[Content_Types].xml", _CONTENT_TYPES)
        put(archive, "_rels/.rels", _PACKAGE_PARTS)
        put(archive, "docProps/core.xml", properties(letter.subject, letter.language, made_on))
        put(archive, "word/_rels/document.xml.rels", _DOCUMENT_PARTS)
        put(archive, "word/styles.xml", _styles(_LANGUAGES.get(letter.language, "en-GB")))
        put(archive, "word/numbering.xml", _NUMBERING)
        put(archive, "word/footer1.xml", _footer(letter))
        put(archive, "word/document.xml", _document(letter, tr))


def _document(letter: Letter, tr: Tr) -> str:
    return (
        f"{XML_HEAD}<w:document {_NAMES}><w:body>{''.join(_paragraphs(letter, tr))}"
        '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1361" w:bottom="1134" '
        'w:left="1361" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _paragraphs(letter: Letter, tr: Tr) -> Iterator[str]:
    for n, text in enumerate(letter.sender):
        yield _paragraph(text, "Sender" if n == 0 else "SenderDetail")
    for text in letter.addressee:
        yield _paragraph(text, "Addressee")
    yield _paragraph(letter.dated, "Date")
    if letter.about:
        yield _paragraph(letter.about, "Reference")
    yield _paragraph(subject_line(tr, letter.subject), "Heading1")
    before: LetterPart | None = None
    for part in letter.parts:
        if part.block is Block.SLIP and (before is None or before.block is not Block.SLIP):
            yield _paragraph("", "SlipLine")
        is_box = part.block is Block.SLIP and part.style is PartStyle.BULLET
        yield _paragraph(f"☐ {part.text}" if is_box else part.text, _style(part, before))
        before = part


def _style(part: LetterPart, before: LetterPart | None) -> str:
    if part.block is Block.SLIP and part.style is PartStyle.BULLET:
        return "Normal"
    is_signature = (
        part.block is Block.CLOSING and before is not None and before.block is Block.CLOSING
    )
    return "Signature" if is_signature else _STYLES_OF[part.style]


def _paragraph(text: str, style: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _footer(letter: Letter) -> str:
    told = xml_text(" · ".join(filter(None, (letter.ref, letter.footer))))
    field = "".join(
        f"<w:r>{mark}</w:r>"
        for mark in (
            '<w:t xml:space="preserve"> · </w:t>', '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )  # fmt: skip
    return (
        f'{XML_HEAD}<w:ftr {_NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{told}</w:t></w:r>{field}</w:p></w:ftr>'
    )


def _styles(language: str) -> str:
    return (
        f"{XML_HEAD}<w:styles {_NAMES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>'
        f'<w:sz w:val="21"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault><w:pPrDefault>'
        "<w:pPr/></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:spacing w:after="140" w:line="269" w:lineRule="auto"/></w:pPr></w:style>'
        + "".join(_one_style(*one) for one in _STYLES)
        + "</w:styles>"
    )


def _one_style(key: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_QUIET = '<w:color w:val="575F6B"/><w:sz w:val="18"/>'
_STYLES = (
    ("Heading1", "heading 1",
     '<w:keepNext/><w:spacing w:before="120" w:after="240"/><w:outlineLvl w:val="0"/>',
     '<w:b/><w:sz w:val="23"/>'),
    ("Heading2", "heading 2",
     '<w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="1"/>', "<w:b/>"),
    ("ListBullet", "List Bullet",
     '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>', ""),
    ("Sender", "Sender", '<w:spacing w:after="0"/>', '<w:b/><w:sz w:val="25"/>'),
    ("SenderDetail", "Sender detail", '<w:spacing w:after="0"/>', _QUIET),
    ("Addressee", "Addressee", '<w:spacing w:after="0"/><w:ind w:left="5000"/>', ""),
    ("Date", "Date", '<w:spacing w:before="480" w:after="280"/><w:jc w:val="right"/>', ""),
    ("Reference", "Reference", '<w:spacing w:after="100"/>', _QUIET),
    ("Signature", "Signature", '<w:spacing w:before="640"/>', ""),
    ("SlipLine", "Slip line",
     '<w:pBdr><w:top w:val="dashed" w:sz="6" w:space="1" w:color="7D8591"/></w:pBdr>'
     '<w:spacing w:before="360" w:after="0"/>', ""),
    ("Footer", "footer", '<w:spacing w:after="0"/>', _QUIET),
)  # fmt: skip
_NUMBERING = (
    f'{XML_HEAD}<w:numbering {_NAMES}><w:abstractNum w:abstractNumId="0">'
    '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_CONTENT_TYPES = (
    f'{XML_HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORDS}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORDS}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORDS}.numbering+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_WORDS}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_PACKAGE_PARTS = (
    f'{XML_HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" '
    f'Target="word/document.xml"/><Relationship Id="rId2" '
    f'Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_PARTS = (
    f'{XML_HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/relationships/numbering" Target="numbering.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/footer" Target="footer1.xml"/>'
    "</Relationships>"
)
