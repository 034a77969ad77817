"""The reader process: reads the files it is told to, inside limits, and sends rows back.

It runs as a hidden subcommand of the program, so that no file can take the app down.
"""

import contextlib
import gc
import json
import os
import queue
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dsr_desktop.domain.fault import fault_place
from dsr_desktop.domain.incoming import MessageRead
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.file_faults import refusal_of
from dsr_desktop.readers.frames import send
from dsr_desktop.readers.messages import FileDone, Unpacks, UnreadableError
from dsr_desktop.readers.reading import read_document

OUT_OF_MEMORY_EXIT = 71
_WATCH_SECONDS = 0.05
_MADE_BEFORE_GARBAGE_IS_LOOKED_FOR = 200_000


def main() -> int:
    """Read jobs (JSON, one a line) from standard input; answer with frames.

    Standard input closes when the app is gone: the process ends then, whatever it is doing.
    """
    output = sys.stdout.buffer
    gc.freeze()
    gc.set_threshold(_MADE_BEFORE_GARBAGE_IS_LOOKED_FOR)  # rows are many, and none is garbage
    jobs: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(jobs,), name=_listen.__name__, daemon=True).start()
    while line := jobs.get():
        job = json.loads(line)
        limits = Limits(**job["limits"])
        _limit_memory(limits.memory)
        try:
            with _faults_told(Path(job["path"])):
                _answer(job, limits)
        except UnreadableError as error:
            send(output, error)
        except BaseException as error:  # noqa: BLE001 - a bug or a panic: told by its place alone
            send(output, UnreadableError(Problem.READER_FAILED, fault=fault_place(error)))
    return 0


def _listen(jobs: "queue.SimpleQueue[bytes]") -> None:
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as lines:
        for line in lines:
            jobs.put(line)
    os._exit(0)


def _tell_size(size: int) -> None:
    send(sys.stdout.buffer, Unpacks(size))


def _answer(job: dict[str, Any], limits: Limits) -> None:
    output = sys.stdout.buffer
    if job.get("reads_message"):
        send(output, _message(job["path"], job["text"], limits))
        send(output, FileDone())
        return
    path = Path(job["path"])
    document = Document.on_disk(path, job["passwords"], job["encoding"], _tell_size)
    for message in read_document(document, limits):
        send(output, message)


def _message(path: str, text: str, limits: Limits) -> MessageRead:
    from dsr_desktop.readers.message_file import (  # noqa: PLC0415 - few readers need it
        read_message,
        read_pasted,
    )

    if not path:
        return read_pasted(text)
    with Path(path).open("rb") as file:
        content = file.read(limits.file_size + 1)
    if len(content) > limits.file_size:
        raise UnreadableError(Problem.FILE_TOO_LARGE, most=limits.file_size)
    return read_message(Path(path).name, content)


@contextlib.contextmanager
def _faults_told(path: Path) -> Iterator[None]:
    try:
        yield
    except MemoryError as error:
        raise UnreadableError(Problem.TOO_MUCH_MEMORY) from error
    except OSError as error:
        raise refusal_of(error, path) from error
    except UnicodeError as error:
        raise UnreadableError(Problem.DAMAGED) from error


def _limit_memory(limit: int) -> None:
    """Cap memory by the kernel where it does so (Linux), by watching it elsewhere."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    elif not any(thread.name == _watch.__name__ for thread in threading.enumerate()):
        threading.Thread(target=_watch, args=(limit,), name=_watch.__name__, daemon=True).start()


def _watch(limit: int) -> None:
    from dsr_desktop.readers.memory import peak_memory  # noqa: PLC0415 - not needed on Linux

    while peak_memory() < limit:
        time.sleep(_WATCH_SECONDS)
    os._exit(OUT_OF_MEMORY_EXIT)
