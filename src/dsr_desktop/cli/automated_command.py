"""The command that looks into an automated decision which somebody contests (art. 22)."""

from datetime import date

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.automated_decision import BASES, Examination, Finding
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.automated_decisions import answer_of, examination_of, examine
from dsr_desktop.wording.automated_decision import finding_label, finding_lines


@click.command(help=mark("Record what looking into an automated decision showed; or show it."))
@click.argument("ref")
@click.option("--finding", type=click.Choice([str(one) for one in Finding]),
              help=mark("What it showed; the right is decided accordingly."))  # fmt: skip
@click.option("--decision", default="", metavar="TEXT", help=mark("What was decided by a machine alone."))  # fmt: skip
@click.option("--basis", default="", type=click.Choice(["", *BASES]),
              help=mark("What it rests on, art. 22(2)."))  # fmt: skip
@click.option("--reviewer", default="", metavar="NAME", help=mark("Who looked at it again."))
@click.option("--view", default="", metavar="TEXT", help=mark("What the person says about it."))
@click.option("--result", default="", metavar="TEXT", help=mark("What became of the decision."))
@click.option("--on", "day", type=Day(), help=mark("Day; today if left out."))
@common_options
@click.pass_obj
def automated(session: Session, /, ref: str, finding: str | None, decision: str, basis: str,
              reviewer: str, view: str, result: str, day: date | None) -> int:  # fmt: skip
    """Record it, or show what is known; the text for the person comes with it."""
    with session.register() as register:
        if finding is not None:
            said = Examination(
                Finding(finding), day or session.today, decision, basis, reviewer, view, result
            )
            examine(register, ref, said, session.today)
        found = examination_of(register, ref)
        answer = answer_of(register, ref) if found else ""
    session.show(_document(ref, found, answer), lambda: _lines(session, found, answer))
    return DONE


def _document(ref: str, found: Examination | None, answer: str) -> dict[str, object]:
    if found is None:
        return {"ref": ref.strip().upper(), "finding": None}
    return {
        "ref": ref.strip().upper(), "finding": found.finding, "on": iso(found.on),
        "decision": found.decision, "basis": found.basis or None, "reviewer": found.reviewer,
        "view": found.view, "result": found.result, "by": found.by, "answer": answer,
    }  # fmt: skip


def _lines(session: Session, found: Examination | None, answer: str) -> list[str]:
    tr = session.tr
    if found is None:
        return [tr("Nobody looked into it yet.")]
    said = [tr.pair(label, text) for label, text in finding_lines(tr, found)]
    return [finding_label(tr, found.finding), *said, "", answer]
