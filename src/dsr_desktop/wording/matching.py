"""Why a row was found, in words that a DPO can defend."""

from collections.abc import Iterable

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import How, Level, Reason
from dsr_desktop.wording.language import Tr

_LEVELS = {
    Level.STRONG: mark("Strong"),
    Level.PROBABLE: mark("Probable"),
    Level.WEAK: mark("Weak"),
}

_CRITERIA = {
    "name": mark("Name"),
    "given_name": mark("Given name"),
    "family_name": mark("Family name"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "company": mark("Company"),
    "address": mark("Address"),
    "postcode": mark("Postcode"),
    "city": mark("City"),
    "birth_date": mark("Birth date"),
    "identifier": mark("Identifier"),
    "text": mark("Text"),
}

_REASONS = {
    How.SAME_EMAIL: mark("same e-mail"),
    How.EMAIL_OTHER_CASE: mark("same e-mail, written {cell}"),
    How.EMAIL_AMONG_OTHERS: mark("same e-mail, beside other addresses in the cell"),
    How.SAME_PHONE: mark("same phone"),
    How.PHONE_OTHER_WRITING: mark("same phone, written {cell}"),
    How.PHONE_OTHER_COUNTRY: mark("perhaps the same phone, its country is another or unknown"),
    How.SAME_IDENTIFIER: mark("same identifier"),
    How.SAME_NAME: mark("same name"),
    How.NAME_OTHER_WRITING: mark("same name, written {cell}"),
    How.NAME_SWAPPED: mark("same name, in another order"),
    How.NAME_OTHER_SPELLING: mark("probably the same name, spelt otherwise"),
    How.NAME_IN_PART: mark("part of the name {cell}"),
    How.NAME_SCATTERED: mark("the words of the name in other cells"),
    How.INSIDE_VALUE: mark("the text asked for"),
    How.IN_LINK: mark("same e-mail, in a link on the cell"),
    How.OTHER_GIVEN_NAME: mark("but another name: {cell}"),
    How.OTHER_BIRTH_DATE: mark("but another birth date: {cell}"),
}

_SAME_VALUE = {
    "company": mark("same company"),
    "address": mark("same address"),
    "postcode": mark("same postcode"),
    "city": mark("same city"),
    "birth_date": mark("same birth date"),
    "identifier": mark("same identifier, in another column"),
    "text": mark("the text asked for"),
}

_INSIDE = {
    "email": mark("e-mail inside a longer text"),
    "phone": mark("phone inside a longer text"),
    "text": mark("the text asked for"),
}

_IN_NOTE = {
    "email": mark("e-mail in a note on the cell"),
    "phone": mark("phone in a note on the cell"),
    "text": mark("the text asked for, in a note on the cell"),
}

_IN_OTHER_COLUMN = {
    "email": mark("same e-mail, in the column “{header}”"),
    "phone": mark("same phone, in the column “{header}”"),
}

_LONGEST_SHOWN = 40


def level_label(tr: Tr, level: Level) -> str:
    """Name of a level."""
    return tr(_LEVELS[level])


def criterion_label(tr: Tr, criterion: str) -> str:
    """Name of a criterion or field."""
    return tr(_CRITERIA.get(criterion, criterion))


def explain_reason(tr: Tr, reason: Reason) -> str:
    """Say in a few words how a cell agrees with what was asked."""
    header = _short(" ".join(reason.header.split()))
    return tr(_sentence(reason), cell=_short(reason.cell), header=header)


def explain_reasons(tr: Tr, reasons: Iterable[Reason]) -> str:
    """Say why a row was found, each thing once, in one line."""
    return ", ".join(dict.fromkeys(explain_reason(tr, reason) for reason in reasons))


def brief_reason(tr: Tr, reason: Reason) -> str:
    """Say how a cell agrees, for a place where the cell itself stands beside it."""
    return tr(_BRIEF[reason.how]) if reason.how in _BRIEF else tr(_sentence(reason))


_BRIEF = {
    How.EMAIL_OTHER_CASE: mark("same e-mail"),
    How.PHONE_OTHER_WRITING: mark("same phone"),
    How.NAME_OTHER_WRITING: mark("same name"),
    How.NAME_SWAPPED: mark("same, swapped"),
    How.NAME_OTHER_SPELLING: mark("probably the same name"),
    How.IN_OTHER_COLUMN: mark("perhaps only mentioned"),
    How.NAME_IN_PART: mark("part of the name"),
    How.OTHER_GIVEN_NAME: mark("another name"),
    How.OTHER_BIRTH_DATE: mark("another birth date"),
}


def _sentence(reason: Reason) -> str:
    if reason.how is How.INSIDE_TEXT:
        return _INSIDE.get(reason.criterion, mark("name inside a longer text"))
    if reason.how is How.IN_NOTE:
        return _IN_NOTE.get(reason.criterion, mark("name in a note on the cell"))
    if reason.how is How.IN_OTHER_COLUMN:
        if not reason.header:
            return mark("same name, beside that of somebody else")
        return _IN_OTHER_COLUMN.get(reason.criterion, mark("same name, in the column “{header}”"))
    if reason.how in {How.SAME, How.OTHER_WRITING}:
        return _SAME_VALUE[reason.criterion]
    return _REASONS[reason.how]


def _short(cell: str) -> str:
    return cell if len(cell) <= _LONGEST_SHOWN else cell[: _LONGEST_SHOWN - 1] + "…"
