"""A request whose documents can be made, and what the register and the folders then hold."""

from datetime import date

import pyzipper

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.store.events import events
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")
RECEIVED, TODAY = date(2026, 11, 2), date(2026, 11, 16)
REF = "DSR-2026-0001"
BUNDLE = "DSR-2026-0001_portability_20261116.zip"
CAMILLE = make_criteria({"email": "camille.dupont@acme.example"})


def ask(register, folder):
    """Record a request for portability and erasure whose one hit is confirmed."""
    path = folder / "crm.csv"
    path.write_text("Nom;E-mail\nCamille Dupont;camille.dupont@acme.example\n")
    options = ImportOptions(activity="PA3", channel="web form")
    import_paths(register, [path], options, TODAY)
    rights = [Right.PORTABILITY, Right.ERASURE]
    new_request(register, rights, CAMILLE, RECEIVED, Channel.WEB_FORM, TODAY)
    find_person(register, REF, TODAY)
    judge_hits(register, REF, confirm_strong=True, today=TODAY)


def kinds(register):
    """What kinds of events the log holds, in order."""
    return [one.kind for one in events(register.database)]


def files_in(bundle):
    """The files of a bundle, which opens with its passphrase."""
    with pyzipper.AESZipFile(bundle.path) as archive:
        archive.setpassword(bundle.passphrase.encode())
        return {name: archive.read(name) for name in archive.namelist()}
