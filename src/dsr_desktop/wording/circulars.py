"""What is said of letters to many people: who gets one, who is left out and why, what left."""

from collections.abc import Iterator

from dsr_desktop.domain.circular import Circular, Reach
from dsr_desktop.wording.contact_export import why_lines
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.letters import letter_label


def reach_lines(tr: Tr, reach: Reach) -> Iterator[str]:
    """Say how many people get a letter, then who is left out and why, a line each."""
    yield tr.count("{n} person gets the letter", "{n} people get the letter", reach.people)
    for label, number in why_lines(tr, reach.left or {}):
        yield tr.pair(tr("Left out, {why}", why=label), number)
    if reach.told_before:
        yield tr.pair(tr("Left out, had such a letter before"), tr.number(reach.told_before))
    if reach.unreachable:
        yield tr.pair(tr("Left out, no address"), tr.number(reach.unreachable))
    if reach.twice:
        yield tr.pair(tr("In the lists more than once"), tr.number(reach.twice))


def circular_line(tr: Tr, circular: Circular, sent: int) -> str:
    """Say of a letter to many people when it was written, for how many, and how many left."""
    made, people = tr.date(circular.made_on), tr.number(circular.people)
    said = tr(
        "written on {day} for {people}, {sent} sent", day=made, people=people, sent=tr.number(sent)
    )
    return tr.pair(letter_label(tr, circular.kind), said)
