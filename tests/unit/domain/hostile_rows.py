"""Rows of real-world lists in which every value is the data subject's or somebody else's.

Marie Dupont asks; whoever else is named is invented, and never to be given to her.
"""

from dataclasses import dataclass

MARIE = "Marie Dupont"
HER_EMAIL = "m.dupont57@x.example"
HER_PHONE = "06 12 34 56 78"
HIS_EMAIL = "jean.roux@y.example"
HIS_PHONE = "07 98 76 54 32"


@dataclass(frozen=True)
class HostileRow:
    """A row as {title: cell}; `hers` must be given to her, `others` are words that must not be."""

    what: str
    row: dict[str, str]
    hers: tuple[str, ...]
    others: tuple[str, ...]


def named(what, cell, hers=MARIE, others=("Jean", "Roux")):
    """A row whose only name cell is `cell`; her e-mail was asked for, and goes in."""
    row = {"Nom": cell, "E-mail": HER_EMAIL, "Ville": "Metz"}
    return HostileRow(what, row, (hers, HER_EMAIL, "Metz"), others)


def beside(what, title, cell, hers=(), others=("Jean", "Roux")):
    """A row of hers with one more cell."""
    row = {"Nom": MARIE, "E-mail": HER_EMAIL, "Ville": "Metz", title: cell}
    return HostileRow(what, row, (MARIE, HER_EMAIL, "Metz", *hers), others)


def message(what, text, *others):
    """A row of a form, of which she wrote the message."""
    return beside(what, "Message", text, (), others or ("Jean", "Roux"))


COUPLES = (
    named("a couple, family name last", "Jean et Marie Dupont", MARIE, ("Jean",)),
    named("a couple, family name first", "Dupont Jean, Marie", "Dupont Marie", ("Jean",)),
    named("given names alone", "Jean, Marie", "Marie", ("Jean",)),
    named("given names and a sign", "Jean & Marie", "Marie", ("Jean",)),
    named("two whole names and a comma", "Jean Roux, Marie Dupont"),
    named("two whole names and a slash", "Jean Roux / Marie Dupont"),
    named("two whole names on two lines", "Jean Roux\nMarie Dupont"),
    named("two whole names with civilities", "M. Jean Roux et Mme Marie Dupont"),
    named("civilities without a joint", "Mme Dupont Marie M. Roux Jean", "Dupont Marie"),
    named("capitals tell two families", "DUPONT Marie ROUX Jean", "DUPONT Marie"),
    named("capitals at the end", "Jean ROUX Marie DUPONT", "Marie DUPONT"),
    named("English couple", "John and Marie Dupont", MARIE, ("John",)),
    named("with", "Jean Roux with Marie Dupont"),
    named("avec", "Marie Dupont avec Jean Roux"),
    named("many spaces", "Marie Dupont      Jean Roux"),
    named("a tabulator", "Jean Roux\tMarie Dupont"),
    named("an odd sign", "Jean Roux • Marie Dupont"),
    named("a verb", "Marie Dupont remplace Jean Roux"),
    named("a bracket", "Marie Dupont (Jean)", MARIE, ("Jean",)),
    named("a bracket with a relation", "Marie Dupont (mari : Jean Roux)"),
    named("a family with its members", "Famille Dupont (Jean, Marie, Leo)", "Marie", ("Jean", "Leo")),
    named("her husband named after her", "Marie Dupont, épouse de Jean Roux"),
    named("a relation without a comma", "Marie Dupont mari Jean Roux"),
    HostileRow(
        "two columns of given names",
        {"Prénom 1": "Jean", "Prénom 2": "Marie", "Nom": "Dupont", "E-mail": HER_EMAIL},
        ("Marie", "Dupont", HER_EMAIL), ("Jean",),
    ),
    HostileRow(
        "a couple in two columns",
        {"Prénom": "Jean/Marie", "Nom": "Roux/Dupont", "E-mail": HER_EMAIL},
        ("Marie", "Dupont", HER_EMAIL), ("Jean", "Roux"),
    ),
    HostileRow(
        "both phones with labels",
        {"Nom": MARIE, "Tél": f"Jean : {HIS_PHONE}, Marie : {HER_PHONE}"},
        (MARIE, HER_PHONE), ("Jean", HIS_PHONE),
    ),
    HostileRow(
        "both e-mails of a couple",
        {"Nom": "Jean Roux & Marie Dupont", "E-mail": f"{HIS_EMAIL}, {HER_EMAIL}"},
        (MARIE, HER_EMAIL), ("Jean", "Roux", HIS_EMAIL),
    ),
    HostileRow(
        "the spouse in columns of his own",
        {"Prénom": "Marie", "Nom": "Dupont", "Prénom du conjoint": "Jean", "Nom du conjoint": "Roux",
         "E-mail": HER_EMAIL, "E-mail conjoint": HIS_EMAIL, "Tél conjoint": HIS_PHONE},
        ("Marie", "Dupont", HER_EMAIL), ("Jean", "Roux", HIS_EMAIL, HIS_PHONE),
    ),
    HostileRow(
        "she is the spouse",
        {"Nom": "Jean Roux", "E-mail": HER_EMAIL, "Conjoint": MARIE},
        (MARIE, HER_EMAIL), ("Jean", "Roux"),
    ),
)  # fmt: skip

