"""Column titles in Dutch (Netherlands, Flanders)."""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: (
        "naam|namen|volledige naam|voor- en achternaam|voornaam en achternaam|voornaam achternaam|"
        "achternaam voornaam|naam en voornaam|naam voornaam|voornaam naam|voornaam en naam|"
        "contactnaam|contactpersoon|naam contactpersoon|naam contact|klant|klantnaam|"
        "naam klant|naam van de klant|deelnemer|deelnemersnaam|naam deelnemer|abonnee|relatie|"
        "relatienaam|lid|naam lid|weergavenaam|persoon"
    ),
    Field.GIVEN_NAME: "voornaam|voornamen|roepnaam|eerste voornaam",
    Field.FAMILY_NAME: (
        "achternaam|familienaam|geslachtsnaam|meisjesnaam|geboortenaam|gehuwde naam|"
        "achternaam partner (gehuwd)|tussenvoegsel en achternaam|achternaam en tussenvoegsel"
    ),
    Field.EMAIL: (
        "e-mailadres|e-mailadressen|emailadres|mailadres|e-mail adres|elektronisch adres|"
        "elektronische post|e-mail werk|e-mail privé|e-mail thuis|contact e-mailadres|"
        "e-mailadres werk|e-mailadres privé|zakelijk e-mailadres|privé e-mailadres"
    ),
    Field.PHONE: (
        "telefoon|telefoons|telefoonnummer|telefoonnummers|telefoonnr|telefoon nr|tel|telnr|"
        "tel nr|mobiel|mobiele telefoon|mobiel nummer|mobiele nummer|mobielnummer|"
        "mobiel telefoonnummer|gsm|gsm-nummer|gsm nummer|vaste telefoon|vast nummer|vaste lijn|"
        "telefoon thuis|telefoon op werk|telefoon werk|telefoon privé|telefoon mobiel|"
        "telefoon zakelijk|zakelijk telefoonnummer|telefoonnummer werk|telefoonnummer privé|"
        "telefoonnummer thuis|telefoonnummer mobiel|hoofdtelefoon|hoofdtelefoon bedrijf|"
        "autotelefoon|andere telefoon|doorkiesnummer|rechtstreeks nummer|contactnummer|"
        "werktelefoon|thuistelefoon|telefoon overdag|telefoonnummer overdag"
    ),
    Field.COMPANY: (
        "bedrijf|bedrijven|bedrijfsnaam|naam bedrijf|naam van het bedrijf|onderneming|"
        "ondernemingsnaam|organisatie|organisatienaam|naam organisatie|werkgever|firma|"
        "firmanaam|vennootschap|vereniging|instelling|naam instelling|zaak|handelsnaam|"
        "bedrijf organisatie|bedrijf of organisatie"
    ),
    Field.ADDRESS: (
        "adres|adressen|postadres|straat|straatnaam|straat en nummer|straat en huisnummer|"
        "straat nummer|straat nr|straat + nr|straat huisnummer|straat en nr|huisnummer|huisnr|"
        "huisnummer toevoeging|adresregel|adreslijn|thuisadres|huisadres|privéadres|werkadres|"
        "woonadres|bezoekadres|factuuradres|leveradres|afleveradres|verzendadres|"
        "werkadres, straat|huisadres, straat|ander adres, straat|ander adres|postbus|"
        "correspondentieadres|adres en huisnummer"
    ),
    Field.POSTCODE: (
        "postcode|postcodes|postnummer|werkadres, postcode|huisadres, postcode|"
        "ander adres, postcode|adres postcode"
    ),
    Field.CITY: (
        "plaats|woonplaats|stad|gemeente|plaatsnaam|vestigingsplaats|werkadres, plaats|"
        "huisadres, plaats|ander adres, plaats|adres plaats|stad gemeente|gemeente stad"
    ),
    Field.BIRTH_DATE: (
        "geboortedatum|geboren|geboren op|geb.datum|gebdatum|geb datum|verjaardag|geboortedag|"
        "datum geboorte"
    ),
    Field.IDENTIFIER: (
        "klantnummer|klantnr|klant nr|klant-id|klantcode|klantreferentie|klantennummer|"
        "relatienummer|relatienr|relatiecode|relatie-id|lidnummer|lidnr|lid nr|ledennummer|"
        "lidmaatschapsnummer|contactnummer id|contact-id|abonneenummer|abonnementsnummer|"
        "gebruikersnaam|gebruikers-id|personeelsnummer|medewerkersnummer|stamnummer|"
        "patiëntnummer|patiëntennummer|studentnummer|leerlingnummer|deelnemersnummer|bsn|"
        "burgerservicenummer|rijksregisternummer|rijksregisternr|debiteurnummer|debiteurennummer|"
        "klantenkaart|klantenkaartnummer|dossiernummer|polisnummer|contractnummer|"
        "paspoortnummer|identificatienummer"
    ),
    Field.NOTE: (
        "opmerking|opmerkingen|notitie|notities|bericht|uw bericht|je bericht|jouw bericht|"
        "toelichting|commentaar|interne notitie|interne opmerking|interne opmerkingen|"
        "aantekening|aantekeningen|vraag of opmerking|vragen en opmerkingen|uw vraag|je vraag|"
        "aanvullende informatie|extra informatie|berichttekst|memo"
    ),
    Field.COLLECTED_ON: (
        "verzameld op|verzameldatum|datum verzameling|aangemaakt|aangemaakt op|aanmaakdatum|"
        "datum aanmaak|datum aangemaakt|toegevoegd op|datum toegevoegd|inschrijfdatum|"
        "inschrijvingsdatum|ingeschreven op|datum inschrijving|datum van inschrijving|"
        "aanmelddatum|aangemeld op|datum aanmelding|registratiedatum|geregistreerd op|"
        "klant sinds|lid sinds|abonnee sinds|tijdstempel|ingediend op|datum van indiening|"
        "verzonden op formulier|datum toestemming|toestemming op|datum van toestemming|"
        "toestemmingsdatum|opt-in datum|eerste contact|datum eerste contact|ingangsdatum lidmaatschap|"
        "invoerdatum|ingevoerd op|datum invoer"
    ),
    Field.LAST_CONTACT_ON: (
        "laatste contact|laatste contact op|datum laatste contact|laatste contactdatum|"
        "laatste contactmoment|laatste activiteit|datum laatste activiteit|"
        "laatste activiteitsdatum|laatste interactie|laatste login|laatst ingelogd|"
        "laatste aanmelding|datum laatste bestelling|laatste besteldatum|laatste aankoop|"
        "datum laatste aankoop|laatste bezoek|datum laatste bezoek|laatst gezien|"
        "laatst actief|laatst gecontacteerd|laatste gesprek|laatste afspraak|"
        "laatste donatie op"
    ),
    Field.PROCESSING_ENDED_ON: (
        "einde contract|einddatum contract|contract einddatum|contracteinde|einddatum|"
        "contract eindigt op|einde verwerking|verwerking beëindigd op|opzegdatum|"
        "opgezegd op|datum opzegging|datum van opzegging|uitschrijfdatum lid|"
        "lid tot|klant tot|einde lidmaatschap|einddatum lidmaatschap|datum uit dienst|"
        "uit dienst|uitdiensttreding|datum uitdiensttreding|einde abonnement|"
        "einddatum abonnement|beëindigd op|einde relatie"
    ),
    Field.CHANNEL: (
        "kanaal|herkomst|herkomst contact|bron|bron van contact|leadbron|contactbron|"
        "oorspronkelijke bron|wervingskanaal|acquisitiekanaal|bron van de gegevens|"
        "hoe heeft u ons gevonden|hoe heb je ons gevonden|hoe kent u ons|hoe ken je ons|"
        "hoe bent u bij ons terechtgekomen"
    ),
    Field.OPT_IN: (
        "toestemming|toestemmingen|toestemming e-mail|toestemming nieuwsbrief|"
        "toestemming marketing|toestemming sms|toestemming telefoon|toestemming post|"
        "toestemming avg|avg toestemming|akkoord nieuwsbrief|akkoord e-mail|"
        "akkoord marketing|nieuwsbrief|nieuwsbrieven|nieuwsbrief abonnee|"
        "nieuwsbrief aanmelding|inschrijving nieuwsbrief|aangemeld voor nieuwsbrief|"
        "ingeschreven nieuwsbrief|ontvangt nieuwsbrief|wil nieuwsbrief|"
        "wil nieuwsbrief ontvangen|ingeschreven voor nieuwsbrief|aanbiedingen van partners"
    ),
    Field.OPT_OUT: (
        "afgemeld|afgemeld op|afmelding|afmelddatum|uitgeschreven|uitgeschreven op|"
        "uitschrijving|uitschrijfdatum|uitgeschreven nieuwsbrief|afgemeld nieuwsbrief|"
        "niet contacteren|niet bellen|niet mailen|niet benaderen|geen e-mail|geen mailing|"
        "geen nieuwsbrief|geen reclame|geen telefoon|bezwaar|bezwaar marketing|"
        "recht van bezwaar|bel-me-niet|bel-me-niet register|toestemming ingetrokken|"
        "intrekking toestemming|zwarte lijst"
    ),
}  # fmt: skip
