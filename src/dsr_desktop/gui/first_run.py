"""The first run: one form that makes a register."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from dsr_desktop.domain.passphrase_strength import SHORTEST, Strength, strength_of
from dsr_desktop.domain.workdays import COUNTRIES
from dsr_desktop.gui.file_choice import choose_new_register, choose_register
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.fixed_text import FixedText
from dsr_desktop.wording.countries import country_label, sorted_by_name
from dsr_desktop.wording.language import Tr

_WIDTH = 760
_USUAL_COUNTRY = "FR"


@dataclass(frozen=True)
class NewRegister:
    """What the form asks for; the passphrase is not shown by repr."""

    path: Path
    company: str
    country: str
    dpo_name: str
    dpo_contact: str


class FirstRunDialog(FormDialog):
    """Emits a `NewRegister` with its passphrase, or the path of a register that exists."""

    making_requested = Signal(object, str)
    existing_chosen = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, register: Path) -> None:
        super().__init__(
            theme,
            tr("Make your register"),
            verb=tr("Make the register"),
            cancel=tr("Quit"),
            sentence=tr(
                "One encrypted file on this computer holds your contact lists and the requests. "
                "The app is an aid and gives no legal advice: it shows the rule and the article, "
                "and you, the data protection officer, decide."
            ),
        )
        self._tr = tr
        self._register = register
        self._codes = sorted_by_name(tr, COUNTRIES)
        self.setFixedWidth(_WIDTH)
        self._make_editors()
        self._make_fields()
        self._lay_out()
        self.passphrase.textChanged.connect(self._show_strength)
        self.company.textChanged.connect(self._show_strength)
        self.verb_button.clicked.connect(self._ask)
        self._show_strength()
        self._show_register(register)
        self.company.setFocus()

    def show_working(self) -> None:
        """Show that the register is being made."""
        self.banner.hide()
        self.verb_button.set_busy(self._tr("Making the register…"))

    def show_failure(self, sentence: str, *, wrong_passphrase: bool = False) -> None:
        """Say why no register was made."""
        self.verb_button.set_busy("")
        self.banner.set_words(sentence, "")
        self.banner.show()

    def _ask(self) -> None:
        if self._is_filled_in():
            wanted = NewRegister(
                self._register,
                self.company.text().strip(),
                self._codes[self.country.currentIndex()],
                self.dpo_name.text().strip(),
                self.dpo_contact.text().strip(),
            )
            self.making_requested.emit(wanted, self.passphrase.text())

    def _is_filled_in(self) -> bool:
        """Check all fields, say what is wrong, and put the focus on the first that is."""
        tr = self._tr
        strength = self._strength()
        differs = self.passphrase.text() != self.again.text()
        rules = (
            (self._company_field, "" if self.company.text().strip() else tr("Enter its name")),
            (self._name_field, "" if self.dpo_name.text().strip() else tr("Enter your name")),
            (self._passphrase_field, self._in_words(strength) if strength.is_refused else ""),
            (self._again_field, tr("The two are not the same") if differs else ""),
        )
        for field, rule in rules:
            field.set_error(rule)
        wrong = [field for field, rule in rules if rule]
        if wrong:
            wrong[0].editor.setFocus()
        return not wrong

    def _strength(self) -> Strength:
        return strength_of(self.passphrase.text(), self.company.text())

    def _in_words(self, strength: Strength) -> str:
        tr = self._tr
        return {
            Strength.TOO_SHORT: tr.count(
                "At least {n} character", "At least {n} characters", SHORTEST
            ),
            Strength.TOO_UNIFORM: tr("Too few different characters. Take seven words"),
            Strength.SEQUENCE: tr("Only a sequence of keys. Take seven words"),
            Strength.NAME: tr("Only the name of company or app. Take seven words"),
            Strength.ACCEPTED: tr("Accepted. Seven words are safer"),
            Strength.STRONG: tr("Strong"),
        }[strength]

    def _show_strength(self) -> None:
        self._passphrase_field.set_error("")
        self._passphrase_field.set_help(self._in_words(self._strength()))

    def _make_editors(self) -> None:
        self.banner = Banner(self._theme, Tone.LATE, "")
        self.banner.hide()
        self.company, self.dpo_name, self.dpo_contact = TextEditor(), TextEditor(), TextEditor()
        names = tuple(country_label(self._tr, code) for code in self._codes)
        self.country = ChoiceEditor(self._theme, names)
        self.country.setCurrentIndex(self._codes.index(_country_here()))
        self.path = FixedText(self._theme, self._tr("Where the register lies"))
        self.passphrase, self.again = TextEditor(), TextEditor()
        for editor in (self.passphrase, self.again):
            editor.setEchoMode(QLineEdit.EchoMode.Password)

    def _make_fields(self) -> None:
        theme, tr = self._theme, self._tr
        self._company_field = Field(theme, tr("Company"), self.company)
        self._country_field = Field(
            theme, tr("Country"), self.country, help_text=tr("Its public holidays move deadlines")
        )
        self._name_field = Field(theme, tr("Your name, as data protection officer"), self.dpo_name)
        self._contact_field = Field(
            theme, tr("How people reach you"), self.dpo_contact, optional=tr("optional"),
            help_text=tr("E-mail or address; it stands in your answers"),
        )  # fmt: skip
        self._passphrase_field = Field(theme, tr("Passphrase"), self.passphrase)
        self._again_field = Field(theme, tr("Passphrase again"), self.again)
        for editor, field in (
            (self.company, self._company_field),
            (self.dpo_name, self._name_field),
            (self.again, self._again_field),
        ):
            editor.textEdited.connect(lambda _text, mended=field: mended.set_error(""))

    def _lay_out(self) -> None:
        theme, tr = self._theme, self._tr
        self.add(self.banner)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PAGE)
        grid.setVerticalSpacing(Space.TIGHT)
        for place, field in enumerate((self._company_field, self._country_field,
                                       self._name_field, self._contact_field,
                                       self._passphrase_field, self._again_field)):  # fmt: skip
            grid.addWidget(field, place // 2, place % 2)
        grid.addWidget(self.path, 3, 0, 1, 2)
        self.body.addLayout(grid)
        self.add(self._make_links())
        self.add(
            Banner(
                theme,
                Tone.SOON,
                tr("Nobody can give the passphrase back to you"),
                tr(
                    "If it is lost, the register is lost. Write it down and keep it locked away, "
                    "not on this computer."
                ),
            )
        )

    def _make_links(self) -> QWidget:
        theme, tr = self._theme, self._tr
        change = Button(theme, tr("Another place…"), ButtonKind.LINK, icon=Icon.FOLDER_OPEN)
        change.clicked.connect(self._choose_place)
        existing = Button(
            theme, tr("Open a register that exists…"), ButtonKind.LINK, icon=Icon.DATABASE
        )
        existing.clicked.connect(self._choose_existing)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, Space.TIGHT)
        row.addWidget(change)
        row.addWidget(existing)
        row.addStretch(1)
        return holder

    def _choose_place(self) -> None:
        chosen = choose_new_register(self, self._tr("Where the register lies"), self._register)
        if chosen is not None:
            self._show_register(chosen)

    def _choose_existing(self) -> None:
        chosen = choose_register(self, self._tr("Open a register"), self._register)
        if chosen is not None:
            self.existing_chosen.emit(chosen)

    def _show_register(self, path: Path) -> None:
        self._register = path
        self.path.show_text(str(path))


def _country_here() -> str:
    here = QLocale.territoryToCode(QLocale.system().territory())
    return here if here in COUNTRIES else _USUAL_COUNTRY
