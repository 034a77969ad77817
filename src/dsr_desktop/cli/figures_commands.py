"""The figures of the clock on the command line: list them with their sources, change one."""

from collections.abc import Sequence

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.domain.deadline_figures import DeadlineFigure
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.deadline_figures import list_deadline_figures, set_deadline_figures
from dsr_desktop.wording.deadline_figures import figure_label, figure_value, source_words


@click.group(invoke_without_command=True,
             help=mark("List the figures by which deadlines are counted, with their sources."))  # fmt: skip
@common_options
@click.pass_context
def figures(context: click.Context) -> int:
    """List the figures when no subcommand is given."""
    if context.invoked_subcommand is not None:
        return DONE
    session: Session = context.obj
    with session.register() as register:
        known = list_deadline_figures(register)
    return _show(session, known)


@figures.command("set", help=mark("Change a figure that the law does not fix."))
@click.argument("name")
@click.argument("value")
@click.option("--reason", default="", metavar="TEXT", help=mark("Why it is changed."))
@common_options
@click.pass_obj
def set_(session: Session, name: str, value: str, reason: str) -> int:
    """Change one figure."""
    with session.register() as register:
        known = set_deadline_figures(register, {name: value}, reason)
    return _show(session, known)


def _show(session: Session, known: Sequence[DeadlineFigure]) -> int:
    session.show(
        {"figures": [_document(one) for one in known]},
        lambda: [_line(session, one) for one in known],
    )
    return DONE


def _document(one: DeadlineFigure) -> dict[str, object]:
    lowest, highest = one.bounds or (None, None)
    return {
        "name": one.name, "value": one.value, "default": one.default, "lowest": lowest,
        "highest": highest, "source": one.source, "checked_on": one.checked_on.isoformat(),
        "editable": one.editable,
    }  # fmt: skip


def _line(session: Session, one: DeadlineFigure) -> str:
    tr = session.tr
    label = tr.pair(figure_label(tr, one.name), figure_value(tr, one))
    return f"{one.name}  {label} · {source_words(tr, one)}"
