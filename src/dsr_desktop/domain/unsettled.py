"""What has to be said of lists before a portability bundle can be built of them (R-PORT-1)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import Place, Source, sheet_apart


@dataclass(frozen=True, order=True)
class UnknownOrigin:
    """A column of which nobody said who its values come from; `column` counts from 1."""

    file: str
    source_id: int
    sheet: str
    sheet_id: int
    column: int
    header: str

    @property
    def needs_sheet(self) -> bool:
        """Tell whether the sheet says more than the name of the file."""
        return bool(sheet_apart(self.file, self.sheet))

    @classmethod
    def of(cls, place: Place, column: Column) -> "UnknownOrigin":
        """Name a column of the sheet in which a row stands."""
        source, sheet = place.source, place.sheet
        return cls(
            source.name, source.id or 0, sheet.name, sheet.id or 0, column.number, column.header
        )


class UnsettledOriginError(NotAllowedError):
    """Of the `columns` nobody said who their values come from: each needs an origin."""

    def __init__(self, columns: Sequence[UnknownOrigin]) -> None:
        super().__init__(
            mark(
                "Nobody has said who the values of some columns come from: {columns}. Say it of "
                "each, then try again."
            ),
            columns=", ".join(f"{one.file}: {one.header or one.column}" for one in columns),
        )
        self.columns = tuple(columns)


def unsettled_sources(
    sources: Iterable[Source], activities: Iterable[Activity]
) -> tuple[Source, ...]:
    """Return the sources whose legal basis is not settled, each once, in the order of their ids.

    It is settled once the DPO has confirmed the activity that the source is kept under (R-PORT-1).
    """
    settled = {one.code for one in activities if one.confirmed}
    left = {one.id or 0: one for one in sources if one.activity not in settled}
    return tuple(left[id_] for id_ in sorted(left))


class UnsettledBasisError(NotAllowedError):
    """The legal basis of the `sources` is not settled: each needs an activity, confirmed by the DPO.

    `unconfirmed` are the codes of their activities that are there and wait for that.
    """

    def __init__(self, sources: Sequence[Source], unconfirmed: Collection[str]) -> None:
        super().__init__(
            mark(
                "The legal basis of {files} is not settled: no activity is named, or the DPO has "
                "not confirmed it. Say which it is, then try again."
            ),
            files=", ".join(one.name for one in sources),
        )
        self.sources = tuple(sources)
        self.unconfirmed = frozenset(unconfirmed)


def check_bases_settled(sources: Iterable[Source], known: Mapping[str, Activity]) -> None:
    """Raise UnsettledBasisError unless every source is kept on a basis that the DPO confirmed."""
    blocking = unsettled_sources(sources, known.values())
    if blocking:
        raise UnsettledBasisError(
            blocking, {code for one in blocking if (code := one.activity) and code in known}
        )
