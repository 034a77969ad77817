"""What the window says of cleaned copies and of files that were replaced."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from dsr_desktop.domain.cleaning import CleanedFile, Cleaning, CleanStatus
from dsr_desktop.domain.erasure import ErasurePlan
from dsr_desktop.domain.original import CleanedPlace, OriginalResult, Originals, OriginalStatus
from dsr_desktop.gui.pages.requests.made import Written
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.wording.cleaning import (
    by_hand_sentence,
    cleaned_sentence,
    left_in_part,
    original_label,
)
from dsr_desktop.wording.erasure import erased_lines, plan_lines, unreached_line
from dsr_desktop.wording.language import Tr

if TYPE_CHECKING:
    from dsr_desktop.services.checklist_returns import ReadBack, ReturnShown
    from dsr_desktop.services.erasing import Erased
    from dsr_desktop.services.shared_cells import SharedCell

_TONES = {
    CleanStatus.CLEAN: Tone.OK,
    CleanStatus.EMPTIED: Tone.OK,
    CleanStatus.KEPT: Tone.OK,
    CleanStatus.PARTLY_CHECKED: Tone.SOON,
    CleanStatus.CHANGED: Tone.SOON,
    CleanStatus.MISSING: Tone.SOON,
}
_MOST_CELLS, _MOST_SIGNS = 8, 60
_DONE = frozenset({OriginalStatus.REPLACED, OriginalStatus.PUT_BACK})


@dataclass(frozen=True)
class FileResult:
    """What became of a file: its name, a tone, and what is said of it, a line each."""

    name: str
    tone: Tone
    lines: tuple[str, ...]


def cleaned_results(tr: Tr, cleaning: Cleaning) -> tuple[FileResult, ...]:
    """Say of each file what became of its copy, and why there is none."""
    return tuple(_cleaned(tr, one) for one in cleaning.files)


def original_results(tr: Tr, originals: Originals) -> tuple[FileResult, ...]:
    """Say of each file whether it was replaced, or put back, and why not."""
    return tuple(_original(tr, one) for one in originals.files)


def made_title(tr: Tr, cleaning: Cleaning) -> str:
    """Say how many copies were made."""
    made = sum(bool(one.copy) for one in cleaning.files)
    return tr.count("{n} cleaned copy made", "{n} cleaned copies made", made)


def replaced_title(tr: Tr, originals: Originals) -> str:
    """Say how many files were replaced, or put back."""
    done = [one for one in originals.files if one.status in _DONE]
    if any(one.status is OriginalStatus.PUT_BACK for one in done):
        return tr.count("{n} file put back", "{n} files put back", len(done))
    return tr.count("{n} file replaced", "{n} files replaced", len(done))


def marked_line(tr: Tr, marked: int) -> str:
    """Say how many lines of the checklist somebody saw to."""
    if not marked:
        return tr("What became of each cell, system and recipient: when, by whom, what shows it.")
    return tr.count("{n} line is done", "{n} lines are done", marked)


def copies_line(tr: Tr, cleaned: Sequence[CleanedPlace]) -> str:
    """Say how many copies there are, and how many of them are not clean."""
    if not cleaned:
        return tr("Copies of the files without this person. The files stay as they are.")
    said = tr.count("{n} copy made", "{n} copies made", len(cleaned))
    left = sum(one.status is CleanStatus.STILL_THERE for one in cleaned)
    if not left:
        return said
    others = tr.count("{n} is not clean yet", "{n} are not clean yet", left)
    return f"{said}, {others}"


def replacing_line(tr: Tr, cleaned: Sequence[CleanedPlace]) -> str:
    """Say how many files gave their place to a copy."""
    replaced = sum(one.is_replaced for one in cleaned)
    if not replaced:
        return tr("A second step: the copies take the place of the files. It can be undone.")
    return tr.count(
        "{n} file is replaced. Until the request is closed it can be put back.",
        "{n} files are replaced. Until the request is closed they can be put back.",
        replaced,
    )


def replace_question(tr: Tr, cleaned: Sequence[CleanedPlace]) -> tuple[str, str]:
    """Return the question before files are replaced, and the sentence below it, with the counts."""
    ready = [one for one in cleaned if one.may_replace]
    question = tr.count(
        "Replace {n} file by its cleaned copy?", "Replace {n} files by their cleaned copies?",
        len(ready),
    )  # fmt: skip
    rows = tr.count(
        "{n} row of this person goes.", "{n} rows of this person go.",
        sum(one.rows for one in ready),
    )  # fmt: skip
    names = ", ".join(PurePath(one.path).name for one in ready)
    kept = tr("The register keeps the originals until the request is closed, to put them back.")
    sentences = [f"{names}.", rows, kept]
    if left := sum(one.status is CleanStatus.STILL_THERE for one in cleaned):
        sentences.append(
            tr.count(
                "{n} file stays as it is: its copy is not clean.",
                "{n} files stay as they are: their copies are not clean.",
                left,
            )
        )
    return question, " ".join(sentences)


def cells_question(tr: Tr, cells: Sequence["SharedCell"]) -> tuple[str, str]:
    """Return the question before cells are emptied in rows of somebody else, and which they are."""
    question = tr.count(
        "Empty {n} cell in rows that are somebody else's too?",
        "Empty {n} cells in rows that are somebody else's too?",
        len(cells),
    )
    shown = cells[:_MOST_CELLS]
    lines = [tr.pair(f"{one.file} {one.address}", one.text[:_MOST_SIGNS]) for one in shown]
    if more := len(cells) - len(lines):
        lines.append(tr.count("{n} more", "{n} more", more))
    lines.append(tr("The whole cell is emptied. If something in it is to stay, do it by hand."))
    return question, "\n".join(lines)


def put_back_question(tr: Tr, cleaned: Sequence[CleanedPlace]) -> tuple[str, str]:
    """Return the question before originals are put back, and the sentence below it."""
    replaced = [one for one in cleaned if one.is_replaced]
    question = tr.count(
        "Put {n} original back in its place?", "Put {n} originals back in their places?",
        len(replaced),
    )  # fmt: skip
    names = ", ".join(PurePath(one.path).name for one in replaced)
    sentence = tr(
        "{names}. The rows of this person come back with them. A file that somebody changed "
        "since stays as it is.",
        names=names,
    )
    return question, sentence


def erase_question(tr: Tr, plan: ErasurePlan) -> tuple[str, str]:
    """Return the question before an erasure from the register, and its counts with what follows."""
    question = tr.count(
        "Erase {n} row of this person from the register?",
        "Erase {n} rows of this person from the register?",
        len(plan.rows),
    )
    last = tr("The ledger of erasures names them by position. This cannot be undone.")
    return question, "\n".join([*plan_lines(tr, plan), last])


def return_counts(tr: Tr, shown: "ReturnShown") -> tuple[str, ...]:
    """Count what a ticked list says: new, known before, not ticked."""
    counts = [tr.count("{n} line is new", "{n} lines are new", len(shown.marks))]
    if shown.known:
        counts.append(tr.count("{n} is known", "{n} are known", shown.known))
    left = tr.count("{n} line is not ticked", "{n} lines are not ticked", shown.unticked)
    return (*counts, left)


def return_written(tr: Tr, back: "ReadBack", name: str) -> Written:
    """Say what was taken from a ticked list."""
    done = tr.count("{n} line recorded", "{n} lines recorded", back.marked)
    left = tr.count("{n} line is not ticked", "{n} lines are not ticked", back.unticked)
    return Written(done, f"{name} · {left}")


def erased_written(tr: Tr, done: "Erased") -> Written:
    """Say what was erased from the register, and what is left to do."""
    first, *traces = erased_lines(tr, len(done.plan.rows), wiped=done.wiped)
    listed = tr.count(
        "{n} key is on the suppression list", "{n} keys are on the suppression list", done.listed
    )
    late = [unreached_line(tr, str(one)) for one in done.unreached]
    return Written(first, listed if done.listed else "", " ".join([*traces, *late]))


def _cleaned(tr: Tr, file: CleanedFile) -> FileResult:
    left = tuple(tr("{sheet}, row {row}", sheet=one.sheet, row=one.row) for one in file.left)
    lines = (
        cleaned_sentence(tr, file),
        *left,
        *(left_in_part(tr, one) for one in file.parts),
        *(by_hand_sentence(tr, one) for one in file.by_hand),
    )
    tone = _TONES.get(file.status, Tone.LATE)
    is_open = file.by_hand and tone is Tone.OK
    return FileResult(PurePath(file.path).name, Tone.SOON if is_open else tone, lines)


def _original(tr: Tr, file: OriginalResult) -> FileResult:
    tone = Tone.OK if file.status in _DONE else Tone.LATE
    return FileResult(PurePath(file.path).name, tone, (original_label(tr, file.status),))
