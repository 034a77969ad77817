"""The limits for reading a file on the command line: list, change, go back to the defaults."""

from collections.abc import Sequence

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.domain.limit_rules import rule_named
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.limits import LimitSetting, list_limits, reset_limits, set_limits
from dsr_desktop.wording.limits import limit_label, limit_value


@click.group(invoke_without_command=True,
             help=mark("List how much a file may cost to read, by which traps are refused."))  # fmt: skip
@common_options
@click.pass_context
def limits(context: click.Context) -> int:
    """List the limits when no subcommand is given."""
    if context.invoked_subcommand is not None:
        return DONE
    session: Session = context.obj
    with session.register() as register:
        known = list_limits(register)
    return _show(session, known)


@limits.command("set", help=mark("Change a limit, for all files read from now on."))
@click.argument("name")
@click.argument("value")
@common_options
@click.pass_obj
def set_(session: Session, name: str, value: str) -> int:
    """Change one limit; its value is a whole number in its unit."""
    rule = rule_named(name)
    wanted = rule.parse(value)
    with session.register() as register:
        changed = set_limits(register, {rule.name: wanted})
    return _show(session, changed)


@limits.command("reset", help=mark("Go back to the limits that the program proposes."))
@common_options
@click.pass_obj
def reset(session: Session) -> int:
    """Reset all limits."""
    with session.register() as register:
        defaults = reset_limits(register)
    return _show(session, defaults)


def _show(session: Session, known: Sequence[LimitSetting]) -> int:
    session.show(
        {"limits": [_document(one) for one in known]},
        lambda: [_line(session, one) for one in known],
    )
    return DONE


def _document(limit: LimitSetting) -> dict[str, object]:
    rule = limit.rule
    return {
        "name": rule.name, "value": limit.value, "unit": rule.unit, "default": rule.default,
        "lowest": rule.lowest, "highest": rule.highest, "source": rule.source,
        "editable": rule.editable,
    }  # fmt: skip


def _line(session: Session, limit: LimitSetting) -> str:
    tr, rule = session.tr, limit.rule
    words = limit_value(tr, rule, limit.value)
    if not limit.is_default:
        usual = limit_value(tr, rule, rule.default)
        words = tr("{value} (usually {default})", value=words, default=usual)
    return f"{rule.name}  " + tr.pair(limit_label(tr, rule.name), words)
