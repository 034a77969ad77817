"""Systems that a small company usually has: proposed, never active before the DPO confirms one."""

from collections.abc import Collection
from dataclasses import dataclass

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.system import HowAsked, SystemKind


@dataclass(frozen=True)
class SystemProposal:
    """A system that may exist: `code` names it for good, `name` is marked for translation."""

    code: str
    name: str
    kind: SystemKind
    how_asked: HowAsked


PROPOSALS = (
    SystemProposal("mailbox", mark("Mailboxes"), SystemKind.MAILBOX, HowAsked.SLIP),
    SystemProposal("crm", mark("Customer file (CRM)"), SystemKind.CRM, HowAsked.SLIP),
    SystemProposal("mailing_tool", mark("Mailing tool"), SystemKind.MAILING_TOOL, HowAsked.SLIP),
    SystemProposal(
        "accounting", mark("Accounting and invoices"), SystemKind.ACCOUNTING, HowAsked.SLIP
    ),
    SystemProposal(
        "web_forms", mark("Forms of the website"), SystemKind.WEB_FORMS, HowAsked.BY_DPO
    ),
    SystemProposal("hosting", mark("Website hosting"), SystemKind.HOSTING, HowAsked.SLIP),
    SystemProposal(
        "clarity", mark("Web analytics (Microsoft Clarity)"), SystemKind.WEB_ANALYTICS,
        HowAsked.BY_DPO,
    ),
    SystemProposal("telephone", mark("Phones and call lists"), SystemKind.TELEPHONE, HowAsked.SLIP),
    SystemProposal("shared_files", mark("Shared folders"), SystemKind.SHARED_FILES, HowAsked.SLIP),
    SystemProposal("paper", mark("Paper files and business cards"), SystemKind.PAPER,
                   HowAsked.SLIP),
    SystemProposal("backup", mark("Backups"), SystemKind.BACKUP, HowAsked.BY_DPO),
)  # fmt: skip


def open_proposals(settled: Collection[str]) -> tuple[SystemProposal, ...]:
    """Return the proposals that were neither confirmed nor dismissed; `settled` are the codes of those."""
    return tuple(one for one in PROPOSALS if one.code not in settled)


def proposal_of(code: str) -> SystemProposal:
    """Return the proposal with this code; InvalidInputError if there is none."""
    for one in PROPOSALS:
        if one.code == code:
            return one
    raise InvalidInputError(
        mark("There is no proposal {code}. Known ones: {codes}."),
        code=code[:40], codes=", ".join(one.code for one in PROPOSALS),
    )  # fmt: skip
