"""Puts an import that is being prepared into words: counts, states of files, heads of columns."""

from collections.abc import Iterator

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.columns import Confidence
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.import_draft import DraftFile, ImportDraft
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.preview import ColumnPreview, Question, SheetPreview
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.gui.pages.chips import source_chip
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, Tone
from dsr_desktop.gui.widgets.cells import RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.count_tile import Count
from dsr_desktop.gui.widgets.marks import Confidence as Sign
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.mapping import confidence_label, undeclared_label
from dsr_desktop.wording.reading import remarks_on
from dsr_desktop.wording.sources import field_label

_SIGNS = {
    Confidence.SURE: Sign.SURE,
    Confidence.LIKELY: Sign.LIKELY,
    Confidence.GUESS: Sign.GUESS,
    Confidence.UNKNOWN: Sign.NONE,
}
_TONES = {
    Confidence.SURE: Tone.OK,
    Confidence.LIKELY: Tone.HOLD,
    Confidence.GUESS: Tone.SOON,
    Confidence.UNKNOWN: Tone.OUTLINE,
}


def notice_words(tr: Tr, notice: Notice) -> str:
    """Word a notice of a preview."""
    return word_sentence(tr, notice.sentence, notice.details)


def state_line(tr: Tr, draft: ImportDraft, skipped: int) -> str:
    """Say below the title that nothing is written, and what becomes of questions left open."""
    parts = [tr("nothing is written yet")]
    if draft.waiting:
        parts.append(
            tr.count(
                "{n} file to look at: unanswered, it is taken as shown",
                "{n} files to look at: unanswered, they are taken as shown",
                len(draft.waiting),
            )
        )
    return " · ".join((*parts, *left_out(tr, skipped)))


def left_out(tr: Tr, skipped: int) -> Iterator[str]:
    """Say how many system files are left out, if any are."""
    if skipped:
        yield tr.count("{n} system file is left out", "{n} system files are left out", skipped)


def counts(tr: Tr, draft: ImportDraft) -> tuple[Count, ...]:
    """Return the totals of the strip; what is zero and no news is left out."""
    new, known, held = (
        sum(getattr(file.shown, name) for file in draft.files) for name in ("new", "known", "held")
    )
    shown = [
        Count(tr.number(new), tr.count("new row", "new rows", new), Icon.PLUS, Tone.INFO),
        Count(tr.number(known), tr.count("known row", "known rows", known), Icon.EQUAL),
    ]
    if held:
        what = tr("held back: asked to be erased")
        shown.append(Count(tr.number(held), what, Icon.SHIELD_ALERT, Tone.SOON))
    if waiting := len(draft.waiting):
        what = tr.count("file to look at", "files to look at", waiting)
        shown.append(Count(tr.number(waiting), what, Icon.CIRCLE_ALERT, Tone.SOON))
    if unread := sum(not file.is_locked for file in draft.unread):
        what = tr.count("file not read", "files not read", unread)
        shown.append(Count(tr.number(unread), what, Icon.FILE_X, Tone.LATE))
    return tuple(shown)


def start_words(tr: Tr, draft: ImportDraft) -> str:
    """Return the verb of the primary button: what is stored, else what is only recorded."""
    if draft.stored or not draft.files:
        return tr.count("Import {n} file", "Import {n} files", len(draft.stored))
    if draft.unread:
        return tr.count(
            "Record {n} file as not read", "Record {n} files as not read", len(draft.unread)
        )
    places = len(draft.already_there)
    return tr.count("Remember {n} place", "Remember {n} places", places)


def file_look(tr: Tr, file: DraftFile) -> RowLook:
    """Return the row of a file: its name, its rows or why not, and how it stands."""
    name, read = file.path.name, file.read
    if read.status.is_unread:
        reason = notice_words(tr, read.reason) if read.reason else ""
        return RowLook(name, reason, chip=source_chip(tr, read.status))
    if read.status is SourceStatus.DUPLICATE:
        return RowLook(name, strong=False, state=tr("Already there"), state_icon=Icon.EQUAL)
    if chip := _chip(tr, file):
        return RowLook(name, contents(tr, file), chip=chip, strong=bool(file.open_questions))
    state = tr("Answered") if file.was_asked else tr("Ready")
    return RowLook(
        name, contents(tr, file), strong=False, state=state, state_icon=Icon.CHECK,
        state_ink=Ink.OK,
    )  # fmt: skip


