"""Delimited text: the row or cell goes, every other byte stays."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.cleaning import Obstacle
from tests.integration.cleaners.cleaned import WHOLE, cleaned

HEAD = b"Nom;E-mail;Ville\r\n"
PAUL = b'Petit;paul@foo.example;"Metz, ""centre"""\r\n'
CAMILLE = b"Dupont;camille.dupont@acme.example;Nancy\r\n"
ZOE = b"Zimmer;zoe@foo.example;Toul\r\n"


@pytest.fixture
def clean(tmp_path):
    def clean(content, rows, encoding=None):
        path = tmp_path / "liste.csv"
        path.write_bytes(content)
        return cleaned(path, "csv", {"liste": rows}, encoding)

    return clean


@pytest.mark.parametrize(
    ("before", "gone", "after"),
    [
        (HEAD + PAUL, CAMILLE, ZOE),
        (HEAD + b"\r\n\r\n", CAMILLE, b"\r\n" + ZOE),
        (HEAD + PAUL, CAMILLE, ZOE.rstrip()),
        (HEAD + PAUL + ZOE, CAMILLE.rstrip(), b""),
        (HEAD + PAUL, b'Dupont;camille.dupont@acme.example;"Nancy\r\nSud\r\n"\r\n', ZOE),
        (HEAD + PAUL.replace(b"\r\n", b"\n"), CAMILLE, ZOE.replace(b"\r\n", b"\r")),
        (HEAD + b'Petit;paul@foo.example;5\'10" tall\r\n', CAMILLE, ZOE),
    ],
    ids=["between", "blank lines", "no last line end", "last row", "several lines",
         "mixed line ends", "a stray quote"],
)  # fmt: skip
def test_a_row_goes_and_every_other_byte_stays(clean, before, gone, after):
    lines_before = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n")

    assert clean(before + gone + after, {lines_before + 1: WHOLE}) == before + after


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le", "mac_roman"], ids=str
)
def test_the_encoding_and_its_mark_stay(clean, encoding):
    rows = ["Prénom;Ville\n", "Zoé;Metz\n", "Camille;Épinal\n", "Hélène;Nancy\n", "Noël;Sarlat\n"]
    whole = "".join(rows).encode(encoding)
    wanted = "".join(one for one in rows if "Camille" not in one).encode(encoding)

    assert clean(whole, {3: WHOLE}, "mac_roman" if encoding == "mac_roman" else None) == wanted


def test_the_line_that_names_the_delimiter_is_no_row(clean):
    content = b"sep=|\nNom|Ville\nPetit|Metz\nDupont|Nancy\n"

    assert clean(content, {3: WHOLE}) == b"sep=|\nNom|Ville\nPetit|Metz\n"


def test_chosen_cells_are_emptied_and_quotes_stay(clean):
    row = b'Dupont;camille.dupont@acme.example;"Nancy; Sud"\r\n'

    done = clean(HEAD + PAUL + row + ZOE, {3: frozenset({2, 3})})

    assert done == HEAD + PAUL + b'Dupont;;""\r\n' + ZOE


def test_cells_of_aligned_columns_are_left_to_the_owner(clean):
    lines = [f"{name:<12}{town:<12}{mail}\n" for name, town, mail in (
        ("Nom", "Ville", "E-mail"), ("Petit", "Metz", "p@foo.example"),
        ("Dupont", "Nancy", "d@foo.example"), ("Zimmer", "Toul", "z@foo.example"),
        ("Martin", "Metz", "m@foo.example"))]  # fmt: skip
    content = "".join(lines).encode()

    assert clean(content, {3: WHOLE}) == "".join(lines[:2] + lines[3:]).encode()
    with pytest.raises(CannotCleanError) as met:
        clean(content, {3: frozenset({1})})
    assert met.value.obstacle is Obstacle.CELLS_NOT_APART


WORDS = st.text(alphabet="abcéè ;\n", max_size=8)
TABLES = st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=6)


@settings(max_examples=150)
@given(rows=TABLES, at=st.integers(0, 5), mark=st.booleans(), quoting=st.sampled_from([0, 1]))
def test_of_any_table_the_other_rows_stay_byte_for_byte(tmp_path_factory, rows, at, mark, quoting):
    full = [["Nom", "E-mail", "Ville"], *rows]
    lines = []
    for row in full:
        out = io.StringIO()
        csv.writer(out, delimiter=";", quoting=quoting, lineterminator="\r\n").writerow(row)
        lines.append(out.getvalue())
    gone = 1 + at % len(rows)
    head = b"\xef\xbb\xbf" if mark else b""
    path = tmp_path_factory.mktemp("t") / "liste.csv"
    path.write_bytes(head + "".join(lines).encode())

    done = cleaned(path, "csv", {"liste": {gone + 1: WHOLE}})

    assert done == head + "".join(lines[:gone] + lines[gone + 1 :]).encode()
