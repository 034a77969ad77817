"""Where the files that ship with the app lie: fonts, icons, translations."""

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Path of a shipped file or folder below `resources/`, from source and when packaged."""
    return _root().joinpath(*parts)


def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    base = Path(bundle) if bundle else Path(__file__).resolve().parents[2]
    return base / "resources"
