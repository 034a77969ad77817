"""Words expected errors and notices kept in the register."""

from collections.abc import Mapping
from datetime import date

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.reading import Problem
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.reading import problem_sentence

_MOST_SHOWN = 1000


def word_error(tr: Tr, error: DsrError) -> str:
    """One sentence, in the user's language, that says what to do."""
    return word_sentence(tr, error.sentence, error.details)


def word_sentence(tr: Tr, sentence: str, details: Mapping[str, object]) -> str:
    """Translate `sentence` and fill its placeholders; dates and numbers in the local form.

    What somebody typed in is shown as "" if it was nothing, and cut if it was endless. A detail
    named `cause` is a `domain.reading.Problem`: its own sentence, filled from the same details,
    stands in its place.
    """
    shown = {name: _shown(tr, value) for name, value in details.items()}
    if "cause" in details:
        others = {name: value for name, value in details.items() if name != "cause"}
        cause = problem_sentence(Problem(str(details["cause"])))
        shown["cause"] = word_sentence(tr, cause, others)
    return tr(sentence, **shown)


def _shown(tr: Tr, value: object) -> object:
    if isinstance(value, date):
        return tr.date(value)
    if isinstance(value, int):
        return tr.number(value)
    if isinstance(value, str):
        return cut(value) or '""'
    return value


def cut(text: str) -> str:
    """Keep the beginning of an endless text."""
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"
