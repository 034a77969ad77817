"""The dossier for the authority on the command line: of one request, or of the company."""

from pathlib import Path

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.dossiers import DossierMade, write_company_dossier, write_dossier
from dsr_desktop.services.register import Register
from dsr_desktop.wording.dossier import broken_log_warning


@click.command(help=mark("Make the dossier for the authority, of a request or of the company."))
@click.argument("ref", required=False)
@click.option("--company", is_flag=True, help=mark("Of the whole company, instead of a request."))
@click.option("--without-texts", is_flag=True,
              help=mark("Leave out what may tell of other people."))  # fmt: skip
@click.option("--out", required=True, type=PathGiven(), metavar="DIR",
              help=mark("Folder for the files."))  # fmt: skip
@common_options
@click.pass_obj
def dossier(
    session: Session, ref: str | None, out: Path, *, company: bool, without_texts: bool
) -> int:
    """Write the archive and say its fingerprint."""
    if (ref is None) != company:
        raise click.UsageError(session.tr("Give either the reference of a request, or --company."))
    with session.register() as register:
        made = _make(session, register, ref, out, without_texts=without_texts)
    document = {
        "ref": ref.upper() if ref else None, "path": str(made.path), "sha256": made.sha256,
        "files": made.files, "fingerprint": made.fingerprint, "broken_at": made.broken_at,
    }  # fmt: skip
    session.show(document, lambda: [str(made.path)])
    if made.broken_at is not None:
        session.say(broken_log_warning(session.tr, made.broken_at))
    return DONE


def _make(
    session: Session, register: Register, ref: str | None, out: Path, *, without_texts: bool
) -> DossierMade:
    if ref is None:
        return write_company_dossier(
            register, out, session.today, session.tr, progress=session.progress
        )
    return write_dossier(
        register, ref, out, session.today, session.tr, has_texts=not without_texts,
        progress=session.progress,
    )  # fmt: skip
