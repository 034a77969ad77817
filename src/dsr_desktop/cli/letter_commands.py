"""Letters on the command line: which are due, what they say, the files, what was sent."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from dsr_desktop.cli.request_shown import show_request
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day, PathGiven
from dsr_desktop.domain.communication import AddressState
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.kept_letter import KeptLetter
from dsr_desktop.domain.letter import Letter
from dsr_desktop.domain.letter_values import parse_set
from dsr_desktop.domain.letters import INCLUDABLE, Block, LetterKind
from dsr_desktop.domain.letters_due import LetterStanding
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel
from dsr_desktop.services.letter_sending import Sending, send_letter
from dsr_desktop.services.letter_templates import check_own_templates, write_templates
from dsr_desktop.services.letter_writing import (
    LetterOrder,
    draft_letter,
    write_letter,
)
from dsr_desktop.services.letters import letters_of_request
from dsr_desktop.wording.language import LANGUAGES
from dsr_desktop.wording.letters import kept_line, placeholder_label, standing_line

_KINDS = click.Choice([str(one) for one in LetterKind])
_ADDRESSES = click.Choice([str(one) for one in AddressState])


class _LetterGroup(click.Group):
    """Takes a reference in the place of a command for `write`: `letter DSR-2026-0001 --kind …`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        is_command = self.get_command(ctx, args[0]) is not None or args[0].startswith("-")
        return super().resolve_command(ctx, args if is_command else ["write", *args])


@click.group(cls=_LetterGroup, help=mark("Letters in French and English, as PDF and .docx."))
@common_options
def letter() -> None:
    """Group of the commands on letters."""


@letter.command("list", help=mark("List which letters a request needs, may have and had."))
@click.argument("ref")
@common_options
@click.pass_obj
def list_(session: Session, ref: str) -> int:
    """List the letters."""
    with session.register() as register:
        found = letters_of_request(register, ref, session.today)
    tr = session.tr
    session.show(
        {"ref": found.ref, "letters": [_standing(one) for one in found.standings],
         "written": [_kept(one) for one in found.kept]},
        lambda: [*(standing_line(tr, one) for one in found.standings),
                 *(kept_line(tr, one) for one in found.kept)],
    )  # fmt: skip
    return DONE


@letter.command("write", help=mark("Show a letter, or write it as PDF and .docx."))
@click.argument("ref", default="")
@click.option("--kind", type=_KINDS, required=True, help=mark("Which letter."))
@click.option("--out", type=PathGiven(), metavar="DIR", help=mark("Folder for the files."))
@click.option("--set", "texts", multiple=True, metavar="NAME=TEXT",
              help=mark("A text of your own; \\n begins a new line. May be given several times."))  # fmt: skip
@click.option("--with", "included", multiple=True, help=mark("Block to add."),
              type=click.Choice([str(one) for one in Block if one in INCLUDABLE]))  # fmt: skip
@click.option(
    "--draft", is_flag=True, help=mark("Also write a mail, not yet sent, that brings it.")
)
@click.option("--address", type=_ADDRESSES,
              help=mark("What is known of the address that the draft goes to."))  # fmt: skip
@click.option("--source", "source_id", type=int, default=0, metavar="ID",
              help=mark("List that a letter under art. 14 is about."))  # fmt: skip
@click.option("--in", "language", type=click.Choice(LANGUAGES), default=None,
              help=mark("Language of the letter; that of the request if left out."))  # fmt: skip
@common_options
@click.pass_obj
def write(session: Session, /, ref: str, kind: str, out: Path | None, texts: tuple[str, ...],
          included: tuple[str, ...], address: str | None, source_id: int, language: str | None,
          *, draft: bool) -> int:  # fmt: skip
    """Show or write a letter."""
    _check_draft(session, out, address, draft=draft)
    order = LetterOrder(
        LetterKind(kind), ref, parse_set(texts), frozenset(map(Block, included)), source_id,
        language or "",
    )  # fmt: skip
    known = AddressState(address) if address is not None else None
    with session.register() as register:
        drafted = draft_letter(register, order, session.today)
        files: Sequence[Path] = ()
        if out is not None:
            made = write_letter(register, order, out, session.today, address=known)
            files = [one for one in (made.pdf, made.docx, made.eml) if one is not None]
    _show_letter(session, drafted.letter, dict(drafted.free), files)
    return DONE


