"""The company's records: recipients, consents, disclosures, authorities, policies, activities."""

from collections.abc import Mapping

from dsr_desktop.domain.authority_request import AuthorityRequest
from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.disclosure import Disclosure
from dsr_desktop.domain.policy_version import PolicyVersion
from dsr_desktop.domain.processing import Detail
from dsr_desktop.domain.recipient import Recipient
from dsr_desktop.domain.tracker import Tracker
from dsr_desktop.domain.transfer import Transfer
from dsr_desktop.store.database import Database
from dsr_desktop.store.record_table import RecordTable

RECIPIENTS = RecordTable("recipient", Recipient)
CONSENTS = RecordTable("consent", Consent)
DISCLOSURES = RecordTable("disclosure", Disclosure)
AUTHORITY_REQUESTS = RecordTable("authority_request", AuthorityRequest)
POLICY_VERSIONS = RecordTable("policy_version", PolicyVersion)
TRACKERS = RecordTable("tracker", Tracker)
TRANSFERS = RecordTable("transfer", Transfer)


def read_details(database: Database) -> dict[str, dict[Detail, str]]:
    """Return what is written of each activity, by its code."""
    found: dict[str, dict[Detail, str]] = {}
    for code, detail, text in database.connection.execute(
        "SELECT code, detail, text FROM activity_detail ORDER BY code, detail"
    ):
        found.setdefault(code, {})[Detail(detail)] = text
    return found


def write_details(database: Database, code: str, details: Mapping[Detail, str]) -> None:
    """Set details of an activity, leaving its others."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO activity_detail VALUES (?, ?, ?) "
            "ON CONFLICT(code, detail) DO UPDATE SET text = excluded.text",
            [(code, detail, text) for detail, text in details.items()],
        )


def add_former_reference(database: Database, ref: str, former: str) -> None:
    """Remember the number that an imported request had in its register."""
    with database.transaction() as connection:
        connection.execute("INSERT INTO former_reference VALUES (?, ?)", (ref, former))


def read_former_references(database: Database) -> dict[str, str]:
    """Return the numbers that imported requests had, by their references."""
    return dict(database.connection.execute("SELECT ref, former FROM former_reference").fetchall())