ON_BEHALF = (
    named("pour", "Jean Roux pour Marie Dupont"),
    named("pour, the other way round", "Marie Dupont pour Jean Roux"),
    named("for", "Jean Roux for Marie Dupont"),
    named("by", "Marie Dupont by Jean Roux"),
    named("on behalf of", "Jean Roux on behalf of Marie Dupont"),
    named("o/b/o", "Jean Roux o/b/o Marie Dupont"),
    named("p/o", "Jean Roux p/o Marie Dupont"),
    named("P/O in capitals", "JEAN ROUX P/O MARIE DUPONT", "MARIE DUPONT"),
    named("p.o.", "Marie Dupont p.o. Jean Roux"),
    named("p.p.", "Jean Roux p.p. Marie Dupont"),
    named("c/o", "Marie Dupont c/o Jean Roux"),
    named("a/s", "Marie Dupont a/s Jean Roux"),
    named("chez", "Marie Dupont chez Jean Roux"),
    named("de la part de", "Jean Roux de la part de Marie Dupont"),
    named("au nom de", "Jean Roux au nom de Mme Dupont Marie", "Dupont Marie"),
    named("represented by", "Marie Dupont, représentée par Jean Roux"),
    named("via", "Marie Dupont via Jean Roux"),
    named("an arrow", "Jean Roux -> Marie Dupont"),
    named("für", "Jean Roux für Marie Dupont"),
    named("attention", "Marie Dupont, à l'attention de Jean Roux"),
    named("attn", "Attn: Jean Roux, Marie Dupont"),
    named("her own address beside his", f"Jean Roux <{HIS_EMAIL}>, Marie Dupont", MARIE, ("Jean", "Roux", HIS_EMAIL)),
)  # fmt: skip

