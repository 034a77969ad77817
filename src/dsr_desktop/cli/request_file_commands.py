"""The request file on the command line: who asks, checklist, links, corrections, notes."""

from datetime import date

import click

from dsr_desktop.cli.decision_options import corrected_item, proof_options
from dsr_desktop.cli.origin_commands import origins
from dsr_desktop.cli.request_file_shapes import (
    difference_document,
    difference_lines,
    history_document,
    history_lines,
    note_document,
    note_lines,
    relatives_document,
    relatives_lines,
    step_document,
    step_lines,
)
from dsr_desktop.cli.request_options import (
    CHANNELS,
    RIGHTS,
    mandate_of,
    mandate_options,
    requester_of,
    requester_options,
)
from dsr_desktop.cli.request_shown import show_request
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.spreading import ManyRights, ManySteps
from dsr_desktop.cli.transfer_commands import transfer
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.conditions import AuthorityLetter, Condition, ConditionKind
from dsr_desktop.domain.links import LinkKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.services import correcting, linking, request_edits, request_facts
from dsr_desktop.services.correcting import Correction
from dsr_desktop.services.history import history as read_history


@click.command(help=mark("Record who writes for the data subject, and their mandate."))
@click.argument("ref")
@requester_options
@mandate_options
@common_options
@click.pass_obj
def requester(session: Session, /, ref: str, **given: object) -> int:
    """Record the requester."""
    who = requester_of(given, mandate_of(given, session.today))
    with session.register() as register:
        view = request_facts.record_requester(register, ref, who, session.today)
    return show_request(session, view)


@click.command(help=mark("Record that a condition was seen to be met: a yes, never a document."))
@click.argument("ref")
@click.argument("kind", type=click.Choice([str(one) for one in ConditionKind]))
@click.option("--on", type=Day(), help=mark("Day; today if left out."))
@common_options
@click.pass_obj
def condition(session: Session, ref: str, kind: str, on: date | None) -> int:
    """Record a condition."""
    with session.register() as register:
        met = Condition(ConditionKind(kind), on or session.today, register.actor)
        view = request_facts.record_condition(register, ref, met, session.today)
    return show_request(session, view)


@click.command(help=mark("Record the letter of the authority of a complaint, and its date."))
@click.argument("ref")
@click.option("--authority", required=True, metavar="NAME", help=mark("Who wrote."))
@click.option("--file", "file_number", default="", metavar="TEXT", help=mark("Their file number."))
@click.option("--answer-by", type=Day(), required=True, help=mark("Day set in their letter."))
@common_options
@click.pass_obj
def complaint(session: Session, ref: str, authority: str, file_number: str, answer_by: date) -> int:
    """Record the authority's letter."""
    letter = AuthorityLetter(authority, file_number, answer_by)
    with session.register() as register:
        view = request_facts.record_authority(register, ref, letter, session.today)
    return show_request(session, view)


@click.command(help=mark("Record that the person's copy was sent: it unlocks the erasure."))
@click.argument("ref")
@click.option("--on", type=Day(), help=mark("Day; today if left out."))
@common_options
@click.pass_obj
def copy_sent(session: Session, ref: str, on: date | None) -> int:
    """Record that the copy was sent."""
    with session.register() as register:
        view = request_facts.record_copy_sent(register, ref, on or session.today, session.today)
    return show_request(session, view)


@click.command(
    cls=ManySteps, help=mark("Show the checklist of a request, or mark steps of it as settled.")
)
@click.argument("ref")
@click.option("--done", multiple=True, type=click.Choice([str(one) for one in StepCode]),
              help=mark("Step that is done; may be given several times."))  # fmt: skip
@click.option("--not-applicable", multiple=True, type=click.Choice([str(one) for one in StepCode]),
              help=mark("Step that does not apply; give --reason."))  # fmt: skip
@click.option("--reason", default="", metavar="TEXT", help=mark("Why, or a note on what was done."))
@click.option("--on", type=Day(), help=mark("Day; today if left out."))
@common_options
@click.pass_obj
def steps(session: Session, ref: str, done: tuple[str, ...], not_applicable: tuple[str, ...],
          reason: str, on: date | None) -> int:  # fmt: skip
    """Mark steps, then show the checklist."""
    day = on or session.today
    with session.register() as register:
        marks = [
            *(StepMark(StepCode(code), day, register.actor, reason) for code in done),
            *(StepMark(StepCode(code), not_applicable=reason) for code in not_applicable),
        ]
        request_facts.mark_steps(register, ref, marks, session.today)
        listed = request_facts.list_steps(register, ref)
    session.show(
        {"ref": ref.strip().upper(), "steps": [step_document(session.tr, one) for one in listed]},
        lambda: list(step_lines(session.tr, listed)),
    )
    return DONE


@click.command(help=mark("Show other requests of the same person, or link one of them."))
@click.argument("ref")
@click.option("--to", metavar="REF", help=mark("The other request."))
@click.option("--kind", type=click.Choice([str(one) for one in LinkKind]), default="repeats",
              help=mark("What the request is to the other."))  # fmt: skip
@click.option("--remove", is_flag=True, help=mark("Take the link back."))
@common_options
@click.pass_obj
def link(session: Session, ref: str, to: str | None, kind: str, *, remove: bool) -> int:
    """Link requests, then show the relatives."""
    with session.register() as register:
        if to is None:
            found = linking.relatives_of(register, ref)
        elif remove:
            found = linking.unlink_requests(register, ref, to, session.today)
        else:
            found = linking.link_requests(register, ref, to, LinkKind(kind), session.today)
    session.show(
        relatives_document(ref.strip().upper(), found),
        lambda: list(relatives_lines(session.tr, found)),
    )
    return DONE


