"""The register of trackers on the command line."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

import click

from dsr_desktop.cli.given_fields import with_given
from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.record_shapes import record_document
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.tracker import (
    Party,
    Storage,
    Tracker,
    TrackerCategory,
    ValueType,
    gaps_of,
)
from dsr_desktop.services import trackers as service
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.trackers import category_label, lifetime_label, tracker_gap_label

Function = TypeVar("Function", bound=Callable[..., object])
_MEANINGS: Mapping[str, type[StrEnum]] = {
    "party": Party, "category": TrackerCategory, "value_type": ValueType, "storage": Storage,
}  # fmt: skip


def _show(session: Session) -> int:
    with session.register() as register:
        known = service.list_trackers(register)
    documents = [{**record_document(one), "gaps": list(map(str, gaps_of(one)))} for one in known]
    session.show({"trackers": documents}, lambda: list(_lines(session.tr, known)))
    return DONE


def _lines(tr: Tr, known: Sequence[Tracker]) -> Iterator[str]:
    if not known:
        yield tr("No tracker is recorded.")
    for one in known:
        yield _line(tr, one)
        yield from (f"    {tracker_gap_label(tr, gap)}" for gap in gaps_of(one))


def _line(tr: Tr, one: Tracker) -> str:
    words = (category_label(tr, one.category), lifetime_label(tr, one), one.purpose(tr.language))
    return f"{one.id}  " + tr.pair(one.name, " · ".join(filter(None, words)))


trackers = listing_group(
    "trackers", _show,
    about=mark("The cookies and the like of the company's site, for the policy and for answers."),
    listing=mark("List the trackers with what their record lacks."),
)  # fmt: skip


def _choice(kind: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([str(one) for one in kind])


_OPTIONS = (
    click.option("--provider", metavar="TEXT", help=mark("Who sets it.")),
    click.option("--controller", metavar="TEXT", help=mark("Who decides about its data.")),
    click.option("--party", type=_choice(Party), help=mark("The site itself, or a third party.")),
    click.option("--domain", metavar="TEXT", help=mark("Where it was seen.")),
    click.option("--purpose-fr", metavar="TEXT", help=mark("What it is for, in French.")),
    click.option("--purpose-en", metavar="TEXT", help=mark("What it is for, in English.")),
    click.option("--category", type=_choice(TrackerCategory), help=mark("As consent banners sort it.")),
    click.option("--value-type", type=_choice(ValueType), help=mark("What its value is made of.")),
    click.option("--value-pattern", metavar="TEXT", help=mark("Regular expression of its values.")),
    click.option("--lifetime", type=int, metavar="SECONDS",
                 help=mark("How long it stays; 0 until browser or tab is closed.")),
    click.option("--storage", type=_choice(Storage), help=mark("Where the browser keeps it.")),
    click.option("--consent/--no-consent", "consent_required", default=None,
                 help=mark("Whether it needs consent.")),
    click.option("--retention-fr", metavar="TEXT",
                 help=mark("How long servers keep what it brings, in French.")),
    click.option("--retention-en", metavar="TEXT",
                 help=mark("How long servers keep what it brings, in English.")),
    click.option("--source", metavar="TEXT", help=mark("Where the facts come from.")),
    click.option("--checked-on", type=Day(), help=mark("Day on which somebody looked.")),
)  # fmt: skip


def _details(command: Function) -> Function:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@trackers.command("add", help=mark("Record a tracker."))
@click.argument("name")
@_details
@common_options
@click.pass_obj
def add(session: Session, /, name: str, **given: object) -> int:
    """Record the tracker."""
    with session.register() as register:
        (added,) = service.add_trackers(
            register, [with_given(Tracker(name), given, _MEANINGS)], session.today
        )
    session.show(record_document(added), lambda: [_line(session.tr, added)])
    return DONE


@trackers.command("change", help=mark("Change what is recorded of a tracker."))
@click.argument("tracker_id", type=int, metavar="ID")
@click.option("--name", metavar="TEXT", help=mark("Its name; * at the end stands for the rest."))
@_details
@common_options
@click.pass_obj
def change(session: Session, /, tracker_id: int, **given: object) -> int:
    """Change what is given, leaving the rest."""
    with session.register() as register:
        before = service.tracker_of(register, tracker_id)
        changed = service.change_tracker(
            register, with_given(before, given, _MEANINGS), session.today
        )
    session.show(record_document(changed), lambda: [_line(session.tr, changed)])
    return DONE


@trackers.command("remove", help=mark("Remove a tracker that the site no longer has."))
@click.argument("tracker_id", type=int, metavar="ID")
@common_options
@click.pass_obj
def remove(session: Session, tracker_id: int) -> int:
    """Remove the tracker."""
    with session.register() as register:
        service.remove_tracker(register, tracker_id)
    session.show({"id": tracker_id}, lambda: [session.tr("Removed.")])
    return DONE
