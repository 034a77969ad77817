"""The information that goes with a copy of the data, for this person: art. 15(1)(a) to (h) and (2)."""

from collections.abc import Callable, Iterator

from dsr_desktop.domain.access_package import AccessPackage, erased_by
from dsr_desktop.domain.processing import Detail, ProcessingActivity
from dsr_desktop.domain.recipient import Recipient
from dsr_desktop.domain.register_table import TableSection
from dsr_desktop.wording.countries import country_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import role_label, safeguard_label
from dsr_desktop.wording.review import what_label


def information_lines(tr: Tr, package: AccessPackage) -> tuple[tuple[str, str, str], ...]:
    """Return subject, article and text of each line; each is there, also where it says "none"."""
    return (
        (tr("Purposes"), "(1)(a)", _each(tr, package, _purposes)),
        (tr("Categories of data"), "(1)(b)", _categories(tr, package)),
        (tr("Recipients"), "(1)(c)", _recipients(tr, package)),
        (tr("How long"), "(1)(d)", _each(tr, package, lambda tr, one: _period(tr, package, one))),
        (tr("Your rights"), "(1)(e)", tr(
            "Correct, erase, restrict, object; take along; withdraw a consent: see “Your rights”.")),
        (tr("Complaint"), "(1)(f)", tr("To the authority and the court: see “Your rights”.")),
        (tr("Source"), "(1)(g)", _sources(tr, package)),
        (tr("Automated decisions"), "(1)(h)", _each(tr, package, _automated)),
        (tr("Transfers outside the EEA"), "(2)", _transfers(tr, package)),
    )  # fmt: skip


def information_section(tr: Tr, package: AccessPackage) -> TableSection:
    """Return the block as the package prints it."""
    rows = information_lines(tr, package)
    return TableSection(
        tr("About the processing"), (tr("Subject"), tr("Art. 15"), tr("For you")), (1.4, 0.6, 5),
        tuple(line for row in rows for line in _lines(row)),
    )  # fmt: skip


def _lines(row: tuple[str, str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each line of the text: print has none within a cell."""
    subject, article, text = row
    for n, line in enumerate(text.split("\n")):
        yield (subject, article, line) if n == 0 else ("", "", line)


def _each(tr: Tr, package: AccessPackage, say: Callable[[Tr, ProcessingActivity], str]) -> str:
    return "\n".join(tr.pair(one.activity.name, say(tr, one)) for one in package.activities)


def _purposes(tr: Tr, one: ProcessingActivity) -> str:
    return one.text(Detail.PURPOSES) or tr("not recorded")


def _automated(tr: Tr, one: ProcessingActivity) -> str:
    return one.text(Detail.AUTOMATED_DECISIONS) or tr("none")


def _period(tr: Tr, package: AccessPackage, one: ProcessingActivity) -> str:
    """Say the criterion, and the day for this person where the rows tell an end (domain.md 5.1)."""
    rule = one.text(Detail.RETENTION) or tr("not recorded")
    day = erased_by(package.released.items, one.activity.code)
    if day is None:
        return rule
    return tr("{rule}. For you: at the latest on {day}", rule=rule.rstrip("."), day=tr.date(day))


def _categories(tr: Tr, package: AccessPackage) -> str:
    """Name the columns and records that hold something of this person, given or withheld."""
    pieces = [*package.released.items, *(one.item for one in package.released.withheld)]
    names = dict.fromkeys(what_label(tr, one) for one in pieces)
    return ", ".join(names) or tr("none")


def _recipients(tr: Tr, package: AccessPackage) -> str:
    """Name each recipient; categories alone only where none is named (C-154/21)."""
    named = {one.id: one for entry in package.activities for one in entry.recipients}
    if named:
        return "\n".join(_recipient(tr, one) for _id, one in sorted(named.items()))
    return _each(tr, package, lambda tr, one: one.text(Detail.RECIPIENTS) or tr("none"))


def _recipient(tr: Tr, one: Recipient) -> str:
    return f"{one.name} ({role_label(tr, one.role)}, {country_label(tr, one.country)})"


def _sources(tr: Tr, package: AccessPackage) -> str:
    lists = {item.name: item.channel for item in package.released.items if item.row}
    told = [tr.pair(name, channel) for name, channel in lists.items() if channel]
    written = _each(tr, package, lambda tr, one: one.text(Detail.ORIGIN) or tr("not recorded"))
    return "\n".join(filter(None, (written, *told)))


def _transfers(tr: Tr, package: AccessPackage) -> str:
    outside = {
        one.id: one
        for entry in package.activities
        for one in entry.recipients
        if one.is_outside_eea
    }
    if outside:
        return "\n".join(
            tr.pair(_recipient(tr, one), safeguard_label(tr, one.safeguard) or tr("not recorded"))
            for _id, one in sorted(outside.items())
        )
    return _each(tr, package, _transfer)


def _transfer(tr: Tr, one: ProcessingActivity) -> str:
    told = (one.text(Detail.TRANSFERS) or tr("none"), one.text(Detail.SAFEGUARDS))
    return ". ".join(filter(None, told))
