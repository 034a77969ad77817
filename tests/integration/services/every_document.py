"""One maker for each kind of document: what the app writes, from one register with one person."""

from dsr_desktop.domain.access_package import PackageForm
from dsr_desktop.domain.article14 import Art14Facts, ObtainedFrom
from dsr_desktop.domain.circular import CircularFormat
from dsr_desktop.domain.communication import AddressState
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.outgoing import ListUse
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.access_packages import HandingOver, build_access
from dsr_desktop.services.article14 import describe_art14, write_notice
from dsr_desktop.services.certificates import write_certificate
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.circulars import write_circular
from dsr_desktop.services.contact_exports import ContactChoice, ExportFormat, export_contacts
from dsr_desktop.services.dossiers import write_company_dossier, write_dossier
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.letter_templates import write_templates
from dsr_desktop.services.letter_writing import LetterOrder, write_letter
from dsr_desktop.services.list_checks import give_back_list
from dsr_desktop.services.package_reviews import approve_package, mask_what_is_pointed_out
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.register_exports import (
    RegisterKind,
    export_deadlines,
    export_register,
    write_yearly_report,
)
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.retaining import run_retention
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.search_reports import save_report
from dsr_desktop.services.source_slips import write_slips
from dsr_desktop.services.systems import add_system
from tests.integration.services.documents_made import CAMILLE, ENGLISH, REF, TODAY, ask
from tests.integration.services.letters_made import found_company
from tests.unit.domain.systems_made import CRM

PERSON = ("camille", "dupont", "acme.example")
"""Words that no name, title or property of a document may hold."""


def _bundle(register, out, _lists):
    yield build_portability(register, REF, out, TODAY, ENGLISH).passphrase


def _access(register, out, _lists):
    ref = new_request(register, [Right.ACCESS], CAMILLE, TODAY, Channel.WEB_FORM, TODAY).request.ref
    find_person(register, ref, TODAY)
    judge_hits(register, ref, confirm_strong=True, today=TODAY)
    mask_what_is_pointed_out(register, ref, TODAY)
    for form in PackageForm:  # each is a record of its own about the person: approved again
        approve_package(register, ref, TODAY)
        how = HandingOver(form, AddressState.ON_FILE, "asked for by phone")
        yield build_access(register, ref, out, TODAY, how).passphrase


def _checklist(register, out, _lists):
    write_checklist(register, REF, out, TODAY, ENGLISH)


def _search_report(register, out, _lists):
    save_report(register, CAMILLE, out, TODAY, ENGLISH)


def _registers(register, out, _lists):
    for kind in RegisterKind:
        export_register(register, kind, out, TODAY, ENGLISH)
    write_yearly_report(register, 2026, out, TODAY, ENGLISH)


def _calendar(register, out, _lists):
    out.mkdir()
    export_deadlines(register, out / "deadlines.ics", TODAY, ENGLISH)


def _slips(register, out, _lists):
    add_system(register, CRM, TODAY)
    write_slips(register, REF, out, TODAY, ENGLISH)


def _art14(register, out, _lists):
    describe_art14(register, 1, Art14Facts(ObtainedFrom.PARTNER), TODAY)
    write_notice(register, 1, out, TODAY, ENGLISH)


def _dossiers(register, out, _lists):
    write_dossier(register, REF, out, TODAY, ENGLISH)
    write_company_dossier(register, out, TODAY, ENGLISH)


def _retention_run(register, out, lists):
    ended = lists / "ended.csv"
    ended.write_text("Nom;E-mail;Fin de traitement\nPaul Petit;paul@acme.example;2024-01-31\n")
    import_paths(register, [ended], ImportOptions(activity="PA2"), TODAY)
    run_retention(register, TODAY, out, TODAY, ENGLISH)


def _certificate(register, out, lists):
    (lists / "crm.csv").write_text("Nom;E-mail\nPaul Petit;paul@acme.example\n")
    rescan(register, REF)
    write_certificate(register, REF, out, TODAY, ENGLISH)


def _use(register):
    mailer = Recipient("Routeur SAS", RecipientRole.PROCESSOR, "FR")
    return ListUse(add_recipient(register, mailer, TODAY).id, "Invitation")


def _contacts(register, out, _lists):
    use = _use(register)
    for kind in ExportFormat:
        export_contacts(register, ContactChoice(), use, kind, out, TODAY, ENGLISH)


def _list_check(register, out, lists):
    mailing = lists / "mailing.csv"
    mailing.write_text("Nom;E-mail\nPaul Petit;paul@acme.example\n")
    give_back_list(register, mailing, _use(register), out, TODAY, ENGLISH)


def _letter(register, out, _lists):
    found_company(register)
    order = LetterOrder(LetterKind.ACKNOWLEDGEMENT, REF, language="en")
    write_letter(register, order, out, TODAY, address=AddressState.ON_FILE)


def _letter_templates(register, out, _lists):
    write_templates(register, out)


def _circular(register, out, _lists):
    found_company(register)
    describe_art14(register, 1, Art14Facts(ObtainedFrom.PARTNER), TODAY)
    order = LetterOrder(
        LetterKind.ART14, written={"notice": "What we do."}, source_id=1, language="en"
    )
    for form in CircularFormat:
        write_circular(register, order, form, out, TODAY)


MAKERS = {
    DocumentKind.CIRCULAR: _circular,
    DocumentKind.LETTER: _letter,
    DocumentKind.LETTER_TEMPLATES: _letter_templates,
    DocumentKind.CHECKLIST: _checklist,
    DocumentKind.BUNDLE: _bundle,
    DocumentKind.ACCESS_PACKAGE: _access,
    DocumentKind.SEARCH_REPORT: _search_report,
    DocumentKind.REGISTER: _registers,
    DocumentKind.CALENDAR: _calendar,
    DocumentKind.SOURCE_SLIP: _slips,
    DocumentKind.ART14_NOTICE: _art14,
    DocumentKind.DOSSIER: _dossiers,
    DocumentKind.RETENTION_RUN: _retention_run,
    DocumentKind.CERTIFICATE: _certificate,
    DocumentKind.CONTACTS: _contacts,
    DocumentKind.LIST_CHECK: _list_check,
}
SOMEBODY_ELSES = frozenset({DocumentKind.ATTACHMENT, DocumentKind.CLEANED_COPY})
"""Given back as they came in, but for what was taken out: their properties are not ours to change."""


def make(kind, register, out, lists):
    """Make the documents of a kind in a register of `ask`; returns the passphrases."""
    ask(register, lists)
    return [one for one in MAKERS[kind](register, out, lists) or () if one]
