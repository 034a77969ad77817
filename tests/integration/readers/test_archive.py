"""Zip archives: every member is read or named, whatever the archive does to prevent it."""

import contextlib
import csv
import io
import struct
import tracemalloc
import zipfile
import zlib

import pytest
import pyzipper
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers import archive as archives
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import (
    FileFound,
    Rows,
    SheetBegins,
    StartsAgain,
    UnreadableError,
    Warned,
)
from dsr_desktop.readers.reading import read_document

LIST = b"Nom;Ville\nDupont;Metz\n"
ROWS = {1: ["Nom", "Ville"], 2: ["Dupont", "Metz"]}
PICTURE = b"\x89PNG\r\n\x1a\n"
CUT_OFF_WORKBOOK = b"PK\x03\x04xl/workbook.xml"


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def encrypted(members, password):
    stream = io.BytesIO()
    with pyzipper.AESZipFile(
        stream, "w", pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES
    ) as archive:
        archive.setpassword(password)
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def encrypted_the_old_way(content, password):
    """A zip with the member a.csv, encrypted as in APPNOTE 6.1; no library writes it."""
    check = zlib.crc32(content)
    keys = [0x12345678, 0x23456789, 0x34567890]

    def crc(before, byte):
        return zlib.crc32(bytes([byte]), before ^ 0xFFFFFFFF) ^ 0xFFFFFFFF

    def update(byte):
        keys[0] = crc(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = crc(keys[2], keys[1] >> 24)

    def encrypt(byte):
        mask = (keys[2] & 0xFFFF) | 2
        update(byte)
        return byte ^ (((mask * (mask ^ 1)) >> 8) & 0xFF)

    for byte in password:
        update(byte)
    hidden = bytes(encrypt(byte) for byte in bytes(11) + bytes([check >> 24]) + content)
    made = bytearray(zipped({"a.csv": hidden}, zipfile.ZIP_STORED))
    for at, plain in ((made.index(b"PK\x03\x04"), 6), (made.index(b"PK\x01\x02"), 8)):
        made[at + plain] |= 1
        made[at + plain + 8 : at + plain + 12] = struct.pack("<I", check)
        made[at + plain + 16 : at + plain + 20] = struct.pack("<I", len(content))
    return bytes(made)


def read(content, passwords=(), **limits):
    """Rows of each sheet by its name, and the warnings."""
    sheets, warnings = {}, []
    document = Document("listes.zip", content=content, passwords=tuple(passwords))
    for message in read_document(document, Limits(**limits)):
        match message:
            case SheetBegins(name):
                sheets[name] = {}
            case Rows(rows):
                sheets[name].update((row[0], list(split_cells(row[2]))) for row in rows)
            case Warned():
                warnings.append(message)
            case StartsAgain():
                sheets, warnings = {}, []
    return sheets, warnings


def sheets_of(content, **options):
    sheets, warnings = read(content, **options)
    assert warnings == []
    return sheets


def refused(content, **options):
    with pytest.raises(UnreadableError) as caught:
        read(content, **options)
    return caught.value.problem


def unread(content, **options):
    """What the warnings name: (part, reason) pairs."""
    _, warnings = read(content, **options)
    return [(warned.details["part"], warned.details["cause"]) for warned in warnings]


# --- members and their names


def test_every_member_is_read_under_its_own_name(write_xlsx, tmp_path):
    write_xlsx(tmp_path / "x.xlsx", {"Clients": [["Nom"], ["Weber"]], "Salon": [["Nom"], ["Kunz"]]})
    workbook = (tmp_path / "x.xlsx").read_bytes()

    sheets = sheets_of(zipped({"2025/liste.csv": LIST, "x.xlsx": workbook, "2026/liste.csv": LIST}))

    assert sheets == {
        "2025/liste.csv": ROWS,
        "x.xlsx › Clients": {1: ["Nom"], 2: ["Weber"]},
        "x.xlsx › Salon": {1: ["Nom"], 2: ["Kunz"]},
        "2026/liste.csv": ROWS,
    }


def test_the_archive_is_told_as_zip_and_not_as_what_it_holds():
    messages = list(read_document(Document("l.zip", content=zipped({"l.csv": LIST})), Limits()))

    assert [one for one in messages if isinstance(one, FileFound)] == [FileFound("zip", None)]


def test_two_members_of_one_name_are_told_apart():
    content = zipped({"liste.csv": LIST, "lists.csv": b"Nom\nKunz\n"})

    assert sheets_of(content.replace(b"lists.csv", b"liste.csv")) == {
        "liste.csv": ROWS,
        "liste.csv (2)": {1: ["Nom"], 2: ["Kunz"]},
    }


def test_what_systems_and_programs_leave_behind_is_no_list():
    members = dict.fromkeys(
        ["__MACOSX/._liste.csv", "a/.DS_Store", "Thumbs.db", "a/~$liste.xlsx", "a/._b.csv", "desktop.ini"],
        b"\0\1\2",
    )  # fmt: skip

    assert sheets_of(zipped({**members, "a/": b"", "a/liste.csv": LIST})) == {"a/liste.csv": ROWS}


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("../../etc/passwd", "etc/passwd"), ("/etc/cron.d/x.csv", "etc/cron.d/x.csv"),
        ("C:\\Windows\\x.csv", "Windows/x.csv"), ("a/./b/..\\x.csv", "a/b/x.csv"),
        ("..", "?"), ("a\u202ecsv.exe", "a�csv.exe"), ("n" * 400, "…" + "n" * 150),
    ],
)  # fmt: skip
def test_a_name_that_leads_out_of_the_archive_is_only_a_label(name, label):
    assert list(sheets_of(zipped({name: LIST}))) == [label]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850"])
