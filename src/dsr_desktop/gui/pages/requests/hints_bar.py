"""The bar that tells what is wrong with a request without stopping anybody."""

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.request_hints import hints_of
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.request_hints import hint_sentence


class HintsBar(Banner):
    """Hidden while there is nothing to tell."""

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.SOON, "", parent=parent)
        self._tr = tr

    def show_state(self, state: RequestState) -> None:
        """Tell each matter of a request in one sentence."""
        hints = hints_of(state.request, state.view.deadline, state.today)
        if hints:
            told = " ".join(hint_sentence(self._tr, one) for one in hints)
            self.set_words(self._tr("Before you go on"), told)
        self.setVisible(bool(hints))
