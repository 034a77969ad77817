"""Letters to many people: those that can be written, and those that were, with what left."""

from functools import partial

from dsr_desktop.domain.article14 import Art14State
from dsr_desktop.domain.circular import CIRCULARS, CircularFormat
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.letter import Letter, LetterSheet
from dsr_desktop.domain.letter_values import SEVERAL_LINES
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.gui.pages.registers.inputs import Input, Typed
from dsr_desktop.gui.pages.registers.views import (
    Action,
    Answer,
    Asked,
    Desk,
    Head,
    Kind,
    Line,
    Listing,
    Told,
    facts_of,
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import TextStyle, Tone
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.services.article14 import list_art14
from dsr_desktop.services.circular_sending import CircularView, list_circulars, send_circular
from dsr_desktop.services.circulars import (
    CircularDraft,
    CircularFiles,
    draft_circular,
    write_circular,
)
from dsr_desktop.services.letter_writing import LetterOrder, letter_sheet
from dsr_desktop.services.retention_review import contacts_at
from dsr_desktop.wording.circulars import circular_line, reach_lines
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.letter_filling import fill_letter
from dsr_desktop.wording.letters import letter_label, placeholder_label

_MOST_TICKS = 60
_OWN_INPUTS = frozenset({"form", "folder"})


def _heads(tr: Tr) -> tuple[Head, ...]:
    return (Head(tr("Letter")), Head(tr("People"), 110), Head(tr("State"), 150))


def _read(desk: Desk) -> Listing:
    tr = desk.tr
    tasks = [one for one in list_art14(desk.register) if one.state is Art14State.TO_DO]
    orders = [(LetterOrder(LetterKind.ART14, source_id=one.source_id), one.name) for one in tasks]
    orders += [(LetterOrder(kind), "") for kind in CIRCULARS if kind is not LetterKind.ART14]
    written = list_circulars(desk.register)
    return Listing(
        lines=(*(_possible(desk, order, name) for order, name in orders),
               *(_written(desk, one) for one in reversed(written))),
        state=tr.count("{n} letter to many written", "{n} letters to many written", len(written)),
        waiting=len(tasks),
    )  # fmt: skip


def _possible(desk: Desk, order: LetterOrder, name: str) -> Line:
    tr = desk.tr
    title = letter_label(tr, order.kind)
    chip = (
        ChipLook(tr("To be told"), Tone.SOON, Icon.CLOCK)
        if name else ChipLook(tr("Possible"), Tone.INFO, Icon.MAIL)
    )  # fmt: skip
    try:
        sheet = letter_sheet(desk.register, order, desk.today)
    except DsrError as error:  # a template of the company's own that cannot be used
        return _line(order, title, name, chip, (), (), (word_error(tr, error),))
    letter = fill_letter(sheet, {})
    facts = (*(KeyValue(tr("List"), name) for _ in name[:1]), *_said(tr, letter))
    return _line(order, title, name, chip, facts, _actions(desk, order, sheet))


def _line(
    order: LetterOrder, title: str, name: str, chip: ChipLook, facts: tuple[KeyValue, ...],
    actions: tuple[Action, ...], hints: tuple[str, ...] = (),
) -> Line:  # fmt: skip
    return Line(
        key=f"{order.kind} {order.source_id}", title=title,
        cells=(CellLook(title, name, style=TextStyle.STRONG), CellLook(""), CellLook(chip=chip)),
        sort_values=(title, -1, 0 if name else 1), facts=facts, actions=actions, hints=hints,
    )  # fmt: skip


def _said(tr: Tr, letter: Letter) -> tuple[KeyValue, ...]:
    """Show the letter before it is written: what is still to fill in stands in it by its name."""
    body = letter.body
    for name in letter.gaps:
        body = body.replace(f"{{{name}}}", f"[{placeholder_label(tr, name)}]")
    return (KeyValue(tr("Subject"), letter.subject), KeyValue(tr("The letter"), body))


def _actions(desk: Desk, order: LetterOrder, sheet: LetterSheet) -> tuple[Action, ...]:
    tr = desk.tr
    counting = Asked(
        tr("Who gets this letter?"), tr("Count"), (),
        sentence=tr("Nothing is written. Whoever opposed, is restricted or was erased is left out."),
    )  # fmt: skip
    writing = Asked(
        letter_label(tr, order.kind), tr("Write the letters"), (*_texts(tr, sheet), *_files(tr)),
        sentence=tr("The register chooses the people, and notes to whom the letter goes. Send it, "
                    "then record that it left."),
        remark=partial(_missing, tr, sheet),
    )  # fmt: skip
    return (
        Action(tr("Write…"), Icon.FILE_TEXT, writing, partial(_write, desk, order),
               partial(_told_files, tr)),
        Action(tr("Count…"), Icon.LIST_CHECKS, counting,
               lambda _answer: draft_circular(desk.register, order, desk.today),
               partial(_told_reach, tr)),
    )  # fmt: skip


def _texts(tr: Tr, sheet: LetterSheet) -> tuple[Input, ...]:
    return tuple(
        Input(
            name, placeholder_label(tr, name),
            Typed.NOTE if name in SEVERAL_LINES else Typed.LINE, text,
            required=name != "remark", lines=4 if name == "notice" else 2,
        )
        for name, text in sheet.free.items()
        if name != "addressee"
    )  # fmt: skip


def _files(tr: Tr) -> tuple[Input, ...]:
    forms = (
        (CircularFormat.PDF, tr("One PDF, a letter for each person")),
        (CircularFormat.XLSX, tr("The letter, and a workbook to merge")),
        (CircularFormat.CSV, tr("The letter, and a CSV to merge")),
    )
    return (
        Input("form", tr("Files"), Typed.CHOICE, CircularFormat.PDF, options=forms),
        Input("folder", tr("Folder"), Typed.FOLDER, required=True),
    )


def _missing(tr: Tr, sheet: LetterSheet, answer: Answer) -> str:
    try:
        gaps = fill_letter(sheet, _own_texts(answer)).gaps
    except DsrError as error:
        return word_error(tr, error)
    names = ", ".join(placeholder_label(tr, one) for one in gaps)
    return tr("Still to fill in: {names}", names=names) if names else ""


def _own_texts(answer: Answer) -> dict[str, str]:
    return {name: str(text) for name, text in answer.items() if name not in _OWN_INPUTS}


def _write(desk: Desk, order: LetterOrder, answer: Answer) -> CircularFiles:
    wanted = LetterOrder(order.kind, written=_own_texts(answer), source_id=order.source_id)
    return write_circular(
        desk.register, wanted, answer["form"], answer["folder"], desk.today
    )  # fmt: skip


def _told_files(tr: Tr, made: CircularFiles) -> Told:
    names = ", ".join(path.name for path in made.files)
    where = tr("{names} in {folder}", names=names, folder=str(made.files[0].parent))
    first, *others = reach_lines(tr, made.reach)
    return Told(first, f"{where}. {tr.series(others)}".strip())


def _told_reach(tr: Tr, draft: CircularDraft) -> Told:
    first, *others = reach_lines(tr, draft.reach)
    return Told(first, tr.series(others), Tone.OK if draft.reach.people else Tone.SOON)


def _written(desk: Desk, view: CircularView) -> Line:
    tr, one = desk.tr, view.circular
    waiting = len(view.people) - view.sent
    chip = (
        ChipLook(tr("Not all sent"), Tone.SOON, Icon.SEND)
        if waiting else ChipLook(tr("Sent"), Tone.OK, Icon.CIRCLE_CHECK)
    )  # fmt: skip
    title, day = letter_label(tr, one.kind), tr.date(one.made_on)
    return Line(
        key=f"written {one.id}", title=title,
        cells=(CellLook(title, day), CellLook(tr.number(one.people), number=True),
               CellLook(chip=chip)),
        sort_values=(title, one.people, 2 + (not waiting)),
        facts=facts_of(desk, {
            tr("Written"): circular_line(tr, one, view.sent), tr("By"): one.made_by,
            tr("Left out"): tr.number(one.left_out), tr("Digest"): one.sha256,
        }),
        actions=(_sending(desk, view),) if waiting else (),
    )  # fmt: skip


def _sending(desk: Desk, view: CircularView) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Record that the letter left"), tr("Record sending"),
        (Input("on", tr("Sent on"), Typed.DAY, desk.today, required=True), *_ticks(desk, view)),
        sentence=tr("Once all letters under art. 14 left, the people of the list are told."),
    )  # fmt: skip

    def work(answer: Answer) -> CircularView:
        rows = frozenset(answer["rows"]) if "rows" in answer else None
        return send_circular(desk.register, view.circular.id, answer["on"], desk.today, rows)

    return Action(
        tr("Record that it left…"), Icon.SEND, asked, work,
        lambda made: Told(circular_line(tr, made.circular, made.sent)),
    )  # fmt: skip


def _ticks(desk: Desk, view: CircularView) -> tuple[Input, ...]:
    """Name the people to tick, unless they are too many for a form: then all letters left at once."""
    rows = [one.row_id for one in view.people if one.sent_on is None]
    if len(rows) > _MOST_TICKS:
        return ()
    named = {one.row_id: one.title for one in contacts_at(desk.register, rows, desk.today)}
    options = tuple((row, named.get(row) or str(row)) for row in rows)
    return (
        Input("rows", desk.tr("To whom"), Typed.TICKS, tuple(rows), required=True, options=options),
    )


CIRCULAR_LETTERS = Kind(
    "circulars", Icon.MAIL, mark("Letters to many"), mark("No letter can be written"),
    mark("Bring in a list whose people are to be told, or record a new version of the policy."),
    _heads, _read,
)  # fmt: skip
