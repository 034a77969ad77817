"""Fourth sheet: counts, and rows grouped by file and owner with ticks and states."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout

from dsr_desktop.gui.gallery.frame import Frame, cells
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.count_tile import Count, CountTile
from dsr_desktop.gui.widgets.grouped_list import GroupedList
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.page_header import PageHeader
from dsr_desktop.gui.widgets.search_field import SearchField
from dsr_desktop.gui.widgets.segmented import Segmented

_STILL = ChipLook("Encore présent", Tone.LATE, Icon.CIRCLE_ALERT)
_GONE = ChipLook("Effacé et vérifié", Tone.OK, Icon.CIRCLE_CHECK)
_SAID = ChipLook("Effacé, déclaré", Tone.INFO, Icon.CLIPBOARD_CHECK)
_KEPT = ChipLook("Conservé, archivé", Tone.HOLD, Icon.ARCHIVE)
_READ = "relu le 24 nov."
_Row = tuple[str, str, ChipLook, str, bool | None]
_GROUPS: tuple[tuple[str, Icon, str, str, tuple[_Row, ...]], ...] = (
    (
        "salon-lyon-2025.xlsx",
        Icon.FILE_SPREADSHEET,
        "· Léa Marchand, Commerce",
        "1 sur 2",
        (
            ("Feuille Badges · ligne 88", "Nom, e-mail, téléphone", _STILL, _READ, False),
            ("Feuille Badges · ligne 214", "Nom, e-mail", _GONE, _READ, True),
        ),
    ),
    (
        "contacts.xlsx",
        Icon.FILE_SPREADSHEET,
        "· Hugo Perrin, Commerce",
        "2 sur 2",
        (
            ("Feuille Contacts · ligne 41", "Toute la ligne, note comprise", _GONE, _READ, True),
            ("Feuille Archive (masquée) · ligne 214", "Toute la ligne", _GONE, _READ, True),
        ),
    ),
    (
        "Outil d’e-mailing",
        Icon.SERVER,
        "· Inès Garnier, Marketing",
        "1 sur 1",
        (
            (
                "Liste « Actualités »",
                "Adresse et historique d’envoi",
                _SAID,
                "preuve du 20 nov.",
                True,
            ),
        ),
    ),
    (
        "factures-2025.xlsx",
        Icon.FILE_SPREADSHEET,
        "· Paul Vasseur, Comptabilité",
        "3 lignes",
        (
            (
                "Feuille 2025 · lignes 12, 31 et 77",
                "Obligation légale, art. 17(3)(b)",
                _KEPT,
                "jusqu’au 31.12.2035",
                None,
            ),
        ),
    ),
)


class ErasureSheet(Frame):
    """A page after the picture of the erasure checklist, in French."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "requests")
        self.page.addWidget(_header(theme))
        self.page.setSpacing(11)
        self.page.addLayout(_counts(theme))
        self.page.addWidget(_still_there(theme))
        self.page.addWidget(_rows(theme))
        self.page.addLayout(_footnote(theme))
        self.page.addStretch(1)


def _header(theme: Theme) -> PageHeader:
    header = PageHeader(
        theme,
        "Effacement",
        state="DSR-2026-0052 · Camille Dupont · liste approuvée le 23 novembre 2026",
        search=SearchField(theme, "Chercher partout", key="Ctrl K"),
    )
    header.add_button(Button(theme, "Imprimer la liste...", icon=Icon.PRINTER))
    header.add_button(Button(theme, "Relire les sources", ButtonKind.PRIMARY, icon=Icon.REFRESH))
    return header


def _counts(theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.SNUG)
    for count in (
        Count("14", "à effacer", Icon.ERASER, Tone.INFO, "13 effacées, 1 encore présente"),
        Count(
            "3", "à conserver, archivées", Icon.ARCHIVE, detail="factures, jusqu’au 31 déc. 2035"
        ),
        Count("2", "hors périmètre", Icon.USER_X, detail="homonyme écarté à la recherche"),
    ):
        row.addWidget(CountTile(theme, count), 1)
    return row


def _still_there(theme: Theme) -> Banner:
    banner = Banner(
        theme,
        Tone.SOON,
        "Relecture du 24 novembre : 9 sources propres, 1 ligne encore présente",
        "salon-lyon-2025.xlsx, feuille Badges, ligne 88 : l’e-mail et le téléphone se lisent"
        " encore.",
    )
    banner.add_button("Relancer Léa Marchand...", Icon.MAIL)
    return banner


def _rows(theme: Theme) -> ListCard:
    switch = Segmented(theme, "Lignes", ("Toutes", "Encore présentes · 1"))
    card = ListCard(theme, "Lignes par fichier et par responsable", aside=switch, head_height=46)
    rows = GroupedList(theme, "Lignes par fichier et par responsable")
    rows.setModel(_model())
    rows.model().setParent(rows)
    rows.expandAll()
    rows.collapse(rows.model().index(len(_GROUPS), 0))
    for column, width in ((1, 398), (2, 166), (3, 156)):
        rows.set_width(column, width)
    rows.stretch(0)
    rows.setFixedHeight(rows.content_height())
    card.add(rows)
    return card


def _model() -> QStandardItemModel:
    model = QStandardItemModel()
    for name, icon, owner, count, rows in _GROUPS:
        heads = cells(_group(name, icon, owner, None, count))
        for row in rows:
            heads[0].appendRow(_row(*row))
        model.appendRow(heads)
    rest = _group("8 autres sources", Icon.FOLDER_CHECK, "· 9 lignes", _GONE, "9 sur 9")
    model.appendRow(cells(rest))
    return model


def _group(name: str, icon: Icon, owner: str, chip: ChipLook | None, count: str) -> list[CellLook]:
    return [
        CellLook(name, aside=owner, icon=icon, style=TextStyle.STRONG, group=True),
        CellLook(group=True),
        CellLook(chip=chip, group=True),
        CellLook(count, style=TextStyle.CAPTION, ink=Ink.MUTED, group=True),
    ]


def _row(
    place: str, what: str, chip: ChipLook, read: str, ticked: bool | None
) -> list[QStandardItem]:
    icon = Icon.ARCHIVE if ticked is None else None
    row = cells(
        [
            CellLook(place, icon=icon),
            CellLook(what, ink=Ink.MUTED),
            CellLook(chip=chip),
            CellLook(read, style=TextStyle.CAPTION, ink=Ink.MUTED),
        ]
    )
    if ticked is not None:
        row[0].setCheckable(True)
        row[0].setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return row


def _footnote(theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(IconLabel(theme, Icon.INFO, Ink.MUTED, 14))
    text = (
        "La case est votre décision, l’état vient de la relecture des fichiers. "
        "« Déclaré » : système que l’application ne lit pas."
    )
    row.addWidget(Label(theme, text, TextStyle.CAPTION, Ink.MUTED))
    row.addStretch(1)
    return row
