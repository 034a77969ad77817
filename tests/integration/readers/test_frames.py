"""What the reader process and the app say to each other, as it crosses the pipe."""

import io
import json
import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.incoming import Mailbox, MessagePart, MessageRead
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.frames import LARGEST_FRAME, ends_file, from_frame, receive, send
from dsr_desktop.readers.messages import (
    FileDone,
    FileFound,
    Job,
    Rows,
    SheetBegins,
    StartsAgain,
    Unpacks,
    UnreadableError,
    Warned,
)


def frame_of(message):
    stream = io.BytesIO()
    send(stream, message)
    stream.seek(0)
    return receive(stream)


def there_and_back(message):
    return from_frame(frame_of(message))


@pytest.mark.parametrize(
    "message",
    [
        FileFound("csv", "utf-8"),
        FileFound("xlsx", None),
        FileFound("csv", "cp1252", (("cp1252", ("é", "à")), ("cp1250", ("é", "ŕ")))),
        SheetBegins("Été\nau Sud", hidden=True),
        SheetBegins("Clients", False, (3, 16_384)),
        Warned(Problem.CELL_TOO_LONG, {"row": 3}),
        StartsAgain(),
        Unpacks(7),
        FileDone(),
    ],
)
def test_a_message_arrives_as_it_was_sent(message):
    assert there_and_back(message) == message


ROWS = Rows(
    [
        (2, False, "Éloïse\x1fx", None, None, "eloise x"),
        (3, True, "line\nbreak\x1f\U0001f600", '{"1":2.5}', '[[1,"link","é"]]', None),
        (1_048_576, False, "", None, '[[2,"comment","seul"]]', "seul"),
    ],
    [(1, "e@acme.example", 0, 1), (2, "12345678", 1, 16_384)],
)


@pytest.mark.parametrize("rows", [ROWS, Rows([], []), Rows(ROWS.rows, []), Rows(ROWS.rows[:1], [])])
def test_rows_arrive_with_their_keys(rows):
    assert there_and_back(rows) == rows


texts = st.text(st.characters(codec="utf-8"))
packed_rows = st.tuples(
    st.integers(1, 5_000_000), st.booleans(), texts,
    *[st.none() | st.text(st.characters(codec="utf-8"), min_size=1)] * 3,
)  # fmt: skip
row_keys = st.tuples(st.integers(1, 2), texts, st.integers(0, 3_999), st.integers(1, 16_384))


@given(st.lists(packed_rows), st.lists(row_keys))
def test_any_rows_arrive_as_they_were_sent(rows, keys):
    assert there_and_back(Rows(rows, keys)) == Rows(rows, keys)


def test_half_a_character_stops_neither_the_pipe_nor_moves_what_follows():
    arrived = there_and_back(
        Rows([(1, False, "a\ud800b", None, None, "é\udfff")], [(1, "\ud800", 0, 1)])
    )

    assert arrived == Rows([(1, False, "a?b", None, None, "é?")], [(1, "?", 0, 1)])


def test_a_refusal_arrives_as_an_error():
    with pytest.raises(UnreadableError) as caught:
        there_and_back(UnreadableError(Problem.CELL_TOO_LONG, row=3))

    assert (caught.value.problem, caught.value.details) == (Problem.CELL_TOO_LONG, {"row": 3})


def test_the_end_of_the_stream_is_no_message():
    assert receive(io.BytesIO(b"")) is None


@pytest.mark.parametrize(
    "sent", [b"\0\0", b"\0\0\0\x05[1", struct.pack(">I", LARGEST_FRAME + 1) + b"[1]"]
)
def test_a_cut_or_endless_frame_is_no_message(sent):
    assert receive(io.BytesIO(sent)) is None


@pytest.mark.parametrize(
    "frame", [b'"text"', b"7", b"null", b"[", b"\xff", b"", b"[" * 100_000, b'["FileDone"]\n\xff']
)
def test_what_is_no_list_says_that_the_reader_failed(frame):
    with pytest.raises(UnreadableError) as caught:
        from_frame(frame)
    assert caught.value.problem is Problem.READER_DIED


def test_a_frame_tells_whether_it_ends_the_file():
    ending = [FileDone(), UnreadableError(Problem.DAMAGED)]
    others = [StartsAgain(), ROWS, Rows([], []), Warned(Problem.DAMAGED, {})]

    assert all(ends_file(frame_of(one)) for one in ending)
    assert not any(ends_file(frame_of(one)) for one in others)


def test_a_job_names_the_file_and_its_limits():
    job = Job("/lists/crm.csv", Limits(rows=7))

    assert job.to_json()["path"] == "/lists/crm.csv"
    assert Limits(**job.to_json()["limits"]) == Limits(rows=7)


