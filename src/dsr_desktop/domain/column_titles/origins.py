"""Titles without a field of their own whose values come from a known hand."""

OBSERVED = (
    "ip|ip address|adresse ip|ip-adresse|dirección ip|indirizzo ip|ip-adres|endereço ip|adres ip|"
    "user ip|optin ip|confirm ip|signup ip|ip d'inscription|user agent|browser|navigateur|"
    "total spent|total spend|total orders|orders|orders count|number of orders|nombre de commandes|"
    "nombre d'achats|payment count|amount spent|lifetime value|average order value|"
    "number of sessions|number of pageviews|number of visits|nombre de visites|nombre de connexions|"
    "last open date|last opened|last clicked|last click date|opens|clicks|open count|click count|"
    "email opens|email clicks|time zone|timezone|latitude|longitude|check in time|checked in|"
    "présent|présence|ventes|gesamtumsatz|anzahl bestellungen|umsatz|montant total|"
    "total des achats|chiffre d'affaires|ca|ca total|points de fidélité|loyalty points|"
    "date de commande|order date|date d'achat|montant|montant tarif|total paid|quantity|quantité|"
    "browser language|referrer|referring url|landing page|first page seen|last page seen"
)
INFERRED = (
    "score|lead score|hubspot score|lead scoring|scoring|member rating|rating|engagement score|"
    "likelihood to close|predicted lifetime value|segment|segments|segmentation|persona|"
    "profil|profil client|predicted gender|predicted age|genre estimé|rfm|rfm score|score rfm|"
    "catégorie client|potentiel|potential|churn risk|risque d'attrition|bewertung|bonität|"
    "punteggio|puntuación|klassifizierung|kundensegment|solvabilité|note de crédit|credit score"
)
INTERNAL = (
    "owner|contact owner|account owner|lead owner|propriétaire|propriétaire du contact|"
    "suivi par|traité par|géré par|commercial|commercial référent|conseiller|created by|créé par|"
    "modified by|modifié par|last modified by|last modified date|modified time|last changed|"
    "updated at|date de modification|modifié le|mis à jour le|lifecycle stage|"
    "phase du cycle de vie|lead status|statut du lead|marketing contact status|status|statut|"
    "état|tags|étiquettes|labels|group membership|priority|priorité|sensitivity|"
    "critère de diffusion|ownerid|account id|kundenbetreuer|betreuer|zuständig|bearbeiter|"
    "geändert am|geändert von|gruppe|groupe|categories|catégories|kategorien"
)
