"""Words expected errors and notices kept in the register."""

from collections.abc import Mapping
from datetime import date

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.wording.language import Tr

_MOST_SHOWN = 1000


def word_error(tr: Tr, error: DsrError) -> str:
    """One sentence, in the user's language, that says what to do."""
    return word_sentence(tr, error.sentence, error.details)


def word_sentence(tr: Tr, sentence: str, details: Mapping[str, object]) -> str:
    """Translate `sentence` and fill its placeholders; dates and numbers in the local form.

    What somebody typed in is shown as "" if it was nothing, and cut if it was endless.
    """
    return tr(sentence, **{name: _shown(tr, value) for name, value in details.items()})


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
