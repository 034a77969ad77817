"""The erasure checklist on the command line: written, decided per file, ticked line by line, certified."""

from datetime import date
from pathlib import Path

import click

from dsr_desktop.cli.document_commands import write
from dsr_desktop.cli.session import DONE, FAILED, Session, common_options
from dsr_desktop.cli.values import Day, PathGiven
from dsr_desktop.domain.checklist import ChecklistLine, OtherLine
from dsr_desktop.domain.erasure import REASONS_TO_KEEP
from dsr_desktop.domain.erasure_decisions import Choice, LineMark, Outcome
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.certificates import write_certificate
from dsr_desktop.services.checklist_returns import read_back_checklist
from dsr_desktop.services.erasure_decisions import (
    Datasets,
    MarkedLines,
    datasets_of,
    decide_dataset,
    mark_lines,
    marked_lines,
)
from dsr_desktop.wording.checklist import other_line, what_to_do
from dsr_desktop.wording.erasure import counts_line, decision_line, outcome_label
from dsr_desktop.wording.errors import word_sentence


class _ChecklistGroup(click.Group):
    """A group whose first word may be a request: then its checklist is written."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read `checklist REF …` as `checklist write REF …`."""
        is_named = bool(args) and (args[0] in self.commands or args[0] == "--help")
        return super().parse_args(ctx, args if is_named or not args else ["write", *args])


@click.group(
    "checklist", cls=_ChecklistGroup,
    help=mark("The erasure checklist: write it, decide per file, say what was done."),
)  # fmt: skip
def checklist() -> None:
    """Group of the commands of the checklist."""


checklist.add_command(write)


@checklist.command("datasets", help=mark("What is decided on each file that holds the person."))
@click.argument("ref")
@common_options
@click.pass_obj
def datasets(session: Session, ref: str) -> int:
    """Show the three counts and the files."""
    with session.register() as register:
        found = datasets_of(register, ref)
    session.show(_datasets_document(found), lambda: _dataset_lines(session, found))
    return DONE


@checklist.command("decide", help=mark("Decide what becomes of the person's rows in a file."))
@click.argument("ref")
@click.argument("source_id", type=int, metavar="ID")
@click.argument("choice", type=click.Choice([one.value for one in Choice]))
@click.option("--reason", "reason_code", default="", type=click.Choice(["", *REASONS_TO_KEEP]),
              help=mark("Why it is kept, art. 17(3)."))  # fmt: skip
@click.option("--until", type=Day(), help=mark("Day until which it is kept."))
@click.option("--note", default="", metavar="TEXT", help=mark("Words of your own."))
@common_options
@click.pass_obj
def decide(session: Session, /, ref: str, source_id: int, choice: str, reason_code: str,
           until: date | None, note: str) -> int:  # fmt: skip
    """Decide; a later decision takes the place of the earlier."""
    with session.register() as register:
        found = decide_dataset(
            register, ref, source_id, Choice(choice), session.today, reason_code=reason_code,
            until=until, note=note,
        )  # fmt: skip
    session.show(_datasets_document(found), lambda: _dataset_lines(session, found))
    return DONE


@checklist.command("lines", help=mark("Every line of the checklist, and what became of it."))
@click.argument("ref")
@common_options
@click.pass_obj
def lines(session: Session, ref: str) -> int:
    """Show the lines with their ids."""
    with session.register() as register:
        shown = marked_lines(register, ref, session.today, session.tr)
    session.show(_lines_document(shown), lambda: _told(session, shown))
    return DONE


@checklist.command("line", help=mark("Say what became of lines, by their ids."))
@click.argument("ref")
@click.argument("ids", metavar="LINE…", nargs=-1, required=True)
@click.option("--outcome", required=True, type=click.Choice([one.value for one in Outcome]),
              help=mark("What became of them."))  # fmt: skip
@click.option("--on", "day", type=Day(), help=mark("Day on which it was done; else today."))
@click.option("--by", default="", metavar="TEXT", help=mark("Who did it; else you."))
@click.option("--reason", "reason_code", default="", type=click.Choice(["", *REASONS_TO_KEEP]),
              help=mark("Why it is kept, art. 17(3)."))  # fmt: skip
@click.option("--until", type=Day(), help=mark("Day until which it is kept."))
@click.option("--evidence", default="", metavar="TEXT", help=mark("What shows that it was done."))
@common_options
@click.pass_obj
def line(session: Session, /, ref: str, ids: tuple[str, ...], outcome: str, day: date | None,
         by: str, reason_code: str, until: date | None, evidence: str) -> int:  # fmt: skip
    """Mark lines, all of them or none."""
    marks = [
        LineMark(one, Outcome(outcome), day or session.today, by, reason_code, until, evidence)
        for one in ids
    ]
    with session.register() as register:
        shown = mark_lines(register, ref, marks, session.today, session.tr)
    session.show(_lines_document(shown), lambda: _told(session, shown))
    return DONE


