"""Second sheet: the review of a search, with list, detail and key-value list."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.gallery.frame import Frame, rows_model
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize, IconButton
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.cells import RowLook
from dsr_desktop.gui.widgets.chip import Chip, ChipLook
from dsr_desktop.gui.widgets.criterion_chip import CriterionChip
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.key_values import KeyValue, KeyValueList
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.page_header import PageHeader
from dsr_desktop.gui.widgets.row_list import HIT_HEIGHT, RowList
from dsr_desktop.gui.widgets.search_field import SearchField

_LIST_WIDTH = 474
_STRONG = ChipLook.level("Strong", 3)
_PROBABLE = ChipLook.level("Probable", 2)
_OPEN = (Icon.CIRCLE_DASHED, Ink.MUTED)
_YES = (Icon.CIRCLE_CHECK, Ink.OK)
_NO = (Icon.CIRCLE_X, Ink.MUTED)


class ReviewSheet(Frame):
    """A page after the picture of the search review."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "search")
        self.page.addWidget(_header(theme))
        self.page.setSpacing(10)
        self.page.addLayout(_criteria(theme))
        self.page.addLayout(_coverage(theme))
        self.page.addWidget(_unread(theme))
        panes = QHBoxLayout()
        panes.setSpacing(14)
        panes.addWidget(_hits(theme))
        panes.addWidget(_detail(theme), 1)
        self.page.addLayout(panes, 1)


def _header(theme: Theme) -> PageHeader:
    header = PageHeader(
        theme,
        "Search",
        state="For DSR-2026-0052, access and erasure · Camille Dupont",
        search=SearchField(theme, "Search everywhere", key="Ctrl K"),
    )
    header.add_button(Button(theme, "Search report...", icon=Icon.FILE_TEXT))
    finish = Button(theme, "Finish review", ButtonKind.PRIMARY, icon=Icon.CHECK)
    finish.disable("2 hits are open")
    header.add_button(finish)
    return header


def _criteria(theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.TIGHT)
    for kind, value in (
        ("Name", "Camille Dupont"),
        ("E-mail", "camille.dupont@acme.example"),
        ("Phone", "06 12 34 56 78"),
    ):
        row.addWidget(CriterionChip(theme, kind, value, f"Remove {kind} {value}"))
    row.addWidget(
        Button(theme, "Add criterion", ButtonKind.LINK, icon=Icon.PLUS, size=ButtonSize.SMALL)
    )
    row.addStretch(1)
    row.addWidget(Button(theme, "Search again", icon=Icon.REFRESH))
    return row


def _coverage(theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.TIGHT)
    row.addWidget(IconLabel(theme, Icon.SCAN_SEARCH, Ink.MUTED, IconSize.ROW))
    row.addWidget(
        Label(
            theme,
            "Searched 12 files, 48,210 rows  ·  1 file could not be read  ·  "
            "2 systems have not answered: CRM, support mailbox",
        )
    )
    row.addStretch(1)
    row.addWidget(Label(theme, "0.4 s", ink=Ink.MUTED))
    return row


def _unread(theme: Theme) -> Banner:
    banner = Banner(
        theme,
        Tone.SOON,
        "salon-lyon-2024.xls was not searched: the file is cut off at 18 KB",
        "From Sales, 23 November 2026. A match in it would be missing from this list.",
    )
    banner.add_button("Ask for a new copy...", Icon.MAIL)
    banner.add_button("Leave out with a reason...")
    return banner


def _hits(theme: Theme) -> ListCard:
    note = Label(theme, "2 the person · 1 someone else · 2 open", TextStyle.CAPTION, Ink.MUTED)
    card = ListCard(theme, "5 hits", aside=note)
    hits = RowList(theme, "Hits", row_height=HIT_HEIGHT)
    hits.setModel(rows_model(_hit_looks()))
    hits.model().setParent(hits)
    hits.setCurrentIndex(hits.model().index(3, 0))
    card.setFixedWidth(_LIST_WIDTH)
    card.add(hits, stretch=1)
    return card


def _hit_looks() -> list[RowLook]:
    return [
        _file("contacts.xlsx", "· Sheet Contacts", "1 hit"),
        _hit("Camille Dupont", "row 41", _YES, "Same e-mail · same phone, written 0612345678", 99),
        _file("contacts.xlsx", "· Sheet Archive", "2 hits", hidden=True),
        _hit(
            "Dupont Camille",
            "row 214",
            _OPEN,
            "Same phone, written 06.12.34.56.78 · names swapped",
            96,
        ),
        _hit("Camille Dupond", "row 388", _OPEN, "Family name one letter off · same company", 64),
        _file("newsletter.csv", "", "1 hit"),
        _hit("CAMILLE DUPONT", "row 1,087", _YES, "Same e-mail, in capitals", 97),
        _file("web-form-2026.csv", "", "1 hit"),
        _hit(
            "Camille Dupont",
            "row 3,310",
            _NO,
            "Same full name · same postcode · marked as someone else",
            61,
        ),
    ]


