"""The shape of the code: who may know whom, what is loaded, how large pieces are."""

import ast
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
FILES = sorted(SOURCE.rglob("*.py"))
MOST_LINES, MOST_FUNCTION_LINES, USUAL_FUNCTION_LINES = 400, 60, 8


def functions(tree):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def parsed(file):
    return ast.parse(file.read_text(encoding="utf-8"))


def place(file):
    return str(file.relative_to(SOURCE))


# --- who may know whom


def test_every_contract_of_the_layers_is_kept():
    config = str(ROOT / "pyproject.toml")

    # In a process of its own: it silences the loggers of the process it runs in.
    command = "import sys; from importlinter.cli import lint_imports as run; sys.exit(run(sys.argv[1], no_cache=True))"
    done = subprocess.run([sys.executable, "-c", command, config], cwd=ROOT, check=False)
    assert done.returncode == 0


# --- what is loaded


MODULES = sorted(
    ".".join(file.relative_to(SOURCE).with_suffix("").parts)
    for layer in ("cli", "services", "wording", "domain", "store", "readers", "writers")
    for file in (SOURCE / "dsr_desktop" / layer).glob("*.py")
    if file.stem != "__init__"
)
NEVER = (
    "socket", "_socket", "ssl", "_ssl", "urllib.request", "http.client", "email", "multiprocessing",
    "PySide6", "shiboken6", "numpy", "pandas",
)  # fmt: skip


def loaded_by(program):
    printed = "import sys; print('\\n'.join(sys.modules))"
    command = [sys.executable, "-c", f"{program}\n{printed}"]
    path = {"PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=path)
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def after_everything():
    return loaded_by("\n".join(f"import {module}" for module in MODULES))


@pytest.mark.parametrize("module", NEVER)
def test_without_the_window_no_network_window_or_number_library_is_loaded(after_everything, module):
    assert {"dsr_desktop.cli.program", "dsr_desktop.writers.workbook"} <= after_everything
    assert module not in after_everything


# Holidays are looked up by a library that asks for `socket` and never opens one.
USED = """
from datetime import date
from dsr_desktop.domain.workdays import WorkCalendar
WorkCalendar("FR").is_working_day(date(2026, 11, 16))
"""


def test_not_even_the_calendar_loads_what_could_encrypt_a_connection():
    assert not {"ssl", "_ssl"} & loaded_by("from dsr_desktop.offline import stay_offline; stay_offline()" + USED)  # fmt: skip


# --- texts


def name_of(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def hides_a_value(call):
    return any(isinstance(node, ast.JoinedStr) for text in call.args for node in ast.walk(text))


def test_no_text_for_people_is_a_formatted_string():
    calls = [
        (file, node)
        for file in FILES
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Call)
    ]
    texts = [
        (file, call) for file, call in calls if name_of(call) in {"tr", "_tr", "mark", "count"}
    ]

    assert len(texts) > 300
    assert [f"{place(file)}:{call.lineno}" for file, call in texts if hides_a_value(call)] == []


# --- sizes


def test_no_file_is_too_long():
    lengths = {place(file): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}

    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_no_function_is_too_long_and_most_fit_in_one_glance():
    lengths = {
        f"{place(file)}:{one.name}:{one.lineno}": one.end_lineno - one.lineno + 1
        for file in FILES
        for one in functions(parsed(file))
    }

    assert {name: size for name, size in lengths.items() if size > MOST_FUNCTION_LINES} == {}
    assert median(lengths.values()) <= USUAL_FUNCTION_LINES


def test_every_module_says_what_it_is_for():
    silent = [place(file) for file in FILES if not (ast.get_docstring(parsed(file)) or "").strip()]

    assert silent == []
