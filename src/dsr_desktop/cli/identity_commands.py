"""The identity log of a request on the command line: facts, and never a document (R-ID-6)."""

from datetime import date

import click

from dsr_desktop.cli.request_shown import show_request
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.task_shapes import identity_document
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.fields import IDENTITY_FIELDS, Field
from dsr_desktop.domain.identity import (
    CopyOutcome,
    DocumentSeen,
    IdentityCheck,
    IdentityMethod,
    IdentityResult,
    PaperChecked,
    UnaskedCopy,
)
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.identity_log import (
    IdentityLog,
    log_identity_check,
    read_identity_log,
    tick_unasked_copy,
)
from dsr_desktop.wording.identity import copy_label, method_label, result_label

_COMPARED = [str(one) for one in Field if one in IDENTITY_FIELDS or one is Field.IDENTIFIER]


@click.command("identity", help=mark("Log an identity check: facts only, never a document."))
@click.argument("ref")
@click.option(
    "--doubt", metavar="TEXT", help=mark("Why there is a reasonable doubt; none if left out.")
)
@click.option("--method", type=click.Choice([str(one) for one in IdentityMethod]),
              default="none_needed", help=mark("How identity was checked."))  # fmt: skip
@click.option("--result", type=click.Choice([str(one) for one in IdentityResult]),
              default="confirmed", help=mark("Outcome of the check."))  # fmt: skip
@click.option("--proportionality", default="", metavar="TEXT",
              help=mark("Why the method is not more than is needed."))  # fmt: skip
@click.option("--compared", multiple=True, type=click.Choice(_COMPARED),
              help=mark("Field that was compared, never its value; may be given several times."))  # fmt: skip
@click.option("--asked-on", type=Day(), help=mark("Day of the question."))
@click.option("--answered-on", type=Day(), help=mark("Day of the answer."))
@click.option("--document-seen", type=click.Choice([str(one) for one in DocumentSeen]),
              default="none", help=mark("Kind of document that was looked at."))  # fmt: skip
@click.option("--document-deleted-on", type=Day(),
              help=mark("Day on which the picture of the document was deleted."))  # fmt: skip
@click.option("--checked", multiple=True, type=click.Choice([str(one) for one in PaperChecked]),
              help=mark("What was checked of an agent or an heir; may be given several times."))  # fmt: skip
@click.option("--on", type=Day(), help=mark("Day of the check; today if left out."))
@common_options
@click.pass_obj
def identity(session: Session, /, ref: str, doubt: str | None, method: str, result: str,
             proportionality: str, compared: tuple[str, ...], asked_on: date | None,
             answered_on: date | None, document_seen: str, document_deleted_on: date | None,
             checked: tuple[str, ...], on: date | None) -> int:  # fmt: skip
    """Log an identity check."""
    check = IdentityCheck(
        IdentityMethod(method), IdentityResult(result), doubt, proportionality,
        tuple(Field(one) for one in compared), asked_on, answered_on, DocumentSeen(document_seen),
        document_deleted_on, frozenset(PaperChecked(one) for one in checked),
    )  # fmt: skip
    with session.register() as register:
        view = log_identity_check(register, ref, check, session.today, on=on)
    return show_request(session, view)


@click.command("identity-log", help=mark("Show what was checked about the identity."))
@click.argument("ref")
@common_options
@click.pass_obj
def identity_log(session: Session, ref: str) -> int:
    """Show the log."""
    with session.register() as register:
        log = read_identity_log(register, ref)
    return _show(session, log)


@click.command(
    "id-copy",
    help=mark("Tick that a copy of an identity document came unasked and is gone. It is not kept."),
)
@click.argument("ref")
@click.option("--outcome", type=click.Choice([str(one) for one in CopyOutcome]), required=True,
              help=mark("What was done with it."))  # fmt: skip
@click.option("--on", type=Day(), help=mark("Day on which it went; today if left out."))
@click.option("--received-on", type=Day(), help=mark("Day on which it came; the same if left out."))
@common_options
@click.pass_obj
def id_copy(
    session: Session, ref: str, outcome: str, on: date | None, received_on: date | None
) -> int:
    """Tick an unasked copy."""
    gone = on or session.today
    copy = UnaskedCopy(received_on or gone, CopyOutcome(outcome), gone)
    with session.register() as register:
        log = tick_unasked_copy(register, ref, copy, session.today)
    return _show(session, log)


def _show(session: Session, log: IdentityLog) -> int:
    session.show(identity_document(log), lambda: _lines(session, log))
    return DONE


def _lines(session: Session, log: IdentityLog) -> list[str]:
    tr = session.tr
    checks = [
        tr.pair(
            tr.date(one.performed_on),
            f"{method_label(tr, one.check.method)} · {result_label(tr, one.check.result)}",
        )
        for one in log.checks
    ]
    copies = [
        tr(
            "{day}: copy of an identity document, nobody asked for it · {outcome}",
            day=tr.date(one.day), outcome=copy_label(tr, one.outcome),
        )
        for one in log.unasked_copies
    ]  # fmt: skip
    return [*checks, *copies] or [tr("Nothing was checked about the identity.")]
