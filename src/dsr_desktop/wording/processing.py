"""Words of the record of processing: details, hints, and the record as a table to hand over."""

from collections.abc import Iterator, Sequence
from datetime import date

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.processing import (
    Controller,
    Detail,
    Hint,
    HintKind,
    ProcessingActivity,
)
from dsr_desktop.domain.recipient import Recipient
from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.wording.activities import basis_label
from dsr_desktop.wording.countries import country_label
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import role_label, safeguard_label

_DETAILS = {
    Detail.PURPOSES: mark("Purposes"),
    Detail.DATA_SUBJECTS: mark("Categories of people"),
    Detail.DATA_CATEGORIES: mark("Categories of data"),
    Detail.RECIPIENTS: mark("Categories of recipients"),
    Detail.TRANSFERS: mark("Transfers outside the EEA"),
    Detail.SAFEGUARDS: mark("Safeguards of transfers"),
    Detail.RETENTION: mark("Retention period"),
    Detail.RETENTION_SOURCE: mark("Source of the retention"),
    Detail.SECURITY: mark("Security measures"),
    Detail.LEGITIMATE_INTEREST: mark("Legitimate interest"),
    Detail.ORIGIN: mark("Origin of the data"),
    Detail.AUTOMATED_DECISIONS: mark("Automated decisions"),
    Detail.SYSTEMS: mark("Systems"),
}
_HINTS = {
    HintKind.BASIS_OPEN: mark(
        "{where}: the policy states no legal basis. Confirm it or choose another."
    ),
    HintKind.DETAIL_MISSING: mark("{where}: {what} is empty. Write a few words."),
    HintKind.INTEREST_UNSTATED: mark(
        "{where}: the legitimate interest is not said. Write it down."
    ),
    HintKind.WITHDRAWAL_UNSTATED: mark(
        "{where}: the policy does not say that consent can be withdrawn. Add it to the policy."
    ),
    HintKind.RECIPIENTS_UNNAMED: mark(
        "{where}: no recipient is named. Name them under Recipients."
    ),
    HintKind.SAFEGUARD_MISSING: mark(
        "{where}: {what} is outside the EEA and has no safeguard. Record it."
    ),
    HintKind.CONTRACT_MISSING: mark(
        "{where}: no contract of art. 28 with {what}. Record its date."
    ),
    HintKind.CHECK_MARKETING_RULES: mark(
        "{where}: e-mail and SMS to individuals need consent (CPCE art. L.34-5), and so do calls to "
        "consumers since 11 August 2026. Check the basis channel by channel."
    ),
    HintKind.PSEUDONYMOUS_IDS: mark(
        "{where}: user and session identifiers are personal data (art. 4(5)), not anonymous as the "
        "policy says. Correct the policy."
    ),
    HintKind.CONTROLLER_CONTACT: mark("The contact of the company is empty. Write it down."),
    HintKind.DPO_CONTACT: mark(
        "The contact of the DPO is empty, in the policy too. Write it down."
    ),
    HintKind.NO_POLICY_VERSION: mark(
        "No version of the privacy policy is recorded. Record it with the day from which it holds."
    ),
}


def detail_label(tr: Tr, detail: Detail) -> str:
    """Name of a detail."""
    return tr(_DETAILS[detail])


def hint_sentence(tr: Tr, hint: Hint) -> str:
    """Say what the record lacks, and what to do."""
    what = detail_label(tr, hint.detail) if hint.detail else hint.recipient
    return tr(_HINTS[hint.kind], where=hint.code, what=what)


def record_table(
    tr: Tr,
    controller: Controller,
    activities: Sequence[ProcessingActivity],
    made_on: date,
    fingerprint: str,
) -> RegisterTable:
    """Return the record as a document: one line an activity, and the named recipients."""
    headings = (tr("Code"), tr("Activity"), tr("Legal basis"),
                *(detail_label(tr, one) for one in Detail), tr("Named recipients"),
                tr("Confirmed"))  # fmt: skip
    rows = tuple(tuple(_row(tr, one)) for one in activities)
    return RegisterTable(
        name="record-of-processing",
        title=tr("Record of processing activities"),
        facts=tuple(_facts(tr, controller, made_on)),
        notes=(tr("Kept under art. 30(1) of the GDPR. Proposals nobody confirmed are marked."),),
        sections=(
            TableSection(tr("Activities"), headings, (1,) * len(headings), rows),
            _recipients(tr, activities),
        ),
        made_on=made_on,
        footer=log_line(tr, fingerprint),
    )


def _row(tr: Tr, entry: ProcessingActivity) -> Iterator[str]:
    yield from (entry.activity.code, entry.activity.name)
    yield basis_label(tr, entry.activity.legal_basis)
    yield from (entry.text(detail) for detail in Detail)
    yield tr.series(one.name for one in entry.recipients)
    yield tr("proposed, to be confirmed") if entry.is_open else tr("confirmed")


def _facts(tr: Tr, controller: Controller, made_on: date) -> Iterator[tuple[str, str]]:
    yield tr("Controller"), " · ".join(filter(None, (controller.name, controller.contact)))
    yield tr("Joint controller"), controller.joint_controller or tr("none")
    yield tr("Representative"), controller.representative or tr("none")
    dpo = " · ".join(filter(None, (controller.dpo_name, controller.dpo_contact)))
    yield tr("DPO"), dpo or tr("not recorded")
    yield tr("Made on"), tr.date(made_on)


def _recipients(tr: Tr, activities: Sequence[ProcessingActivity]) -> TableSection:
    named = {one.id: one for entry in activities for one in entry.recipients}
    headings = (tr("Recipient"), tr("Role"), tr("Country"), tr("Safeguard"),
                tr("Contract of art. 28"), tr("Contact"), tr("Activities"))  # fmt: skip
    rows = tuple(_recipient_row(tr, one) for _id, one in sorted(named.items()))
    return TableSection(
        tr("Named recipients"), headings, (2, 1.4, 1.2, 1.8, 1.2, 2, 1), rows,
        nothing=tr("No recipient is named."),
    )  # fmt: skip


def _recipient_row(tr: Tr, one: Recipient) -> tuple[str, ...]:
    return (
        one.name, role_label(tr, one.role), country_label(tr, one.country),
        safeguard_label(tr, one.safeguard), tr.date(one.contract_on) if one.contract_on else "",
        one.contact, ", ".join(one.activities),
    )  # fmt: skip
