"""Building the package for the person: the portability bundle, or the answer to access."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dsr_desktop.cli.origin_commands import origin_command
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.shapes import exclusion_document, place_document
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.access_package import PackageForm
from dsr_desktop.domain.communication import AddressState
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.unsettled import UnsettledBasisError, UnsettledOriginError
from dsr_desktop.services.access_packages import HandingOver, build_access
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.packaging import Bundle, build_portability
from dsr_desktop.wording.access_package import reissued_sentence
from dsr_desktop.wording.checklist import outdated_search
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.other_names import rows_name_another, rows_to_check, where_row

_FORMATS = {
    Right.PORTABILITY: ("both", "json", "csv"),
    Right.ACCESS: tuple(str(one) for one in PackageForm),
}
"""The formats of each package, the usual one first."""


@click.command(help=mark("Build the package for the person, encrypted."))
@click.argument("ref")
@click.option("--right", type=click.Choice([str(one) for one in _FORMATS]), required=True,
              help=mark("What the package answers."))  # fmt: skip
@click.option("--out", required=True, type=PathGiven(), metavar="DIR",
              help=mark("Folder for the files."))  # fmt: skip
@click.option("--format", "form", type=click.Choice([one for each in _FORMATS.values() for one in each]),
              help=mark("Portability: formats inside (both); access: how it leaves (zip)."))  # fmt: skip
@click.option("--address", type=click.Choice([str(one) for one in AddressState]),
              help=mark("Access: what is known of the address it goes to."))  # fmt: skip
@click.option("--reason", default="", metavar="TEXT",
              help=mark("Access in a plain-zip: how the person asked for it."))  # fmt: skip
@click.option("--bom", is_flag=True,
              help=mark("Portability: begin the CSV files with a byte-order mark, for Excel."))  # fmt: skip
@click.option("--passphrase-out", type=PathGiven(), metavar="FILE",
              help=mark("File for the generated passphrase; else it is the last line printed."))  # fmt: skip
@common_options
@click.pass_obj
def package(
    session: Session, /, ref: str, right: str, out: Path, form: str | None, address: str | None,
    reason: str, passphrase_out: Path | None, *, bom: bool,
) -> int:  # fmt: skip
    """Build the package; its passphrase is shown once."""
    possible = _FORMATS[Right(right)]
    form = form or possible[0]
    if form not in possible:
        raise click.UsageError(
            session.tr("For {right} the format is one of: {forms}.", right=right,
                       forms=", ".join(possible))
        )  # fmt: skip
    if Right(right) is Right.PORTABILITY:
        return _portability(session, ref, out, form, passphrase_out, bom=bom)
    if address is None:
        raise click.UsageError(session.tr("Say with --address what is known of where it goes."))
    how = HandingOver(PackageForm(form), AddressState(address), reason)
    return _access(session, ref, out, how, passphrase_out)


def _access(
    session: Session, ref: str, out: Path, how: HandingOver, passphrase_out: Path | None
) -> int:
    with session.register() as register:
        made = build_access(register, ref, out, session.today, how, passphrase_out=passphrase_out)
    document: dict[str, object] = {
        "ref": ref.upper(), "right": "access", "format": made.form, "path": str(made.path),
        "how_to_open": str(made.how_to_open) if made.how_to_open else None,
        "dispatch": made.dispatch, "items": made.items, "withheld": made.withheld,
        "sha256": made.sha256, "reissued": made.is_reissued,
    }  # fmt: skip
    lines = [str(made.path), *([str(made.how_to_open)] if made.how_to_open else [])]
    if made.passphrase and passphrase_out is None:
        document["passphrase"] = made.passphrase
        lines.append(made.passphrase)
    session.show(document, lambda: lines)
    if made.is_reissued:
        session.say(reissued_sentence(session.tr))
    if not made.search_is_current:
        session.say(outdated_search(session.tr))
    return DONE


def _portability(
    session: Session, ref: str, out: Path, form: str, passphrase_out: Path | None, *, bom: bool
) -> int:
    formats = ("json", "csv") if form == "both" else (form,)
    with session.register() as register, _remedies_named():
        language = view_request(register, ref, session.today).request.language
        bundle = build_portability(
            register, ref, out, session.today, speak(language), formats=formats,
            passphrase_out=passphrase_out, byte_order_mark=bom,
        )  # fmt: skip
    document: dict[str, object] = {
        "ref": ref, "right": "portability", "path": str(bundle.path), "records": bundle.records,
        "excluded": [exclusion_document(one) for one in bundle.excluded], "sha256": bundle.sha256,
        "naming_others": [place_document(place) for place in bundle.naming_others],
    }  # fmt: skip
    lines = [str(bundle.path)]
    if passphrase_out is None:
        document["passphrase"] = bundle.passphrase
        lines.append(bundle.passphrase)
    session.show(document, lambda: lines)
    _warn_of_other_names(session, bundle)
    if not bundle.search_is_current:
        session.say(outdated_search(session.tr))
    return DONE


@contextmanager
def _remedies_named() -> Iterator[None]:
    """Say of what is not settled which commands settle it."""
    try:
        yield
    except UnsettledOriginError as error:
        raise NotAllowedError(
            mark(
                "Nobody has said who the values of some columns come from: {columns}. Say it of "
                "each with {commands}: provided, observed, inferred or internal."
            ),
            columns=error.details["columns"],
            commands=", ".join(map(origin_command, error.columns)),
        ) from error
    except UnsettledBasisError as error:
        raise NotAllowedError(
            mark(
                "The legal basis of {files} is not settled: no activity is named, or the DPO has "
                "not confirmed it. Say which it is, for example with {commands}."
            ),
            files=error.details["files"],
            commands=", ".join(dict.fromkeys(_remedy(error, one) for one in error.sources)),
        ) from error


def _remedy(error: UnsettledBasisError, source: Source) -> str:
    """Write the command that settles the basis: confirm the activity, or name one."""
    if source.activity in error.unconfirmed:
        return f"`activities confirm {source.activity}`"
    return f"`sources activity {source.id} PA3`"


def _warn_of_other_names(session: Session, bundle: Bundle) -> None:
    if named := bundle.naming_others:
        session.say(rows_name_another(session.tr, len(named)))
        session.say(rows_to_check(session.tr, map(where_row, named)))
