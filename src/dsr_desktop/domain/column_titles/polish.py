"""Column titles in Polish."""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: (
        "imię i nazwisko|imię nazwisko|nazwisko i imię|nazwisko imię|imiona i nazwiska|"
        "pełna nazwa|pełne imię i nazwisko|imię i nazwisko klienta|nazwa|nazwa kontaktu|kontakt|kontakty|"
        "osoba kontaktowa|osoba do kontaktu|klient|klientka|nazwa klienta|uczestnik|"
        "uczestniczka|imię i nazwisko uczestnika|subskrybent|abonent|nazwa wyświetlana|osoba|"
        "odbiorca|dane osobowe imię i nazwisko"
    ),
    Field.GIVEN_NAME: "imię|imiona|pierwsze imię",
    Field.FAMILY_NAME: "nazwisko|nazwiska|nazwisko rodowe|nazwisko panieńskie|drugie nazwisko",
    Field.EMAIL: (
        "adres e-mail|adres email|adresy e-mail|adres mailowy|adres poczty elektronicznej|"
        "poczta elektroniczna|poczta e-mail|e-mail kontaktowy|e-mail służbowy|"
        "e-mail prywatny|mail kontaktowy|adres poczty e-mail"
    ),
    Field.PHONE: (
        "telefon|telefony|tel|numer telefonu|nr telefonu|nr tel|numer tel|telefon komórkowy|"
        "komórka|numer komórkowy|nr komórki|numer telefonu komórkowego|"
        "nr telefonu komórkowego|telefon stacjonarny|telefon służbowy|telefon domowy|"
        "telefon kontaktowy|numer kontaktowy|telefon prywatny|telefon podstawowy|"
        "inny telefon|główny telefon do firmy|telefon w samochodzie|telefon do pracy|"
        "telefon firmowy|radiotelefon|numer telefonu kontaktowego"
    ),
    Field.COMPANY: (
        "firma|firmy|nazwa firmy|przedsiębiorstwo|nazwa przedsiębiorstwa|organizacja|"
        "nazwa organizacji|pracodawca|instytucja|nazwa instytucji|spółka|zakład pracy|"
        "kontrahent|nazwa kontrahenta|stowarzyszenie|podmiot"
    ),
    Field.ADDRESS: (
        "adres|adresy|adres pocztowy|adres zamieszkania|adres korespondencyjny|"
        "adres do korespondencji|adres domowy|adres służbowy|ulica|ulica i numer|"
        "ulica i nr|ulica i numer domu|ulica nr domu|ulica, nr domu|numer domu|nr domu|"
        "nr mieszkania|numer mieszkania|adres - ulica|adres służbowy - ulica|"
        "adres domowy - ulica|inny adres - ulica|inny adres|adres dostawy|"
        "adres rozliczeniowy|adres zameldowania|skrytka pocztowa|linia adresu"
    ),
    Field.POSTCODE: (
        "kod pocztowy|kody pocztowe|kod poczt|adres służbowy - kod pocztowy|"
        "adres domowy - kod pocztowy|inny adres - kod pocztowy|adres - kod pocztowy"
    ),
    Field.CITY: (
        "miasto|miejscowość|adres służbowy - miejscowość|adres domowy - miejscowość|"
        "inny adres - miejscowość|miejscowość zamieszkania|miejsce zamieszkania|"
        "adres - miasto|gmina"
    ),
    Field.BIRTH_DATE: "data urodzenia|data urodz|urodziny|urodzony|urodzona|dzień urodzenia",
    Field.IDENTIFIER: (
        "numer klienta|nr klienta|kod klienta|id klienta|identyfikator klienta|numer kontrahenta|"
        "kod kontrahenta|numer członkowski|nr członkowski|numer członka|id kontaktu|"
        "id użytkownika|nazwa użytkownika|identyfikator|identyfikator użytkownika|"
        "numer pracownika|nr pracownika|numer pacjenta|numer abonenta|numer albumu|pesel|"
        "nr pesel|numer pesel|numer dowodu osobistego|nr dowodu|seria i numer dowodu|"
        "numer paszportu|numer karty klienta|nr karty klienta|numer karty lojalnościowej|"
        "numer umowy|nr umowy"
    ),
    Field.NOTE: (
        "notatka|notatki|uwaga|uwagi|komentarz|komentarze|wiadomość|wiadomości|"
        "twoja wiadomość|treść wiadomości|opis klienta|notatki wewnętrzne|"
        "uwagi wewnętrzne|dodatkowe informacje|informacje dodatkowe|twoje pytanie|pytanie|"
        "adnotacje|spostrzeżenia"
    ),
    Field.COLLECTED_ON: (
        "data zebrania|data pozyskania|pozyskano dnia|data utworzenia|utworzono|"
        "utworzono dnia|data dodania|dodano|dodano dnia|data rejestracji|zarejestrowano|"
        "data zapisu|data zapisania|zapisano|data przystąpienia|data wprowadzenia|"
        "wprowadzono dnia|klient od|członek od|sygnatura czasowa|data zgody|"
        "data wyrażenia zgody|data udzielenia zgody|data zgłoszenia|data przesłania formularza|"
        "pierwszy kontakt|data pierwszego kontaktu|data subskrypcji"
    ),
    Field.LAST_CONTACT_ON: (
        "ostatni kontakt|data ostatniego kontaktu|ostatnia aktywność|"
        "data ostatniej aktywności|ostatnia interakcja|ostatnie logowanie|"
        "data ostatniego logowania|ostatni zakup|data ostatniego zakupu|"
        "data ostatniego zamówienia|ostatnia wizyta|data ostatniej wizyty|"
        "ostatnia rozmowa|ostatni telefon dnia"
    ),
    Field.PROCESSING_ENDED_ON: (
        "koniec umowy|data zakończenia umowy|data końca umowy|data zakończenia|"
        "data końcowa|data rozwiązania umowy|data wypowiedzenia|umowa do|"
        "koniec przetwarzania|data zakończenia przetwarzania|data zakończenia współpracy|"
        "koniec członkostwa|data wystąpienia|koniec subskrypcji"
    ),
    Field.CHANNEL: (
        "kanał|kanał pozyskania|kanał kontaktu|źródło|źródło kontaktu|źródło pozyskania|"
        "źródło danych|źródło leada|pochodzenie|pochodzenie danych|"
        "pierwotne źródło|skąd o nas wiesz|skąd się o nas dowiedziałeś|"
        "skąd dowiedzieli się państwo o nas"
    ),
    Field.OPT_IN: (
        "zgoda|zgody|zgoda marketingowa|zgody marketingowe|zgoda na marketing|zgoda rodo|rodo|"
        "zgoda na newsletter|zgoda newsletter|zgoda e-mail|zgoda na e-mail|zgoda email|"
        "zgoda sms|zgoda na sms|zgoda telefon|zgoda na kontakt telefoniczny|"
        "zgoda na kontakt|zgoda na przetwarzanie|zgoda na przetwarzanie danych|"
        "zgoda na profilowanie|subskrypcja|subskrypcja newslettera|zapisany do newslettera|"
        "zapisany na newsletter|biuletyn|otrzymuje newsletter|zgoda partnerzy"
    ),
    Field.OPT_OUT: (
        "wypisany|wypisano|wypisany z newslettera|wypisanie|data wypisania|"
        "rezygnacja z newslettera|rezygnacja z subskrypcji|nie kontaktować|"
        "nie kontaktować się|nie dzwonić|nie wysyłać|nie wysyłać e-maili|brak zgody|"
        "sprzeciw|sprzeciw wobec marketingu|prawo sprzeciwu|cofnięcie zgody|"
        "wycofanie zgody|zgoda wycofana|czarna lista|lista robinsona"
    ),
}  # fmt: skip
