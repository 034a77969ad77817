"""Counts the pictures in an OpenDocument spreadsheet, large ones apart from logos (ADR 0021).

OpenDocument 1.3 part 3: 10.4.2 (frames), 10.4.4 (images), 10.4.6 (objects).
"""

import re
from collections.abc import Iterator

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.element_parser import ElementParser
from dsr_desktop.readers.messages import Warned
from dsr_desktop.readers.open_document_text import CellText
from dsr_desktop.readers.picture_size import is_small

_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,9})?)(cm|mm|in|pt)")
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72}


class Pictures:
    """Listens to frames with an image; the image beside an object only repeats what that shows."""

    def __init__(self, parser: ElementParser, text: CellText) -> None:
        self._parser = parser
        self._text = text
        self._area: float | None = None
        self._is_picture = False
        self._has_object = False
        self._large = 0
        self._small = 0
        parser.on(
            {
                "drawing:frame": self._frame_begins,
                "drawing:image": self._image_begins,
                "drawing:object": self._object_begins,
                "drawing:object-ole": self._object_begins,
            },
            {"drawing:frame": self._frame_ends},
        )

    def warnings(self) -> Iterator[Warned]:
        """Yield what was not searched."""
        if self._large:
            yield Warned(Problem.OBJECTS_NOT_READ, {"count": self._large})
        if self._small:
            yield Warned(Problem.SMALL_PICTURES, {"count": self._small})

    def _frame_begins(self, attributes: list[str]) -> None:
        self._text.drawing_begins(attributes)
        frame = self._parser.named(attributes)
        width, height = (_centimetres(frame.get(f"svg:{side}", "")) for side in ("width", "height"))
        self._area = width * height if width and height else None
        self._is_picture = self._has_object = False

    def _image_begins(self, attributes: list[str]) -> None:
        self._text.drawing_begins(attributes)
        self._is_picture = True

    def _object_begins(self, attributes: list[str]) -> None:
        self._has_object = True
        self._parser.skip(attributes)

    def _frame_ends(self) -> None:
        self._text.drawing_ends()
        if self._is_picture and not self._has_object:
            small = is_small(self._area, b"")
            self._small += small
            self._large += not small
        self._is_picture = False


def _centimetres(written: str) -> float | None:
    length = _LENGTH.fullmatch(written)
    return float(length[1]) * _CENTIMETRES[length[2]] if length else None
