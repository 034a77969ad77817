"""What parts of a workbook point to each other: relations and types of content (ISO/IEC 29500-2)."""

import posixpath

from dsr_desktop.cleaners.markup import decoded, edited, elements
from dsr_desktop.cleaners.zipped import Parts, plain_name

_TYPES = "[content_types].xml"


class Links:
    """Takes relations and types away together with the parts that they are for."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def drop_all(self, kind: str, owner: str) -> None:
        """Leave out the parts of a kind that `owner` ("" for the package) points to."""
        listed = relations_of(owner)
        if listed not in self._parts:
            return
        markup = decoded(self._parts.read(listed))
        folder, edits = posixpath.dirname(owner), []
        for one in elements(markup.text, "Relationship"):
            attributes = one.attributes
            if attributes.get("Type", "").rpartition("/")[2] == kind:
                edits.append((one.start, one.end, ""))
                self._drop(posixpath.normpath(posixpath.join("/", folder, attributes["Target"])))
        self._parts.change(listed, markup.encoded(edited(markup.text, edits)))

    def drop_relation(self, owner: str, number: str) -> None:
        """Take the relation with this id away from `owner`."""
        listed = relations_of(owner)
        markup = decoded(self._parts.read(listed))
        edits = [
            (one.start, one.end, "")
            for one in elements(markup.text, "Relationship")
            if one.attributes.get("Id") == number
        ]
        self._parts.change(listed, markup.encoded(edited(markup.text, edits)))

    def _drop(self, name: str) -> None:
        self._parts.drop(name)
        self._parts.drop(relations_of(plain_name(name)))
        if _TYPES in self._parts:
            markup = decoded(self._parts.read(_TYPES))
            edits = [
                (one.start, one.end, "")
                for one in elements(markup.text, "Override")
                if plain_name(one.attributes.get("PartName", "")) == plain_name(name)
            ]
            self._parts.change(_TYPES, markup.encoded(edited(markup.text, edits)))


def relations_of(name: str) -> str:
    """Return the name of the part that lists what a part ("" for the package) points to."""
    folder, file = posixpath.split(plain_name(name))
    return posixpath.join(folder, "_rels", f"{file}.rels")


def drop_thumbnail(parts: Parts, links: Links) -> None:
    """Leave out the small picture of the first page: it may show the row."""
    if any(name.startswith("docprops/thumbnail") for name in parts.names):
        links.drop_all("thumbnail", "")
