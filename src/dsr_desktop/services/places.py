"""Where the app keeps its own files on this computer; cheap to import."""

from pathlib import Path

from platformdirs import user_data_path

REGISTER_NAME = "register.dsr"


def data_folder() -> Path:
    """Return the app's own folder: the user's local data folder, never a roaming one."""
    return user_data_path("dsr-desktop", appauthor=False, roaming=False)


def default_register() -> Path:
    """Return where the register lies unless told otherwise."""
    return data_folder() / REGISTER_NAME