SECRETARIES = (
    named("her secretary", "Marie Dupont (secrétaire : Jeanne Roux)", MARIE, ("Jeanne", "Roux")),
    named("whose assistant she is", "Marie Dupont, assistante de Jean Roux"),
    named("PA to", "Marie Dupont, PA to Jean Roux", "Marie Dupont, PA"),
    named("her secretary first", "Secrétaire : Jeanne Roux, Marie Dupont", MARIE, ("Jeanne", "Roux")),
    named("a job between two people", "Jean Roux, PDG, Marie Dupont, DRH", "Marie Dupont, DRH"),
    beside("a column of the assistant", "Assistante", "Jeanne Roux", (), ("Jeanne", "Roux")),
    beside("her e-mail", "E-mail assistante", "jeanne@y.example", (), ("jeanne",)),
    beside("the number of the secretary", "Tél", f"{HIS_PHONE} (secrétaire)", (), (HIS_PHONE,)),
    beside("a number with a name", "Tél", f"Jean {HIS_PHONE}", (), ("Jean", HIS_PHONE)),
    beside("a contact in the company", "Société", "Acme (contact : Jean Roux)"),
    beside("a name in brackets after the company", "Société", "Acme (Jean Roux)"),
    beside("a bare name on top of the address", "Adresse", "Jean Roux\n3 rue des Lilas", ("3 rue des Lilas",)),
    beside("an address in another name", "Adresse", "M. Jean Roux, 3 rue des Lilas", ("3 rue des Lilas",)),
    beside("a host in the address", "Adresse", "3 rue des Lilas (chez Jean Roux)", ("3 rue des Lilas",)),
    beside("attention in the address", "Adresse", "à l'attention de Jean Roux\n3 rue des Lilas", ("3 rue des Lilas",)),
    beside("a second address that is a name", "E-mail 2", HIS_EMAIL, (), (HIS_EMAIL,)),
)  # fmt: skip

RELATIVES = (
    beside("a sponsor", "Parrain", "Jean Roux"),
    beside("a sponsor's e-mail", "E-mail parrain", HIS_EMAIL, (), (HIS_EMAIL,)),
    beside("how she came", "Canal", "parrainage Jean Roux"),
    beside("a bare name for the channel", "Canal", "Jean Roux"),
    beside("who is to be called", "Contact d'urgence", f"Jean Roux {HIS_PHONE}", (), ("Jean", "Roux", HIS_PHONE)),
    beside("in English", "Emergency contact", "Jean Roux"),
    beside("his number", "Emergency phone", HIS_PHONE, (), (HIS_PHONE,)),
    beside("a guardian", "Tuteur légal", "Jean Roux"),
    beside("a legal representative's e-mail", "E-mail représentant légal", HIS_EMAIL, (), (HIS_EMAIL,)),
    beside("her father", "Nom du père", "Jean Roux"),
    beside("her child's birth date", "Date de naissance enfant", "03/05/2015", (), ("2015",)),
    beside("two birth dates", "Date de naissance", "03/05/1980 (Jean : 04/06/1981)", (), ("Jean", "1981")),
    beside("who noted the day", "Date de collecte", "12/03/2025 par Jean Roux"),
    beside("who agreed", "Newsletter", "oui (Jean Roux)"),
    HostileRow(
        "a pupil and her mother, who asks",
        {"Prénom enfant": "Zoé", "Nom enfant": "Roux", "Prénom parent": "Marie", "Nom parent": "Dupont",
         "E-mail": HER_EMAIL, "Ville": "Metz"},
        ("Marie", "Dupont", HER_EMAIL), ("Zoé", "Roux"),
    ),
    HostileRow(
        "a pupil, named first",
        {"Nom": "Zoé Roux (fille de Marie Dupont)", "E-mail": HER_EMAIL},
        (MARIE, HER_EMAIL), ("Zoé", "Roux"),
    ),
    HostileRow(
        "the spouse named in a figure's cell",
        {"Nom": MARIE, "E-mail": HER_EMAIL, "Conjoint": "Jean Roux", "Montant": "30 (Jean)"},
        (MARIE, HER_EMAIL), ("Jean", "Roux"),
    ),
    HostileRow(
        "the spouse named in a line of the address",
        {"Nom": MARIE, "E-mail": HER_EMAIL, "Conjoint": "Jean Roux", "Adresse": "Jean Roux\n3 rue des Lilas"},
        (MARIE, "3 rue des Lilas"), ("Jean", "Roux"),
    ),
)  # fmt: skip

