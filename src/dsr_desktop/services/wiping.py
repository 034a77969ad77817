"""Writes the register anew after an erasure, so that no page of its file keeps what was erased."""

from contextlib import suppress

from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.services.register import Register
from dsr_desktop.store.database import database_errors
from dsr_desktop.store.erasing import wipe, wipe_is_due


def wipe_now(register: Register) -> bool:
    """Write the file anew; False if others use it or the disk is full: an opening does it later."""
    with database_errors(register.path):
        return wipe(register.database)


def wipe_at_opening(register: Register) -> None:
    """Do what an erasure that was cut off left to do, as far as it can be done now."""
    with suppress(RegisterFileError):
        if wipe_is_due(register.database):
            wipe_now(register)
