"""Versions of the privacy policy, and which import fell under which."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.policy_version import (
    PolicyUse,
    PolicyVersion,
    check_version,
    in_force_on,
    uses_of,
)
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.records import POLICY_VERSIONS
from dsr_desktop.store.sources import read_sources


@at_one_moment
def list_policy_uses(register: Register) -> tuple[PolicyUse, ...]:
    """Return the versions with the imports under each, then the imports under none."""
    sources = [one for one in read_sources(register.database) if one.is_current]
    return uses_of(POLICY_VERSIONS.read_all(register.database), sources)


def add_policy_version(
    register: Register, version: PolicyVersion, text: Path | None = None
) -> PolicyVersion:
    """Record a version and return it with its id; of the file `text` only the digest is kept.

    Raises InvalidInputError for a name or a first day that another version has, and for a file that
    cannot be read.
    """
    with register.database.transaction():
        checked = check_version(version, POLICY_VERSIONS.read_all(register.database))
        digest = _digest(text) if text is not None else ""
        added = POLICY_VERSIONS.add(register.database, replace(checked, sha256=digest))
        register.log(EventKind.POLICY_VERSION_ADDED, version=added.id,
                     on=added.in_force_from.isoformat(), sha256=digest)  # fmt: skip
    return added


def policy_on(register: Register, day: date) -> PolicyVersion | None:
    """Return the version in force on a day, for an import that does not say; None before all."""
    return in_force_on(POLICY_VERSIONS.read_all(register.database), day)


def _digest(text: Path) -> str:
    try:
        with text.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InvalidInputError(
            mark("{name} cannot be read. Check the path."), name=text.name
        ) from error