def test_a_name_of_an_old_program_is_decoded(encoding):
    raw = "Prénoms décès à Forêt.csv".encode(encoding)
    content = zipped({"x" * len(raw): LIST}).replace(b"x" * len(raw), raw)

    assert list(sheets_of(content)) == ["Prénoms décès à Forêt.csv"]


def test_a_name_in_a_unicode_field_wins():
    name = "Łódź.csv".encode()
    info = zipfile.ZipInfo("lodz.csv")
    info.extra = struct.pack("<HHHB", 1, 1, 0, 0)[:5] + struct.pack("<HHBI", 0x7075, 5 + len(name), 1, 0) + name  # fmt: skip
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(info, LIST)

    assert list(sheets_of(stream.getvalue())) == ["Łódź.csv"]


# --- what is not read is named


def test_members_that_are_not_read_are_named_by_reason_and_counted():
    pictures = {f"photos/{n}.png": PICTURE for n in range(30)}
    content = zipped(
        {**pictures, "liste.csv": LIST, "leer.csv": b"", "kaputt.xlsx": CUT_OFF_WORKBOOK}
    )

    sheets, warnings = read(content)

    assert sheets == {"liste.csv": ROWS}
    assert {one.problem for one in warnings} == {Problem.PART_NOT_READ}
    reasons = {one.details["cause"]: one.details for one in warnings}
    assert reasons["media_not_searched"]["files"] == 30
    assert reasons["media_not_searched"]["kind"] == "PNG"
    assert reasons["media_not_searched"]["part"].startswith("photos/0.png, photos/1.png, ")
    assert reasons["media_not_searched"]["part"].endswith("photos/19.png, …")
    assert reasons["empty"] == {"part": "leer.csv", "files": 1, "cause": "empty"}
    assert reasons["damaged"] == {"part": "kaputt.xlsx", "files": 1, "cause": "damaged"}


def test_a_damaged_member_leaves_the_others_readable():
    content = bytearray(zipped({"a.csv": LIST, "b.csv": LIST, "c.csv": LIST}, zipfile.ZIP_STORED))
    content[content.index(b"b.csv") + 10] ^= 1

    sheets, warnings = read(bytes(content))

    assert list(sheets) == ["a.csv", "c.csv"]
    assert [one.details["part"] for one in warnings] == ["b.csv"]


def test_a_warning_about_a_member_says_which_one():
    swallowed = 'Nom;Note\na;"x\nb;y\nc;z"\nd;e\n'

    _, warnings = read(zipped({"sub/l.csv": swallowed}))

    assert [(one.problem, one.details) for one in warnings] == [
        (
            Problem.PART_READ_IN_PART,
            {"part": "sub/l.csv", "files": 1, "cause": "quote_not_closed", "row": 2},
        )
    ]


