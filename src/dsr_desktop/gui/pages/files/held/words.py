"""Puts held rows, the question on one of them and what became of it into words."""

from collections.abc import Iterator, Sequence

from dsr_desktop.domain.held_row import HeldContent, HeldDecision, HeldRow
from dsr_desktop.gui.pages.files.views import HeldLine, HeldRows, Summary
from dsr_desktop.gui.pages.reason_dialog import ReasonQuestion
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.suppression import held_content, kind_label


def held_rows(tr: Tr, rows: Sequence[HeldRow]) -> HeldRows:
    """Put the held rows of one file into words: those that wait one by one, the others counted."""
    return HeldRows(
        waiting_words(tr, rows),
        tuple(_line(tr, row) for row in rows if row.is_open),
        ", ".join(_decided(tr, [row.decision for row in rows])),
        _content(tr, rows),
    )


def waiting_words(tr: Tr, rows: Sequence[HeldRow]) -> str:
    """Say how many rows wait for a decision, "" for none."""
    waiting = sum(row.is_open for row in rows)
    return tr.count("{n} row held back", "{n} rows held back", waiting) if waiting else ""


def decision_question(tr: Tr, line: HeldLine, decision: HeldDecision) -> ReasonQuestion:
    """Ask for the reason of a decision, and say what follows from it."""
    label = tr("What shows whose row it is")
    if decision is HeldDecision.SAME_PERSON:
        return ReasonQuestion(
            tr("Leave row {n} out?", n=line.number),
            tr(
                "Look into {file} first. The row stays out of the register; tell the owner of the "
                "file.",
                file=line.look_into,
            ),
            tr("Leave it out"),
            label,
        )
    return ReasonQuestion(
        tr("Store row {n}?", n=line.number),
        tr(
            "Look into {file} first. The row is read from it again and stored, and passes in "
            "newer versions of the file.",
            file=line.look_into,
        ),
        tr("Store it"),
        label,
    )


def decided_summary(tr: Tr, line: HeldLine, decision: HeldDecision) -> Summary:
    """Say what became of a held row, and what to do next."""
    if decision is HeldDecision.SAME_PERSON:
        return Summary(
            tr("Row {n} of {file} stays out", n=line.number, file=line.file),
            tr("Tell the owner of the file that the person is in it again."),
            is_good=True,
        )
    return Summary(
        tr("Row {n} of {file} is stored", n=line.number, file=line.file),
        tr("Searches look into it from now on."),
        is_good=True,
    )


def _content(tr: Tr, rows: Sequence[HeldRow]) -> str:
    """Say in which content of the file its held rows stand, "" where there is one only."""
    told = held_content(tr, rows[0]) if rows else ""
    return tr("They stand in its {content}.", content=told) if told else ""


def _line(tr: Tr, row: HeldRow) -> HeldLine:
    number = tr.number(row.row)
    place = tr("{sheet} · row {n}", sheet=row.sheet, n=number)
    return HeldLine(row.id, row.file, number, place, kind_label(tr, row.kind), _look_into(row))


def _look_into(row: HeldRow) -> str:
    """Name the file to look into, by its path where the register has another content of it too."""
    match row.content:
        case HeldContent.EARLIER if row.copies:
            return row.copies[0]
        case HeldContent.LATEST:
            return row.path
        case _:
            return row.file


def _decided(tr: Tr, decisions: Sequence[HeldDecision | None]) -> Iterator[str]:
    left_out = decisions.count(HeldDecision.SAME_PERSON)
    stored = decisions.count(HeldDecision.ANOTHER_PERSON)
    if left_out:
        yield tr.count(
            "{n} row left out: the same person", "{n} rows left out: the same person", left_out
        )
    if stored:
        yield tr.count("{n} row stored: another person", "{n} rows stored: another person", stored)
