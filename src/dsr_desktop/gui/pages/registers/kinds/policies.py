"""Versions of the privacy policy, and which import fell under which."""

from collections.abc import Callable
from functools import partial

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.policy_version import PolicyUse, PolicyVersion
from dsr_desktop.gui.pages.registers.inputs import Input, Typed
from dsr_desktop.gui.pages.registers.views import (
    Action,
    Answer,
    Asked,
    Confirmed,
    Desk,
    Head,
    Kind,
    Line,
    Listing,
    facts_of,
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import TextStyle, Tone
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.services.policy_versions import (
    add_policy_version,
    change_policy_version,
    list_policy_uses,
    remove_policy_version,
)
from dsr_desktop.wording.language import Tr


def _heads(tr: Tr) -> tuple[Head, ...]:
    return (Head(tr("Version")), Head(tr("Imports"), 96), Head(tr("State"), 150))


def _read(desk: Desk) -> Listing:
    tr = desk.tr
    uses = list_policy_uses(desk.register)
    versions = [one.recorded for one in uses if one.recorded]
    open_ends = sum(one.recorded is None for one in uses)
    begun = [one for one in versions if one.in_force_from <= desk.today]
    current = max(begun, key=lambda one: one.in_force_from, default=None)
    return Listing(
        lines=tuple(_line(desk, one, current) for one in uses),
        state=tr.count("{n} version", "{n} versions", len(versions)),
        waiting=open_ends,
        actions=(_adding(desk),),
    )


def _line(desk: Desk, use: PolicyUse, current: PolicyVersion | None) -> Line:
    tr, version = desk.tr, use.recorded
    name = use.name or tr("No version said")
    day = tr("from {day}", day=tr.date(version.in_force_from)) if version else ""
    return Line(
        key=f"{version.id if version else 0} {use.name}",
        title=name,
        cells=(CellLook(name, day, style=TextStyle.STRONG),
               CellLook(tr.number(len(use.sources)), number=True),
               CellLook(chip=_chip(desk, version, current))),
        sort_values=(version.in_force_from.toordinal() if version else 0, len(use.sources),
                     version is None),
        facts=_facts(desk, use),
        hints=() if version else (_gap(tr, use),),
        actions=_actions(desk, use),
    )  # fmt: skip


def _chip(desk: Desk, version: PolicyVersion | None, current: PolicyVersion | None) -> ChipLook:
    tr = desk.tr
    if version is None:
        return ChipLook(tr("Not recorded"), Tone.SOON, Icon.TRIANGLE_ALERT)
    if version == current:
        return ChipLook(tr("In force"), Tone.OK, Icon.CIRCLE_CHECK)
    if version.in_force_from > desk.today:
        return ChipLook(tr("To come"), Tone.INFO, Icon.CLOCK)
    return ChipLook(tr("Replaced"), Tone.HOLD, Icon.ARCHIVE)


def _gap(tr: Tr, use: PolicyUse) -> str:
    if use.name:
        return tr("Imports name this version and it is not recorded. Add it with its first day.")
    return tr("Nobody said under which version these were collected. Say it at the next import.")


def _facts(desk: Desk, use: PolicyUse) -> tuple[KeyValue, ...]:
    tr, version = desk.tr, use.recorded
    said = {}
    if version:
        said = {
            tr("In force from"): tr.date(version.in_force_from),
            tr("What changed"): version.note,
            tr("Digest of its text"): version.sha256,
        }
    imports = tuple(KeyValue(tr("Import"), one.name) for one in use.sources)
    return (*facts_of(desk, said), *(imports or (KeyValue(tr("Imports"), tr("none")),)))


def _actions(desk: Desk, use: PolicyUse) -> tuple[Action, ...]:
    tr, version = desk.tr, use.recorded
    if version is None:
        return (_recording(desk, use.name),) if use.name else ()
    asked = Asked(
        tr("Change version {name}", name=version.version), tr("Record the change"),
        _inputs(tr, version),
        sentence=tr("Without a file the digest of its text stays."),
    )  # fmt: skip
    change = Action(
        tr("Change…"), Icon.FILE_TEXT, asked,
        partial(_write, desk, version.id, change_policy_version),
    )  # fmt: skip
    return (change, _removal(desk, use, version))


def _removal(desk: Desk, use: PolicyUse, version: PolicyVersion) -> Action:
    tr = desk.tr
    imports = tr.count("{n} import names it", "{n} imports name it", len(use.sources))
    question = Confirmed(
        tr("Remove version {name}?", name=version.version),
        tr("{imports} and would stand under a version that is not recorded.", imports=imports),
        tr("Remove the version"),
    )
    return Action(
        tr("Remove…"), Icon.TRASH, question,
        lambda _answer: remove_policy_version(desk.register, version.id),
    )  # fmt: skip


def _adding(desk: Desk) -> Action:
    return _recording(desk, "")


def _recording(desk: Desk, name: str) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Record a version of the privacy policy"), tr("Record the version"),
        _inputs(tr, PolicyVersion(name, desk.today)),
        sentence=tr("It holds from its first day until the next one's. Of the file only the digest "
                    "is kept."),
    )  # fmt: skip
    return Action(
        tr("Record a version…"), Icon.PLUS, asked, partial(_write, desk, 0, add_policy_version)
    )


def _inputs(tr: Tr, one: PolicyVersion) -> tuple[Input, ...]:
    return (
        Input("version", tr("Name of the version"), value=one.version, required=True, narrow=True),
        Input("in_force_from", tr("In force from"), Typed.DAY, one.in_force_from, required=True,
              narrow=True),
        Input("note", tr("What changed"), Typed.NOTE, one.note),
        Input("text", tr("File with its text"), Typed.FILE),
    )  # fmt: skip


def _write(
    desk: Desk, id_: int, write: Callable[..., PolicyVersion], answer: Answer
) -> PolicyVersion:  # fmt: skip
    said = dict(answer)
    text = said.pop("text")
    return write(desk.register, PolicyVersion(**said, id=id_), text)


POLICIES = Kind(
    "policies", Icon.FILE_TEXT, mark("Policy versions"), mark("No version is recorded"),
    mark("Record the privacy policy with the day from which it holds: imports fall under it."),
    _heads, _read,
)  # fmt: skip
