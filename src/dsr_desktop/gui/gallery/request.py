"""Third sheet: a request with its steps, decisions per data set, clock panel and side panels."""

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.gallery.frame import Frame, cells
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, Ink, RowHeight, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.card import Card, Divider, ListCard
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.gui.widgets.chip import Chip, ChipLook
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.fact_row import FactRow
from dsr_desktop.gui.widgets.fold import Fold
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.page_header import PageHeader
from dsr_desktop.gui.widgets.progress import ProgressBar
from dsr_desktop.gui.widgets.search_field import SearchField
from dsr_desktop.gui.widgets.segmented import Segmented
from dsr_desktop.gui.widgets.step_bar import Step, StepBar, StepState
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.gui.widgets.timeline import DatedStep, Timeline

_SIDE_WIDTH = 312
_DECISION = 2
_DATA_SETS = (
    ("Lettre d’information", "6 lignes", "Consentement", "art. 6(1)(a)", "Effacer"),
    ("Prospects", "4 lignes", "Intérêt légitime", "art. 6(1)(f)", "Effacer"),
    ("Salons 2023 à 2025", "2 lignes", "Intérêt légitime", "art. 6(1)(f)", "Effacer"),
    ("Factures 2025", "3 lignes", "Obligation légale", "art. 6(1)(c)", "Conserver"),
    ("Support client", "2 lignes", "Contrat", "art. 6(1)(b)", "À décider"),
)
_REASONS = (
    ("Consentement retiré", "art. 17(1)(b)"),
    ("Opposition à la prospection", "art. 17(1)(c)"),
    ("Plus nécessaire", "art. 17(1)(a)"),
    ("Art. 17(3)(b), archive", "jusqu’au 31 décembre 2035"),
    ("Aucun motif choisi", ""),
)
_STEPS = (
    Step("Reçue", "2 nov.", StepState.DONE),
    Step("Identité", "2 nov.", StepState.DONE),
    Step("Recherche", "20 nov.", StepState.DONE),
    Step("Décision", "en cours", StepState.CURRENT),
    Step("Action", "", StepState.LATER),
    Step("Réponse", "", StepState.LATER),
    Step("Close", "", StepState.LATER),
)


