"""The information that goes with a copy of the data, for this person: art. 15(1)(a) to (h) and (2)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.access_package import AccessPackage, erased_by
from dsr_desktop.domain.processing import Detail, ProcessingActivity
from dsr_desktop.domain.proposed_processing import TO_BE_CHECKED
from dsr_desktop.domain.recipient import Recipient
from dsr_desktop.domain.register_table import TableSection
from dsr_desktop.domain.review_item import ReviewItem
from dsr_desktop.wording.countries import country_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import role_label, safeguard_label
from dsr_desktop.wording.review import what_label


@dataclass(frozen=True)
class Concerned:
    """What the information is about: activities, the pieces handed over, and all that are known."""

    activities: Sequence[ProcessingActivity]
    given: Sequence[ReviewItem] = ()
    known: Sequence[ReviewItem] = ()


def information_lines(tr: Tr, package: AccessPackage) -> tuple[tuple[str, str, str], ...]:
    """Return subject, article and text of each line; each is there, also where it says "none"."""
    given, withheld = package.released.items, (one.item for one in package.released.withheld)
    said = information_texts(tr, Concerned(package.activities, given, (*given, *withheld)))
    return (
        (tr("Purposes"), "(1)(a)", said["purposes"]),
        (tr("Categories of data"), "(1)(b)", said["categories"]),
        (tr("Recipients"), "(1)(c)", said["recipients"]),
        (tr("How long"), "(1)(d)", said["retention"]),
        (tr("Your rights"), "(1)(e)", tr(
            "Correct, erase, restrict, object; take along; withdraw a consent: see “Your rights”.")),
        (tr("Complaint"), "(1)(f)", tr("To the authority and the court: see “Your rights”.")),
        (tr("Source"), "(1)(g)", said["origin"]),
        (tr("Automated decisions"), "(1)(h)", said["automated"]),
        (tr("Transfers outside the EEA"), "(2)", said["transfers"]),
    )  # fmt: skip


def information_section(tr: Tr, package: AccessPackage) -> TableSection:
    """Return the block as the package prints it."""
    rows = information_lines(tr, package)
    return TableSection(
        tr("About the processing"), (tr("Subject"), tr("Art. 15"), tr("For you")), (1.4, 0.6, 5),
        tuple(line for row in rows for line in _lines(row)),
    )  # fmt: skip


def information_texts(tr: Tr, about: Concerned) -> dict[str, str]:
    """Return what art. 15(1)(a) to (d), (g), (h) and (2) ask for, by the name of its subject.

    What the record of processing does not say is `not_recorded`.
    """
    return {
        "purposes": _each(tr, about, _purposes),
        "categories": _categories(tr, about),
        "recipients": _recipients(tr, about),
        "retention": _each(tr, about, lambda tr, one: _period(tr, about, one)),
        "origin": _sources(tr, about),
        "automated": _each(tr, about, _automated),
        "transfers": _transfers(tr, about),
    }


def not_recorded(tr: Tr) -> str:
    """Say that the record of processing does not say it."""
    return tr("not recorded")


def _lines(row: tuple[str, str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each line of the text: print has none within a cell."""
    subject, article, text = row
    for n, line in enumerate(text.split("\n")):
        yield (subject, article, line) if n == 0 else ("", "", line)


def _each(tr: Tr, about: Concerned, say: Callable[[Tr, ProcessingActivity], str]) -> str:
    return "\n".join(tr.pair(one.activity.name, say(tr, one)) for one in about.activities)


def _purposes(tr: Tr, one: ProcessingActivity) -> str:
    return one.text(Detail.PURPOSES) or not_recorded(tr)


def _automated(tr: Tr, one: ProcessingActivity) -> str:
    return one.text(Detail.AUTOMATED_DECISIONS) or tr("none")


def _period(tr: Tr, about: Concerned, one: ProcessingActivity) -> str:
    """Say the criterion, and the day for this person where the rows tell an end (domain.md 5.1)."""
    rule = one.text(Detail.RETENTION) or not_recorded(tr)
    day = erased_by(about.given, one.activity.code)
    if day is None:
        return rule
    return tr("{rule}. For you: at the latest on {day}", rule=rule.rstrip("."), day=tr.date(day))


def _categories(tr: Tr, about: Concerned) -> str:
    """Name the columns and records that hold something of this person, given or withheld."""
    names = dict.fromkeys(what_label(tr, one) for one in about.known)
    return ", ".join(names) or tr("none")


def _recipients(tr: Tr, about: Concerned) -> str:
    """Name each recipient; categories alone only where none is named (C-154/21)."""
    named = {one.id: one for entry in about.activities for one in entry.recipients}
    if named:
        return "\n".join(recipient_label(tr, one) for _id, one in sorted(named.items()))
    return _each(tr, about, lambda tr, one: one.text(Detail.RECIPIENTS) or tr("none"))


def recipient_label(tr: Tr, one: Recipient) -> str:
    """Name a recipient with its role and country."""
    return f"{one.name} ({role_label(tr, one.role)}, {country_label(tr, one.country)})"


def _sources(tr: Tr, about: Concerned) -> str:
    lists = {item.name: item.channel for item in about.given if item.row}
    told = [tr.pair(name, channel) for name, channel in lists.items() if channel]
    written = _each(tr, about, lambda tr, one: one.text(Detail.ORIGIN) or not_recorded(tr))
    return "\n".join(filter(None, (written, *told)))


def _transfers(tr: Tr, about: Concerned) -> str:
    outside = {
        one.id: one for entry in about.activities for one in entry.recipients if one.is_outside_eea
    }
    if outside:
        return "\n".join(
            tr.pair(
                recipient_label(tr, one), safeguard_label(tr, one.safeguard) or not_recorded(tr)
            )
            for _id, one in sorted(outside.items())
        )
    return _each(tr, about, _transfer)


def _transfer(tr: Tr, one: ProcessingActivity) -> str:
    told = (told_of_transfers(tr, one), one.text(Detail.SAFEGUARDS))
    return ". ".join(filter(None, told))


def told_of_transfers(tr: Tr, one: ProcessingActivity) -> str:
    """Say where the data of an activity go outside the EEA; "not recorded" while that is to be checked.

    What the record only proposes to look into is nothing to tell: the recipients that it names are.
    """
    said = one.text(Detail.TRANSFERS)
    if said not in map(tr, TO_BE_CHECKED):
        return said or tr("none")
    if not one.recipients or any(to.is_outside_eea for to in one.recipients):
        return not_recorded(tr)
    return tr("none, for the recipients named here are all in the European Economic Area")
