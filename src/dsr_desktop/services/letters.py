"""The letters of a request: which it needs now, which may be written, which were written and sent."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.kept_letter import KeptLetter
from dsr_desktop.domain.letters_due import (
    BesideRequest,
    LetterStanding,
    LetterState,
    standings,
)
from dsr_desktop.domain.transfer import TransferState
from dsr_desktop.services.letters_current import as_decided
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import clock
from dsr_desktop.store.letters import letters_of
from dsr_desktop.store.records import TRANSFERS
from dsr_desktop.store.requests import read_request


@dataclass(frozen=True)
class LettersOf:
    """Where each letter of a request stands, and those that were written, oldest first."""

    ref: str = ""
    standings: tuple[LetterStanding, ...] = ()
    kept: tuple[KeptLetter, ...] = ()

    @property
    def due(self) -> tuple[LetterStanding, ...]:
        """The letters to be sent now."""
        return tuple(one for one in self.standings if one.state is LetterState.DUE)

    @property
    def possible(self) -> tuple[LetterStanding, ...]:
        """The letters that can be written: those due first, those sent last."""
        wanted = (LetterState.DUE, LetterState.POSSIBLE, LetterState.SENT)
        return tuple(one for state in wanted for one in self.standings if one.state is state)

    @property
    def unsent(self) -> tuple[KeptLetter, ...]:
        """The newest letter of each kind, as far as it was not sent."""
        newest = {one.kind: one for one in self.kept}
        return tuple(one for one in newest.values() if one.sent_on is None)


@at_one_moment
def letters_of_request(register: Register, ref: str, today: date) -> LettersOf:
    """Say which letters a request needs, may have and had; NotFoundError for an unknown reference."""
    request = read_request(register.database, ref)
    kept = letters_of(register.database, request)
    sent = {one.kind for one in as_decided(register, request, kept) if one.sent_on is not None}
    beside = BesideRequest(
        extended=clock(register, request, today).extended,
        handed_over=any(
            one.request_id == request.id and one.state is TransferState.HANDED_OVER
            for one in TRANSFERS.read_all(register.database)
        ),
    )
    return LettersOf(request.ref, standings(request, sent, beside), kept)
