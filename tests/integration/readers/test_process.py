"""The reader process: whatever a file does to it, the app lives and the next file is read."""

import itertools
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter

import pytest

from dsr_desktop.domain.errors import CancelledError
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers import frames, messages
from dsr_desktop.readers.memory import peak_memory
from dsr_desktop.readers.messages import FileDone, FileFound, Rows, SheetBegins, UnreadableError
from dsr_desktop.readers.process import SUBCOMMAND, ReaderProcess

pytestmark = pytest.mark.usefixtures("nothing_left_running")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
on_posix = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")


@pytest.fixture
def good(tmp_path, write_csv):
    return write_csv(tmp_path / "good.csv", [["Nom", "Ville"], ["Dupont", "Metz"]])


@pytest.fixture
def large(tmp_path):
    path = tmp_path / "large.csv"
    line = "Dupont;Camille;camille.dupont@acme.example;06 12 34 56 78;3, rue des Lilas;57000\n"
    path.write_text(line * 30_000)
    return path


@pytest.fixture
def logged(caplog):
    """Return a function that gives what was logged since, which was meant to be."""

    def messages_since():
        lines = [record.getMessage() for record in caplog.records]
        caplog.clear()
        return lines

    return messages_since


def wait():
    pass


def read(reader, path):
    return list(reader.read(path, wait))


def rows_of(reader, path):
    return sum(len(one.rows) for one in read(reader, path) if isinstance(one, Rows))


def problem_with(reader, path, on_wait=wait):
    with pytest.raises(UnreadableError) as caught:
        list(reader.read(path, on_wait))
    return caught.value.problem


# --- the ordinary case


def test_a_file_is_read_to_its_end(good):
    with ReaderProcess() as reader:
        kinds = [type(message) for message in read(reader, good)]

    assert kinds == [FileFound, SheetBegins, Rows, FileDone]


def test_one_process_reads_one_file_after_the_other(good, children):
    with ReaderProcess() as reader:
        before = children()
        assert rows_of(reader, good) == 2
        first = children() - before
        assert rows_of(reader, good) == 2
        assert children() - before == first
        assert len(first) <= 1


def test_a_reader_that_was_never_used_starts_nothing(children):
    before = children()

    with ReaderProcess():
        assert children() == before


def test_a_reader_starts_without_what_the_app_knows_of_requests():
    code = (
        "import sys, dsr_desktop.readers.child; "
        "print({'dsr_desktop.domain.request', 'dsr_desktop.domain.communication'} & set(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "set()"


def test_a_large_file_arrives_whole(large):
    with ReaderProcess() as reader:
        assert rows_of(reader, large) == 30_000


def test_the_caller_may_take_more_time_than_the_file_is_allowed(good):
    with ReaderProcess(Limits(seconds=2)) as reader:
        kinds = []
        for message in reader.read(good, wait):
            be_busy(2.1 if not kinds else 0)
            kinds.append(type(message))

    assert kinds[-1] is FileDone


def be_busy(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


# --- files that cannot be read


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.EMPTY),
        (b"PK\x03\x04 cut off", Problem.DAMAGED),
        (b"{\\rtf1 x}", Problem.UNKNOWN_KIND),
        (os.urandom(1 << 12) + b"\0" * 500, Problem.NOT_TEXT),
        ("Nom;Ville\nDupont".encode("utf-16")[:-1], Problem.DAMAGED),
        (b"x" * 40_000, Problem.CELL_TOO_LONG),
    ],
    ids=["empty", "damaged", "RTF", "binary", "half a character", "cell too long"],
)
def test_a_bad_file_is_refused_with_its_reason_and_the_next_one_is_read(
    tmp_path, good, content, problem
):
    (tmp_path / "bad").write_bytes(content)

    with ReaderProcess() as reader:
        assert problem_with(reader, tmp_path / "bad") is problem
        assert rows_of(reader, good) == 2


def test_a_file_that_is_not_there_is_told(tmp_path, good):
    with ReaderProcess() as reader:
        assert problem_with(reader, tmp_path / "nowhere.csv") is Problem.NOT_FOUND
        assert rows_of(reader, good) == 2


def test_a_folder_is_no_list(tmp_path, good):
    with ReaderProcess() as reader:
        assert problem_with(reader, tmp_path) is Problem.DAMAGED
        assert rows_of(reader, good) == 2


def test_a_file_that_may_not_be_opened_is_told(as_nobody, good):
    good.chmod(0)

    with ReaderProcess() as reader:
        assert problem_with(reader, good) is Problem.NO_PERMISSION


def test_a_file_that_is_too_large_is_not_even_opened(large):
    with ReaderProcess(Limits(file_size=1000)) as reader:
        assert problem_with(reader, large) is Problem.FILE_TOO_LARGE


# --- limits


