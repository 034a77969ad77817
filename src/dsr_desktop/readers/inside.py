"""Reads a document found inside another one: an archive's member, a mail's attachment."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from dsr_desktop.domain.cells import join_cells
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.batches import Tally
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.kinds import Kind
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.packed_size import unpacked_size
from dsr_desktop.readers.parts import Part, ReadRow, ReadSheet
from dsr_desktop.readers.turns import Turns, refuse_empty

DEEPEST = 3
_RUNS = 2
INSIDE = " › "
_KEPT_CHARACTERS = 8_000_000
_KEPT_ROWS = 20_000
_NAMED = 20
_REASONS = 100
_ABOUT_PARTS = frozenset({Problem.PART_NOT_READ, Problem.PART_READ_IN_PART, Problem.PART_NOTED})


def parts_of(document: Document, limits: Limits, label: str) -> Iterator[Part]:
    """Yield the sheets and warnings of a document made by `Document.inside`.

    Sheets are named "label › sheet", or as the label where the document is one table. What cannot
    be read yields Warned with PART_NOT_READ, the label and the reason; nothing of it is yielded.
    Raises UnreadableError only when all that was unpacked so far is more than the limits allow.
    """
    if document.unpacked.total > limits.text:
        raise UnreadableError(Problem.TOO_MUCH_TEXT, most=limits.text)
    try:
        for part in _whole_parts(document, limits):
            if isinstance(part, ReadSheet):
                yield replace(part, name=_sheet_label(part.name, document, label))
            elif isinstance(part, Warned):
                yield _about(part.problem, part.details, label)
    except UnreadableError as error:
        yield not_read(error, label)
    except MemoryError:
        yield not_read(UnreadableError(Problem.TOO_MUCH_MEMORY), label)
    except (OSError, UnicodeError):
        yield not_read(UnreadableError(Problem.DAMAGED), label)


def not_read(error: UnreadableError, label: str) -> Warned:
    """Return the warning that names a document inside another one and why it was not read."""
    if error.problem is Problem.PART_NOT_READ:
        return _about(error.problem, error.details, label)
    details = {"part": label, "files": 1, "cause": error.problem.value, **error.details}
    return Warned(Problem.PART_NOT_READ, details)


class WarningsByReason:
    """Gathers the warnings about many inner documents: one for each reason, which names the first.

    An archive of a thousand pictures yields one warning, and it says that they are a thousand.
    """

    def __init__(self) -> None:
        self._groups: dict[str, _Group] = {}
        self._beyond = 0

    def sift(self, parts: Iterator[Part]) -> Iterator[FileFound | ReadSheet]:
        """Pass sheets on and keep the warnings."""
        for part in parts:
            if isinstance(part, Warned):
                self.add(part)
            else:
                yield part

    def add(self, warned: Warned) -> None:
        """Keep a warning for the end."""
        reason = {
            name: value for name, value in warned.details.items() if name not in {"part", "files"}
        }
        key = json.dumps([warned.problem, reason], sort_keys=True, default=str)
        if key not in self._groups and len(self._groups) >= _REASONS:
            self._beyond += _files(warned)
        else:
            self._groups.setdefault(key, _Group(warned.problem, reason)).add(warned)

    def refusal(self) -> UnreadableError:
        """Return why nothing was read: PASSWORD if one would help, else the first reason."""
        if any(group.reason.get("cause") == Problem.PASSWORD for group in self._groups.values()):
            return UnreadableError(Problem.PASSWORD)
        for group in self._groups.values():
            return UnreadableError(group.problem, **group.warning().details)
        return UnreadableError(Problem.NOTHING_INSIDE)

    def warnings(self) -> Iterator[Warned]:
        """Yield one warning for each reason."""
        for group in self._groups.values():
            yield group.warning()
        if self._beyond:
            yield Warned(Problem.PARTS_NOT_NAMED, {"files": self._beyond})


@dataclass
class _Group:
    problem: Problem
    reason: dict[str, object]
    parts: list[str] = field(default_factory=list)
    files: int = 0

    def add(self, warned: Warned) -> None:
        self.files += _files(warned)
        if len(self.parts) <= _NAMED:
            self.parts.append(str(warned.details.get("part", "")))

    def warning(self) -> Warned:
        if self.problem not in _ABOUT_PARTS:
            return Warned(self.problem, self.reason)
        shown = self.parts[:_NAMED] + ["…"] * (len(self.parts) > _NAMED)
        return Warned(self.problem, {"part": ", ".join(shown), "files": self.files, **self.reason})


def _files(warned: Warned) -> int:
    files = warned.details.get("files")
    return files if isinstance(files, int) else 1


def _about(problem: Problem, details: Mapping[str, object], label: str) -> Warned:
    """Say where inside it was; a warning about something deeper gets the longer label."""
    if problem in _ABOUT_PARTS:
        return Warned(problem, {**details, "part": f"{label}{INSIDE}{details['part']}"})
    about = Problem.PART_READ_IN_PART if problem.loses_content else Problem.PART_NOTED
    return Warned(about, {"part": label, "files": 1, "cause": problem.value, **details})


def _sheet_label(sheet: str, document: Document, label: str) -> str:
    return label if sheet in {"", document.stem} else f"{label}{INSIDE}{sheet}"


def _whole_parts(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the parts of a document that is read to its end; UnreadableError before the first.

    An archive yields at once: each of its members is either read whole or named.
    """
    if document.depth > DEEPEST:
        raise UnreadableError(Problem.NESTED_TOO_DEEP, most=DEEPEST)
    turns = Turns(document, limits)
    document = turns.document
    document.unpacked.tell(_RUNS * (document.size() + unpacked_size(document)))
    if turns.kind is Kind.ARCHIVE:
        yield from turns.read_anew(next(iter(turns)))
    else:
        yield from _rehearsed(turns, limits)


