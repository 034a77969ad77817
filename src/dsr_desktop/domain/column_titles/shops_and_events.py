"""Column titles of shops, tickets and associations: Shopify, WooCommerce, Eventbrite, HelloAsso.

Only those that the tables by language do not have.
"""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: "customer full name|billing name|billing full name|nom sur le billet",
    Field.GIVEN_NAME: "billing firstname|bill first name|prénom sur le billet",
    Field.FAMILY_NAME: "billing lastname|bill last name|nom de famille sur le billet",
    Field.EMAIL: "order email|e-mail de commande|bill email",
    Field.PHONE: "default address phone|bill phone|phone billing",
    Field.COMPANY: "default address company|billing company name",
    Field.ADDRESS: (
        "default address address|default address address line|billing address|shipping address|"
        "billing street|shipping street|address1|address2|adresse de facturation|"
        "adresse de livraison|adresse facturation|adresse livraison|address line 1 shipping"
    ),
    Field.POSTCODE: (
        "default address zip|billing zip|shipping zip|billing address zip|shipping address zip|"
        "billing address postcode|shipping address postcode"
    ),
    Field.CITY: "default address city|billing address city|shipping address city",
    Field.IDENTIFIER: (
        "id_customer|customer_id|customer user id|customer user|id adhérent|id participant|"
        "id_client|référence adhérent|licence"
    ),
    Field.NOTE: "note client|customer message|message du client|order notes|notes de commande client",
    Field.COLLECTED_ON: (
        "user_registered|date_add|registered date|date d'inscription au site|date d'adhésion en cours|"
        "customer created at|email marketing consent updated at"
    ),
    Field.LAST_CONTACT_ON: "last_order_date|last order at|date derniere commande client|last purchase at",
    Field.OPT_IN: (
        "buyer accepts marketing|email marketing status subscribed|offres partenaires|"
        "publicités partenaires|inscription à la lettre d'informations|optin partenaires|"
        "partenaires commerciaux|newsletter et offres"
    ),
}  # fmt: skip
