"""Column titles seen in real lists, French and English, and the field each one means."""

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.person import words

_TITLES: dict[Field, str] = {
    Field.NAME: (
        "nom complet|nom et prénom|nom prénom|prénom nom|prénom et nom|nom & prénom|contact|"
        "interlocuteur|client|abonné|participant|personne|full name|name|contact name|"
        "display name|customer|customer name|attendee|subscriber|person|nom du contact|your name|"
        "votre nom"
    ),
    Field.GIVEN_NAME: (
        "prénom|prenom|prénoms|first name|firstname|given name|forename|first|fname|votre prénom|"
        "prénom du contact|contact first name"
    ),
    Field.FAMILY_NAME: (
        "nom|nom de famille|nom usuel|last name|lastname|family name|surname|last|lname|"
        "nom d'usage|nom de naissance|maiden name|birth name|contact last name"
    ),
    Field.EMAIL: (
        "e-mail|email|mail|courriel|adresse e-mail|adresse email|adresse mail|adresse courriel|"
        "adresse électronique|email address|e-mail address|mél|votre e-mail|your email|"
        "email professionnel|e-mail pro|email perso|work email|contact email|e-mail 1 value|"
        "email 1|e-mail 1|email 2|e-mail 2"
    ),
    Field.PHONE: (
        "téléphone|telephone|tel|tél|tél.|phone|phone number|mobile|portable|gsm|cell|"
        "cell phone|mobile phone|téléphone portable|téléphone mobile|tel portable|tél mobile|"
        "téléphone fixe|fixe|numéro de téléphone|n° de téléphone|work phone|home phone|"
        "business phone|ligne directe|direct line|tel 1|tel 2|phone 1 value|téléphone 1|téléphone 2"
    ),
    Field.COMPANY: (
        "société|societe|entreprise|company|company name|organisation|organization|raison sociale|"
        "employer|employeur|account|account name|organization name|structure|établissement|firm|"
        "enseigne|business"
    ),
    Field.ADDRESS: (
        "adresse|adresse postale|rue|voie|address|street|street address|address line 1|adresse 1|"
        "address 1|address 2|adresse 2|complément d'adresse|mailing street|postal address"
    ),
    Field.POSTCODE: (
        "code postal|cp|postcode|zip|zip code|postal code|zip/postal code|mailing zip"
    ),
    Field.CITY: "ville|city|commune|localité|town|mailing city",
    Field.BIRTH_DATE: (
        "date de naissance|né le|née le|né(e) le|naissance|birth date|date of birth|birthday|dob|"
        "birthdate|anniversaire"
    ),
    Field.IDENTIFIER: (
        "identifiant|id|id client|numéro client|n° client|référence client|ref client|client id|"
        "customer id|contact id|customer number|account number|code client|matricule|record id|"
        "user id|id contact|n° adhérent|numéro d'adhérent|member id"
    ),
    Field.NOTE: (
        "note|notes|commentaire|commentaires|remarque|remarques|observation|observations|comment|"
        "comments|remarks|message|votre message|your message|votre demande|memo|mémo"
    ),
    Field.COLLECTED_ON: (
        "date de collecte|collecté le|date d'inscription|inscrit le|date de création|créé le|"
        "date d'ajout|ajouté le|created|created at|created on|creation date|date added|signup date|"
        "collected on|subscribed on|optin time|horodateur|timestamp|date d'inscription (utc)"
    ),
    Field.LAST_CONTACT_ON: (
        "dernier contact|date du dernier contact|dernière activité|last contact|last contact on|"
        "last activity|last activity date|last contacted|dernier échange"
    ),
    Field.PROCESSING_ENDED_ON: (
        "fin de traitement|date de fin de traitement|fin de contrat|date de fin de contrat|"
        "processing ended on|contract end|end of contract|end date|date de fin"
    ),
    Field.CHANNEL: "canal|origine|provenance|source|channel|lead source|origine du contact",
    Field.OPT_IN: (
        "opt-in|optin|consentement|consent|newsletter|abonné newsletter|accepte la newsletter|"
        "subscribed|accepts marketing|email opt-in|abonnement"
    ),
    Field.OPT_OUT: (
        "opt-out|optout|désabonné|désinscrit|unsubscribed|désinscription|email opt out|"
        "ne pas contacter|do not contact|do not call|opposition"
    ),
}


def field_of_header(header: str) -> Field | None:
    """Return the field that a column title means, or None for a title that is not known."""
    return _FIELD_BY_TITLE.get(words(header)) if header else None


def is_message_title(header: str) -> bool:
    """Tell whether a column holds what people wrote themselves, not what staff noted."""
    return words(header) in _MESSAGE_TITLES


_MESSAGE_TITLES = frozenset(
    words(title) for title in ("message", "votre message", "your message", "votre demande")
)
_FIELD_BY_TITLE = {
    words(title): field for field, titles in _TITLES.items() for title in titles.split("|")
}
