"""Why a row was found, in words that a DPO can defend."""

from collections.abc import Iterable
from dataclasses import replace

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
    How.SAME_MAILBOX: mark("probably the same mailbox: {cell}"),
    How.SAME_PHONE: mark("same phone"),
    How.PHONE_OTHER_WRITING: mark("same phone, written {cell}"),
    How.PHONE_OTHER_COUNTRY: mark("perhaps the same phone, its country is another or unknown"),
    How.SAME_IDENTIFIER: mark("same identifier"),
    How.IDENTIFIER_WITHOUT_ZEROS: mark("perhaps the same identifier, without its zeros: {cell}"),
    How.SAME_NAME: mark("same name"),
    How.NAME_OTHER_WRITING: mark("same name, written {cell}"),
    How.NAME_SWAPPED: mark("same name, in another order"),
    How.NAME_OTHER_ALPHABET: mark("same name, in another alphabet"),
    How.NAME_OTHER_SPELLING: mark("probably the same name, spelt otherwise"),
    How.NAME_SHORT_FORM: mark("the name with a short or other form of the first name: {cell}"),
    How.NAME_ONE_TYPO: mark("probably the same name, misspelt: {cell}"),
    How.NAME_TWO_TYPOS: mark("perhaps the same name, two letters differ: {cell}"),
    How.NAME_PERHAPS_ANOTHER: mark("one letter differs, perhaps another person: {cell}"),
    How.NAME_IN_PART: mark("part of the name {cell}"),
    How.NAME_SIMILAR: mark("a similar name: {cell}"),
    How.SIMILAR_INSIDE_TEXT: mark("a similar name inside a longer text"),
    How.NAME_SCATTERED: mark("the words of the name in other cells"),
    How.NAME_PARTLY: mark("part of the name asked for: {cell}"),
    How.INSIDE_VALUE: mark("the text asked for"),
    How.DAY_MONTH_SWAPPED: mark("perhaps the same birth date, day and month swapped: {cell}"),
    How.IN_LINK: mark("same e-mail, in a link on the cell"),
    How.OTHER_GIVEN_NAME: mark("but another name: {cell}"),
    How.OTHER_BIRTH_DATE: mark("but another birth date: {cell}"),
    How.OFFICE_MAILBOX: mark(
        "but a mailbox that several people may share, without the name asked for"
    ),
    How.NUMBER_OF_FAX: mark("but the number of a fax, without the name asked for"),
    How.NUMBER_OF_COMPANY: mark("but a company's number, without the name of a person"),
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

_SIMILAR_VALUE = {
    "company": mark("similar company: {cell}"),
    "address": mark("similar address: {cell}"),
    "postcode": mark("similar postcode: {cell}"),
    "city": mark("similar city: {cell}"),
    "birth_date": mark("similar birth date: {cell}"),
}

_CONTAINED = {
    "address": mark("same address, in a longer one"),
    "postcode": mark("same postcode, in a longer cell"),
    "city": mark("same city, in a longer cell"),
}

_VALUE_IN_PART = {
    "company": mark("part of the company {cell}"),
    "address": mark("part of the address: {cell}"),
}

_MISSPELT_VALUE = {
    "company": mark("nearly the same company: {cell}"),
    "address": mark("nearly the same address: {cell}"),
    "postcode": mark("nearly the same postcode: {cell}"),
    "city": mark("nearly the same city: {cell}"),
}

_INITIALS = {
    "given_name": mark("the given name with an initial: {cell}"),
    "family_name": mark("the family name with an initial: {cell}"),
}

