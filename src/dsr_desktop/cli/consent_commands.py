"""Consents on the command line: list, record, withdraw, and what one person agreed to."""

from datetime import date

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.record_shapes import consent_document
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.marking import mark
from dsr_desktop.services import consents as service
from dsr_desktop.services.consents import ConsentFound
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import consent_label

_EMAIL = click.option("--email", "emails", multiple=True, metavar="TEXT",
                      help=mark("E-mail address; may be given several times."))  # fmt: skip
_PHONE = click.option("--phone", "phones", multiple=True, metavar="TEXT",
                      help=mark("Phone number; may be given several times."))  # fmt: skip


def _show(session: Session) -> int:
    with session.register() as register:
        known = service.list_consents(register)
    session.show(
        {"consents": [consent_document(one) for one in known]},
        lambda: [_line(session.tr, one) for one in known],
    )
    return DONE


def _line(tr: Tr, one: Consent) -> str:
    return f"{one.id}  " + consent_label(tr, one)


consents = listing_group(
    "consents", _show,
    about=mark("Consents, by purpose: typed in, or read from the opt-in columns of lists."),
    listing=mark("List the consents that were typed in."),
)  # fmt: skip


@consents.command("record", help=mark("Record a consent, or its withdrawal."))
@_EMAIL
@_PHONE
@click.option("--purpose", required=True, metavar="TEXT",
              help=mark("What it is about: newsletter, sms, phone… or own words."))  # fmt: skip
@click.option("--given-on", type=Day(), help=mark("Day on which it was given."))
@click.option("--withdrawn-on", type=Day(), help=mark("Day on which it was withdrawn."))
@click.option("--channel", default="", metavar="TEXT", help=mark("How it was given."))
@click.option("--wording", default="", metavar="TEXT", help=mark("Text agreed to, or its version."))
@click.option("--proof", required=True, metavar="TEXT", help=mark("How one knows."))
@click.option("--request", "request_ref", default="", metavar="REF",
              help=mark("Request that asked for it."))  # fmt: skip
@common_options
@click.pass_obj
def record(session: Session, /, emails: tuple[str, ...], phones: tuple[str, ...], purpose: str,
           given_on: date | None, withdrawn_on: date | None, channel: str, wording: str,
           proof: str, request_ref: str) -> int:  # fmt: skip
    """Record it; the address is hashed and kept nowhere in clear."""
    consent = Consent(
        purpose, given_on is not None, given_on, withdrawn_on is not None, withdrawn_on, channel,
        wording, proof, request_ref=request_ref,
    )  # fmt: skip
    with session.register() as register:
        people = TypedKeys(emails, phones)
        added = service.record_consent(register, consent, people, session.today)
    session.show(consent_document(added), lambda: [_line(session.tr, added)])
    return DONE


@consents.command("withdraw", help=mark("Record that a consent was withdrawn."))
@click.argument("consent_id", type=int, metavar="ID")
@click.option("--on", "day", type=Day(), help=mark("Day of the withdrawal; else today."))
@common_options
@click.pass_obj
def withdraw(session: Session, consent_id: int, day: date | None) -> int:
    """Withdraw it; the others of the person stay."""
    with session.register() as register:
        changed = service.withdraw_consent(
            register, consent_id, day or session.today, session.today
        )
    session.show(consent_document(changed), lambda: [_line(session.tr, changed)])
    return DONE


@consents.command("of", help=mark("What a person agreed to, in records and in lists."))
@_EMAIL
@_PHONE
@common_options
@click.pass_obj
def of(session: Session, emails: tuple[str, ...], phones: tuple[str, ...]) -> int:
    """Show the person's consents, with the rows they were read from."""
    with session.register() as register:
        found = service.consents_of(register, TypedKeys(emails, phones))
    session.show(
        {
            "consents": [consent_document(one.consent, one) for one in found],
            "allowed": service.allowed_purposes(found),
        },
        lambda: [_found_line(session.tr, one) for one in found],
    )
    return DONE


def _found_line(tr: Tr, found: ConsentFound) -> str:
    said = consent_label(tr, found.consent)
    if found.place is None:
        return said
    place = found.place
    where = tr("{sheet}, row {row}", sheet=place.sheet.name, row=place.row.n)
    return f"{said} · {place.source.name} · {where}"