@on_linux
def test_a_file_that_needs_too_much_memory_is_refused_and_the_next_one_is_read(tmp_path, good):
    (tmp_path / "one line.csv").write_bytes(b"x" * 60_000_000)

    with ReaderProcess(Limits(memory=150_000_000)) as reader:
        assert problem_with(reader, tmp_path / "one line.csv") is Problem.TOO_MUCH_MEMORY
        assert rows_of(reader, good) == 2


@on_linux
def test_a_tiny_workbook_with_a_cell_far_away_harms_nobody(tmp_path, good, write_far_cell):
    far = write_far_cell(tmp_path / "far.xlsx")
    began = time.monotonic()

    with ReaderProcess() as reader:
        assert rows_of(reader, far) == 2
        assert rows_of(reader, good) == 2
    assert time.monotonic() - began < 10


@on_posix
def test_a_packed_file_may_take_as_long_as_what_it_holds(tmp_path):
    path = tmp_path / "packed.zip"
    content = b"Dupont;Camille;camille.dupont@acme.example;06 12 34 56 78\n" * 100_000
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("clients.csv", "anciens.csv"):
            archive.writestr(name, content)
    size = 2 * len(content)
    too_little = work_on(path, Limits()) / 2
    as_it_unpacks = Limits(seconds=too_little, bytes_per_second=size / 60)
    assert as_it_unpacks.seconds_for(path.stat().st_size) == too_little

    assert work_on(path, as_it_unpacks) > too_little


def work_on(path, limits):
    """Seconds that a reader of its own computes to read a file whole."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with ReaderProcess(limits) as reader:
        assert rows_of(reader, path) == 200_000
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_a_file_that_takes_too_long_is_stopped(large, good):
    hasty = Limits(seconds=0.05, bytes_per_second=1e12)

    with ReaderProcess(hasty) as reader:
        assert problem_with(reader, large) is Problem.TOO_LONG


def test_the_time_allowed_grows_with_the_file(large):
    with ReaderProcess(Limits(seconds=0.05, bytes_per_second=1e5)) as reader:
        assert rows_of(reader, large) == 30_000


def test_the_time_that_the_reader_works_counts_while_the_caller_is_busy(tmp_path):
    path = tmp_path / "very large.csv"
    path.write_text("Dupont;Camille;camille.dupont@acme.example;06 12 34 56 78\n" * 600_000)

    def read_slowly(reader):
        for _message in reader.read(path, wait):
            be_busy(0.1)

    with (
        ReaderProcess(Limits(seconds=1, bytes_per_second=1e12)) as reader,
        pytest.raises(UnreadableError) as caught,
    ):
        read_slowly(reader)
    assert caught.value.problem is Problem.TOO_LONG


# --- messages that came in


MAIL = "From: Jo <jo@foo.example>\nDate: Thu, 12 Nov 2026 09:00:00 +0100\n\nPlease stop."


def test_a_message_is_read_from_its_file_and_from_pasted_text(tmp_path, good):
    path = tmp_path / "mail.eml"
    path.write_text(MAIL)

    with ReaderProcess() as reader:
        from_file = reader.read_message(path, wait)
        pasted = reader.read_message(MAIL, wait)
        assert rows_of(reader, good) == 2

    assert from_file == pasted
    assert (pasted.text, pasted.sender) == ("Please stop.", "Jo <jo@foo.example>")


def problem_with_message(reader, source):
    with pytest.raises(UnreadableError) as caught:
        reader.read_message(source, wait)
    return caught.value.problem


def test_a_message_that_takes_too_long_or_is_too_large_is_refused(tmp_path, good):
    path = tmp_path / "mail.eml"
    path.write_text(f"{MAIL}\n" + "a@b.example, " * 800_000)

    with ReaderProcess(Limits(seconds=0.05, bytes_per_second=1e12)) as reader:
        assert problem_with_message(reader, path) is Problem.TOO_LONG
    with ReaderProcess(Limits(file_size=1000)) as reader:
        assert problem_with_message(reader, path) is Problem.FILE_TOO_LARGE
        assert problem_with_message(reader, tmp_path / "gone.eml") is Problem.NOT_FOUND
        assert rows_of(reader, good) == 2


@on_linux
def test_a_message_that_needs_too_much_memory_is_refused_and_the_next_one_is_read(tmp_path):
    path = tmp_path / "mail.eml"
    path.write_text(f"{MAIL}\n" + "x" * 60_000_000)

    with ReaderProcess(Limits(memory=150_000_000)) as reader:
        assert problem_with_message(reader, path) is Problem.TOO_MUCH_MEMORY
        assert reader.read_message(MAIL, wait).text == "Please stop."


# --- the process dies, or is to stop


@on_posix
@pytest.mark.parametrize(
    ("sign", "problem", "told"),
    [
        ("SIGKILL", Problem.TOO_MUCH_MEMORY, []),
        ("SIGTERM", Problem.READER_DIED, ["with code -15"]),
    ],
)
def test_a_reader_that_dies_while_reading_is_replaced(
    large, good, children, logged, sign, problem, told
):
    before = children()

    def kill():
        for child in children() - before:
            os.kill(child, getattr(signal, sign))

    with ReaderProcess() as reader:
        assert problem_with(reader, large, kill) is problem
        assert rows_of(reader, good) == 2
    assert [line.partition(", ")[2] for line in logged()] == told


@on_posix
def test_a_reader_that_dies_between_two_files_is_replaced_unseen(good, children):
    before = children()

    with ReaderProcess() as reader:
        assert rows_of(reader, good) == 2
        (child,) = children() - before
        os.kill(child, signal.SIGKILL)
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        assert rows_of(reader, good) == 2
        assert children() - before != {child}


def test_a_reader_that_talks_nonsense_is_ended(large, good, logged, monkeypatch):
    with ReaderProcess() as reader:
        with monkeypatch.context() as patched:
            patched.setattr(frames, "LARGEST_FRAME", 1_000)
            assert problem_with(reader, large) is Problem.READER_DIED
        assert rows_of(reader, good) == 2
    assert len(logged()) == 1


@on_posix
def test_a_reader_is_out_of_reach_of_the_keys_that_stop_the_app(good, children):
    before = children()

    with ReaderProcess() as reader:
        read(reader, good)
        (child,) = children() - before
        assert os.getsid(child) != os.getsid(0)


BROKEN_LIBRARY = """
import zipfile
def fail(*arguments, **options):
    raise ZeroDivisionError("Zephyrine Quintanilha")
