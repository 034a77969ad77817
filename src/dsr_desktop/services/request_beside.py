"""What stands beside the work on a request: systems asked, other requests, notes, identity log."""

from dataclasses import dataclass, field

from dsr_desktop.domain.answer_difference import AnsweredRow
from dsr_desktop.domain.automated_decision import Examination
from dsr_desktop.domain.identity import UnaskedCopy
from dsr_desktop.domain.original import CleanedPlace
from dsr_desktop.domain.request_note import Note
from dsr_desktop.domain.source_task import SourceTask
from dsr_desktop.services.automated_decisions import examination_of
from dsr_desktop.services.cleaned_places import cleaned_places
from dsr_desktop.services.erasure_decisions import Datasets, datasets_of
from dsr_desktop.services.identity_log import read_identity_log
from dsr_desktop.services.linking import Relatives, relatives_of, since_last_answer
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.rectifying import Copy, copies_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_edits import read_notes
from dsr_desktop.services.restricting import RestrictionsOf, restrictions_of
from dsr_desktop.services.source_tasks import list_tasks
from dsr_desktop.services.systems import list_proposals
from dsr_desktop.services.transfers import TransferView, list_transfers


@dataclass(frozen=True)
class Beside:
    """`proposed` counts the systems that are only proposed, so that nobody is asked about them.

    `restrictions`, `datasets` and `copies` say what is restricted, decided per file and put right,
    `transfers` to which organisations the data are to go; `cleaned` are the cleaned copies of its
    files, `automated` what looking into an automated decision showed; `since_answer` compares with
    the answer that the request continues, empty if none.
    """

    tasks: tuple[SourceTask, ...] = ()
    proposed: int = 0
    unasked_copies: tuple[UnaskedCopy, ...] = ()
    relatives: Relatives = field(default_factory=lambda: Relatives((), ()))
    notes: tuple[Note, ...] = ()
    since_answer: tuple[AnsweredRow, ...] = ()
    restrictions: RestrictionsOf = field(default_factory=RestrictionsOf)
    datasets: Datasets = field(default_factory=Datasets)
    copies: tuple[Copy, ...] = ()
    cleaned: tuple[CleanedPlace, ...] = ()
    transfers: tuple[TransferView, ...] = ()
    automated: Examination | None = None


@at_one_moment
def read_beside(register: Register, ref: str) -> Beside:
    """Read what stands beside a request; NotFoundError if there is none with this reference."""
    return Beside(
        tasks=list_tasks(register, ref),
        proposed=len(list_proposals(register)),
        unasked_copies=read_identity_log(register, ref).unasked_copies,
        relatives=relatives_of(register, ref),
        notes=read_notes(register, ref),
        since_answer=since_last_answer(register, ref),
        restrictions=restrictions_of(register, ref),
        datasets=datasets_of(register, ref),
        copies=copies_of(register, ref),
        cleaned=cleaned_places(register, ref),
        transfers=list_transfers(register, ref),
        automated=examination_of(register, ref),
    )
