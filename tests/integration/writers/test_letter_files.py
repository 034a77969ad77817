"""A letter as PDF and as .docx: the same words, real text, nobody in the properties."""

import zipfile
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET

import docx
import pypdfium2
import pytest

from dsr_desktop.domain.letter import Letter
from dsr_desktop.domain.letter_template import LetterPart, PartStyle
from dsr_desktop.domain.letters import Block, LetterKind
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.letter_docx import write_letter_docx
from dsr_desktop.writers.letter_pdf import write_letter_pdf

DAY = date(2026, 11, 16)


def a_letter(*parts, **more):
    parts = parts or (
        LetterPart(Block.GREETING, PartStyle.TEXT, "Madame, Monsieur,"),
        LetterPart(Block.OUTCOME, PartStyle.HEADING, "Suite donnée"),
        LetterPart(Block.OUTCOME, PartStyle.BULLET, "Łukasz, Ελένη et Ștefan : effacés & <tus>"),
        LetterPart(Block.CLOSING, PartStyle.TEXT, "Salutations distinguées."),
        LetterPart(Block.CLOSING, PartStyle.TEXT, "Nora Vidal"),
        LetterPart(Block.SLIP, PartStyle.HEADING, "Bordereau"),
        LetterPart(Block.SLIP, PartStyle.BULLET, "Fait le …"),
    )
    said = {
        "kind": LetterKind.REFUSAL, "ref": "DSR-2026-0001", "language": "fr",
        "sender": ("Exemple SAS", "DPO"), "addressee": ("Camille Dupont", "3 rue Haute"),
        "dated": "16 novembre 2026", "about": "Réf. DSR-2026-0001", "subject": "Votre demande",
        "parts": parts, "gaps": (), "empty": (), "footer": "Journal 0123456789abcdef",
    } | more  # fmt: skip
    return Letter(**said)


def pdf_of(letter):
    stream = BytesIO()
    write_letter_pdf(stream, letter, speak(letter.language), DAY)
    return stream.getvalue()


def docx_of(letter):
    stream = BytesIO()
    write_letter_docx(stream, letter, speak(letter.language), DAY)
    return stream.getvalue()


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_pdf_has_every_word_its_title_language_and_bookmarks():
    pdf = pdf_of(a_letter())
    document = pypdfium2.PdfDocument(pdf)

    for words in ("Exemple SAS", "Camille Dupont", "Łukasz", "Ελένη", "Ștefan", "Bordereau",
                  "Journal 0123456789abcdef", "Page 1 sur 1"):  # fmt: skip
        assert words in text_of(pdf)
    assert document.get_metadata_dict()["Title"] == "Votre demande"
    assert document.get_metadata_dict()["Author"] == ""
    assert b"/Lang (fr)" in pdf
    assert [one.get_title() for one in document.get_toc()] == [
        "Votre demande", "Suite donnée", "Bordereau",
    ]  # fmt: skip


def test_a_long_letter_goes_on_overleaf_and_a_heading_stays_with_its_text():
    line = LetterPart(Block.OUTCOME, PartStyle.TEXT, "mot " * 400)
    head = LetterPart(Block.OUTCOME, PartStyle.HEADING, "Titre")
    pdf = pdf_of(a_letter(line, head, line, head, line, head, line))

    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    assert len(pages) > 1
    assert not any(page.split("DSR-2026-0001")[0].rstrip().endswith("Titre") for page in pages)


def test_a_character_that_cannot_be_printed_is_owned_up_to():
    part = LetterPart(Block.GREETING, PartStyle.TEXT, "山田 様")

    assert "¤ remplace un caractère" in text_of(pdf_of(a_letter(part)))


def test_the_docx_is_read_by_others_with_styles_to_edit():
    document = docx.Document(BytesIO(docx_of(a_letter())))
    found = [(one.style.name, one.text) for one in document.paragraphs]

    assert ("Heading 1", "Objet\u00a0: Votre demande") in found
    assert ("List Bullet", "Łukasz, Ελένη et Ștefan : effacés & <tus>") in found
    assert ("Signature", "Nora Vidal") in found
    assert ("Normal", "☐ Fait le …") in found
    assert document.sections[0].footer.paragraphs[0].text.startswith("DSR-2026-0001 · Journal")


def test_the_docx_names_nobody_and_no_path():
    properties = docx.Document(BytesIO(docx_of(a_letter()))).core_properties

    assert properties.author == "DSR Desktop"
    assert (properties.last_modified_by, properties.title) == ("", "Votre demande")


@pytest.mark.parametrize("made", [pdf_of, docx_of])
def test_the_same_letter_gives_the_same_bytes(made):
    assert made(a_letter()) == made(a_letter())


def test_every_part_of_the_docx_is_well_formed_whatever_the_words():
    odd = LetterPart(Block.GREETING, PartStyle.TEXT, "a\x00b\x0bc ]]> &amp; \ufffe _x0041_")
    with zipfile.ZipFile(BytesIO(docx_of(a_letter(odd)))) as archive:
        for name in archive.namelist():
            ET.fromstring(archive.read(name))
        assert "_x0041_" in archive.read("word/document.xml").decode()


def test_the_letter_as_text_has_its_lists_and_gaps_between_paragraphs():
    assert a_letter().body.splitlines() == [
        "Madame, Monsieur,", "", "Suite donnée", "- Łukasz, Ελένη et Ștefan : effacés & <tus>",
        "", "Salutations distinguées.", "", "Nora Vidal", "", "Bordereau", "[ ] Fait le …",
    ]  # fmt: skip
