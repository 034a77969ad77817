"""What is said about the files of an import beside their columns, and what a form fills in of it.

Twelve files of one colleague come month by month: what was said of the last ones holds for the next.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True)
class ImportDetails:
    """Who supplied files and what was said of them; an empty text was not said.

    The day of collection is not among them: it is another one each time.
    """

    supplied_by: str = ""
    activity: str = ""
    channel: str = ""
    policy_version: str = ""
    retention: str = ""


_FILLED_IN = tuple(one.name for one in fields(ImportDetails) if one.name != "supplied_by")


def said_of_supplier(known: Iterable[ImportDetails], name: str) -> ImportDetails | None:
    """Return what was said last of files from a supplier; `known` comes newest first.

    Capitals and blanks around the name do not matter. None for an unknown one.
    """
    wanted = name.strip().casefold()
    found = (one for one in known if one.supplied_by.strip().casefold() == wanted)
    return next(found, None) if wanted else None


def said_before(known: Iterable[ImportDetails], detail: str) -> tuple[str, ...]:
    """Return the texts said of one detail, each once, as `known` has them: newest first."""
    return tuple(dict.fromkeys(text for one in known if (text := getattr(one, detail))))


def fill_in(
    said: ImportDetails, filled: ImportDetails, known: ImportDetails | None
) -> tuple[ImportDetails, ImportDetails]:
    """Return what a form shows for a supplier, and which of it was filled in.

    `said` stands in the form, `filled` is what was filled in for another supplier: that gives way.
    Words of the user's own stay.
    """
    own = {one: _own(said, filled, one) for one in _FILLED_IN}
    offered = {one: "" if own[one] or known is None else getattr(known, one) for one in _FILLED_IN}
    shown = replace(said, **{one: own[one] or offered[one] for one in _FILLED_IN})
    return shown, ImportDetails(**offered)


def filled_in(details: ImportDetails) -> Sequence[str]:
    """Name the details of a form that were filled in."""
    return [one for one in _FILLED_IN if getattr(details, one)]


def _own(said: ImportDetails, filled: ImportDetails, detail: str) -> str:
    text = str(getattr(said, detail))
    return "" if text == getattr(filled, detail) else text
