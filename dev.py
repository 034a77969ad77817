#!/usr/bin/env python3
"""Sets up, runs, tests, checks and packages DSR Desktop. Needs nothing but Python itself.

python3 dev.py COMMAND [ARGUMENTS]        (Windows: py dev.py COMMAND [ARGUMENTS])

  run [ARGUMENTS]     open the app; without a display, run the demonstration into demo-output/
  test [ARGUMENTS]    run the tests; arguments go to pytest
  check [STEP...]     style, format, types, layers, architecture: what every change must pass
  setup               only make the environment .venv, which the other commands do when needed
  translate           bring the catalogues in resources/i18n up to date with the source
  bench [ARGUMENTS]   run the measurements, in an environment of their own: .venv-bench
  shots [DIR]         draw pictures of the pages into DIR (shots/)
  build [ARGUMENTS]   package the app into dist/; arguments go to PyInstaller
  lock [ARGUMENTS]    write the lock files anew; arguments go to uv, such as --upgrade
"""

# Python 3.8 must still be able to read this file, else it could not say that it is too old.
from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
THIS_PYTHON = ".".join(str(number) for number in sys.version_info[:2])
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
SECONDS_OF_SILENCE = 10

CATALOGUES = ROOT / "resources" / "i18n"
IN_CATALOGUES = ("-d", str(CATALOGUES), "-D", "dsr_desktop")
TEXT_KEYWORDS = ("tr", "_tr", "mark", "count:1,2")
HEADER_KEPT = ("#", "msg", '"Language:', '"Plural-Forms:', '"MIME-', '"Content-')

# Shared libraries on Linux, each with its Debian package.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0", "libGL.so.1": "libgl1", "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0", "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}  # fmt: skip
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0", "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}  # fmt: skip


def say(text: str) -> None:
    """Tell the person at the terminal; standard output belongs to the started program."""
    print(text, file=sys.stderr, flush=True)


def program_path(folder: Path, name: str, *, windows: bool = WINDOWS) -> Path:
    """Where a virtual environment keeps the program `name`."""
    return folder / "Scripts" / f"{name}.exe" if windows else folder / "bin" / name


class Environment(NamedTuple):
    """A virtual environment and the lock file that says what is in it."""

    folder: Path
    lock: Path

    @property
    def python(self) -> str:
        return str(program_path(self.folder, "python"))

    @property
    def stamp(self) -> Path:
        """Written last: without it the environment is half-made."""
        return self.folder / "set-up.txt"


APP = Environment(ROOT / ".venv", ROOT / "requirements.lock")
BENCH = Environment(ROOT / ".venv-bench", ROOT / "benchmarks" / "requirements.lock")


def fingerprint(environment: Environment) -> str:
    """Changes when the lock, the place of the project or the Python changes."""
    lock = hashlib.sha256(environment.lock.read_bytes()).hexdigest()
    system = sysconfig.get_platform()
    return f"Python {THIS_PYTHON} for {system}\nin {str(environment.folder)!a}\nlock {lock}\n"


def is_ready(environment: Environment) -> bool:
    """Whether it was made to the end, from this lock, here, with a Python that still starts."""
    if not environment.stamp.is_file():
        return False
    made_from = environment.stamp.read_text(encoding="utf-8")
    return made_from == fingerprint(environment) and still_starts(environment.python)