class RequestSheet(Frame):
    """A page after the picture of the request page, in French."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "requests")
        self.page.addWidget(_header(theme))
        self.page.setSpacing(11)
        self.page.addWidget(_steps(theme))
        row = QHBoxLayout()
        row.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(_decisions(theme))
        left.addWidget(_access(theme))
        left.addStretch(1)
        row.addLayout(left, 1)
        row.addLayout(_side(theme))
        self.page.addLayout(row, 1)


def _header(theme: Theme) -> PageHeader:
    header = PageHeader(
        theme,
        "Camille Dupont",
        state="DSR-2026-0052 · reçue lundi 2 novembre 2026 par e-mail",
        search=SearchField(theme, "Chercher partout", key="Ctrl K"),
    )
    header.set_chips(
        [
            ChipLook("Accès · art. 15", Tone.INFO),
            ChipLook("Effacement · art. 17", Tone.INFO),
        ]
    )
    header.add_button(Button(theme, "Écrire...", icon=Icon.MAIL))
    act = Button(theme, "Passer à l’action", ButtonKind.PRIMARY, icon=Icon.ARROW_RIGHT)
    act.disable("1 jeu de données attend une décision")
    header.add_button(act)
    return header


def _steps(theme: Theme) -> Card:
    card = Card(theme, padding=0)
    bar = StepBar(theme, "Étapes", _STEPS)
    row = QHBoxLayout()
    row.setContentsMargins(14, 10, 14, 8)
    row.addWidget(bar)
    card.body.addLayout(row)
    return card


def _decisions(theme: Theme) -> ListCard:
    switch = Segmented(theme, "Droit", ("Accès", "Effacement"), current=1)
    card = ListCard(theme, "Décision par jeu de données", aside=switch, head_height=50)
    table = Table(theme, "Jeux de données", row_height=RowHeight.TWO_LINES)
    table.setModel(_data_sets())
    table.model().setParent(table)
    for column, width in enumerate((160, 146, 144)):
        table.set_width(column, width)
    for row, data_set in enumerate(_DATA_SETS):
        table.setIndexWidget(table.model().index(row, _DECISION), _decision(theme, data_set))
    table.setFixedHeight(RowHeight.HEADER + len(_DATA_SETS) * RowHeight.TWO_LINES)
    card.add(table)
    banner = Banner(
        theme,
        Tone.SOON,
        "1 jeu de données attend une décision",
        "« Support client » : choisissez d’effacer ou de conserver, avec un motif.",
        icon=Icon.CIRCLE_ALERT,
    )
    banner.add_button("Décider")
    card.add_padded(banner)
    return card


def _data_sets() -> QStandardItemModel:
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels(["Jeu de données", "Base légale", "Décision", "Motif"])
    for (name, rows, basis, article, _), (reason, source) in zip(_DATA_SETS, _REASONS, strict=True):
        ink = Ink.TEXT if source else Ink.MUTED
        model.appendRow(
            cells(
                [
                    CellLook(name, detail=rows),
                    CellLook(basis, detail=article),
                    CellLook(),
                    CellLook(reason, detail=source, ink=ink),
                ]
            )
        )
    return model


def _decision(theme: Theme, data_set: tuple[str, ...]) -> QWidget:
    name, _, _, _, decision = data_set
    editor = ChoiceEditor(theme, ("Effacer", "Conserver", "À décider"), height=Height.SMALL)
    editor.setCurrentText(decision)
    editor.setAccessibleName(f"Décision pour {name}")
    editor.setFixedWidth(112)
    editor.set_undecided(decision == "À décider")
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(16, 0, 0, 1)
    row.addWidget(editor)
    row.addStretch(1)
    return holder


def _access(theme: Theme) -> Card:
    chip = Chip(theme, ChipLook("1 passage à masquer", Tone.SOON, Icon.EYE_OFF))
    card = Card(theme, "Accès", note="17 lignes dans la copie", aside=chip)
    sentence = (
        "La note de contacts.xlsx, ligne 41, cite un tiers avec son téléphone. "
        "Masquez-la avant l’envoi."
    )
    card.add(Label(theme, sentence, wraps=True))
    card.add_row(
        Button(theme, "Masquer le passage...", icon=Icon.ERASER, size=ButtonSize.SMALL),
        Button(theme, "Aperçu de la copie", icon=Icon.EYE, size=ButtonSize.SMALL),
    )
    return card


def _side(theme: Theme) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    for card in (_clock(theme), _sources(theme), _history(theme)):
        card.setFixedWidth(_SIDE_WIDTH)
        column.addWidget(card)
    column.addStretch(1)
    return column


def _clock(theme: Theme) -> Card:
    card = Card(theme)
    card.body.setSpacing(6)
    chip = Chip(theme, ChipLook("11 jours", Tone.OK, Icon.CLOCK))
    card.body.addLayout(_ends(Label(theme, "Échéance", ink=Ink.MUTED), chip))
    card.add(Label(theme, "2 décembre 2026", TextStyle.DATE))
    target = Label(theme, "25 novembre 2026")
    card.body.addLayout(_ends(Label(theme, "Objectif interne", ink=Ink.MUTED), target))
    card.add(Divider(theme))
    why = Fold(theme, "Pourquoi cette date ?", is_open=True)
    card.add(why)
    why.add(
        Timeline(
            theme,
            [
                DatedStep("Lundi 2 novembre 2026", "Reçue : le délai part ce jour, art. 12(3)"),
                DatedStep("Mercredi 2 décembre 2026", "Un mois plus tard, jour ouvré"),
                DatedStep(
                    "Mardi 2 février 2027",
                    "Trois mois, si l’avis de prolongation part au plus tard le 2 décembre",
                    possible=True,
                ),
            ],
        )
    )
    card.add_row(
        Button(theme, "Prolonger...", size=ButtonSize.SMALL),
        Button(theme, "Suspendre...", size=ButtonSize.SMALL),
    )
    return card


def _sources(theme: Theme) -> Card:
    note = Label(theme, "2 sur 4 ont répondu", TextStyle.CAPTION, Ink.MUTED)
    card = Card(theme, "Sources", aside=note)
    card.body.setSpacing(6)
    bar = ProgressBar(theme, "Sources")
    bar.show_progress(2, 4)
    card.add(bar)
    for icon, ink, text, note_text in (
        (Icon.CIRCLE_CHECK, Ink.OK, "12 fichiers importés", "20 nov."),
        (Icon.CIRCLE_CHECK, Ink.OK, "Outil d’e-mailing", "9 nov."),
        (Icon.CLOCK, Ink.SOON, "CRM", "relancé le 18 nov."),
        (Icon.CLOCK, Ink.SOON, "Messagerie support", "demandé le 3 nov."),
    ):
        card.add(FactRow(theme, icon, ink, text, note=note_text))
    return card


def _history(theme: Theme) -> Card:
    card = Card(theme, "Historique")
    card.body.setSpacing(5)
    for date, event in (
        ("20 nov.", "Recherche : 17 lignes confirmées"),
        ("3 nov.", "Accusé de réception envoyé"),
        ("2 nov.", "Demande reçue"),
    ):
        day = Label(theme, date, TextStyle.CAPTION, Ink.MUTED)
        day.setFixedWidth(48)
        card.add_row(day, Label(theme, event))
    return card


def _ends(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return row
