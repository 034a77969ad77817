"""Says what is known of contacts."""

from collections.abc import Iterator
from datetime import date

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.restriction import RowState
from dsr_desktop.domain.row_title import cells_by_field
from dsr_desktop.domain.source import Place
from dsr_desktop.domain.suppression import SuppressionScope
from dsr_desktop.gui.pages.contacts.views import ContactFacts, ContactLine
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.services.contact_list import ContactDetails, ContactSeen, ContactsFound
from dsr_desktop.services.retention_review import ContactUnderReview
from dsr_desktop.wording.contact_retention import held_label
from dsr_desktop.wording.contact_retention import state_label as clock_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.restriction import state_label
from dsr_desktop.wording.suppression import scope_label

_ICONS = {
    RowState.RESTRICTED: Icon.LOCK,
    RowState.FROZEN: Icon.ERASER,
    RowState.ARCHIVED: Icon.ARCHIVE,
}
_ASKED_BY = {"name": Field.NAME, "given_name": Field.GIVEN_NAME, "family_name": Field.FAMILY_NAME,
             "email": Field.EMAIL, "phone": Field.PHONE}  # fmt: skip


def state_of(tr: Tr, found: ContactsFound) -> str:
    """Say how many contacts are shown, and of how many."""
    if not found.total:
        return tr("No list in the register")
    everybody = tr.count("{n} contact", "{n} contacts", found.total)
    if len(found.ids) == found.total:
        return everybody
    return tr("{n} of {count}", n=tr.number(len(found.ids)), count=everybody)


def line_of(tr: Tr, seen: ContactSeen) -> ContactLine:
    """Say one contact."""
    chips = _chips(tr, seen)
    return ContactLine(
        seen.row_id, seen.title,
        tr("{file}, row {n}", file=seen.file, n=tr.number(seen.row)),
        seen.email, seen.phone, seen.company, chips[0] if chips else None,
    )  # fmt: skip


def use_chips(tr: Tr) -> tuple[ChipLook, ...]:
    """Return every chip that the table can show, to measure its column."""
    return (*(_apart_chip(tr, one) for one in RowState), _opposed_chip(tr))


def facts_of(tr: Tr, details: ContactDetails) -> ContactFacts:
    """Say everything about one contact."""
    place = details.place
    return ContactFacts(
        place.row.id, place.source.id or 0, details.seen.title, _chips(tr, details.seen),
        tuple(_values(tr, place)), tuple(_provenance(tr, details)), details.requests,
        _criteria(place),
    )  # fmt: skip


def _chips(tr: Tr, seen: ContactSeen) -> tuple[ChipLook, ...]:
    apart = tuple(_apart_chip(tr, one) for one in seen.apart)
    return (*apart, _opposed_chip(tr)) if seen.is_opposed else apart


def _apart_chip(tr: Tr, state: RowState) -> ChipLook:
    return ChipLook(state_label(tr, state), Tone.HOLD, _ICONS[state])


def _opposed_chip(tr: Tr) -> ChipLook:
    return ChipLook(scope_label(tr, SuppressionScope.MARKETING), Tone.SOON, Icon.SHIELD_ALERT)


def _values(tr: Tr, place: Place) -> Iterator[KeyValue]:
    headers = {one.number: one.header for one in place.sheet.columns}
    for number, text in enumerate(place.row.all_cells, 1):
        if text:
            letters = tr("Column {letters}", letters=column_letters(number))
            yield KeyValue(headers.get(number) or letters, text)


def _provenance(tr: Tr, details: ContactDetails) -> Iterator[KeyValue]:
    source, sheet, row = details.place.source, details.place.sheet, details.place.row
    pairs = (
        (tr("File"), source.name),
        (tr("Sheet"), sheet.name if sheet.name not in source.name else ""),
        (tr("Row"), tr.number(row.n)),
        (tr("Imported on"), tr.date(date.fromisoformat(source.imported_at[:10]))),
        (tr("Imported by"), source.imported_by),
        (tr("Activity"), source.activity or tr("Not said")),
        (tr("Channel"), cells_by_field(details.place)(Field.CHANNEL) or source.channel or ""),
        (tr("Collected on"), _day(tr, source.collected_on)),
        (tr("Privacy policy"), source.policy_version or ""),
        *_retention(tr, details.clock),
    )
    return (KeyValue(key, value) for key, value in pairs if value)


def _retention(tr: Tr, clock: ContactUnderReview | None) -> Iterator[tuple[str, str]]:
    if clock is None:
        return
    yield tr("Retention"), clock_label(tr, clock.state)
    yield tr("Delete by"), tr.date(clock.delete_on) if clock.delete_on else tr("no clock")
    yield tr("Held by"), ", ".join(held_label(tr, one.kind, one.ref) for one in clock.held_by)


def _day(tr: Tr, text: str | None) -> str:
    return tr.date(date.fromisoformat(text)) if text else ""


def _criteria(place: Place) -> Criteria | None:
    """Return what finds the person: names, e-mail and phone as they stand there."""
    cell = cells_by_field(place)
    said = {name: (text,) for name, field in _ASKED_BY.items() if (text := cell(field))}
    try:
        return make_criteria(said)
    except InvalidInputError:  # nothing of the row is a name, an e-mail or a number
        return None
