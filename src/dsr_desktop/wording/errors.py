"""Words expected errors and notices kept in the register."""

from collections.abc import Mapping
from datetime import date

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.identity import PaperChecked
from dsr_desktop.domain.letter_values import Placeholder
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.domain.right import Right
from dsr_desktop.wording.identity import paper_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.letters import placeholder_label
from dsr_desktop.wording.matching import criterion_label
from dsr_desktop.wording.reading import problem_sentence
from dsr_desktop.wording.request_steps import step_label
from dsr_desktop.wording.requests import right_label

_MOST_SHOWN = 1000


def word_error(tr: Tr, error: DsrError) -> str:
    """One sentence, in the user's language, that says what to do."""
    return word_sentence(tr, error.sentence, error.details)


def word_sentence(tr: Tr, sentence: str, details: Mapping[str, object]) -> str:
    """Translate `sentence` and fill its placeholders; dates and numbers in the local form.

    What somebody typed in is shown as "" if it was nothing, and cut if it was endless. A detail
    named `cause` is a `domain.reading.Problem`: its own sentence, filled from the same details,
    stands in its place; one named `criterion` is a key of what is searched for. Of a tuple each is
    named by its words: rights, steps, papers, what a letter lacks.
    """
    shown = {name: _shown(tr, value) for name, value in details.items()}
    if "criterion" in details:
        shown["criterion"] = criterion_label(tr, str(details["criterion"]))
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
    if isinstance(value, tuple):
        return ", ".join(_named(tr, one) for one in value)
    if isinstance(value, str):
        return cut(value) or '""'
    return value


def _named(tr: Tr, value: object) -> str:
    match value:
        case Right():
            return right_label(tr, value)
        case StepCode():
            return step_label(tr, value)
        case PaperChecked():
            return paper_label(tr, value)
        case Placeholder():
            return placeholder_label(tr, value)
        case _:
            return str(_shown(tr, value))


def cut(text: str) -> str:
    """Keep the beginning of an endless text."""
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"
