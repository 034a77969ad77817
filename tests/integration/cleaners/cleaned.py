"""Cleans a file in one call, and looks at what is in a zip."""

import io
import zipfile
from pathlib import Path

from dsr_desktop.cleaners.cleaning import SourceFile, clean_file

WHOLE = None


def cleaned(path, kind, orders, encoding=None):
    """Return the bytes of a cleaned copy."""
    out = io.BytesIO()
    clean_file(SourceFile(Path(path), kind, encoding), out, orders, lambda: None)
    return out.getvalue()


def parts(content):
    """Return the parts of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(before, after):
    """Name the parts that are not as they were, and those that are gone."""
    old, new = parts(before), parts(after)
    return {name for name in old if old[name] != new.get(name)}


def places_of(text, content):
    """Name the parts in which a text still stands, in any encoding a part may have."""
    small = text.lower()
    forms = [small.encode(one, "ignore") for one in ("utf-8", "cp1252", "utf-16-le", "utf-16-be")]
    return {name for name, one in parts(content).items() if any(f in one.lower() for f in forms)}
