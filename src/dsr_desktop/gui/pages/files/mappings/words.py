"""Says how a mapping fits the files of an import, or where it was saved."""

from collections.abc import Iterator
from pathlib import Path

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.file_mappings import MappingFit
from dsr_desktop.domain.import_draft import ImportDraft
from dsr_desktop.domain.mapping import SheetMapping
from dsr_desktop.gui.pages.files.views import MappingTold
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr

_MOST_TITLES = 8
_SUFFIX = "-columns.json"


def proposed_name(path: Path) -> str:
    """Name the file for the mapping of a list."""
    return path.stem + _SUFFIX


def fit_told(tr: Tr, name: str, fit: MappingFit, draft: ImportDraft) -> MappingTold:
    """Say which sheets follow the mappings of a file, and what of it fits nothing."""
    if fit.sheets:
        what = tr.count(
            "{n} sheet follows {name}", "{n} sheets follow {name}", fit.sheets, name=name
        )
        told = (*_unfit(tr, fit.unfit), *_absent(tr, fit.absent))
        return MappingTold(what, " ".join(told), is_good=not told)
    if not fit.unfit:
        return MappingTold(
            tr("{name} holds no mapping", name=name), tr("Choose another file."), is_good=False
        )
    told = (*_expected(tr, fit.unfit), *_next_step(tr, draft))
    what = tr("{name} fits no sheet of these files", name=name)
    return MappingTold(what, " ".join(told), is_good=False)


def saved_told(tr: Tr, list_name: str, target: Path) -> MappingTold:
    """Say where the mapping of a list was saved, and what it is good for."""
    return MappingTold(
        tr("What the columns of {name} mean is saved in {file}", name=list_name, file=target.name),
        tr("Use it for the next file with these titles, here or on another computer."),
        is_good=True,
    )


def refused_told(tr: Tr, error: DsrError) -> MappingTold:
    """Say why a mapping file could not be read or written."""
    return MappingTold(word_error(tr, error), tr("Nothing was changed."), is_good=False)


def _unfit(tr: Tr, unfit: tuple[SheetMapping, ...]) -> Iterator[str]:
    if unfit:
        yield tr.count(
            "{n} more mapping in it fits no sheet of these files.",
            "{n} more mappings in it fit no sheet of these files.",
            len(unfit),
        )


def _absent(tr: Tr, absent: tuple[int, ...]) -> Iterator[str]:
    if absent:
        columns = ", ".join(map(column_letters, absent))
        yield tr.count(
            "It speaks of column {columns}, which these sheets do not have.",
            "It speaks of columns {columns}, which these sheets do not have.",
            len(absent),
            columns=columns,
        )


def _expected(tr: Tr, unfit: tuple[SheetMapping, ...]) -> Iterator[str]:
    """Name the titles that a single mapping was made for."""
    titles = [title for title in unfit[0].titles if title] if len(unfit) == 1 else []
    if titles:
        named = ", ".join(titles[:_MOST_TITLES]) + ("…" if len(titles) > _MOST_TITLES else "")
        yield tr("It was made for the titles {titles}, in this order.", titles=named)
    else:
        yield tr("A mapping fits sheets with the very titles that it was made for.")


def _next_step(tr: Tr, draft: ImportDraft) -> Iterator[str]:
    yield tr("Nothing was changed.")
    if draft.locked:
        yield tr("Give the passwords first, then use it again.")
