"""Requests that each letter is about, with what the DPO writes where the register cannot know."""

from datetime import date

from dsr_desktop.domain.clock import Extension, ExtensionReason
from dsr_desktop.domain.communication import AddressState
from dsr_desktop.domain.conditions import Condition, ConditionKind
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.fee import Fee, FeeGround
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.processing import Controller
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.requester import Address, AddressKind, DataSubject, Relation, Requester
from dsr_desktop.domain.restriction import Ground
from dsr_desktop.domain.transfer import Feasibility
from dsr_desktop.services.activities import confirm_activity
from dsr_desktop.services.clocking import extend, record_identity
from dsr_desktop.services.fees import tell_fee
from dsr_desktop.services.handling import decide, new_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.letter_sending import Sending, send_letter
from dsr_desktop.services.letter_writing import LetterOrder, write_letter
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.processing import set_controller
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.request_facts import record_condition
from dsr_desktop.services.restricting import restrict
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.transfers import (
    Organisation,
    ask_transfer,
    judge_transfer,
    record_hand_over,
)
from dsr_desktop.wording.language import speak

RECEIVED, TODAY = date(2026, 11, 2), date(2026, 11, 16)
EMAIL = "camille.dupont@acme.example"
CAMILLE = DataSubject(
    ("Camille Dupont",),
    (Address(AddressKind.EMAIL, EMAIL), Address(AddressKind.POST, "3 rue Haute, 44000 Nantes")),
)
AUTRE = Organisation("Autre SARL", "FR", "dpo@autre.example")
COMPANY = Controller(
    "Exemple SAS", "12 rue des Lilas, 44000 Nantes", dpo_name="Nora Vidal",
    dpo_contact="dpo@exemple.example",
)  # fmt: skip
BY_HAND = {
    LetterKind.IDENTITY_REQUEST: {"proof": "Le numéro de votre dernière facture."},
    LetterKind.ACCESS: {
        "delivery": "archive chiffrée, par courriel", "passphrase_by": "SMS",
    },
    LetterKind.PORTABILITY: {
        "package": "DSR-2026-0001_portability.zip", "delivery": "courriel", "passphrase_by": "SMS",
    },
    LetterKind.ERASURE: {"measures": "crm.csv, le 12/11/2026", "backups_until": "12/12/2026"},
    LetterKind.ERASURE_PARTIAL: {
        "measures": "crm.csv, le 12/11/2026", "backups_until": "12/12/2026",
        "kept_until": "31/12/2036",
    },
    LetterKind.RECTIFICATION: {
        "correction": "Dupond → Dupont", "measures": "crm.csv, le 12/11/2026",
    },
    LetterKind.RESTRICTION_LIFTED: {
        "lifted_on": "30/11/2026", "reason": "L’exactitude a été vérifiée.",
    },
    LetterKind.OBJECTION: {"measures": "Le traitement a cessé le 12/11/2026."},
    LetterKind.ANSWER: {"measures": "Aucune décision n’est prise de façon automatisée."},
    LetterKind.NOT_IDENTIFIABLE: {"identifier": "La valeur du cookie _clck."},
    LetterKind.IDENTITY_NOT_CONFIRMED: {"proof": "Une réponse depuis l’adresse que nous avons."},
    LetterKind.WITHDRAWAL: {"consent": "lettre d’information", "measures": "Inscription close."},
    LetterKind.HEIR: {"measures": "Le compte a été clos le 12/11/2026."},
    LetterKind.FEE_NOTICE: {"answer_by": "30/11/2026"},
    LetterKind.RECIPIENT_NOTICE: {
        "recipient": "Hébergeur Exemple", "measures": "Effacer toutes les données.",
        "answer_by": "30/11/2026",
    },
    LetterKind.STILL_INTERESTED: {"answer_by": "31/12/2026"},
    LetterKind.POLICY_CHANGE: {"changes": "Un nouvel hébergeur.", "effective_on": "01/01/2027"},
}  # fmt: skip
"""What the DPO writes for each letter: the register does not know it."""

_DECISIONS = {
    LetterKind.ACCESS: (Right.ACCESS, Decision.GRANTED, None),
    LetterKind.PORTABILITY: (Right.PORTABILITY, Decision.GRANTED, None),
    LetterKind.TRANSFER: (Right.PORTABILITY, Decision.GRANTED, None),
    LetterKind.ERASURE: (Right.ERASURE, Decision.GRANTED, None),
    LetterKind.ERASURE_PARTIAL: (Right.ERASURE, Decision.GRANTED_PARTLY, "A17_3_b"),
    LetterKind.RECTIFICATION: (Right.RECTIFICATION, Decision.GRANTED, None),
    LetterKind.RESTRICTION: (Right.RESTRICTION, Decision.GRANTED, None),
    LetterKind.RESTRICTION_LIFTED: (Right.RESTRICTION, Decision.GRANTED, None),
    LetterKind.OBJECTION: (Right.OBJECTION, Decision.GRANTED, None),
    LetterKind.MARKETING: (Right.OBJECTION_MARKETING, Decision.GRANTED, None),
    LetterKind.ANSWER: (Right.AUTOMATED_DECISION, Decision.NO_DATA, None),
    LetterKind.REFUSAL: (Right.ERASURE, Decision.REFUSED, "A17_3_e"),
    LetterKind.NOT_IDENTIFIABLE: (Right.ACCESS, Decision.NOT_IDENTIFIABLE, "A11_2"),
    LetterKind.IDENTITY_NOT_CONFIRMED: (
        Right.ACCESS, Decision.IDENTITY_NOT_CONFIRMED, "A12_6_identity",
    ),
    LetterKind.WITHDRAWAL: (Right.CONSENT_WITHDRAWAL, Decision.GRANTED, None),
    LetterKind.HEIR: (Right.POST_MORTEM, Decision.GRANTED, None),
    LetterKind.RECIPIENT_NOTICE: (Right.ERASURE, Decision.GRANTED, None),
}  # fmt: skip


