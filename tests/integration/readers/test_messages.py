"""What the reader process and the app say to each other."""

import io
import json
import struct

import pytest

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.messages import (
    LARGEST_FRAME,
    FileDone,
    FileFound,
    Job,
    Rows,
    SheetBegins,
    StartsAgain,
    UnreadableError,
    Warned,
    ends_file,
    from_frame,
    receive,
    send,
    to_frame,
)


def there_and_back(content):
    stream = io.BytesIO()
    send(stream, content)
    stream.seek(0)
    return receive(stream)


@pytest.mark.parametrize(
    "message",
    [
        FileFound("csv", "utf-8"),
        FileFound("xlsx", None),
        SheetBegins("Été", hidden=True),
        Warned(Problem.CELL_TOO_LONG, {"row": 3}),
        FileDone(),
    ],
)
def test_a_message_arrives_as_it_was_sent(message):
    assert from_frame(there_and_back(to_frame(message))) == message


def test_rows_arrive_with_their_keys():
    rows = Rows([(2, False, "Éloïse\x1fx", None, "eloise x")], [(1, "e@acme.example", 0, 1)])

    arrived = from_frame(there_and_back(to_frame(rows)))

    assert [tuple(row) for row in arrived.rows] == list(rows.rows)
    assert [tuple(key) for key in arrived.keys] == list(rows.keys)


def test_a_refusal_arrives_as_an_error():
    with pytest.raises(UnreadableError) as caught:
        from_frame(there_and_back(["Unreadable", Problem.CELL_TOO_LONG, {"row": 3}]))

    assert (caught.value.problem, caught.value.details) == (Problem.CELL_TOO_LONG, {"row": 3})


def test_half_a_character_does_not_stop_the_pipe():
    assert json.loads(there_and_back(["Rows", "a\ud800b"])) == ["Rows", "a?b"]


def test_the_end_of_the_stream_is_no_message():
    assert receive(io.BytesIO(b"")) is None


@pytest.mark.parametrize(
    "sent", [b"\0\0", b"\0\0\0\x05[1", struct.pack(">I", LARGEST_FRAME + 1) + b"[1]"]
)
def test_a_cut_or_endless_frame_is_no_message(sent):
    assert receive(io.BytesIO(sent)) is None


@pytest.mark.parametrize("frame", [b'"text"', b"7", b"null", b"[", b"\xff", b"", b"[" * 100_000])
def test_what_is_no_list_says_that_the_reader_failed(frame):
    with pytest.raises(UnreadableError) as caught:
        from_frame(frame)
    assert caught.value.problem is Problem.READER_DIED


def test_a_frame_tells_whether_it_ends_the_file():
    ending = [FileDone(), ["Unreadable", Problem.DAMAGED, {}]]
    others = [StartsAgain(), Rows([], []), Warned(Problem.DAMAGED, {})]

    assert all(
        ends_file(there_and_back(one if isinstance(one, list) else to_frame(one))) for one in ending
    )
    assert not any(ends_file(there_and_back(to_frame(one))) for one in others)


def test_a_job_names_the_file_and_its_limits():
    job = Job("/lists/crm.csv", Limits(rows=7))

    assert job.to_json()["path"] == "/lists/crm.csv"
    assert Limits(**job.to_json()["limits"]) == Limits(rows=7)


@pytest.mark.parametrize(
    "frame",
    [[], {}, ["Nonsense"], ["SheetBegins"], ["Rows", []], ["Unreadable"], ["Unreadable", "?", {}],
     ["Warned", "no such problem", {}], [None, 1], ["FileFound", "csv", "cp1252", 5],
     ["FileFound", "csv", "cp1252", ["cp1252"]], ["SheetBegins", "x", False, ["C"]]],
)  # fmt: skip
def test_a_frame_of_another_shape_says_that_the_reader_failed(frame):
    with pytest.raises(UnreadableError) as caught:
        from_frame(json.dumps(frame).encode())
    assert caught.value.problem is Problem.READER_DIED


def test_readings_and_hidden_columns_come_back_as_they_were_sent():
    found = FileFound("csv", "cp1252", (("cp1252", ("é", "à")), ("cp1250", ("é", "ŕ"))))
    sheet = SheetBegins("Clients", False, (3, 16_384))

    assert from_frame(there_and_back(to_frame(found))) == found
    assert from_frame(there_and_back(to_frame(sheet))) == sheet
