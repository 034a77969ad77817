"""Column titles in Italian."""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: (
        "nome|nomi|nome completo|nome e cognome|cognome e nome|nome cognome|cognome nome|nominativo|"
        "nominativi|nome contatto|nome del contatto|nome cliente|nome del cliente|"
        "nome visualizzato|contatto|contatti|persona di contatto|referente|cliente|"
        "partecipante|nome partecipante|iscritto|iscritta|intestatario|abbonato|"
        "nome del partecipante|interessato"
    ),
    Field.GIVEN_NAME: "nome di battesimo|nome proprio|primo nome",
    Field.FAMILY_NAME: (
        "cognome|cognomi|cognome da nubile|cognome di nascita|cognome da sposata|"
        "cognome acquisito"
    ),
    Field.EMAIL: (
        "posta elettronica|indirizzo e-mail|indirizzo email|indirizzo mail|indirizzi e-mail|"
        "indirizzo di posta elettronica|indirizzo posta elettronica|indirizzo di posta|"
        "casella di posta elettronica|e-mail di contatto|mail di contatto|pec|indirizzo pec|"
        "e-mail pec|e-mail ufficio|e-mail abitazione|e-mail aziendale|e-mail personale"
    ),
    Field.PHONE: (
        "telefono|telefoni|tel|cellulare|cellulari|cell|telefono cellulare|telefono fisso|"
        "fisso|numero di telefono|numero telefono|numero telefonico|n. telefono|nr telefono|"
        "recapito telefonico|recapiti telefonici|numero di cellulare|numero cellulare|"
        "numero di telefono cellulare|telefono abitazione|telefono casa|telefono di casa|"
        "telefono ufficio|telefono lavoro|telefono aziendale|telefono azienda|"
        "telefono principale|telefono principale società|telefono auto|altro telefono|"
        "telefono di contatto|numero di contatto|radiotelefono|utenza telefonica|"
        "centralino|linea diretta"
    ),
    Field.COMPANY: (
        "azienda|aziende|nome azienda|nome dell'azienda|società|nome società|"
        "nome della società|ditta|nome ditta|impresa|ragione sociale|denominazione|"
        "denominazione sociale|organizzazione|nome organizzazione|nome dell'organizzazione|"
        "ente|istituzione|datore di lavoro|associazione|studio professionale"
    ),
    Field.ADDRESS: (
        "indirizzo|indirizzi|indirizzo postale|indirizzo completo|indirizzo di casa|"
        "indirizzo abitazione|indirizzo ufficio|indirizzo di residenza|indirizzo residenza|"
        "indirizzo di domicilio|domicilio|residenza|via e numero|via e numero civico|"
        "via/piazza|via e n. civico|via, numero civico|indirizzo e numero civico|"
        "numero civico|n. civico|civico|via (uff.)|via (ab.)|altra via|altro indirizzo|"
        "indirizzo riga|casella postale|indirizzo di fatturazione|indirizzo di spedizione|"
        "indirizzo sede|sede legale"
    ),
    Field.POSTCODE: (
        "cap|c.a.p.|codice postale|codice di avviamento postale|codice avviamento postale|"
        "cap (uff.)|cap (ab.)|altro cap|cap residenza|cap di residenza"
    ),
    Field.CITY: (
        "città|comune|località|paese di residenza (comune)|città (uff.)|città (ab.)|"
        "altra città|comune di residenza|città di residenza|luogo di residenza|città comune|"
        "comune residenza"
    ),
    Field.BIRTH_DATE: (
        "data di nascita|data nascita|nascita|nato il|nata il|nato/a il|compleanno|"
        "data di compleanno|data di nasc"
    ),
    Field.IDENTIFIER: (
        "codice cliente|cod cliente|cod. cliente|numero cliente|n. cliente|nr cliente|"
        "id cliente|id contatto|codice contatto|riferimento cliente|rif cliente|"
        "codice utente|id utente|nome utente|numero socio|n. socio|codice socio|"
        "numero tessera|n. tessera|nr tessera|tessera|numero di tessera|tessera n|"
        "codice iscritto|numero iscrizione|codice fiscale|cod. fiscale|cod fiscale|cf|c.f.|"
        "matricola|numero matricola|numero di matricola|codice paziente|id paziente|"
        "codice dipendente|carta fedeltà|numero carta fedeltà|identificativo|"
        "codice identificativo|numero pratica|n. pratica|numero di passaporto|"
        "numero carta d'identità|numero documento|numero contratto|n. contratto"
    ),
    Field.NOTE: (
        "nota|note|commento|commenti|osservazione|osservazioni|messaggio|messaggi|"
        "il tuo messaggio|il suo messaggio|il vostro messaggio|note interne|nota interna|"
        "annotazione|annotazioni|informazioni aggiuntive|ulteriori informazioni|"
        "richiesta|la tua richiesta|testo del messaggio|appunti"
    ),
    Field.COLLECTED_ON: (
        "data di raccolta|data raccolta|raccolto il|data di creazione|data creazione|creato|"
        "creato il|creata il|data di registrazione|data registrazione|registrato il|"
        "data di iscrizione|data iscrizione|iscritto il|iscritta il|data di inserimento|"
        "data inserimento|inserito il|data di aggiunta|aggiunto il|cliente dal|socio dal|"
        "iscritto dal|membro dal|cliente da|informazioni cronologiche|data e ora di invio|"
        "data di invio del modulo|data invio modulo|data del consenso|data di consenso|data consenso|"
        "primo contatto|data primo contatto|data del primo contatto|data di acquisizione|"
        "data acquisizione|data di adesione|data adesione|data di ingresso"
    ),
    Field.LAST_CONTACT_ON: (
        "ultimo contatto|data ultimo contatto|data dell'ultimo contatto|ultima attività|"
        "data ultima attività|ultima interazione|ultimo accesso|data ultimo accesso|"
        "ultimo acquisto|data ultimo acquisto|data dell'ultimo acquisto|data ultimo ordine|"
        "data dell'ultimo ordine|ultima visita|data ultima visita|ultima chiamata|"
        "contattato il|ultimo appuntamento"
    ),
    Field.PROCESSING_ENDED_ON: (
        "fine contratto|fine del contratto|data fine contratto|data di fine contratto|"
        "data fine|data di fine|scadenza contratto|data scadenza contratto|"
        "data di cessazione|data cessazione|cessato il|data di recesso|data recesso|"
        "data di disdetta|data disdetta|disdetta|fine trattamento|data fine trattamento|"
        "fine del trattamento|data di uscita|data uscita|fine rapporto|data fine rapporto|"
        "scadenza tessera|scadenza iscrizione|data dimissioni"
    ),
    Field.CHANNEL: (
        "canale|canale di acquisizione|canale di contatto|canale di provenienza|origine|"
        "origine contatto|origine del contatto|origine dei dati|provenienza|fonte|"
        "fonte del contatto|fonte lead|fonte dei dati|sorgente|fonte originale|"
        "come ci hai conosciuto|come ci ha conosciuto|come ci avete conosciuto"
    ),
    Field.OPT_IN: (
        "consenso|consensi|consenso privacy|consenso marketing|consenso newsletter|"
        "consenso e-mail|consenso email|consenso sms|consenso commerciale|"
        "consenso pubblicità|consenso gdpr|consenso al trattamento|consenso telefono|"
        "consenso profilazione|consenso terze parti|consenso a terzi|accetta newsletter|"
        "accetta marketing|accetta la newsletter|iscritto newsletter|"
        "iscritto alla newsletter|iscrizione newsletter|iscrizione alla newsletter|"
        "riceve newsletter|autorizzazione marketing|autorizza invio|accetta comunicazioni|"
        "accetta comunicazioni commerciali|accetta sms"
    ),
    Field.OPT_OUT: (
        "disiscritto|disiscritta|disiscrizione|disiscritto il|data disiscrizione|"
        "cancellato dalla newsletter|cancellazione newsletter|non contattare|non chiamare|"
        "non inviare e-mail|non inviare mail|non inviare sms|opposizione|"
        "diritto di opposizione|opposizione al marketing|revoca consenso|"
        "revoca del consenso|consenso revocato|rifiuta marketing|lista nera|"
        "registro delle opposizioni|non inviare pubblicità"
    ),
}  # fmt: skip