def _file(name: str, sheet: str, count: str, *, hidden: bool = False) -> RowLook:
    chip = ChipLook("Hidden", Tone.OUTLINE, Icon.EYE_OFF) if hidden else None
    return RowLook(
        name, aside=sheet, icon=Icon.FILE_SPREADSHEET, chip=chip, state=count, header=True
    )


def _hit(name: str, row: str, answer: tuple[Icon, Ink], reasons: str, score: int) -> RowLook:
    rejected = answer is _NO
    return RowLook(
        name,
        reasons,
        row,
        icon=answer[0],
        icon_ink=answer[1],
        chip=_STRONG if score > 90 else _PROBABLE,
        score=score,
        strong=not rejected,
        ink=Ink.MUTED if rejected else Ink.TEXT,
    )


def _detail(theme: Theme) -> ListCard:
    card = ListCard(theme)
    card.add(_detail_head(theme))
    card.add_line()
    card.body.addSpacing(7)
    card.add(KeyValueList(theme, _row_of_the_file()))
    card.add(_neighbours(theme))
    card.body.addStretch(1)
    foot = QWidget()
    column = QVBoxLayout(foot)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addWidget(_new_key(theme))
    column.addLayout(_answers(theme))
    card.add_padded(foot)
    return card


def _detail_head(theme: Theme) -> QWidget:
    head = QWidget()
    first = QHBoxLayout()
    first.setSpacing(Space.TIGHT)
    first.addWidget(Label(theme, "Dupont Camille", TextStyle.TITLE))
    first.addWidget(Chip(theme, _STRONG))
    first.addStretch(1)
    first.addWidget(Label(theme, "2 of 5", TextStyle.BODY, Ink.MUTED))
    first.addWidget(IconButton(theme, Icon.CHEVRON_UP, "Previous hit"))
    first.addWidget(IconButton(theme, Icon.CHEVRON_DOWN, "Next hit"))
    second = QHBoxLayout()
    second.setSpacing(5)
    second.addWidget(IconLabel(theme, Icon.FILE_SPREADSHEET, Ink.MUTED, IconSize.CHIP))
    place = "contacts.xlsx · Sheet Archive (hidden) · row 214"
    second.addWidget(Label(theme, place, TextStyle.BODY, Ink.MUTED))
    second.addStretch(1)
    second.addWidget(Label(theme, "imported 23 Nov 2026", TextStyle.CAPTION, Ink.MUTED))
    column = QVBoxLayout(head)
    column.setContentsMargins(17, 10, 16, 6)
    column.setSpacing(3)
    column.addLayout(first)
    column.addLayout(second)
    return head


def _row_of_the_file() -> list[KeyValue]:
    same = Icon.EQUAL
    return [
        KeyValue("Last name", "Camille", True, "same, swapped", same),
        KeyValue("First name", "Dupont", True, "same, swapped", same),
        KeyValue("Company", "ACME"),
        KeyValue("E-mail", "c.dupont@perso.example", False, "new key", Icon.SPARKLES),
        KeyValue("Mobile", "06.12.34.56.78", True, "same phone", same),
        KeyValue("Postcode, city", "69003 Lyon"),
        KeyValue("Note", "Asked for the 2023 catalogue by phone"),
        KeyValue("Newsletter", "yes"),
        KeyValue("Collected on", "14 March 2023"),
    ]


def _neighbours(theme: Theme) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(18, Space.TIGHT, 18, 0)
    grid.setVerticalSpacing(4)
    caption = "Neighbouring rows, for checking only"
    grid.addWidget(Label(theme, caption, TextStyle.CAPTION, Ink.MUTED), 0, 0, 1, 3)
    rows = (
        ("213", "Patrick Dumas", "Ateliers Brun"),
        ("214", "Dupont Camille", "ACME"),
        ("215", "Aïcha Ferhat", "Maison Lenoir"),
    )
    for number, row in enumerate(rows, 1):
        here = row[0] == "214"
        for column, text in enumerate(row):
            strong = here and column < 2
            style = TextStyle.STRONG if strong else TextStyle.BODY
            ink = Ink.TEXT if here else Ink.MUTED
            grid.addWidget(Label(theme, text, style, ink), number, column)
    grid.setColumnMinimumWidth(0, 114)
    grid.setColumnMinimumWidth(1, 152)
    grid.setColumnStretch(2, 1)
    return box


def _new_key(theme: Theme) -> Banner:
    banner = Banner(
        theme,
        Tone.INFO,
        "New key: c.dupont@perso.example",
        "Search for it too?",
        icon=Icon.SPARKLES,
    )
    banner.add_button("Search", Icon.SEARCH)
    banner.add_button("Not now")
    return banner


def _answers(theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.TIGHT)
    for text, icon, key in (
        ("This is the person", Icon.USER_CHECK, "Y"),
        ("Someone else", Icon.CIRCLE_X, "N"),
        ("Unsure", Icon.CIRCLE_HELP, "U"),
    ):
        row.addWidget(Button(theme, text, icon=icon, size=ButtonSize.LARGE, key=key), 1)
    return row
