"""What a dossier for the authority holds: the file of one request, or the records of the company."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dsr_desktop.domain.authority_request import AuthorityRequest
from dsr_desktop.domain.breach import Breach
from dsr_desktop.domain.communication import Communication
from dsr_desktop.domain.identity import UnaskedCopy
from dsr_desktop.domain.kept_letter import KeptLetter
from dsr_desktop.domain.links import Link
from dsr_desktop.domain.policy_version import PolicyUse
from dsr_desktop.domain.processing import Controller
from dsr_desktop.domain.recipient import Recipient, RecipientGap
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.search_rounds import SearchRound
from dsr_desktop.domain.source_task import SourceTask
from dsr_desktop.domain.step_list import ListedStep
from dsr_desktop.domain.suppression import SuppressionEntry
from dsr_desktop.domain.system import System


@dataclass(frozen=True)
class DossierEvent:
    """One event of the log as the timeline prints it; `hash` is whole."""

    seq: int
    at: datetime
    actor: str
    kind: str
    payload: Mapping[str, object]
    hash: str


@dataclass(frozen=True)
class DossierFrame:
    """What every dossier says of itself; `broken_at` is the first event that no longer holds."""

    controller: Controller
    made_on: date
    made_by: str
    fingerprint: str
    events: int
    broken_at: int | None = None


@dataclass(frozen=True)
class RequestDossier:
    """Everything about one request; `paths` are those of attached documents in it, by their id.

    `has_texts` is false where texts that may tell of other people were left out.
    """

    frame: DossierFrame
    view: RequestView
    events: tuple[DossierEvent, ...]
    unasked_copies: tuple[UnaskedCopy, ...] = ()
    tasks: tuple[SourceTask, ...] = ()
    messages: tuple[Communication, ...] = ()
    letters: tuple[KeptLetter, ...] = ()
    steps: tuple[ListedStep, ...] = ()
    links: tuple[Link, ...] = ()
    rounds: tuple[SearchRound, ...] = ()
    breaches: tuple[Breach, ...] = ()
    paths: Mapping[int, str] | None = None
    has_texts: bool = True


@dataclass(frozen=True)
class CompanyDossier:
    """The records of the company beside its two registers and the figures of the year."""

    frame: DossierFrame
    systems: tuple[System, ...]
    recipients: tuple[tuple[Recipient, tuple[RecipientGap, ...]], ...]
    policies: tuple[PolicyUse, ...]
    breaches: tuple[Breach, ...]
    entries: tuple[SuppressionEntry, ...]
    authorities: tuple[AuthorityRequest, ...]