def remarks(tr: Tr, file: DraftFile) -> tuple[str, ...]:
    """Return what the reader remarked, without what is asked about anyway."""
    return tuple(dict.fromkeys(notice_words(tr, one) for one in remarks_on(file.read)))


def contents(tr: Tr, file: DraftFile) -> str:
    """Say how many rows and sheets a file has."""
    rows = tr.count("{n} row", "{n} rows", file.shown.rows)
    number = len(file.shown.sheets)
    sheets = tr.count("{n} sheet", "{n} sheets", number)
    return f"{rows}, {sheets}" if number > 1 else rows


def _chip(tr: Tr, file: DraftFile) -> ChipLook | None:
    if file.open_questions:
        return ChipLook(tr("Needs a look"), Tone.SOON, Icon.CIRCLE_ALERT)
    if file.read.status is SourceStatus.PARTLY:
        return source_chip(tr, file.read.status)
    if file.is_unlocked:
        return ChipLook(tr("Password given"), Tone.INFO, Icon.LOCK_OPEN)
    return None


def files_summary(tr: Tr, draft: ImportDraft) -> str:
    """Say above the list how many files are ready and how many need a look."""
    ready = sum(not file.open_questions for file in draft.stored)
    parts = [tr.count("{n} ready", "{n} ready", ready)]
    if draft.waiting:
        parts.append(tr.count("{n} to look at", "{n} to look at", len(draft.waiting)))
    return " · ".join(parts)


def sheet_title(tr: Tr, sheet: SheetPreview) -> str:
    """Name a sheet in the choice of sheets, with what one should know before looking at it."""
    rows = tr.count("{n} row", "{n} rows", sheet.rows)
    parts = [sheet.name, rows]
    if sheet.hidden:
        parts.append(tr("hidden"))
    if is_open(sheet):
        parts.append(tr("needs a look"))
    return " · ".join(parts)


def is_open(sheet: SheetPreview) -> bool:
    """Tell whether a sheet of a list has a question."""
    return bool(sheet.questions(is_list=True))


def sheet_counts(tr: Tr, sheet: SheetPreview) -> str:
    """Say how many rows of a sheet are new, known and held back, and which are shown."""
    parts = [
        tr.count("{n} new row", "{n} new rows", sheet.new),
        tr.count("{n} known row", "{n} known rows", sheet.known),
    ]
    if sheet.held:
        parts.append(tr.count("{n} row held back", "{n} rows held back", sheet.held))
    return " · ".join(filter(None, (*parts, _rows_shown(tr, sheet))))


def _rows_shown(tr: Tr, sheet: SheetPreview) -> str:
    """Say which rows are shown."""
    numbers = [n for n, _cells in sheet.first_rows]
    if not numbers:
        return ""
    return tr("rows {first} to {last}", first=tr.number(numbers[0]), last=tr.number(numbers[-1]))


def field_words(tr: Tr, field: Field | None) -> str:
    """Name what a column means."""
    return field_label(tr, field) if field else tr("Not used, still searched")


def column_name(tr: Tr, column: ColumnPreview) -> str:
    """Name a column by letter and title."""
    letter = column_letters(column.number)
    if not column.header:
        return tr("Column {letter}", letter=letter)
    return tr("Column {letter}, {title}", letter=letter, title=column.header)


def sign_of(column: ColumnPreview) -> Sign:
    """Return the dot that shows how sure the meaning of a column is."""
    return _SIGNS[column.confidence]


def confidence_chip(tr: Tr, column: ColumnPreview) -> ChipLook:
    """Return the quiet chip that says how sure the meaning of a column is."""
    return ChipLook(confidence_label(tr, column.confidence), _TONES[column.confidence])


def undeclared_title(tr: Tr, columns: int) -> str:
    """Say how many columns the policy does not announce."""
    return tr.count(
        "{n} column is not announced in your privacy policy",
        "{n} columns are not announced in your privacy policy",
        columns,
    )


def undeclared_name(tr: Tr, column: ColumnPreview) -> str:
    """Name a column that the policy does not announce, and what it holds."""
    name = column.header or column_letters(column.number)
    if column.undeclared is None:
        return name
    return tr("{column} ({words})", column=name, words=undeclared_label(tr, column.undeclared))


_ASKED_IN_THE_TABLE = (
    Question.HEADER,
    Question.NO_IDENTITY_COLUMN,
    Question.MAPPING_UNSURE,
)


def asked_by_word(file: DraftFile) -> tuple[Question, ...]:
    """Return the open questions that a word of the user settles."""
    return tuple(one for one in file.open_questions if one in _ASKED_IN_THE_TABLE)
