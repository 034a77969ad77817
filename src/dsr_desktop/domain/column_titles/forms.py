"""Column titles of form exports: Google Forms, Microsoft Forms, Typeform, WordPress plugins.

`MESSAGES` are what people wrote themselves, `TIMESTAMPS` prove that a sheet is a form's export.
"""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: "your full name|nom et prénom du demandeur",
    Field.EMAIL: (
        "adresse e-mail du répondant|email du répondant|responder email|"
        "e-mail du demandeur|adresse e-mail enregistrée"
    ),
    Field.PHONE: "your tel|téléphone du demandeur",
    Field.NOTE: (
        "votre commentaire|décrivez votre demande|comment pouvons-nous vous aider|"
        "comments or message|wie können wir ihnen helfen|cómo podemos ayudarte|"
        "come possiamo aiutarti|waarmee kunnen we u helpen|como podemos ajudar|"
        "jak możemy pomóc"
    ),
    Field.COLLECTED_ON: (
        "heure de fin|heure d'achèvement|completion time|fertigstellungszeit|hora de finalización|"
        "voltooiingstijd|ora di completamento|entry date|date de l'entrée|entry created|"
        "date de la soumission|date soumission|submission created|date et heure de soumission|"
        "submitted date time|eintragsdatum|fecha de entrada del formulario|data voce|"
        "inzenddatum|data do envio|data wpisu|submit time|submit date"
    ),
}
MESSAGES = (
    "message|messages|votre message|your message|votre demande|votre question|votre commentaire|"
    "vos commentaires|vos remarques|décrivez votre demande|comment pouvons-nous vous aider|"
    "texte du message|your comments|your comment|your enquiry|your inquiry|your question|"
    "your feedback|message text|message body|body of message|how can we help|"
    "how can we help you|nachricht|ihre nachricht|ihre anfrage|ihr anliegen|ihre frage|"
    "ihre mitteilung|ihr kommentar|nachrichtentext|wie können wir ihnen helfen|mensaje|"
    "su mensaje|tu mensaje|su consulta|tu consulta|su pregunta|sus comentarios|"
    "tus comentarios|texto del mensaje|cómo podemos ayudarte|messaggio|il tuo messaggio|"
    "il suo messaggio|il vostro messaggio|la tua richiesta|testo del messaggio|"
    "come possiamo aiutarti|bericht|uw bericht|je bericht|jouw bericht|uw vraag|je vraag|"
    "berichttekst|waarmee kunnen we u helpen|mensagem|a sua mensagem|sua mensagem|"
    "a sua questão|texto da mensagem|como podemos ajudar|wiadomość|twoja wiadomość|"
    "treść wiadomości|twoje pytanie|jak możemy pomóc|customer message|message du client"
)
TIMESTAMPS = (
    "horodateur|timestamp|zeitstempel|marca temporal|informazioni cronologiche|tijdstempel|"
    "carimbo de data/hora|sygnatura czasowa|submitted at|submitted on|submit date|"
    "submit date utc|submission date|submission time|submit time|date submitted|"
    "date de soumission|date de la soumission|date et heure de soumission|soumis le|"
    "date de l'entrée|entry date|eintragsdatum|inzenddatum|heure de fin|heure d'achèvement|"
    "completion time|fertigstellungszeit|hora de finalización|voltooiingstijd|"
    "ora di completamento|date d'envoi du formulaire|data di invio del modulo|"
    "data do envio|data wpisu|fecha de envío del formulario|data przesłania formularza"
)  # fmt: skip
