"""What the commands of contact retention say in words."""

from dsr_desktop.domain.contact_retention import ContactState
from dsr_desktop.services.retaining import RetentionRun
from dsr_desktop.services.retention_review import ContactUnderReview, RetentionOverview
from dsr_desktop.wording.contact_retention import (
    held_label,
    misread_sentence,
    no_clock_sentence,
    stale_sentence,
    state_label,
)
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.retention_run import deleted_sentence


def contact_lines(tr: Tr, found: tuple[ContactUnderReview, ...]) -> list[str]:
    """Say each contact of a page."""
    if not found:
        return [tr("No contact is in this state.")]
    return [_contact_line(tr, one) for one in found]


def _contact_line(tr: Tr, one: ContactUnderReview) -> str:
    day = tr.date(one.delete_on) if one.delete_on else tr("no clock")
    parts = [str(one.row_id), day, state_label(tr, one.state), one.title]
    parts.append(tr("{file}, row {n}", file=one.file, n=tr.number(one.row)))
    parts += [held_label(tr, held.kind, held.ref) for held in one.held_by]
    return " · ".join(parts)


def count_lines(tr: Tr, overview: RetentionOverview) -> list[str]:
    """Say all counts, and what they warn of."""
    lines = [tr.pair(state_label(tr, one), tr.number(overview.count(one))) for one in ContactState]
    if without := overview.count(ContactState.ACTIVE):
        lines.append(no_clock_sentence(tr, without))
    if overview.stale:
        lines.append(stale_sentence(tr, overview.stale))
    lines += [misread_sentence(tr, one.source.name, one.misread)
              for one in overview.lists if one.misread]  # fmt: skip
    lines += [
        tr("Hold {id} is past its review day: release it, or set another.", id=str(one.hold.id))
        for one in overview.holds if one.is_expired
    ]  # fmt: skip
    return lines


def set_line(tr: Tr, number: int) -> str:
    """Say of how many contacts something was said."""
    return tr.count("Set for {n} contact.", "Set for {n} contacts.", number)


def run_lines(tr: Tr, done: RetentionRun) -> list[str]:
    """Say what a run did."""
    lines = [
        deleted_sentence(tr, done.plan.contacts),
        tr("The report lies in {path}.", path=str(done.pdf)),
    ]
    if not done.wiped:
        lines.append(
            tr("Another program uses the register: its file is written anew at the next opening.")
        )
    return lines
