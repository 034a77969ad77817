"""Words of the review of an access package: choices, what was pointed out, where a piece stands."""

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.disclosure import Disclosure
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.own_record import OwnFound, RecordKind
from dsr_desktop.domain.review import Choice, PackageReview
from dsr_desktop.domain.review_item import Found, ItemKind, ReviewItem
from dsr_desktop.domain.source import sheet_apart
from dsr_desktop.domain.suppression import SuppressionEntry
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.own_records import part_label
from dsr_desktop.wording.sources import field_label
from dsr_desktop.wording.suppression import kind_label, reason_label, scope_label

_CHOICES = {
    Choice.INCLUDE: mark("Goes in"),
    Choice.MASK: mark("Masked"),
    Choice.EXCLUDE: mark("Stays out"),
}
_FOUND = {
    Found.NAME: mark("name of somebody else"),
    Found.EMAIL: mark("e-mail of somebody else"),
    Found.PHONE: mark("phone number of somebody else"),
    Found.IBAN: mark("bank account (IBAN)"),
    Found.NOT_HERS: mark("may be about somebody else"),
    Found.MENTION: mark("row about somebody else that mentions the person"),
}
_RECORDS = {
    RecordKind.REQUEST: mark("Your request {ref}"),
    RecordKind.SUPPRESSION: mark("Opposition list"),
    RecordKind.HELD_ROW: mark("Rows held back"),
    RecordKind.CONSENT: mark("Consents"),
    RecordKind.DISCLOSURE: mark("Data passed on"),
    RecordKind.CALL_SHEET: mark("Phone calls"),
}


def mask_words(tr: Tr) -> str:
    """Return what stands in the place of somebody else's data."""
    return tr("[masked: third party]")


def choice_label(tr: Tr, choice: Choice) -> str:
    """Name of what becomes of a piece."""
    return tr(_CHOICES[choice])


def found_label(tr: Tr, found: Found) -> str:
    """Say what in a text may be somebody else's."""
    return tr(_FOUND[found])


def group_title(tr: Tr, item: ReviewItem) -> str:
    """Name of the source with which a piece is shown and handed over."""
    if item.kind is ItemKind.SYSTEM:
        return tr("System: {name}", name=item.name)
    if item.record is None:
        return item.name
    known = _RECORDS.get(item.record)
    return tr(known, ref=item.ref) if known else tr("Records of our data-protection register")


def what_label(tr: Tr, item: ReviewItem) -> str:
    """Name what a piece says: the title of its column, or the part of its record."""
    if item.kind is ItemKind.SYSTEM:
        return tr("What was found")
    if item.record is not None and item.part is not None:
        return part_label(tr, item.part)
    title = " ".join(item.header.split()) or (field_label(tr, item.field) if item.field else "")
    title = title or tr("Column {letters}", letters=column_letters(item.column))
    return tr("Note on {title}", title=title) if item.kind is ItemKind.NOTE else title


def place_label(tr: Tr, item: ReviewItem) -> str:
    """Say where a piece stands in its source: sheet and row; "" for one of the register."""
    if not item.row:
        return ""
    row = tr("row {n}", n=tr.number(item.row))
    sheet = sheet_apart(item.name, item.sheet)
    return f"{sheet} · {row}" if sheet else row


def listed_text(tr: Tr, entry: SuppressionEntry) -> str:
    """Say of an entry of the list what it keeps away, since when and why; the key is only a digest."""
    return tr(
        "Your {kind} is on our opposition list since {day} ({reason}; {scope}), kept as a digest.",
        kind=kind_label(tr, entry.kind), day=tr.date(entry.created_on),
        reason=reason_label(tr, entry.reason), scope=scope_label(tr, entry.scope),
    )  # fmt: skip


def held_text(tr: Tr, found: OwnFound) -> str:
    """Say of a row that was held back where it stands: nothing else of it is kept."""
    if found.position is None:
        return ""
    return tr(
        "A row of {file} ({sheet}, row {n}) was not stored, since you are on our opposition list.",
        file=found.position.file, sheet=found.position.sheet, n=tr.number(found.position.row),
    )  # fmt: skip


def disclosure_text(tr: Tr, one: Disclosure, recipient: str) -> str:
    """Say to whom data went, when and for what."""
    return tr(
        "Passed on to {recipient} on {day}: {purpose}",
        recipient=recipient, day=tr.date(one.made_on), purpose=one.purpose,
    )  # fmt: skip


def review_line(tr: Tr, review: PackageReview) -> str:
    """Say how the review stands: what waits, or that it is approved, or what is next."""
    if waiting := len(review.open_items):
        return tr.count(
            "{n} piece waits for your decision.", "{n} pieces wait for your decision.", waiting
        )
    if review.is_outdated:
        return tr("Something changed after the approval: look again, then approve.")
    if review.approval is not None:
        return tr("Approved by {who}.", who=review.approval.by)
    return tr("Nothing waits. Approve it, then build the package.")
