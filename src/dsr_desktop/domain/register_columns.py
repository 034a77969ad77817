"""What the columns of a register brought from elsewhere mean, told by their titles (fr, en)."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.person import words
from dsr_desktop.domain.processing import Detail

ROWS_LOOKED_AT = 30
_LEAST_TITLES = 2


class RequestColumn(StrEnum):
    """Columns of a register of requests; only day of receipt and right are needed."""

    REFERENCE = "reference"
    RECEIVED_ON = "received_on"
    RIGHT = "right"
    CHANNEL = "channel"
    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    ANSWERED_ON = "answered_on"
    CLOSED_ON = "closed_on"
    DECISION = "decision"
    REASON = "reason"


class ActivityColumn(StrEnum):
    """Columns of a record of processing beside those of `Detail`; both are needed."""

    NAME = "name"
    LEGAL_BASIS = "legal_basis"


Titles = Mapping[str, str]
REQUEST_TITLES: Titles = {
    RequestColumn.REFERENCE: "reference|ref|number|no|numero|n|id|request number|numero de demande|"
    "reference de la demande|earlier reference|ancienne reference",
    RequestColumn.RECEIVED_ON: "received on|received|date received|receipt date|date of receipt|"
    "recue le|recu le|date de reception|reception|date de la demande|date demande|request date",
    RequestColumn.RIGHT: "right|rights|type|request type|type of request|droit|droits|droit exerce|"
    "type de demande|nature de la demande|objet",
    RequestColumn.CHANNEL: "channel|canal|received by|moyen|mode de reception|canal de reception",
    RequestColumn.NAME: "name|person|requester|data subject|nom|personne|demandeur|nom du demandeur|"
    "personne concernee|nom et prenom|nom prenom",
    RequestColumn.EMAIL: "email|e mail|mail|e mail address|courriel|adresse e mail|adresse mail",
    RequestColumn.PHONE: "phone|telephone|tel|phone number|numero de telephone|mobile",
    RequestColumn.ANSWERED_ON: "answered on|answered|answer sent on|answer sent|answer date|date of answer|response date|"
    "repondu le|reponse le|repondue le|date de reponse|date de la reponse|reponse envoyee le",
    RequestColumn.CLOSED_ON: "closed on|closed|closing date|date closed|close le|clos le|fermee le|cloturee le|"
    "date de cloture|cloture",
    RequestColumn.DECISION: "decision|outcome|result|issue|suite donnee|resultat",
    RequestColumn.REASON: "reason|reason code|ground|motif|motif du refus|motif de refus",
}
ACTIVITY_TITLES: Titles = {
    ActivityColumn.NAME: "activity|processing|name|processing activity|name of the processing|"
    "activite|traitement|nom|nom du traitement|activite de traitement|intitule|nom de l activite",
    ActivityColumn.LEGAL_BASIS: "legal basis|basis|lawful basis|base legale|fondement|base juridique",
    Detail.PURPOSES: "purposes|purpose|finalites|finalite|objectif|objectifs|finalite s",
    Detail.DATA_SUBJECTS: "categories of people|data subjects|categories of data subjects|people|"
    "personnes concernees|categories de personnes|categories de personnes concernees",
    Detail.DATA_CATEGORIES: "categories of data|categories of personal data|personal data|data|"
    "categories de donnees|donnees|donnees traitees|categories de donnees personnelles",
    Detail.RECIPIENTS: "categories of recipients|recipients|destinataires|"
    "categories de destinataires",
    Detail.TRANSFERS: "transfers outside the eea|transfers|transfers outside the eu|third countries|"
    "transferts hors ue|transferts|transferts hors de l ue|transferts hors eee",
    Detail.SAFEGUARDS: "safeguards of transfers|safeguards|safeguard|garanties|"
    "garanties des transferts",
    Detail.RETENTION: "retention|retention period|time limits|erasure time limits|"
    "duree de conservation|durees de conservation|conservation|delais d effacement",
    Detail.RETENTION_SOURCE: "source of the retention|retention source|source de la duree|"
    "source de la conservation",
    Detail.SECURITY: "security measures|security|mesures de securite|securite",
    Detail.LEGITIMATE_INTEREST: "legitimate interest|legitimate interests|interet legitime",
    Detail.ORIGIN: "origin of the data|source of the data|origin|source|origine des donnees|"
    "source des donnees",
    Detail.AUTOMATED_DECISIONS: "automated decisions|automated decision|decisions automatisees|"
    "decision automatisee|profilage",
    Detail.SYSTEMS: "systems|system|software|tools|systemes|logiciels|outils",
}


def propose_columns(headers: Sequence[str], titles: Titles) -> tuple[str | None, ...]:
    """Return what each column means, None where its title does not say; no meaning twice."""
    known = dict(_by_title(titles))
    found: list[str | None] = []
    for header in headers:
        meaning = known.get(" ".join(words(header)))
        found.append(meaning if meaning not in found else None)
    return tuple(found)


def with_choices(
    headers: Sequence[str],
    proposed: Sequence[str | None],
    chosen: Mapping[str, str],
    titles: Titles,
) -> tuple[str | None, ...]:
    """Return the meanings with those that the DPO chose by title, "" to leave a column out.

    Raises InvalidInputError for a title that no column has or a meaning that is none.
    """
    for title, meaning in chosen.items():
        if title not in headers:
            raise InvalidInputError(
                mark("No column has the title {title}. The titles are: {titles}."),
                title=title[:40], titles=", ".join(filter(None, headers))[:200],
            )  # fmt: skip
        if meaning and meaning not in titles:
            raise InvalidInputError(
                mark("There is no column {name}. There are: {names}."),
                name=meaning[:40], names=", ".join(titles),
            )  # fmt: skip
    taken = set(chosen.values())
    return tuple(
        (chosen[header] or None) if header in chosen else None if meaning in taken else meaning
        for header, meaning in zip(headers, proposed, strict=True)
    )


def header_row_of(rows: Sequence[Sequence[str]], titles: Titles) -> int | None:
    """Return the index of the row with the most known titles, at least two; None without one."""
    counts = [
        sum(one is not None for one in propose_columns(row, titles))
        for row in rows[:ROWS_LOOKED_AT]
    ]
    most = max(counts, default=0)
    return counts.index(most) if most >= _LEAST_TITLES else None


def _by_title(titles: Titles) -> Iterator[tuple[str, str]]:
    for meaning, known in titles.items():
        yield str(meaning).replace("_", " "), meaning
        yield from ((title, meaning) for title in known.split("|"))
