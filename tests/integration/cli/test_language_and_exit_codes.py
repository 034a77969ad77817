"""Two languages, one of them asked for or the system's; exit codes that scripts rely on."""

import re
from pathlib import Path
from string import Formatter

import click
import pytest
from babel.messages.pofile import read_po

from dsr_desktop import __version__
from dsr_desktop.cli.click_words import CLICK_WORDS
from dsr_desktop.cli.program import chosen_language, program

CATALOGUE = (
    Path(__file__).parents[3] / "resources" / "i18n" / "fr" / "LC_MESSAGES" / "dsr_desktop.po"
)
REF = "DSR-2025-0001"
PORTABILITY = ("package", REF, "--right", "portability")
WORDS = re.compile(r"[A-Z][a-z]{3,}|\S*[a-z]{2}\S* .*[a-z]{2}.*", re.DOTALL)
"""A capitalised word, or several; a lower-case word alone may be an option, a code or a key."""


def commands(group=program, before=()):
    """Yield every command with the words that call it, the program itself first."""
    yield before, group
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*before, name))
        else:
            yield (*before, name), command


def pieces(text):
    """What stands between the placeholders of a text, if it is words."""
    parts = (before.strip(" .:,;()'`\n\t") for before, *_field in Formatter().parse(text))
    return {part for part in parts if WORDS.fullmatch(part)}


@pytest.fixture(scope="module")
def english_words():
    """Every text, or part of one, that no French translation has in it."""
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    forms = [(one.id, one.string) for one in messages if isinstance(one.id, str)]
    forms += [pair for one in messages if not isinstance(one.id, str)
              for pair in zip(one.id, one.string, strict=False)]  # fmt: skip
    french = "\n".join(translation for _text, translation in forms)
    parts = {part for text, _translation in forms for part in pieces(text)}
    return {part for part in parts if part not in french}


