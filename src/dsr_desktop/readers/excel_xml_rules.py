"""Notices what a workbook saved as XML by Excel 2003 says outside of its cells."""

from collections.abc import Iterator

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.element_parser import ElementParser
from dsr_desktop.readers.messages import Warned
from dsr_desktop.readers.ooxml.around import is_page_text
from dsr_desktop.readers.ooxml.cells import spells_words

_FORMULAS = ("x:Value", "x:Value1", "x:Value2")
_MESSAGES = ("x:InputTitle", "x:InputMessage", "x:ErrorTitle", "x:ErrorMessage")
_MOST_HEARD = 100_000


class Rules:
    """Hears of rules, filters, names and page headers; they stand behind the rows, so all are named."""

    def __init__(self, parser: ElementParser) -> None:
        self._parser = parser
        self._heard: list[str] = []
        self._problems: list[Problem] = []
        parser.on(
            {
                **dict.fromkeys((*_FORMULAS, *_MESSAGES), self._hear),
                **dict.fromkeys(("x:Header", "x:Footer"), self._page),
                "x:AutoFilterCondition": self._filter,
                "ss:NamedRange": self._name,
            },
            {
                **dict.fromkeys(_FORMULAS, self._formula_ends),
                **dict.fromkeys(_MESSAGES, self._message_ends),
            },
        )

    def warnings(self) -> Iterator[Warned]:
        """Yield a warning for each kind of text that was met."""
        yield from (Warned(problem, {}) for problem in dict.fromkeys(self._problems))

    def _found(self, problem: Problem) -> None:
        if problem not in self._problems:
            self._problems.append(problem)

    def _hear(self, _attributes: list[str]) -> None:
        self._heard.clear()
        self._parser.listen(self._take)

    def _take(self, text: str) -> None:
        if len(self._heard) < _MOST_HEARD:
            self._heard.append(text)

    def _formula_ends(self) -> None:
        self._parser.listen(None)
        if spells_words("".join(self._heard)):
            self._found(Problem.RULES_NOT_READ)

    def _message_ends(self) -> None:
        self._parser.listen(None)
        if "".join(self._heard).strip():
            self._found(Problem.RULES_NOT_READ)

    def _page(self, attributes: list[str]) -> None:
        if is_page_text(self._parser.named(attributes).get("x:Data", "")):
            self._found(Problem.PAGE_TEXT_NOT_READ)

    def _filter(self, attributes: list[str]) -> None:
        value = self._parser.named(attributes).get("x:Value", "")
        if spells_words(f'"{value}"'):
            self._found(Problem.RULES_NOT_READ)

    def _name(self, attributes: list[str]) -> None:
        if spells_words(self._parser.named(attributes).get("RefersTo", "")):
            self._found(Problem.NAMES_NOT_READ)
