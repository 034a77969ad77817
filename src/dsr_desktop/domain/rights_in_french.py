"""How people ask for their rights in French: patterns over folded sentences (`domain/phrases`).

Where a pattern has a group `core`, what stands before that says whether it is meant (a negation).
"""

from dsr_desktop.domain.right import Right


def _w(most: int) -> str:
    """Allow up to so many words in between."""
    return rf"(?:[^\s.!?;]+\s+){{0,{most}}}?"


_DELETE = r"(?:sup+r+[ie]?m\w*|sup+ri?m\w*|efface\w*|effacer|detrui\w*)"
_DELETION = r"(?:sup+r?es+ions?|effacements?|destruction)"
_OWN = r"(?:mes|mon|ma|nos|notre|moi|nous|me|son|ses)"
_NO_OTHER_RIGHT = (
    r"(?:(?!limitation|suppression|effacement|rectification|portabilite|liste|destinataires|correction)"
    r"[^\s.!?;]+\s+){0,5}?"
)
_DATA = (
    r"(?:don+ee?s?|infos?|informations?|renseignements?|coordon+ees?|comptes?|fiche|dossier|"
    r"adresses?|e?\s?mails?|courriels?|numeros?|telephone|portable|profils?|noms?|historique|"
    r"traces?|photos?)"
)
_ASK = (
    r"(?:demand\w*|souhait\w*|veux|veut|voulons|exig\w*|sollicit\w*|voudr\w*|aimer\w*|obtenir|"
    r"proced\w*|droits?|merci|requer\w*|reclam\w*|besoin|et|puis|ainsi\s+que|soit|pour|quant\s+a)"
)
_ADS = (
    r"(?:e?\s?mails?|mailings?|courriels?|messages?|sms|textos?|appels?|pubs?|publicites?|offres?|"
    r"newsletters?|news|lettres?|courriers?|prospectus|promotions?|promos?|sollicitations?|spams?|"
    r"demarchage\w*|prospection|publicitaire\w*|commercia\w*|infos?|communications?|relances?|"
    r"catalogues?|brochures?|invitations?)"
)
_FIX = (
    r"(?:adresse|nom|prenom|numero|e?\s?mails?|courriel|coordonnees|donnees|informations?|"
    r"telephone|civilite|date\s+de\s+naissance|fiche|dossier|orthographe|profil|code\s+postal)"
)

