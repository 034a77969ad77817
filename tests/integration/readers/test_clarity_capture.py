"""What Microsoft Clarity sent: uploads as files, and as browsers write them into their recordings."""

import base64
import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.clarity_traffic import LARGEST_BODY
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import FileFound, Rows, SheetBegins, UnreadableError, Warned
from dsr_desktop.readers.reading import read_document

STAMP = 1_759_531_575_824
COLLECT = "https://v.clarity.ms/collect"
WHO = ["1epb5ni", "wh0cab", "proj1", "3", "https://site.example/contact"]


def upload(user="1epb5ni", session="wh0cab", version="0.8.69", **parts):
    about = [version, 1, 0, 1500, "proj1", user, session, 3, 0, 1, 0, WHO[-1]]
    return {"e": about, "a": parts.get("a", []), "p": parts.get("p", [])}


CLICK = [900, 9, 12, 10, 20, 1, 2, 0, 1, 0, "Envoyer", "https://site.example/merci"]
PAGE = upload(
    a=[[0, 0, 0, STAMP], CLICK, [950, 12, 3, 4, 5]],
    p=[[20, 5, 1, "*D", 2, 1, "P", -3, 2, "*T", "1k", 4, 2, "*T", "Contact : jean@exemple.example",
        5, 2, "INPUT", "value=•••• •••••"]],
)  # fmt: skip


def messages_of(content, **limits):
    if not isinstance(content, bytes):
        content = content.encode() if isinstance(content, str) else json.dumps(content).encode()
    return list(read_document(Document("capture.bin", content=content), Limits(**limits)))


def sheets_of(messages):
    sheets = {}
    for message in messages:
        match message:
            case SheetBegins(name):
                sheets[name] = rows = []
            case Rows(packed):
                rows.extend(list(split_cells(row[2])) for row in packed)
    return sheets


def records(content, sheet):
    """Rows of one sheet by the titles of its columns."""
    titles, *rows = sheets_of(messages_of(content))[sheet]
    return [dict(zip(titles, row, strict=False)) for row in rows]


def warned(content):
    return [(one.problem, one.details) for one in messages_of(content) if isinstance(one, Warned)]


def post(text, url=COLLECT, **body):
    return {"request": {"method": "POST", "url": url, "postData": {"text": text, **body}}}


def recording(*entries):
    return {"log": {"version": "1.2", "creator": {"name": "browser"}, "entries": list(entries)}}


# --- uploads as files


@pytest.mark.parametrize(
    "content",
    [
        PAGE,
        [PAGE],
        json.dumps(PAGE) + "\n" + json.dumps(upload(session="other")) + "\n",
        "\ufeff" + json.dumps(PAGE),
        json.dumps(PAGE).encode("utf-16"),
        json.dumps(PAGE, indent=2),
    ],
)
def test_an_upload_is_recognised_by_its_content(content):
    messages = messages_of(content)

    assert isinstance(messages[0], FileFound)
    assert messages[0].format == "Clarity"
    assert records(content, "Clarity uploads")[0]["Clarity user ID"] == "1epb5ni"


def test_the_envelope_stands_under_the_names_of_the_policy():
    (row,) = records(PAGE, "Clarity uploads")

    assert row == {
        "Clarity user ID": "1epb5ni", "Clarity session ID": "wh0cab", "ProjectID": "proj1",
        "PageNumber": "3", "Url": "https://site.example/contact", "Version": "0.8.69",
        "Content Sequence": "1", "Start Time": "0", "Duration": "1500", "UploadType": "Async",
        "IsLastContent": "1", "Platform": "0", "Opened at (UTC)": "2025-10-03T22:46:15.824Z",
        "Events: interaction": "2", "Events: diagnostic": "0", "Events: page": "1",
        "Events: custom": "0", "Events: playback": "1", "Events: other": "0",
        "Events of unknown type": "0",
    }  # fmt: skip


def test_events_that_say_something_are_rows_with_their_moment():
    stamp, click = records(PAGE, "Clarity events")

    assert stamp["Details"] == f"ClientTimestamp={STAMP}"
    assert click == {
        **dict(zip(stamp, WHO, strict=False)), "Time (UTC)": "2025-10-03T22:46:16.724Z",
        "Milliseconds": "900", "Event": "Click", "Group": "interaction", "Text": "Envoyer",
        "Link": "https://site.example/merci", "Details": "", "Masked": "no",
    }  # fmt: skip


def test_texts_of_a_page_say_whether_they_were_masked():
    texts = records([PAGE, PAGE], "Clarity texts")

    assert [(one["Node"], one["Text"], one["Masked"]) for one in texts] == [
        ("*T", "Contact : jean@exemple.example", "no"),
        ("INPUT", "•••• •••••", "yes"),
    ]


def test_later_uploads_of_a_page_take_its_moment_from_the_first():
    later = upload(a=[[60_000, 26, "pagehide"]])

    unload = records([PAGE, later], "Clarity events")[-1]

    assert unload["Time (UTC)"] == "2025-10-03T22:47:15.824Z"
    assert records(later, "Clarity events")[0]["Time (UTC)"] == ""


def test_the_keys_of_a_row_are_found_like_those_of_any_list():
    (rows,) = [one for one in messages_of(PAGE) if isinstance(one, Rows) and "jean@" in str(one)]

    assert "jean@exemple.example" in [key[1] for key in rows.keys]


