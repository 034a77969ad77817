"""Finds elements in XML by their local names, and edits the text in place: nothing is written anew.

Nothing is defined, expanded or looked up. Comments, CDATA and instructions are passed over.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.cleaning import Obstacle

_ABOUT = r"""(?P<about>(?:[^<>"'/]|"[^"]*"|'[^']*'|/(?!>))*)"""
_PASSED_OVER = r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
_ATTRIBUTE = re.compile(r"""\s+([^\s=<>"']+)\s*=\s*("[^"]*"|'[^']*')""")
_ENTITY = re.compile(r"&(?:#[xX]([0-9a-fA-F]+)|#([0-9]+)|(\w+));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DOCTYPE = re.compile(r"<!(?:DOCTYPE[^>]*\[|ENTITY)", re.IGNORECASE)
_WIDE = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_KNOWN = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin-1", "windows-1252"})

Edit = tuple[int, int, str]
"""Where a piece of a text begins and ends, and what stands there instead."""


@dataclass(frozen=True)
class Element:
    """An element in a text: from `start` to `end`, its content from `inner` to `inner_end`."""

    start: int
    end: int
    inner: int
    inner_end: int
    tag: str
    about: str

    @property
    def attributes(self) -> dict[str, str]:
        """Its attributes by local name, as one reads them."""
        return {_local(name): plain(value[1:-1]) for name, value in _ATTRIBUTE.findall(self.about)}


@dataclass(frozen=True)
class Markup:
    """A part as text; `encoded` gives its bytes back, with the mark they began with."""

    text: str
    encoding: str
    mark: bytes = b""

    def encoded(self, text: str) -> bytes:
        """Return the bytes of a text in the encoding of this part."""
        return self.mark + text.encode(self.encoding)


def decoded(content: bytes) -> Markup:
    """Read the bytes of a part; CannotCleanError for what is not the text that it says it is."""
    mark, encoding = next((one for one in _WIDE if content.startswith(one[0])), (b"", ""))
    declared = _DECLARED.match(content)
    if not encoding:
        encoding = declared[1].decode().lower() if declared else "utf-8"
    if not mark and encoding not in _KNOWN:
        raise CannotCleanError(Obstacle.ENCODING)
    try:
        markup = Markup(content[len(mark) :].decode(encoding), encoding, mark)
    except UnicodeDecodeError as error:
        raise CannotCleanError(Obstacle.ENCODING) from error
    if _DOCTYPE.search(markup.text, 0, 4096):
        raise CannotCleanError(Obstacle.DAMAGED)
    return markup


def elements(
    text: str, name: str, start: int = 0, end: int | None = None, *, prefix: str | None = None
) -> Iterator[Element]:
    """Yield the elements of a local name (or of several, "a|b"), those inside one another as one.

    Their names may have any prefix, or only `prefix` ("x:" or ""). CannotCleanError where one is not
    closed.
    """
    depth, opened = 0, None
    end = len(text) if end is None else end
    for tag in _pattern(name, prefix, _has_others(text, start, end)).finditer(text, start, end):
        if tag["name"] is None:
            continue
        if tag["close"]:
            depth -= 1
            if depth == 0 and opened:
                yield Element(opened.start(), tag.end(), opened.end(), tag.start(),
                              opened["name"], opened["about"])  # fmt: skip
        elif not tag["empty"]:
            opened = tag if depth == 0 else opened
            depth += 1
        elif depth == 0:
            yield Element(tag.start(), tag.end(), tag.end(), tag.end(), tag["name"], tag["about"])
    if depth:
        raise CannotCleanError(Obstacle.DAMAGED)


def children(text: str, element: Element) -> Iterator[Element]:
    """Yield the elements that stand right inside another."""
    at = element.inner
    pattern = _pattern(r"[^\s<>/:\"'=]+", None, True)
    while (tag := pattern.search(text, at, element.inner_end)) is not None:
        if tag["name"] is None:
            at = tag.end()
            continue
        local = re.escape(_local(tag["name"]))
        found = next(elements(text, local, tag.start(), element.inner_end))
        yield found
        at = found.end


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with pieces of it replaced; the pieces may not overlap."""
    pieces, at = [], 0
    for start, end, instead in sorted(edits):
        pieces += [text[at:start], instead]
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def without(about: str, names: Iterable[str]) -> str:
    """Return what stands in a tag behind its name, without the attributes of these local names."""
    gone = frozenset(names)
    return _ATTRIBUTE.sub(lambda one: "" if _local(one[1]) in gone else one[0], about)


def only(about: str, names: Iterable[str]) -> str:
    """Return what stands in a tag behind its name, with none but the attributes of these names."""
    kept = frozenset(names)
    return "".join(one[0] for one in _ATTRIBUTE.finditer(about) if _local(one[1]) in kept)


def plain(text: str) -> str:
    """Return a text of XML as one reads it."""
    return _ENTITY.sub(_sign, text) if "&" in text else text


def escaped(text: str) -> str:
    """Return a text as XML writes it, in an element or an attribute."""
    for sign, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot")):
        text = text.replace(sign, f"&{name};")
    return text


def _sign(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED.get(found[3], found[0])
    number = int(found[1], 16) if found[1] else int(found[2])
    return chr(number) if 0 < number < 0x110000 else found[0]


def _has_others(text: str, start: int, end: int) -> bool:
    return any(text.find(sign, start, end) >= 0 for sign in ("<!--", "<![CDATA[", "<?"))


@lru_cache(maxsize=64)
def _pattern(name: str, prefix: str | None, others: bool) -> re.Pattern[str]:
    before = r"(?:[^\s<>/:\"'=!?]+:)?" if prefix is None else re.escape(prefix)
    tag = rf"<(?P<close>/?)(?P<name>{before}(?:{name}))(?=[\s/>]){_ABOUT}(?P<empty>/?)>"
    return re.compile(f"{_PASSED_OVER}|{tag}" if others else tag, re.DOTALL)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
