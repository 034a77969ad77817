"""Turns the properties of a vCard into the values of a record."""

import re
from collections.abc import Iterator, Sequence

from dsr_desktop.readers.records import Record, Titles
from dsr_desktop.readers.vcard_lines import Property

ALWAYS = ("Name", "First name", "Last name", "Email", "Phone")
CONTACT_ORDER = (
    *ALWAYS, "Mobile", "Work phone", "Home phone", "Fax", "Company", "Department", "Job title",
    "Address", "Postcode", "City", "Region", "Country", "Birthday", "Note", "Middle name",
    "Prefix", "Suffix", "Nickname", "Website", "Messenger", "Related", "Categories", "Members",
    "Address details", "PO box", "Address label", "Labels", "UID", "User ID", "dn",
)  # fmt: skip
CONTACT_TITLES = Titles(ALWAYS, CONTACT_ORDER)
_TITLES = {
    "FN": "Name", "EMAIL": "Email", "TEL": "Phone", "TITLE": "Job title", "ROLE": "Role",
    "BDAY": "Birthday", "NOTE": "Note", "URL": "Website", "NICKNAME": "Nickname", "UID": "UID",
    "LABEL": "Address label", "IMPP": "Messenger", "RELATED": "Related",
    "X-ABRELATEDNAMES": "Related", "ANNIVERSARY": "Anniversary", "X-ANNIVERSARY": "Anniversary",
    "X-MAIDENNAME": "Maiden name",
}  # fmt: skip
_PARTS = {
    "N": ("Last name", "First name", "Middle name", "Prefix", "Suffix"),
    "ADR": ("PO box", "Address details", "Address", "City", "Region", "Postcode", "Country"),
    "ORG": ("Company",),
}
_REST_OF_PARTS = {"N": "Suffix", "ADR": "Address details", "ORG": "Department"}
_LISTS = {
    "CATEGORIES": "Categories", "MEMBER": "Members", "X-ADDRESSBOOKSERVER-MEMBER": "Members",
}  # fmt: skip
_DATES = frozenset({"BDAY", "ANNIVERSARY", "X-ANNIVERSARY", "DEATHDATE", "X-ABDATE"})
_PICTURES = frozenset({"PHOTO", "LOGO", "KEY"})
_NO_CONTENT = frozenset({"VERSION", "PRODID", "BEGIN", "END"})
_LABEL = "X-ABLABEL"
_TECHNICAL = frozenset({
    "TYPE", "ENCODING", "CHARSET", "VALUE", "LANGUAGE", "PREF", "ALTID", "PID", "MEDIATYPE",
    "CALSCALE", "GEO", "TZ", "INDEX", "LEVEL", "X-APPLE-OMIT-YEAR", "CONTEXT", "PROP-ID",
})  # fmt: skip

_ESCAPED = re.compile(r"\\([\\,;:nN])")
_PART = re.compile(r"((?:[^\\;]++|\\.|\\\Z)*+)(?:;|\Z)", re.DOTALL)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_COMPACT_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?\Z")
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T00:?00(?::?00)?(?:\.0+)?Z?\Z")


def record_of_card(card: Sequence[Property], charset: str, longest: int) -> Record:
    """Return the values of a card; those of the second address share the number 2, and so on."""
    record = Record(longest)
    labels = {prop.head.group: prop for prop in card if prop.name == _LABEL and prop.head.group}
    labelled, lists, numbers = list[str](), dict[str, list[str]](), dict[str, int]()
    for prop in card:
        if prop.name in _NO_CONTENT or (prop.name == _LABEL and prop.head.group):
            continue
        text = prop.text(charset)
        if prop.name in _LISTS:
            lists.setdefault(_LISTS[prop.name], []).append(unescaped(text))
            continue
        numbers[prop.name] = numbers.get(prop.name, 0) + 1
        title = _add(record, prop, text, numbers[prop.name])
        labelled += _labels(title, prop, labels.get(prop.head.group), charset)
    used = {prop.head.group for prop in card if prop.name != _LABEL}
    labelled += [prop.text(charset) for group, prop in labels.items() if group not in used]
    for title, values in (*lists.items(), ("Labels", labelled)):
        record.add(title, "\n".join(values))
    return record


def unescaped(text: str) -> str:
    r"""Replace \n, \, \; and \\ by what they stand for."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def parts_of_value(text: str) -> list[str]:
    """Cut a structured value at its semicolons."""
    parts = [unescaped(part).strip() for part in _PART.findall(text)]
    return parts[:-1] if parts[-1:] == [""] else parts


def _add(record: Record, prop: Property, text: str, number: int) -> str:
    """Add one value; returns the title under which it stands."""
    name = prop.name
    if name in _PARTS:
        return _add_parts(record, name, parts_of_value(text), number)
    value = unescaped(text).strip()
    if _is_picture(name, value.lower()):
        return name
    if name in {"EMAIL", "TEL"}:
        value = re.sub(r"^(?:mailto|tel):", "", value, flags=re.IGNORECASE)
    elif name in _DATES:
        value = _date(value, prop)
    title = "Fax" if name == "TEL" and "FAX" in prop.head.types else _TITLES.get(name, name)
    return record.add(title, value)


def _is_picture(name: str, value: str) -> bool:
    """Tell whether a value is a picture or a sound itself, not an address or a reading of one."""
    return (name in _PICTURES and not value.startswith("http")) or (
        name == "SOUND" and value.startswith("data:")
    )


def _add_parts(record: Record, name: str, parts: Sequence[str], number: int) -> str:
    titles = _PARTS[name]
    rest = [part for part in parts[len(titles) :] if part]
    for title, part in zip(titles, parts, strict=False):
        if title == _REST_OF_PARTS[name] and rest:
            rest.insert(0, part)
        elif part:
            record.add(title, part, number)
    record.add(_REST_OF_PARTS[name], ", ".join(filter(None, rest)), number)
    shown_as = "Address" if name == "ADR" else titles[0]
    return shown_as if number == 1 else f"{shown_as} {number}"


def _date(value: str, prop: Property) -> str:
    """Write 19850412 and 1985-04-12T00:00:00Z as 1985-04-12; Apple's year for none is left out."""
    if found := _COMPACT_DATE.match(value):
        value = "-".join(found.groups())
    elif found := _MIDNIGHT.match(value):
        value = found[1]
    omitted = prop.head.parameter("X-APPLE-OMIT-YEAR")
    return f"-{value[4:]}" if omitted and value.startswith(omitted) else value


def _labels(title: str, prop: Property, label: Property | None, charset: str) -> Iterator[str]:
    """Yield what the card says beside a value: its label, names in parameters."""
    if label is not None:
        text = unescaped(label.text(charset)).strip()
        named = _APPLE_LABEL.fullmatch(text)
        yield f"{title}: {named[1] if named else text}"
    for name, value in prop.head.parameters:
        if name not in _TECHNICAL:
            yield f"{title} {name}: {value}"
