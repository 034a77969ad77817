"""What the register knows of a request for its checklist, beside the events: copies and recipients."""

from dsr_desktop.domain.checklist import OtherKind, line_id
from dsr_desktop.domain.rectification import CopyState
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.step_list import StepFacts
from dsr_desktop.services.beside_files import recipients_of
from dsr_desktop.services.register import Register
from dsr_desktop.store.erasure_decisions import read_marks
from dsr_desktop.store.rectifications import newest_cell, read_rectified


def step_facts(register: Register, request: Request) -> StepFacts:
    """Count rectified cells and their files, recipients and who of them was told (X01-X03, E09)."""
    database = register.database
    cells = read_rectified(database, request)
    states = [one.state(newest_cell(database, one)) for one in cells]
    marks = read_marks(database, request)
    recipients = recipients_of(register, request)
    return StepFacts(
        rectified=len(cells),
        to_correct=sum(one is not CopyState.CORRECTED for one in states),
        to_tell=len(recipients),
        told=sum(line_id(OtherKind.RECIPIENT, one.id) in marks for one in recipients),
    )