@pytest.mark.parametrize(
    "content",
    [[], {}, ["Nonsense"], ["SheetBegins"], ["Rows", []], ["Unreadable"], ["Unreadable", "?", {}],
     ["Warned", "no such problem", {}], [None, 1], ["FileFound", "csv", "cp1252", 5],
     ["FileFound", "csv", "cp1252", ["cp1252"]], ["SheetBegins", "x", False, ["C"]]],
)  # fmt: skip
def test_a_frame_of_another_shape_says_that_the_reader_failed(content):
    with pytest.raises(UnreadableError) as caught:
        from_frame(json.dumps(content).encode())
    assert caught.value.problem is Problem.READER_DIED


SIGN = "\x01"
NONE = [False, False, False]


@pytest.mark.parametrize(
    "columns",
    [
        [[1], [], SIGN, NONE, [], []],  # the row that fits: the others are told from it
        [[1], [], SIGN, NONE, [[1, 3, 1]], [0]],
    ],
)
def test_rows_that_fit_together_are_read(columns):
    texts = SIGN + "a" + (SIGN + "k") * len(columns[-1])

    rows = from_frame(json.dumps(["Rows", *columns]).encode() + b"\n" + texts.encode())

    assert rows.rows == [(1, False, "a", None, None, None)]
    assert rows.keys == [(1, "k", 0, 3)] * len(columns[-1])


@pytest.mark.parametrize(
    "columns",
    [
        [[1, 2], [], SIGN, NONE, [], []],  # a row without its text
        [[], [], SIGN, NONE, [], []],  # a text without its row
        [[1], [], SIGN, [False, False], [], []],  # a column of texts too few
        [[1], [], SIGN, [False] * 4, [], []],
        [[1], [], SIGN, [True, False, False], [], []],
        [[1], [], "", NONE, [], []],  # no sign to cut at
        [[1], [], 7, NONE, [], []],
        [[1], [1], SIGN, NONE, [], []],  # a hidden row that is not there
        [[1], [], SIGN, NONE, [[1, 1, 1]], [0]],  # a key without its text
        [[], [], SIGN, NONE, [[1, 1, 1]], [0, 0]],
        [[], [], SIGN, NONE, [[1, 1, 10**12]], [0]],
        [[], [], SIGN, NONE, [[1, 1, "1"]], [0]],
        [[], [], SIGN, NONE, [[1, 1]], [0]],
        [[], [], SIGN, NONE, [], [0]],
        [7, [], SIGN, NONE, [], []],
        [[1], [], [[1], [], [], []], [[], [], [], []]],  # the form of another version
    ],
)
def test_rows_that_do_not_fit_together_say_that_the_reader_failed(columns):
    frame = json.dumps(["Rows", *columns]).encode() + b"\n" + SIGN.encode() + b"a"

    with pytest.raises(UnreadableError) as caught:
        from_frame(frame)
    assert caught.value.problem is Problem.READER_DIED


EVERY_RARE_SIGN = "".join(map(chr, range(32)))


@pytest.mark.parametrize("texts", ["\x01", EVERY_RARE_SIGN, EVERY_RARE_SIGN + '\x7f !"#é'])
def test_texts_with_signs_that_could_stand_between_texts_arrive(texts):
    rows = Rows([(1, False, texts, None, None, texts), (2, False, "", None, None, None)], [])

    assert there_and_back(rows) == rows


def test_the_sign_between_texts_is_not_what_stands_for_half_a_character():
    used = "".join(map(chr, range(ord("?"))))

    arrived = there_and_back(Rows([(1, False, used + "\udfff", None, None, None)], []))

    assert arrived.rows[0][2] == used + "?"


def test_texts_with_every_sign_there_is_are_refused():
    every = "".join(map(chr, range(0xD800)))

    with pytest.raises(ValueError, match="empty"):
        frame_of(Rows([(1, False, every, None, None, None)], []))


def test_keys_of_several_kinds_and_columns_arrive_in_their_order():
    keys = [(1, "b", 1, 4), (1, "a", 0, 4), (2, "1", 0, 4), (1, "c", 0, 5), (1, "d", 1, 4)]
    rows = Rows([(n, False, "x", None, None, None) for n in (1, 2)], keys)

    assert there_and_back(rows) == rows


def test_a_message_that_came_in_crosses_the_pipe_whole():
    message = MessageRead(
        "Bonjour,\nmes données\u2028", "Sujet", (Mailbox("Anaïs", "anais@mail.example"),), (),
        datetime(2026, 11, 12, 9, 0, tzinfo=UTC), None, ("From: Anaïs",), (("Nom", "Lefort"),),
        (MessagePart("lettre.txt", bytes(range(256))),), True,
    )  # fmt: skip

    assert from_frame(frame_of(message)) == message


@pytest.mark.parametrize(
    "values",
    [None, [], {}, {"text": "x"}, {"parts": 5}, "text"],
)
def test_a_message_of_another_shape_says_that_the_reader_failed(values):
    with pytest.raises(UnreadableError) as caught:
        from_frame(json.dumps(["MessageRead", values]).encode())
    assert caught.value.problem is Problem.READER_DIED
