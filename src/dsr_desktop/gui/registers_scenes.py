"""What the pictures of the Registers page show: a register made for them, and its scenes."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from dsr_desktop.domain.authority_request import AuthorityRequest, MayTell
from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.disclosure import Disclosure
from dsr_desktop.domain.policy_version import PolicyVersion
from dsr_desktop.domain.recipient import Recipient, RecipientRole, Safeguard
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.gui.main_window import MainWindow
from dsr_desktop.gui.pages.registers.page import RegistersPage
from dsr_desktop.services.authority_requests import add_authority_request
from dsr_desktop.services.breaches import BreachFacts, open_breach
from dsr_desktop.services.consents import record_consent
from dsr_desktop.services.disclosures import record_disclosure
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.policy_versions import add_policy_version
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.register import Company, Register, make_register
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.services.systems import add_system

Scene = Callable[[MainWindow], None]

_NAME = "registers.dsr"
_NO_SECRET = "nothing is kept in here"  # noqa: S105 - of a register that is thrown away
_WEAK_COST = 2**10
_MORNING = time(9, 30)
_KINDS = (
    "activities", "systems", "recipients", "disclosures", "consents", "authorities", "breaches",
    "policies", "circulars", "suppression",
)  # fmt: skip


def register_of_records(folder: Path, company: Company, today: date) -> Register:
    """Make a register with a few records of every kind."""
    register = make_register(folder / _NAME, _NO_SECRET, company, cost=_WEAK_COST)
    _recipients_and_lists(register, folder, today)
    people = TypedKeys(("lea@marchand.example",))
    record_consent(register, Consent("newsletter", True, today - timedelta(400), channel="salon",
                                     proof="Formulaire signé"), people, today)  # fmt: skip
    record_consent(register, Consent("sms", True, today - timedelta(400), True, today,
                                     proof="Formulaire signé"), people, today)  # fmt: skip
    asked = AuthorityRequest(
        "Tribunal judiciaire de Lyon", "PV 2026/114", today - timedelta(9), "CPP art. 60-1",
        may_tell=MayTell.FROM_A_DAY, may_tell_from=today + timedelta(180),
    )  # fmt: skip
    add_authority_request(register, asked, people, today)
    _breaches(register, today)
    return register


def _recipients_and_lists(register: Register, folder: Path, today: date) -> None:
    policy = PolicyVersion("2.1", today - timedelta(300), note="Destinataires nommés")
    add_policy_version(register, PolicyVersion("1.0", today - timedelta(900)))
    add_policy_version(register, policy)
    path = folder / "salon-2026.csv"
    path.write_text("Nom;E-mail\nLéa Marchand;lea@marchand.example\n", encoding="utf-8")
    import_paths(register, [path], ImportOptions(policy_version="2.1"), today)
    host = Recipient("Hébergeur SAS", RecipientRole.PROCESSOR, "FR", None, today - timedelta(700),
                     "dpo@hebergeur.example", ("PA1", "PA3"))  # fmt: skip
    mailing = Recipient("Mail Tool Inc.", RecipientRole.PROCESSOR, "US", Safeguard.STANDARD_CLAUSES,
                        activities=("PA2",))  # fmt: skip
    add_recipient(register, host, today)
    got = add_recipient(register, mailing, today)
    made = Disclosure(got.id, "Envoi de la lettre d'information", today, ("nom", "e-mail"), 412,
                      opposed=12, sources=("1",))  # fmt: skip
    record_disclosure(register, made, TypedKeys(), today)
    sold = Disclosure(got.id, "Location du fichier", today, ("e-mail",), 80)
    record_disclosure(register, sold, TypedKeys(), today)
    crm = System("Zoé CRM", SystemKind.CRM, HowAsked.SLIP, today, "Hugo Perrin", "poste 12")
    add_system(register, crm, today)


def _breaches(register: Register, today: date) -> None:
    now = datetime.combine(today, _MORNING).astimezone()
    late, fresh = now - timedelta(hours=90), now - timedelta(hours=30)
    open_breach(register, BreachFacts(fresh, "Clé USB perdue dans le train, chiffrée."), now)
    open_breach(register, BreachFacts(late, "Réponse envoyée à une autre adresse."), now)


def registers_scenes(folder: Path) -> list[tuple[str, Scene]]:
    """Return the scenes of the Registers page in a register of `register_of_records`.

    What is brought in lies in `folder`.
    """
    tabs: list[tuple[str, Scene]] = [
        (f"registers-{kind}", partial(_show, kind=kind)) for kind in _KINDS
    ]
    forms: list[tuple[str, Scene]] = [
        (f"registers-{kind}-form", partial(_ask, kind=kind))
        for kind in ("recipients", "disclosures", "breaches", "activities")
    ]
    exchange: list[tuple[str, Scene]] = [
        ("registers-hand-over", lambda window: _page(window).hand_over.click()),
        ("registers-bring-in", lambda window: _page(window).bring_in_from(_old_register(folder))),
    ]
    circular = ("registers-circulars-form", _write_to_many)
    return [*tabs, *forms, *exchange, circular]


def _old_register(folder: Path) -> Path:
    """Write a register kept elsewhere, with a row that cannot be read."""
    path = folder / "registre-demandes.csv"
    path.write_text(
        "N°;Date de réception;Type de demande;Demandeur;Réponse le;Clos le;Issue;Suivi\n"
        "2024-01;04/02/2024;accès;Zoé Perrin;20/02/2024;21/02/2024;acceptée;HP\n"
        "2024-02;31/06/2024;effacement;Hugo Petit;02/07/2024;02/07/2024;acceptée;HP\n",
        encoding="utf-8",
    )
    return path


def _show(window: MainWindow, kind: str) -> None:
    _page(window).show_kind(kind)


def _ask(window: MainWindow, kind: str) -> None:
    page = _page(window)
    page.show_kind(kind)
    page.add.click()


def _write_to_many(window: MainWindow) -> None:
    _show(window, "circulars")
    _page(window).pane.details.press(0)


def _page(window: MainWindow) -> RegistersPage:
    page = window.show_section("registers")
    assert isinstance(page, RegistersPage)  # noqa: S101 - built as such
    return page
