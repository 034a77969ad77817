"""Mappings and the files of an import: which sheets follow those given, and those of a file to save."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dsr_desktop.domain.import_draft import ImportDraft
from dsr_desktop.domain.mapping import HeaderChoice, SheetMapping, holds_for
from dsr_desktop.domain.preview import FilePreview, SheetPreview


@dataclass(frozen=True)
class MappingFit:
    """How mappings fit the sheets of an import.

    `sheets` counts the sheets that follow one, `unfit` are the mappings that no sheet follows.
    `absent` are the numbers of columns that a mapping speaks of and its sheets do not have.
    """

    sheets: int = 0
    unfit: tuple[SheetMapping, ...] = ()
    absent: tuple[int, ...] = ()


def usable(
    mappings: Iterable[SheetMapping], files: Sequence[FilePreview]
) -> tuple[SheetMapping, ...]:
    """Return the mappings that the rows shown of their sheets do not speak against.

    One for sheets of which none was seen yet is kept: a file may still want its password.
    """
    sheets = [sheet for file in files for sheet in file.sheets]
    kinds = {one.fingerprint for one in sheets}
    return tuple(
        one
        for one in mappings
        if one.fingerprint not in kinds or any(_may_follow(sheet, one) for sheet in sheets)
    )


def fit_of(mappings: Sequence[SheetMapping], draft: ImportDraft) -> MappingFit:
    """Say how mappings fit the sheets of an import; only those that are in the draft can."""
    taken = draft.mappings
    by_kind = {one.fingerprint: one for one in mappings if taken.get(one.fingerprint) == one}
    sheets = [sheet for file in draft.files for sheet in file.shown.sheets]
    following = [one for one in sheets if one.is_chosen and one.fingerprint in by_kind]
    followed = {one.fingerprint for one in following}
    absent = {
        number for sheet in following for number in _absent(by_kind[sheet.fingerprint], sheet)
    }
    unfit = tuple(one for one in mappings if one.fingerprint not in followed)
    return MappingFit(len(following), unfit, tuple(sorted(absent)))


def mappings_of(file: FilePreview) -> tuple[SheetMapping, ...]:
    """Return what the columns of a file mean as shown, one mapping for each kind of its sheets.

    Titles that may be somebody's row are left out: the file that a mapping goes to is not encrypted.
    """
    kinds: dict[str, SheetMapping] = {}
    for sheet in file.sheets:
        kinds.setdefault(sheet.fingerprint, _to_be_saved(sheet))
    return tuple(kinds.values())


def _may_follow(sheet: SheetPreview, mapping: SheetMapping) -> bool:
    """Tell whether a sheet may follow a mapping; what lies below the rows shown is not known."""
    if sheet.fingerprint != mapping.fingerprint:
        return False
    is_shown = mapping.header_row in {n for n, _cells in sheet.first_rows}
    is_unseen = mapping.header is HeaderChoice.ROW and not is_shown
    return is_unseen or holds_for(mapping, sheet.first_rows)


def _absent(mapping: SheetMapping, sheet: SheetPreview) -> set[int]:
    return set(mapping.columns) - {one.number for one in sheet.columns}


def _to_be_saved(sheet: SheetPreview) -> SheetMapping:
    mapping = sheet.mapping()
    return replace(mapping, titles=()) if sheet.header_unsure else mapping
