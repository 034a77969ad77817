"""The suppression list on the command line: who is on it, who comes on and off it."""

from collections.abc import Iterator

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.suppression_shapes import (
    checked_document,
    entry_document,
    listed_document,
)
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.suppression import (
    SuppressionEntry,
    SuppressionReason,
    SuppressionScope,
)
from dsr_desktop.services import suppressing
from dsr_desktop.services.suppressing import Checked, Listed, TypedKeys
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.suppression import (
    kept_sentence,
    kind_label,
    reason_label,
    rows_holding_text,
    scope_label,
)

_SCOPES = click.Choice([str(scope) for scope in SuppressionScope])
_REASONS = click.Choice([str(reason) for reason in SuppressionReason])


def _show_list(session: Session) -> int:
    with session.register() as register:
        entries = suppressing.list_entries(register)
        lists_erased = suppressing.lists_erased(register)
    session.show(
        {
            "entries": [entry_document(one, session.today) for one in entries],
            "lists_erased": lists_erased,
        },
        lambda: list(_lines(session, entries)),
    )
    return DONE


def _lines(session: Session, entries: tuple[SuppressionEntry, ...]) -> Iterator[str]:
    tr = session.tr
    if not entries:
        yield tr("The suppression list is empty.")
    for one in entries:
        line = _entry_line(tr, one)
        if one.review_on <= session.today:
            line += " · " + tr("look at it again: due since {day}", day=tr.date(one.review_on))
        yield line


def _entry_line(tr: Tr, entry: SuppressionEntry) -> str:
    """Say an entry in a line: number, kind of key, scope, reason, day, request."""
    parts = (
        scope_label(tr, entry.scope), reason_label(tr, entry.reason), tr.date(entry.created_on),
        entry.request_ref or "",
    )  # fmt: skip
    return f"{entry.id}  " + tr.pair(kind_label(tr, entry.kind), " · ".join(filter(None, parts)))


def _listed_line(tr: Tr, listed: Listed) -> str:
    rows = rows_holding_text(tr, listed.rows)
    state = "" if listed.is_new else tr("was there before")
    return " · ".join(filter(None, (_entry_line(tr, listed.entry), state, rows)))


def _checked_words(tr: Tr, checked: Checked) -> str:
    if not checked.entries:
        return tr("not on the list")
    return ", ".join(_entry_line(tr, one) for one in checked.entries)


suppression = listing_group(
    "suppression", _show_list,
    about=mark("The suppression list: who must not come back with an import."),
    listing=mark("List the entries: never an address, only its hash."),
)  # fmt: skip


@suppression.command("add", help=mark("Put a person on the list, by all that is known."))
@click.option("--email", "emails", multiple=True, metavar="TEXT",
              help=mark("E-mail address; may be given several times."))  # fmt: skip
@click.option("--phone", "phones", multiple=True, metavar="TEXT",
              help=mark("Phone number; may be given several times."))  # fmt: skip
@click.option("--name", default="", metavar="TEXT",
              help=mark("Given and family name of a person without e-mail and phone; only warns."))  # fmt: skip
@click.option(
    "--postcode", default="", metavar="TEXT", help=mark("Postcode that goes with --name.")
)
@click.option("--scope", type=_SCOPES, required=True,
              help=mark("marketing: rows are stored and marked; all: rows are held back."))  # fmt: skip
@click.option("--reason", type=_REASONS, required=True, help=mark("Why the person is listed."))
@click.option("--request", "request_ref", metavar="REF", help=mark("Request that asked for it."))
@common_options
@click.pass_obj
def add(session: Session, /, emails: tuple[str, ...], phones: tuple[str, ...], name: str,
        postcode: str, scope: str, reason: str, request_ref: str | None) -> int:  # fmt: skip
    """Add entries, and say how many rows of the register hold them now."""
    with session.register() as register:
        listed = suppressing.add_to_list(
            register, TypedKeys(emails, phones, name, postcode), SuppressionScope(scope),
            SuppressionReason(reason), session.today, request_ref=request_ref,
        )  # fmt: skip
    session.show(
        {"entries": [listed_document(one) for one in listed]},
        lambda: [_listed_line(session.tr, one) for one in listed],
    )
    return DONE


@suppression.command("remove", help=mark("Take an entry off the list, with the reason."))
@click.argument("entry_id", metavar="ID", type=int)
@click.option("--reason", required=True, metavar="TEXT", help=mark("Why it goes."))
@click.option("--new-relation", is_flag=True,
              help=mark("The person came back herself: the entry goes on for marketing alone."))  # fmt: skip
@common_options
@click.pass_obj
def remove(session: Session, /, entry_id: int, reason: str, *, new_relation: bool) -> int:
    """Remove an entry, or leave of it what is about marketing."""
    with session.register() as register:
        kept = suppressing.remove_from_list(
            register, entry_id, reason, session.today, new_relation=new_relation
        )
    tr = session.tr
    lines = [tr("Entry {id} was removed.", id=str(entry_id))]
    if kept is not None:
        lines.append(_entry_line(tr, kept))
    document = {"removed": entry_id, "kept": entry_document(kept, session.today) if kept else None}
    session.show(document, lambda: lines)
    return DONE


@suppression.command("renew", help=mark("Let an entry that is due stay for three more years."))
@click.argument("entry_id", metavar="ID", type=int)
@click.option("--reason", required=True, metavar="TEXT", help=mark("Why it stays."))
@common_options
@click.pass_obj
def renew(session: Session, /, entry_id: int, reason: str) -> int:
    """Renew an entry."""
    with session.register() as register:
        entry = suppressing.renew_entry(register, entry_id, reason, session.today)
    session.show(
        entry_document(entry, session.today),
        lambda: [kept_sentence(session.tr, entry)],
    )
    return DONE


@suppression.command("check", help=mark("Say whether e-mails, phones or a person are on the list."))
@click.argument("values", nargs=-1, metavar="[VALUE]...")
@click.option("--name", default="", metavar="TEXT", help=mark("Given and family name."))
@click.option(
    "--postcode", default="", metavar="TEXT", help=mark("Postcode that goes with --name.")
)
@common_options
@click.pass_obj
def check(session: Session, /, values: tuple[str, ...], name: str, postcode: str) -> int:
    """Check values in the order given, then the person."""
    if not (values or name or postcode):
        raise InvalidInputError(
            mark("There is nothing to check. Give an e-mail, a phone, or a name with a postcode.")
        )
    with session.register() as register:
        checked = [(text, suppressing.check_value(register, text)) for text in values]
        if name or postcode:
            checked.append((name, suppressing.check_person(register, name, postcode)))
    session.show(
        {"values": [checked_document(text, one, session.today) for text, one in checked]},
        lambda: [session.tr.pair(text, _checked_words(session.tr, one)) for text, one in checked],
    )
    return DONE


@suppression.command("erased", help=mark("Choose whether erased people go on the list."))
@click.option("--on/--off", "on", required=True, help=mark("The choice; it is on unless changed."))
@click.option("--reason", required=True, metavar="TEXT", help=mark("Why it is chosen."))
@common_options
@click.pass_obj
def erased(session: Session, /, reason: str, *, on: bool) -> int:
    """Record the choice."""
    with session.register() as register:
        suppressing.choose_to_list_erased(register, reason, on=on)
    tr = session.tr
    chosen = (
        tr("Erased people go on the list.") if on else tr("Erased people do not go on the list.")
    )
    session.show({"lists_erased": on}, lambda: [chosen])
    return DONE
