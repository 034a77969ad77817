"""Names of text encodings as people know them: by the program that writes them."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

_LABELS = {
    "utf-8": mark("UTF-8, most programs of today"),
    "utf-16-le": mark("UTF-16, Excel's Unicode text"),
    "utf-16-be": mark("UTF-16, high byte first"),
    "cp1252": mark("Windows, Western Europe"),
    "iso8859_15": mark("Latin-9, Western Europe with the euro"),
    "mac_roman": mark("Old Mac, Western Europe"),
    "cp850": mark("DOS, Western Europe"),
    "cp437": mark("DOS, United States"),
    "cp1250": mark("Windows, Central Europe"),
    "iso8859_2": mark("Latin-2, Central Europe"),
    "cp1251": mark("Windows, Cyrillic"),
    "koi8_r": mark("KOI8, Russian"),
    "cp866": mark("DOS, Cyrillic"),
    "cp1253": mark("Windows, Greek"),
    "cp1254": mark("Windows, Turkish"),
    "cp1257": mark("Windows, Baltic"),
}


def encoding_label(tr: Tr, encoding: str) -> str:
    """Name an encoding, with its technical name behind; one that is not known by that alone."""
    if encoding not in _LABELS:
        return encoding
    return tr("{words} ({name})", words=tr(_LABELS[encoding]), name=encoding)