@checklist.command("read", help=mark("Take back a ticked workbook of the checklist, whole."))
@click.argument("ref")
@click.argument("file", type=PathGiven())
@common_options
@click.pass_obj
def read(session: Session, ref: str, file: Path) -> int:
    """Read it; with any problem nothing is recorded, and the exit code is 1."""
    tr = session.tr
    with session.register() as register:
        found = read_back_checklist(register, ref, file, session.today, tr)
    problems = [word_sentence(tr, one.sentence, one.details) for one in found.problems]
    done = tr.count("{n} line recorded", "{n} lines recorded", found.marked)
    left = tr.count("{n} line is not ticked", "{n} lines are not ticked", found.unticked)
    session.show(
        {"marked": found.marked, "unticked": found.unticked, "problems": problems},
        lambda: [*problems, done, left],
    )
    return FAILED if problems else DONE


@checklist.command("certificate", help=mark("Write the certificate of erasure as PDF."))
@click.argument("ref")
@click.option("--out", required=True, type=PathGiven(), metavar="DIR",
              help=mark("Folder for the files."))  # fmt: skip
@common_options
@click.pass_obj
def certificate(session: Session, ref: str, out: Path) -> int:
    """Write it, once the files were read again."""
    with session.register() as register:
        made = write_certificate(register, ref, out, session.today, session.tr)
    session.show({"ref": ref, "pdf": str(made.pdf)}, lambda: [str(made.pdf)])
    return DONE


def _dataset_lines(session: Session, found: Datasets) -> list[str]:
    tr = session.tr
    lines = [counts_line(tr, found.counts)]
    for one in found.files:
        rows = tr.count("{n} row", "{n} rows", one.rows)
        name = f"{one.source_id}  {Path(one.file).name}"
        lines.append(tr.pair(name, f"{rows}. {decision_line(tr, one.decision)}"))
    return lines


def _told(session: Session, shown: MarkedLines) -> list[str]:
    return [_line_told(session, shown, one) for one in shown.lines]


def _line_told(session: Session, shown: MarkedLines, one: ChecklistLine | OtherLine) -> str:
    tr = session.tr
    if isinstance(one, OtherLine):
        said = f"{one.name} · {other_line(tr, one)}"
    else:
        said = " · ".join(filter(None, (one.file, one.sheet, one.cell, what_to_do(tr, one))))
    done = shown.marks.get(one.id)
    if done is None:
        return f"{one.id}  {said}"
    state = outcome_label(tr, done.outcome)
    return f"{one.id}  {said} · {state}, {tr.date(done.done_on)}, {done.done_by}"


def _datasets_document(found: Datasets) -> dict[str, object]:
    return {
        "ref": found.ref,
        "to_erase": found.counts.to_erase,
        "to_keep": found.counts.to_keep,
        "not_theirs": found.counts.not_ours,
        "files": [
            {
                "source_id": one.source_id, "file": one.file, "rows": one.rows,
                "choice": one.decision.choice if one.decision else None,
                "reason_code": (one.decision.reason_code or None) if one.decision else None,
                "until": _iso(one.decision.until) if one.decision else None,
                "note": one.decision.note if one.decision else "",
                "decided_on": _iso(one.decision.decided_on) if one.decision else None,
                "decided_by": one.decision.decided_by if one.decision else None,
            }
            for one in found.files
        ],
    }  # fmt: skip


def _lines_document(shown: MarkedLines) -> dict[str, object]:
    return {
        "ref": shown.checklist.ref, "open": shown.open_lines,
        "lines": [
            {**_place(one), "id": one.id, "done": _mark_document(shown.marks.get(one.id))}
            for one in shown.lines
        ],
    }  # fmt: skip


def _place(one: ChecklistLine | OtherLine) -> dict[str, object]:
    if isinstance(one, OtherLine):
        return {"kind": one.kind, "name": one.name, "overwritten_by": _iso(one.gone_on)}
    return {
        "kind": "cell", "file": one.file, "sheet": one.sheet, "row": one.row, "cell": one.cell,
        "header": one.header, "action": one.action, "reason_code": one.reason_code or None,
        "until": _iso(one.until),
    }  # fmt: skip


def _mark_document(done: LineMark | None) -> dict[str, object] | None:
    if done is None:
        return None
    return {
        "outcome": done.outcome, "on": done.done_on.isoformat(), "by": done.done_by,
        "reason_code": done.reason_code or None, "until": _iso(done.until),
        "evidence": done.evidence,
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
