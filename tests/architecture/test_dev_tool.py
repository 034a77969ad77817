"""The set-up tool: what it asks for, what it starts, and that the documents name it rightly."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import venv
from importlib import util
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "dev.py"
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/releasing.md", ".ci/run")
COMMAND = re.compile(r"\b(?:python3|py) dev\.py (\w+)")


def load_tool():
    spec = util.spec_from_file_location("dev", TOOL)
    tool = util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


dev = load_tool()


@pytest.fixture(scope="module")
def made_environment(tmp_path_factory):
    """A real, empty environment with its stamp, as the end of a set-up leaves it."""
    folder = tmp_path_factory.mktemp("project")
    lock = folder / "requirements.lock"
    lock.write_text("click==8.2\n")
    environment = dev.Environment(folder / ".venv", lock)
    venv.create(environment.folder, with_pip=False, symlinks=os.name != "nt")
    dev.add_source_folder(environment)
    environment.stamp.write_text(dev.fingerprint(environment), encoding="utf-8")
    return environment


@pytest.fixture
def environment(made_environment):
    """The same, put in order again after a test that spoils it."""
    stamp = made_environment.stamp.read_text(encoding="utf-8")
    lock = made_environment.lock.read_text()
    yield made_environment
    made_environment.stamp.write_text(stamp, encoding="utf-8")
    made_environment.lock.write_text(lock)


# --- the file itself


def test_it_needs_nothing_but_the_standard_library():
    tree = ast.parse(TOOL.read_text(encoding="utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert imported <= sys.stdlib_module_names


def test_an_old_python_can_still_read_it():
    ast.parse(TOOL.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_it_explains_every_command():
    explained = re.findall(r"^  (\w+)", dev.__doc__, re.MULTILINE)

    assert sorted(explained) == sorted(dev.COMMANDS)


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 9, 6), (3, 10, 13)])
def test_an_old_python_is_told_what_to_install(version):
    assert f"this is {version[0]}.{version[1]}. Install a newer one" in dev.too_old(version)


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 5), (4, 0, 0)])
def test_a_new_python_is_fine(version):
    assert dev.too_old(version) == ""


@pytest.mark.parametrize(("words", "code"), [([], 2), (["fly"], 2), (["--help"], 0)])
def test_without_a_known_command_it_prints_its_commands(words, code, capsys):
    assert dev.main(words) == code
    assert capsys.readouterr().out.strip() == dev.__doc__.strip()


def test_two_dashes_set_the_arguments_of_a_command_apart():
    with pytest.raises(SystemExit, match="knows no step flavour"):
        dev.main(["check", "--", "flavour"])


# --- what the system must bring


def test_a_window_on_x11_needs_the_x11_libraries():
    needed = dev.libraries_for("run", {"DISPLAY": ":0"})

    assert needed.keys() == dev.QT_LIBRARIES.keys() | dev.X11_LIBRARIES.keys()


@pytest.mark.parametrize(
    ("command", "surroundings"),
    [("run", {}), ("run", {"WAYLAND_DISPLAY": "wayland-0"}), ("test", {"DISPLAY": ":0"})],
)
def test_nothing_else_asks_for_the_x11_libraries(command, surroundings):
    assert dev.libraries_for(command, surroundings) == dev.QT_LIBRARIES


@pytest.mark.parametrize("command", ["lock", "translate"])
def test_work_without_qt_asks_for_no_library(command):
    assert dev.libraries_for(command, {"DISPLAY": ":0"}) == {}


def test_a_library_that_is_nowhere_does_not_load():
    assert not dev.library_loads("libnowhere-to-be-found.so.7")


@pytest.mark.parametrize(
    ("with_sudo", "line"),
    [
        (True, "sudo apt-get install --no-install-recommends libgl1 libegl1"),
        (False, "su -c 'apt-get install --no-install-recommends libgl1 libegl1'"),
    ],
)
def test_missing_packages_make_one_line_to_type(with_sudo, line):
    assert dev.install_line(["libgl1", "libegl1"], with_sudo=with_sudo) == line


@pytest.mark.parametrize(
    ("surroundings", "linux", "shown"),
    [
        ({}, True, False),
        ({"DISPLAY": ""}, True, False),
        ({"DISPLAY": ":0"}, True, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, True),
        ({}, False, True),
    ],
)
def test_only_linux_can_be_without_a_display(surroundings, linux, shown):
    assert dev.has_display(surroundings, linux=linux) is shown


# --- the environment


@pytest.mark.parametrize(
    ("windows", "parts"), [(True, ("Scripts", "python.exe")), (False, ("bin", "python"))]
)
def test_each_system_keeps_the_programs_in_its_own_folder(windows, parts):
    assert dev.program_path(Path("e"), "python", windows=windows) == Path("e", *parts)


def test_a_finished_environment_is_ready(environment):
    assert dev.is_ready(environment)


def test_a_half_made_environment_is_not_ready(environment):
    environment.stamp.unlink()

    assert not dev.is_ready(environment)


def test_a_changed_lock_makes_the_environment_anew(environment):
    environment.lock.write_text("click==8.3\n")

    assert not dev.is_ready(environment)


def test_a_moved_project_makes_the_environment_anew(environment):
    moved = environment._replace(folder=environment.folder.parent / "elsewhere" / ".venv")

    assert dev.fingerprint(moved) != dev.fingerprint(environment)


def test_another_python_makes_the_environment_anew(environment, monkeypatch):
    monkeypatch.setattr(dev, "THIS_PYTHON", "3.99")

    assert not dev.is_ready(environment)


def test_an_environment_whose_python_went_away_is_not_ready(environment, tmp_path):
    orphan = environment._replace(folder=tmp_path)
    orphan.stamp.write_text(dev.fingerprint(orphan), encoding="utf-8")

    assert not dev.is_ready(orphan)


def test_the_environment_imports_the_source_folder(environment):
    question = "import dsr_desktop; print(dsr_desktop.__file__)"
    answer = subprocess.run(
        [environment.python, "-I", "-c", question], capture_output=True, text=True, check=True
    )

    assert Path(answer.stdout.strip()).parent == ROOT / "src" / "dsr_desktop"


def test_a_silent_command_that_fails_ends_in_a_sentence():
    with pytest.raises(SystemExit, match="It did not work"):
        dev.patiently([sys.executable, "-c", "raise SystemExit(3)"], "trying", "It did not work.")


# --- translations


@pytest.fixture
def catalogue(tmp_path):
    file = tmp_path / "dsr_desktop.po"
    file.write_text("")
    return file


def test_a_catalogue_never_compiled_is_stale(catalogue):
    assert dev.is_stale(catalogue)


@pytest.mark.parametrize(("age_of_compiled", "stale"), [(100, False), (300, True)])
def test_a_catalogue_changed_after_compiling_is_stale(catalogue, age_of_compiled, stale):
    compiled = catalogue.with_suffix(".mo")
    compiled.write_bytes(b"")
    os.utime(catalogue, (1_000_000 - 200, 1_000_000 - 200))
    os.utime(compiled, (1_000_000 - age_of_compiled, 1_000_000 - age_of_compiled))

    assert dev.is_stale(catalogue) is stale


def test_a_catalogue_keeps_neither_dates_nor_names_in_its_header():
    before = (
        '# Texts of DSR Desktop.\nmsgid ""\nmsgstr ""\n"PO-Revision-Date: 2026-11-02 10:00\\n"\n'
        '"Last-Translator: Somebody\\n"\n"Language: fr\\n"\n"Plural-Forms: nplurals=2;\\n"\n\n'
        'msgid "PO-Revision-Date: a text like any other"\nmsgstr ""\n'
    )

    assert dev.without_noise(before) == (
        '# Texts of DSR Desktop.\nmsgid ""\nmsgstr ""\n"Language: fr\\n"\n'
        '"Plural-Forms: nplurals=2;\\n"\n\n'
        'msgid "PO-Revision-Date: a text like any other"\nmsgstr ""\n'
    )


# --- the lock and the documents


def locked_versions() -> dict[str, str]:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", lock, re.MULTILINE))


def wanted_packages() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    return [Requirement(name) for name in names]


@pytest.mark.parametrize("wanted", wanted_packages(), ids=lambda wanted: wanted.name)
def test_the_lock_holds_what_the_project_asks_for(wanted):
    assert wanted.specifier.contains(locked_versions()[wanted.name.lower()])


def test_the_lock_has_a_hash_for_every_package():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"^(?=\w)", lock, flags=re.MULTILINE)[1:]

    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", [dev.APP.lock, dev.BENCH.lock], ids=lambda lock: lock.parent.name)
def test_no_lock_names_a_host(lock):
    assert "://" not in (lock.read_text(encoding="utf-8") if lock.exists() else "")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_commands_that_a_document_names_exist(document):
    named = COMMAND.findall((ROOT / document).read_text(encoding="utf-8"))

    assert named != []
    assert set(named) <= dev.COMMANDS.keys()


@pytest.mark.parametrize("command", ["run", "test"])
@pytest.mark.parametrize("python", ["python3", "py"])
def test_the_readme_starts_with_the_two_commands(python, command):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert re.search(rf"^ *{python} dev\.py {command}\b", readme, re.MULTILINE)


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_the_automatic_check_runs_check_and_then_the_test_command():
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert COMMAND.findall(script.read_text(encoding="utf-8")) == ["check", "test"]


@pytest.mark.parametrize(
    "document", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
)
def test_links_inside_the_project_lead_somewhere(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text)

    assert [target for target in targets if not (ROOT / target).exists()] == []
