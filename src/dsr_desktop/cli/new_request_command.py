"""`request new`: a request typed in, or begun from a message or the sheet of a call."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from dsr_desktop.cli.message_commands import show_proposals
from dsr_desktop.cli.message_options import arrival_of, document_options
from dsr_desktop.cli.request_options import CHANNELS, RIGHTS, requester_of, requester_options
from dsr_desktop.cli.request_shown import show_request
from dsr_desktop.cli.search_commands import criteria_options
from dsr_desktop.cli.session import Session, common_options
from dsr_desktop.cli.spreading import ManyRights
from dsr_desktop.cli.values import Day, PathGiven
from dsr_desktop.domain.communication import CommunicationKind
from dsr_desktop.domain.conditions import AuthorityLetter
from dsr_desktop.domain.criteria import CRITERIA, Criteria, make_criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.proposals import Proposals
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.services import handling, messages
from dsr_desktop.services.calls import attach_call
from dsr_desktop.services.messages import Arrival
from dsr_desktop.services.register import Register

_TAKEN = ("rights", "received", "language", "name", "email", "phone", "address", "postcode",
          "city", "company", "identifier")  # fmt: skip


@click.command(
    "new", cls=ManyRights, help=mark("Record a request; several rights share one clock.")
)
@click.option("--right", "rights", multiple=True, type=RIGHTS,
              help=mark("Right asked for; may be given several times."))  # fmt: skip
@click.option("--received", type=Day(), help=mark("Day the message arrived."))
@click.option("--channel", type=CHANNELS, default="email_general",
              help=mark("How the request reached the company."))  # fmt: skip
@click.option("--language", type=click.Choice(["fr", "en"]), help=mark("Language of the request."))
@click.option("--from-message", type=PathGiven(dir_okay=False), metavar="FILE",
              help=mark("Message it came in: shows what it proposes; recorded with --take."))  # fmt: skip
@click.option("--take", multiple=True, type=click.Choice(["all", *_TAKEN]),
              help=mark("Take this from the message, and keep it; may be given several times."))  # fmt: skip
@click.option("--from-call", type=int, metavar="ID",
              help=mark("Call sheet it came in; it is put to the request."))  # fmt: skip
@document_options
@requester_options
@click.option("--authority", metavar="NAME", help=mark("Authority of a complaint."))
@click.option("--authority-file", default="", metavar="TEXT", help=mark("Its file number."))
@click.option("--answer-by", type=Day(), help=mark("Day set in the authority's letter."))
@click.option("--handled-by", default="", metavar="NAME", help=mark("Who handles the request."))
@criteria_options
@common_options
@click.pass_obj
def new(session: Session, /, from_message: Path | None, take: tuple[str, ...],
        from_call: int | None, **given: object) -> int:  # fmt: skip
    """Record a request."""
    if from_message is None:
        _given(given)
    with session.register() as register:
        arrival, found = None, Proposals()
        if from_message is not None:
            arrival = arrival_of(register, from_message, given, CommunicationKind.REQUEST)
            found = messages.propose_from(register, arrival.message, session.today)
            if not take:
                return show_proposals(session, found, arrival.message)
        view = _recorded(session, register, _taken(found, take, given), arrival)
        if from_call is not None:
            attach_call(register, from_call, view.request.ref)
    return show_request(session, view)


def _recorded(
    session: Session, register: Register, given: Mapping[str, object], arrival: Arrival | None
) -> RequestView:
    """Record the request with its message; what is missing is refused as a missing option is."""
    rights, received = _given(given)

    def record() -> RequestView:
        return handling.new_request(
            register, rights, _criteria(given), received, Channel(str(given["channel"])),
            session.today, language=str(given["language"] or session.tr.language),
            requester=requester_of(given), authority=_letter(given),
            handled_by=str(given["handled_by"]),
        )  # fmt: skip

    arrivals = [arrival] if arrival is not None else []
    return messages.record_with_messages(register, record, arrivals, datetime.now().astimezone())


def _given(given: Mapping[str, object]) -> tuple[Sequence[Right], date]:
    rights, received = _texts(given["rights"]), given["received"]
    if not rights:
        raise _missing("'--right'")
    if not isinstance(received, date):
        raise _missing("'--received'")
    return [Right(right) for right in rights], received


def _missing(option: str) -> click.MissingParameter:
    context = click.get_current_context()
    return click.MissingParameter(ctx=context, param_hint=option, param_type="option")


def _taken(
    found: Proposals, take: Sequence[str], given: Mapping[str, object]
) -> Mapping[str, object]:
    """Return what was typed, and of what the message proposes that which was asked to be taken."""
    wanted = set(_TAKEN) if "all" in take else set(take)
    proposed: dict[str, object] = {
        "rights": tuple(str(one.right) for one in found.rights),
        "received": found.received_on,
        "language": found.language or None,
        **{kind: tuple(one.value for one in values) for kind, values in found.person.items()},
    }
    taken = {name: proposed[name] for name in wanted if not given[name] and proposed.get(name)}
    return {**given, **taken}


def _criteria(given: Mapping[str, object]) -> Criteria:
    return make_criteria({name: _texts(given[name]) for name in CRITERIA})


def _letter(given: Mapping[str, object]) -> AuthorityLetter | None:
    name, answer_by = given["authority"], given["answer_by"]
    if name is None and answer_by is None:
        return None
    if name is None or not isinstance(answer_by, date):
        raise InvalidInputError(
            mark("A complaint has an authority and the day that its letter sets: give both.")
        )
    return AuthorityLetter(str(name), str(given["authority_file"]), answer_by)


def _texts(values: object) -> tuple[str, ...]:
    return values if isinstance(values, tuple) else ()
