"""Versions of the privacy policy, and which import fell under which."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.policy_version import (
    PolicyUse,
    PolicyVersion,
    check_version,
    in_force_on,
    uses_of,
)
from dsr_desktop.domain.source import Source
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


def change_policy_version(
    register: Register, version: PolicyVersion, text: Path | None = None
) -> PolicyVersion:
    """Replace what is recorded under the id of a version; without `text` its digest stays.

    Raises as `add_policy_version` does, NotFoundError for an unknown one, NotAllowedError for another
    name while imports name it.
    """
    with register.database.transaction():
        before = policy_version_of(register, version.id)
        known = POLICY_VERSIONS.read_all(register.database)
        checked = check_version(version, [one for one in known if one.id != version.id])
        digest = _digest(text) if text is not None else before.sha256
        changed = replace(checked, sha256=digest)
        if changed.version != before.version:
            _check_unused(register, before)
        if changed != before:
            POLICY_VERSIONS.change(register.database, changed)
            names = [name for name, value in vars(changed).items() if vars(before)[name] != value]
            register.log(EventKind.POLICY_VERSION_CHANGED, version=changed.id, changed=names)
    return changed


def remove_policy_version(register: Register, version_id: int) -> int:
    """Remove a version; returns how many imports go on naming it. NotFoundError for an unknown one."""
    with register.database.transaction():
        gone = policy_version_of(register, version_id)
        imports = len(_imports_under(register, gone))
        POLICY_VERSIONS.remove(register.database, version_id)
        register.log(EventKind.POLICY_VERSION_REMOVED, version=version_id, imports=imports)
    return imports


def policy_on(register: Register, day: date) -> PolicyVersion | None:
    """Return the version in force on a day, for an import that does not say; None before all."""
    return in_force_on(POLICY_VERSIONS.read_all(register.database), day)


def policy_version_of(register: Register, version_id: int) -> PolicyVersion:
    """Return one version; NotFoundError if there is none with this id."""
    found = POLICY_VERSIONS.read(register.database, version_id)
    if found is None:
        raise NotFoundError(
            mark("There is no version {id} of the privacy policy. Take one from the list."),
            id=str(version_id),
        )
    return found


def _imports_under(register: Register, version: PolicyVersion) -> tuple[Source, ...]:
    uses = list_policy_uses(register)
    return next((one.sources for one in uses if one.recorded == version), ())


def _check_unused(register: Register, version: PolicyVersion) -> None:
    imports = len(_imports_under(register, version))
    if imports:
        raise NotAllowedError(
            mark("Imports name version {version}: {n}. Keep its name, or record a new version."),
            version=version.version, n=imports,
        )  # fmt: skip


def _digest(text: Path) -> str:
    try:
        with text.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InvalidInputError(
            mark("{name} cannot be read. Check the path."), name=text.name
        ) from error