@pytest.fixture(scope="module")
def english_left(english_words):
    """Return a function that lists the English texts in what was said."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, english_words))})\b").findall


@pytest.fixture
def in_both(dsr, english_left):
    """Return a function that runs a command in each language; the French one is French."""

    def run_both(*arguments):
        english = dsr(*arguments, "--lang", "en")
        french = dsr(*arguments, "--lang", "fr")
        assert english.code == french.code
        assert english_left(french.out + french.err) == []
        return english, french

    return run_both


def test_the_words_looked_for_are_many_and_found_in_english(dsr, english_words):
    said = dsr("due", "2026-03-05", "--explain").out

    assert len(english_words) > 300
    assert {part for part in english_words if part in said} >= {"Easter Monday", "Due on"}


# --- languages


SPEAKING = {
    "sources": ["sources"],
    "import": ["import", "gone.csv"],
    "search": ["search", "--name", "Camille Dupont", "--email", "camille.dupont@acme.example"],
    "hints": ["search", "--email", "no address", "--phone", "12"],
    "request list": ["request", "list"],
    "request show": ["request", "show", REF],
    "find": ["find", REF],
    "hits": ["hits", REF],
    "due": ["due", "2026-03-05", "--explain"],
    "pause": ["due", "2025-12-31", "--paused", "2026-01-05..2026-01-19", "--explain"],
    "extension": ["due", "2025-12-31", "--extended-on", "2026-01-20", "--explain"],
}
DATA_IN_JSON = {"rescan": ["rescan", REF], "verify": ["verify"]}


@pytest.mark.usefixtures("with_review")
@pytest.mark.parametrize(
    "arguments", [*SPEAKING.values(), *DATA_IN_JSON.values()], ids=[*SPEAKING, *DATA_IN_JSON]
)
def test_every_line_is_in_the_language_asked_for(in_both, arguments):
    english, french = in_both(*arguments)

    assert english.lines
    assert set(english.lines).isdisjoint(french.lines)


@pytest.mark.usefixtures("with_review")
@pytest.mark.parametrize("arguments", SPEAKING.values(), ids=SPEAKING)
def test_every_sentence_of_a_document_is_in_the_language_asked_for(in_both, arguments):
    english, french = in_both(*arguments, "--json")

    assert set(sentences(english.json))
    assert set(sentences(english.json)).isdisjoint(sentences(french.json))


def sentences(document, key=""):
    """Yield what a person reads in a document: reasons, steps, hints."""
    if isinstance(document, str):
        if key in {"reason", "why", "how", "hints", "warnings"}:
            yield document
    elif isinstance(document, dict):
        for name, value in document.items():
            yield from sentences(value, name)
    elif isinstance(document, list):
        for value in document:
            yield from sentences(value, key)


@pytest.mark.usefixtures("with_review")
@pytest.mark.parametrize(
    "arguments",
    [
        ["init", "--company", "Exemple SAS"],
        ["import", "x.csv", "--activity", "PA9"],
        ["sources", "remove", "99"],
        ["search"],
        ["search", "--batch", "gone.jsonl"],
        ["due", "2026-06-31"],
        ["due", "2026-06-30", "--country", "ZZ"],
        ["due", "2026-06-30", "--subdivision", "QQ"],
        ["due", "2026-06-30", "--paused", "2026-07-09..2026-07-02"],
        ["request", "new", "--right", "access", "--received", "2018-05-24", "--name", "Camille"],
        ["request", "new", "--right", "access", "--received", "2099-05-24", "--name", "Camille"],
        ["request", "show", "DSR-2020-0099"],
        ["request", "pause", REF, "--asked-on", "2025-06-23"],
        ["request", "extend", REF, "--reason", "complexity", "--text", "14 files"],
        ["request", "decide", REF, "--right", "erasure", "--decision", "refused"],
        ["request", "send", REF],
        ["request", "close", REF],
        ["hits", REF, "--confirm", "999"],
        ["hits", REF, "--confirm", "1", "--reject", "1"],
        ["checklist", REF, "--out", "register.dsr"],
        ["checklist", "DSR-2020-0099", "--out", "out"],
        [*PORTABILITY, "--out", "register.dsr"],
        ["rescan", "DSR-2020-0099"],
        ["verify", "--passphrase-file", "gone.txt"],
        ["verify", "--register", "gone.dsr"],
    ],
    ids=lambda arguments: " ".join(arguments[:4]),
)
def test_a_failure_is_one_sentence_in_both_languages(in_both, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)

    english, french = in_both(*arguments)

    assert (english.code, english.out, french.out) == (1, "", "")
    assert english.sentence != french.sentence


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "--limit", "0"],
        ["search", "--nonsense"],
        ["request", "new"],
        ["request", "new", "--right", "forgetting"],
        ["request"],
        ["hits", REF, "--confirm"],
        ["hits", REF, "--confirm", "first"],
        ["due"],
        ["due", "2026-06-30", "2026-07-01"],
        ["nonsense"],
    ],
    ids=lambda arguments: " ".join(arguments[:4]),
)
def test_wrong_use_is_told_in_both_languages(in_both, arguments):
    english, french = in_both(*arguments)

    assert (english.code, english.out, french.out) == (2, "", "")
    told = [line for line in english.err.splitlines() if line and not line.startswith("\t")]
    assert set(told).isdisjoint(french.err.splitlines())


COMMANDS = {" ".join(words) or "alone": (words, command) for words, command in commands()}


@pytest.mark.parametrize(("words", "command"), COMMANDS.values(), ids=COMMANDS)
def test_every_command_has_help_in_both_languages(in_both, words, command):
    english, french = in_both(*words, "--help")

    shown = " ".join(english.out.split())
    assert english.code == 0
    assert command.help in shown
    assert all(one.help in shown for one in command.params if isinstance(one, click.Option))
    assert command.help not in " ".join(french.out.split())


def test_click_still_says_what_the_catalogues_translate():
    sources = Path(click.__file__).parent.glob("*.py")
    said = "".join(source.read_text(encoding="utf-8") for source in sources)

    words = [one if isinstance(one, str) else one[0] for one in CLICK_WORDS]
    as_written = [word.replace("\n", "\\n").replace("\t", "\\t") for word in words]
    assert [word for word in as_written if f'"{word}"' not in said] == []


@pytest.mark.parametrize(
    ("arguments", "system", "language"),
    [
        ([], "C", "en"),
        ([], "fr_FR.UTF-8", "fr"),
        ([], "fr", "fr"),
        ([], "French_France.1252", "fr"),
        ([], "de_DE.UTF-8", "en"),
        (["--lang", "en"], "fr_FR.UTF-8", "en"),
        (["--lang=fr"], "C", "fr"),
        (["--lang", "fr", "due", "--lang", "en"], "C", "en"),
        (["--lang=en", "due", "--lang=fr"], "C", "fr"),
        (["--lang"], "fr_FR.UTF-8", "fr"),
        (["--lang", "de"], "fr_FR.UTF-8", "fr"),
    ],
)
def test_the_language_is_the_last_one_asked_for_else_the_systems(
    monkeypatch, arguments, system, language
):
    monkeypatch.setenv("LC_ALL", system)

    assert chosen_language(arguments) == language


def test_the_language_may_stand_before_or_after_the_command(dsr):
    assert (
        dsr("--lang", "fr", "due", "2026-03-05").out == dsr("due", "2026-03-05", "--lang", "fr").out
    )


# --- common options and exit codes


def test_an_option_after_the_command_overrides_the_one_before(dsr, tmp_path, with_lists):
    other = ("--register", tmp_path / "gone.dsr")

    assert dsr(*other, "sources").code == 1
    assert dsr(*other, "sources", "--register", tmp_path / "register.dsr").code == 0
    assert dsr("--json", "sources").json == dsr("sources", "--json").json


def test_an_option_of_a_group_holds_for_its_commands(dsr, with_register):
    assert dsr("request", "--json", "list").json == {"requests": []}


def test_the_version_is_told(dsr):
    assert (dsr("--version").code, dsr("--version").out) == (0, f"{__version__}\n")


def test_a_program_without_a_command_is_wrong_use_here(dsr):
    result = dsr()

    assert (result.code, result.out) == (2, "")


@pytest.mark.usefixtures("with_register")
@pytest.mark.parametrize(
    "arguments",
    [
        ["request", "show", "DSR-\udcff"],
        ["init", "--company", "Caf\udce9", "--register", "new.dsr"],
        ["request", "new", "--right", "access", "--received", "2025-06-20", "--name", "\udcff"],
        ["due", "2026-06-30", "--country", "\udcff"],
        ["verify", "--register", "\udcff.dsr"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_bytes_that_are_no_text_get_a_sentence_too(refused, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)

    assert refused(*arguments)
