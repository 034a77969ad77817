"""A request for erasure that may be carried out: decided, its files read again and seen clean."""

from datetime import date
from pathlib import Path

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services.gone_places import say_gone
from dsr_desktop.services.handling import decide, new_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits

RECEIVED, TODAY = date(2026, 11, 2), date(2026, 11, 16)
REF = "DSR-2026-0001"
HEADER = "Nom;E-mail;Ville;Téléphone\n"
CAMILLE = "Camille Dupont;camille.dupont@acme.example;Xanthopolis;06 12 34 56 78\n"
PAUL = "Paul Quintal;paul.quintal@acme.example;Nantes;06 99 88 77 66\n"
ZOE = "Zoé Roux;zoe.roux@acme.example;Lille;06 55 44 33 22\n"
WORDS = (b"xanthopolis", b"12345678", b"06 12 34 56 78")
"""What of Camille stands in her row alone: no request says it."""
ASKED = make_criteria({"email": "camille.dupont@acme.example"})


def write_list(path: Path, *people: str) -> Path:
    """Write a list of people."""
    path.write_text(HEADER + "".join(people), encoding="utf-8")
    return path


def bring_list(register, path: Path, *people: str, **options) -> Path:
    """Write a list and import it."""
    import_paths(register, [write_list(path, *people)], ImportOptions(**options), TODAY)
    return path


def ask(register, rights=(Right.ERASURE,), criteria=ASKED) -> str:
    """Record a request whose strong hits are confirmed; returns its reference."""
    view = new_request(register, list(rights), criteria, RECEIVED, Channel.WEB_FORM, TODAY)
    ref = view.request.ref
    find_person(register, ref, TODAY)
    judge_hits(register, ref, confirm_strong=True, today=TODAY)
    return ref


def grant(register, ref: str = REF, right: Right = Right.ERASURE) -> None:
    """Decide that the person is erased."""
    decide(register, ref, right, Decision.GRANTED, TODAY)


def clean(register, path: Path, *people: str, ref: str = REF) -> None:
    """Take the person out of the file, and read it again."""
    write_list(path, *people)
    assert rescan(register, ref).clean


def ready(register, folder: Path, ref: str = REF) -> Path:
    """Bring a list of three in, ask for Camille to be erased, and clean the list."""
    path = bring_list(register, folder / "crm.csv", PAUL, CAMILLE, ZOE)
    ask(register)
    grant(register, ref)
    clean(register, path, PAUL, ZOE, ref=ref)
    return path


def place_is_gone(register, path: Path) -> None:
    """Say of a file that it was deleted for good."""
    path.unlink()
    say_gone(register, path, "deleted", TODAY)
