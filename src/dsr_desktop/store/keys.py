"""The key file beside the register: the database key, wrapped once per passphrase.

Each slot holds the same random 32-byte key under AES-256-GCM, with a wrapping key that scrypt
(RFC 7914) derives from the slot's passphrase. Without this file the register cannot be opened.
"""

import json
import os
import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from dsr_desktop.domain.errors import RegisterFileError, WrongPassphraseError
from dsr_desktop.domain.marking import mark

FORMAT = "dsr-desktop-keys"
VERSION = 1
STRONG_COST = 2**17
_MOST_COST = 2**20
_MOST_SLOTS = 16
_LARGEST_FILE = 100_000
_KEY_BYTES = 32


@dataclass(frozen=True)
class KeySlot:
    """One way to the key: who it belongs to, scrypt parameters, the wrapped key (hex)."""

    owner: str
    n: int
    r: int
    p: int
    salt: str
    nonce: str
    wrapped: str


@dataclass(frozen=True)
class KeyFile:
    """All slots of one register; `register_id` binds them to it."""

    register_id: str
    slots: tuple[KeySlot, ...]


def new_key_file(passphrase: str, owner: str, cost: int = STRONG_COST) -> tuple[KeyFile, bytes]:
    """Make a random database key and a key file with one slot for `owner`.

    `cost` is scrypt's N, a power of two: memory used is 1 KiB times N.
    """
    key = os.urandom(_KEY_BYTES)
    register_id = str(uuid.uuid4())
    return KeyFile(register_id, (_wrap(key, passphrase, owner, register_id, cost),)), key


def unwrap(key_file: KeyFile, passphrase: str) -> tuple[bytes, str]:
    """Return the database key and the owner of the slot that `passphrase` opens.

    Raises WrongPassphraseError if it opens none.
    """
    for slot in key_file.slots:
        try:
            return _unwrap_slot(slot, passphrase, key_file.register_id), slot.owner
        except InvalidTag:
            continue
    raise WrongPassphraseError(
        mark("The passphrase is wrong. Check capitals and keyboard layout, then try again.")
    )


def write_key_file(path: Path, key_file: KeyFile) -> None:
    """Write the key file with mode 0600; an existing one is replaced in one step."""
    content = {"format": FORMAT, "version": VERSION, **asdict(key_file)}
    part = path.with_name(path.name + ".part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def read_key_file(path: Path) -> KeyFile:
    """Read the key file; RegisterFileError if it is missing, damaged or newer than the app."""
    try:
        content = json.loads(_read_bounded(path))
        if content["format"] != FORMAT:
            raise _damaged(path)
        if content["version"] > VERSION:
            raise RegisterFileError(
                mark("{name} was made by a newer version of the app. Install that version."),
                name=path.name,
            )
        return KeyFile(str(content["register_id"]), _slots(content["slots"]))
    except FileNotFoundError as error:
        raise RegisterFileError(
            mark(
                "The key file {name} is missing. Put it back beside the register, or restore a backup."
            ),
            name=path.name,
        ) from error
    except OSError as error:
        raise RegisterFileError(
            mark("The key file {name} cannot be read. Check that it is a file and yours."),
            name=path.name,
        ) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged(path) from error


def _read_bounded(path: Path) -> bytes:
    """Read the file; ValueError for one so large that no app wrote it: it may have no end."""
    with path.open("rb") as file:
        content = file.read(_LARGEST_FILE + 1)
    if len(content) > _LARGEST_FILE:
        raise ValueError(_LARGEST_FILE)
    return content


def _slots(content: Sequence[dict[str, Any]]) -> tuple[KeySlot, ...]:
    """Read the slots; ValueError for so many that trying them all would take hours."""
    if not 0 < len(content) <= _MOST_SLOTS:
        raise ValueError(_MOST_SLOTS)
    return tuple(_sound(KeySlot(**slot)) for slot in content)


def _sound(slot: KeySlot) -> KeySlot:
    """Return the slot; ValueError for what no app wrote and what would eat up the memory."""
    lengths = [len(bytes.fromhex(text)) for text in (slot.salt, slot.nonce, slot.wrapped)]
    power_of_two = 1 < slot.n <= _MOST_COST and slot.n & (slot.n - 1) == 0
    rounds_fit = power_of_two and (slot.r, slot.p) == (8, 1)
    if lengths != [16, 12, _KEY_BYTES + 16] or not rounds_fit or not isinstance(slot.owner, str):
        raise ValueError(slot.salt)
    return slot


def _damaged(path: Path) -> RegisterFileError:
    return RegisterFileError(
        mark("The key file {name} is damaged. Restore it from a backup."), name=path.name
    )


def _wrap(key: bytes, passphrase: str, owner: str, register_id: str, cost: int) -> KeySlot:
    salt, nonce = os.urandom(16), os.urandom(12)
    wrapping = _derive(passphrase, salt, cost, 8, 1)
    wrapped = AESGCM(wrapping).encrypt(nonce, key, _binding(register_id, owner))
    return KeySlot(owner, cost, 8, 1, salt.hex(), nonce.hex(), wrapped.hex())


def _unwrap_slot(slot: KeySlot, passphrase: str, register_id: str) -> bytes:
    wrapping = _derive(passphrase, bytes.fromhex(slot.salt), slot.n, slot.r, slot.p)
    nonce, wrapped = bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped)
    return AESGCM(wrapping).decrypt(nonce, wrapped, _binding(register_id, slot.owner))


def _derive(passphrase: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    normal = unicodedata.normalize("NFC", passphrase).encode()
    return Scrypt(salt=salt, length=_KEY_BYTES, n=n, r=r, p=p).derive(normal)


def _binding(register_id: str, owner: str) -> bytes:
    return f"{FORMAT}:{register_id}:{owner}".encode()
