"""Single words that are column titles and hardly ever somebody's data.

"Rue", "Handy" or "Gast" are surnames, "E-mail" or "Client" values of a column; "Prénom" is neither.
"""

TELLING = (
    "nom noms prénom prénoms name nombre nombres apellido apellidos nome cognome nominativo vorname "
    "nachname familienname zuname naam voornaam achternaam familienaam roepnaam sobrenome apelido imię "
    "imiona nazwisko nazwa firstname lastname surname forename fname lname fullname familyname "
    "givenname patronyme cp plz postleitzahl postcode zip zipcode postalcode cap cep npa birthdate "
    "birthday dob geburtsdatum geburtstag geboortedatum identifiant matricule identifier id "
    "kundennummer klantnummer klantnr mitgliedsnummer horodateur timestamp zeitstempel tijdstempel "
    "emailaddress adressemail mailadresse emailadres telefonnummer telefoonnummer phonenumber "
    "hausnummer hausnr huisnummer anschrift createdat createddate uid pesel"
)
