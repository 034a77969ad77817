"""Reads back what a PDF of ours says: text by page and line, properties, bookmarks."""

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)endobj", re.DOTALL)
TEXT = re.compile(rb"/(\S+) [\d.]+ Tf|\(((?:\\.|[^\\()])*)\) Tj|(T\*)", re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Pdf:
    """A PDF as its reader sees it: `pages` holds the lines of each page in reading order."""

    def __init__(self, data):
        self._objects = {int(found[1]): found[2] for found in OBJECT.finditer(data)}
        self._catalog = self._find(b"/Type /Catalog")
        self._fonts = self._read_fonts()
        kids = re.findall(rb"(\d+) 0 R", self._find(b"/Type /Pages").split(b"/Kids")[1])
        self.pages = [self._lines(self._objects[int(kid)]) for kid in kids if self._is_page(kid)]

    @property
    def text(self):
        return "\n".join(line for page in self.pages for line in page)

    @property
    def language(self):
        return decode(re.search(rb"/Lang \((.*?)\)", self._catalog)[1])

    @property
    def properties(self):
        found = re.findall(rb"/(\w+) \(((?:\\.|[^\\()])*)\)", self._find(b"/CreationDate"))
        return {name.decode(): decode(value) for name, value in found}

    @property
    def bookmarks(self):
        """Titles with their level, in order."""
        outlines = self._follow(self._catalog, b"Outlines")
        return list(self._branch(self._follow(outlines, b"First"), 0)) if outlines else []

    def _branch(self, entry, level):
        while entry:
            yield decode(re.search(rb"/Title \(((?:\\.|[^\\()])*)\)", entry)[1]), level
            yield from self._branch(self._follow(entry, b"First"), level + 1)
            entry = self._follow(entry, b"Next")

    def _follow(self, holder, name):
        found = re.search(rb"/" + name + rb" (\d+) 0 R", holder)
        return self._objects[int(found[1])] if found else None

    def _find(self, mark):
        return next(content for content in self._objects.values() if mark in content)

    def _is_page(self, number):
        return b"/Type /Page\n" in self._objects[int(number)]

    def _read_fonts(self):
        fonts = {}
        for name, number in re.findall(rb"/(F\d\S*) (\d+) 0 R", b"".join(self._font_lists())):
            table = self._stream(self._follow(self._objects[int(number)], b"ToUnicode"))
            pairs = re.findall(rb"<(\w\w)> <(\w+)>", table.split(b"beginbfchar")[1])
            fonts[name] = {int(code, 16): bytes.fromhex(to.decode()) for code, to in pairs}
        return fonts

    def _font_lists(self):
        return [held for held in self._objects.values() if re.match(rb"\s*<<\s*/F\d", held)]

    def _lines(self, page):
        lines, line, font = [], "", {}
        for name, shown, end in TEXT.findall(self._stream(self._follow(page, b"Contents"))):
            if name:
                font = self._fonts[name]
            elif end:
                lines.append(line)
                line = ""
            else:
                line += "".join(font[code].decode("utf-16-be") for code in unescape(shown))
        return lines

    def _stream(self, content):
        return zlib.decompress(content.split(b"stream\n", 1)[1].rsplit(b"endstream", 1)[0])


def unescape(text):
    def meant(found):
        what = found[1]
        return bytes([int(what, 8)]) if what.isdigit() else LETTERS.get(what, what)

    return ESCAPE.sub(meant, text)


def decode(text):
    raw = unescape(text)
    return raw[2:].decode("utf-16-be") if raw.startswith(b"\xfe\xff") else raw.decode("cp1252")