def test_damaged_uploads_among_whole_ones_are_counted():
    lines = [json.dumps(PAGE), '{"e": [', json.dumps({"e": [*PAGE["e"][:5], None, *PAGE["e"][6:]]})]

    assert (Problem.UPLOADS_LOST, {"count": 2}) in warned("\n".join(lines))


def test_another_version_is_doubted_and_read():
    content = upload(version="0.3.1", a=[CLICK])

    assert warned(content) == [(Problem.OTHER_CLARITY, {})]
    assert records(content, "Clarity events")[0]["Text"] == "Envoyer"


def test_other_json_is_no_upload():
    assert messages_of([{"e": "Camille", "a": 1}])[0].format == "json"


def test_an_upload_nested_without_end_is_not_read():
    deep = json.dumps(upload(a=[[1, 24, "x"]])).replace('"x"', "[" * 70 + "]" * 70)

    with pytest.raises(UnreadableError) as refused:
        messages_of(deep)

    assert refused.value.problem is Problem.NOTHING_OF_CLARITY
    assert refused.value.details == {"count": 1}


# --- recordings of a browser


PLAIN = json.dumps(PAGE)
PACKED = gzip.compress(PLAIN.encode())


@pytest.mark.parametrize(
    "entry",
    [
        post(PLAIN),
        post(PACKED.decode("latin-1")),
        post(base64.b64encode(PACKED).decode()),
        post(base64.b64encode(PACKED).decode(), encoding="base64"),
        post(base64.b64encode(PLAIN.encode()).decode(), _encoding="base64"),
        post(PLAIN, url="https://stats.site.example/collect"),
    ],
)
def test_r_clr_2_a_body_is_got_back_however_the_browser_wrote_it(entry):
    content = recording(entry)

    assert records(content, "Clarity uploads")[0]["Clarity session ID"] == "wh0cab"
    assert warned(content) == [(Problem.ONLY_CLARITY_READ, {})]


def test_r_clr_2_a_body_that_the_browser_damaged_is_counted():
    damaged = PACKED.decode("utf-8", "replace")
    content = recording(post(PLAIN), post(PACKED.decode("latin-1")), post(damaged))

    assert len(records(content, "Clarity uploads")) == 2
    assert (Problem.UPLOADS_LOST, {"count": 1}) in warned(content)


def test_r_clr_3_the_cookies_of_the_policy_are_taken_and_no_others():
    entry = post(PLAIN)
    entry["request"]["cookies"] = [{"name": "_clck", "value": "1epb5ni^2^fzu^1^2102"},
                                   {"name": "session", "value": "secret"}]  # fmt: skip
    entry["request"]["headers"] = [
        {"name": "Cookie", "value": "token=secret; MUID=0A1B2C3D4E5F60718293A4B5C6D7E8F9"},
        {"name": "Authorization", "value": "Bearer secret"},
    ]
    entry["response"] = {
        "headers": [{"name": "Set-Cookie", "value": "SM=T; path=/\nCLID=x.1.2; Secure\nid=secret"}]
    }

    cookies = records(recording(entry), "Clarity cookies")

    assert [(one["Cookie"], one["Host"]) for one in cookies] == [
        ("_clck", "v.clarity.ms"), ("MUID", "v.clarity.ms"), ("SM", "v.clarity.ms"),
        ("CLID", "v.clarity.ms"),
    ]  # fmt: skip


def test_r_clr_10_nothing_else_of_a_recording_is_taken_over():
    entry = post(PLAIN)
    entry["request"]["headers"] = [{"name": "Authorization", "value": "Bearer geheim"}]
    other = post("password=geheim", url="https://bank.example/login")
    other["response"] = {"content": {"text": "geheim"}}

    messages = messages_of(recording(entry, other))

    assert "geheim" not in repr(messages)


@pytest.mark.parametrize(
    "content",
    [
        recording(),
        recording({"request": {"method": "GET", "url": COLLECT}}),
        recording({"request": "x"}, "y", 3),
        recording(post("{}", url="https://site.example/api")),
        {"log": {"entries": {}}},
        {"log": {"version": "1.2", "pages": [], "entries": None}},
    ],
)
def test_a_recording_without_clarity_is_named_as_such(content):
    with pytest.raises(UnreadableError) as refused:
        messages_of(content)

    assert refused.value.problem is Problem.NOTHING_OF_CLARITY


def test_r_clr_4_a_body_that_unpacks_to_more_than_the_limit_is_lost():
    bomb = gzip.compress(b'{"e":["' + b" " * (LARGEST_BODY + 1) + b'"]}')
    content = recording(post(PLAIN), post(bomb.decode("latin-1")))

    assert (Problem.UPLOADS_LOST, {"count": 1}) in warned(content)


def test_r_clr_4_unknown_events_stay_counts():
    (row,) = records(upload(a=[[1, 49, "<script>"], [2, 99], [3, 230]]), "Clarity uploads")

    assert row["Events of unknown type"] == "2"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_to_a_recording_breaks_the_reader(data):
    whole = bytearray(json.dumps(recording(post(PLAIN), post(PACKED.decode("latin-1")))).encode())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(60, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))

    try:
        messages = messages_of(bytes(whole))
    except UnreadableError:
        return
    assert messages
