"""A request with everything a dossier holds, and what stands in the archive that is made of it."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

from dsr_desktop.domain.clock import Pause, PauseReason
from dsr_desktop.domain.communication import AddressState, CommunicationKind, Direction
from dsr_desktop.domain.identity import (
    CopyOutcome,
    IdentityCheck,
    IdentityMethod,
    IdentityResult,
    UnaskedCopy,
)
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.source_task import StepKind
from dsr_desktop.services.breaches import BreachFacts
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.clocking import pause_clock, resume_clock
from dsr_desktop.services.communications import record_communication
from dsr_desktop.services.handling import decide
from dsr_desktop.services.identity_log import log_identity_check, tick_unasked_copy
from dsr_desktop.services.source_tasks import record_answer
from dsr_desktop.services.systems import add_system
from dsr_desktop.wording.language import speak
from tests.integration.services.documents_made import REF, TODAY, ask
from tests.unit.domain.systems_made import CRM

ENGLISH = speak("en")
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
ASKED, REPLIED, SENT = date(2026, 11, 4), date(2026, 11, 6), date(2026, 11, 12)
ANSWER = "Two notes, one of them about Hugo Lenormand"
NOTE = "sent with the notes of Hugo Lenormand"
FACTS = "reached Hugo Lenormand, a namesake"
OTHERS = "Hugo Lenormand"


def keep_whole_file(register, tmp_path):
    """Record a request that has a bit of everything, and return its reference."""
    add_system(register, replace(CRM, name="Customer file"), date(2026, 10, 1))
    ask(register, tmp_path)
    _check_identity(register)
    record_answer(register, REF, 1, StepKind.FOUND, SENT, TODAY, by="Léa Morel", text=ANSWER)
    letter = tmp_path / "Lettre à Camille Dupont.txt"
    letter.write_text("Bonjour")
    record_communication(
        register, REF, Direction.OUT, CommunicationKind.ANSWER, Channel.EMAIL_DPO, SENT, NOW,
        address=AddressState.ON_FILE, note=NOTE, files=[letter],
        breach=BreachFacts(datetime(2026, 11, 13, 16, 40, tzinfo=UTC), FACTS),
    )  # fmt: skip
    write_checklist(register, REF, tmp_path / "out", TODAY, ENGLISH)
    decide(
        register, REF, Right.ERASURE, Decision.REFUSED, TODAY, reason_code="A17_3_e",
        reason_text="a claim is pending",
    )  # fmt: skip
    return REF


def _check_identity(register):
    doubt = IdentityCheck(
        IdentityMethod.CODE_TO_KNOWN_CHANNEL, IdentityResult.PENDING, "a new address"
    )
    log_identity_check(register, REF, doubt, TODAY, on=ASKED)
    pause_clock(register, REF, Pause(PauseReason.IDENTITY, ASKED), TODAY)
    resume_clock(register, REF, REPLIED, TODAY)
    sure = replace(doubt, result=IdentityResult.CONFIRMED)
    log_identity_check(register, REF, sure, TODAY, on=REPLIED)
    tick_unasked_copy(register, REF, UnaskedCopy(ASKED, CopyOutcome.DESTROYED, ASKED), TODAY)


def unpack(path):
    """Return the files of a dossier by their path below its folder."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def page(path):
    """Return the text of the page of a dossier."""
    return unpack(path)["index.html"].decode()
