"""The files that letters are written from: the shipped ones, or the company's own beside the register."""

from collections.abc import Iterator
from pathlib import Path

from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.letter_template import Template, complete_template, parse_template
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.resources import resource_path
from dsr_desktop.services.documents import documents
from dsr_desktop.services.given_files import read_file_text
from dsr_desktop.services.register import Register
from dsr_desktop.wording.language import LANGUAGES

FOLDER = "letters"
_COMMON = "common"
_MOST_BYTES = 100_000
_NOT_UTF_8 = mark("{file} cannot be read. Save it as plain text in UTF-8.")


def own_folder(register: Register) -> Path:
    """Return the folder in which the company's own wording is looked for: beside the register."""
    return register.path.parent / FOLDER


def read_template(register: Register, kind: LetterKind, language: str) -> Template:
    """Return the template of a letter, the company's own if there is one.

    Raises InvalidInputError that names file and line for one that cannot be used.
    """
    own, name = _read(register, kind, language)
    common, _name = _read(register, _COMMON, language)
    return complete_template(own, common, kind, name)


def uses_own_words(register: Register, kind: LetterKind, language: str) -> bool:
    """Tell whether the company wrote a file of its own for a letter."""
    return _is_there(_own_path(register, kind, language))


def check_own_templates(register: Register) -> tuple[Path, ...]:
    """Return the company's own files after each was checked; raises as `read_template`."""
    found = []
    for language in LANGUAGES:
        for name in (_COMMON, *LetterKind):
            path = _own_path(register, name, language)
            if not _is_there(path):
                continue
            found.append(path)
            if name == _COMMON:
                _read(register, name, language)
            else:
                read_template(register, LetterKind(name), language)
    return tuple(found)


def write_templates(register: Register, folder: Path) -> tuple[Path, ...]:
    """Write the shipped files into `folder`, a folder for each language, to start from.

    Raises OutputFileError when the folder cannot be written; files that are there stay.
    """
    written = []
    for language in LANGUAGES:
        with documents(register, DocumentKind.LETTER_TEMPLATES) as made:
            shipped = tuple(_shipped(language))
            files = made.begin("", folder / language, *(path.name for path in shipped))
            for file, path in zip(files, shipped, strict=True):
                file.stream.write(path.read_bytes())
            written += [file.path for file in files]
    return tuple(written)


def _shipped(language: str) -> Iterator[Path]:
    return (resource_path(FOLDER, language, f"{name}.txt") for name in (_COMMON, *LetterKind))


def _read(register: Register, name: str, language: str) -> tuple[Template, str]:
    path = _own_path(register, name, language)
    if not _is_there(path):
        path = resource_path(FOLDER, language, f"{name}.txt")
    shown = f"{FOLDER}/{language}/{path.name}"
    return parse_template(_text(path, shown), shown), shown


def _text(path: Path, shown: str) -> str:
    """Return the words of a file; InvalidInputError says in a sentence why there are none."""
    if path.is_symlink():
        raise InvalidInputError(mark("{file} is a link. Put the file itself there."), file=shown)
    if path.is_dir():
        raise InvalidInputError(
            mark("{file} is a folder. Put the text there as a file."), file=shown
        )
    try:
        text = read_file_text(path, _MOST_BYTES)
    except OSError as error:
        raise InvalidInputError(
            mark("{file} cannot be opened. Check who may read it."), file=shown
        ) from error
    except UnicodeDecodeError as error:
        raise InvalidInputError(_NOT_UTF_8, file=shown) from error
    except ValueError as error:
        raise InvalidInputError(
            mark("{file} is too long for a letter: it has more than {n} bytes. Shorten it."),
            file=shown, n=_MOST_BYTES,
        ) from error  # fmt: skip
    if "\0" in text:
        raise InvalidInputError(_NOT_UTF_8, file=shown)
    if not text.strip():
        raise InvalidInputError(
            mark("{file} is empty. Write it, or remove it: then the shipped wording is used."),
            file=shown,
        )
    return text


def _is_there(path: Path) -> bool:
    """Tell whether something lies there, be it a link that leads nowhere."""
    return path.is_symlink() or path.exists()


def _own_path(register: Register, name: str, language: str) -> Path:
    return own_folder(register) / language / f"{name}.txt"
