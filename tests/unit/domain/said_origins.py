"""The scope of a bundle once the DPO said, where she is asked, that values are the company's own."""

from dataclasses import replace

from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.portability import decide_scope, unknown_origins


def scope_once_said(place, activities, asked):
    """Decide what of one row goes in; columns of unknown origin are internal."""
    left = {one.column for one in unknown_origins([place], activities, asked)}
    columns = tuple(
        replace(one, origin=Origin.INTERNAL) if one.number in left else one
        for one in place.sheet.columns
    )
    said = replace(place, sheet=replace(place.sheet, columns=columns))
    return decide_scope([said], activities, asked)
