"""Makes the passphrase of a package, which reaches the person by another way (R-HND-2)."""

import secrets

ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"
"""No two characters that look alike in print or by hand: no 0 and O, 1, I and L, 2 and Z, 5 and S,
8 and B."""

GROUPS = 5
GROUP_LENGTH = 5


def new_passphrase() -> str:
    """Return a random passphrase in groups to be read out: 25 characters, 116 bits."""
    return "-".join(_group() for _ in range(GROUPS))


def _group() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH))
