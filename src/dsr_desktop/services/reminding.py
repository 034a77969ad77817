"""What the DPO is reminded of: one list for the page of the day and for the command line."""

from collections.abc import Sequence
from datetime import datetime

from dsr_desktop.domain.article14 import Art14Task
from dsr_desktop.domain.reminders import (
    Reminder,
    in_order,
    of_authorities,
    of_breaches,
    of_lists,
    of_requests,
    of_restrictions,
    of_suppression_list,
)
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.services.article14 import list_art14
from dsr_desktop.services.authority_requests import list_authority_requests
from dsr_desktop.services.deadline_figures import deadline_settings
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_lists import list_open_requests
from dsr_desktop.services.restricting import restrictions_to_review
from dsr_desktop.services.retention_review import retention_reminders
from dsr_desktop.services.suppressing import entries_to_review
from dsr_desktop.store.breaches import read_breaches


@at_one_moment
def read_reminders(register: Register, now: datetime) -> tuple[Reminder, ...]:
    """Return everything that must not be missed at `now`, which names its zone; urgent ones first."""
    requests = list_open_requests(register, now.date())
    return reminders_of(register, requests, list_art14(register), now)


def reminders_of(
    register: Register,
    requests: Sequence[RequestSummary],
    lists: Sequence[Art14Task],
    now: datetime,
) -> tuple[Reminder, ...]:
    """Return the reminders of requests and lists that are read already, and of everything else."""
    today = now.date()
    return in_order(
        (
            *of_requests(requests, register.company.calendar(), today, deadline_settings(register)),
            *of_breaches(read_breaches(register.database), now),
            *of_authorities(list_authority_requests(register), today),
            *of_lists(lists),
            *retention_reminders(register, today),
            *of_restrictions(restrictions_to_review(register, today)),
            *of_suppression_list(len(entries_to_review(register, today)), today),
        )
    )