zipfile.ZipFile = fail
"""


def test_a_bug_in_the_reader_is_told_by_its_place_and_not_blamed_on_the_file(
    tmp_path, good, write_xlsx, logged, monkeypatch
):
    (tmp_path / "sitecustomize.py").write_text(BROKEN_LIBRARY)
    sound = write_xlsx(tmp_path / "sound.xlsx", {"x": [["Dupont"]]})
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *filter(None, sys.path)]))

    with ReaderProcess() as reader:
        with pytest.raises(UnreadableError) as caught:
            read(reader, sound)
        assert rows_of(reader, good) == 2

    fault = caught.value.details["fault"]
    assert caught.value.problem is Problem.READER_FAILED
    assert re.fullmatch(r"ZeroDivisionError, dsr_desktop/readers/kinds\.py:\d+", fault)
    assert logged() == [f"The reader failed: {fault}"]


def test_stopping_in_the_middle_ends_the_process(large, good, children):
    before = children()
    calls = Counter()

    def cancel():
        calls["waited"] += 1
        if calls["waited"] > 3:
            raise CancelledError("stopped")

    with ReaderProcess() as reader:
        with pytest.raises(CancelledError):
            list(reader.read(large, cancel))
        assert children() == before
        assert rows_of(reader, good) == 2


def test_a_caller_that_loses_interest_ends_the_process(large, children):
    before = children()

    with ReaderProcess() as reader:
        messages_of_file = reader.read(large, wait)
        next(messages_of_file)
        messages_of_file.close()

        assert children() == before


def test_an_error_of_the_caller_ends_the_process(large, children):
    before = children()

    def store_the_rows():
        with ReaderProcess() as reader:
            for _message in reader.read(large, wait):
                raise RuntimeError("no space left")

    with pytest.raises(RuntimeError, match="no space left"):
        store_the_rows()
    assert children() == before


def test_waiting_is_told_at_least_ten_times_a_second(tmp_path):
    calls = []
    path = tmp_path / "one.csv"
    path.write_text("Nom\nDupont\n")

    with ReaderProcess() as reader:
        list(reader.read(path, lambda: calls.append(time.monotonic())))

    gaps = [later - earlier for earlier, later in itertools.pairwise(calls)]
    assert max(gaps) < 2


def test_the_memory_used_is_known_where_the_kernel_sets_no_limit():
    assert 5_000_000 < peak_memory() < 50_000_000_000


@on_posix
def test_a_reader_whose_app_is_gone_ends_whatever_it_is_doing(tmp_path):
    os.mkfifo(tmp_path / "nobody writes.csv")
    job = messages.Job(str(tmp_path / "nobody writes.csv"), Limits())
    program = [sys.executable, "-m", "dsr_desktop", SUBCOMMAND]

    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        child.stdin.write(json.dumps(job.to_json()).encode() + b"\n")
        child.stdin.flush()
        with (tmp_path / "nobody writes.csv").open("wb"):  # opened by the reader too: it is busy
            child.stdin.close()

            assert child.wait(20) == 0
