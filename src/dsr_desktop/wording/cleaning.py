"""What is said of cleaned copies: what became of each file, what stands in the way, what to do."""

from dsr_desktop.domain.cleaning import ByHand, CleanedFile, CleanStatus, Obstacle
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.original import OriginalStatus
from dsr_desktop.wording.language import Tr

_STATUS = {
    CleanStatus.CLEAN: mark("Clean copy made"),
    CleanStatus.EMPTIED: mark("Copy made: the chosen cells are empty"),
    CleanStatus.STILL_THERE: mark("Copy made, but something of the person is left in it"),
    CleanStatus.PARTLY_CHECKED: mark(
        "Copy made. It holds pictures or parts that the app does not read: look at them"
    ),
    CleanStatus.CHANGED: mark(
        "The file changed since it was imported. Import it again and review its hits"
    ),
    CleanStatus.MISSING: mark("File not found"),
    CleanStatus.UNREADABLE: mark("Could not be read"),
    CleanStatus.BY_HAND: mark("Not cleaned"),
    CleanStatus.KEPT: mark("Left as it is: it was decided that the rows stay in it"),
}
_OBSTACLES = {
    Obstacle.FORMAT: mark("The app cannot clean files of this kind. Do it in its program."),
    Obstacle.LOCKED: mark("The file has a password. Take it off, or clean the file by hand."),
    Obstacle.SIGNED: mark("The file is signed; a change breaks the signature. Ask its owner."),
    Obstacle.SHARED_FORMULA: mark(
        "A formula fills several cells, one of which is to go. Do it in the spreadsheet program."
    ),
    Obstacle.MOVED: mark("Cells do not stand where they say. Save the file anew, then import it."),
    Obstacle.ENCODING: mark("The text has bytes that its encoding does not know. Do it by hand."),
    Obstacle.CELLS_NOT_APART: mark("What is to go cannot be told from what stays. Do it by hand."),
    Obstacle.DAMAGED: mark("The file is damaged. Save it anew in its program, then import it."),
    Obstacle.OTHERS_CHANGED: mark(
        "The copy would change other people's rows, so it was not kept. Do it by hand."
    ),
    Obstacle.OTHERS_ROW: mark(
        "The row is about somebody else too. Choose the cells to empty, or do it by hand."
    ),
}
_ORIGINALS = {
    OriginalStatus.REPLACED: mark("Replaced by its cleaned copy"),
    OriginalStatus.PUT_BACK: mark("Original put back"),
    OriginalStatus.NOT_CLEAN: mark(
        "Not replaced: something of the person is left in its copy. Clean it by hand"
    ),
    OriginalStatus.CHANGED: mark(
        "Left as it is: the file changed meanwhile. Import it again and clean that version"
    ),
    OriginalStatus.MISSING: mark("File not found"),
    OriginalStatus.NOT_WRITABLE: mark(
        "Left as it is: the file cannot be written. Close it in its program, then try again"
    ),
}


def original_label(tr: Tr, status: OriginalStatus) -> str:
    """Say what became of an original."""
    return tr(_ORIGINALS[status])


def clean_label(tr: Tr, status: CleanStatus) -> str:
    """Say what became of a file."""
    return tr(_STATUS[status])


def obstacle_sentence(tr: Tr, obstacle: Obstacle) -> str:
    """Say what stands in the way, and what to do."""
    return tr(_OBSTACLES[obstacle])


def cleaned_sentence(tr: Tr, file: CleanedFile) -> str:
    """Say what became of a file, and why if it was not cleaned."""
    label = clean_label(tr, file.status)
    if file.obstacle:
        return tr.pair(label, obstacle_sentence(tr, file.obstacle))
    return tr.pair(label, file.copy) if file.copy else label


def by_hand_sentence(tr: Tr, row: ByHand) -> str:
    """Name a row that is left to the owner of the list."""
    place = tr("{sheet}, row {row}", sheet=row.sheet, row=row.row)
    return tr.pair(place, obstacle_sentence(tr, row.why))


def left_in_part(tr: Tr, part: str) -> str:
    """Name a part of a file in which something is left."""
    return tr("Inside the file: {part}", part=part)