@letter.command("sent", help=mark("Record that a letter was sent, with what follows from it."))
@click.argument("ref")
@click.option("--kind", type=_KINDS, required=True, help=mark("Which letter."))
@click.option("--on", type=Day(), help=mark("Day on which it left; today if left out."))
@click.option("--channel", type=click.Choice([str(one) for one in Channel]), required=True,
              help=mark("How it left."))  # fmt: skip
@click.option("--address", type=_ADDRESSES, required=True,
              help=mark("What was known of the address that you sent it to."))  # fmt: skip
@common_options
@click.pass_obj
def sent(session: Session, ref: str, kind: str, on: date | None, channel: str,
         address: str) -> int:  # fmt: skip
    """Record the sending."""
    sending = Sending(
        LetterKind(kind), on or session.today, Channel(channel), AddressState(address)
    )
    with session.register() as register:
        view = send_letter(register, ref, sending, session.today)
    return show_request(session, view)


@letter.command("templates", help=mark("Write the shipped wording to start your own from."))
@click.option("--out", required=True, type=PathGiven(), metavar="DIR",
              help=mark("Folder for the files."))  # fmt: skip
@common_options
@click.pass_obj
def templates(session: Session, out: Path) -> int:
    """Write the templates."""
    with session.register() as register:
        paths = write_templates(register, out)
    session.show({"files": [str(one) for one in paths]}, lambda: [str(one) for one in paths])
    return DONE


@letter.command("check", help=mark("Check the company's own wording beside the register."))
@common_options
@click.pass_obj
def check(session: Session) -> int:
    """Check the company's own files."""
    with session.register() as register:
        paths = check_own_templates(register)
    none = session.tr("The company has no wording of its own: the shipped one is used.")
    session.show(
        {"files": [str(one) for one in paths]}, lambda: [str(one) for one in paths] or [none]
    )
    return DONE


def _check_draft(session: Session, out: Path | None, address: str | None, *, draft: bool) -> None:
    """Refuse a draft that would not be written, or of which nobody said where it goes (R-COM-9)."""
    if draft and out is None:
        raise click.UsageError(session.tr("A draft is a file too: say with --out where it goes."))
    if draft and address is None:
        raise click.UsageError(
            session.tr("Say with --address what is known of the address that the draft goes to.")
        )
    if address is not None and not draft:
        raise click.UsageError(
            session.tr("An address counts for a draft alone: add --draft, or leave it out.")
        )


def _show_letter(
    session: Session, shown: Letter, free: dict[str, str], files: Sequence[Path]
) -> None:
    document = {
        "ref": shown.ref or None, "kind": shown.kind, "language": shown.language,
        "subject": shown.subject, "text": shown.body, "gaps": list(shown.gaps),
        "empty": list(shown.empty), "free": free, "own_words": shown.own_words,
        "files": [str(one) for one in files],
    }  # fmt: skip
    text = [shown.subject, "", *shown.body.splitlines()]
    session.show(document, lambda: [str(one) for one in files] or text)
    if shown.gaps:
        tr = session.tr
        names = ", ".join(f"{placeholder_label(tr, one)} ({one})" for one in shown.gaps)
        session.say(tr("Still to fill in: {names}", names=names))


def _standing(one: LetterStanding) -> dict[str, object]:
    return {"kind": one.kind, "state": one.state, "hurdle": one.hurdle}


def _kept(one: KeptLetter) -> dict[str, object]:
    return {
        "id": one.id, "kind": one.kind, "language": one.language, "subject": one.subject,
        "made_on": one.made_on.isoformat(), "made_by": one.made_by, "sent_on": iso(one.sent_on),
        "pdf_sha256": one.pdf_sha256, "docx_sha256": one.docx_sha256,
    }  # fmt: skip