def test_a_member_with_a_cell_too_long_is_named_and_leaves_nothing_behind():
    content = zipped({"a.csv": LIST, "b.csv": "Nom;x\nKunz;" + "y" * 500 + "\n"})

    sheets, warnings = read(content, cell_characters=100)

    assert sheets == {"a.csv": ROWS}
    assert [one.details["part"] for one in warnings] == ["b.csv"]


def test_a_member_that_fails_late_leaves_no_row_behind(monkeypatch):
    """More rows than are kept in memory: the reader runs twice, and only if the first went well."""
    lines = b"".join(b"%d;Metz\n" % n for n in range(25_000))
    content = zipped({"a.csv": lines, "b.csv": lines + b"x;" + b"y" * 500 + b"\n"})

    sheets, warnings = read(content, cell_characters=100)

    assert list(sheets) == ["a.csv"]
    assert len(sheets["a.csv"]) == 25_000
    assert sheets["a.csv"][25_000] == ["24999", "Metz"]
    assert [one.details["part"] for one in warnings] == ["b.csv"]


def test_an_archive_in_which_nothing_is_read_says_why():
    with pytest.raises(UnreadableError) as caught:
        read(zipped({"a.png": PICTURE, "b.png": PICTURE}))

    assert caught.value.problem is Problem.PART_NOT_READ
    assert caught.value.details == {
        "part": "a.png, b.png", "files": 2, "cause": "media_not_searched", "kind": "PNG",
    }  # fmt: skip
    assert refused(zipped({})) is Problem.NOTHING_INSIDE


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_STORED])
def test_other_ways_of_packing_are_read(compression):
    assert sheets_of(zipped({"l.csv": LIST}, compression)) == {"l.csv": ROWS}


def test_an_unknown_way_of_packing_is_named():
    content = bytearray(zipped({"a.csv": LIST, "b.csv": LIST}))
    for at in (content.index(b"PK\x03\x04") + 8, content.index(b"PK\x01\x02") + 10):
        content[at] = 9

    assert unread(bytes(content)) == [("a.csv", "unknown_kind")]


# --- passwords


@pytest.mark.parametrize("password", ["geheim", "clé é"])
def test_an_encrypted_archive_is_read_with_its_password(password):
    content = encrypted({"a.csv": LIST, "b.csv": LIST}, password.encode())

    assert sheets_of(content, passwords=["falsch", password]) == {"a.csv": ROWS, "b.csv": ROWS}


def test_an_archive_encrypted_the_old_way_is_read_with_its_password():
    content = encrypted_the_old_way(LIST, b"geheim")

    assert sheets_of(content, passwords=["falsch", "geheim"]) == {"a.csv": ROWS}
    assert refused(content, passwords=["falsch"]) is Problem.PASSWORD


def test_a_password_in_the_encoding_of_windows_fits():
    content = encrypted({"a.csv": LIST}, "clé".encode("cp1252"))

    assert sheets_of(content, passwords=["clé"]) == {"a.csv": ROWS}


@pytest.mark.parametrize("passwords", [(), ("falsch",)])
def test_an_archive_without_its_password_asks_for_one(passwords):
    assert refused(encrypted({"a.csv": LIST}, b"geheim"), passwords=passwords) is Problem.PASSWORD


