"""Commands that make and check a register."""

import click

from dsr_desktop.cli.session import DONE, FAILED, Session, common_options
from dsr_desktop.cli.shapes import notice_text
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.register import Company, make_register
from dsr_desktop.services.verifying import Verification
from dsr_desktop.services.verifying import verify as verify_register
from dsr_desktop.wording.fingerprint import found_sentence


@click.command(help=mark("Make a new, empty register."))
@click.option("--company", required=True, help=mark("Name of the company."))
@click.option("--country", default="FR", help=mark("Where the company acts (FR, BE, DE…)."))
@click.option("--subdivision", help=mark("Region whose public holidays count as well (57, 6AE…)."))
@click.option("--dpo-name", default="", help=mark("Name of the data protection officer."))
@click.option("--dpo-contact", default="", help=mark("How people reach the DPO."))
@common_options
@click.pass_obj
def init(session: Session, company: str, country: str, subdivision: str | None, dpo_name: str,
         dpo_contact: str) -> int:  # fmt: skip
    """Make the register at the session's path."""
    details = Company(company, country.upper(), subdivision, dpo_name, dpo_contact)
    path = session.register_path
    make_register(path, session.passphrase(twice=True), details, tr=session.tr).close()
    session.show(
        {"register": str(path), "company": company, "country": details.country},
        lambda: [session.tr("The register is ready: {path}", path=path)],
    )
    return DONE


@click.command(help=mark("Check that the register is whole: pages, links, event log, index."))
@click.option("--fingerprint", default="", metavar="TEXT",
              help=mark("Fingerprint kept on a letter or report: tells if the log was cut off."))  # fmt: skip
@common_options
@click.pass_obj
def verify(session: Session, fingerprint: str) -> int:
    """Name everything that is wrong; exit 1 if anything is."""
    with session.register(tidies=False) as register:  # looking at the evidence changes nothing
        result = verify_register(register, fingerprint)
    problems = [notice_text(session.tr, problem) or "" for problem in result.problems]
    sound = session.tr.count(
        "The register is sound: {n} event.", "The register is sound: {n} events.", result.events
    )
    session.show(
        {
            "sound": result.sound,
            "problems": problems,
            "details": list(result.details),
            "events": result.events,
            "fingerprint": result.fingerprint,
            "found_at": result.found_at,
        },
        lambda: problems or [sound, *_found(session, result)],
    )
    if len(result.problems) > result.lacks_kept:
        session.say(session.tr("The register is damaged. Restore a backup."))
    return DONE if result.sound else FAILED


def _found(session: Session, result: Verification) -> list[str]:
    """Say where in the log the fingerprint asked for stands; nothing if none was asked for."""
    return (
        []
        if result.found_at is None
        else [found_sentence(session.tr, result.found_at, result.events)]
    )