@click.command(
    cls=ManyRights,
    help=mark("Continue an answered request with a new one: the person wrote again."),
)
@click.argument("ref")
@click.option("--received", type=Day(), required=True, help=mark("Day the message arrived."))
@click.option("--right", "rights", multiple=True, type=RIGHTS,
              help=mark("Right asked for; those of the answered request if left out."))  # fmt: skip
@click.option("--channel", type=CHANNELS, default="email_general",
              help=mark("How the request reached the company."))  # fmt: skip
@common_options
@click.pass_obj
def reopen(session: Session, ref: str, received: date, rights: tuple[str, ...],
           channel: str) -> int:  # fmt: skip
    """Continue a request."""
    with session.register() as register:
        view = linking.reopen(
            register, ref, received, Channel(channel), session.today,
            rights=[Right(right) for right in rights],
        )  # fmt: skip
    return show_request(session, view)


@click.command(help=mark("Record that the person wrote again before the answer."))
@click.argument("ref")
@click.option("--on", type=Day(), help=mark("Day; today if left out."))
@common_options
@click.pass_obj
def reminder(session: Session, ref: str, on: date | None) -> int:
    """Record a reminder."""
    with session.register() as register:
        view = linking.record_reminder(register, ref, on or session.today, session.today)
    return show_request(session, view)


@click.command(help=mark("Show what is new since the answer that this request continues."))
@click.argument("ref")
@common_options
@click.pass_obj
def difference(session: Session, ref: str) -> int:
    """Show the difference to the last answer."""
    with session.register() as register:
        rows = linking.since_last_answer(register, ref)
    session.show(
        difference_document(ref.strip().upper(), rows),
        lambda: list(difference_lines(session.tr, rows)),
    )
    return DONE


@click.command(help=mark("Show what happened to a request; the numbers are those to correct."))
@click.argument("ref")
@common_options
@click.pass_obj
def history(session: Session, ref: str) -> int:
    """Show the events of a request."""
    with session.register() as register:
        known = request_edits.known_ref(register, ref)
        events = read_history(register, known)
    session.show(
        {"ref": known, "events": [history_document(session.tr, one) for one in events]},
        lambda: list(history_lines(session.tr, events)),
    )
    return DONE


@click.command(help=mark("Correct a step recorded wrongly: a new event names it, it stays."))
@click.argument("ref")
@click.option("--event", "seq", type=click.IntRange(1), required=True,
              help=mark("Number of the event, as `request history` shows it."))  # fmt: skip
@click.option("--on", type=Day(), help=mark("The day on which it really was."))
@click.option("--channel", type=CHANNELS, help=mark("How it was really sent."))
@click.option("--right", type=RIGHTS, help=mark("Right decided on."))
@click.option("--decision", type=click.Choice([str(one) for one in Decision]),
              help=mark("The decision that was really taken."))  # fmt: skip
@click.option("--reason", help=mark("Reason code, such as A17_3_b."))
@click.option("--text", help=mark("The reason in words."))
@proof_options
@click.option("--undo", is_flag=True, help=mark("It never happened."))
@common_options
@click.pass_obj
def correct(session: Session, /, ref: str, seq: int, on: date | None, channel: str | None,
            *, undo: bool, **decision: object) -> int:  # fmt: skip
    """Correct a step."""
    with session.register() as register:
        decided = corrected_item(register, ref, decision, session.today)
        said = Correction(on, decided, Channel(channel) if channel else None, undo=undo)
        view = correcting.correct_step(register, ref, seq, said, session.today)
    return show_request(session, view)


@click.command(help=mark("Show the notes on a request, or write one."))
@click.argument("ref")
@click.option("--text", metavar="TEXT", help=mark("The note."))
@common_options
@click.pass_obj
def note(session: Session, ref: str, text: str | None) -> int:
    """Write a note, then show them all."""
    with session.register() as register:
        if text is None:
            notes = request_edits.read_notes(register, ref)
        else:
            notes = request_edits.write_note(register, ref, text, session.today)
    session.show(
        {"ref": ref.strip().upper(), "notes": [note_document(one) for one in notes]},
        lambda: list(note_lines(notes)),
    )
    return DONE


@click.command(help=mark("Change who handles a request, or the language of its answer."))
@click.argument("ref")
@click.option("--handled-by", metavar="NAME", help=mark("Who handles it from now on."))
@click.option("--language", type=click.Choice(["fr", "en"]), help=mark("Language of the answer."))
@common_options
@click.pass_obj
def edit(session: Session, ref: str, handled_by: str | None, language: str | None) -> int:
    """Edit a request."""
    with session.register() as register:
        view = request_edits.edit(
            register, ref, session.today, handled_by=handled_by, language=language
        )
    return show_request(session, view)


FILE_COMMANDS = {
    "requester": requester, "condition": condition, "complaint": complaint,
    "copy-sent": copy_sent, "steps": steps, "link": link, "reopen": reopen, "remind": reminder,
    "difference": difference, "history": history, "correct": correct, "note": note, "edit": edit,
    "origins": origins,
    "transfer": transfer,
}  # fmt: skip
"""The commands of this module by the name that the group `request` gives them."""
