"""The list of contacts by the day on which they go."""

from dsr_desktop.gui.pages.retention.views import ContactLine, HoldLine
from dsr_desktop.gui.pages.rows import ColumnOf, LinesModel, RowsModel
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, TextStyle, Tone
from dsr_desktop.gui.widgets.cells import CellLook, RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.wording.language import Tr


class ContactsModel(RowsModel[ContactLine]):
    """The contacts that were read so far."""

    def __init__(self, tr: Tr) -> None:
        super().__init__(
            (
                ColumnOf(
                    tr("Contact"),
                    lambda one: CellLook(one.title, one.place, style=TextStyle.STRONG),
                    lambda one: one.title,
                ),
                ColumnOf(tr("Delete by"), lambda one: CellLook(one.day), lambda one: one.key),
                ColumnOf(tr("Why"), lambda one: CellLook(one.why), lambda one: one.why),
                ColumnOf(
                    tr("CNIL mark, 3 years"),
                    lambda one: CellLook(one.mark, ink=Ink.MUTED),
                    lambda one: one.mark,
                ),
                ColumnOf(
                    tr("State"), lambda one: CellLook(chip=one.chip), lambda one: one.chip.text
                ),
            )
        )

    def show_more(self, lines: tuple[ContactLine, ...]) -> None:
        """Show contacts below those that are there."""
        self.show((*self._rows, *lines))


def holds_model(tr: Tr) -> LinesModel[HoldLine]:
    """Return the model of the active holds."""

    def look(one: HoldLine) -> RowLook:
        chip = ChipLook(tr("To review"), Tone.SOON, Icon.CLOCK) if one.is_expired else None
        return RowLook(one.title, one.detail, icon=Icon.LOCK, chip=chip)

    return LinesModel(look)
