"""Words around a column title that do not change what it means, and those that change whose it is."""

POSSESSIVES = (
    "votre vos ton ta tes mon ma mes your my mein meine ihr ihre ihren dein deine su sus tu tus mi "
    "tuo tua suo sua vostro vostra uw je jouw mijn seu seus teu meu minha twoj twoja twoje moj moje "
    "panstwa pani pana"
)
LEADING_WORDS = (
    "quel quelle quels quelles est sont what whats is are s quale qual e cual es wat wie lautet jaki "
    "jaka jest il la le o a i os as el lo please enter type in indicate give merci de d indiquer "
    "indiquez entrez saisissez saisir renseignez renseigner veuillez entrer precisez preciser bitte "
    "geben sie por favor indique introduzca inserisci vul in informe digite podaj"
)
"""May stand before a possessive: "Quelle est votre adresse e-mail ?"."""

OWN_PERSON = (
    "client cliente clients customer customers contact contacts abonne abonnee subscriber participant "
    "participante attendee adherent adherente membre member inscrit inscrite personne person patient "
    "patiente stagiaire salarie salariee employe employee eleve student etudiant etudiante licencie "
    "licenciee beneficiaire donateur donatrice donor invite invitee guest lead prospect candidat "
    "candidate locataire facturation billing destinataire demandeur repondant respondent usager "
    "interlocuteur titulaire kunde kunden teilnehmer mitglied mitglieds kontakt patienten gast "
    "mitarbeiter bewerber rechnung rechnungs cliente contacto contato socio alumno paciente "
    "suscriptor empleado facturacion contatto iscritto partecipante dipendente fatturazione klant "
    "deelnemer lid contactpersoon medewerker faturacao utente aluno funcionario klienta klient "
    "uczestnik uczestnika pacjenta kontaktu pracownika"
)
PLACES = (
    "pro professionnel professionnelle perso personnel personnelle personal prive privee private priv "
    "principal principale primary main secondaire secondary second seconde deuxieme premier premiere "
    "first autre autres other alternatif alternative alternate domicile dom home house maison bureau "
    "bur office travail work business direct directe siege "
    "shipping livraison delivery default defaut company societe entreprise corporate current actuel "
    "actuelle daytime contact preferred valid verified "
    "geschaftlich geschaftliche dienstlich buro privat private zuhause hause firma arbeit weitere "
    "weiteres weiterer haupt tagsuber lieferung liefer "
    "trabajo casa oficina particular personal empresa otro otra otros "
    "ufficio uff abitazione ab lavoro aziendale azienda personale principale altro "
    "altra residenza spedizione sede "
    "werk thuis prive zakelijk zakelijke ander andere hoofd levering "
    "comercial residencial pessoal outro outra residencia profissional entrega "
    "sluzbowy sluzbowa domowy domowa prywatny prywatna inny inna glowny"
)
LINES = (
    "mobile portable fixe cell cellular landline gsm mobil festnetz movil fijo celular cellulare fisso "
    "mobiel vast telemovel komorkowy stacjonarny"
)
HINTS = (
    "obligatoire obligatoires facultatif facultative facultatifs optionnel optional required mandatory "
    "pflichtfeld pflicht erforderlich obligatorio obligatoria opcional obbligatorio facoltativo "
    "opzionale verplicht optioneel opcjonalne wymagane form utc gmt cet local en majuscules "
    "majuscule lettres capitales avec indicatif international format jj mm aaaa dd yyyy tt jjjj gg "
    "aa yy hh ss h min texte text date optionnelle if any si connu connue ou et and or und y e i of "
    "de du des d la le les l del della dello dell di da do dos das van het der des op no nr s es "
    "multiple plusieurs value valeur"
)
SOMEBODY_ELSE = (
    "parrain marraine parrainage filleul filleule referrer referred referral sponsor apporteur "
    "prescripteur conjoint conjointe epoux epouse spouse husband wife pere mere parent parents father "
    "mother enfant enfants child children tuteur tutrice guardian urgence emergency representant legal "
    "payeur payer acheteur buyer accompagnant accompagnateur "
    "ehepartner ehegatte partner vater mutter eltern kind kinder vormund notfall notfallkontakt werber "
    "conyuge padre madre padres hijo hija hijos tutor emergencia coniuge genitore genitori figlio "
    "figlia figli emergenza tutore echtgenoot echtgenote ouder ouders vader moeder voogd noodgeval "
    "noodcontact conjuge pai mae filho filha emergencia malzonek rodzic rodzice ojciec matka dziecko "
    "opiekun nagly manager vorgesetzter assistant assistent asystent"
)
NO_PHONES = (
    "fax faxnummer telefax telefaxnummer telecopie telecopieur faks telefaks siret siren iban bic rib "
    "vat tva ean isbn gtin sku imei compte konto facture invoice commande order commandes orders "
    "rechnung factura pedido fattura ordine factuur bestelling fatura zamowienie faktura barcode "
    "barres billet ticket serie serial montant amount prix price total solde date heure time "
    "coordonnees gps latitude longitude"
)
"""Figures under such a title are no phone numbers, even with a leading zero."""
