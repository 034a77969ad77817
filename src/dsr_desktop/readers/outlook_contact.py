"""Turns a contact or a distribution list of Outlook into the values of a record."""

from datetime import timedelta

from dsr_desktop.readers.outlook_properties import NamedTags, Properties
from dsr_desktop.readers.records import Record

_ADDRESS_SET = bytes.fromhex("0420060000000000c000000000000046")
_TITLES = {
    0x3001: "Name", 0x3A06: "First name", 0x3A11: "Last name", 0x3A44: "Middle name",
    0x3A45: "Prefix", 0x3A05: "Suffix", 0x3A4F: "Nickname", 0x3A16: "Company",
    0x3A18: "Department", 0x3A17: "Job title", 0x3A08: "Work phone", 0x3A1B: "Work phone",
    0x3A09: "Home phone", 0x3A2F: "Home phone", 0x3A1C: "Mobile", 0x3A1A: "Phone",
    0x3A1D: "Phone", 0x3A1E: "Phone", 0x3A1F: "Phone", 0x3A02: "Phone", 0x3A57: "Phone",
    0x3A2E: "Phone", 0x3A21: "Pager", 0x3A24: "Fax", 0x3A25: "Fax", 0x3A23: "Fax",
    0x3A51: "Website", 0x3A50: "Website", 0x3A48: "Related", 0x3A30: "Related", 0x3A4E: "Related",
    0x3A4A: "Customer ID", 0x3A07: "Identifier", 0x3A46: "Profession", 0x3A19: "Office",
    0x1000: "Note",
}  # fmt: skip
_ADDRESSES = (
    (0x3A29, 0x3A2A, 0x3A27, 0x3A28, 0x3A26),
    (0x3A5D, 0x3A5B, 0x3A59, 0x3A5C, 0x3A5A),
    (0x3A63, 0x3A61, 0x3A5F, 0x3A62, 0x3A60),
)
_ADDRESS_TITLES = ("Address", "Postcode", "City", "Region", "Country")
_NAMED_WORK_ADDRESS = (0x8045, 0x8048, 0x8046, 0x8047, 0x8049)
_EMAILS = (0x8083, 0x8093, 0x80A3)
_KNOWN_NAMED = frozenset({
    *_NAMED_WORK_ADDRESS, *_EMAILS, *(tag - 1 for tag in _EMAILS), *(tag + 1 for tag in _EMAILS),
    0x801A, 0x801B, 0x801C, 0x8005, 0x8006,
})  # fmt: skip
_CHILDREN = 0x3A58
_BIRTHDAY, _BIRTHDAY_LOCAL, _WEDDING = 0x3A42, 0x80DE, 0x3A41
_LIST_MEMBERS = 0x8054
_ORDINARY = range(0x3A00, 0x3B00)
_POSTAL = 0x3A15


def record_of_contact(contact: Properties, named: NamedTags, longest: int) -> Record:
    """Return the values of a contact: the home address has the number 2, another one 3.

    Texts that are not known stand under their tag, fields of the user's own under their name.
    """
    record = Record(longest)
    for tag, title in _TITLES.items():
        record.add(title, contact.text(tag))
    _add_addresses(record, contact, named)
    _add_emails(record, contact, named)
    _add_dates(record, contact, named)
    record.add("Related", "\n".join(contact.texts(_CHILDREN)))
    members = contact.one_off_addresses(named.numbered.get((_ADDRESS_SET, _LIST_MEMBERS), 0))
    record.add("Members", "\n".join(members))
    for name, tag in named.own.items():
        record.add(name, contact.text(tag) or ", ".join(contact.texts(tag)))
    _add_others(record, contact, named)
    return record


def _add_addresses(record: Record, contact: Properties, named: NamedTags) -> None:
    work = [
        contact.text(named.numbered.get((_ADDRESS_SET, number), 0)) or contact.text(tag)
        for number, tag in zip(_NAMED_WORK_ADDRESS, _ADDRESSES[0], strict=True)
    ]
    others = ([contact.text(tag) for tag in tags] for tags in _ADDRESSES[1:])
    for number, parts in enumerate((work, *others), 1):
        for title, part in zip(_ADDRESS_TITLES, parts, strict=True):
            record.add(title, part, number)
    if not any(title in _ADDRESS_TITLES for title, _ in record.cells):
        record.add("Address", contact.text(_POSTAL))


def _add_emails(record: Record, contact: Properties, named: NamedTags) -> None:
    """Add the addresses; of one inside Exchange, which is none, what it is shown as."""
    for number in _EMAILS:
        texts = (contact.text(named.numbered.get((_ADDRESS_SET, number + by), 0)) for by in (0, 1))
        address, written = texts
        record.add("Email", written if "@" in written and "@" not in address else address)


def _add_dates(record: Record, contact: Properties, named: NamedTags) -> None:
    """Add the days; Outlook keeps the moment in UTC at which the day began, hence the twelve hours."""
    local = contact.moment(named.numbered.get((_ADDRESS_SET, _BIRTHDAY_LOCAL), 0))
    born, wed = contact.moment(_BIRTHDAY), contact.moment(_WEDDING)
    for title, moment in (("Birthday", local or born), ("Anniversary", wed)):
        if moment:
            record.add(title, (moment + timedelta(hours=12)).date().isoformat())


def _add_others(record: Record, contact: Properties, named: NamedTags) -> None:
    numbers = {
        tag: number for (group, number), tag in named.numbered.items() if group == _ADDRESS_SET
    }
    known = {*_TITLES, *(tag for tags in _ADDRESSES for tag in tags), _POSTAL}
    for tag in contact.text_tags():
        is_other = tag in _ORDINARY and tag not in known
        if is_other or (tag in numbers and numbers[tag] not in _KNOWN_NAMED):
            record.add(f"Property {numbers.get(tag, tag):X}", contact.text(tag))
