"""The one parser for the XML of strangers (expat): nothing is defined, expanded or looked up."""

from xml.parsers import expat

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError

XML_PER_TEXT = 8
"""How many times as long as the text in it the XML of an office document may be."""

_UTF_8 = frozenset({None, "utf-8", "utf8", "us-ascii"})
_OUT_OF_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]


class StrictParser:
    """Is fed piece by piece; the handlers are set on `expat`.

    `separator` stands between namespace and name. A piece of markup longer than `longest_token`
    bytes is refused: what cannot be told apart yet is scanned again with every piece. `may_name_type`
    lets a document name its type, as ODF files do, but never define anything in it. `is_utf8` tells
    of the encoding once the declaration was met.
    """

    def __init__(self, *, separator: str, longest_token: int, may_name_type: bool = False) -> None:
        self.expat = parser = expat.ParserCreate(namespace_separator=separator)
        self.fed = 0
        self.is_utf8 = True
        self._longest_token = longest_token
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = _refuse_definitions if may_name_type else _refuse
        parser.EntityDeclHandler = _refuse
        parser.SkippedEntityHandler = _refuse

    def feed(self, content: bytes) -> None:
        """Parse more, and call the handlers for it.

        Raises UnreadableError for what is not well-formed, defines text or has an endless tag,
        MemoryError when there is none left.
        """
        self._parse(content, last=False)
        self.fed += len(content)
        waiting = self.fed - max(self.expat.CurrentByteIndex, 0)
        if waiting > self._longest_token + len(content):
            raise UnreadableError(Problem.OUT_OF_PROPORTION)

    def close(self) -> None:
        """Say that this was all; UnreadableError if something is missing."""
        self._parse(b"", last=True)

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.is_utf8 = (encoding and encoding.lower()) in _UTF_8

    def _parse(self, content: bytes, *, last: bool) -> None:
        try:
            self.expat.Parse(content, last)
        except expat.ExpatError as error:
            if error.code == _OUT_OF_MEMORY:
                raise MemoryError from error
            raise UnreadableError(Problem.DAMAGED) from error
        except (LookupError, ValueError) as error:  # an encoding that the parser does not know
            raise UnreadableError(Problem.DAMAGED) from error


def _refuse_definitions(
    _name: str, _system: str | None, _public: str | None, has_definitions: bool
) -> None:
    if has_definitions:
        raise UnreadableError(Problem.DEFINES_TEXT)


def _refuse(*_definition: object) -> None:
    raise UnreadableError(Problem.DEFINES_TEXT)
