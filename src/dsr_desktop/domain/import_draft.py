"""An import that is being prepared: the files as they were read, and what the user says of them.

Frozen values and pure steps: every answer gives a new draft, and nothing is written before it ends.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dsr_desktop.domain.known_version import KnownVersion
from dsr_desktop.domain.mapping import HeaderChoice, SheetMapping
from dsr_desktop.domain.preview import FilePreview, Preview, Question, SheetPreview
from dsr_desktop.domain.source import SourceStatus

_TELL_THEIR_ENCODING = frozenset(
    {"xlsx", "xlsb", "ods", "fods", "docx", "pdf", "msg", "Excel 2003 XML"}
)


@dataclass(frozen=True)
class DraftFile:
    """One file: `path` as it was named, `read` as it was read, `shown` with what was chosen since.

    `open_questions` wait for an answer; `was_asked` tells that there were any, and such a file stays
    in sight. `is_unlocked`: it was read with a password given here. `takes_place` tells whether it
    takes the place of its earlier version, None before anybody said so.
    """

    path: Path
    read: FilePreview
    shown: FilePreview
    open_questions: tuple[Question, ...] = ()
    was_asked: bool = False
    is_unlocked: bool = False
    takes_place: bool | None = None

    @property
    def fingerprints(self) -> frozenset[str]:
        """The kinds of sheets in it."""
        return frozenset(sheet.fingerprint for sheet in self.read.sheets)

    @property
    def is_locked(self) -> bool:
        """Tell whether it, or a file inside it, has a password that nobody gave yet."""
        return Question.PASSWORD in self.read.questions

    @property
    def passes(self) -> bool:
        """Tell whether it is stored whole, and nothing was ever asked about it."""
        return self.read.status is SourceStatus.IMPORTED and not self.was_asked


@dataclass(frozen=True)
class ImportDraft:
    """The files with every answer so far; `mappings` by fingerprint hold for all sheets of a kind.

    `encoding` is that of all texts that do not tell theirs, `encodings` those of single files.
    `settled` are the questions of a file that were answered by a word. The passwords are in no
    representation and go with the draft.
    """

    files: tuple[DraftFile, ...] = ()
    mappings: Mapping[str, SheetMapping] = field(default_factory=dict)
    encoding: str | None = None
    encodings: Mapping[Path, str] = field(default_factory=dict)
    settled: frozenset[tuple[Path, Question]] = frozenset()
    passwords: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, paths: Sequence[Path], preview: Preview) -> "ImportDraft":
        """Begin with the preview of `paths`, in their order."""
        files = (
            DraftFile(path, read, read) for path, read in zip(paths, preview.files, strict=True)
        )
        return cls(tuple(_asking(one, frozenset()) for one in files))

    def with_mapping(self, mapping: SheetMapping) -> "ImportDraft":
        """Return the draft in which all sheets of this kind have these columns."""
        mappings = {**self.mappings, mapping.fingerprint: mapping}
        return _shown_anew(replace(self, mappings=mappings), mapping.fingerprint)

    def with_mappings(self, mappings: Iterable[SheetMapping]) -> "ImportDraft":
        """Return the draft with mappings from elsewhere; files with such sheets must be read again."""
        return replace(
            self, mappings={**self.mappings, **{one.fingerprint: one for one in mappings}}
        )

    def with_encoding_of_texts(self, encoding: str | None) -> "ImportDraft":
        """Return the draft in which all texts have this encoding; None asks where it is not sure.

        What was said of a single file stays. The texts must be read again.
        """
        others = {
            (one.path, Question.ENCODING) for one in self.files if one.path not in self.encodings
        }
        settled = self.settled | others if encoding else self.settled - others
        return replace(self, encoding=encoding, settled=settled)

    def with_encoding(self, path: Path, encoding: str) -> "ImportDraft":
        """Return the draft in which a text has this encoding; it must be read again."""
        encodings = {**self.encodings, path: encoding}
        settled = self.settled | {(path, Question.ENCODING)}
        return _asked_anew(replace(self, encodings=encodings, settled=settled), path)

    def with_replacement(self, path: Path, *, replaces: bool) -> "ImportDraft":
        """Return the draft in which a file takes the place of its earlier version, or keeps both.

        A place is taken once: another file that was to take the same one stays beside it.
        """
        wanted = self.file_at(path).read.earlier if replaces else None
        files = (
            replace(one, takes_place=replaces) if one.path == path else _yielding(one, wanted)
            for one in self.files
        )
        settled = self.settled | {(path, Question.REPLACEMENT)}
        return _asked_anew(replace(self, files=tuple(files), settled=settled), path)

    def with_all_in_place(self) -> "ImportDraft":
        """Return the draft in which each of `newer_versions` takes the place of its earlier one.

        Of two that want the same place the first has it; the other is still asked about.
        """
        draft = self
        for path in self.newer_versions:
            earlier = draft.file_at(path).read.earlier
            if earlier is not None and earlier.source_id not in draft.replacing.values():
                draft = draft.with_replacement(path, replaces=True)
        return draft

    def with_password(self, password: str) -> "ImportDraft":
        """Return the draft that knows one more password; what is locked must be read again."""
        return replace(self, passwords=tuple(dict.fromkeys((*self.passwords, password))))

    def with_word(self, path: Path) -> "ImportDraft":
        """Return the draft in which the user says that a file is right as it is shown."""
        draft = self
        for sheet in self.file_at(path).shown.sheets:
            draft = draft.with_mapping(sheet.mapping())
        settled = draft.settled | {(path, Question.ENCODING)}
        return _asked_anew(replace(draft, settled=settled), path)

    def read_again(self, paths: Sequence[Path], preview: Preview) -> "ImportDraft":
        """Return the draft with files that were read once more, with all answers so far."""
        read = dict(zip(paths, preview.files, strict=True))
        files = (
            _with_answers(self, _after_reading(one, read[one.path])) if one.path in read else one
            for one in self.files
        )
        return replace(self, files=tuple(files))

    @property
    def replacing(self) -> Mapping[Path, int]:
        """Files that take the place of an earlier version, with the id of that."""
        return {
            one.path: one.read.earlier.source_id
            for one in self.files
            if one.takes_place and one.read.earlier is not None
        }

    @property
    def newer_versions(self) -> tuple[Path, ...]:
        """Files that surely are newer versions, of which nobody said yet what becomes of them."""
        return tuple(
            one.path
            for one in self.files
            if Question.REPLACEMENT in one.open_questions
            and one.read.earlier is not None
            and one.read.earlier.likeness.is_sure
        )

    def paths_like(self, fingerprint: str) -> tuple[Path, ...]:
        """Return the files that have a sheet of this kind."""
        return tuple(one.path for one in self.files if fingerprint in one.fingerprints)

    @property
    def texts(self) -> tuple[Path, ...]:
        """Files that an encoding may read otherwise: all but those whose format tells theirs."""
        return tuple(
            one.path
            for one in self.files
            if one.read.status is not SourceStatus.DUPLICATE
            and one.read.format not in _TELL_THEIR_ENCODING
        )

    @property
    def locked(self) -> tuple[Path, ...]:
        """Files that have a password nobody gave yet."""
        return tuple(one.path for one in self.files if one.is_locked)

    @property
    def stored(self) -> tuple[DraftFile, ...]:
        """Files that would be stored."""
        return tuple(one for one in self.files if one.read.status.is_stored)

    @property
    def unread(self) -> tuple[DraftFile, ...]:
        """Files that would be named as not read."""
        return tuple(one for one in self.files if one.read.status.is_unread)

    @property
    def already_there(self) -> tuple[DraftFile, ...]:
        """Files that are in the register."""
        return tuple(one for one in self.files if one.read.status is SourceStatus.DUPLICATE)

    @property
    def waiting(self) -> tuple[DraftFile, ...]:
        """Files with a question that is open."""
        return tuple(one for one in self.files if one.open_questions)

    @property
    def has_answers(self) -> bool:
        """Tell whether something would be lost with the draft."""
        return bool(self.mappings or self.settled or self.passwords or self.encoding)

    def file_at(self, path: Path) -> DraftFile:
        """Return a file of the draft."""
        return next(one for one in self.files if one.path == path)


def _yielding(file: DraftFile, wanted: KnownVersion | None) -> DraftFile:
    """Leave the place of an earlier version to the file for which it was chosen last."""
    if not file.takes_place or not _are_same(file.read.earlier, wanted):
        return file
    return replace(file, takes_place=False)


def _are_same(one: KnownVersion | None, other: KnownVersion | None) -> bool:
    return one is not None and other is not None and one.source_id == other.source_id


def _shown_anew(draft: ImportDraft, fingerprint: str) -> ImportDraft:
    files = (
        _with_answers(draft, one) if fingerprint in one.fingerprints else one for one in draft.files
    )
    return replace(draft, files=tuple(files))


def _asked_anew(draft: ImportDraft, path: Path) -> ImportDraft:
    files = (_asking(one, draft.settled) if one.path == path else one for one in draft.files)
    return replace(draft, files=tuple(files))


def _with_answers(draft: ImportDraft, file: DraftFile) -> DraftFile:
    sheets = tuple(_followed(sheet, draft.mappings) for sheet in file.read.sheets)
    return _asking(replace(file, shown=replace(file.read, sheets=sheets)), draft.settled)


def _asking(file: DraftFile, settled: Iterable[tuple[Path, Question]]) -> DraftFile:
    answered = {question for path, question in settled if path == file.path}
    questions = tuple(one for one in file.shown.questions if one not in answered)
    return replace(file, open_questions=questions, was_asked=file.was_asked or bool(questions))


def _followed(sheet: SheetPreview, mappings: Mapping[str, SheetMapping]) -> SheetPreview:
    """Follow what was chosen; a header chosen for a sheet of this kind may not stand in this one."""
    mapping = mappings.get(sheet.fingerprint)
    if mapping is None:
        return sheet
    is_elsewhere = mapping.header is not HeaderChoice.FOUND and sheet.header is not mapping.header
    return sheet if is_elsewhere else sheet.following(mapping)


def _after_reading(file: DraftFile, read: FilePreview) -> DraftFile:
    """Keep what a file could be read as: a reading that was told the encoding asks no more."""
    unlocked = file.is_unlocked or (file.is_locked and Question.PASSWORD not in read.questions)
    kept = read if read.encodings else replace(read, encodings=file.read.encodings)
    takes_place = file.takes_place if _are_same(file.read.earlier, read.earlier) else None
    return replace(file, read=kept, shown=kept, is_unlocked=unlocked, takes_place=takes_place)
