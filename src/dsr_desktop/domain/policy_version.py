"""Versions of the privacy policy, and which one was in force on a day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.written import may_be_written, written

LONGEST_VERSION = 200


@dataclass(frozen=True)
class PolicyVersion:
    """A version of the policy: in force from its day until the next one's.

    `sha256` is that of its text, "" where no file was given: it proves which text it was.
    """

    version: str
    in_force_from: date
    sha256: str = ""
    note: str = ""
    id: int = 0


@dataclass(frozen=True)
class PolicyUse:
    """The imports under one version; `recorded` is None for a name that no version has.

    `name` is "" for imports of which no version was said.
    """

    name: str
    recorded: PolicyVersion | None
    sources: tuple[Source, ...]


def check_version(version: PolicyVersion, known: Sequence[PolicyVersion]) -> PolicyVersion:
    """Return a version with its texts tidied.

    Raises InvalidInputError for one without a name, or if another has this name or this day.
    """
    name = written("version", version.version, LONGEST_VERSION)
    for other in known:
        if _same(other.version, name) or other.in_force_from == version.in_force_from:
            raise InvalidInputError(
                mark("Version {version} has this name or this first day. Give another one."),
                version=other.version,
            )
    return replace(version, version=name, note=may_be_written("note", version.note))


def in_force_on(versions: Sequence[PolicyVersion], day: date) -> PolicyVersion | None:
    """Return the version in force on a day, None before the first one."""
    begun = [one for one in versions if one.in_force_from <= day]
    return max(begun, key=lambda one: one.in_force_from, default=None)


def uses_of(versions: Sequence[PolicyVersion], sources: Sequence[Source]) -> tuple[PolicyUse, ...]:
    """Put the imports under the versions that were said of them, in the order of their days.

    Names that no version has follow, then the imports of which nothing was said.
    """
    by_name: dict[str, list[Source]] = {}
    for source in sources:
        by_name.setdefault(_folded(source.policy_version or ""), []).append(source)
    ordered = sorted(versions, key=lambda one: one.in_force_from)
    known = [
        PolicyUse(one.version, one, tuple(by_name.pop(_folded(one.version), ()))) for one in ordered
    ]
    unsaid = by_name.pop("", [])
    unknown = [
        PolicyUse(found[0].policy_version or "", None, tuple(found)) for found in by_name.values()
    ]
    none_said = [PolicyUse("", None, tuple(unsaid))] if unsaid else []
    return (*known, *unknown, *none_said)


def _same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
