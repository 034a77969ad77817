"""Recognises kinds of documents that are not read, to name them and say what to do with each."""

import re
from collections.abc import Iterable, Mapping, Sequence

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError

Signs = Mapping[str, Sequence[bytes | tuple[int, bytes]]]
"""What files of a kind begin with, or (place, bytes) where it stands later."""

_MEDIA: Signs = {
    "PNG": [b"\x89PNG"], "JPEG": [b"\xff\xd8\xff"], "GIF": [b"GIF87a", b"GIF89a"],
    "TIFF": [b"II*\0", b"MM\0*"], "BMP": [(6, bytes(4))], "WebP": [(8, b"WEBP")],
    "Photoshop": [b"8BPS\0\1"], "WMF": [b"\xd7\xcd\xc6\x9a"], "EMF": [(40, b" EMF")],
    "JPEG 2000": [b"\0\0\0\x0cjP  "], "HEIC": [(4, b"ftyphei"), (4, b"ftypmif1")], "AVIF": [(4, b"ftypavif")],
    "QuickTime": [(4, b"ftypqt"), (4, b"moov"), (4, b"mdat"), (4, b"wide")], "M4A": [(4, b"ftypM4A")],
    "MP4": [(4, b"ftyp")], "AVI": [(8, b"AVI ")], "WAV": [(8, b"WAVE")], "MP3": [b"ID3\2", b"ID3\3", b"ID3\4", b"\xff\xfb", b"\xff\xf3"],
    "Ogg": [b"OggS\0"], "FLAC": [b"fLaC\0"], "Matroska": [b"\x1aE\xdf\xa3"],
    "Windows Media": [b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"], "MPEG": [b"\0\0\1\xba", b"\0\0\1\xb3"],
    "ICO": [b"\0\0\1\0"],
}  # fmt: skip
_MUST_BEGIN = {
    "BMP": b"BM", "WebP": b"RIFF", "AVI": b"RIFF", "WAV": b"RIFF", "EMF": b"\1\0\0\0", "bzip2": b"BZh",
    **dict.fromkeys(("HEIC", "AVIF", "QuickTime", "M4A", "MP4"), b"\0"),
}  # fmt: skip
_STORES: Signs = {
    "Access": [b"\0\1\0\0Standard Jet", b"\0\1\0\0Standard ACE", b"\0\1\0\0Standard"], "SQLite": [b"SQLite format 3"],
    "Outlook pst": [b"!BDN"], "OneNote": [b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d"], "Lotus 1-2-3": [b"\0\0\2\0\6\4", b"\0\0\x1a\0"],
    "FileMaker": [(14, b"HBAM")], "KeePass": [b"\x03\xd9\xa2\x9a"],
    "winmail.dat": [b"\x78\x9f\x3e\x22"],
}  # fmt: skip
_ARCHIVES: Signs = {
    "RAR": [b"Rar!\x1a"], "7z": [b"7z\xbc\xaf"], "gzip": [b"\x1f\x8b"], "bzip2": [(4, b"1AY&SY")],
    "xz": [b"\xfd7zXZ"], "zstd": [b"\x28\xb5\x2f\xfd"], "cab": [b"MSCF\0"], "tar": [(257, b"ustar\0"), (257, b"ustar  \0")],
}  # fmt: skip
_PROGRAMS: Signs = {
    "Windows": [b"MZ\x90\x00", b"MZ\x80\x00"], "Linux": [b"\x7fELF"],
    "macOS": [b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"], "lnk": [b"L\0\0\0\1\x14\2\0"],
}  # fmt: skip
_DOCUMENTS: Signs = {"RTF": [b"{\\rtf"]}
_SEALED = re.compile(rb"\A\s*-----BEGIN PGP MESSAGE-----")
_CELL_BY_CELL = {
    "SYLK": re.compile(rb"\AID;P[^\n]*\n(?:[A-Z]{1,2};[^\n]*\n)*?(?:P;PGeneral|C;(?:[XY]\d+;)+K)"),
    "DIF": re.compile(rb"\ATABLE\s+0,1\s+\"[^\n]*\n(?:TUPLES|VECTORS)\s+0,\d"),
}  # they look like lists of text, with one cell a line
_DBASE = frozenset(b"\x03\x30\x31\x83\x8b\xf5")

_SIGNS: Mapping[Problem, Signs] = {
    Problem.MEDIA_NOT_SEARCHED: _MEDIA,
    Problem.MUST_BE_EXPORTED: _STORES,
    Problem.OTHER_ARCHIVE: _ARCHIVES,
    Problem.PROGRAM: _PROGRAMS,
    Problem.UNKNOWN_KIND: _DOCUMENTS,
}
_OLE_STREAMS = {
    "worddocument": "doc", "powerpoint document": "ppt", "visiodocument": "Visio",
    "quill": "Publisher", "matost": "Works",
}  # fmt: skip
_APPLE = {".pages": "Pages", ".numbers": "Numbers", ".key": "Keynote"}


def refuse_foreign(head: bytes) -> None:
    """Raise UnreadableError with the kind's name if `head` begins a kind that is not read."""
    for problem, kinds in _SIGNS.items():
        for kind, signs in kinds.items():
            if head.startswith(_MUST_BEGIN.get(kind, b"")) and _has_one(head, signs):
                raise UnreadableError(problem, kind=kind)
    for kind, form in _CELL_BY_CELL.items():
        if form.match(head):
            raise UnreadableError(Problem.UNKNOWN_KIND, kind=kind)
    if _SEALED.match(head):
        raise UnreadableError(Problem.PASSWORD)
    if _is_dbase(head):
        raise UnreadableError(Problem.MUST_BE_EXPORTED, kind="dBase")


def refuse_foreign_zip(names: Sequence[str], mimetype: bytes, suffix: str) -> None:
    """Raise UnreadableError for a zip that is the document of a program not read."""
    if any(name.lower().startswith("ppt/") for name in names):
        raise UnreadableError(Problem.UNKNOWN_KIND, kind="pptx")
    if any(name.endswith(".iwa") or name.rpartition("/")[2] == "Index.zip" for name in names):
        raise UnreadableError(Problem.UNKNOWN_KIND, kind=_APPLE.get(suffix, "iWork"))
    if mimetype.startswith(b"application/epub"):
        raise UnreadableError(Problem.UNKNOWN_KIND, kind="epub")
    if any(name.lower().endswith(".fdseq") for name in names):
        raise UnreadableError(Problem.UNKNOWN_KIND, kind="xps")


def foreign_ole(streams: Iterable[str]) -> str:
    """Name the kind of a compound file that is not read, by its streams in lower case."""
    return next((_OLE_STREAMS[name] for name in streams if name in _OLE_STREAMS), "OLE")


def _has_one(head: bytes, signs: Iterable[bytes | tuple[int, bytes]]) -> bool:
    for sign in signs:
        place, expected = sign if isinstance(sign, tuple) else (0, sign)
        if head[place : place + len(expected)] == expected:
            return True
    return False


def _is_dbase(head: bytes) -> bool:
    """Tell a table of dBase by its version, the day of its last change and the size of its head."""
    return (
        len(head) > 32
        and head[0] in _DBASE
        and 1 <= head[2] <= 12
        and 1 <= head[3] <= 31
        and int.from_bytes(head[8:10], "little") % 32 in {1, 8, 9}
        and not any(head[12:14])
    )
