"""Column titles in German (Germany, Austria, Switzerland, Luxembourg)."""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: (
        "vor- und nachname|vorname und nachname|vorname nachname|nachname vorname|"
        "name vorname|vorname name|name und vorname|vorname und name|vollständiger name|"
        "voller name|ganzer name|kompletter name|kontaktname|name des kontakts|kontakt|"
        "kontakte|kontaktperson|ansprechpartner|ansprechpartnerin|ansprechperson|kunde|kundin|"
        "kundenname|name des kunden|teilnehmer|teilnehmerin|teilnehmername|name des teilnehmers|"
        "abonnent|abonnentin|angezeigter name|anzeigename|mitglied|mitgliedsname|gast|gastname|"
        "besteller|person|titel vorname nachname|anrede vorname nachname|namen"
    ),
    Field.GIVEN_NAME: "vorname|vornamen|rufname|erster vorname|v-name",
    Field.FAMILY_NAME: (
        "nachname|nachnamen|familienname|familiennamen|zuname|zunamen|"
        "geburtsname|mädchenname|ledigname|früherer name"
    ),
    Field.EMAIL: (
        "e-mail|e-mails|e-mail-adresse|e-mail-adressen|mail|mailadresse|mail-adresse|"
        "e-mailadresse|email-adresse|elektronische adresse|elektronische post|e-post|"
        "e-mail: adresse|e-mail-kontakt|kontakt-e-mail|e-mail geschäftlich|e-mail privat|"
        "geschäftliche e-mail|private e-mail|geschäftliche e-mail-adresse|"
        "private e-mail-adresse|rechnungs-e-mail"
    ),
    Field.PHONE: (
        "telefon|telefone|telefonnummer|telefonnummern|telefon-nr|telefon nr|telefonnr|tel|"
        "tel-nr|tel nr|telnr|fon|rufnummer|rufnummern|handy|handynummer|handynr|handy-nr|"
        "handy nr|mobil|mobiltelefon|mobiltelefonnummer|mobilnummer|mobilfunk|mobilfunknummer|"
        "mobiltel|mobile|mobilnr|mobil-nr|natel|natelnummer|natelnr|festnetz|festnetznummer|"
        "festnetztelefon|festnetz-nr|telefon festnetz|telefon mobil|telefon privat|"
        "telefon geschäftlich|telefon dienstlich|telefon büro|telefon firma|telefon arbeit|"
        "telefon zuhause|telefon zu hause|telefon (zentrale)|haupttelefon|haupttelefonnummer|"
        "autotelefon|weiteres telefon|weitere telefonnummer|durchwahl|privatnummer|privattelefon|"
        "geschäftstelefon|diensttelefon|dienstliche telefonnummer|private telefonnummer|"
        "geschäftliche telefonnummer|kontakttelefon|telefonkontakt|rückrufnummer|"
        "telefon tagsüber|whatsapp-nummer"
    ),
    Field.COMPANY: (
        "firma|firmen|firmenname|name der firma|unternehmen|unternehmensname|"
        "name des unternehmens|organisation|organisationsname|gesellschaft|betrieb|arbeitgeber|"
        "institution|einrichtung|verein|vereinsname|geschäft|kanzlei|praxis|firmierung|"
        "firmenbezeichnung|firma organisation|firma institution|firma verein"
    ),
    Field.ADDRESS: (
        "adresse|adressen|anschrift|postanschrift|postadresse|straße|strasse|str|str.|"
        "straße und hausnummer|straße hausnummer|straße hausnr|straße nr|straße und nr|"
        "strasse nr|strasse und nr|straße hnr|straßenname|hausnummer|hausnr|hnr|"
        "adresszusatz|adresszeile|adresse zeile|zusatzadresse|wohnanschrift|wohnadresse|"
        "privatadresse|privatanschrift|firmenadresse|firmenanschrift|geschäftsadresse|"
        "rechnungsadresse|rechnungsanschrift|lieferadresse|lieferanschrift|postfach|"
        "straße geschäftlich|straße privat|weitere straße|adresse geschäftlich|adresse privat|"
        "straße postfach|meldeadresse|adresse straße|adresse privat straße|"
        "adresse geschäftlich straße|geschäftlich straße|privat straße"
    ),
    Field.POSTCODE: (
        "plz|postleitzahl|postleitzahlen|postleitzahl geschäftlich|postleitzahl privat|"
        "weitere postleitzahl|adresse plz|adresse postleitzahl|adresse privat plz|"
        "adresse geschäftlich plz|geschäftlich postleitzahl|privat postleitzahl|"
        "rechnungs-plz|liefer-plz"
    ),
    Field.CITY: (
        "ort|stadt|wohnort|ortschaft|gemeinde|wohngemeinde|ort geschäftlich|ort privat|"
        "weiterer ort|stadt ort|ort stadt|adresse ort|adresse stadt|adresse privat ort|"
        "adresse geschäftlich ort|geschäftlich ort|privat ort|stadt gemeinde"
    ),
    Field.BIRTH_DATE: (
        "geburtsdatum|geburtstag|geb|geb.|geb.-datum|geb.datum|gebdatum|geboren|geboren am|"
        "geb. am|geburtstagsdatum|tag der geburt"
    ),
    Field.IDENTIFIER: (
        "kundennummer|kunden-nr|kunden nr|kundennr|kd-nr|kdnr|kd nr|kunden-id|kundenkonto|"
        "kundenkontonummer|kundencode|kundenkennung|kunde nr|kunden-kennung|"
        "debitorennummer|debitoren-nr|debitor nr|mitgliedsnummer|mitglieds-nr|"
        "mitgliedsnr|mitglied nr|mitglieds-id|mitgliednummer|mitglieder-nr|kontakt-id|"
        "kontaktnummer|personalnummer|personal-nr|personalnr|mitarbeiternummer|"
        "mitarbeiter-nr|mitarbeiter-id|teilnehmernummer|teilnehmer-id|teilnehmer-nr|"
        "abonnentennummer|abonummer|abo-nr|abonnenten-nr|benutzer-id|benutzername|nutzer-id|"
        "nutzername|patientennummer|patienten-nr|patienten-id|matrikelnummer|matrikel-nr|"
        "versichertennummer|versicherungsnummer|sozialversicherungsnummer|sv-nummer|"
        "steuer-id|steueridentifikationsnummer|ausweisnummer|personalausweisnummer|"
        "reisepassnummer|ahv-nummer|ahv-nr|kennung|kundenkartennummer|kundenkarte|"
        "vertragsnummer|vertrags-nr|aktenzeichen|adressnummer|adress-nr|personennummer|"
        "personen-nr|personen-id|identifikator|identifikationsnummer|eindeutige id"
    ),
    Field.NOTE: (
        "notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|kommentare|"
        "nachricht|ihre nachricht|hinweis|hinweise|interne notiz|interne notizen|"
        "interne bemerkung|interne bemerkungen|ihre anfrage|anfrage|ihr anliegen|anliegen|"
        "ihre frage|ihre mitteilung|mitteilung|mitteilungen|zusatzinformationen|"
        "weitere informationen|sonstiges|vermerk|vermerke|gesprächsnotiz|gesprächsnotizen|"
        "ihr kommentar|nachrichtentext|freitext|zusatzinfo"
    ),
    Field.COLLECTED_ON: (
        "erhoben am|erhebungsdatum|datum der erhebung|erfasst am|erfassungsdatum|"
        "datum der erfassung|angelegt am|anlagedatum|angelegt|erstellt|erstellt am|"
        "erstellungsdatum|erstelldatum|datum der erstellung|hinzugefügt am|hinzugefügt|"
        "anmeldedatum|angemeldet am|angemeldet seit|anmeldung am|datum der anmeldung|"
        "registriert am|registrierungsdatum|registrierung am|eintrittsdatum|"
        "eintritt am|beitrittsdatum|beitritt am|beigetreten am|mitglied seit|kunde seit|"
        "kundin seit|abonnent seit|abonniert am|zeitstempel|eingangsdatum|eingegangen am|"
        "übermittelt am|gesendet am formular|einwilligungsdatum|einwilligung am|"
        "datum der einwilligung|einwilligung vom|opt-in-datum|opt-in datum|opt-in am|"
        "opt-in-zeitpunkt|erstkontakt|erstkontakt am|datum erstkontakt|erster kontakt|"
        "aufgenommen am|aufnahmedatum|datum der aufnahme|datensatz angelegt am"
    ),
    Field.LAST_CONTACT_ON: (
        "letzter kontakt|letzter kontakt am|datum letzter kontakt|datum des letzten kontakts|"
        "letztkontakt|letzte aktivität|letzte aktivität am|datum der letzten aktivität|"
        "letzte interaktion|letzter login|letzte anmeldung|letzte bestellung am|"
        "datum letzte bestellung|datum der letzten bestellung|letztes bestelldatum|"
        "letzter kauf|letzter kauf am|letzter einkauf|datum letzter kauf|letzter besuch|"
        "letzter besuch am|letztes gespräch|letzter anruf|letzter anruf am|letzter termin|"
        "zuletzt kontaktiert|zuletzt kontaktiert am|zuletzt gesehen|zuletzt aktiv|"
        "zuletzt aktiv am|letzte spende am|letzte kontaktaufnahme"
    ),
    Field.PROCESSING_ENDED_ON: (
        "vertragsende|vertragsende am|ende des vertrags|vertrag endet am|vertragsablauf|"
        "vertrag bis|verarbeitung beendet am|ende der verarbeitung|enddatum|gekündigt am|"
        "gekündigt zum|kündigungsdatum|kündigung am|kündigung zum|datum der kündigung|"
        "austrittsdatum|austritt|austritt am|ausgetreten am|ausgeschieden am|"
        "ausscheidedatum|mitgliedschaft endet am|ende der mitgliedschaft|mitglied bis|"
        "kunde bis|abo-ende|aboende|abonnement endet am|ende der geschäftsbeziehung|"
        "beendet am|konto geschlossen am"
    ),
    Field.CHANNEL: (
        "kanal|herkunft|herkunft des kontakts|quelle|kontaktquelle|lead-quelle|leadquelle|"
        "lead quelle|akquisekanal|werbekanal|vertriebskanal|erhebungskanal|"
        "quelle der daten|datenquelle|ursprung|ursprüngliche quelle|anmeldequelle|"
        "wie haben sie von uns erfahren|wie sind sie auf uns aufmerksam geworden|"
        "woher kennen sie uns|kontaktweg|kontaktkanal|herkunft kunde"
    ),
    Field.OPT_IN: (
        "einwilligung|einwilligungen|einwilligung e-mail|einwilligung newsletter|"
        "einwilligung werbung|einwilligung telefon|einwilligung sms|einwilligung post|"
        "einwilligung dsgvo|dsgvo|dsgvo-einwilligung|werbeeinwilligung|zustimmung|"
        "zustimmung newsletter|zustimmung werbung|werbung erlaubt|werbung erwünscht|"
        "newsletter|newsletter-abo|newsletter abonniert|newsletterabonnent|"
        "newsletter-anmeldung|newsletter-empfänger|newsletter gewünscht|newsletter erwünscht|"
        "newsletter-einwilligung|abonniert|e-mail-marketing|marketing-einwilligung|"
        "marketingeinwilligung|erhält newsletter|möchte newsletter|opt-in e-mail|opt-in newsletter|"
        "opt-in sms|opt-in telefon|opt-in post|kontakterlaubnis|kontaktaufnahme erlaubt|"
        "werbeerlaubnis|partnerangebote"
    ),
    Field.OPT_OUT: (
        "abgemeldet|abgemeldet am|abmeldung|abmeldedatum|newsletter abgemeldet|"
        "newsletter-abmeldung|abbestellt|abbestellt am|widerspruch|widerspruch am|"
        "werbewiderspruch|widerspruch werbung|widersprochen|"
        "widerruf der einwilligung|nicht kontaktieren|nicht anrufen|keine werbung|"
        "keine e-mails|keine e-mail|keine anrufe|kein newsletter|keine post|werbesperre|"
        "werbung gesperrt|mailsperre|e-mail gesperrt|kontaktsperre|robinsonliste|sperrliste|"
        "gesperrt für werbung|nicht mehr kontaktieren"
    ),
}  # fmt: skip
