"""Versions of the privacy policy on the command line, and the imports under each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.record_shapes import policy_document, record_document
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day, PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.policy_version import PolicyUse, PolicyVersion
from dsr_desktop.services.policy_versions import (
    add_policy_version,
    change_policy_version,
    list_policy_uses,
    policy_version_of,
    remove_policy_version,
)
from dsr_desktop.wording.language import Tr


def _show(session: Session) -> int:
    with session.register() as register:
        uses = list_policy_uses(register)
    session.show(
        {"policies": [policy_document(one) for one in uses]},
        lambda: list(_lines(session.tr, uses)),
    )
    return DONE


def _lines(tr: Tr, uses: tuple[PolicyUse, ...]) -> Iterator[str]:
    for one in uses:
        imports = tr.count("{n} import", "{n} imports", len(one.sources))
        if one.recorded is not None:
            day = tr.date(one.recorded.in_force_from)
            said = tr("in force from {day}", day=day)
        else:
            said = tr("not recorded as a version")
        yield tr.pair(one.name or tr("No version said"), f"{said} · {imports}")


policies = listing_group(
    "policies", _show,
    about=mark("Versions of the privacy policy, and which import fell under which."),
    listing=mark("List the versions with the imports under each."),
)  # fmt: skip


@policies.command("add", help=mark("Record a version of the privacy policy."))
@click.argument("version")
@click.option("--from", "day", type=Day(), required=True, help=mark("First day it is in force."))
@click.option("--file", "text", type=PathGiven(dir_okay=False), metavar="FILE",
              help=mark("File with its text; only its digest is kept."))  # fmt: skip
@click.option("--note", default="", metavar="TEXT", help=mark("What changed."))
@common_options
@click.pass_obj
def add(session: Session, version: str, day: date, text: Path | None, note: str) -> int:
    """Record the version."""
    with session.register() as register:
        added = add_policy_version(register, PolicyVersion(version, day, note=note), text)
    session.show(record_document(added), lambda: list(_lines(session.tr, (_alone(added),))))
    return DONE


@policies.command("change", help=mark("Change a version; what is left out stays."))
@click.argument("version_id", type=int, metavar="ID")
@click.option("--name", metavar="TEXT", help=mark("Its name."))
@click.option("--from", "day", type=Day(), help=mark("First day it is in force."))
@click.option("--file", "text", type=PathGiven(dir_okay=False), metavar="FILE",
              help=mark("File with its text; only its digest is kept."))  # fmt: skip
@click.option("--note", metavar="TEXT", help=mark("What changed."))
@common_options
@click.pass_obj
def change(session: Session, /, version_id: int, name: str | None, day: date | None,
           text: Path | None, note: str | None) -> int:  # fmt: skip
    """Change what is given."""
    with session.register() as register:
        before = policy_version_of(register, version_id)
        wanted = replace(
            before,
            version=before.version if name is None else name,
            in_force_from=day or before.in_force_from,
            note=before.note if note is None else note,
        )
        changed = change_policy_version(register, wanted, text)
    session.show(record_document(changed), lambda: list(_lines(session.tr, (_alone(changed),))))
    return DONE


@policies.command("remove", help=mark("Remove a version; imports that name it go on naming it."))
@click.argument("version_id", type=int, metavar="ID")
@common_options
@click.pass_obj
def remove(session: Session, version_id: int) -> int:
    """Remove the version."""
    with session.register() as register:
        imports = remove_policy_version(register, version_id)
    session.show({"id": version_id, "imports": imports}, lambda: [session.tr("Removed.")])
    return DONE


def _alone(version: PolicyVersion) -> PolicyUse:
    return PolicyUse(version.version, version, ())
