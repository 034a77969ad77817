"""The search command: one query, or a batch of them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from dsr_desktop.cli.coverage import not_searched_lines
from dsr_desktop.cli.own_record_shapes import own_record_lines
from dsr_desktop.cli.printing import print_result
from dsr_desktop.cli.report_options import REPORT, report_document, report_lines
from dsr_desktop.cli.session import DONE, Function, Session, common_options
from dsr_desktop.cli.shapes import notice_text, search_document
from dsr_desktop.cli.values import PathGiven, read_text
from dsr_desktop.domain.criteria import CRITERIA, Criteria, make_criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Level
from dsr_desktop.services.register import Register
from dsr_desktop.services.search_reports import ReportFiles, save_report
from dsr_desktop.services.searching import SearchResult
from dsr_desktop.services.searching import search as search_register
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import explain_reasons, level_label
from dsr_desktop.wording.other_names import row_names_another

_LONGEST_BATCH = 100_000_000
Query = tuple[object, Criteria]
"""The id of a query as the batch file has it, None for none, and what it asks."""


def criteria_options(command: Function) -> Function:
    """Add one repeatable option for each criterion."""
    for criterion in reversed(CRITERIA):
        option = click.option(
            f"--{criterion.replace('_', '-')}", criterion, multiple=True, metavar="TEXT",
            help=mark("What is known about the person; may be given several times."),
        )  # fmt: skip
        command = option(command)
    return command


@click.command(help=mark("Find one person in every imported row."))
@criteria_options
@click.option("--limit", type=click.IntRange(1), default=50, help=mark("Most hits to show."))
@click.option("--offset", type=click.IntRange(0), default=0, help=mark("Hits to pass over first."))
@click.option("--level", type=click.Choice([str(level) for level in Level]), default="weak",
              help=mark("Least level to show."))  # fmt: skip
@click.option("--batch", type=PathGiven(), metavar="FILE",
              help=mark("File with one query a line, as JSON."))  # fmt: skip
@REPORT
@common_options
@click.pass_obj
def search(session: Session, /, limit: int, offset: int, level: str, batch: Path | None,
           report: Path | None, **given: tuple[str, ...]) -> int:  # fmt: skip
    """Search and show the hits, best first."""
    shown = {"level": Level(level), "limit": limit, "offset": offset}
    queries = _queries(session.tr, batch, report, given)
    with session.register() as register:
        for query_id, criteria in queries:
            result = search_register(register, criteria, **shown)  # type: ignore[arg-type]
            files = _save(session, register, criteria, report)
            _show(session, result, query_id, files, one_a_line=batch is not None)
    return DONE


def _queries(
    tr: Tr, batch: Path | None, report: Path | None, given: Mapping[str, tuple[str, ...]]
) -> list[Query]:
    if batch is None:
        return [(None, make_criteria(given))]
    if report is not None:
        raise InvalidInputError(
            mark("A report is that of one search. Leave out --report, or --batch.")
        )
    return _read_batch(tr, batch, given)


def _save(
    session: Session, register: Register, criteria: Criteria, folder: Path | None
) -> ReportFiles | None:
    if folder is None:
        return None
    return save_report(register, criteria, folder, session.today, session.tr)


def _read_batch(tr: Tr, path: Path, given: Mapping[str, tuple[str, ...]]) -> list[Query]:
    if any(given.values()):
        raise InvalidInputError(
            mark("A batch brings its own criteria. Leave out those beside --batch, or --batch.")
        )
    try:
        lines = read_text(path, _LONGEST_BATCH).split("\n")
    except (OSError, ValueError) as error:
        raise InvalidInputError(
            mark("The batch file {name} cannot be read. Check the path."), name=path.name
        ) from error
    return [_query(tr, n, line) for n, line in enumerate(lines, 1) if line.strip()]


def _query(tr: Tr, n: int, line: str) -> Query:
    try:
        query = dict(json.loads(line).items())
        query_id = query.pop("id", None)
        json.dumps(query_id, allow_nan=False)  # it comes back as it was, in a document of ours
    except (ValueError, AttributeError, RecursionError) as error:
        raise InvalidInputError(
            mark("Line {n} of the batch is not a query. Write it as {example}."),
            n=n,
            example='{"name": "…"}',
        ) from error
    try:
        return query_id, make_criteria(query)
    except InvalidInputError as error:
        raise InvalidInputError(
            mark("Line {n} of the batch: {problem}"), n=n, problem=word_error(tr, error)
        ) from error


def _show(
    session: Session,
    result: SearchResult,
    query_id: object,
    files: ReportFiles | None,
    *,
    one_a_line: bool,
) -> None:
    for hint in result.hints:
        session.say(notice_text(session.tr, hint) or "")
    document = {**search_document(session.tr, result, query_id), **report_document(files)}
    if one_a_line:
        print_result(json.dumps(document, ensure_ascii=False))
    else:
        session.show(document, lambda: [*_lines(session, result), *report_lines(files)])


def _lines(session: Session, result: SearchResult) -> Iterator[str]:
    tr = session.tr
    yield from not_searched_lines(tr, result)
    yield tr("Searched {files} files, {rows} rows.", files=tr.number(result.files),
             rows=tr.number(result.rows))  # fmt: skip
    yield tr.count("{n} hit", "{n} hits", result.total)
    for found in result.hits:
        place, grade = found.place, found.grade
        why = explain_reasons(tr, grade.reasons)
        where = f"{place.source.name} · {place.sheet.name} · {place.row.n}"
        yield f"{level_label(tr, grade.level):9} " + tr.pair(where, why)
        if found.names_another:
            yield f"{'':10}" + row_names_another(tr)
    yield from own_record_lines(tr, result.own_records)
