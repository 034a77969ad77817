"""Reads a batch of queries: one JSON object a line; a line that is none is told by its number."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.given_files import read_text
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr

_LONGEST_BATCH = 100_000_000


@dataclass(frozen=True)
class Query:
    """What one search asks; in a batch with its line, from 1, and the id that the line has."""

    criteria: Criteria
    line: int | None = None
    id: object = None


@dataclass(frozen=True)
class WrongLine:
    """A line of a batch that cannot be searched for, and why; `id` as the line has it, if it can be read."""

    line: int
    error: InvalidInputError
    id: object = None


def read_batch(path: Path) -> list[Query | WrongLine]:
    """Return the lines of a batch file in their order, empty ones left out.

    Raises InvalidInputError for a file that cannot be read, is no UTF-8 or too long.
    """
    try:
        lines = read_text(path, _LONGEST_BATCH).split("\n")
    except (OSError, ValueError) as error:
        raise InvalidInputError(
            mark("The batch file {name} cannot be read. Check the path."), name=path.name
        ) from error
    return list(_read_lines(lines))


def in_line(tr: Tr, line: int | None, problem: str) -> str:
    """Say of which line of a batch a sentence is; a search by itself has none."""
    return (
        problem if line is None else tr("Line {n} of the batch: {problem}", n=line, problem=problem)
    )


def wrong_line_sentence(tr: Tr, wrong: WrongLine) -> str:
    """Say which line is no query, and why."""
    return in_line(tr, wrong.line, word_error(tr, wrong.error))


def wrong_line_document(tr: Tr, wrong: WrongLine) -> dict[str, object]:
    """Shape of the answer to a line that is no query."""
    return {"id": wrong.id, "line": wrong.line, "error": word_error(tr, wrong.error)}


def _read_lines(lines: list[str]) -> Iterator[Query | WrongLine]:
    for n, line in enumerate(lines, 1):
        if line.strip():
            yield _read(n, line)


def _read(n: int, line: str) -> Query | WrongLine:
    try:
        query = dict(json.loads(line).items())
        query_id = query.pop("id", None)
        json.dumps(query_id, allow_nan=False)  # it comes back as it was, in a document of ours
    except (ValueError, AttributeError, RecursionError):
        return WrongLine(n, InvalidInputError(_NO_QUERY, example='{"name": "…"}'))
    try:
        return Query(make_criteria(query), n, query_id)
    except InvalidInputError as error:
        return WrongLine(n, error, query_id)


_NO_QUERY = mark("This is not a query. Write it as {example}.")
