"""The bar of a request that takes the short path: why it is short, and what stands in its way."""

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.request import Request
from dsr_desktop.domain.short_path import goes_short, is_short, stops_something
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.wording.language import Tr


class ShortBar(Banner):
    """Hidden for a request that needs a search, and once everything is decided."""

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.INFO, "", icon=Icon.MAIL, parent=parent)
        self._tr = tr

    def show_state(self, state: RequestState, _guards: Guards) -> None:
        """Say what the short path does for a request, or what it lacks."""
        tr, request = self._tr, state.request
        is_shown = is_short(request) and bool(request.undecided) and request.is_open
        if is_shown:
            self.set_words(tr("This request is short"), _words(tr, request))
        self.setVisible(is_shown)


def _words(tr: Tr, request: Request) -> str:
    if not goes_short(request):
        return tr("It names no e-mail and no phone that can be blocked. Find the person first.")
    if stops_something(request):
        return tr(
            "No search, no question about the identity: block, confirm and close it in one form."
        )
    return tr("No search, no question about the identity: answer and close it in one form.")
