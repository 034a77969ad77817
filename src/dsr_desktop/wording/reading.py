"""Why a file was not read, and what to do about it."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.reading import Problem

_SENTENCES = {
    Problem.NOT_FOUND: mark("There is no such file. Check the path."),
    Problem.NO_PERMISSION: mark("You may not open this file. Ask its owner for access or a copy."),
    Problem.EMPTY: mark("The file is empty: 0 bytes. Ask for a new copy."),
    Problem.NOTHING_INSIDE: mark("No row was found in it. Open it to see whether it is really empty."),
    Problem.DAMAGED: mark("The file is damaged or cut off. Ask for a new copy."),
    Problem.PASSWORD: mark("The file is protected by a password. Save a copy without it, then import that."),
    Problem.UNKNOWN_KIND: mark("This kind of file ({kind}) is not read. Save it as xlsx or csv, then import that."),
    Problem.NOT_TEXT: mark("The content is neither a workbook nor text. Ask which program made it."),
    Problem.CELL_TOO_LONG: mark("Row {row} has a cell that is too long to be meant. Check its quotes."),
    Problem.TOO_MANY_ROWS: mark("The file has more than {most} rows. Split it, then import the parts."),
    Problem.TOO_MUCH_TEXT: mark("The file unpacks to more than {most} bytes. Split it, then import the parts."),
    Problem.FILE_TOO_LARGE: mark("The file is larger than {most} bytes. Split it, then import the parts."),
    Problem.TOO_MUCH_MEMORY: mark("Reading it needs too much memory. Save it as csv, then import that."),
    Problem.TOO_LONG: mark("Reading it took too long and was stopped. Save it as csv, then import that."),
    Problem.READER_DIED: mark("The file made the reader fail. Save it as csv, then import that."),
    Problem.READER_FAILED: mark("The program failed on it ({fault}); the file itself may be sound. Save it as csv, then import that."),
    Problem.CHANGED_WHILE_READ: mark("The file changed while it was read. Close it elsewhere, then import it again."),
    Problem.QUOTE_NOT_CLOSED: mark("Row {row} holds several lines in one cell. Check its quotes in the file."),
    Problem.COMMENTS_NOT_READ: mark("Its comments were not read. Look through them by hand."),
    Problem.LINKS_NOT_READ: mark("It has e-mail links to addresses that no cell shows; they were not read. Look through them by hand."),
    Problem.SHEETS_NOT_READ: mark("Its sheets without cells, such as chart sheets, were not read. Look through them by hand."),
}  # fmt: skip


def problem_sentence(problem: Problem) -> str:
    """English sentence, with placeholders, for what was wrong with a file."""
    return _SENTENCES[problem]
