"""Reads the day in the head of a forwarded mail: "Envoyé : lundi 2 novembre 2026 09:14"."""

import re
from datetime import date

from dsr_desktop.domain.phrases import flat

_LINE = re.compile(r"^\W*(?:envoye(?: le)?|sent|date)\s*:\s*(.+)$", re.MULTILINE)
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:er|st|nd|rd|th)?[ .]+([a-z]{3,9})\.?,?[ ]+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([a-z]{3,9})\.?[ ]+(\d{1,2})(?:st|nd|rd|th)?,?[ ]+(\d{4})\b")
_FIGURES = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_ISO = re.compile(r"\b(\d{4})[- ](\d{2})[- ](\d{2})\b")
_MONTHS = (
    "jan", "fe", "mar", "a(?:vr|pr)", "ma[iy]", "(?:juin|jun)", "(?:juil|jul)", "a(?:ou|ug)",
    "sep", "oct", "nov", "dec",
)  # fmt: skip


def day_in_head(head: str) -> tuple[date, str] | None:
    """Return the day that a head of a mail names, and its line; None where it names none.

    Figures alone are read day first; "03/04/2026" may be either in English mails and is not taken.
    """
    folded = "\n".join(flat(line) for line in head.split("\n"))
    found = _LINE.search(folded)
    if found is None:
        return None
    written = " ".join(head[found.start() : found.end()].split())
    day = _day(found[1])
    return (day, written) if day else None


def _day(text: str) -> date | None:
    if named := _DAY_FIRST.search(text):
        return _made(int(named[3]), _month(named[2]), int(named[1]))
    if named := _MONTH_FIRST.search(text):
        return _made(int(named[3]), _month(named[1]), int(named[2]))
    if iso := _ISO.search(text):
        return _made(int(iso[1]), int(iso[2]), int(iso[3]))
    if figures := _FIGURES.search(text):
        return _made(int(figures[3]), int(figures[2]), int(figures[1]))
    return None


def _month(name: str) -> int:
    found = (n for n, pattern in enumerate(_MONTHS, 1) if re.match(pattern, name))
    return next(found, 0)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
