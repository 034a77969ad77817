"""A list that is about to be used, on the command line: given back without those who may not go."""

from collections.abc import Iterator
from pathlib import Path

import click

from dsr_desktop.cli.record_shapes import Document, disclosed_document
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.use_options import use_of, use_options
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.outgoing import OutgoingList
from dsr_desktop.services.list_checks import ListGivenBack, check_list, give_back_list
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.list_check import counts, doubts
from dsr_desktop.wording.records import warning_sentence


@click.command(
    help=mark(
        "Give a list that is about to be used back without those who may not go with it, and record "
        "who gets it."
    )
)
@click.argument("path", type=PathGiven(), metavar="LIST")
@use_options
@click.option("--out", type=PathGiven(), metavar="DIR",
              help=mark("Folder for the files; without it, rows are counted and nothing is written."))  # fmt: skip
@common_options
@click.pass_obj
def screen(session: Session, /, path: Path, recipient: str, purpose: str,
           needs_consent: bool | None, out: Path | None) -> int:  # fmt: skip
    """Check the list, and with a folder write its copy and the certificate."""
    tr = session.tr
    with session.register() as register:
        use = use_of(register, recipient, purpose, needs_consent)
        if out is None:
            told = check_list(register, path, use, session.today, session.progress)
            session.show(list_document(told), lambda: list(_lines(tr, told)))
            return DONE
        made = give_back_list(register, path, use, out, session.today, tr, session.progress)
    session.show(
        _given_back_document(made),
        lambda: [
            *_lines(tr, made.certificate.checked), str(made.path), str(made.certificate_path),
        ],
    )  # fmt: skip
    if made.certificate.warning is not None:
        session.say(warning_sentence(tr, made.certificate.warning))
    return DONE


def _lines(tr: Tr, told: OutgoingList) -> Iterator[str]:
    for label, number in counts(tr, told):
        yield tr.pair(label, number)
    yield from doubts(tr, told)


def list_document(told: OutgoingList) -> Document:
    """Return what a check found as JSON has it: counts, and numbers of rows alone."""
    return {
        "rows": told.rows,
        "kept": told.kept,
        "left_out": {str(why): n for why, n in told.counts.items()},
        "doubtful": [
            {"sheet": one.name, "rows": list(one.doubtful)} for one in told.sheets if one.doubtful
        ],
        "fields": [str(one) for one in told.fields],
        "format": told.format,
        "encoding": told.encoding,
        "consent_needed": told.consent_needed,
        "sha256_before": told.sha256,
    }


def _given_back_document(made: ListGivenBack) -> Document:
    told = made.certificate
    return {
        **list_document(told.checked),
        "path": str(made.path),
        "sha256_after": told.sha256_after,
        "certificate": {
            "path": str(made.certificate_path),
            "made_on": told.made_on.isoformat(),
            "made_by": told.made_by,
            "recipient": told.recipient,
            "purpose": told.purpose,
            "warning": told.warning and str(told.warning),
            "fingerprint": told.fingerprint,
        },
        "disclosure": disclosed_document(made.disclosed),
    }