MESSAGES = (
    message("a note of a call", "Appel de Jean Roux ce matin, il veut un devis."),
    message("a call back", "Rappeler M. Paul Martin 06 98 76 54 32", "Paul", "Martin", "06 98 76"),
    message("her husband writes", "Bonjour, je suis son mari Jean, merci de me rappeler.", "Jean"),
    message("on somebody's behalf", "Je vous écris de la part de Jean Roux."),
    message("a greeting", "Bonjour Jean,\nvoici mon adresse.\nMarie", "Jean"),
    message("a forwarded mail", f"---- Message transféré ----\nDe : Jean Roux <{HIS_EMAIL}>\nÀ : moi", HIS_EMAIL),
    message("a forwarded mail in English", f"From: Jean Roux\nTo: {HER_EMAIL}\nSubject: quote"),
    message("an address alone", f"écrire plutôt à {HIS_EMAIL}", HIS_EMAIL),
    message("a signature of another", "Cordialement,\nJean Roux\nPDG"),
    message("a child", "Je voudrais inscrire ma fille Zoé au stage.", "Zoé"),
    message("a recommendation", "Your colleague Mr Roux recommended you.", "Roux"),
    message("a number of a relative", f"appeler mon conjoint au {HIS_PHONE}", HIS_PHONE),
)  # fmt: skip

HERS_ALONE = (
    named("her job after a comma", "Marie Dupont, DPO", "Marie Dupont, DPO", ()),
    named("her job in brackets", "Marie Dupont (DRH)", "Marie Dupont (DRH)", ()),
    named("her job after a dash", "Marie Dupont - Directrice commerciale", "Marie Dupont - Directrice commerciale", ()),
    named("her job after a slash", "Marie Dupont / comptable", "Marie Dupont / comptable", ()),
    named("a long job", "Marie Dupont, assistante de direction", "Marie Dupont, assistante de direction", ()),
    named("an English job", "Marie Dupont, Head of Sales", "Marie Dupont, Head of Sales", ()),
    named("her job first", "Directrice : Marie Dupont", "Directrice : Marie Dupont", ()),
    named("family name first", "DUPONT, Marie", "DUPONT, Marie", ()),
    named("two family names", "DUPONT MARTIN, Marie", "DUPONT MARTIN, Marie", ()),
    named("a birth name", "Marie Dupont, née Martin", "Marie Dupont, née Martin", ()),
    named("a married name", "Marie Dupont, épouse Martin", "Marie Dupont, épouse Martin", ()),
    named("a second given name", "Dupont, Marie Louise", "Dupont, Marie Louise", ()),
    named("post at work", "à l'attention de Marie Dupont", "à l'attention de Marie Dupont", ()),
    named("whose daughter is not said", "Dupont Marie (fille)", "Dupont Marie (fille)", ()),
    named("her town in brackets", "Marie Dupont (Metz)", "Marie Dupont (Metz)", ()),
    beside("her words", "Message", "Bonjour, je souhaite un devis pour Metz. Cordialement, Marie Dupont",
           ("Bonjour, je souhaite un devis pour Metz. Cordialement, Marie Dupont",), ()),
    beside("her number in her words", "Message", f"Rappelez-moi au {HER_PHONE} svp",
           (f"Rappelez-moi au {HER_PHONE} svp",), ()),
    beside("her day", "Date de naissance", "3 Mai 1980", ("3 Mai 1980",), ()),
    beside("her consent", "Newsletter", "Oui, le 3 Mai", ("Oui, le 3 Mai",), ()),
    beside("her channel", "Canal", "Salon Metz 2025", ("Salon Metz 2025",), ()),
    beside("her street", "Adresse", "3 rue Jean Roux, Bât. B", ("3 rue Jean Roux, Bât. B",), ()),
)  # fmt: skip

HOSTILE_ROWS = (*COUPLES, *ON_BEHALF, *SECRETARIES, *RELATIVES, *MESSAGES, *HERS_ALONE)
