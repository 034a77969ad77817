"""The short path on the command line: block, answer and close a simple request in one go."""

from datetime import date

import click

from dsr_desktop.cli.request_options import CHANNELS
from dsr_desktop.cli.request_shown import show_request
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel
from dsr_desktop.domain.short_path import ShortAnswer, ShortPlan
from dsr_desktop.services.short_path import plan_short_path, take_short_path
from dsr_desktop.wording.short_path import plan_lines


@click.command(
    help=mark(
        "Block, answer and close an objection to marketing, an unsubscribe or a plain question."
    )
)
@click.argument("ref")
@click.option("--show", is_flag=True, help=mark("Show what would be recorded, and write nothing."))
@click.option("--text", metavar="TEXT", help=mark("What was sent; the proposed text if left out."))
@click.option("--on", type=Day(), help=mark("Day of sending; today if left out."))
@click.option("--channel", type=CHANNELS, default="email_general", help=mark("How it was sent."))
@click.option("--told", is_flag=True, help=mark("Who sends the mailings was told."))
@click.option("--purpose", "purposes", multiple=True, metavar="TEXT",
              help=mark("Consent that ends; may be given several times."))  # fmt: skip
@click.option("--block/--no-block", default=None,
              help=mark("Whether an unsubscribe also blocks all marketing."))  # fmt: skip
@common_options
@click.pass_obj
def short(session: Session, ref: str, text: str | None, on: date | None, channel: str,
          purposes: tuple[str, ...], *, show: bool, told: bool, block: bool | None) -> int:  # fmt: skip
    """Take the short path, or show it."""
    with session.register() as register:
        plan = plan_short_path(register, ref, session.today)
        if show:
            return _show(session, plan)
        answer = ShortAnswer(
            plan.text if text is None else text, on or session.today, Channel(channel), told,
            purposes, plan.proposes_block and not purposes if block is None else block,
        )  # fmt: skip
        view = take_short_path(register, ref, answer, session.today, session.tr)
    return show_request(session, view)


def _show(session: Session, plan: ShortPlan) -> int:
    tr = session.tr
    lines = plan_lines(tr, plan)
    document = {
        "ref": plan.request.ref, "blocked": list(plan.keys) if plan.stops_something else [],
        "not_blocked": list(plan.not_meant), "rows": plan.rows, "purposes": list(plan.purposes),
        "to_tell": list(plan.to_tell) if plan.stops_something else [], "recorded": list(lines),
        "text": plan.text,
    }  # fmt: skip
    session.show(document, lambda: [*lines, "", plan.text])
    return DONE
