"""Keys that several people may have: a mailbox "contact@…", a fax, the number of a company.

Equal, they make a row strong only where it names the person as well (R-MAT-1): a switchboard has
many people behind it, and an answer to one must not hold what is another's.
"""

import re
from collections.abc import Collection, Iterator

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.job_titles import is_only_title
from dsr_desktop.domain.matching import MENTIONS, STRONG_KEYS, How, Reason
from dsr_desktop.domain.name_cells import CIVILITIES
from dsr_desktop.domain.person import emails_in, words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.row_names import words_of_nobody

_OF_AN_OFFICE = frozenset(words(
    "contact contacts info infos information informations accueil reception secretariat standard "
    "bureau office mail email courrier hello bonjour bienvenue equipe team "
    "compta comptabilite facturation factures facture accounting accounts billing invoice invoices "
    "finance commercial commerciale ventes vente sales commande commandes orders order achats "
    "purchasing devis boutique shop magasin rh hr recrutement jobs careers candidature emploi "
    "support sav helpdesk help assistance service services client clients "
    "direction admin administration administratif webmaster postmaster hostmaster marketing "
    "communication presse press newsletter news noreply donotreply nepasrepondre dpo rgpd gdpr "
    "privacy abuse agence reservation reservations booking mairie kontakt anfrage empfang buero "
    "buchhaltung rechnung vertrieb verkauf personal kundenservice contacto ventas facturacion "
    "informacion contatti amministrazione vendite ufficio contato geral kantoor verkoop biuro"
))  # fmt: skip
_NO_REPLY = re.compile(r"(?:no|do[-_.]?not|ne[-_.]?pas)[-_.]?(?:reply|repondre)")
_PARTS = re.compile(r"[-_.+]")
_FAX = frozenset(words("fax telefax télécopie télécopieur faxnummer telefaxnummer faks telefaks"))


def shared_keys(
    asked: Asked, row: Row, keys: Collection[Reason], names: Collection[Reason]
) -> Iterator[Reason]:
    """Yield the strong keys of a row that are nobody's alone, unless it names the person.

    `keys` and `names` are what agrees in it. Nothing where one of the strong keys is her own.
    """
    strong = [key for key in keys if key.how in STRONG_KEYS]
    doubts = [(key, how) for key in strong if (how := _doubt(asked, row, key))]
    if not doubts or len(doubts) < len(strong):
        return
    if asked.parts_of_name and _names_somebody(asked, row, names):
        return
    for key, how in doubts:
        yield Reason(key.criterion, key.column, key.cell, how)


def is_office_mailbox(address: str) -> bool:
    """Tell an e-mail that belongs to an office: "contact@…", "info-paris@…", "no-reply@…"."""
    local = address.partition("@")[0].lower()
    parts = _PARTS.split(local)
    told = {part.rstrip("0123456789") for part in (parts[0], parts[-1])}
    return bool(_NO_REPLY.match(local)) or not told.isdisjoint(_OF_AN_OFFICE)


def _doubt(asked: Asked, row: Row, key: Reason) -> How | None:
    if key.criterion == Field.EMAIL:
        equal = asked.emails.keys() & emails_in(key.cell)
        return How.OFFICE_MAILBOX if equal and all(map(is_office_mailbox, equal)) else None
    if not _FAX.isdisjoint(words(row.header(key.column))):
        return How.NUMBER_OF_FAX
    is_companys = asked.parts_of_name and any(row.of_field(Field.COMPANY))
    return How.NUMBER_OF_COMPANY if is_companys else None


def _names_somebody(asked: Asked, row: Row, names: Collection[Reason]) -> bool:
    """Tell whether a row names a person; whether that is another one is told elsewhere."""
    if any(name.how not in MENTIONS for name in names):
        return True
    nobodys = words_of_nobody(asked, row) | CIVILITIES
    companies = {words(text) for _column, text in row.of_field(Field.COMPANY)}
    told = {words(text) for _n, text, field in row.filled() if field in NAME_FIELDS} - companies
    return any(not (nobodys.issuperset(there) or is_only_title(there)) for there in told)
