"""Reads what lies over the cells of a sheet: comments, notes, text boxes, and what they link to."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.around import PlacedNote, filters
from dsr_desktop.readers.ooxml.cells import LAST_COLUMN, LAST_ROW, place_of
from dsr_desktop.readers.ooxml.markup import text_of
from dsr_desktop.readers.ooxml.package import Package, Relation

_PHONETIC = frozenset({"rPh"})
_FALLBACK = frozenset({"Fallback"})
_ANCHORS = frozenset({"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})
_THREAD_COPY = "tc="


class Remarks:
    """The remarks on one sheet; `problems` says what could not be read."""

    def __init__(
        self, package: Package, relations: Iterable[Relation], people: dict[str, str]
    ) -> None:
        self.problems: list[Problem] = []
        self._package = package
        self._people = people
        self._parts: dict[str, list[str]] = {}
        for relation in relations:
            if not relation.external:
                self._parts.setdefault(relation.kind, []).append(relation.target)

    def notes(self) -> Iterator[PlacedNote]:
        """Yield all remarks with the rows of their cells."""
        threads = list(self._trees("threadedComment", Problem.COMMENTS_NOT_READ))
        for tree in threads:
            yield from self._threaded(tree)
        for tree in self._trees("comments", Problem.COMMENTS_NOT_READ):
            yield from _comments(tree, has_threads=bool(threads))
        for part in self._parts.get("drawing", ()):
            yield from self._drawing(part)
        for tree in self._trees("table", Problem.DAMAGED_IN_PART):
            yield from filters(tree)

    def _trees(self, kind: str, problem: Problem) -> Iterator[ElementTree.Element]:
        for part in self._parts.get(kind, ()):
            try:
                yield self._package.tree(part)
            except UnreadableError as error:
                if error.problem is not Problem.DAMAGED:
                    raise
                self.problems.append(problem)

    def _threaded(self, tree: ElementTree.Element) -> Iterator[PlacedNote]:
        for comment in tree.iter("threadedComment"):
            author = self._people.get(comment.get("personId", ""), "")
            text = "".join(one.text or "" for one in comment.iter("text"))
            yield from _comment(comment.get("ref", ""), author, text)

    def _drawing(self, part: str) -> Iterator[PlacedNote]:
        try:
            tree, relations = self._package.tree(part), self._package.relations(part)
        except UnreadableError as error:
            if error.problem is not Problem.DAMAGED:
                raise
            self.problems.append(Problem.DRAWN_TEXT_NOT_READ)
            return
        if any(one.kind == "diagramData" for one in relations):
            self.problems.append(Problem.DRAWN_TEXT_NOT_READ)
        targets = {one.id: one.target for one in relations if one.external}
        for anchor in tree:
            if anchor.tag in _ANCHORS:
                yield from _drawn(anchor, targets)


def _comments(tree: ElementTree.Element, *, has_threads: bool) -> Iterator[PlacedNote]:
    """Yield notes; those that only repeat a thread for older programs are left out."""
    authors = [author.text or "" for author in tree.iter("author")]
    for comment in tree.iter("comment"):
        number = comment.get("authorId", "")
        author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
        is_copy = author.startswith(_THREAD_COPY)
        if not (is_copy and has_threads):
            text = text_of(comment, skip=_PHONETIC)
            yield from _comment(comment.get("ref", ""), "" if is_copy else author, text)


def _comment(reference: str, author: str, text: str) -> Iterator[PlacedNote]:
    row, column = place_of(reference) or (1, 1)
    author = author.strip()
    named = text if not author or text.startswith(author) else f"{author}: {text}"
    yield row, CellNote(column, NoteKind.COMMENT, named)


def _drawn(anchor: ElementTree.Element, targets: dict[str, str]) -> Iterator[PlacedNote]:
    """Yield the text of shapes, on the cell under their upper left corner."""
    row, column = _corner(anchor)
    text = "\n".join(dict.fromkeys(filter(str.strip, _texts(anchor))))
    if text:
        yield row, CellNote(column, NoteKind.COMMENT, text)
    for link in anchor.iter("hlinkClick"):
        if target := targets.get(link.get("id", "")):
            yield row, CellNote(column, NoteKind.LINK, target)


def _texts(element: ElementTree.Element) -> Iterator[str]:
    if element.tag in _FALLBACK:
        return
    if element.tag == "cNvPr":
        yield from filter(None, (element.get("title"), element.get("descr")))
    if element.tag == "p":
        yield text_of(element)
        return
    for child in element:
        yield from _texts(child)


def _corner(anchor: ElementTree.Element) -> tuple[int, int]:
    begin = anchor.find("from")
    row, column = (_number(begin, "row"), _number(begin, "col")) if begin is not None else (0, 0)
    return min(row + 1, LAST_ROW), min(column + 1, LAST_COLUMN)


def _number(parent: ElementTree.Element, name: str) -> int:
    text = (parent.findtext(name) or "").strip()
    return int(text) if text.isdecimal() and len(text) < 8 else 0
