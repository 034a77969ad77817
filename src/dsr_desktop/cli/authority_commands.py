"""Requests of authorities on the command line."""

from dataclasses import replace
from datetime import date

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.record_shapes import record_document
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.authority_request import AuthorityOutcome, AuthorityRequest, MayTell
from dsr_desktop.domain.marking import mark
from dsr_desktop.services import authority_requests as service
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import may_tell_label, outcome_label


def _show(session: Session) -> int:
    with session.register() as register:
        known = service.list_authority_requests(register)
    session.show(
        {"authorities": [record_document(one) for one in known]},
        lambda: [_line(session.tr, one) for one in known],
    )
    return DONE


def _line(tr: Tr, one: AuthorityRequest) -> str:
    words = (one.requisition, tr.date(one.received_on), outcome_label(tr, one.outcome),
             may_tell_label(tr, one))  # fmt: skip
    return f"{one.id}  " + tr.pair(one.authority, " · ".join(words))


authorities = listing_group(
    "authorities", _show,
    about=mark("Requests of authorities: on what basis, what left, may the person be told."),
    listing=mark("List the requests of authorities, oldest first."),
)  # fmt: skip


@authorities.command("add", help=mark("Record a request of an authority."))
@click.option("--authority", required=True, metavar="TEXT", help=mark("Who asks."))
@click.option("--requisition", required=True, metavar="TEXT", help=mark("Its own reference."))
@click.option("--received", type=Day(), required=True, help=mark("Day on which it came."))
@click.option("--basis", default="", metavar="TEXT", help=mark("Article that it rests on."))
@click.option("--email", "emails", multiple=True, metavar="TEXT",
              help=mark("Address of a person it is about; kept as a hash."))  # fmt: skip
@click.option("--phone", "phones", multiple=True, metavar="TEXT",
              help=mark("Phone of a person it is about; kept as a hash."))  # fmt: skip
@common_options
@click.pass_obj
def add(session: Session, authority: str, requisition: str, received: date, basis: str,
        emails: tuple[str, ...], phones: tuple[str, ...]) -> int:  # fmt: skip
    """Record it; nothing has left yet."""
    asked = AuthorityRequest(authority, requisition, received, basis)
    with session.register() as register:
        people = TypedKeys(emails, phones)
        added = service.add_authority_request(register, asked, people, session.today)
    session.show(record_document(added), lambda: [_line(session.tr, added)])
    return DONE


@authorities.command("settle", help=mark("Record what became of the request of an authority."))
@click.argument("request_id", type=int, metavar="ID")
@click.option("--outcome", type=click.Choice([str(one) for one in AuthorityOutcome]),
              help=mark("What became of it."))  # fmt: skip
@click.option("--basis", metavar="TEXT", help=mark("Article that it rests on."))
@click.option("--checked-on", type=Day(), help=mark("Day on which that was checked."))
@click.option("--left", metavar="TEXT", help=mark("Kinds of data that were handed over."))
@click.option("--left-on", type=Day(), help=mark("Day on which they were handed over."))
@click.option("--may-tell", type=click.Choice([str(one) for one in MayTell]),
              help=mark("Whether the person may be told."))  # fmt: skip
@click.option("--may-tell-from", type=Day(), help=mark("From which day the person may be told."))
@common_options
@click.pass_obj
def settle(session: Session, /, request_id: int, outcome: str | None, basis: str | None,
           checked_on: date | None, left: str | None, left_on: date | None, may_tell: str | None,
           may_tell_from: date | None) -> int:  # fmt: skip
    """Change what is given, leaving the rest."""
    with session.register() as register:
        before = service.authority_request_of(register, request_id)
        telling = MayTell(may_tell) if may_tell else before.may_tell
        asked = replace(
            before, outcome=AuthorityOutcome(outcome) if outcome else before.outcome,
            basis=before.basis if basis is None else basis,
            basis_checked_on=checked_on or before.basis_checked_on,
            left=before.left if left is None else left, left_on=left_on or before.left_on,
            may_tell=MayTell.FROM_A_DAY if may_tell_from and not may_tell else telling,
            may_tell_from=may_tell_from or (None if may_tell else before.may_tell_from),
        )  # fmt: skip
        changed = service.change_authority_request(register, asked, session.today)
    session.show(record_document(changed), lambda: [_line(session.tr, changed)])
    return DONE
