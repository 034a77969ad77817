"""On what the figures were taken; absolute seconds mean nothing without it."""

import os
import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.measure import APP_PYTHON, PEER_PYTHON, Variant, run

_PACKAGES = (
    "dsr-desktop", "openpyxl", "PySide6-Essentials", "python-calamine", "sqlcipher3",
    "sqlite-utils", "duckdb", "numpy", "pandas", "recordlinkage", "splink",
)  # fmt: skip


def facts() -> dict[str, object]:
    """Machine, system and versions, in the app's environment and in the one of the peers."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": _memory_gb(),
        "system": platform.platform(),
        "app": _versions(APP_PYTHON),
        "peers": "the same" if APP_PYTHON == PEER_PYTHON else _versions(PEER_PYTHON),
    }


def _versions(python: str) -> object:
    return run(Variant("versions", "benchmarks.machine:versions", (), python)).details["versions"]


def versions() -> dict[str, object]:
    """Versions in the environment that runs this."""
    found = {"Python": platform.python_version(), "SQLite": sqlite3.sqlite_version}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return {"seconds": 0.0, "versions": found}


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()


def _memory_gb() -> int | None:
    if not hasattr(os, "sysconf"):
        return None
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def load() -> float | None:
    """How many processes wanted the processors in the last minute; None where not known."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
