"""Reads the header fields of a mail (RFC 5322, 2045, 2047, 2231), also those that break the rules."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone

from dsr_desktop.readers.charsets import decode, from_base64, from_quoted_printable

_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*", re.DOTALL)
_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = re.compile(r"(\?=)\s+(?==\?)")
_ADDRESS_PARTS = re.compile(
    r'"((?:[^"\\]++|\\.)*+)"?|<([^<>]*+)>|\(([^()]*+)\)|([,;])|([^",;<>()]++|.)', re.DOTALL
)
_ANGLED = re.compile(r"<([^<>]*@[^<>]*)>")
_BARE = re.compile(r"([^\s,;]*@[^\s,;]*)")
_PARAMETER = re.compile(r';\s*([^=;\s]++)\s*=\s*(?:"((?:[^"\\]++|\\.)*+)"?|([^;]*+))', re.DOTALL)
_CONTINUED = re.compile(r"([^*]+)\*(?:(\d{1,4})(\*?))?\Z")
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_DATE = re.compile(
    r"(\d{1,2})[ -]+([A-Za-z]{3})[a-z]*\.?[ -]+(\d{2,4}),?\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?"
    r"\s*(?:([+-])(\d\d):?(\d\d)|(GMT|UT|Z))?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Fields = Sequence[tuple[str, bytes]]
"""Header fields in order: name in lower case, value as it stands in the file."""


def fields_of(header: bytes) -> list[tuple[str, bytes]]:
    """Cut a header into its fields; lines that are none go on with the field before."""
    fields: list[tuple[str, list[bytes]]] = []
    for line in header.split(b"\n"):
        found = None if line[:1] in b" \t" else _FIELD.match(line)
        if found:
            fields.append((found[1].decode("latin-1").lower(), [line[found.end() :]]))
        elif fields and line.strip():
            fields[-1][1].append(line)
    return [(name, b"\n".join(lines)) for name, lines in fields]


def raw_values(fields: Fields, name: str) -> Iterator[bytes]:
    """Yield the values of all fields of this name."""
    return (value for other, value in fields if other == name)


def text_of(fields: Fields, name: str) -> str:
    """Return the decoded value of the fields of this name, joined by commas where there are several."""
    return ", ".join(words_of(unfolded(raw)) for raw in raw_values(fields, name) if raw.strip())


def unfolded(raw: bytes) -> str:
    """Value of a field on one line; bytes beyond ASCII are UTF-8 or Windows-1252."""
    return " ".join(line.strip() for line in decode(raw).split("\n")).strip()


def words_of(text: str) -> str:
    """Replace encoded words; those that follow each other may share a character (RFC 2047)."""
    if "=?" not in text:
        return text
    text = _BETWEEN.sub(r"\1", text)
    pieces, end = [], 0
    for run in _runs(_ENCODED.finditer(text)):
        pieces += [text[end : run[0].start()], _decoded(run)]
        end = run[-1].end()
    return "".join([*pieces, text[end:]])


def addresses_in(text: str) -> list[tuple[str, str]]:
    """Name and address of each mailbox in a field, both decoded; either may be empty."""
    found: list[tuple[str, str]] = []
    name: list[str] = []
    address = ""
    for quoted, angled, comment, separator, plain in _ADDRESS_PARTS.findall(f"{text};"):
        if separator == "," and not address and name and "@" not in name[-1] and name[-1] != ", ":
            name.append(", ")  # Dupont, Lea <lea@acme.example>
        elif separator:
            found += _mailbox(name, address)
            name, address = [], ""
        elif angled.strip():
            address = address or angled.strip()
        else:
            name.append(re.sub(r"\\(.)", r"\1", quoted) or plain or _in_brackets(comment))
    return [*found, *_mailbox(name, address)]


def parameters_of(value: str) -> dict[str, str]:
    """Parameters of a field such as Content-Type by name in lower case (RFC 2231 as well)."""
    plain: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, str, bool]]] = {}
    for name, quoted, bare in _PARAMETER.findall(value):
        content = re.sub(r"\\(.)", r"\1", quoted) or bare.strip()
        continued = _CONTINUED.match(name.lower())
        if continued:
            number = int(continued[2] or 0)
            is_percent = bool(continued[3]) or continued[2] is None
            pieces.setdefault(continued[1], []).append((number, content, is_percent))
        else:
            plain.setdefault(name.lower(), words_of(content))
    return plain | {name: _joined(sorted(parts)) for name, parts in pieces.items()}


def iso_date(text: str) -> str:
    """Date and time of a field in ISO form with its distance from UTC; else the text as it is."""
    found = _DATE.search(text)
    if not found or found[2].lower() not in _MONTHS:
        return text
    year = int(found[3])
    year += (2000 if year < 50 else 1900) if year < 1000 else 0
    month = _MONTHS.index(found[2].lower()) + 1
    try:
        moment = datetime(
            year, month, int(found[1]), int(found[4]), int(found[5]), min(59, int(found[6] or 0)),
            tzinfo=_zone(found),
        )  # fmt: skip
    except ValueError:
        return text
    return moment.isoformat(sep=" ")


def _zone(found: re.Match[str]) -> timezone | None:
    if not found[7]:
        return UTC if found[10] else None
    distance = timedelta(hours=int(found[8]), minutes=int(found[9]))
    return timezone(distance if found[7] == "+" else -distance)


def _runs(found: Iterator[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Group encoded words that belong together: adjacent, in one charset."""
    runs: list[list[re.Match[str]]] = []
    for word in found:
        last = runs[-1][-1] if runs else None
        if last and last.end() == word.start() and last[1].lower() == word[1].lower():
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _decoded(words: Sequence[re.Match[str]]) -> str:
    charset = words[0][1].partition("*")[0]
    return decode(b"".join(map(_unpacked, words)), charset)


def _unpacked(word: re.Match[str]) -> bytes:
    content = word[3].encode("utf-8", "replace")
    if word[2] in "qQ":
        return from_quoted_printable(content.replace(b"_", b" "))
    unpacked = from_base64(content)
    return content if unpacked is None else unpacked


def _in_brackets(comment: str) -> str:
    return f"({comment})" if comment else ""


def _mailbox(name: Sequence[str], address: str) -> Iterator[tuple[str, str]]:
    words = " ".join(words_of("".join(name)).split())
    if not address and "@" in words:  # a bare address, or a quote that is not closed
        bare = _ANGLED.search(words) or _BARE.search(words)
        address, words = (bare[1], words.replace(bare[0], "").strip(" :;")) if bare else ("", words)
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1]
    address = words_of(address).removeprefix("mailto:")
    if words or address:
        yield words.strip(" ',"), address


def _joined(parts: Sequence[tuple[int, str, bool]]) -> str:
    first = parts[0][1]
    charset = first.split("'", 2)[0] if first.count("'") >= 2 and parts[0][2] else ""
    content = b""
    for number, text, is_percent in parts:
        value = text.split("'", 2)[-1] if charset and number == parts[0][0] else text
        raw = value.encode("utf-8", "replace")
        content += _PERCENT.sub(lambda code: bytes([int(code[1], 16)]), raw) if is_percent else raw
    return decode(content, charset)
