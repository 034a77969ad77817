"""What the app proposes for the record of processing, from the reference policy (domain.md 4.1)."""

from collections.abc import Mapping

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.processing import Detail

_SECURITY = mark(
    "Access by person and role, encrypted disks and backups, updates, logs, contracts with processors"
)
_PERIOD = mark("Time of the processing and then at most 12 months")
_POLICY = mark("Privacy policy")
_NONE_KNOWN = mark("None known; to be checked with each recipient")
_TO_CONFIRM = mark("United States, to be confirmed")
_NO_TRANSFER = mark("No transfer")
_NO_DECISION = mark("None")
_COLLECTED = mark("The person")

PROPOSED: Mapping[str, Mapping[Detail, str]] = {
    "PA1": {
        Detail.PURPOSES: mark("Answer requests that come by form, e-mail and phone"),
        Detail.DATA_SUBJECTS: mark("Visitors, prospects"),
        Detail.DATA_CATEGORIES: mark("Name, e-mail, phone, company, message"),
        Detail.RECIPIENTS: mark("Hosting provider, mail provider"),
        Detail.TRANSFERS: _NONE_KNOWN,
        Detail.RETENTION: _PERIOD,
        Detail.RETENTION_SOURCE: _POLICY,
        Detail.SECURITY: _SECURITY,
        Detail.ORIGIN: _COLLECTED,
        Detail.AUTOMATED_DECISIONS: _NO_DECISION,
    },
    "PA2": {
        Detail.PURPOSES: mark("Tell prospects and clients about products"),
        Detail.DATA_SUBJECTS: mark("Prospects, clients"),
        Detail.DATA_CATEGORIES: mark("Name, e-mail, phone, company"),
        Detail.RECIPIENTS: mark("Mailing tool"),
        Detail.TRANSFERS: _NONE_KNOWN,
        Detail.RETENTION: _PERIOD,
        Detail.RETENTION_SOURCE: mark("Privacy policy; reference period of the CNIL: 3 years"),
        Detail.SECURITY: _SECURITY,
        Detail.LEGITIMATE_INTEREST: mark("Make products known to professionals who may need them"),
        Detail.ORIGIN: _COLLECTED,
        Detail.AUTOMATED_DECISIONS: _NO_DECISION,
    },
    "PA3": {
        Detail.PURPOSES: mark("Deliver the services that were ordered"),
        Detail.DATA_SUBJECTS: mark("Clients"),
        Detail.DATA_CATEGORIES: mark("Name, e-mail, phone, company, data of the contract"),
        Detail.RECIPIENTS: mark("Service providers"),
        Detail.TRANSFERS: _NONE_KNOWN,
        Detail.RETENTION: mark(
            "Time of the processing and then at most 12 months; accounting documents 10 years"
        ),
        Detail.RETENTION_SOURCE: mark("Privacy policy; Code de commerce art. L.123-22"),
        Detail.SECURITY: _SECURITY,
        Detail.ORIGIN: _COLLECTED,
        Detail.AUTOMATED_DECISIONS: _NO_DECISION,
    },
    "PA4": {
        Detail.PURPOSES: mark("Measure the audience of the site and how its pages are used"),
        Detail.DATA_SUBJECTS: mark("Visitors of the site"),
        Detail.DATA_CATEGORIES: mark("User and session identifiers, pages, clicks, device"),
        Detail.RECIPIENTS: mark("Microsoft, as a controller of its own by its documentation"),
        Detail.TRANSFERS: _TO_CONFIRM,
        Detail.RETENTION: mark(
            "30 days for recordings, 13 months for figures and labelled sessions"
        ),
        Detail.RETENTION_SOURCE: mark("Documentation of Microsoft Clarity"),
        Detail.SECURITY: _SECURITY,
        Detail.ORIGIN: mark("Trackers on the site"),
        Detail.AUTOMATED_DECISIONS: _NO_DECISION,
    },
    "PA5": {
        Detail.PURPOSES: mark("Answer data-protection requests and prove it"),
        Detail.DATA_SUBJECTS: mark("Requesters"),
        Detail.DATA_CATEGORIES: mark("Name, reply address, request, decisions, letters"),
        Detail.RECIPIENTS: mark("CNIL and courts, where they ask"),
        Detail.TRANSFERS: _NO_TRANSFER,
        Detail.RETENTION_SOURCE: mark("Our choice; no text fixes a duration"),
        Detail.SECURITY: _SECURITY,
        Detail.ORIGIN: _COLLECTED,
        Detail.AUTOMATED_DECISIONS: _NO_DECISION,
    },
}
"""Details by code of activity; each holds until the DPO confirms or changes it."""

TO_BE_CHECKED = frozenset({_NONE_KNOWN, _TO_CONFIRM})
"""Proposals that ask the DPO to look, and are nothing to tell a person."""

PROPOSED_NAMES: Mapping[str, str] = {
    "PA1": mark("Answering requests"),
    "PA2": mark("Communication on products"),
    "PA3": mark("Service delivery"),
    "PA4": mark("Audience and session analytics"),
    "PA5": mark("Handling data-subject requests"),
}
"""Names of activities by code; each holds until the DPO writes another."""
