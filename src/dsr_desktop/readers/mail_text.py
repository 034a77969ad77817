"""The text of a mail as a person reads it: of its forms, that which says it all."""

import re
from collections.abc import Sequence
from html import unescape
from urllib.parse import unquote

from dsr_desktop.domain.person import words
from dsr_desktop.readers.mime import Entity

_UNSHOWN = re.compile(r"<(?:(!--)|(script|style|title)\b)", re.IGNORECASE)
_LINKED = re.compile(
    r"<a\s[^<>]*?href\s*=\s*[\"']?\s*mailto:([^\"'?<>\s]+)[^<>]*>((?:[^<]++|<(?!/?a[\s>]))*+)",
    re.IGNORECASE,
)
_NEW_LINE = re.compile(
    r"<(?:br|hr|li|dt|dd|blockquote|/?(?:p|div|tr|table|h[1-6]))(?:[\s/][^<>]*)?>", re.IGNORECASE
)
_CELL_END = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
_BLANKS = re.compile(r"[ \r\n\f\v]+")
_MANY_LINES = re.compile(r"\n{3,}")
_ENOUGH_WORDS = 0.9


def text_of_forms(forms: Sequence[Entity]) -> str:
    """Text of a part that comes in several forms: plain, formatted, an invitation."""
    main = fuller_text(_of_type(forms, "text/plain"), _of_type(forms, "text/html"))
    others = [form.text() for form in forms if form.content_type not in {"text/plain", "text/html"}]
    return "\n\n".join(text.strip() for text in (main, *others) if text.strip())


def fuller_text(plain: str, html: str) -> str:
    """Return the plain form of a text; the formatted one as well where it says more."""
    formatted = html_to_text(html)
    if not plain.strip():
        return formatted
    if not formatted or _says_as_much(plain, formatted):
        return plain.strip()
    return f"{plain.strip()}\n\n{formatted}"


def html_to_text(html: str) -> str:
    """Return the text of a page, a line for each row and paragraph, cells divided by tabs.

    Addresses behind links stand after the words of the link. Scripts and comments are left out.
    """
    shown = _BLANKS.sub(" ", _without_unshown(html))
    if "mailto:" in shown:
        shown = _LINKED.sub(_with_address, shown)
    text = unescape(_TAG.sub("", _CELL_END.sub("\t", _NEW_LINE.sub("\n", shown))))
    return _MANY_LINES.sub("\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()


def _of_type(forms: Sequence[Entity], kind: str) -> str:
    return "\n".join(form.text() for form in forms if form.content_type == kind)


def _says_as_much(plain: str, formatted: str) -> bool:
    """Tell whether nearly all words of the formatted text, and all its addresses, are in the plain."""
    said, meant = set(words(plain)), set(words(formatted))
    missing = meant - said
    if any("@" in piece and piece.strip("<>.,;:()") not in plain for piece in formatted.split()):
        return False
    return len(missing) <= (1 - _ENOUGH_WORDS) * len(meant)


def _without_unshown(html: str) -> str:
    """Leave out comments, scripts and styles; what has no end is shown."""
    pieces, place, start = [], 0, 0
    unended: set[str] = set()
    while found := _UNSHOWN.search(html, start):
        name = (found[1] or found[2]).lower()
        end = None if name in unended else _ENDS[name].search(html, found.end())
        start = end.end() if end else found.end()
        if end:
            pieces.append(html[place : found.start()])
            place = start
        else:
            unended.add(name)
    return "".join([*pieces, html[place:]])


def _with_address(link: re.Match[str]) -> str:
    address = unquote(link[1])
    return link[0] if address in link[2] else f"{link[0]} &lt;{address}&gt;"


_ENDS = {
    name: re.compile(f"</{name}[^<>]*>" if name != "!--" else "-->", re.IGNORECASE)
    for name in ("!--", "script", "style", "title")
}