def found_company(register):
    """Say who the controller is, and name a recipient of the data."""
    set_controller(register, COMPANY)
    hoster = Recipient("Hébergeur Exemple", RecipientRole.PROCESSOR, "FR", activities=("PA1",))
    add_recipient(register, hoster, TODAY)


def ask(register, *rights, language="fr", requester=None, subject=CAMILLE):
    """Record a request of Camille; returns its reference."""
    criteria = Criteria(name=("Camille Dupont",), email=(EMAIL,))
    view = new_request(
        register, list(rights or [Right.ACCESS]), criteria, RECEIVED, Channel.EMAIL_DPO, TODAY,
        language=language, data_subject=subject, requester=requester,
    )  # fmt: skip
    return view.request.ref


def bring_list(register, folder):
    """Import a list that holds Camille."""
    path = folder / "crm.csv"
    path.write_text(f"Nom;E-mail;Ville\nCamille Dupont;{EMAIL};Nantes\n", encoding="utf-8")
    import_paths(register, [path], ImportOptions(activity="PA1"), TODAY)


def find(register, ref):
    """Find Camille in the lists and confirm what is surely hers."""
    find_person(register, ref, TODAY)
    judge_hits(register, ref, confirm_strong=True, today=TODAY)


def ready_for(register, folder, kind, language="fr"):
    """Bring a request to where a letter can be written; returns its reference, "" for none."""
    found_company(register)
    right, decision, reason = _DECISIONS.get(kind, (Right.ACCESS, None, None))
    heir = Requester(Relation.HEIR, "Zoé Dupont", (Address(AddressKind.EMAIL, "zoe@d.example"),))
    ref = ask(
        register, right, language=language, requester=heir if right is Right.POST_MORTEM else None
    )
    bring_list(register, folder)
    find(register, ref)
    _prepare(register, kind, ref)
    if kind is LetterKind.TRANSFER:
        hand_over(register, ref, folder)
    if decision is not None:
        text = None if reason is None else "Ces factures sont à garder dix ans."
        decide(register, ref, right, decision, TODAY, reason_code=reason, reason_text=text)
    if kind in {LetterKind.RESTRICTION, LetterKind.RESTRICTION_LIFTED}:
        restrict(register, ref, Ground.ACCURACY, TODAY)
    return ref


def hand_over(register, ref, folder):
    """Send the bundle straight to another organisation."""
    confirm_activity(register, "PA1", "6(1)(b)", None, TODAY)
    build_portability(register, ref, folder / "bundle", TODAY, speak("fr"))
    wish = ask_transfer(register, ref, AUTRE, TODAY, TODAY).transfer
    judge_transfer(
        register, ref, wish.id, Feasibility.FEASIBLE, "Archive remise au DPO d’Autre SARL."
    )
    record_hand_over(register, ref, wish.id, TODAY, TODAY, speak("fr"))


def _prepare(register, kind, ref):
    if kind in {LetterKind.IDENTITY_REQUEST, LetterKind.IDENTITY_NOT_CONFIRMED}:
        record_identity(
            register, ref, TODAY, doubt="La demande vient d’une adresse que nous ne connaissons pas.",
            method=IdentityMethod.SHARED_FACTS, result=IdentityResult.PENDING,
        )  # fmt: skip
    if kind is LetterKind.IDENTITY_NOT_CONFIRMED:
        write(register, None, LetterKind.IDENTITY_REQUEST, ref)
        sent(register, ref, LetterKind.IDENTITY_REQUEST)
    if kind in {LetterKind.EXTENSION, LetterKind.EXTENSION_WITHDRAWN}:
        reasons = frozenset({ExtensionReason.COMPLEXITY})
        on = TODAY if kind is LetterKind.EXTENSION_WITHDRAWN else None
        extend(register, ref, Extension(reasons, on, "Huit sources sont à trier."), TODAY)
    if kind is LetterKind.FEE_NOTICE:
        fee = Fee(1550, FeeGround.ABUSIVE, "Quarante demandes en un mois.", "Nora Vidal", TODAY)
        tell_fee(register, ref, fee, TODAY)
    if kind is LetterKind.HEIR:
        for condition in (ConditionKind.DEATH, ConditionKind.HEIR):
            record_condition(register, ref, Condition(condition, TODAY, "Nora Vidal"), TODAY)


def order(kind, ref="", **more):
    """Order a letter with what the DPO writes for it."""
    return LetterOrder(kind, ref, **{"written": BY_HAND.get(kind, {}), **more})


def write(register, folder, kind, ref="", **more):
    """Write a letter; without a folder into that of the register."""
    to = folder or register.path.parent / "letters-out"
    return write_letter(register, order(kind, ref), to, TODAY, **more)


def sent(register, ref, kind, **more):
    """Record that a letter was sent by e-mail to an address on file."""
    sending = Sending(kind, **{
        "on": TODAY, "channel": Channel.EMAIL_DPO, "address": AddressState.ON_FILE, **more,
    })  # fmt: skip
    return send_letter(register, ref, sending, TODAY)
