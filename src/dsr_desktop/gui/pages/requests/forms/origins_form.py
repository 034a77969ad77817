"""Asks who the values of columns come from, before a portability bundle is built (R-PORT-1)."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.unsettled import UnknownOrigin
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.wording.columns import origin_choice, where_column
from dsr_desktop.wording.language import Tr

_ORIGINS = tuple(Origin)
_MOST_UNSCROLLED = 5
_SCROLLED = 380


class OriginsForm(RecordForm):
    """One choice for each column, nothing preset: a guess would decide what the person gets."""

    def __init__(
        self, theme: Theme, tr: Tr, columns: Sequence[UnknownOrigin], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, tr("Who do these values come from?"), verb=tr("Record the origins"),
            sentence=tr("Nobody said it of these columns. What the person gave, or what was "
                        "observed of her, goes into the bundle; the rest is listed as left out."),
            parent=parent,
        )  # fmt: skip
        self._columns = tuple(columns)
        options = (tr("Choose…"), *(origin_choice(tr, one) for one in _ORIGINS))
        self.all = ChoiceEditor(theme, options)
        if len(self._columns) > 1:
            self.add_field("all", Field(theme, tr("All of them"), self.all))
            self.all.activated.connect(self._choose_all)
        self.choices = [ChoiceEditor(theme, options) for _one in self._columns]
        fields = [
            self.name_field(str(n), Field(theme, where_column(tr, one), editor))
            for n, (one, editor) in enumerate(zip(self._columns, self.choices, strict=True))
        ]
        self._lay_out(fields)

    def answer(self) -> Mapping[UnknownOrigin, Origin]:
        """Return the origin chosen for each column."""
        chosen = zip(self._columns, self.choices, strict=True)
        return {
            one: _ORIGINS[editor.currentIndex() - 1]
            for one, editor in chosen
            if editor.currentIndex()
        }

    def mistakes(self) -> dict[str, str]:
        """Return the columns of which nothing is said yet."""
        left = (n for n, editor in enumerate(self.choices) if not editor.currentIndex())
        return {str(n): self._tr("Choose an origin.") for n in left}

    def _choose_all(self, chosen: int) -> None:
        for n, editor in enumerate(self.choices):
            editor.setCurrentIndex(chosen)
            self.fields[str(n)].set_error("")

    def _lay_out(self, fields: Sequence[Field]) -> None:
        if len(fields) <= _MOST_UNSCROLLED:
            for field in fields:
                self.add(field)
            return
        pane = ScrollPane(spacing=Space.TIGHT)
        for field in fields:
            pane.add(field)
        pane.body.addStretch(1)
        pane.setFixedHeight(_SCROLLED)
        self.add(pane)
