"""Names of what is known about an imported file: kind, state, meaning of its columns."""

from collections import Counter
from collections.abc import Mapping, Sequence

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import Source, SourceKind, SourceStatus
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr

_KINDS = {SourceKind.LIST: mark("Register list"), SourceKind.COPY: mark("Working copy")}
_STATES = {
    SourceStatus.IMPORTED: mark("Imported"),
    SourceStatus.PARTLY: mark("Read in part"),
    SourceStatus.UNREADABLE: mark("Cannot be read"),
    SourceStatus.PASSWORD: mark("Has a password"),
}
_FIELDS = {
    Field.NAME: mark("Name"),
    Field.GIVEN_NAME: mark("Given name"),
    Field.FAMILY_NAME: mark("Family name"),
    Field.EMAIL: mark("E-mail"),
    Field.PHONE: mark("Phone"),
    Field.COMPANY: mark("Company"),
    Field.ADDRESS: mark("Address"),
    Field.POSTCODE: mark("Postcode"),
    Field.CITY: mark("City"),
    Field.BIRTH_DATE: mark("Birth date"),
    Field.IDENTIFIER: mark("Identifier"),
    Field.NOTE: mark("Note"),
    Field.COLLECTED_ON: mark("Collected on"),
    Field.LAST_CONTACT_ON: mark("Last contact on"),
    Field.PROCESSING_ENDED_ON: mark("Processing ended on"),
    Field.CHANNEL: mark("Channel"),
    Field.OPT_IN: mark("Opt-in"),
    Field.OPT_OUT: mark("Opt-out"),
}
_MOST_NAMED = 3


def kind_label(tr: Tr, kind: SourceKind) -> str:
    """Name of the kind of an import."""
    return tr(_KINDS[kind])


def state_label(tr: Tr, status: SourceStatus) -> str:
    """Name of the state of a source."""
    return tr(_STATES[status])


def field_label(tr: Tr, field: Field) -> str:
    """Name of what a column means."""
    return tr(_FIELDS[field])


def reason_of(tr: Tr, source: Source) -> str:
    """Say why a file was not read and what to do; empty for one that was."""
    if source.reason is None:
        return ""
    return word_sentence(tr, source.reason.sentence, source.reason.details)


def purged_sentence(tr: Tr, purged: Sequence[Source]) -> str:
    """Name the working copies and earlier versions that were purged after their month (R-RT-7)."""
    copies = [source.name for source in purged if source.kind is SourceKind.COPY]
    versions = [source.name for source in purged if source.kind is SourceKind.LIST]
    sentences = []
    if copies:
        sentences.append(tr.count(
            "{n} working copy was purged, its month is over: {names}.",
            "{n} working copies were purged, their month is over: {names}.",
            len(copies), names=", ".join(copies),
        ))  # fmt: skip
    if versions:
        sentences.append(tr.count(
            "{n} earlier version was purged, its month is over: {names}.",
            "{n} earlier versions were purged, their month is over: {names}.",
            len(versions), names=", ".join(versions),
        ))  # fmt: skip
    return " ".join(sentences)


def traces_sentence(tr: Tr) -> str:
    """Say that the file of the register still holds what was removed, and until when."""
    return tr(
        "What was removed can still be traced in the file of the register: "
        "another program has it open. Its closing wipes the traces."
    )


def stays_sentence(tr: Tr, stays: Source) -> str:
    """Say that the rows of an undone import stay, as the same content lies at another place."""
    return tr.count(
        "{path} has the same content and takes its place in the list: its {n} row stays.",
        "{path} has the same content and takes its place in the list: its {n} rows stay.",
        stays.row_count, path=stays.path,
    )  # fmt: skip


def left_out_of(tr: Tr, source: Source) -> str:
    """Say all that was left out of a file that was read in part."""
    told = (word_sentence(tr, one.sentence, one.details) for one in source.warnings)
    return " ".join(dict.fromkeys(told)) or tr("The reason was not recorded")


def not_searched_sentence(tr: Tr, kinds: Mapping[str, int]) -> str:
    """Name the kinds of files that are not read at all, most frequent first, with their counts."""
    ordered = sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
    counted = ", ".join(f"{tr.number(files)} {kind}" for kind, files in ordered)
    return tr("Not searched because of their kind: {kinds}.", kinds=counted)


def left_out_sentence(tr: Tr, count: int) -> str:
    """Count the files that an import passes over: locks of Office programs, leftovers of systems."""
    return tr.count("{n} system file was left out.", "{n} system files were left out.", count)


def _foreign_kinds(unread: Sequence[Source]) -> list[str]:
    kinds = (source.reason.foreign_kind for source in unread if source.reason)
    return [kind for kind in kinds if kind]


def unread_title(tr: Tr, unread: Sequence[Source], partly: Sequence[Source] = ()) -> str:
    """Name the files that no search can look into, and those it can look into only in part."""
    named = (*unread, *partly)
    if len(named) == 1:
        sentence = mark("{name} was not read") if unread else mark("{name} was read in part")
        return tr(sentence, name=named[0].name)
    if not partly:
        return tr.count("{n} file was not read", "{n} files were not read", len(unread))
    return tr.count(
        "{n} file was not read as a whole", "{n} files were not read as a whole", len(named)
    )


def unread_reasons(tr: Tr, unread: Sequence[Source], partly: Sequence[Source] = ()) -> str:
    """Say for each of these files why, then what it means for a search."""
    kinds = [] if len(unread) + len(partly) == 1 else _foreign_kinds(unread)
    lists = [source for source in unread if not (kinds and _foreign_kinds([source]))]
    named = [
        *((source, reason_of(tr, source)) for source in lists),
        *((source, left_out_of(tr, source)) for source in partly),
    ]
    if len(named) == 1 and not kinds:
        lines = [named[0][1]]
    else:
        lines = [
            tr("{name}: {reason}", name=source.name, reason=reason)
            for source, reason in named[:_MOST_NAMED]
        ]
    others = len(named) - _MOST_NAMED
    if others > 0:
        lines.append(
            tr.count("{n} more is named in the list.", "{n} more are named in the list.", others)
        )
    if kinds:
        lines.append(not_searched_sentence(tr, Counter(kinds)))
    if partly:
        lines.append(tr("A person in what was not read would be missing from every search."))
    else:
        lines.append(tr("A person in it would be missing from every search."))
    return "\n".join(lines)
