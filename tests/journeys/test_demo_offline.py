"""The whole job runs where the kernel kills whoever opens an internet socket."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.no_internet import supported

FILTER = Path(__file__).with_name("no_internet.py")
NEVER_LOADED = ("ssl", "_ssl", "numpy", "pandas", "PySide6.QtNetwork")

needs_seccomp = pytest.mark.skipif(not supported(), reason="seccomp exists on Linux only")


def run_confined(*arguments: str, timeout: float = 300) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, str(FILTER), sys.executable, *arguments],
        capture_output=True, text=True, timeout=timeout, env=environment, check=False,
    )  # fmt: skip


@needs_seccomp
@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_the_filter_kills_a_violator(family: str) -> None:
    violator = run_confined("-c", f"import socket; socket.socket(socket.{family})")
    assert violator.returncode == -signal.SIGSYS


@needs_seccomp
def test_the_filter_kills_a_violator_started_by_the_program_itself() -> None:
    code = (
        "import subprocess, sys;"
        "sys.exit(subprocess.run([sys.executable, '-c', 'import socket; socket.socket()']).returncode != -31)"
    )
    assert run_confined("-c", code).returncode == 0


@needs_seccomp
def test_the_whole_demonstration_runs_without_a_socket(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    done = run_confined("-m", "dsr_desktop", "demo", str(folder), "--json", "--lang", "fr")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["sound"] is True
    assert result["import"]["totals"]["unreadable"] == 1
    statuses = [source["status"] for source in result["rescan_after"]["sources"]]
    assert {"clean", "still_there"} <= set(statuses)
    for path in (*result["documents"], *result["pictures"]):
        assert Path(path).stat().st_size > 0


def test_no_network_or_data_frame_library_is_loaded_by_a_run(tmp_path: Path) -> None:
    code = (
        "import sys; from dsr_desktop.offline import stay_offline; stay_offline();"
        "from dsr_desktop.app import main;"
        f"code = main(['demo', {str(tmp_path / 'demo')!r}, '--lang', 'en']);"
        f"loaded = sorted(set({NEVER_LOADED!r}) & set(sys.modules));"
        "print(loaded, file=sys.stderr); sys.exit(code or bool(loaded))"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=300, env=environment,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
