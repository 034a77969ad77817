"""Words of titles under which stands what a privacy policy for contacts does not announce.

Keyed by `domain.policy.Undeclared`; several words between bars must follow each other.
"""

TITLES = {
    "national_id": (
        "nir|numéro de sécurité sociale|n° de sécurité sociale|sécurité sociale|numéro de sécu|n° sécu|"
        "num sécu|no sécu|numéro insee|n° insee|social security|ssn|national id|national insurance|nino|"
        "national identification|passport|passeport|reisepass|pasaporte|passaporto|paspoort|"
        "paszport|carte d'identité|carte nationale|cni|numéro cni|id card|identity card|ausweis|"
        "personalausweis|sozialversicherungsnummer|steuer id|steueridentifikationsnummer|dni|nif|"
        "codice fiscale|carta d'identità|bsn|burgerservicenummer|rijksregisternummer|"
        "rijbewijs|cartão de cidadão|pesel|dowód osobisty|numer dowodu|permis de conduire|"
        "driving licence|driver license|driver's license|führerschein|titre de séjour|"
        "residence permit|numéro fiscal|tax id"
    ),
    "bank_account": (
        "iban|bic|swift|rib|relevé d'identité bancaire|compte bancaire|coordonnées bancaires|"
        "numéro de compte|bank account|account number|sort code|routing number|bankverbindung|"
        "kontonummer|bankkonto|cuenta bancaria|número de cuenta|conto corrente|"
        "coordinate bancarie|bankrekening|rekeningnummer|conta bancária|numer konta|rachunek bankowy"
    ),
    "payment_card": (
        "carte bancaire|carte de crédit|numéro de carte bancaire|cb|credit card|card number|"
        "debit card|kreditkarte|kreditkartennummer|tarjeta de crédito|carta di credito|creditcard|"
        "cartão de crédito|karta kredytowa|cvv|cvc"
    ),
    "health": (
        "santé|maladie|maladies|handicap|handicapé|rqth|pmr|allergie|allergies|allergène|"
        "allergènes|régime alimentaire|médical|médicale|médicaux|médecin traitant|traitement médical|"
        "groupe sanguin|vaccin|vaccination|grossesse|mutuelle|arrêt maladie|health|"
        "illness|disease|disability|disabled|allergy|medical|blood type|pregnancy|"
        "dietary|dietary requirements|dietary restrictions|gesundheit|krankheit|behinderung|"
        "schwerbehinderung|allergien|blutgruppe|salud|enfermedad|discapacidad|alergia|"
        "alergias|salute|malattia|disabilità|allergia|allergie alimentari|gezondheid|"
        "ziekte|beperking|allergieën|saúde|doença|deficiência|zdrowie|choroba|"
        "niepełnosprawność|alergie"
    ),
    "belief": (
        "religion|religieux|religieuse|confession|culte|croyance|opinion politique|"
        "opinions politiques|parti politique|appartenance politique|religious|faith|"
        "political|political party|konfession|partei|politische|religión|partido político|"
        "religione|partito politico|religie|godsdienst|geloof|religião|wyznanie|religia"
    ),
    "union": (
        "syndicat|syndical|syndiqué|appartenance syndicale|trade union|union member|"
        "union membership|gewerkschaft|sindicato|sindacato|vakbond|związek zawodowy"
    ),
    "ethnic_origin": (
        "origine ethnique|ethnie|race|ethnicity|ethnic|ethnic origin|ethnische herkunft|"
        "origen étnico|etnia|origine etnica|etniciteit|etniczne"
    ),
    "sexuality": (
        "orientation sexuelle|vie sexuelle|sexual orientation|sexuelle orientierung|"
        "orientación sexual|orientamento sessuale|seksuele geaardheid|orientação sexual|"
        "orientacja seksualna"
    ),
    "offence": (
        "casier judiciaire|condamnation|condamnations|infraction|infractions|"
        "criminal record|conviction|convictions|offence|offences|vorstrafen|führungszeugnis|"
        "antecedentes penales|casellario|strafblad|antecedentes criminais|karalność"
    ),
    "password": (
        "mot de passe|mots de passe|mdp|password|passwort|kennwort|contraseña|wachtwoord|"
        "senha|hasło|code secret|pin code"
    ),
    "income": (
        "revenu|revenus|salaire|salaire brut|salaire net|patrimoine|quotient familial|income|"
        "salary|wage|gehalt|einkommen|salario|ingresos|stipendio|reddito|inkomen|salaris|"
        "salário|wynagrodzenie|dochód"
    ),
    "family": (
        "situation familiale|situation maritale|situation matrimoniale|état matrimonial|"
        "nombre d'enfants|nb enfants|enfants à charge|marital status|family status|"
        "number of children|familienstand|anzahl kinder|estado civil|stato civile|"
        "burgerlijke staat|stan cywilny"
    ),
    "birth_date": "lieu de naissance|birthplace|place of birth|geburtsort|geboorteplaats|luogo di nascita",
}
