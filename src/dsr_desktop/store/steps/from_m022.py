"""What the schema of the register got since: the records a company has to keep."""

from dsr_desktop.store.sqlcipher import Tables


def m022_records(db: Tables) -> None:
    """Add what is written of activities, recipients, consents, disclosures, authorities, policies.

    People are keyed hashes there. `reduced_request` keeps, of a request whose file was purged, the
    day and the hash of the e-mail (domain.md 4.3); `former_reference` the number that a request had
    in the register it was imported from.
    """
    for statement in _RECORDS:
        db.execute(statement)


_RECORDS = (
    "CREATE TABLE activity_detail (code TEXT NOT NULL REFERENCES activity(code), "
    "detail TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (code, detail)) STRICT, WITHOUT ROWID",
    "CREATE TABLE recipient (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, "
    "role TEXT NOT NULL, country TEXT NOT NULL, safeguard TEXT, contract_on TEXT, "
    "contact TEXT NOT NULL, activities TEXT NOT NULL, note TEXT NOT NULL) STRICT",
    "CREATE TABLE consent (id INTEGER PRIMARY KEY AUTOINCREMENT, purpose TEXT NOT NULL, "
    "is_given INTEGER NOT NULL, given_on TEXT, is_withdrawn INTEGER NOT NULL, withdrawn_on TEXT, "
    "channel TEXT NOT NULL, wording TEXT NOT NULL, proof TEXT NOT NULL, digests TEXT NOT NULL, "
    "request_ref TEXT NOT NULL) STRICT",
    "CREATE TABLE disclosure (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "recipient_id INTEGER NOT NULL REFERENCES recipient(id), purpose TEXT NOT NULL, "
    "made_on TEXT NOT NULL, fields TEXT NOT NULL, persons INTEGER NOT NULL, basis TEXT NOT NULL, "
    "opposed INTEGER NOT NULL, restricted INTEGER NOT NULL, frozen INTEGER NOT NULL, "
    "expired INTEGER NOT NULL, sources TEXT NOT NULL, digests TEXT NOT NULL, "
    "request_ref TEXT NOT NULL) STRICT",
    "CREATE INDEX disclosure_by_recipient ON disclosure(recipient_id)",
    "CREATE TABLE authority_request (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "authority TEXT NOT NULL, requisition TEXT NOT NULL, received_on TEXT NOT NULL, "
    "basis TEXT NOT NULL, basis_checked_on TEXT, outcome TEXT NOT NULL, left TEXT NOT NULL, "
    "left_on TEXT, may_tell TEXT NOT NULL, may_tell_from TEXT, digests TEXT NOT NULL) STRICT",
    "CREATE TABLE policy_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version TEXT NOT NULL, "
    "in_force_from TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, note TEXT NOT NULL) STRICT",
    "CREATE TABLE reduced_request (ref TEXT PRIMARY KEY, reduced_on TEXT NOT NULL, "
    "digests TEXT NOT NULL) STRICT",
    "CREATE TABLE former_reference (ref TEXT PRIMARY KEY, former TEXT NOT NULL) STRICT",
)
