"""Hands a secret to the person who passes it on by another channel (R-HND-2)."""

from pathlib import Path

from dsr_desktop.writers.atomic import whole_file


def write_passphrase(path: Path, passphrase: str) -> None:
    """Write the passphrase alone to a file with mode 0600; OutputFileError if that fails."""
    with whole_file(path) as stream:
        stream.write(passphrase.encode() + b"\n")
