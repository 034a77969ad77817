"""The search command: one query, or a batch of them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from dsr_desktop.cli.coverage import not_searched_lines
from dsr_desktop.cli.own_record_shapes import own_record_lines
from dsr_desktop.cli.printing import print_result
from dsr_desktop.cli.report_options import REPORT, report_document, report_lines
from dsr_desktop.cli.search_batch import (
    Query,
    WrongLine,
    in_line,
    read_batch,
    wrong_line_document,
    wrong_line_sentence,
)
from dsr_desktop.cli.session import (
    DONE,
    FAILED,
    IN_PART,
    Function,
    Session,
    common_options,
)
from dsr_desktop.cli.shapes import notice_text, search_document
from dsr_desktop.cli.task_shapes import answer_document
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.criteria import CRITERIA, Criteria, make_criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.system_answer import SystemAnswer
from dsr_desktop.services.register import Register
from dsr_desktop.services.search_reports import ReportFiles, save_report
from dsr_desktop.services.searching import SearchResult
from dsr_desktop.services.searching import search as search_register
from dsr_desktop.services.system_answers import system_answers
from dsr_desktop.wording.matching import explain_reasons, level_label
from dsr_desktop.wording.other_names import row_names_another

Systems = tuple[SystemAnswer, ...]


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
    queries = _queries(batch, report, given)
    wrong = [one for one in queries if isinstance(one, WrongLine)]
    with session.register() as register:
        systems = system_answers(register, None, session.today)
        for query in queries:
            if isinstance(query, WrongLine):
                _show_wrong(session, query)
                continue
            result = search_register(register, query.criteria, **shown)  # type: ignore[arg-type]
            files = _save(session, register, query.criteria, report)
            _show(session, result, systems, query, files)
    if wrong:
        return IN_PART if len(wrong) < len(queries) else FAILED
    return DONE


def _queries(
    batch: Path | None, report: Path | None, given: Mapping[str, tuple[str, ...]]
) -> Sequence[Query | WrongLine]:
    if batch is None:
        return [Query(make_criteria(given))]
    if report is not None:
        raise InvalidInputError(
            mark("A report is that of one search. Leave out --report, or --batch.")
        )
    if any(given.values()):
        raise InvalidInputError(
            mark("A batch brings its own criteria. Leave out those beside --batch, or --batch.")
        )
    return read_batch(batch)


def _save(
    session: Session, register: Register, criteria: Criteria, folder: Path | None
) -> ReportFiles | None:
    if folder is None:
        return None
    return save_report(register, criteria, folder, session.today, session.tr)


def _show_wrong(session: Session, wrong: WrongLine) -> None:
    session.say(wrong_line_sentence(session.tr, wrong))
    print_result(json.dumps(wrong_line_document(session.tr, wrong), ensure_ascii=False))


def _show(
    session: Session,
    result: SearchResult,
    systems: Systems,
    query: Query,
    files: ReportFiles | None,
) -> None:
    for hint in result.hints:
        session.say(in_line(session.tr, query.line, notice_text(session.tr, hint) or ""))
    document = {
        **search_document(session.tr, result, query.id),
        "systems": [answer_document(session.tr, one) for one in systems],
        **report_document(files),
    }
    if query.line is None:
        session.show(document, lambda: [*_lines(session, result, systems), *report_lines(files)])
    else:
        print_result(json.dumps({**document, "line": query.line}, ensure_ascii=False))


def _lines(session: Session, result: SearchResult, systems: Systems) -> Iterator[str]:
    tr = session.tr
    yield from not_searched_lines(tr, result, systems)
    rows = tr.count("{n} row", "{n} rows", result.rows)
    yield tr.count(
        "Searched {n} file, {rows}.", "Searched {n} files, {rows}.", result.files, rows=rows
    )
    yield tr.count("{n} hit", "{n} hits", result.total)
    for found in result.hits:
        place, grade = found.place, found.grade
        why = explain_reasons(tr, grade.reasons)
        where = f"{place.source.name} · {place.sheet.name} · {place.row.n}"
        yield f"{level_label(tr, grade.level):9} " + tr.pair(where, why)
        if found.names_another:
            yield f"{'':10}" + row_names_another(tr)
    yield from own_record_lines(tr, result.own_records)
