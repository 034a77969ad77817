"""Writes the typed values of rows as the JSON that the register stores, many rows at once."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

_END_OF_LINE = "\n"  # is never in what JSON holds, so it tells where one value ends
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(_END_OF_LINE, ":")).encode


def json_of_rows(values: Sequence[Mapping[str, object] | None]) -> Iterator[str | None]:
    """Yield the values of each row, which are by column from 1, as JSON; None for a row without."""
    written = _to_json([by_column or {} for by_column in values])
    for one in written[2:-2].split(f"}}{_END_OF_LINE}{{"):
        yield "{" + one.replace(_END_OF_LINE, ",") + "}" if one else None


def json_of_columns(values: Mapping[str, Sequence[object]]) -> Iterator[str | None]:
    """Yield the same of columns: each has a value of every row, None where a row has none there."""
    columns = (_members(column, of_rows) for column, of_rows in values.items())
    for one in map("".join, zip(*columns, strict=True)):
        yield "{" + one[1:] + "}" if one else None


def _members(column: str, values: Sequence[object]) -> Iterable[str]:
    """Return what each row has of a column, with a comma before it.

    A text in JSON has a backslash before every quote, so no text looks like what is taken out here.
    """
    begin = f',"{column}":'
    written = begin + _to_json(values)[1:-1].replace(_END_OF_LINE, _END_OF_LINE + begin)
    return written.replace(f"{begin}null", "").split(_END_OF_LINE)
