"""The systems that hold personal data outside the imported lists: mailbox, CRM, paper (R-SRC-1)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark

LONGEST_SHORT, LONGEST_TEXT = 200, 4_000


class SystemKind(StrEnum):
    """What a system is; the values are used on the command line."""

    MAILBOX = "mailbox"
    CRM = "crm"
    MAILING_TOOL = "mailing_tool"
    ACCOUNTING = "accounting"
    WEB_FORMS = "web_forms"
    WEB_ANALYTICS = "web_analytics"
    HOSTING = "hosting"
    TELEPHONE = "telephone"
    SHARED_FILES = "shared_files"
    PAPER = "paper"
    BACKUP = "backup"
    OTHER = "other"


class HowAsked(StrEnum):
    """Who looks: a colleague, asked with a printed slip, or the DPO herself."""

    SLIP = "slip"
    BY_DPO = "by_dpo"


@dataclass(frozen=True)
class System:
    """A system of the catalogue, confirmed by the DPO.

    `owner` is who answers for it, `contact` how to reach her, `how_to_export` how a person is found
    in it. `activities` are codes of the record of processing. It is asked for each request from
    `active_from` on, up to and with `active_to`; None: for good. `proposal` is the code of the
    proposal that it was made from, None for one typed in.
    """

    name: str
    kind: SystemKind
    how_asked: HowAsked
    active_from: date
    owner: str = ""
    contact: str = ""
    how_to_export: str = ""
    activities: tuple[str, ...] = ()
    active_to: date | None = None
    proposal: str | None = None
    id: int = 0

    def is_active_on(self, day: date) -> bool:
        """Tell whether the system holds data that a request of `day` has to reach."""
        return self.active_from <= day and (self.active_to is None or day <= self.active_to)

    @property
    def is_asked_with_slip(self) -> bool:
        """Tell whether a colleague looks, and not the DPO."""
        return self.how_asked is HowAsked.SLIP


def check_system(system: System) -> System:
    """Return the system with its texts trimmed; InvalidInputError for what cannot be kept.

    A colleague who is to get a slip must be named: a task nobody is asked for stays open for good.
    """
    name, owner, contact = map(_one_line, (system.name, system.owner, system.contact))
    if not name:
        raise InvalidInputError(mark("The system has no name. Write what colleagues call it."))
    for text, most in ((name, LONGEST_SHORT), (owner, LONGEST_SHORT), (contact, LONGEST_SHORT),
                       (system.how_to_export, LONGEST_TEXT)):  # fmt: skip
        check_length(text, most)
    if system.is_asked_with_slip and not owner:
        raise InvalidInputError(
            mark("{name} has no owner. Name the colleague who gets the slip, or ask it yourself."),
            name=name,
        )
    if system.active_to is not None and system.active_to < system.active_from:
        raise InvalidInputError(
            mark("{name} would end on {end}, before it begins on {start}. Correct one of the days."),
            name=name, end=system.active_to.isoformat(), start=system.active_from.isoformat(),
        )  # fmt: skip
    return System(
        name, system.kind, system.how_asked, system.active_from, owner, contact,
        system.how_to_export.strip(), tuple(dict.fromkeys(system.activities)), system.active_to,
        system.proposal, system.id,
    )  # fmt: skip


def check_length(text: str, most: int = LONGEST_TEXT) -> str:
    """Return `text` without the space around it; InvalidInputError for more than `most` characters."""
    if len(text) > most:
        raise InvalidInputError(
            mark("A text has more than {n} characters, which is too long. Shorten it."), n=most
        )
    return text.strip()


def _one_line(text: str) -> str:
    return " ".join(text.split())
