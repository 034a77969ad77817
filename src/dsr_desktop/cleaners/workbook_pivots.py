"""Takes the person out of the copies that pivot tables keep of their source (ISO/IEC 29500-1, 18.10)."""

import re
from collections.abc import Iterator

from dsr_desktop.cleaners.markup import Edit, decoded, edited, elements, escaped, without
from dsr_desktop.cleaners.needles import Needles
from dsr_desktop.cleaners.workbook_links import Links
from dsr_desktop.cleaners.zipped import Parts

_DEFINITION = re.compile(r"xl/pivotcache/pivotcachedefinition[^/]*\.xml")
_RECORDS = re.compile(r"xl/pivotcache/pivotcacherecords[^/]*\.xml")
_STAND_IN = "-"


def empty_pivots(parts: Parts, links: Links, needles: Needles) -> None:
    """Drop the copies in which a needle is found, as "save without data" does.

    The texts by which a table is grouped keep their number and lose their words; whoever opens the
    workbook has the table made anew from its source.
    """
    records = [name for name in parts.names if _RECORDS.fullmatch(name)]
    tells = any(_tells(parts, name, needles) for name in records)
    for name in [name for name in parts.names if _DEFINITION.fullmatch(name)]:
        if tells or _tells(parts, name, needles):
            links.drop_all("pivotCacheRecords", name)
            markup = decoded(parts.read(name))
            parts.change(name, markup.encoded(edited(markup.text, _edits(markup.text, needles))))


def _tells(parts: Parts, name: str, needles: Needles) -> bool:
    text = decoded(parts.read(name)).text
    return needles.may_be_in(text) and any(
        needles.cut(one.attributes.get("v", ""), numbers=True) is not None
        for one in elements(text, "s|n")
    )


def _edits(text: str, needles: Needles) -> Iterator[Edit]:
    root = next(elements(text, "pivotCacheDefinition"), None)
    if root is not None:
        about = without(root.about, ("id", "saveData", "refreshOnLoad", "recordCount"))
        start = root.start + 1 + len(root.tag)
        yield start, start + len(root.about), f'{about} saveData="0" refreshOnLoad="1"'
    number = 0
    for one in elements(text, "s|n"):
        said = one.attributes.get("v", "")
        if needles.cut(said, numbers=True) is not None:
            number += 1
            is_text = one.tag.rpartition(":")[2] == "s"
            instead = f"{_STAND_IN}{number}" if is_text else "0"
            about = without(one.about, ("v",))
            yield (
                one.start,
                one.inner if one.inner != one.inner_end else one.end,
                (
                    f'<{one.tag}{about} v="{escaped(instead)}"'
                    + ("/>" if one.inner == one.inner_end else ">")
                ),
            )
