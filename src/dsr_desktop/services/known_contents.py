"""What the register has already, by content: where it was seen, and as what it was brought in."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from dsr_desktop.domain.checklist import short_names
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.source import Source, SourceCopy, SourceKind, SourceStatus
from dsr_desktop.services.file_places import is_known_place, writable_path
from dsr_desktop.services.import_results import FileResult
from dsr_desktop.services.register import Register
from dsr_desktop.store.source_copies import record_copy
from dsr_desktop.store.sources import keep_as_list


class KnownContents:
    """The current sources by the SHA-256 of their content; serves one import, in its transaction.

    An earlier version is none of them: its content coming back is a new version, to be searched.
    """

    def __init__(self, register: Register, sources: Iterable[Source]) -> None:
        self._register = register
        stored = (one for one in sources if one.status.is_stored and one.is_current)
        self._by_digest = {source.sha256: source for source in stored}

    def find(self, digest: str) -> Source | None:
        """Return the source with this content, if there is one."""
        return self._by_digest.get(digest)

    def add(self, source: Source) -> None:
        """Know a source that was stored just now."""
        self._by_digest[source.sha256] = source

    def forget(self, source: Source) -> None:
        """Leave a source out from now on: a newer version took its place."""
        self._by_digest.pop(source.sha256, None)

    def bring_in_again(
        self,
        source: Source,
        path: Path,
        kind: SourceKind,
        *,
        as_list: Callable[[Source], Source],
        delivery_id: Callable[[], int],
    ) -> FileResult:
        """Remember where else the content of `source` lies, and that it is a list if so meant.

        A new place belongs to the delivery that `delivery_id` gives. A working copy that is now
        brought in as a list becomes what `as_list` makes of it; a list stays one (R-RT-7 purges only
        what was never kept).
        """
        is_new_place = not is_known_place(path, source.paths)
        reason = _same_content(source, path, is_new_place=is_new_place)
        if is_new_place:
            source = self._remember_place(source, path, delivery_id())
        remark = _remark(source.kind, kind)
        if remark is _NOW_A_LIST:
            source = self._keep_as_list(source, as_list(source))
        self.add(source)
        return FileResult(
            writable_path(path), source.sha256, SourceStatus.DUPLICATE, reason=reason,
            warnings=source.warnings, source_id=source.id,
            is_partly=source.status is SourceStatus.PARTLY, is_new_place=is_new_place,
            remark=remark,
        )  # fmt: skip

    def _remember_place(self, source: Source, path: Path, delivery_id: int) -> Source:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        copy = SourceCopy(str(writable_path(path)), now, delivery_id)
        record_copy(self._register.database, source.id or 0, copy)
        return replace(source, copies=(*source.copies, copy))

    def _keep_as_list(self, source: Source, kept: Source) -> Source:
        keep_as_list(self._register.database, kept)
        self._register.log(
            EventKind.WORKING_COPY_KEPT_AS_LIST, source=source.id, sha256=source.sha256,
            purge_was_on=source.purge_on, activity_was=source.activity, activity=kept.activity,
        )  # fmt: skip
        return kept


_SAME_FILE = mark("This very file is in the register already; it was not stored twice.")
_NEW_PLACE = mark(
    "It has the same content as {name}, imported on {day}, and was not stored twice. This place is "
    "remembered too, for checklists and re-scans."
)
_KNOWN_PLACE = mark(
    "It has the same content as {name}, imported on {day}, and was not stored twice. This place was "
    "remembered before."
)
_NOW_A_LIST = Notice(
    mark("It was a working copy; from now on it is a register list, which is never purged.")
)
_STAYS_A_LIST = Notice(mark("It stays the register list that it is, and is not purged."))


def _same_content(source: Source, path: Path, *, is_new_place: bool) -> Notice:
    if not is_new_place and is_known_place(path, [source.path]):
        return Notice(_SAME_FILE)
    names = short_names({source.path, str(writable_path(path))})
    day = datetime.fromisoformat(source.imported_at).astimezone().date()
    details: dict[str, object] = {"name": names[source.path], "day": day}
    return Notice(_NEW_PLACE if is_new_place else _KNOWN_PLACE, details)


def _remark(before: SourceKind, now: SourceKind) -> Notice | None:
    """Say what becomes of a source brought in again as another kind; None if it is the same."""
    if before is now:
        return None
    return _STAYS_A_LIST if before is SourceKind.LIST else _NOW_A_LIST
