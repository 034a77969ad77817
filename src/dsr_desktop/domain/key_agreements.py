"""Where in a row an e-mail, a phone number or an identifier asked for stands."""

from collections.abc import Iterator
from unicodedata import decimal

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.key_columns import is_own_key
from dsr_desktop.domain.lone_keys import TAIL_DIGITS
from dsr_desktop.domain.matching import How, Reason
from dsr_desktop.domain.person import (
    calling_code,
    canonical_email,
    canonical_identifier,
    canonical_phone,
    emails_in,
    mailbox_of,
    phone_tail,
    phones_in,
    spelt_out,
    words,
)
from dsr_desktop.domain.row import Row

_AMOUNTS = frozenset(words(
    "montant montants prix tarif total somme solde salaire quantité qté capital effectif budget remise "
    "don dons amount price sum balance salary quantity qty turnover revenue donation "
    "betrag preis summe umsatz gehalt menge importe precio prezzo importo bedrag kwota cena"
))  # fmt: skip
_NUMBERED = frozenset(
    words("n° no num numéro number id identifiant ref réf référence reference code nr")
)
"""Words of titles that give amounts a number of their own: "N° de don"."""
_TELLING_FIGURES = 9


def key_reasons(asked: Asked, row: Row) -> Iterator[Reason]:
    """Yield the cells in which a strong key stands, and in what way (R-MAT-1)."""
    yield from _emails(asked, row)
    yield from _phones(asked, row)
    yield from _identifiers(asked, row)


def _emails(asked: Asked, row: Row) -> Iterator[Reason]:
    if not asked.emails:
        return
    for column, text, field in row.filled():
        for form in emails_in(text):
            if form in asked.emails:
                how = _email_how(text, form, asked, field)
                yield _reason(row, Field.EMAIL, column, text, how)
            elif mailbox_of(form) in asked.mailboxes:
                yield _reason(row, Field.EMAIL, column, text, _mailbox_how(text, field))


def _email_how(text: str, form: str, asked: Asked, field: Field | None) -> How:
    if canonical_email(spelt_out(text)) is None and field is not Field.EMAIL:
        return How.INSIDE_TEXT
    if _holds_other_addresses(text, asked):
        return How.EMAIL_AMONG_OTHERS
    return How.SAME_EMAIL if asked.emails[form].strip() in text else How.EMAIL_OTHER_CASE


def _mailbox_how(text: str, field: Field | None) -> How:
    is_lone = canonical_email(spelt_out(text)) is not None
    return How.SAME_MAILBOX if is_lone or field is Field.EMAIL else How.INSIDE_TEXT


def _holds_other_addresses(text: str, asked: Asked) -> bool:
    """Tell whether a cell holds an address not asked for; one "@" may give several forms."""
    several = spelt_out(text).count("@") > 1
    return several and not asked.emails.keys() >= set(emails_in(text))


def _phones(asked: Asked, row: Row) -> Iterator[Reason]:
    if not asked.phone_tails:
        return
    typed = frozenset(asked.phones.values())
    for column, text, field in row.filled():
        for written in phones_in(text):
            if phone_tail(written) not in asked.phone_tails:
                continue
            number = canonical_phone(written, asked.country)
            if number in asked.phones:
                how = _phone_how(text, written, typed, field)
                yield _reason(row, Field.PHONE, column, text, how)
            elif _ends_alike(asked, written) and _may_be_abroad(asked, number, written, field):
                how = _phone_how(text, written, typed, field)
                unsure = how if how is How.INSIDE_TEXT else How.PHONE_OTHER_COUNTRY
                yield Reason("phone", column, text, unsure)


def _ends_alike(asked: Asked, written: str) -> bool:
    """Tell whether the last nine figures are those of a number asked for.

    Of shorter numbers all figures count: 02 512 34 56 has eight without its zero. Keys of the register
    are eight figures, so that such numbers are looked at too.
    """
    there = _last_figures(written)
    several = map(_last_figures, (*asked.phones.values(), *asked.unclear_phones))
    return any(_is_end_of(one, there) or _is_end_of(there, one) for one in several)


def _last_figures(number: str) -> str:
    figures = "".join(str(decimal(sign)) for sign in number if sign.isdecimal())
    return figures.lstrip("0")[-_TELLING_FIGURES:]


def _is_end_of(end: str, number: str) -> bool:
    return len(end) >= TAIL_DIGITS and number.endswith(end)


def _may_be_abroad(asked: Asked, number: str | None, written: str, field: Field | None) -> bool:
    """Tell whether a number with the last figures of one asked for differs by its country only."""
    if field is not Field.PHONE and written.isdigit() and not written.startswith("0"):
        return False
    alike = [one for one in asked.phones if phone_tail(one) == phone_tail(written)]
    code = calling_code(number) if number else None
    return not alike or code is None or code not in {calling_code(one) for one in alike}


def _phone_how(text: str, written: str, typed: frozenset[str], field: Field | None) -> How:
    """Bare figures are a phone number in a phone column; elsewhere they may be an order number."""
    bare = written.isdigit() and not written.startswith("0")
    elsewhere = field is not None or written != text.strip() or bare
    if field is not Field.PHONE and elsewhere:
        return How.INSIDE_TEXT
    return How.SAME_PHONE if written in typed else How.PHONE_OTHER_WRITING


def _identifiers(asked: Asked, row: Row) -> Iterator[Reason]:
    if not asked.identifiers:
        return
    for column, text, field in row.filled():
        found = canonical_identifier(text)
        if found in asked.identifiers:
            if field is None and _counts(row.header(column)):
                continue
            how = How.SAME_IDENTIFIER if field is Field.IDENTIFIER else How.SAME
            yield Reason("identifier", column, text, how)
        elif field is Field.IDENTIFIER and _lost_zeros(found, asked):
            yield Reason("identifier", column, text, How.IDENTIFIER_WITHOUT_ZEROS)


def _counts(title: str) -> bool:
    """Tell whether figures under a title are an amount, which is nobody's identifier."""
    there = frozenset(words(title))
    return not _AMOUNTS.isdisjoint(there) and _NUMBERED.isdisjoint(there)


def _lost_zeros(found: str, asked: Asked) -> bool:
    return found.isdigit() and found.lstrip("0") in asked.identifiers_without_zeros


def _reason(row: Row, kind: Field, column: int, text: str, how: How) -> Reason:
    if how is How.INSIDE_TEXT or is_own_key(row, kind, column):
        return Reason(str(kind), column, text, how)
    return Reason(str(kind), column, text, How.IN_OTHER_COLUMN, row.header(column))
