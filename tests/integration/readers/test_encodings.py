"""Encodings without a mark are recognised by the words that they make."""

import itertools
import random

import pytest

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import CHOICES, TextEncoding, detect_encoding, readings
from dsr_desktop.readers.messages import UnreadableError

NAMES = {
    "fr": "Hélène Lefèvre|François Besançon|Éloïse Brûlé|Zoé Noël|Jérôme Château|Gaëlle Forêt|"
    "Benoît L’Hôte|Œuvre Cœur|André Bézier|Maëlys Île|12 rue de l’Église, Évry|payé 12 €",
    "de": "Jürgen Müller|Jörg Groß|Käthe Schäfer|Günther Böhm|Straße 5, Köln|Österreich",
    "es": "José Nuñez|María Peña|Íñigo Muñoz|Ramón García|Ángel Martín|Logroño|Málaga",
    "pl": "Łukasz Wiśniewski|Małgorzata Dąbrowska|Żaneta Kaźmierczak|Święcicki Jędrzej|Łódź",
    "cs": "Jiří Dvořák|Božena Němcová|Růžena Šťastná|Tomáš Černý|Kateřina Málková|Žižkov",
    "hu": "Erzsébet Kovács|Győző Szűcs|Székesfehérvár|Őry Lőrinc|Zsófia Fűzfa",
    "da": "Søren Kjær|Bjørn Ærø|Åse Nørgård|Lærke Møller",
    "tr": "Şükrü Yılmaz|İbrahim Çağlar|Gülşen Öztürk|Iğdır",
    "el": "Γιώργος Παπαδόπουλος|Ελένη Νικολάου|Αθήνα",
    "ru": "Иван Петров|Мария Смирнова|Ольга Кузнецова|Москва",
}
WRITTEN_IN = [
    ("fr", "cp1252"), ("fr", "mac_roman"), ("fr", "cp850"), ("fr", "iso8859_15"), ("de", "cp1252"),
    ("de", "mac_roman"), ("de", "cp850"), ("es", "cp1252"), ("es", "mac_roman"), ("pl", "cp1250"),
    ("pl", "iso8859_2"), ("cs", "cp1250"), ("cs", "iso8859_2"), ("hu", "cp1250"), ("da", "cp1252"),
    ("da", "mac_roman"), ("tr", "cp1254"), ("el", "cp1253"), ("ru", "cp1251"), ("ru", "koi8_r"),
    ("ru", "cp866"),
]  # fmt: skip


def detect(content):
    return detect_encoding(Document("liste.csv", content=content))


def lists(language, encoding, rows):
    """Twenty lists with names of a language, written in an encoding that has all of its letters."""
    draw = random.Random(f"{language} {encoding} {rows}")
    while True:
        names = draw.choices(NAMES[language].split("|"), k=rows)
        text = "".join(f"{name};Metz;x@acme.example\r\n" for name in names)
        try:
            content = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        if not content.isascii():
            yield text, content


@pytest.mark.parametrize(("language", "encoding"), WRITTEN_IN)
@pytest.mark.parametrize("rows", [1, 2, 5])
def test_a_short_list_is_read_rightly_or_the_doubt_is_named(language, encoding, rows):
    for text, content in itertools.islice(lists(language, encoding, rows), 20):
        found = detect(content)
        assert content.decode(found.name, found.errors) == text or found.others


@pytest.mark.parametrize(("language", "encoding"), WRITTEN_IN)
def test_a_list_of_ten_names_is_read_rightly(language, encoding):
    wrong = 0
    for text, content in itertools.islice(lists(language, encoding, 10), 20):
        found = detect(content)
        wrong += content.decode(found.name, found.errors) != text
    assert wrong == 0


def test_an_accent_after_many_plain_lines_decides():
    plain = b"Nom;E-mail\n" + b"Dupont;d@acme.example\n" * 5_000

    assert detect(plain + b"R\xe9my;\n").name == "cp1252"
    assert detect(plain + "Rémy;\n".encode()) == TextEncoding("utf-8", "dsr_stray")


def test_a_character_cut_off_at_the_end_is_not_utf_8():
    assert detect(b"Nom\nR\xc3").name == "cp1252"


