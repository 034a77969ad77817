"""The columns of a sheet as the register keeps them: one JSON list, an entry a column."""

import json
from typing import Any

from dsr_desktop.domain.column_titles.purposes import Purpose
from dsr_desktop.domain.columns import Column, Confidence, ToldBy, usual_purpose
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.policy import Undeclared

SKIPPED_MARK = '"skipped": true'
"""Stands in every list with a column that was left out; may stand in a title too."""


def columns_to_json(columns: tuple[Column, ...]) -> str:
    """Write columns as [number, title, field, origin, {what else differs from the usual}]."""
    return json.dumps(
        [[one.number, one.header, one.field, one.origin, _more(one)] for one in columns],
        ensure_ascii=False,
    )


def columns_from_json(text: str) -> tuple[Column, ...]:
    """Read columns back; earlier versions wrote entries of four values."""
    return tuple(
        _column(number, header, field, origin, *more)
        for number, header, field, origin, *more in json.loads(text)
    )


def _more(column: Column) -> dict[str, object]:
    values = {
        "purpose": column.purpose,
        "hidden": column.hidden,
        "confidence": column.confidence,
        "told_by": column.told_by,
        "undeclared": column.undeclared,
        "skipped": column.is_skipped,
        "reason": column.reason,
    }
    usual = (None, False, "", Confidence.UNKNOWN, ToldBy.NOTHING)
    return {name: value for name, value in values.items() if value not in usual}


def _column(
    number: int,
    header: str,
    field: str | None,
    origin: str | None,
    more: dict[str, Any] | None = None,
) -> Column:
    """Make a column; one that an earlier version wrote has the purpose that its title says."""
    meaning = Field(field) if field else None
    told: dict[str, Any] = more or {}
    if more is None:
        told = {"purpose": usual_purpose(meaning, header)}
    purpose, undeclared = told.get("purpose"), told.get("undeclared")
    return Column(
        number,
        header,
        meaning,
        Origin(origin) if origin else None,
        Purpose(purpose) if purpose else None,
        hidden=bool(told.get("hidden")),
        confidence=Confidence(told.get("confidence", Confidence.UNKNOWN)),
        told_by=ToldBy(told.get("told_by", ToldBy.NOTHING)),
        undeclared=Undeclared(undeclared) if undeclared else None,
        is_skipped=bool(told.get("skipped")),
        reason=told.get("reason"),
    )
