"""Turns the attributes of a directory entry into the values of a record."""

from collections.abc import Iterable

from dsr_desktop.readers.records import Record

_TITLES = {
    "cn": "Name", "commonname": "Name", "displayname": "Name", "givenname": "First name",
    "gn": "First name", "sn": "Last name", "surname": "Last name", "initials": "Initials",
    "mail": "Email", "rfc822mailbox": "Email", "mozillasecondemail": "Email",
    "xmozillasecondemail": "Email", "othermailbox": "Email", "mailalternateaddress": "Email",
    "telephonenumber": "Work phone", "homephone": "Home phone", "mobile": "Mobile",
    "cellphone": "Mobile", "mobiletelephonenumber": "Mobile", "ipphone": "Phone", "pager": "Pager",
    "facsimiletelephonenumber": "Fax", "fax": "Fax", "o": "Company", "company": "Company",
    "organizationname": "Company", "ou": "Department", "orgunit": "Department",
    "department": "Department", "title": "Job title", "street": "Address",
    "streetaddress": "Address", "mozillaworkstreet2": "Address details",
    "postaladdress": "Postal address", "homepostaladdress": "Postal address",
    "postofficebox": "PO box", "l": "City", "locality": "City", "localityname": "City",
    "st": "Region", "region": "Region", "postalcode": "Postcode", "zip": "Postcode",
    "c": "Country", "co": "Country", "countryname": "Country", "friendlycountryname": "Country",
    "description": "Note", "notes": "Note", "note": "Note", "info": "Note",
    "mozillanickname": "Nickname", "xmozillanickname": "Nickname", "uid": "User ID",
    "userid": "User ID", "labeleduri": "Website", "workurl": "Website", "homeurl": "Website",
    "mozillaworkurl": "Website", "mozillahomeurl": "Website", "wwwhomepage": "Website",
    "nsaimid": "Messenger", "mozillaimaddress": "Messenger", "birthdate": "Birthday",
    "changetype": "Change", "manager": "Related", "secretary": "Related",
}  # fmt: skip
_HOME = {
    "mozillahomestreet": "Address", "mozillahomestreet2": "Address details",
    "mozillahomelocalityname": "City", "mozillahomestate": "Region",
    "mozillahomepostalcode": "Postcode", "mozillahomecountryname": "Country",
}  # fmt: skip
_LISTS = {
    "member": "Members", "uniquemember": "Members", "memberuid": "Members", "memberof": "Member of",
    "objectclass": "objectClass",
}  # fmt: skip
_BIRTH = ("birthyear", "birthmonth", "birthday")
_PICTURES = frozenset({
    "jpegphoto", "thumbnailphoto", "photo", "audio", "usercertificate", "usersmimecertificate",
    "userpkcs12", "cacertificate",
})  # fmt: skip


def record_of_entry(entry: Iterable[tuple[str, str]], longest: int) -> Record:
    """Return the values of an entry: name of attribute in lower case, value.

    The home address of Thunderbird has the number 2.
    """
    record = Record(longest)
    lists: dict[str, list[str]] = {}
    birth: dict[str, str] = {}
    for name, value in entry:
        if name in _LISTS:
            lists.setdefault(_LISTS[name], []).append(value)
        elif name in _BIRTH and name not in birth:
            birth[name] = value.strip()
        elif name not in _PICTURES:
            _add(record, name, value)
    record.add("Birthday", _birthday(birth))
    for title, values in lists.items():
        record.add(title, "\n".join(values))
    return record


def _add(record: Record, name: str, value: str) -> None:
    if name in _HOME:
        record.add(_HOME[name], value, 2)
    elif name.endswith("postaladdress"):
        record.add("Postal address", value.replace("$", "\n"))
    elif record.cells.get((title := _TITLES.get(name, name), 1)) != value.strip():
        record.add(title, value)


def _birthday(birth: dict[str, str]) -> str:
    """Put year, month and day together; Thunderbird keeps them apart."""
    if len(birth) == len(_BIRTH) and all(part.isdecimal() for part in birth.values()):
        year, month, day = (int(birth[name]) for name in _BIRTH)
        return f"{year:04}-{month:02}-{day:02}"
    return " ".join(birth[name] for name in _BIRTH if name in birth)
