"""Invented messages, each judged: which rights are to be proposed from it, and no others."""

from typing import NamedTuple


class Judged(NamedTuple):
    """A message, and the rights that are to be proposed, divided by blanks; "" for none."""

    text: str
    rights: str = ""
    subject: str = ""


A, E, R, M = "access", "erasure", "rectification", "objection_marketing"

MESSAGES = tuple(
    Judged(*one)
    for one in (
        # French, formal
        ("Je demande la suppression.", E),
        ("Conformément à l'article 17 du RGPD, je vous demande de procéder à l'effacement de l'ensemble "
         "des données à caractère personnel me concernant.", E),
        ("Madame, Monsieur,\n\nJe souhaite exercer mon droit d'accès et recevoir une copie de mes données.", A),
        ("En application de l'article 15 du RGPD, merci de m'indiquer si vous détenez des données me "
         "concernant et de m'en adresser une copie.", A),
        ("Je vous prie de bien vouloir rectifier l'orthographe de mon nom dans vos fichiers.", R),
        ("Je souhaite obtenir la limitation du traitement de mes données, dont je conteste l'exactitude.",
         "restriction"),
        ("Je vous demande la portabilité de mes données dans un format structuré.", "portability"),
        ("Je m'oppose au traitement de mes données pour des raisons tenant à ma situation particulière.",
         "objection"),
        ("Je m'oppose à l'utilisation de mes coordonnées à des fins de prospection commerciale.", M),
        ("Je retire mon consentement à la réception de votre lettre.", "consent_withdrawal"),
        ("Merci de me communiquer la liste des destinataires auxquels mes données ont été transmises.",
         "recipients"),
        ("Je conteste cette décision entièrement automatisée et demande une intervention humaine.",
         "automated_decision"),
        ("Quelle est la base légale de ce traitement, et combien de temps conservez-vous mes données ?",
         "information"),
        ("Je vous informe que j'ai déposé une plainte auprès de la CNIL.", "complaint"),
        ("Mon père, client chez vous, est décédé en mars. Merci de supprimer ses données.", "post_mortem"),
        ("J'étais mineure quand je me suis inscrite : je demande l'effacement de mes données.",
         "minor_erasure"),
        # several at once
        ("Je souhaite une copie de mes données et leur suppression.", f"{A} {E}"),
        ("Envoyez-moi toutes mes données puis effacez-les.", f"{A} {E}"),
        ("Je ne veux plus recevoir vos mails et je demande la suppression de mes données.", f"{E} {M}"),
        ("Merci de corriger mon adresse et de me désinscrire de la newsletter.", f"{R} {M}"),
        ("Quelles données avez-vous sur moi ? À qui les avez-vous transmises ?", f"{A} recipients"),
        ("Please send me a copy of my data and then delete it.", f"{A} {E}"),
        ("I want access to my personal data and I object to direct marketing.", f"{A} {M}"),
        ("Je retire mon consentement et vous demande d'effacer mes données.", f"{E} consent_withdrawal"),
        ("Je ne consens plus au traitement de mes données.", "consent_withdrawal"),
        # what must not be proposed
        ("Je ne demande pas l'effacement de mes données.", ""),
        ("Je ne demande pas l'effacement mais la rectification de mon nom.", R),
        ("Je m'oppose à leur suppression.", ""),
        ("Je m'oppose à l'effacement de mes données et demande la limitation du traitement.", "restriction"),
        ("Surtout, ne supprimez pas mes données, j'en ai besoin pour un procès.", ""),
        ("Merci de ne pas effacer mon compte.", ""),
        ("Merci d'avoir supprimé mes données.", ""),
        ("Vous avez supprimé mon compte, je vous en remercie.", ""),
        ("Suite à la suppression de mes données, je n'ai plus rien reçu : merci.", ""),
        ("Quel est votre délai de suppression ?", ""),
        ("J'ai supprimé votre application mobile, elle ne marche pas.", ""),
        ("Merci de supprimer ce message, envoyé au mauvais destinataire.", ""),
        ("Je n'ai plus accès à mon espace client, mot de passe perdu.", ""),
        ("Je ne veux pas me désinscrire, au contraire !", ""),
        ("Je ne reçois plus vos mails, que se passe-t-il ?", ""),
        ("À défaut de réponse, je saisirai la CNIL.", ""),
        ("Sans réponse sous huit jours, je porterai plainte.", ""),
        ("Bonjour, pouvez-vous me rappeler demain ? Merci.", ""),
        ("Merci pour votre réponse, tout est clair.", ""),
        ("I do not want you to delete my data.", ""),
        ("Please don't delete my account.", ""),
        ("Thank you for deleting my data.", ""),
        ("You have deleted my account, thanks.", ""),
        ("I have deleted your email.", ""),
        ("I am not asking for erasure, only for a copy of my data.", A),
        ("If you do not answer I will file a complaint with the CNIL.", ""),
        ("I forgot my password.", ""),
        ("I no longer have access to my account.", ""),
        ("I don't want to unsubscribe, I like your newsletter.", ""),
        ("This is not a request for deletion.", ""),
        # short
        ("stop pub", M), ("STOP", M), ("stop sms", M), ("Stop !!!", M), ("désinscription", M),
        ("Désabonnement svp", M), ("unsubscribe", M), ("unsuscribe me", M), ("opt out", M),
        ("Effacez-moi de vos fichiers.", E), ("Supprimez tout", E), ("delete me", E),
        ("Supprimez mes données", E), ("mes données svp", ""), ("remove me from your list", M),
        ("droit à l'oubli", E), ("Droit d'accès", A), ("forget me", E), ("no more spam", M),
        ("Oubliez-moi.", E), ("retirez moi de votre liste", M), ("plus de mails svp", M),
        # angry
        ("Foutez-moi la paix avec vos pubs !!!", M),
        ("Arrêtez de m'appeler, c'est du harcèlement.", M),
        ("ARRÊTEZ VOS SPAMS !!! J'EN AI MARRE", M),
        ("Cessez immédiatement de me démarcher, je ne suis pas intéressé.", M),
        ("C'est la troisième fois : virez-moi de votre mailing list !", M),
        ("Vous n'avez toujours pas supprimé mes données, c'est scandaleux.", E),
        ("D'où tenez-vous mon numéro ? Qui vous l'a donné ?", "information"),
        ("Comment avez-vous eu mon adresse mail ?", "information"),
        ("Delete my data NOW or I call my lawyer.", E),
        ("Stop calling me. I never gave you my number.", M),
        ("Where did you get my email from??", "information"),
        ("Who have you sold my data to?", "recipients"),
        ("À qui avez-vous vendu mes coordonnées ?", "recipients"),
        ("Leave me alone!", M), ("Take me off your mailing list right now", M),
        ("Je veux que toutes mes informations soient effacées de vos serveurs, et vite.", E),
        ("Laissez-moi tranquille, ne m'appelez plus.", M),
        ("Vous n'avez jamais répondu. Je veux savoir ce que vous avez sur moi.", A),
        # misspelt
        ("suprimer mes donée svp", E), ("je veu que vous suprimé mon compte et mes données", E),
        ("merci de me desinscrir", M), ("desabonez moi", M), ("je veux pas recevoir vos mail", M),
        ("bonjour je voudrais acces a mes donnees personelles", A),
        ("svp enlevez mon adresse de vos fichier", E),
        ("kel donné avez vous sur moi", A), ("pleas delet my data", E),
        ("i want to acces my data", A), ("unsubcribe", M), ("mon nom est mal orthographier", R),
        ("je souhaite suprimmer toute mes info", E), ("changer mon adresse mail svp", R),
        # English, formal
        ("Under Article 17 GDPR I request the erasure of all personal data concerning me.", E),
        ("I am making a subject access request under Article 15 of the GDPR.", A),
        ("Please confirm whether you hold any personal data about me and provide a copy of it.", A),
        ("I would like my personal information to be removed from your database.", E),
        ("I would like to have my account deleted.", E),
        ("Please rectify my surname: it is Okonkwo.", R),
        ("My address is wrong, please correct it.", R),
        ("Please update my phone number.", R),
        ("I request the restriction of processing while you verify the accuracy.", "restriction"),
        ("Please transfer my data to my new provider in a machine-readable format.", "portability"),
        ("I object to the processing of my data for analytics.", "objection"),
        ("Please stop processing my data.", "objection"),
        ("I do not wish to receive any more emails from you.", M),
        ("Please do not contact me again.", M),
        ("I withdraw my consent to the newsletter.", "consent_withdrawal"),
        ("I no longer consent to cookies being stored.", "consent_withdrawal"),
        ("Which cookies does your website use?", "information"),
        ("Where can I find your privacy policy?", "information"),
        ("How long do you keep my data?", "information"),
        ("My application was rejected by an algorithm; I ask for human review.", "automated_decision"),
        ("I have lodged a complaint with the supervisory authority.", "complaint"),
        ("My late husband was your client. I am the executor of his estate.", "post_mortem"),
        ("My mother passed away in May; please close her account.", "post_mortem"),
        ("My 14-year-old daughter signed up. Please delete her account.", "minor_erasure"),
        ("What personal data do you hold about me?", A),
        ("Tell me everything you know about me.", A),
        ("I want you to erase me from your system.", E),
        # French, everyday
        ("Bonjour, j'ai déménagé, ma nouvelle adresse est 3 rue des Lilas, 57000 Metz.", R),
        ("Mon adresse mail est fausse dans votre base, pouvez-vous la modifier ?", R),
        ("Je voudrais savoir quelles informations vous conservez sur moi.", A),
        ("Pouvez-vous m'envoyer mes données en csv ?", f"{A} portability"),
        ("Merci d'exporter mes données vers mon nouveau prestataire.", "portability"),
        ("Je ne souhaite plus être contactée par téléphone.", M),
        ("Je ne veux plus figurer dans vos fichiers.", E),
        ("Merci de fermer mon compte et d'effacer toutes les données.", E),
        ("Utilisez-vous des cookies sur votre site ?", "information"),
        ("Bloquez l'utilisation de mes données le temps de vérifier.", "restriction"),
        ("Je suis le notaire chargé de la succession de Mme Vasseur.", "post_mortem"),
        ("Mon fils de 13 ans s'est inscrit sur votre site, merci de supprimer son compte.", "minor_erasure"),
        ("Ma demande de crédit a été refusée par un algorithme.", "automated_decision"),
        ("Je souhaite recevoir un devis pour une formation.", "not_a_dsr"),
        ("Où en est ma commande ?", "not_a_dsr"),
        ("Veuillez trouver ci-joint ma candidature au poste d'assistante.", "not_a_dsr"),
        # what is not the person's own
        ("Merci, c'est noté.\n\nLe 12 octobre 2026 à 10:12, Acme <contact@acme.example> a écrit :\n"
         "> Vous pouvez demander l'effacement de vos données.", ""),
        ("Je ne comprends pas.\n\n-----Message d'origine-----\nDe : Acme\nEnvoyé : lundi 2 novembre 2026 09:14\n"
         "À : Camille\nObjet : RE: vos données\n\nVous pouvez demander la suppression de vos données.", ""),
        ("> Souhaitez-vous l'effacement de vos données ?\nOui, supprimez mes données.", E),
        ("Thanks.\n\nOn 12 Oct 2026, at 10:12, Acme <contact@acme.example> wrote:\n> Do you want us to "
         "delete your data?", ""),
        ("Une copie de mes données, s'il vous plaît.\n-- \nMaître Odile Brancard\nSi vous avez reçu ce message "
         "par erreur, merci de le supprimer.", A),
        ("Voici la facture demandée.\nThis message is confidential. If you received it in error, please "
         "delete it.", ""),
        ("Bonjour, quels sont vos horaires ?\n\nVous disposez d'un droit d'accès, de rectification et "
         "d'effacement de vos données.", ""),
        ("Bonne lecture.\nPour vous désinscrire, cliquez ici.", ""),
        ("Merci.\nTo unsubscribe, click here.", ""),
        ("Voir l'objet.", E, "Suppression de mes données"),
        ("Bonjour,\nmerci de faire le nécessaire.", M, "Désinscription newsletter"),
        ("Bonjour,\nvoici ma question : quels sont vos tarifs ?", "not_a_dsr", "RE: vos tarifs"),
    )
)  # fmt: skip
