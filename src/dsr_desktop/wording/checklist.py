"""Words of the erasure checklist, the same in its PDF and its workbook."""

from collections.abc import Iterator, Sequence

from dsr_desktop.domain.checklist import (
    Action,
    Checklist,
    ChecklistLine,
    GoneFile,
    OtherKind,
    OtherLine,
    UnreadSource,
)
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notes import NoteKind
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.rescanning import said_sentence
from dsr_desktop.wording.suppression import held_rows_sentence

_ACTIONS = {
    Action.ERASE: mark("Erase"),
    Action.ERASE_ROW: mark("Erase the row"),
    Action.ONLY_IN_REGISTER: mark("In no file any more, only in the register"),
    Action.ERASE_MENTION: mark("Erase only what names the person"),
    Action.ANONYMISE: mark("Make anonymous for good"),
    Action.KEEP: mark("Keep"),
}

_KINDS = {
    OtherKind.SYSTEM: mark("System"),
    OtherKind.RECIPIENT: mark("Recipient"),
    OtherKind.BACKUP: mark("Backup"),
}

_NOTES = {
    NoteKind.COMMENT: mark("Comment"),
    NoteKind.LINK: mark("Link"),
    NoteKind.FORMULA: mark("Formula"),
}


def checklist_title(tr: Tr) -> str:
    """Title on the first page."""
    return tr("Erasure checklist")


def document_title(tr: Tr, checklist: Checklist) -> str:
    """Title in the properties of the file: the request's reference, never a person (R-SEC-8)."""
    return tr("Erasure checklist {ref}", ref=checklist.ref)


def facts(tr: Tr, checklist: Checklist) -> tuple[tuple[str, str], ...]:
    """Label and value of what the checklist belongs to."""
    return (
        (tr("Request"), checklist.ref),
        (tr("Company"), checklist.company),
        (tr("Received"), tr.date(checklist.received_on)),
        (tr("Due"), tr.date(checklist.due_on)),
        (tr("Made on"), tr.date(checklist.made_on)),
    )


def counts(tr: Tr, checklist: Checklist) -> tuple[tuple[str, str], ...]:
    """Figure and its label: what is to be erased, what is not, how much was searched."""
    erase, others = checklist.rows_to_erase, checklist.rows_not_ours
    undecided, files = checklist.rows_undecided, checklist.files_searched
    kept = checklist.rows_to_keep
    rows = checklist.rows_searched
    return (
        (tr.number(erase), tr.count("row to erase", "rows to erase", erase)),
        (tr.number(kept), tr.count("row to keep archived", "rows to keep archived", kept)),
        (tr.number(others), tr.count("row about someone else", "rows about someone else", others)),
        (tr.number(undecided), tr.count("row undecided", "rows undecided", undecided)),
        (tr.number(files), tr.count("file searched", "files searched", files)),
        (tr.number(rows), tr.count("row searched", "rows searched", rows)),
    )


def headings(tr: Tr) -> tuple[str, ...]:
    """Column titles: row, cell, column, value, what to do, tick, date, initials."""
    return (
        tr("Row"), tr("Cell"), tr("Column"), tr("Value"), tr("What to do"), tr("Done"), tr("Date"),
        tr("Initials"),
    )  # fmt: skip


def what_to_do(tr: Tr, line: ChecklistLine) -> str:
    """Say what becomes of the cell or row."""
    if line.until is not None:
        reason = reason_label(tr, line.reason_code)
        return tr("Keep until {day}. {reason}", day=tr.date(line.until), reason=reason)
    return tr(_ACTIONS[line.action])


def value_shown(tr: Tr, line: ChecklistLine) -> str:
    """Text of the cell, or why there is none."""
    if line.action is Action.ERASE_ROW:
        return tr("Its import was removed from the register. Look the row up in the file.")
    if line.not_stored:
        return tr("Left out at the import. Look at the cell in the file.")
    if line.note is None:
        return line.text
    return tr.pair(note_label(tr, line.note), line.text)


def note_label(tr: Tr, kind: NoteKind) -> str:
    """Name of what hangs on a cell."""
    return tr(_NOTES[kind])


def unread_heading(tr: Tr, unread: Sequence[UnreadSource]) -> str:
    """Say how many files were not searched as a whole."""
    return tr.count(
        "{n} file was not searched, or not all of it. Look for the person there by hand.",
        "{n} files were not searched, or not all of them. Look for the person there by hand.",
        len({source.file for source in unread}),
    )


def unread_reason(tr: Tr, source: UnreadSource) -> str:
    """Say why a file was not searched and what to do."""
    return word_sentence(tr, source.sentence, source.details)


