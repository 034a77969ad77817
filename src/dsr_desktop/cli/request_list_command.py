"""The list of requests on the command line, filtered as in the window."""

import click

from dsr_desktop.cli.request_options import RIGHTS
from dsr_desktop.cli.request_shown import request_line
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.shapes import request_document
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Right, Stage
from dsr_desktop.domain.request_filter import (
    LONGEST_WAY_OFF,
    Standing,
    is_wanted,
    make_filter,
    wants_closed,
)
from dsr_desktop.services.request_lists import (
    count_closed_requests,
    list_open_requests,
    list_requests,
)
from dsr_desktop.wording.requests import words_of_request


@click.command("list", help=mark("List requests, the next due first; all if nothing is said."))
@click.option("--standing", type=click.Choice([str(one) for one in Standing]), default="all",
              help=mark("How they stand, as in the window."))  # fmt: skip
@click.option("--stage", type=click.Choice([str(one) for one in Stage]),
              help=mark("The stage that they have reached."))  # fmt: skip
@click.option("--right", type=RIGHTS, help=mark("A right that they ask for."))
@click.option("--due-within", type=click.IntRange(0, LONGEST_WAY_OFF), metavar="DAYS",
              help=mark("Their answer is due in so many days, or was due already."))  # fmt: skip
@click.option("--handled-by", metavar="NAME", help=mark('Who handles them; "" for nobody.'))
@click.option("--text", default="", metavar="WORDS",
              help=mark("Words of the reference, person, rights, stage or handler."))  # fmt: skip
@common_options
@click.pass_obj
def list_(session: Session, standing: str, stage: str | None, right: str | None,
          due_within: int | None, handled_by: str | None, text: str) -> int:  # fmt: skip
    """List the requests that are asked for."""
    tr, today = session.tr, session.today
    wanted = make_filter(
        Standing(standing), Right(right) if right else None, handled_by, text,
        stage=Stage(stage) if stage else None, due_within=due_within,
    )  # fmt: skip
    with session.register() as register:
        some = list_requests if wants_closed(wanted) else list_open_requests
        listed = some(register, today)
        is_empty = not listed and not count_closed_requests(register)
    views = [
        view
        for view in listed
        if is_wanted(wanted, view, words_of_request(tr, view.request), today)
    ]
    none = tr("There is no request yet. Record one with `request new`.")
    if not is_empty:
        none = tr("No request matches. Leave an option out to see more.")
    session.show(
        {"requests": [request_document(tr, view) for view in views]},
        lambda: [request_line(session, view) for view in views] or [none],
    )
    return DONE