def test_members_without_their_password_are_named():
    stream = io.BytesIO(zipped({"offen.csv": LIST}))
    with pyzipper.AESZipFile(stream, "a", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(b"geheim")
        archive.writestr("zu.csv", LIST)

    assert unread(stream.getvalue()) == [("zu.csv", "password")]


# --- archives in archives


def nested(content, times):
    for n in range(times):
        content = zipped({f"{n}.zip": content})
    return content


def test_an_archive_in_an_archive_is_read():
    inner = zipped({"liste.csv": LIST, "foto.png": PICTURE})

    sheets, warnings = read(zipped({"a/innen.zip": inner}))

    assert sheets == {"a/innen.zip › liste.csv": ROWS}
    assert [one.details["part"] for one in warnings] == ["a/innen.zip › foto.png"]


def test_three_archives_deep_is_read_and_one_hundred_is_not():
    assert list(sheets_of(nested(zipped({"l.csv": LIST}), 2))) == ["1.zip › 0.zip › l.csv"]
    with pytest.raises(UnreadableError) as caught:
        read(nested(zipped({"l.csv": LIST}), 100))
    assert caught.value.details["cause"] == "nested_too_deep"
    assert caught.value.details["part"] == "99.zip › 98.zip › 97.zip › 96.zip"


def test_an_inner_archive_that_breaks_keeps_what_was_read_of_it():
    inner = bytearray(zipped({"a.csv": LIST, "b.csv": LIST}, zipfile.ZIP_STORED))
    inner[inner.index(b"b.csv") + 10] ^= 1

    sheets, warnings = read(zipped({"i.zip": bytes(inner), "z.csv": LIST}))

    assert list(sheets) == ["i.zip › a.csv", "z.csv"]
    assert [one.details["part"] for one in warnings] == ["i.zip › b.csv"]


# --- hostile


def test_a_member_packed_as_only_a_trap_is_refused_unread():
    content = zipped({"bombe.csv": b"0" * 50_000_000, "liste.csv": LIST})

    tracemalloc.start()
    try:
        assert unread(content) == [("bombe.csv", "packed_too_tightly")]
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_members_that_share_their_bytes_are_refused():
    content = zipped({"a.csv": LIST, "b.csv": LIST})
    second = content.rindex(b"PK\x01\x02")
    overlapping = bytearray(content)
    overlapping[second + 42 : second + 46] = bytes(4)

    assert refused(bytes(overlapping)) is Problem.PACKED_TOO_TIGHTLY


def test_all_that_is_unpacked_counts_together():
    lines = [b"".join(b"%d;%d\n" % (n, n * k) for n in range(2_000)) for k in (1, 3)]
    inner = [zipped({f"{n}.csv": lines[0] + b"%d\n" % n for n in range(4)}) for _ in range(2)]
    content = zipped({"a.zip": inner[0], "b.zip": inner[1], "c.csv": lines[1]})

    assert refused(content, text=40_000) is Problem.TOO_MUCH_TEXT


def test_a_member_larger_than_a_file_may_be_is_named():
    assert unread(zipped({"a.csv": LIST * 20, "b.csv": LIST}), file_size=300) == [
        ("a.csv", "file_too_large")
    ]


def test_a_member_that_lies_about_its_size_is_damaged():
    content = bytearray(zipped({"a.csv": LIST * 100, "b.csv": LIST}))
    for at in (content.index(b"PK\x03\x04") + 22, content.index(b"PK\x01\x02") + 24):
        content[at : at + 4] = struct.pack("<I", 30)

    assert unread(bytes(content)) == [("a.csv", "damaged")]


def test_too_many_members_are_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEMBERS", 10)

    assert refused(zipped({f"{n}.csv": LIST for n in range(11)})) is Problem.TOO_MANY_PARTS


def test_many_empty_members_are_one_warning():
    content = zipped({"l.csv": LIST, **{f"{n}.csv": b"" for n in range(5_000)}})

    _, warnings = read(content)

    assert [one.details["files"] for one in warnings] == [5_000]


@pytest.mark.parametrize("end", [4, 40, -4, -30, -80])
def test_a_cut_off_archive_is_damaged(end):
    assert refused(zipped({"a.csv": LIST, "b.csv": LIST})[:end]) is Problem.DAMAGED


@given(
    at=st.integers(0, 100_000),
    noise=st.binary(min_size=1, max_size=8),
)
def test_an_archive_with_random_bytes_in_it_is_read_or_refused(at, noise):
    content = zipped({"a.csv": LIST, "b.csv": LIST, "c.zip": zipped({"d.csv": LIST})})
    at %= len(content)

    with contextlib.suppress(UnreadableError):
        sheets, _ = read(content[:at] + noise + content[at + len(noise) :])
        assert sheets


AWKWARD = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8)


@given(
    st.lists(st.lists(AWKWARD.filter(str.strip), min_size=2, max_size=4), min_size=2, max_size=6)
)
def test_a_list_reads_the_same_inside_an_archive(rows):
    text = io.StringIO()
    csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    content = text.getvalue().encode("utf-8-sig")

    outside = [
        message for message in read_document(Document("l.csv", content=content), Limits())
        if isinstance(message, Rows)
    ]  # fmt: skip
    inside = [
        message for message in read_document(Document("l.zip", content=zipped({"l.csv": content})), Limits())
        if isinstance(message, Rows)
    ]  # fmt: skip
    assert inside == outside
