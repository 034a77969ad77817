"""Keyed hashes of a person's e-mails and phones, for records that hold no address."""

from collections.abc import Iterable

from dsr_desktop.domain.suppression import SuppressionKey, email_key, phone_key
from dsr_desktop.domain.suppression_list import KeyedHash
from dsr_desktop.services.register import Register
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.store.suppression import known_secret, suppression_secret


def keys_of(register: Register, typed: TypedKeys) -> tuple[SuppressionKey, ...]:
    """Return the keys that were typed; InvalidInputError for one that cannot be meant."""
    country = register.company.country
    found = [*map(email_key, typed.emails), *(phone_key(one, country) for one in typed.phones)]
    return tuple(dict.fromkeys(found))


def digests_to_keep(register: Register, keys: Iterable[SuppressionKey]) -> tuple[str, ...]:
    """Return the hashes of keys, in a transaction: the secret is made with the first of them."""
    wanted = tuple(keys)
    if not wanted:
        return ()
    hashed = KeyedHash(suppression_secret(register.database))
    return tuple(hashed.of_key(key) for key in wanted)


def digests_to_find(register: Register, keys: Iterable[SuppressionKey]) -> frozenset[str]:
    """Return the hashes by which keys are found; none while nothing was ever hashed."""
    secret = known_secret(register.database)
    return frozenset(KeyedHash(secret).of_key(key) for key in keys) if secret else frozenset()
