"""Disclosures on the command line: what went to whom, and to whom a person's data went."""

from collections.abc import Sequence
from datetime import date

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.record_shapes import disclosed_document
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.disclosure import Disclosure
from dsr_desktop.domain.marking import mark
from dsr_desktop.services import disclosures as service
from dsr_desktop.services.disclosures import Disclosed
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import left_out_label, warning_sentence


def _show(session: Session) -> int:
    with session.register() as register:
        known = service.list_disclosures(register)
    return _told(session, known)


def _told(session: Session, known: Sequence[Disclosed]) -> int:
    session.show(
        {"disclosures": [disclosed_document(one) for one in known]},
        lambda: (
            [_line(session.tr, one) for one in known] or [session.tr("Nothing went to anybody.")]
        ),
    )
    return DONE


def _line(tr: Tr, one: Disclosed) -> str:
    made = one.disclosure
    people = tr.count("{n} person", "{n} people", made.persons)
    words = (tr.date(made.made_on), made.purpose, people, ", ".join(made.fields),
             left_out_label(tr, made.left_out))  # fmt: skip
    return f"{made.id}  " + tr.pair(one.recipient.name, " · ".join(filter(None, words)))


disclosures = listing_group(
    "disclosures", _show,
    about=mark("What of whom went to which recipient, and when."),
    listing=mark("List the disclosures, oldest first."),
)  # fmt: skip


@disclosures.command("record", help=mark("Record that data went to a recipient."))
@click.option("--recipient", "recipient_id", type=int, required=True, metavar="ID",
              help=mark("Number of the recipient."))  # fmt: skip
@click.option("--purpose", required=True, metavar="TEXT", help=mark("What for."))
@click.option("--on", "day", type=Day(), help=mark("Day on which they went; else today."))
@click.option("--field", "fields", multiple=True, required=True, metavar="TEXT",
              help=mark("Kind of data that went; may be given several times."))  # fmt: skip
@click.option("--persons", type=int, required=True, metavar="N", help=mark("Of how many people."))
@click.option("--source", "sources", type=int, multiple=True, metavar="ID",
              help=mark("Import that went; may be given several times."))  # fmt: skip
@click.option("--email", "emails", multiple=True, metavar="TEXT",
              help=mark("Address of a person whose data went; kept as a hash."))  # fmt: skip
@click.option("--phone", "phones", multiple=True, metavar="TEXT",
              help=mark("Phone of a person whose data went; kept as a hash."))  # fmt: skip
@click.option("--basis", default="", metavar="TEXT", help=mark("On what basis."))
@click.option("--opposed", type=int, default=0, help=mark("People left out: they object."))
@click.option("--restricted", type=int, default=0, help=mark("People left out: restricted."))
@click.option("--frozen", type=int, default=0, help=mark("People left out: to be erased."))
@click.option("--expired", type=int, default=0, help=mark("People left out: kept too long."))
@click.option("--erased", type=int, default=0, help=mark("People left out: erased."))
@click.option("--without-consent", type=int, default=0,
              help=mark("People left out: no consent."))  # fmt: skip
@click.option("--request", "request_ref", default="", metavar="REF",
              help=mark("Request that it belongs to."))  # fmt: skip
@common_options
@click.pass_obj
def record(session: Session, /, recipient_id: int, purpose: str, day: date | None,
           fields: tuple[str, ...], persons: int, sources: tuple[int, ...],
           emails: tuple[str, ...], phones: tuple[str, ...], basis: str, opposed: int,
           restricted: int, frozen: int, expired: int, erased: int, without_consent: int,
           request_ref: str) -> int:  # fmt: skip
    """Record the hand-over; a purpose against the policy warns."""
    made = Disclosure(
        recipient_id, purpose, day or session.today, fields, persons, basis, opposed,
        restricted, frozen, expired, tuple(map(str, sources)), request_ref=request_ref,
        erased=erased, without_consent=without_consent,
    )  # fmt: skip
    with session.register() as register:
        told = service.record_disclosure(register, made, TypedKeys(emails, phones), session.today)
    session.show(disclosed_document(told), lambda: [_line(session.tr, told)])
    if told.warning is not None:
        session.say(warning_sentence(session.tr, told.warning))
    return DONE


@disclosures.command("about", help=mark("To whom the data of a request's person went."))
@click.argument("ref")
@common_options
@click.pass_obj
def about(session: Session, ref: str) -> int:
    """Show the disclosures in which the person was."""
    with session.register() as register:
        found = service.disclosures_about(register, ref)
    return _told(session, found)