_BY_CRITERION = {
    How.SAME: _SAME_VALUE,
    How.OTHER_WRITING: _SAME_VALUE,
    How.VALUE_CONTAINED: _CONTAINED,
    How.VALUE_IN_PART: _VALUE_IN_PART,
    How.VALUE_ONE_TYPO: _MISSPELT_VALUE,
    How.SIMILAR_VALUE: _SIMILAR_VALUE,
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

_SOME_CRITERIA = {
    How.INSIDE_TEXT: (_INSIDE, mark("name inside a longer text")),
    How.IN_NOTE: (_IN_NOTE, mark("name in a note on the cell")),
    How.NAME_INITIALS: (_INITIALS, mark("the name with initials: {cell}")),
}
"""Sentences of their own for some criteria, and the one for all others."""

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
    return ", ".join(dict.fromkeys(explain_reason(tr, one) for one in with_whole_names(reasons)))


def with_whole_names(reasons: Iterable[Reason]) -> list[Reason]:
    """Join the cells of one name that agree alike: given and family name are one thing, told once."""
    joined: list[Reason] = []
    for reason in reasons:
        last = joined[-1] if joined else None
        if last is not None and _is_rest_of_name(last, reason):
            joined[-1] = replace(last, cell=f"{last.cell} {reason.cell}")
        else:
            joined.append(reason)
    return joined


def _is_rest_of_name(one: Reason, other: Reason) -> bool:
    same = (one.criterion, one.how) == (other.criterion, other.how)
    return same and one.how in _OF_A_NAME and other.cell not in one.cell


_OF_A_NAME = frozenset({
    How.NAME_OTHER_WRITING, How.NAME_OTHER_ALPHABET, How.NAME_OTHER_SPELLING, How.NAME_SHORT_FORM,
    How.NAME_INITIALS, How.NAME_ONE_TYPO, How.NAME_TWO_TYPOS, How.NAME_PERHAPS_ANOTHER,
    How.NAME_IN_PART, How.NAME_SIMILAR, How.NAME_PARTLY,
})  # fmt: skip


def brief_reason(tr: Tr, reason: Reason) -> str:
    """Say how a cell agrees, for a place where the cell itself stands beside it."""
    return tr(_BRIEF[reason.how]) if reason.how in _BRIEF else tr(_sentence(reason))


_BRIEF = {
    How.SAME_MAILBOX: mark("probably the same mailbox"),
    How.IDENTIFIER_WITHOUT_ZEROS: mark("without its zeros"),
    How.DAY_MONTH_SWAPPED: mark("day and month swapped"),
    How.VALUE_IN_PART: mark("in part"),
    How.VALUE_ONE_TYPO: mark("nearly the same"),
    How.EMAIL_OTHER_CASE: mark("same e-mail"),
    How.PHONE_OTHER_WRITING: mark("same phone"),
    How.NAME_OTHER_WRITING: mark("same name"),
    How.NAME_SWAPPED: mark("same, swapped"),
    How.NAME_OTHER_SPELLING: mark("probably the same name"),
    How.IN_OTHER_COLUMN: mark("perhaps only mentioned"),
    How.NAME_SHORT_FORM: mark("short form of the name"),
    How.NAME_INITIALS: mark("name with initials"),
    How.NAME_ONE_TYPO: mark("probably the same, misspelt"),
    How.NAME_TWO_TYPOS: mark("two letters differ"),
    How.NAME_PERHAPS_ANOTHER: mark("one letter differs"),
    How.NAME_IN_PART: mark("part of the name"),
    How.NAME_SIMILAR: mark("a similar name"),
    How.NAME_PARTLY: mark("part of the name"),
    How.SIMILAR_VALUE: mark("similar"),
    How.OTHER_GIVEN_NAME: mark("another name"),
    How.OTHER_BIRTH_DATE: mark("another birth date"),
    How.OFFICE_MAILBOX: mark("perhaps a shared mailbox"),
    How.NUMBER_OF_FAX: mark("a fax, perhaps shared"),
    How.NUMBER_OF_COMPANY: mark("a company's number"),
}


def _sentence(reason: Reason) -> str:
    if reason.how in _SOME_CRITERIA:
        by_criterion, usual = _SOME_CRITERIA[reason.how]
        return by_criterion.get(reason.criterion, usual)
    if reason.how is How.IN_OTHER_COLUMN:
        if not reason.header:
            return mark("same name, beside that of somebody else")
        return _IN_OTHER_COLUMN.get(reason.criterion, mark("same name, in the column “{header}”"))
    if reason.how in _BY_CRITERION:
        return _BY_CRITERION[reason.how][reason.criterion]
    return _REASONS[reason.how]


def _short(cell: str) -> str:
    return cell if len(cell) <= _LONGEST_SHOWN else cell[: _LONGEST_SHOWN - 1] + "…"
