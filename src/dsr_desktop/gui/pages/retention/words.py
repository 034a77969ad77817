"""Turns counts and contacts into what the Retention page shows."""

from collections.abc import Iterator
from datetime import date

from dsr_desktop.domain.contact_retention import ContactState
from dsr_desktop.domain.retention_run import RunPlan
from dsr_desktop.gui.pages.retention.views import (
    STATES_SHOWN,
    ContactLine,
    HoldLine,
    RetentionView,
    RunQuestion,
    Show,
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.services.retention_review import (
    ContactUnderReview,
    HoldView,
    RetentionOverview,
)
from dsr_desktop.wording.contact_retention import (
    end_label,
    held_label,
    letter_text,
    misread_sentence,
    no_clock_sentence,
    rule_line,
    stale_sentence,
    state_label,
)
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.retention_run import plan_lines

_CHIPS = {
    ContactState.OVERDUE: (Tone.LATE, Icon.CIRCLE_ALERT),
    ContactState.DUE_SOON: (Tone.SOON, Icon.CLOCK),
    ContactState.HELD: (Tone.HOLD, Icon.LOCK),
    ContactState.RETAINED: (Tone.OK, Icon.ARCHIVE),
    ContactState.ACTIVE: (Tone.OUTLINE, Icon.CIRCLE_DASHED),
}


def view_of(tr: Tr, overview: RetentionOverview, company: str) -> RetentionView:
    """Say all counts."""
    contacts = tr.count("{n} contact", "{n} contacts", overview.contacts)
    due = sum(map(overview.count, STATES_SHOWN[Show.DUE]))
    state = tr("{contacts} · {n} due or due soon", contacts=contacts, n=tr.number(due))
    return RetentionView(
        state if overview.contacts else tr("No list in the register"),
        bool(overview.contacts),
        tuple(_show_label(tr, overview, one) for one in Show),
        tuple(_sentences(tr, overview)),
        tuple(_hold_line(tr, one) for one in overview.holds if one.hold.is_active),
        letter_text(tr, company, 1),
        tuple((one.source.id or 0, one.source.name) for one in overview.lists if one.states),
    )


def line_of(tr: Tr, one: ContactUnderReview) -> ContactLine:
    """Say one contact."""
    tone, icon = _CHIPS[one.state]
    return ContactLine(
        one.key, one.row_id, one.source_id, one.title, one.file,
        tr("{file}, row {n}", file=one.file, n=tr.number(one.row)), one.activity,
        tr.date(one.delete_on) if one.delete_on else tr("no clock"),
        tr.date(one.cnil_mark) if one.cnil_mark else "", _why(tr, one),
        ChipLook(state_label(tr, one.state), tone, icon),
    )  # fmt: skip


def question_of(tr: Tr, plan: RunPlan, rows: tuple[int, ...] | None) -> RunQuestion:
    """Ask once, with the counts."""
    question = tr.count("Delete {n} contact?", "Delete {n} contacts?", plan.contacts)
    stays = tr(
        "They leave the register for good; the files of the company stay as they are. Next you choose "
        "the folder of the report, which names nobody."
    )
    return RunQuestion(plan, rows, question, "\n".join((*plan_lines(tr, plan), stays)))


def _why(tr: Tr, one: ContactUnderReview) -> str:
    if one.held_by:
        return ", ".join(held_label(tr, held.kind, held.ref) for held in one.held_by)
    if one.by_law:
        return tr("kept by law alone: restricted")
    if one.ended_by and one.dates.ended_on:
        day = tr.date(one.dates.ended_on)
        return tr("{why}, {day}", why=end_label(tr, one.ended_by), day=day)
    if one.dates.last_contact_on:
        return tr("last contact {day}", day=tr.date(one.dates.last_contact_on))
    return tr("no end is known") if one.delete_on is None else rule_line(tr, one.rule)


def _show_label(tr: Tr, overview: RetentionOverview, one: Show) -> str:
    if one is Show.STALE:
        return tr("Silent 3 years ({n})", n=tr.number(overview.stale))
    number = tr.number(sum(map(overview.count, STATES_SHOWN[one])))
    words = {
        Show.DUE: tr("Due ({n})", n=number),
        Show.HELD: tr("Held ({n})", n=number),
        Show.RETAINED: tr("Kept ({n})", n=number),
        Show.ACTIVE: tr("No clock ({n})", n=number),
    }
    return words[one]


def _sentences(tr: Tr, overview: RetentionOverview) -> Iterator[str]:
    if without := overview.count(ContactState.ACTIVE):
        yield no_clock_sentence(tr, without)
    if overview.stale:
        yield stale_sentence(tr, overview.stale)
    for one in overview.lists:
        if one.misread:
            yield misread_sentence(tr, one.source.name, one.misread)
    if overview.copies:
        first = min(date.fromisoformat(one.purge_on) for one in overview.copies if one.purge_on)
        yield tr.count(
            "{n} working copy goes by itself, on {day} at the earliest.",
            "{n} working copies go by themselves, on {day} at the earliest.",
            len(overview.copies), day=tr.date(first),
        )  # fmt: skip


def _hold_line(tr: Tr, one: HoldView) -> HoldLine:
    contacts = tr.count("{n} contact", "{n} contacts", one.contacts)
    day = tr.date(one.hold.review_on)
    review = (
        tr("to be looked at again since {day}", day=day)
        if one.is_expired
        else tr("to be looked at again on {day}", day=day)
    )
    who = tr("set by {name} on {day}", name=one.hold.set_by, day=tr.date(one.hold.set_on))
    detail = " · ".join(filter(None, (contacts, one.file, who, review)))
    return HoldLine(one.hold.id, one.hold.reason, detail, one.is_expired)
