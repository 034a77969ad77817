"""Column titles of address books: Google, Outlook, Thunderbird, Apple, LinkedIn, directories.

Only those that the tables by language do not have. Outlook's are those of its own exports.
"""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: "cn|common name|fn|contact display name",
    Field.GIVEN_NAME: "givenname|gn",
    Field.FAMILY_NAME: "sn|name family",
    Field.EMAIL: (
        "e-mail value|email value|e-mail address value|email1address|rfc822mailbox|"
        "e-mail: adresse|address email|email addresses value"
    ),
    Field.PHONE: (
        "phone value|phone number value|telephonenumber|home phone number|telefon (zentrale)|"
        "primary phone number|tty tdd phone"
    ),
    Field.COMPANY: "org|organizationname",
    Field.ADDRESS: (
        "address street|address formatted|address value|streetaddress|postaladdress|"
        "business address|home address street|work address street|address po box|"
        "adresse privat: straße|adresse geschäftlich: straße"
    ),
    Field.POSTCODE: "postalcode|address postal code|adresse privat: plz|adresse geschäftlich: plz",
    Field.CITY: "address city|localityname|adresse privat: ort|adresse geschäftlich: ort",
    Field.BIRTH_DATE: "bday",
    Field.IDENTIFIER: "uid|userid|employeenumber|samaccountname|distinguished name|dn",
    Field.NOTE: "notes value",
    Field.COLLECTED_ON: "connected on|connected at",
}
