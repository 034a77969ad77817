"""The dossier of the company as tables: systems, recipients, policies, breaches, suppression list."""

from collections import Counter

from dsr_desktop.domain.authority_request import AuthorityRequest
from dsr_desktop.domain.dossier import CompanyDossier
from dsr_desktop.domain.recipient import Recipient, RecipientGap
from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.domain.system import System
from dsr_desktop.wording.countries import country_label
from dsr_desktop.wording.dossier import (
    PAGE,
    breaches_section,
    day,
    frame_facts,
    frame_notes,
    frame_warnings,
)
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import (
    gap_label,
    may_tell_label,
    outcome_label,
    role_label,
    safeguard_label,
)
from dsr_desktop.wording.suppression import kind_label as key_label
from dsr_desktop.wording.suppression import reason_label, scope_label
from dsr_desktop.wording.systems import how_asked_label
from dsr_desktop.wording.systems import kind_label as system_label


def company_dossier_table(tr: Tr, one: CompanyDossier) -> RegisterTable:
    """Return the index of the company's dossier; registers and figures are files beside it."""
    return RegisterTable(
        name="company_dossier",
        title=tr("Dossier of the company"),
        facts=tuple(frame_facts(tr, one.frame)),
        notes=frame_notes(tr),
        sections=(
            _recipients(tr, one), _systems(tr, one), _policies(tr, one),
            breaches_section(tr, one.breaches), _authorities(tr, one), _suppression(tr, one),
        ),
        made_on=one.frame.made_on,
        footer=log_line(tr, one.frame.fingerprint),
        warnings=frame_warnings(tr, one.frame),
        whole_in=PAGE,
    )  # fmt: skip


def _recipients(tr: Tr, one: CompanyDossier) -> TableSection:
    headings = (tr("Recipient"), tr("Role"), tr("Country"), tr("Safeguard"),
                tr("Contract of art. 28"), tr("Contact"), tr("Missing"))  # fmt: skip
    return TableSection(
        tr("Recipients"), headings, (2, 1.4, 1.2, 1.8, 1.2, 2, 1.6),
        tuple(_recipient(tr, *both) for both in one.recipients),
        nothing=tr("No recipient is named."),
    )  # fmt: skip


def _recipient(tr: Tr, one: Recipient, gaps: tuple[RecipientGap, ...]) -> tuple[str, ...]:
    return (
        one.name, role_label(tr, one.role), country_label(tr, one.country),
        safeguard_label(tr, one.safeguard), day(tr, one.contract_on), one.contact,
        ", ".join(gap_label(tr, gap) for gap in gaps) or "–",
    )  # fmt: skip


def _systems(tr: Tr, one: CompanyDossier) -> TableSection:
    headings = (tr("System"), tr("Kind"), tr("Owner"), tr("How it is asked"), tr("Activities"),
                tr("In use"))  # fmt: skip
    return TableSection(
        tr("Systems"), headings, (2, 1.4, 1.6, 1.6, 1.2, 2.4),
        tuple(_system(tr, system) for system in one.systems),
        nothing=tr("No system is recorded."),
    )  # fmt: skip


def _system(tr: Tr, one: System) -> tuple[str, ...]:
    since = tr("since {day}", day=tr.date(one.active_from))
    until = tr("used until {day}", day=tr.date(one.active_to)) if one.active_to else ""
    return (
        one.name, system_label(tr, one.kind), one.owner or "–", how_asked_label(tr, one.how_asked),
        ", ".join(one.activities) or "–", ", ".join(filter(None, (since, until))),
    )  # fmt: skip


def _policies(tr: Tr, one: CompanyDossier) -> TableSection:
    headings = (tr("Version"), tr("In force from"), tr("Imports under it"), tr("SHA-256"))
    rows = tuple(
        (
            use.name or tr("no version said"),
            day(tr, use.recorded.in_force_from if use.recorded else None),
            tr.number(len(use.sources)),
            (use.recorded.sha256 if use.recorded else "") or "–",
        )
        for use in one.policies
    )
    return TableSection(
        tr("Versions of the privacy policy"), headings, (2, 1.4, 1.2, 4), rows,
        nothing=tr("No version of the privacy policy is recorded."),
    )  # fmt: skip


def _authorities(tr: Tr, one: CompanyDossier) -> TableSection:
    headings = (tr("Authority"), tr("Requisition"), tr("Received on"), tr("Legal basis"),
                tr("Outcome"), tr("Handed over"), tr("Telling the person"))  # fmt: skip
    return TableSection(
        tr("Requests of authorities"), headings, (1.6, 1.3, 1.2, 1.8, 1.1, 2, 1.8),
        tuple(_authority(tr, asked) for asked in one.authorities),
        nothing=tr("No authority asked for data."),
    )  # fmt: skip


def _authority(tr: Tr, one: AuthorityRequest) -> tuple[str, ...]:
    left = " · ".join(filter(None, (one.left, tr.date(one.left_on) if one.left_on else "")))
    return (
        one.authority, one.requisition, tr.date(one.received_on), one.basis or "–",
        outcome_label(tr, one.outcome), left or "–", may_tell_label(tr, one),
    )  # fmt: skip


def _suppression(tr: Tr, one: CompanyDossier) -> TableSection:
    counts = Counter((entry.kind, entry.scope, entry.reason) for entry in one.entries)
    rows = tuple(
        (key_label(tr, kind), scope_label(tr, scope), reason_label(tr, reason), tr.number(n))
        for (kind, scope, reason), n in sorted(counts.items())
    )
    headings = (tr("Key"), tr("Effect"), tr("Reason"), tr("Number"))
    return TableSection(
        tr("Suppression list, counts only"), headings, (2, 3, 3, 1), rows,
        nothing=tr("The suppression list is empty."),
    )  # fmt: skip
