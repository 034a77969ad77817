"""Runs the reader process and hands on what it reads, with time limits and cancel."""

import contextlib
import json
import logging
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO

from dsr_desktop.domain.incoming import MessageRead
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.child import OUT_OF_MEMORY_EXIT
from dsr_desktop.readers.cpu_time import cpu_seconds
from dsr_desktop.readers.frames import ends_file, from_frame, receive
from dsr_desktop.readers.messages import (
    FileDone,
    Job,
    Message,
    MessageJob,
    Unpacks,
    UnreadableError,
)
from dsr_desktop.readers.work_clock import WorkClock

SUBCOMMAND = "_read"
_TICK = 0.1
_FRAMES_AHEAD = 4
_PIPE_BYTES = 1024 * 1024  # what Linux lets everybody have
_SECONDS_TO_END = 1.0
_MEMORY_EXITS = {OUT_OF_MEMORY_EXIT, -6, -9, 134}
_log = logging.getLogger(__name__)


class ReaderProcess:
    """Reads one file after the other in a child process, which is replaced when it dies.

    Use as a context manager: leaving it ends the child, whatever it is doing.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None
        self._frames = _Frames()

    def __enter__(self) -> "ReaderProcess":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def check_size(self, size: int) -> None:
        """Refuse a file of `size` bytes that is larger than a file may be."""
        if size > self._limits.file_size:
            raise UnreadableError(Problem.FILE_TOO_LARGE, most=self._limits.file_size)

    def read(
        self,
        path: Path,
        on_wait: Callable[[], None],
        passwords: tuple[str, ...] = (),
        encoding: str | None = None,
    ) -> Iterator[Message]:
        """Yield the messages about one file up to its end; `passwords` are tried on what needs one.

        `encoding`, one of `encodings.CHOICES`, is that of its text where its bytes tell no other.
        `on_wait` is called at least ten times a second; an error it raises ends the reading.
        Raises UnreadableError when the file cannot be read within the limits. Only the time that
        the reader computes counts (see `work_clock`), not the time in which it waits for the caller.
        """
        job = Job(str(path), self._limits, passwords, encoding)
        for answer in self._answers(job, _size(path), on_wait):
            if isinstance(answer, MessageRead):
                raise UnreadableError(Problem.READER_DIED)
            yield answer

    def read_message(self, source: Path | str, on_wait: Callable[[], None]) -> MessageRead:
        """Read one message that came in: a file by its path, or a text that was pasted.

        `on_wait` and the limits are those of `read`; raises UnreadableError as it does.
        """
        if isinstance(source, str):
            job, size = MessageJob(self._limits, text=source), len(source)
        else:
            job, size = MessageJob(self._limits, path=str(source)), _size(source)
        match list(self._answers(job, size, on_wait)):
            case [MessageRead() as message, FileDone()]:
                return message
        raise UnreadableError(Problem.READER_DIED)

    def _answers(
        self, job: Job | MessageJob, size: int, on_wait: Callable[[], None]
    ) -> Iterator[Message | MessageRead]:
        unpacked = 0
        finished = False
        try:
            self._send(job)
            while not finished:
                on_wait()
                frame = self._next_frame()
                if frame is not None:
                    message = from_frame(frame)
                    if isinstance(message, Unpacks):
                        unpacked += message.size
                        continue
                    finished = isinstance(message, FileDone)
                    yield message
                if not finished and self._takes_too_long(size, unpacked):
                    raise UnreadableError(Problem.TOO_LONG)  # noqa: TRY301 - ends the child below
        except UnreadableError as error:
            finished = error.problem not in {Problem.TOO_LONG, Problem.READER_DIED}
            if error.problem is Problem.READER_FAILED:
                _log.error("The reader failed: %s", error.details.get("fault"))
            raise
        finally:
            if not finished:
                self._stop()

    def _takes_too_long(self, size: int, unpacked: int) -> bool:
        return self._frames.clock.is_over(self._limits.seconds_for(size, unpacked))

    def _next_frame(self) -> bytes | None:
        try:
            frame = self._frames.waiting.get(timeout=_TICK)
        except queue.Empty:
            return None
        if isinstance(frame, bytes):
            return frame
        raise UnreadableError(self._cause_of_death())

    def _cause_of_death(self) -> Problem:
        child, self._child = self._child, None
        code = _exit_code(child) if child else 0
        _close_pipes(child)
        if code in _MEMORY_EXITS:
            return Problem.TOO_MUCH_MEMORY
        _log.error("The reader ended in the middle of a file, with code %s", code)
        return Problem.READER_DIED

    def _send(self, job: Job | MessageJob) -> None:
        if self._child is not None and self._child.poll() is not None:
            self._stop()
        if self._child is None:
            self._start()
        assert self._child is not None and self._child.stdin is not None  # noqa: S101, PT018
        self._frames.clock.begin()
        with contextlib.suppress(OSError):  # a child that just died is noticed by its silence
            self._child.stdin.write(json.dumps(job.to_json()).encode() + b"\n")
            self._child.stdin.flush()

    def _start(self) -> None:
        frozen = getattr(sys, "frozen", False)
        program = [sys.executable] if frozen else [sys.executable, "-m", "dsr_desktop"]
        self._child = subprocess.Popen(  # noqa: S603 - this same program
            [*program, SUBCOMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may hold values; faults come as frames
            start_new_session=True,  # Ctrl+C is for the app, which ends its reader
        )
        _widen(self._child.stdout)
        self._frames = _Frames()
        self._frames.start(self._child)

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            self._frames.drain()
            _close_pipes(child)


class _Frames:
    """Moves frames from the pipe to a short queue, and keeps the clock of the reader's work.

    The reader works while the pipe is awaited; while the queue is full, it waits for the caller.
    """

    def __init__(self) -> None:
        self.waiting: queue.Queue[object] = queue.Queue(_FRAMES_AHEAD)
        self.clock = WorkClock(lambda: cpu_seconds(self._pid))
        self._pid = 0
        self._pump: threading.Thread | None = None

    def start(self, child: "subprocess.Popen[bytes]") -> None:
        """Take the frames of a new child; a final None says that it is gone."""
        assert child.stdout is not None  # noqa: S101 - opened as a pipe
        self._pid = child.pid
        self._pump = threading.Thread(
            target=self._move, args=(child.stdout,), name="reader frames", daemon=True
        )
        self._pump.start()

    def drain(self) -> None:
        """Let the thread of a child that was ended come to its end."""
        while self._pump and self._pump.is_alive():
            with contextlib.suppress(queue.Empty):
                self.waiting.get(timeout=_TICK)

    def _move(self, pipe: IO[bytes]) -> None:
        with contextlib.suppress(ValueError, OSError, MemoryError):
            while (frame := receive(pipe)) is not None:
                self.clock.pause()
                self.waiting.put(frame)
                if not ends_file(frame):
                    self.clock.go_on()
        self.waiting.put(None)


def _widen(pipe: IO[bytes] | None) -> None:
    """Have a pipe hold a whole batch, where the system can: who writes then need not wait for it."""
    if sys.platform == "linux" and pipe is not None:
        import fcntl  # noqa: PLC0415 - not on Windows

        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _exit_code(child: "subprocess.Popen[bytes]") -> int:
    """Return how a child ended that sends no more; one that talks nonsense is ended."""
    try:
        return child.wait(_SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        return 0


def _close_pipes(child: "subprocess.Popen[bytes] | None") -> None:
    for stream in (child.stdin, child.stdout) if child else ():
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
