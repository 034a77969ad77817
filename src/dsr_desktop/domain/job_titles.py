"""Tells a job or a title beside a name ("Marie Dupont, DPO") from somebody else's name.

Only words that are hardly anybody's name count: "maire", "boulanger" and "page" are names as well.
"""

from collections.abc import Iterable

from dsr_desktop.domain.person import words

_SHORT_TITLES = (
    "dpo dpd rssi pdg dg dga dgs daf raf drh rrh dsi dsin dir cto ceo cfo coo cio cmo cpo cro ciso "
    "vp svp evp avp pa ea rh hr it pmo cto cda csm sdr bdr adv sav rp ux ui qa qse qhse hse"
)
_JOBS = (
    "directeur directrice director direction responsable resp manager manageuse managing gérant gérante "
    "président présidente president vice chairman chairwoman chair dirigeant dirigeante associé "
    "associée cofondateur cofondatrice fondateur fondatrice founder cofounder co owner propriétaire "
    "chef cheffe head chief lead leader officer executive exécutif exécutive délégué déléguée "
    "delegate adjoint adjointe deputy assistant assistante assistent assistentin secrétaire secretary sekretärin "
    "comptable accountant aide trésorier trésorière treasurer auditeur auditrice auditor contrôleur contrôleuse "
    "controller acheteur acheteuse buyer vendeur vendeuse commercial commerciale conseiller "
    "conseillère adviser advisor consultant consultante chargé chargée coordinateur coordinatrice "
    "coordonnateur coordonnatrice coordinator technicien technicienne technician ingénieur ingénieure "
    "engineer développeur développeuse developer architecte architect designer graphiste analyste analyst "
    "juriste avocat avocate lawyer solicitor barrister attorney notaire notary médecin doctor "
    "infirmier infirmière nurse psychologue psychologist kinésithérapeute pharmacien pharmacienne "
    "pharmacist dentiste dentist vétérinaire enseignant enseignante teacher professeur professeure "
    "formateur formatrice trainer étudiant étudiante student stagiaire intern trainee apprenti apprentie "
    "apprentice alternant alternante retraité retraitée retired bénévole volunteer journaliste "
    "journalist rédacteur rédactrice editor animateur animatrice éducateur éducatrice gestionnaire "
    "administrateur administratrice administrator inspecteur inspectrice inspector agent agente "
    "opérateur opératrice operator employé employée employee salarié salariée ouvrier ouvrière "
    "représentant représentante representative geschäftsführer geschäftsführerin leiter leiterin "
    "mandataire expert experte collaborateur collaboratrice réceptionniste receptionist standardiste"
)
_STANDING = (
    "adhérent adhérente membre member client cliente customer prospect abonné abonnée subscriber "
    "donateur donatrice donor participant participante attendee vip contact intervenant intervenante "
    "speaker exposant exposante exhibitor visiteur visiteuse visitor invité invitée"
)
_WHAT_OF = (
    "général générale general senior junior principal principale régional régionale regional national nationale "
    "international internationale technique technical marketing finance finances financier financière "
    "financial administratif administrative juridique legal achats achat purchasing ventes vente "
    "sales communication communications informatique projet projets project projects produit produits "
    "product products ressources humaines human resources people protection données donnees data "
    "privacy sécurité sûreté security qualité quality production logistique logistics service "
    "services département department équipe team export clientèle relations relation presse press "
    "développement development business digital numérique web réseau réseaux network systèmes système "
    "systems information opérations operations operating recherche research innovation comptabilité "
    "accounting paie payroll formation training recrutement recruiting accueil reception office bureau "
    "standard médical médicale medical scientifique scientific pédagogique artistique créatif "
    "creative site usine secteur area zone compte comptes account accounts grands clés "
    "mission missions affaires affairs conformité compliance risques risk audit interne internal "
    "stratégie strategy support maintenance études travaux laboratoire lab patrimoine immobilier"
)
_BETWEEN = frozenset(words("de du des d la le les l et en à a au aux of the and to in for"))
_TITLES = frozenset(words(" ".join((_SHORT_TITLES, _JOBS, _STANDING, _WHAT_OF))))


def is_title_word(word: str) -> bool:
    """Tell whether a folded word is one of jobs, titles and what they are about."""
    return word in _TITLES


def is_only_title(there: Iterable[str]) -> bool:
    """Tell whether folded words say a job or a title and name nobody."""
    said = frozenset(there)
    return said <= _TITLES | _BETWEEN and not said.isdisjoint(_TITLES)