FRENCH: tuple[tuple[Right, tuple[str, ...]], ...] = (
    (Right.ERASURE, (
            rf"{_DATA}\s+{_w(5)}(?P<core>dispara\w+)\s+(?:de|du|des)\b",
            r"\betre\s+(?:completement\s+|totalement\s+)?(?P<core>(?:efface|sup+rim)\w*)\s+(?:de|des|dans)\b",
            rf"\b(?P<core>{_DELETE})\s+mon\s+conte\b",
        rf"(?P<core>{_DELETE})\s+(?!ce\w*\s){_w(7)}(?:{_OWN}\s+{_w(3)}{_DATA}|"
        rf"(?:moi|nous)\s+(?:de|des)|tout(?:es?|s)?\b|les\s+(?:donnees|informations)|(?:ma|notre)\s+\w+)",
        r"\b(?:les|la|l|le|me|m|nous)\s+(?P<core>(?:sup+r+i?mer|effacer|detruire|oublier))\b",
        rf"(?P<core>{_DELETE})\s*(?:les|moi|nous)\b",
        rf"{_DATA}\s+{_w(5)}(?:soi\w+|etre)\s+{_w(3)}(?P<core>(?:sup+ri?m|efface|detrui|retire|enleve)\w*)",
        rf"(?P<core>{_DELETION})\s+{_w(5)}(?:{_OWN}|donnees|informations|coordonnees|compte)\b",
        rf"\b{_ASK}\s+{_w(5)}(?P<core>{_DELETION})\b",
        r"droit\s+a\s+l\s+(?P<core>oubli|effacement)", r"droit\s+(?:de|a\s+la)\s+(?P<core>suppression)",
        rf"(?P<core>(?:retir|enlev|radi|vire|sort)\w*)\s+{_w(5)}(?:de|des)\s+{_w(2)}"
        r"(?:fichiers?|bases?|systemes?|serveurs?|registres?|base\s+de\s+donnees)\b",
        rf"\b(?:plus|pas)\s+(?:etre|figurer|apparaitre|rester|exister)\s+{_w(2)}(?:dans|sur|chez)\s+"
        rf"{_w(2)}(?:fichiers?|bases?|systemes?|serveurs?)",
        rf"\bn[e]?\s+(?:plus\s+)?(?:gard|conserv|stock|deten)\w*\s+{_w(3)}(?:aucune?s?|rien|plus\s+mes)\b",
        rf"(?:ferm\w*|clotur\w*|fermeture|cloture)\s+{_w(3)}(?P<core>(?:mon|notre|de\s+mon|du)\s+compte)\s+"
        rf"{_w(3)}(?:donnees|definitiv\w*)",
        r"(?P<core>oubliez)\s+(?:moi|nous)\b",
    )),
    (Right.ACCESS, (
            r"\b(?P<core>savez)\s+(?:vous\s+)?de\s+(?:moi|nous)\b",
            r"\b(?P<core>(?:consulter|voir|lire|recuperer))\s+(?:mon|mes|ma)\s+(?:dossier|donnees|fiche|informations)\b",
        r"droit\s+d\s+(?P<core>ac+es+)", rf"\b(?P<core>ac+es+)\s+(?:a|aux)\s+{_w(4)}(?:donnees|informations|infos|dossier)",
        rf"\b(?P<core>acceder)\s+(?:a|aux)\s+{_w(4)}(?:donnees|informations|infos|dossier)",
        rf"\b(?P<core>copies?)\s+{_w(5)}(?:donnees|informations|infos|renseignements|dossier|fiche)",
        rf"\b(?:quel\w*|kel\w*)\s+(?:sont\s+)?{_w(3)}(?P<core>donnees|informations|infos|renseignements)\s+{_w(5)}"
        r"(?:avez|detenez|possedez|conservez|disposez|gardez|stockez|traitez|collectez|sur\s+moi|me\s+concern\w*)",
        rf"\b(?P<core>(?:toutes\s+les|les|l\s+ensemble\s+des|l\s+integralite\s+des|mes|quelles?))\s+"
        rf"(?:donnees|informations|infos|renseignements)\s+{_w(4)}que\s+vous\s+{_w(3)}"
        r"(?:avez|detenez|possedez|conservez|disposez|gardez|stockez|auriez)",
        rf"\b(?P<core>savez|avez|detenez|possedez|conservez|gardez|stockez)\s*(?:vous)?\s+{_w(5)}"
        r"(?:sur\s+moi|a\s+mon\s+sujet|sur\s+nous|me\s+concernant)",
        rf"\b(?P<core>(?:communiqu|envoy|transmet|fourni|adress|obtenir|recevoir|consult|donne[rz])\w*)\s+{_NO_OTHER_RIGHT}"
        rf"(?:toutes\s+(?:les|mes)|l\s+ensemble\s+(?:de\s+mes|des)|l\s+integralite\s+(?:de\s+mes|des)|mes)\s+"
        rf"{_w(1)}(?:donnees|informations|infos)\b(?!\s+(?:a|aux)\s+(?:un|une|d|des|mon))",
        r"\barticle\s+15\b", r"\b(?:si\s+vous\s+(?:detenez|avez|traitez))\s+(?P<core>des\s+(?:donnees|informations))",
    )),
    (Right.RECTIFICATION, (
            rf"\b(?:mon|ma|mes)\s+{_FIX}\s+{_w(3)}(?:a|ont)\s+change",
            r"\b(?:ecri\w*|orthographi\w*)\s+(?P<core>mal)\s+mon\s+(?:nom|prenom)\b",
        r"\b(?P<core>(?:rectifi|retifi)\w*)", rf"\b(?P<core>(?:corrig|corec?tion|correction)\w*)\s+{_w(5)}{_FIX}",
        rf"\b(?P<core>(?:modifi|chang|actualis)\w*)\s+{_w(3)}(?:mon|ma|mes|notre|nos|l)\s+{_w(2)}{_FIX}",
        rf"\b(?P<core>(?:mettre|mettez|mise)\s+a\s+jour)\s+{_w(4)}{_FIX}",
        rf"\b(?:mon|ma|mes|l)\s+{_FIX}\s+{_w(4)}(?:est|sont)\s+{_w(3)}(?P<core>(?:faux|fausse|erron|incorrect|"
        r"inexact|mal\s+(?:ecrit|orthographi|saisi)|perim|obsolete|pas\s+(?:le\s+|la\s+)?bon)\w*)",
        r"\b(?P<core>(?:nouvelle?|nouveau))\s+(?:adresse|numero|mail|e\s+mail|telephone|nom)\b",
        rf"\b(?P<core>erreurs?|fautes?)\s+(?:dans|sur|a)\s+{_w(3)}{_FIX}",
        r"\b(?:j\s+ai|nous\s+avons)\s+(?P<core>demenage)", r"\barticle\s+16\b",
        rf"\b(?:je\s+m\s+appelle|mon\s+nom\s+est)\s+{_w(3)}(?P<core>et\s+(?:non|pas))\b",
    )),
    (Right.RESTRICTION, (
            rf"\bdemand\w*\s+{_w(2)}(?P<core>gel|blocage)\b",
        rf"\b(?P<core>limitation)\s+(?:du|de|des)\s+{_w(2)}(?:traitements?|l\s+utilisation)",
        r"droit\s+a\s+la\s+(?P<core>limitation)",
        rf"\b(?P<core>(?:limit(?:er|ez)|suspend\w*|gel(?:er|ez)|bloqu(?:er|ez)|restrei\w*|gel|blocage|suspension))\s+"
        rf"{_w(4)}(?:traitements?|l\s+utilisation|l\s+usage|mes\s+(?:donnees|informations|coordonnees))",
        r"\barticle\s+18\b",
    )),
    (Right.RECIPIENTS, (
            rf"\b(?P<core>(?:partag|transmett|vend|communiqu|ced)\w*)\s+vous\s+{_w(2)}(?:mes|mon|nos)\b",
        rf"\ba\s+qui\s+{_w(6)}(?P<core>(?:transmi|communiqu|vend|ced|partag|donne|fourni|envoy)\w*)",
        r"\b(?P<core>destinataires)\b(?!\s+(?:de\s+ce|du\s+(?:message|mail|courrier)))",
        rf"\b(?:quel\w*|quels?\s+sont|liste\s+des|avec\s+quel\w*)\s+{_w(3)}(?P<core>(?:tiers|societes|partenaires|organismes|sous\s+traitants))\s+{_w(6)}"
        r"(?:transmi|communiqu|vend|ced|partag|donne|recu|acces)\w*", r"\barticle\s+19\b",
    )),
    (Right.PORTABILITY, (
        r"\b(?P<core>portabilite)", rf"\bformat\s+{_w(3)}(?P<core>(?:structure|lisible|exploitable|reutilisable|machine)\w*)",
        rf"\b(?P<core>(?:transfer|transmet|export|export)\w*)\s+{_w(3)}mes\s+donnees\s+{_w(3)}(?:vers|a|chez)\s+(?:un|une|mon|ma|d)\b",
        rf"\b(?P<core>export\w*)\s+{_w(3)}(?:mes\s+)?donnees", r"\barticle\s+20\b",
        rf"donnees\s+{_w(6)}(?P<core>(?:csv|json|xml))\b",
    )),
    (Right.OBJECTION_MARKETING, (
            rf"\bplus\s+{_w(2)}(?P<core>(?:utilis|trait|exploit)\w*)\s+{_w(4)}(?:publicit|prospection|marketing|commercia)\w*",
        r"^\W*stop\W*(?:svp|merci|please)?\W*$",
        r"\bstop\s*(?:a\s+|aux?\s+|les\s+|la\s+|le\s+|toute?s?\s+|vos\s+)*(?:pubs?|sms|e?\s?mails?|spams?|newsletters?|"
        r"publicites?|prospection|demarchage|appels?|harcelement|mailings?)\b",
        r"\b(?P<core>des+in?s?cri\w*|desincri\w*|desabon+\w*|desabbon\w*|desabo\b)",
        rf"\b(?:ne|n|de|d|a|souhaite|veux|veut|voulons|desire|aimerais|voudrais|merci)\s+{_w(3)}(?:plus|pas|jamais)\s+{_w(2)}"
        r"(?:recevoir|etre\s+(?:contacte|demarche|appele|sollicite|derange|importune|relance|harcele)\w*|"
        r"avoir\s+de\s+vos|entendre\s+parler)",
        rf"(?<!recois )(?<!recoit )(?<!recevons )\bplus\s+(?:de\s+|d\s+|aucune?s?\s+|vos\s+|jamais\s+|recevoir\s+){{1,2}}{_w(1)}{_ADS}",
        r"\bne\s+(?:plus\s+)?m\w*\s*(?:contact|envoy|appel|telephon|ecri|demarch|sollicit|relanc|derang)\w*\s*(?:plus|jamais|pas)?",
        rf"\b(?P<core>(?:arret|cess|stop+)\w*)\s+{_w(3)}(?:m\s+|me\s+|nous\s+)?(?:envoyer|envoi|ecrire|appeler|demarcher|harceler|"
        rf"contacter|spam+er|relancer|solliciter|importuner|emmerder|{_ADS})",
        rf"\b(?P<core>(?:oppos|refus)\w*)\s+{_w(12)}(?:prospection|demarchage|publicit\w*|marketing|commercial\w*|"
        r"sollicitation\w*|newsletters?|mailings?|profilage\s+publicitaire)",
        rf"\b(?P<core>(?:retir|enlev|radi|vire|sup+ri?m|sort|ot)\w*)\s+{_w(6)}(?:de|des|a)\s+{_w(3)}(?:listes?|newsletters?|mailings?|"
        r"diffusion|envois?|fichiers?\s+(?:de\s+)?(?:prospection|prospects?|commercia\w*))",
        r"\b(?:laiss\w+|fou?t\w*|fich\w*)\s*(?:moi|nous)\s+(?:la\s+paix|tranquilles?)",
        r"\b(?P<core>(?:tromp|mauvais)\w*)\s+de\s+liste",
    )),
    (Right.OBJECTION, (
            rf"\b(?P<core>interdi\w*)\s+{_w(2)}(?:d\s+utiliser|de\s+traiter|l\s+utilisation|le\s+traitement|de\s+vendre|de\s+transmettre|d\s+exploiter)\b",
        rf"\b(?:m|nous|s)\s+(?P<core>oppos\w*)\s+{_w(2)}(?:a|au|aux)\s+{_w(4)}(?:traitements?|utilis\w*|usage|collecte|"
        r"exploitation|analyse|profilage|vente|revente|cession|partage|transmission|conservation|reutilis\w*|publication|diffusion)",
        r"\bdroit\s+d\s+(?P<core>opposition)", rf"\b(?P<core>opposition)\s+(?:a|au|aux)\s+{_w(3)}(?:traitements?|utilisation)",
        rf"\b(?P<core>(?:cess|arret)\w*)\s+{_w(2)}(?:d\s+utiliser|de\s+traiter|le\s+traitement|tout\s+traitement|l\s+utilisation|d\s+exploiter)\s+{_w(3)}",
        rf"\b(?:ne|n)\s+(?:plus\s+)?{_w(3)}(?:utilis|trait|exploit)\w*\s+(?:plus\s+|pas\s+)?(?:mes|nos)\s+(?:donnees|informations|coordonnees)",
        r"\barticle\s+21\b",
    )),
    (Right.AUTOMATED_DECISION, (
        rf"\bdecisions?\s+{_w(4)}(?P<core>automati\w*)", r"\bintervention\s+(?P<core>humaine)",
        rf"\b(?:decid|refus|prise?|rejet|calcul)\w*\s+{_w(4)}(?:par|avec)\s+{_w(2)}(?P<core>(?:algorithme|logiciel|robot|ordinateur|ia|machine))\b",
        r"\barticle\s+22\b", rf"\b(?:reexamin\w*|revu\w*|reexamen)\s+{_w(4)}par\s+(?:un|une)\s+(?P<core>(?:humain|personne|etre\s+humain))",
    )),
    (Right.CONSENT_WITHDRAWAL, (
        rf"\b(?P<core>(?:retir|revo[qc]u?|annul|revien)\w*)\s+{_w(4)}(?:consentements?|accord|autorisation)",
        rf"\b(?P<core>retrait|revocation)\s+{_w(3)}(?:consentements?|accord|autorisation)",
        r"\b(?:je|nous)\s+ne\s+consen\w+\s+(?:plus|pas)", r"\b(?:je|nous)\s+ne\s+donn\w+\s+plus\s+(?:mon|notre)\s+(?:accord|consentement|autorisation)",
    )),
    (Right.INFORMATION, (
        rf"\b(?:quel\w*|comment|pourquoi|combien|est\s+ce|utilisez|avez)\s+{_w(6)}(?P<core>cookies?|traceurs?)\b",
        r"\b(?P<core>politique\s+(?:de\s+)?(?:confidentialite|protection|vie\s+privee))",
        rf"\b(?P<core>combien\s+de\s+temps)\s+{_w(4)}(?:conserv|gard|stock)\w*",
        rf"\b(?:d\s+ou|comment)\s+{_w(5)}(?P<core>(?:eu|obtenu|trouve|tenez|recupere|provien\w*|vien\w*|connai\w*|avez))\s+{_w(2)}(?:mon|mes|ma|ces)\b",
        rf"\bqui\s+est\s+{_w(3)}(?P<core>(?:dpo|delegue|responsable\s+(?:du|de)\s+(?:traitement|protection)))",
        rf"\b(?:quel\w*|sur)\s+{_w(3)}(?P<core>(?:base\s+legale|base\s+juridique|finalites?|durees?\s+de\s+conservation))",
        r"\bd\s+ou\s+(?P<core>(?:vien|provien)\w*)\s+(?:mes|mon|ces|les)\b",
    )),
    (Right.COMPLAINT, (
        rf"\b(?:j\s+ai|nous\s+avons|ai|avons)\s+{_w(3)}(?P<core>(?:depose|saisi|porte|adresse|introduit|fait|envoye))\s+{_w(4)}(?:plainte|reclamation|la\s+cnil|a\s+la\s+cnil)",
        r"\b(?P<core>la\s+cnil\s+a\s+ete\s+saisie)", rf"\b(?:avons\s+ete|a\s+ete)\s+(?P<core>(?:saisi\w*|destinataire\w*))\s+{_w(3)}(?:plainte|reclamation)",
    )),
    (Right.POST_MORTEM, (
        rf"\b(?:mon|ma|mes|notre|nos)\s+{_w(3)}(?:pere|mere|mari|epoux|epouse|femme|fils|fille|frere|soeur|seur|oncle|tante|"
        rf"grand\w*|conjoint\w*|compagn\w*|cousin\w*|parents?|client\w*)\s+{_w(6)}(?P<core>(?:decede\w*|mort\w*|disparu\w*|deces|nous\s+a\s+quitte))",
        r"\b(?P<core>deces)\s+(?:de|d|du)\b", r"\b(?P<core>defunte?s?|feu\s+m\w+|feue\s+ma)\b",
        r"\b(?P<core>(?:heriti\w*|succession|ayants?\s+droit))\s", r"\bdirectives\s+(?P<core>post\s*mortem|anticipees)",
        r"\b(?P<core>(?:est|vient\s+de)\s+(?:deceder|decede\w*|mourir))\b",
    )),
    (Right.MINOR_ERASURE, (
        rf"\b(?:j\s+etais|quand|lorsque|alors\s+que)\s+{_w(5)}(?P<core>(?:mineure?|1[0-7]\s+ans|[6-9]\s+ans))\b",
        rf"\bmo?n?a?\s+(?:fils|fille|enfant|petit\w*)\s+{_w(6)}(?P<core>(?:mineure?|1[0-7]\s+ans|[6-9]\s+ans))\b",
    )),
    (Right.NOT_A_DSR, (
        r"\b(?P<core>(?:demande\s+de\s+devis|un\s+devis|votre\s+tarif|vos\s+tarifs|ma\s+candidature|mon\s+cv|prise\s+de\s+rendez\s+vous|"
        r"livraison\s+de\s+ma\s+commande|ma\s+commande|mon\s+colis|facture\s+impayee))\b",
    )),
)  # fmt: skip
"""For each right the ways in which it is asked for."""