def test_a_few_stray_bytes_leave_the_text_utf_8():
    found = detect("Éloïse;Zoé;René;Noël".encode() + b";R\xe9my")

    assert (found.name, found.broken) == ("utf-8", 1)


def test_plain_ascii_is_utf_8_without_a_doubt():
    assert detect(b"Nom;Ville\nDupont;Metz\n") == TextEncoding("utf-8", "dsr_stray")


@pytest.mark.parametrize("content", [bytes(range(256)) * 8, bytes(range(1, 32)) * 20])
def test_content_that_is_no_text_is_refused(content):
    with pytest.raises(UnreadableError) as caught:
        detect(content)
    assert caught.value.problem is Problem.NOT_TEXT


# --- named by the user


def named(content, encoding):
    return detect_encoding(Document("liste.csv", content=content, encoding=encoding))


POLISH = "Łukasz Wiśniewski;Łódź\n"


@pytest.mark.parametrize("encoding", [one for one in CHOICES if not one.startswith("utf")])
def test_a_single_byte_encoding_that_was_named_is_taken(encoding):
    assert named(b"Nom\nR\xe9my;Lef\xe8vre\n", encoding).name == encoding


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_that_was_named_is_taken_without_a_mark(encoding):
    content = "Иван;Пётр\n".encode(encoding)

    assert content.decode(named(content, encoding).name) == "Иван;Пётр\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_that_was_named_is_taken_where_zeros_are_too_few_to_tell(encoding):
    content = ("王小明李雷韩梅梅" * 20 + "\n").encode(encoding)

    assert content.decode(named(content, encoding).name) == content.decode(encoding)


@pytest.mark.parametrize("named_one", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("encoding", ["ascii", "utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_utf_16_that_was_named_for_all_texts_makes_no_nonsense_of_others(encoding, named_one):
    text = "Nom;Mail\nDupont;d@acme.example\n" + (
        "Zoé;z@acme.example\n" if encoding != "ascii" else ""
    )
    content = text.encode(encoding)

    assert content.decode(named(content, named_one).name) == text


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_what_is_utf_8_throughout_stays_so_whatever_was_named(mark):
    assert named(mark + POLISH.encode(), "cp1252").name in {"utf-8", "utf-8-sig"}


def test_stray_bytes_in_utf_8_are_read_as_named():
    content = POLISH.encode() * 9 + b"R\xe9my\n"

    assert named(content, None).name == "utf-8"
    assert named(content, "cp1250").name == "cp1250"


def test_utf_8_that_was_named_says_what_does_not_fit():
    found = named(b"Nom\nR\xe9my;Lef\xe8vre\n", "utf-8")

    assert (found.name, found.broken) == ("utf-8", 2)


def test_content_that_is_no_text_is_refused_whatever_was_named():
    with pytest.raises(UnreadableError):
        named(bytes(range(1, 32)) * 20, "cp1252")


# --- shown in doubt


def test_lines_that_tell_the_encodings_apart_are_shown_in_each():
    text = "Nom;Ville\nBréhat Éloïse;Metz\nDupont;Lyon\nNuñez José;Brest\n"
    document = Document("liste.csv", content=text.encode("cp1252"))

    shown = dict(readings(document, TextEncoding("cp1252", others=("cp1250",))))

    assert shown == {
        "cp1252": ["Bréhat Éloïse;Metz", "Nuñez José;Brest"],
        "cp1250": ["Bréhat Éloďse;Metz", "Nuńez José;Brest"],
    }


def test_a_text_without_a_doubt_shows_nothing():
    document = Document("liste.csv", content=POLISH.encode())

    assert readings(document, detect_encoding(document)) == ()


def test_of_an_endless_line_the_part_that_tells_is_shown():
    content = b"x" * 5_000 + b"Nu\xf1ez" + b"y" * 5_000
    document = Document("liste.csv", content=content)

    (name, (line,)), _other = readings(document, TextEncoding("cp1252", others=("cp1250",)))
    assert name == "cp1252"
    assert "Nuñez" in line
    assert len(line) <= 160
