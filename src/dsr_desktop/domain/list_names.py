"""The name that all exports of one list share: a file's name without its day, number or copy mark."""

import re
import unicodedata
from pathlib import PurePath

_YEAR, _MONTH, _DAY = r"(?:19|20)\d\d", r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_MONTH_NAMES = (
    "jan(?:v|vier|uary)?|f[ée]v(?:r|rier)?|feb(?:ruary)?|mars?|march|avr(?:il)?|apr(?:il)?|mai|may|"
    "juin|june?|jui(?:l|llet)|july?|ao[uû]t|aug(?:ust)?|sept?(?:embre|ember)?|oct(?:obre|ober)?|"
    "nov(?:embre|ember)?|d[ée]c(?:embre)?|dec(?:ember)?"
)
_DATES = "|".join((
    rf"{_YEAR}[-_. ]?{_MONTH}(?:[-_. ]?{_DAY})?(?:[-_. t]*\d\d[-_.:h]?\d\d(?:[-_.:]?\d\d)?)?",
    rf"(?:{_DAY}[-_. ])?{_MONTH}[-_. ]{_YEAR}",
    rf"{_DAY}{_MONTH}{_YEAR}",
    rf"(?:\d{{1,2}}[-_. ])?(?:{_MONTH_NAMES})\.?[-_. ]?{_YEAR}",
))  # fmt: skip
_COPY = r"(?:copy|copie|kopie|copia|kopia)"
_AT_THE_END = re.compile(
    r"(?:"
    r"\s*[(\[]\d{1,3}[)\]]"
    rf"|(?:\s+-\s+|[-_ ]){_COPY}(?:\s\d{{1,3}})?"
    rf"|(?:^|[-_. ]+)(?<!\d)(?:{_DATES})"
    r"|[-_ ]+v\d{1,3}(?:\.\d{1,3})?"
    r"|[-_ ]+(?=[a-f]*\d)[0-9a-f]{8,}"
    r")[-_. ]*$"
)
_AT_THE_START = re.compile(rf"^(?:{_COPY}\s+(?:of|de|von|di|van)\s+|(?:{_DATES})[-_. ]+)")
_LETTER = re.compile(r"[^\W\d_]")


def list_name(file_name: str) -> str:
    """Return the name that this file and the other exports of its list have in common.

    "Contacts (1).csv", "contacts - Copie.csv", "contacts 2026-11.csv" and "contacts_v2.csv" are all
    "contacts.csv". What ends with a plain number or with a year alone is a list of its own.
    """
    path = PurePath(unicodedata.normalize("NFC", file_name).casefold())
    stem = _AT_THE_START.sub("", path.stem.strip())
    while (shorter := _AT_THE_END.sub("", stem)) != stem and shorter:
        stem = shorter
    return (stem if _LETTER.search(stem) else path.stem) + path.suffix
