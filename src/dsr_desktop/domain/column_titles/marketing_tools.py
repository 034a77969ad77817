"""Column titles of mailing and customer tools: Mailchimp, Brevo, HubSpot, Salesforce, Stripe.

Only those that the tables by language do not have.
"""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: "invitee name|invitee|contact full name|lead full name|registrant name",
    Field.GIVEN_NAME: "contact firstname",
    Field.FAMILY_NAME: "contact lastname",
    Field.EMAIL: "email contact|email lead|primary email value|hs additional emails|additional emails",
    Field.PHONE: (
        "sms|sms number|landline number|text reminder number|hs whatsapp phone number|"
        "ext phone"
    ),
    Field.COMPANY: "associated company name|account legal name|compte nom",
    Field.ADDRESS: "other street|address line 1 billing",
    Field.POSTCODE: "mailingpostalcode|otherpostalcode|mailing zippostal code",
    Field.CITY: "mailingcity|othercity",
    Field.IDENTIFIER: (
        "leid|euid|ext id|hs object id|object id|vid|contact vid|lead number|"
        "id de la fiche d'informations|id du dossier|id de fiche|id d'enregistrement|"
        "datensatz-id|id de registro|id record|record-id|stripe customer id|braze id|klaviyo id|"
        "subscriber hash|id externe|contact external id"
    ),
    Field.NOTE: "about|lead notes|description du contact|contact description",
    Field.COLLECTED_ON: (
        "created utc|createdate|createddate|hs createdate|date created utc|added time|"
        "erstellt am (utc)|first subscribed|date de première conversion|first conversion date|"
        "date first subscribed|opt in time utc|double opt-in time|double opt-in date"
    ),
    Field.LAST_CONTACT_ON: (
        "lastactivitydate|notes last contacted|notes last updated contact|hs last sales activity date|"
        "last contact date time|dernière prise de contact|last engagement time|"
        "date de la dernière prise de contact|fecha de la última toma de contacto"
    ),
    Field.PROCESSING_ENDED_ON: "canceled at utc|customer end date|contract end date utc",
    Field.CHANNEL: (
        "leadsource|hs analytics source|original source drill-down|source originale|"
        "source d'origine|origine de la piste|origine du lead|prospect source|"
        "latest source|lead origin|source de trafic d'origine|ursprüngliche trafficquelle"
    ),
    Field.OPT_IN: (
        "double opt-in|optin status|email marketing opt-in|marketing email opt-in|hs marketable|"
        "email_consent|sms_consent|emails marketing autorisés|e-mail-marketing-einwilligung|"
        "subscribed to marketing emails"
    ),
    Field.OPT_OUT: (
        "hasoptedoutofemail|hasoptedoutoffax|donotcall|hs email optout|"
        "désinscription de tous les e-mails|désabonné de tous les e-mails|"
        "désinscrit de tous les e-mails|opted out of email marketing information|"
        "unsub date|unsubscription date|optout sms|optout email|"
        "von allen e-mails abgemeldet|dado de baja de todos los correos"
    ),
}  # fmt: skip