def gone_heading(tr: Tr, gone: Sequence[GoneFile]) -> str:
    """Say how many files are gone for good."""
    return tr.count(
        "{n} file is gone for good: nothing is to be erased there.",
        "{n} files are gone for good: nothing is to be erased there.",
        len(gone),
    )


def gone_reason(tr: Tr, gone: GoneFile) -> str:
    """Say what stood in a file that is gone, who said so, when and why."""
    rows = tr.count("It held {n} row.", "It held {n} rows.", gone.rows)
    return f"{rows} {said_sentence(tr, gone.said)}"


def warnings(tr: Tr, checklist: Checklist) -> Iterator[str]:
    """Sentences about what the checklist does not cover yet."""
    if checklist.rows_held:
        yield held_rows_sentence(tr, checklist.rows_held)
    if checklist.rows_undecided:
        yield tr.count(
            "{n} row found is still undecided. Confirm or reject it, then make the list again.",
            "{n} rows found are still undecided. Confirm or reject them, then make the list again.",
            checklist.rows_undecided,
        )
    if not checklist.search_is_current:
        yield outdated_search(tr)


def outdated_search(tr: Tr) -> str:
    """Say that a document may miss rows: the register has other files than were searched."""
    return tr("Files were added or removed since the search. Search again before you rely on it.")


def instructions(tr: Tr, checklist: Checklist) -> Iterator[str]:
    """Say how to work through the list."""
    yield tr(
        "Clear each cell in its file, tick it, then write the date and your initials. Deleting a "
        "whole row moves the numbers of the rows below it: then start from the bottom of the sheet."
    )
    if checklist.copies:
        yield tr.count(
            "{n} file is a copy of another: both had the same content, which was searched once. "
            "Clear the cells in each of them.",
            "{n} files are copies of others: they had the same content, which was searched once. "
            "Clear the cells in each of them.",
            checklist.copies,
        )


def others_heading(tr: Tr) -> str:
    """Say what else is to be seen to beside the files."""
    return tr("Systems, recipients and backups")


def other_line(tr: Tr, line: OtherLine) -> str:
    """Say what is to be done about a system, a recipient or a backup."""
    if line.kind is OtherKind.SYSTEM:
        return tr("Erase there, or say why it stays.")
    if line.kind is OtherKind.RECIPIENT:
        return tr("Tell them what is erased or corrected, art. 19, or say why that is impossible.")
    if line.gone_on is None:
        return tr("Say when the last copy is overwritten. A restore repeats the erasure.")
    day = tr.date(line.gone_on)
    return tr("Overwritten by {day}. A restore repeats the erasure.", day=day)


def other_kind_label(tr: Tr, kind: OtherKind) -> str:
    """Name of what a line beside the files is about."""
    return tr(_KINDS[kind])


def line_id_heading(tr: Tr) -> str:
    """Title of the column with the ids of lines, by which a ticked list is read back."""
    return tr("Line")


def aid_notice(tr: Tr) -> str:
    """Say what the list is not."""
    return tr("An aid, not legal advice; the DPO decides.")


def log_fingerprint(tr: Tr, checklist: Checklist) -> str:
    """Say up to which event of the log the list stands."""
    return log_line(tr, checklist.fingerprint)


def page_label(tr: Tr, n: int, total: int) -> str:
    """Say which page it is and of how many."""
    return tr("Page {n} of {total}", n=tr.number(n), total=tr.number(total))


def cut_note(tr: Tr, sign: str) -> str:
    """Say that some values are not printed whole."""
    return tr(
        "A value that ends with {sign} is cut; the file and the workbook have all of it.", sign=sign
    )


def substitution_note(tr: Tr, sign: str) -> str:
    """Say that some characters are not printed."""
    return tr(
        "{sign} stands for a character that cannot be printed here; the workbook has it.", sign=sign
    )


def sheet_label(tr: Tr, line: ChecklistLine) -> str:
    """Name the sheet of a line; empty for a text file, which has none."""
    return tr("Sheet {name}", name=line.sheet) if line.sheet else ""


def rows_label(tr: Tr, lines: Sequence[ChecklistLine]) -> str:
    """Count the rows that the lines of a sheet belong to."""
    return tr.count("{n} row", "{n} rows", len({line.row for line in lines}))


def hidden_label(tr: Tr, line: ChecklistLine) -> str:
    """Say whether the sheet, the row or the column must be unhidden first; empty when none."""
    parts = (
        (line.sheet_hidden, tr("hidden sheet")),
        (line.row_hidden, tr("hidden row")),
        (line.column_hidden, tr("hidden column")),
    )
    return ", ".join(words for is_hidden, words in parts if is_hidden)
