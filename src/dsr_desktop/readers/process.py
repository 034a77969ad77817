"""Runs the reader process and hands on what it reads, with time limits and cancel."""

import contextlib
import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.child import OUT_OF_MEMORY_EXIT
from dsr_desktop.readers.messages import (
    FileDone,
    Job,
    Message,
    UnreadableError,
    from_frame,
    receive,
)

SUBCOMMAND = "_read"
_TICK = 0.1
_FRAMES_AHEAD = 4
_SECONDS_TO_END = 1.0
_MEMORY_EXITS = {OUT_OF_MEMORY_EXIT, -6, -9, 134}


class ReaderProcess:
    """Reads one file after the other in a child process, which is replaced when it dies.

    Use as a context manager: leaving it ends the child, whatever it is doing.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None
        self._frames: queue.Queue[object] = queue.Queue(_FRAMES_AHEAD)
        self._pump: threading.Thread | None = None

    def __enter__(self) -> "ReaderProcess":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def read(self, path: Path, on_wait: Callable[[], None]) -> Iterator[Message]:
        """Yield the messages about one file up to its end.

        `on_wait` is called at least ten times a second; an error it raises ends the reading.
        Raises UnreadableError when the file cannot be read within the limits; what the caller
        does between two messages does not count as time.
        """
        allowed, waited = self._limits.seconds_for(_size(path)), 0.0
        finished = False
        try:
            self._send(Job(str(path), self._limits))
            while not finished:
                on_wait()
                began = time.monotonic()
                frame = self._next_frame()
                waited += time.monotonic() - began
                if frame is not None:
                    message = from_frame(frame)
                    finished = isinstance(message, FileDone)
                    yield message
                if waited > allowed and not finished:
                    raise UnreadableError(Problem.TOO_LONG)  # noqa: TRY301 - ends the child below
        except UnreadableError as error:
            finished = error.problem not in {Problem.TOO_LONG, Problem.READER_DIED}
            raise
        finally:
            if not finished:
                self._stop()

    def _next_frame(self) -> list[object] | dict[str, object] | None:
        try:
            frame = self._frames.get(timeout=_TICK)
        except queue.Empty:
            return None
        if isinstance(frame, list | dict):
            return frame
        raise UnreadableError(self._cause_of_death())

    def _cause_of_death(self) -> Problem:
        child, self._child = self._child, None
        code = _exit_code(child) if child else 0
        _close_pipes(child)
        return Problem.TOO_MUCH_MEMORY if code in _MEMORY_EXITS else Problem.READER_DIED

    def _send(self, job: Job) -> None:
        if self._child is not None and self._child.poll() is not None:
            self._stop()
        if self._child is None:
            self._start()
        assert self._child is not None and self._child.stdin is not None  # noqa: S101, PT018
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
            stderr=subprocess.DEVNULL,
        )
        self._frames = queue.Queue(_FRAMES_AHEAD)
        self._pump = threading.Thread(
            target=_pump, args=(self._child, self._frames), name="reader frames", daemon=True
        )
        self._pump.start()

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            while self._pump and self._pump.is_alive():
                with contextlib.suppress(queue.Empty):
                    self._frames.get(timeout=_TICK)
            _close_pipes(child)


def _pump(child: "subprocess.Popen[bytes]", frames: "queue.Queue[object]") -> None:
    """Move frames from the pipe to the queue; a final None says that the child is gone."""
    assert child.stdout is not None  # noqa: S101 - opened as a pipe
    with contextlib.suppress(ValueError, OSError):
        while (frame := receive(child.stdout)) is not None:
            frames.put(frame)
    frames.put(None)


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
