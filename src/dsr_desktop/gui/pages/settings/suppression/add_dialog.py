"""Asks who goes on the suppression list, why, and what imports do with the person's rows."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.errors import DsrError, InvalidInputError
from dsr_desktop.domain.suppression import (
    SuppressionKey,
    SuppressionReason,
    SuppressionScope,
    email_key,
    person_key,
    phone_key,
)
from dsr_desktop.gui.pages.settings.suppression.field_pair import field_pair
from dsr_desktop.gui.pages.settings.suppression.views import NewEntry
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor, set_flag
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.suppression import reason_label, scope_label

_SCOPES = tuple(SuppressionScope)
_REASONS = tuple(SuppressionReason)


class AddDialog(FormDialog):
    """`submitted` carries a NewEntry whose keys can be meant; the dialog stays until it is added.

    `country` is the one from which phone numbers are dialled.
    """

    submitted = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, country: str, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr("Put a person on the suppression list"), verb=tr("Add to the list"),
            cancel=tr("Cancel"),
            sentence=tr("Type what is known. Only keyed hashes are kept: no address, no name."),
            parent=parent,
        )  # fmt: skip
        self._tr = tr
        self._country = country
        self.email, self.phone, self.name, self.postcode, self.request = (
            TextEditor() for _number in range(5)
        )
        self.reason = ChoiceEditor(theme, tuple(reason_label(tr, one) for one in _REASONS))
        self.scope = ChoiceEditor(theme, tuple(scope_label(tr, one) for one in _SCOPES))
        self._failure = QVBoxLayout()
        self._add_fields()
        self.reason.currentIndexChanged.connect(self._propose_scope)
        self.scope.currentIndexChanged.connect(self._tell_effect)
        self._tell_effect()
        self.verb_button.clicked.connect(self._try)

    @property
    def answer(self) -> NewEntry:
        """What the fields say."""
        editors = (self.email, self.phone, self.name, self.postcode)
        email, phone, name, postcode = (editor.text().strip() for editor in editors)
        scope, reason = _SCOPES[self.scope.currentIndex()], _REASONS[self.reason.currentIndex()]
        return NewEntry(email, phone, name, postcode, scope, reason, self.request.text().strip())

    def show_failure(self, error: DsrError) -> None:
        """Say why the person was not added; what was typed stays."""
        self.verb_button.set_busy("")
        self._say(word_error(self._tr, error))

    def _say(self, sentence: str) -> None:
        clear(self._failure)
        title = self._tr("Nothing was added to the list")
        self._failure.addWidget(Banner(self._theme, Tone.LATE, title, sentence))

    def _add_fields(self) -> None:
        theme, tr = self._theme, self._tr
        optional = tr("optional")
        self.scope_field = Field(theme, tr("What imports do"), self.scope)
        self.add(Field(theme, tr("E-mail"), self.email))
        self.add(Field(theme, tr("Phone"), self.phone))
        self.add(
            field_pair(
                Field(
                    theme,
                    tr("Given and family name"),
                    self.name,
                    help_text=tr("It warns, it holds nothing back"),
                ),
                Field(theme, tr("Postcode"), self.postcode),
            )
        )
        self.add(
            field_pair(
                Field(theme, tr("Reason"), self.reason),
                Field(theme, tr("Request"), self.request, optional=optional),
            )
        )
        self.add(self.scope_field)
        self.body.addLayout(self._failure)
        for editor in (self.email, self.phone, self.name, self.postcode, self.request):
            editor.textEdited.connect(self._take_back)

    def _take_back(self, _text: str) -> None:
        clear(self._failure)
        for editor in (self.email, self.phone, self.name):
            set_flag(editor, "wrong", False)

    def _propose_scope(self, number: int) -> None:
        """Propose what the reason asks for; the DPO may choose otherwise."""
        erased = _REASONS[number] is SuppressionReason.ERASURE
        scope = SuppressionScope.ALL if erased else SuppressionScope.MARKETING
        self.scope.setCurrentIndex(_SCOPES.index(scope))

    def _tell_effect(self) -> None:
        tr = self._tr
        self.scope_field.set_help(
            tr("They store the person's rows and mark them")
            if self.answer.scope is SuppressionScope.MARKETING
            else tr("They hold the person's rows back until you decide")
        )

    def _try(self) -> None:
        """Hand over what can be meant; else say what is wrong and go to the first of it."""
        self._take_back("")
        wrong = self._mistakes()
        if wrong:
            self._say("\n".join(wrong.values()))
            for editor in wrong:
                set_flag(editor, "wrong", True)
            next(iter(wrong)).setFocus()
        else:
            self.verb_button.set_busy(self._tr("Recording"))
            self.submitted.emit(self.answer)

    def _mistakes(self) -> dict[TextEditor, str]:
        """Return why what was typed cannot be meant, by field."""
        answer = self.answer
        rules: dict[TextEditor, str] = {}
        if answer.email:
            rules[self.email] = self._rule(lambda: email_key(answer.email))
        if answer.phone:
            rules[self.phone] = self._rule(lambda: phone_key(answer.phone, self._country))
        if answer.name or answer.postcode:
            rules[self.name] = self._rule(lambda: person_key(answer.name, answer.postcode))
        return {editor: rule for editor, rule in rules.items() if rule}

    def _rule(self, make_key: Callable[[], SuppressionKey]) -> str:
        """Return why no key can be made, "" if one can."""
        try:
            make_key()
        except InvalidInputError as error:
            return word_error(self._tr, error)
        return ""