def still_starts(python: str) -> bool:
    """Whether the Python of an environment was neither removed nor replaced."""
    question = [python, "-I", "-S", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        answer = subprocess.run(question, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == THIS_PYTHON


def prepare(environment: Environment) -> None:
    """Make the environment anew from its lock, unless it is ready."""
    if is_ready(environment):
        return
    say(f"Setting up {environment.folder.name} (this once; about 150 MB to download) ...")
    environment.stamp.unlink(missing_ok=True)
    make_venv(environment.folder)
    install_packages(environment)
    add_source_folder(environment)
    environment.stamp.write_text(fingerprint(environment), encoding="utf-8")
    say("The environment is ready.")


def make_venv(folder: Path) -> None:
    # Started from inside an environment, this Python must not make one on top of itself.
    python = getattr(sys, "_base_executable", None) or sys.executable
    failure = f"{folder.name} could not be made: close the app, delete that folder, start again."
    patiently([python, "-m", "venv", "--clear", str(folder)], f"making {folder.name}", failure)


def install_packages(environment: Environment) -> None:
    wanted = ["--require-hashes", "--only-binary", ":all:", "-r", str(environment.lock)]
    patiently(
        [environment.python, "-m", "pip", "--disable-pip-version-check", "install", "-q", *wanted],
        "downloading and installing packages",
        "The packages could not be installed; the reason stands above. The first start needs "
        "the Internet (behind a company proxy: set HTTPS_PROXY); later ones do not.",
    )


def add_source_folder(environment: Environment) -> None:
    """Make src/ importable; a relative path is safe in any encoding."""
    folder = str(environment.folder)
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": folder, "platbase": folder}))
    source = os.path.relpath(ROOT / "src", packages)
    (packages / "dsr_desktop.pth").write_text(source + "\n", encoding="ascii")


def patiently(command: Sequence[str], doing: str, failure: str) -> None:
    """Run a command that may be silent for long; stop with `failure` when it fails."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=sys.stderr, cwd=ROOT)
    while process.poll() is None:
        try:
            process.wait(SECONDS_OF_SILENCE)
        except subprocess.TimeoutExpired:
            say(f"  still {doing} ({time.monotonic() - begun:.0f} s so far)")
    if process.returncode:
        raise SystemExit(failure)


def libraries_for(command: str, surroundings: Mapping[str, str]) -> dict[str, str]:
    """Shared libraries that `command` needs on Linux, each with its package."""
    if command in {"lock", "translate"}:
        return {}
    opens_x11_window = command == "run" and surroundings.get("DISPLAY")
    return {**QT_LIBRARIES, **X11_LIBRARIES} if opens_x11_window else QT_LIBRARIES


def library_loads(name: str) -> bool:
    """Whether the system has this shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def packages_for(command: str) -> list[str]:
    """Debian packages that are missing for `command`."""
    libraries = libraries_for(command, os.environ)
    packages = [package for name, package in libraries.items() if not library_loads(name)]
    if importlib.util.find_spec("ensurepip") is None and not is_ready(APP):
        packages.append(f"python{THIS_PYTHON}-venv")
    if command == "build" and not shutil.which("objdump"):
        packages.append("binutils")
    return packages


def provide(packages: Sequence[str]) -> None:
    """Install system packages as root, else stop with the one line to type."""
    if not shutil.which("apt-get"):
        raise SystemExit(f"System libraries are missing; Debian calls them: {' '.join(packages)}")
    if sys.platform != "win32" and os.geteuid() != 0:
        line = install_line(packages, with_sudo=bool(shutil.which("sudo")))
        raise SystemExit(f"System packages are missing. Type this, then start again:\n\n{line}\n")
    say(f"Installing system packages: {' '.join(packages)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    subprocess.run(["apt-get", "update", "-qq"], stdout=sys.stderr, check=False)
    patiently(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
        "installing system packages",
        "The system packages could not be installed; the reason stands above.",
    )


def install_line(packages: Sequence[str], *, with_sudo: bool) -> str:
    """The one line that installs `packages`."""
    line = f"apt-get install --no-install-recommends {' '.join(packages)}"
    return f"sudo {line}" if with_sudo else f"su -c '{line}'"


def ready(command: str) -> str:
    """Provide all that `command` needs; the Python to run it with."""
    packages = packages_for(command) if LINUX else []
    if packages:
        provide(packages)
    prepare(APP)
    if any(map(is_stale, CATALOGUES.rglob("*.po"))):
        run_babel("-q", "compile", *IN_CATALOGUES)
    return APP.python


def is_stale(catalogue: Path) -> bool:
    """Whether the compiled form (.mo) of a catalogue (.po) is missing or older."""
    compiled = catalogue.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < catalogue.stat().st_mtime_ns


def run_babel(*arguments: str) -> None:
    babel = [APP.python, "-m", "babel.messages.frontend", *arguments]
    patiently(babel, "translating", "The translations failed; the reason stands above.")


def without_noise(catalogue: str) -> str:
    """The catalogue without dates and names in its header: equal sources, equal files."""
    header, gap, texts = catalogue.partition("\n\n")
    kept = (line for line in header.splitlines() if line.startswith(HEADER_KEPT))
    return "\n".join(kept) + gap + texts


def hand_over(command: list[str], extra: Mapping[str, str], folder: Path = ROOT) -> int:
    """Let a program take this one's place (so that signals reach it), with `extra` variables."""
    surroundings = {**os.environ, **extra}
    if not WINDOWS:
        os.chdir(folder)
        os.execve(command[0], command, surroundings)
    return subprocess.run(command, env=surroundings, cwd=folder, check=False).returncode


def has_display(surroundings: Mapping[str, str], *, linux: bool = LINUX) -> bool:
    """Whether a window can be shown; only Linux is ever without."""
    return not linux or any(surroundings.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def setup(_arguments: list[str]) -> int:
    ready("setup")
    say("Everything is set up.")
    return 0


def run(arguments: list[str]) -> int:
    app = [ready("run"), "-m", "dsr_desktop"]
    extra = {} if has_display(os.environ) else OFFSCREEN
    if arguments or not extra:
        return hand_over([*app, *arguments], extra, Path.cwd())
    say("No display here: running the demonstration into demo-output/ instead.")
    return hand_over([*app, "demo", "demo-output"], extra)


def test(arguments: list[str]) -> int:
    return hand_over([ready("test"), "-u", "-m", "pytest", *(arguments or ["-n", "2"])], OFFSCREEN)


def check_steps(environment: Environment) -> dict[str, list[str]]:
    """What `check` runs, by the name under which each step can be asked for."""
    python = (environment.python, "-m")
    return {
        "style": [*python, "ruff", "check", "."],
        "format": [*python, "ruff", "format", "--check", "."],
        "types": [*python, "mypy", "src", "dev.py", "resources/dossier"],
        "layers": [str(program_path(environment.folder, "lint-imports")), "--no-logo"],
        "architecture": [*python, "pytest", "-q", "tests/architecture"],
    }


def check(arguments: list[str]) -> int:
    steps = check_steps(APP)
    unknown = [name for name in arguments if name not in steps]
    if unknown:
        raise SystemExit(f"check knows no step {', '.join(unknown)}; it knows {', '.join(steps)}.")
    ready("check")
    failed = [name for name in arguments or steps if not passes(name, steps[name])]
    say(f"\nTo repair: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0


def passes(name: str, command: Sequence[str]) -> bool:
    say(f"\n== {name}")
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **OFFSCREEN}, check=False)
    return done.returncode == 0


def translate(_arguments: list[str]) -> int:
    ready("translate")
    template = ROOT / "build" / "dsr_desktop.pot"
    template.parent.mkdir(exist_ok=True)
    keywords = [part for keyword in TEXT_KEYWORDS for part in ("-k", keyword)]
    run_babel(
        "-q", "extract", "--no-default-keywords", *keywords, "--no-location", "--sort-output",
        "-w", "100", "--header-comment", "# Texts of DSR Desktop.", "-o", str(template), "src",
    )  # fmt: skip
    run_babel(
        "-q", "update", "-i", str(template), *IN_CATALOGUES, "-l", "fr", "--init-missing",
        "--no-fuzzy-matching", "--ignore-obsolete", "-w", "100",
    )  # fmt: skip
    for file in CATALOGUES.rglob("*.po"):
        file.write_bytes(without_noise(file.read_text(encoding="utf-8")).encode("utf-8"))
    run_babel("-q", "compile", *IN_CATALOGUES)
    say("Up to date. python3 dev.py check architecture lists what is still to be translated.")
    return 0


def bench(arguments: list[str]) -> int:
    if not BENCH.lock.is_file():
        raise SystemExit("There are no measurements here: benchmarks/requirements.lock is missing.")
    ready("bench")  # the app itself, whose translations must be compiled
    prepare(BENCH)
    return hand_over([BENCH.python, "-m", "benchmarks", *arguments], OFFSCREEN)


def shots(arguments: list[str]) -> int:
    target = arguments or [str(ROOT / "shots")]
    return hand_over([ready("shots"), "-m", "dsr_desktop", "shots", *target], OFFSCREEN, Path.cwd())


def build(arguments: list[str]) -> int:
    tool = [ready("build"), "-m", "PyInstaller", "--noconfirm", "packaging/pyinstaller.spec"]
    return hand_over([*tool, "--workpath", "build/pyinstaller", *arguments], {})


def lock(arguments: list[str]) -> int:
    uv = shutil.which("uv") or throw_away_uv()
    write_lock(uv, "requirements.lock", ["--group", "dev", *arguments])
    measured = "benchmarks/requirements.in"
    if (ROOT / measured).is_file():
        same = ["-c", "requirements.lock"]
        write_lock(uv, "benchmarks/requirements.lock", [measured, *same, *arguments])
    return 0


def throw_away_uv() -> str:
    """uv, which resolves for all systems at once, in an environment under build/."""
    folder = ROOT / "build" / "uv"
    make_venv(folder)
    pip = [str(program_path(folder, "pip")), "install", "-q", "uv"]
    patiently(pip, "installing uv", "uv could not be installed; the reason stands above.")
    return str(program_path(folder, "uv"))


def write_lock(uv: str, name: str, inputs: Sequence[str]) -> None:
    versions = ["--universal", "--python-version", ".".join(str(part) for part in OLDEST_PYTHON)]
    options = [*versions, "--generate-hashes", "--no-header", "--quiet", "-o", name]
    command = [uv, "pip", "compile", "pyproject.toml", *inputs, *options]
    patiently(command, f"resolving {name}", f"{name} failed; the reason stands above.")
    if "://" in (ROOT / name).read_text(encoding="utf-8"):
        raise SystemExit(f"{name} names a host. A lock must not: take it out before you commit.")


COMMANDS = {c.__name__: c for c in (setup, run, test, check, translate, bench, shots, build, lock)}


def too_old(version: Sequence[int | str]) -> str:
    """A sentence for a Python that cannot run the app, empty for one that can."""
    here = f"DSR Desktop needs Python 3.11 or newer; this is {version[0]}.{version[1]}."
    advice = "Install a newer one and start dev.py with it, for example: python3.13 dev.py run"
    return "" if tuple(version[:2]) >= OLDEST_PYTHON else f"{here} {advice}"


def main(words: list[str]) -> int:
    """Run one command; its exit code. A `--` may set the command's own arguments apart."""
    if too_old(sys.version_info):
        raise SystemExit(too_old(sys.version_info))
    if not words or words[0] not in COMMANDS:
        print(__doc__)
        return 0 if words in (["-h"], ["--help"]) else 2
    return COMMANDS[words[0]](words[2:] if words[1:2] == ["--"] else words[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
