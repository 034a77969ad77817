"""Every text of the source has its translation: nothing missing, doubtful or left over."""

import ast
import re
import runpy
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
CATALOGUES = sorted((ROOT / "resources" / "i18n").glob("*/LC_MESSAGES/dsr_desktop.po"))
KEYWORDS = runpy.run_path(str(ROOT / "dev.py"))["TEXT_KEYWORDS"]
TO_REPAIR = "run: python3 dev.py translate, then fill in the translations"

each_catalogue = pytest.mark.parametrize(
    "catalogue_file", CATALOGUES, ids=lambda file: file.parts[-3]
)


def texts_of_the_source() -> set[str | tuple[str, ...]]:
    found = extract_from_dir(SOURCE, keywords=parse_keywords(KEYWORDS))
    return {message for _file, _line, message, _comments, _context in found}


def read(file: Path) -> Catalog:
    with file.open("rb") as stream:
        return read_po(stream, locale=file.parts[-3], domain="dsr_desktop")


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def placeholders(text: str) -> set[str]:
    return {name for _before, name, _format, _how in Formatter().parse(text) if name is not None}


def differs_in_placeholders(message: Message) -> bool:
    """Each form needs all of them, {n} too: the French singular is also that of zero."""
    wanted = set().union(*(placeholders(form) for form in forms(message.id)))
    return any(placeholders(form) != wanted for form in forms(message.string) if form)


def test_french_has_a_catalogue():
    assert "fr" in {file.parts[-3] for file in CATALOGUES}, TO_REPAIR


def test_the_source_has_texts():
    assert len(texts_of_the_source()) > 20


def test_the_colon_between_a_thing_and_what_is_said_of_it_is_a_text_too():
    """French puts a space before it."""
    assert "{what}: {words}" in texts_of_the_source()


@each_catalogue
def test_the_catalogue_has_exactly_the_texts_of_the_source(catalogue_file):
    held = {message.id for message in messages(read(catalogue_file))}

    assert sorted(map(str, texts_of_the_source() - held)) == [], f"missing; {TO_REPAIR}"
    assert sorted(map(str, held - texts_of_the_source())) == [], f"left over; {TO_REPAIR}"


@each_catalogue
def test_every_text_is_translated(catalogue_file):
    untranslated = [m.id for m in messages(read(catalogue_file)) if not all(forms(m.string))]

    assert untranslated == []


@each_catalogue
def test_no_translation_is_doubtful(catalogue_file):
    assert [message.id for message in messages(read(catalogue_file)) if message.fuzzy] == []


@each_catalogue
def test_no_translation_is_kept_for_a_text_that_went(catalogue_file):
    assert list(read(catalogue_file).obsolete) == []


@each_catalogue
def test_placeholders_survive_translation(catalogue_file):
    odd = [(m.id, m.string) for m in messages(read(catalogue_file)) if differs_in_placeholders(m)]

    assert odd == []


@each_catalogue
def test_the_catalogue_names_no_date_and_nobody(catalogue_file):
    header = catalogue_file.read_text(encoding="utf-8").partition("\n\n")[0]

    fields = re.findall(r'^"([\w-]+):', header, re.MULTILINE)

    assert set(fields) <= {
        "Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
    }  # fmt: skip


def keyword_of(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def texts_of(call: ast.Call) -> list[ast.expr]:
    if keyword_of(call) != "count":
        return call.args[:1]
    return call.args[:2] if len(call.args) > 2 else []  # "banana".count("a") is another thing


def hides_its_text(call: ast.Call) -> bool:
    """The extractor reads literals only: a joined, chosen or formatted text would escape it."""
    return any(
        isinstance(node, ast.JoinedStr) or isinstance(getattr(node, "value", None), str)
        for text in texts_of(call)
        if not isinstance(text, ast.Constant)
        for node in ast.walk(text)
    )


def test_every_text_stands_in_the_call_as_one_literal():
    names = {keyword.partition(":")[0] for keyword in KEYWORDS}
    unclear = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in sorted(SOURCE.rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and keyword_of(call) in names
        if hides_its_text(call)
    ]

    assert unclear == []


def test_no_text_stands_inside_a_formatted_one():
    """Before Python 3.12 the extractor does not look there."""
    names = {keyword.partition(":")[0] for keyword in KEYWORDS}
    hidden = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in sorted(SOURCE.rglob("*.py"))
        for formatted in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(formatted, ast.JoinedStr)
        for call in ast.walk(formatted)
        if isinstance(call, ast.Call) and keyword_of(call) in names
        if any(isinstance(getattr(text, "value", None), str) for text in texts_of(call))
    ]

    assert hidden == []


def test_every_counted_text_is_extracted_with_its_plural():
    """A keyword among the arguments of the call makes the extractor lose the plural."""
    counted = {
        tuple(text.value for text in texts_of(call) if isinstance(text, ast.Constant))
        for file in sorted(SOURCE.rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and keyword_of(call) == "count" and texts_of(call)
    }

    assert len(counted) > 50
    assert {texts for texts in counted if len(texts) == 2} - texts_of_the_source() == set()


def names_a_command(text: str) -> bool:
    return "`" in text or re.search(r"(^|\s)--\w", text) is not None


def test_what_window_and_command_line_both_say_names_no_command():
    """In the window nobody can type one: below `cli` a sentence says what to do, not how."""
    for_both = [file for file in sorted(SOURCE.rglob("*.py")) if "cli" not in file.parts]
    texts = {
        (str(file.relative_to(ROOT)), text.value)
        for file in for_both
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and keyword_of(call) in {"mark", "tr", "count"}
        for text in texts_of(call)
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }

    assert len(texts) > 500
    assert [found for found in sorted(texts) if names_a_command(found[1])] == []
    assert names_a_command("Run `rescan {ref}` again.")
    assert names_a_command("Give --passphrase-file FILE.")


def test_how_a_dossier_is_checked_may_be_said_everywhere():
    """The reader of a dossier has no app: the script in it is run as any other, by its file."""
    assert not names_a_command("run “python3 {script}” in this folder")
