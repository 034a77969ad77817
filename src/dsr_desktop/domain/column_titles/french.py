"""Column titles in French."""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: (
        "nom complet|nom et prénom|nom prénom|prénom nom|prénom et nom|nom & prénom|noms et prénoms|"
        "noms prénoms|prénoms et noms|nom ou pseudo|nom affiché|nom d'affichage|contact|contacts|"
        "interlocuteur|interlocutrice|client|cliente|abonné|abonnée|participant|participante|"
        "personne|identité|civilité nom prénom|nom prénom civilité|nom patronymique et prénom|"
        "contact principal|personne à contacter|nom usuel et prénom|nom de l'interlocuteur|nom|noms"
    ),
    Field.GIVEN_NAME: (
        "prénom|prénoms|prénom usuel|premier prénom|prénom d'usage|prénom principal|petit nom"
    ),
    Field.FAMILY_NAME: (
        "nom de famille|nom usuel|nom patronymique|patronyme|nom d'usage|nom de naissance|"
        "nom de jeune fille|nom marital|nom d'épouse|nom d'époux|nom de femme mariée"
    ),
    Field.EMAIL: (
        "e-mail|email|emails|mail|mails|courriel|courriels|mél|mel|adresse e-mail|adresses e-mail|"
        "adresse mail|adresses mail|adresse courriel|adresse de courriel|adresse électronique|"
        "adresse de courrier électronique|courrier électronique|adresse de messagerie|"
        "adresse de contact e-mail|adresse email valide|adresse e-mail de contact|"
        "adresse e-mail principale|adresse mél"
    ),
    Field.PHONE: (
        "téléphone|téléphones|tél|tel|tph|tphone|téléphone portable|téléphone mobile|tél portable|"
        "tél mobile|tél port|portable|mobile|n° portable|numéro de portable|numéro de mobile|"
        "numéro mobile|téléphone fixe|tél fixe|fixe|numéro fixe|ligne fixe|ligne directe|"
        "numéro de téléphone|numéro téléphone|numéro de tél|numéro tél|numéro de gsm|gsm|natel|"
        "numéro de contact|coordonnées téléphoniques|téléphone voiture|téléphone société|"
        "téléphone entreprise|téléphone de la société|radio téléphone|cellulaire|"
        "téléphone cellulaire|téléphone maison|téléphone domicile|téléphone du domicile|"
        "téléphone bureau|téléphone du bureau|téléphone de bureau|numéro whatsapp|whatsapp|"
        "numéro de téléphone portable|numéro de téléphone mobile|numéro de téléphone fixe|"
        "téléphone de contact|téléphone où vous joindre|numéro où vous joindre"
    ),
    Field.COMPANY: (
        "société|sociétés|entreprise|nom de la société|nom société|nom de l'entreprise|"
        "nom entreprise|organisation|nom de l'organisation|organisme|nom de l'organisme|"
        "raison sociale|dénomination|dénomination sociale|employeur|structure|nom de la structure|"
        "établissement|nom de l'établissement|enseigne|association|nom de l'association|"
        "compagnie|société ou organisme|société organisme|entreprise ou organisme|"
        "société entreprise|entreprise société|nom commercial|maison mère"
    ),
    Field.ADDRESS: (
        "adresse|adresses|adresse postale|adresse complète|rue|voie|nom de la voie|nom de voie|"
        "nom de rue|nom de la rue|numéro et rue|numéro et voie|rue et numéro|numéro et nom de rue|"
        "numéro et nom de la rue|n° et rue|n° et voie|n° rue|n° voie|libellé voie|libellé de la voie|"
        "complément d'adresse|complément adresse|adresse complément|adresse suite|adresse ligne|"
        "ligne adresse|ligne d'adresse|adresse du domicile|lieu-dit|boîte postale|adresse de domicile|"
        "adresse de résidence|adresse du siège|adresse siège|adresse du siège social|"
        "adresse numéro et nom de rue|adresse de l'entreprise|adresse de la société|"
        "autre rue|autre adresse"
    ),
    Field.POSTCODE: (
        "code postal|codes postaux|code postale|cp|c.p.|codepost|npa|code postal ou npa|"
        "adresse code postal|code postal du domicile"
    ),
    Field.CITY: (
        "ville|commune|localité|ville ou commune|ville commune|commune de résidence|"
        "ville de résidence|lieu de résidence|lieu de domicile|adresse ville|nom de la commune|"
        "bureau distributeur"
    ),
    Field.BIRTH_DATE: (
        "date de naissance|date naissance|date de naiss|date naiss|naissance|né le|née le|né(e) le|"
        "né·e le|ddn|d.d.n.|anniversaire|date d'anniversaire|jour de naissance|"
        "votre date d'anniversaire"
    ),
    Field.IDENTIFIER: (
        "identifiant|id|identifiant client|id client|identifiant contact|id contact|"
        "numéro client|numéro de client|n° client|n° de client|no client|no de client|num client|"
        "réf client|référence client|référence du client|code client|code du client|codeclient|"
        "numéro abonné|numéro d'abonné|n° abonné|n° d'abonné|numéro adhérent|numéro d'adhérent|"
        "n° adhérent|n° d'adhérent|code adhérent|identifiant adhérent|numéro membre|"
        "numéro de membre|n° membre|n° de membre|numéro de licence|n° licence|n° de licence|"
        "numéro licence|matricule|numéro matricule|n° matricule|identifiant unique|"
        "identifiant utilisateur|id utilisateur|nom d'utilisateur|numéro de dossier|n° dossier|"
        "n° de dossier|numéro dossier|numéro de compte client|n° compte client|compte client|"
        "numéro de compte tiers|n° de compte tiers|n° compte tiers|compte tiers|code tiers|"
        "numéro tiers|n° tiers|code contact|code patient|numéro patient|n° patient|ipp|"
        "numéro de sécurité sociale|n° de sécurité sociale|n° sécurité sociale|"
        "numéro sécurité sociale|n° sécu|nir|numéro de carte de fidélité|n° carte de fidélité|"
        "numéro de carte d'adhérent|carte d'adhérent|carte fidélité|carte de fidélité|"
        "n° carte fidélité|numéro allocataire|n° allocataire|code personne|identifiant personne|"
        "numéro d'étudiant|numéro étudiant|n° étudiant|ine|identifiant externe|code salarié|"
        "numéro de contrat|n° contrat|n° de contrat|numéro contrat|numéro de passeport|"
        "numéro de carte d'identité"
    ),
    Field.NOTE: (
        "note|notes|commentaire|commentaires|remarque|remarques|observation|observations|message|"
        "votre message|votre demande|votre question|mémo|notes internes|note interne|"
        "commentaire interne|commentaires internes|commentaire libre|informations complémentaires|"
        "information complémentaire|précisions|précision|demande|objet de la demande|"
        "détail de la demande|annotations|annotation|compte rendu|compte-rendu|suivi|"
        "historique des échanges|bloc-notes|divers|texte du message|corps du message|"
        "vos commentaires|vos remarques|appréciation|appréciations|question|questions"
    ),
    Field.COLLECTED_ON: (
        "date de collecte|date collecte|collecté le|date de recueil|recueilli le|"
        "date d'inscription|date inscription|inscrit le|inscrite le|inscrit(e) le|"
        "date d'inscription (utc)|date de création|date création|créé le|créée le|créé à|"
        "date d'ajout|ajouté le|ajoutée le|ajouté à|date d'entrée|date d'adhésion|date adhésion|"
        "adhérent depuis|client depuis|membre depuis|abonné depuis|inscrit depuis|"
        "date d'abonnement|abonné le|date de souscription|date de l'inscription|"
        "date de création du compte|date de création du contact|date de création de la fiche|"
        "horodateur|horodatage|date de soumission|soumis le|date d'envoi du formulaire|"
        "date de l'entrée|date de réponse|date du consentement|date de consentement|"
        "date consentement|consentement le|date d'opt-in|date optin|date de l'opt-in|"
        "date d'enregistrement|enregistré le|date du premier contact|premier contact|"
        "premier contact le|date de premier contact|date de la première visite|première visite|"
        "date de saisie|saisi le|ancienneté depuis|date d'arrivée|entré le|date du contact"
    ),
    Field.LAST_CONTACT_ON: (
        "dernier contact|dernier contact le|date du dernier contact|date dernier contact|"
        "date de dernier contact|dernière activité|date de dernière activité|"
        "date de la dernière activité|date dernière activité|dernier échange|"
        "date du dernier échange|dernière interaction|date de dernière interaction|"
        "dernière connexion|date de dernière connexion|date de la dernière connexion|"
        "dernière visite|date de dernière visite|date de la dernière visite|dernier achat|"
        "date du dernier achat|date dernier achat|date de dernier achat|date de dernière commande|"
        "date de la dernière commande|date dernière commande|dernier appel|date du dernier appel|"
        "dernier rendez-vous|date du dernier rendez-vous|dernier rdv|date du dernier rdv|"
        "dernier don|date du dernier don|date de dernier don|dernière relance|contacté le|"
        "dernière consultation|date de dernière consultation|vu le|dernière participation"
    ),
    Field.PROCESSING_ENDED_ON: (
        "fin de traitement|date de fin de traitement|date fin de traitement|fin de contrat|"
        "date de fin de contrat|date fin de contrat|date fin contrat|fin du contrat|date de fin|"
        "date fin|date de résiliation|date résiliation|résilié le|résiliation|date de sortie|"
        "date sortie|sorti le|date de départ|départ le|parti le|date de clôture|clôturé le|"
        "date de clôture du compte|fin d'adhésion|date de fin d'adhésion|fin d'abonnement|"
        "date de fin d'abonnement|fin d'adhésion le|fin de relation|date de fin de relation|"
        "fin de la relation commerciale|date de radiation|radié le|date de démission|"
        "fin de mission|date de fin de mission|fin de validité de l'adhésion"
    ),
    Field.CHANNEL: (
        "canal|canal d'acquisition|canal de collecte|canal d'origine|origine|origine du contact|"
        "origine contact|origine client|origine du client|origine de la demande|provenance|"
        "provenance du contact|source|source du contact|source d'acquisition|source du lead|"
        "mode de collecte|moyen de collecte|lieu de collecte|support de collecte|"
        "comment nous avez-vous connu|comment nous avez-vous connus|"
        "comment avez-vous connu notre association|comment avez-vous entendu parler de nous|"
        "collecté via|origine des données|origine prospect"
    ),
    Field.OPT_IN: (
        "opt-in|optin|opt in e-mail|opt-in email|opt in sms|optin newsletter|consentement|"
        "consentements|consentement rgpd|rgpd|accord rgpd|consentement marketing|"
        "consentement e-mail|consentement sms|consentement newsletter|newsletter|newsletters|"
        "infolettre|lettre d'information|lettre d'info|abonné newsletter|abonné à la newsletter|"
        "abonnée newsletter|abonnement newsletter|abonnement à la newsletter|"
        "inscrit newsletter|inscrit à la newsletter|inscription newsletter|"
        "inscription à la newsletter|accepte la newsletter|accepte newsletter|"
        "accepte de recevoir la newsletter|souhaite recevoir la newsletter|reçoit la newsletter|"
        "accepte les e-mails|accepte les sms|accepte e-mail|accepte sms|accepte email|"
        "accepte de recevoir des e-mails|accepte de recevoir des sms|accepte la prospection|"
        "accepte le démarchage|accepte les offres|accepte les offres commerciales|"
        "accepte les offres partenaires|accepte les offres des partenaires|offres partenaires|"
        "opt-in partenaires|optin partenaires|partenaires opt-in|accord prospection|"
        "accord e-mail|accord mail|accord sms|accord marketing|autorisation e-mail|"
        "autorisation sms|autorisation newsletter|abonnement|double opt-in|accepte le courrier|"
        "accepte d'être contacté|accepte d'être contactée|accepte d'être recontacté|"
        "accepte d'être appelé|consentement téléphone|consentement courrier|"
        "publicité acceptée|emailing autorisé"
    ),
    Field.OPT_OUT: (
        "opt-out|optout|opt out e-mail|opt out sms|désabonné|désabonnée|désabonné le|"
        "date de désabonnement|désabonnement|désinscrit|désinscrite|désinscrit le|"
        "désinscription|date de désinscription|désinscrit newsletter|désabonné newsletter|"
        "désinscription newsletter|ne pas contacter|ne plus contacter|ne pas appeler|"
        "ne pas rappeler|ne plus appeler|ne pas démarcher|ne pas envoyer d'e-mail|"
        "ne pas envoyer de sms|ne pas mailer|pas de mailing|pas d'e-mailing|opposition|"
        "opposition prospection|opposition à la prospection|opposition démarchage|"
        "opposition au traitement|opposé à la prospection|droit d'opposition|refus e-mail|"
        "refus sms|refus newsletter|refus prospection|refuse la newsletter|refuse les e-mails|"
        "refuse les sms|refuse la prospection|refuse le démarchage|bloctel|liste rouge|"
        "liste noire|stop sms|stop pub|stop mail|blacklisté|blacklist e-mail|blacklist sms|"
        "e-mail blacklisté|sms blacklisté|ne souhaite pas être contacté|retrait du consentement"
    ),
}  # fmt: skip
