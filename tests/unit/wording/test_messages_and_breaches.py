"""Messages, breach notes and the identity log in words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dsr_desktop.domain.breach import BreachStepKind, breach_clock
from dsr_desktop.domain.communication import (
    AddressState,
    Attachment,
    CommunicationKind,
    Direction,
)
from dsr_desktop.domain.identity import CopyOutcome, DocumentSeen, PaperChecked
from dsr_desktop.wording.breaches import breach_lines, clock_line
from dsr_desktop.wording.communications import (
    address_label,
    communication_line,
    direction_label,
    kind_label,
)
from dsr_desktop.wording.identity import copy_label, document_label, paper_label
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.search_report import moment
from tests.unit.domain.test_breach import MONDAY, NOTE, step
from tests.unit.domain.test_communication import CAME, SENT

EN = speak("en")


@pytest.mark.parametrize(
    ("label", "values"),
    [
        (kind_label, CommunicationKind), (direction_label, Direction),
        (address_label, AddressState), (document_label, DocumentSeen),
        (paper_label, PaperChecked), (copy_label, CopyOutcome),
    ],
)  # fmt: skip
def test_every_value_has_a_name_of_its_own(label, values):
    names = [label(EN, one) for one in values]

    assert len(set(names)) == len(names)
    assert not any("_" in name for name in names)


def test_a_message_is_one_line():
    assert communication_line(EN, CAME) == "16 November 2026: The request · received · Post"
    wrong = replace(SENT, breach_id=4, attachments=(Attachment("a.txt", 1, "ab"),))
    assert communication_line(EN, wrong) == (
        "16 November 2026: The answer · sent · Post · address on file · 1 document · "
        "wrong recipient, breach note 4"
    )


def test_the_72_hours_say_their_end_and_what_is_left():
    end = f"72 hours end on {moment(EN, NOTE.ends_at)}"

    assert clock_line(EN, breach_clock(NOTE, MONDAY)) == f"{end} · 8 hours left"
    last = NOTE.ends_at - timedelta(minutes=61)
    assert clock_line(EN, breach_clock(NOTE, last)) == f"{end} · 1 hour left"
    over = clock_line(EN, breach_clock(NOTE, NOTE.ends_at + timedelta(minutes=1)))
    assert over == f"{end}: over, notify now and say why it is late (art. 33(1))"


def test_a_note_says_what_is_still_to_be_decided_and_then_what_was():
    open_ = breach_lines(EN, NOTE, breach_clock(NOTE, MONDAY))
    assert open_[2:] == [
        "Decide whether to notify the authority (art. 33).",
        "Decide whether to tell the person (art. 34).",
    ]

    sealed = step(BreachStepKind.AUTHORITY_NOT_NOTIFIED, reason="came back sealed")
    told = step(BreachStepKind.PERSON_TOLD)
    settled = replace(NOTE, steps=(sealed, told))
    lines = breach_lines(EN, settled, breach_clock(settled, datetime(2026, 12, 1, tzinfo=UTC)))
    when = moment(EN, MONDAY)
    assert lines[1] == f"72 hours end on {moment(EN, NOTE.ends_at)}"
    assert lines[2:] == [
        f"Authority not notified, decided on {when}: came back sealed", f"Person told on {when}",
    ]  # fmt: skip