def _rehearsed(turns: Turns, limits: Limits) -> Iterator[Part]:
    for reader in turns:
        kept: _Kept | None = None
        unpacked = turns.document.unpacked.total
        with turns.parts_by(reader) as parts:
            kept = _rehearse(parts, limits)
        if kept is None:
            continue
        if kept.is_all:
            yield from kept.parts
        else:
            turns.document.unpacked.total = unpacked
            yield from turns.read_anew(reader)
        yield from turns.read_by(reader)
        return


def _rehearse(parts: Iterator[Part], limits: Limits) -> "_Kept":
    """Read to the end, and keep the parts if they are few: if not, they are read a second time.

    Raises UnreadableError when the reader fails anywhere or finds nothing.
    """
    kept = _Kept(limits)
    for part in parts:
        kept.take(part)
    refuse_empty(kept.row_count)
    return kept


class _Kept:
    """Counts what a reader yields, held to the limits, and keeps it as long as it is little."""

    def __init__(self, limits: Limits) -> None:
        self._tally = Tally(limits)
        self.is_all = True
        self.parts: list[Part] = []

    @property
    def row_count(self) -> int:
        return self._tally.row_count

    def take(self, part: Part) -> None:
        if isinstance(part, ReadSheet):
            rows: list[ReadRow] = []
            self._add(replace(part, rows=iter(rows)))
            self._take_rows(part, rows)
        else:
            self._add(part)

    def _add(self, part: Part) -> None:
        if self.is_all:
            self.parts.append(part)

    def _take_rows(self, sheet: ReadSheet, rows: list[ReadRow]) -> None:
        tally = self._tally
        for row in sheet.rows:
            text = join_cells(row.cells)
            if not (text or row.notes):
                continue
            tally.count(row, text)
            if self.is_all:
                rows.append(row)
                self._forget_if_many(rows)

    def _forget_if_many(self, rows: list[ReadRow]) -> None:
        tally = self._tally
        if tally.row_count > _KEPT_ROWS or tally.characters > _KEPT_CHARACTERS:
            self.is_all = False
            self.parts.clear()
            rows.clear()
