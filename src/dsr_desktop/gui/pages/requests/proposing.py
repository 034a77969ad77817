"""Fills the form of a new request with what a message proposes, and says where it was found."""

from dataclasses import replace
from typing import TYPE_CHECKING

from dsr_desktop.domain.proposals import Proposals
from dsr_desktop.gui.pages.requests.draft import SEVERAL, Draft
from dsr_desktop.gui.pages.requests.proposed_draft import draft_of
from dsr_desktop.wording.language import LANGUAGES, Tr
from dsr_desktop.wording.proposals import found_in, hint_sentence

if TYPE_CHECKING:
    from dsr_desktop.gui.pages.requests.new_request_dialog import NewRequestDialog


class Proposing:
    """What was typed is never overwritten; what an earlier message proposed is."""

    def __init__(self, tr: Tr, form: "NewRequestDialog") -> None:
        self._tr = tr
        self._form = form
        self._before: Draft = replace(form.answer(), person=dict.fromkeys(SEVERAL, ""))

    def show(self, found: Proposals) -> None:
        """Preset what is proposed in the fields that nobody filled."""
        form, before, now = self._form, self._before, self._form.answer()
        draft = draft_of(
            found, form.today, now.channel, before.language
        )  # fmt: skip
        for kind in SEVERAL:
            if now.person[kind].strip() == before.person[kind].strip():
                form.person[kind].setText(draft.person[kind])
                self._tell(kind, next((one.words for one in found.person.get(kind, ())), ""))
        if now.received_on == before.received_on and draft.received_on is not None:
            form.received_on.set_day(draft.received_on)
            self._tell("received_on", found.received_words)
        if now.language == before.language:
            form.language.setCurrentIndex(LANGUAGES.index(draft.language))
            self._tell("language", found.language_words)
        form.rights.rights.propose({one.right: one.words for one in found.rights})
        self._tell("rights", "; ".join(one.words for one in found.rights))
        form.message.show_hints([hint_sentence(self._tr, hint) for hint, _words in found.hints])
        self._before = draft

    def _tell(self, name: str, words: str) -> None:
        told = (
            found_in(self._tr, " ".join(words.split())) if words else self._form.helps.get(name, "")
        )
        self._form.fields[name].set_help(told)
