"""The promise that nothing leaves the machine, enforced inside the process.

Python's audit events name every socket call and every import. The hook refuses them in all
threads and cannot be removed once set (PEP 578).
"""

import sys

_REFUSED_IMPORTS = frozenset({"PySide6.QtNetwork", "ssl", "_ssl"})


class OfflineError(RuntimeError):
    """Code inside the app tried to open a socket: always a bug, never the user's fault."""


class NetworkImportError(ImportError):
    """Code inside the app tried to load a network library."""


def stay_offline() -> None:
    """Refuse every socket and every network library for the rest of this process."""
    sys.addaudithook(_refuse_network)


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        raise OfflineError(f"refused: {event}")
    if event == "import" and args[0] in _REFUSED_IMPORTS:
        raise NetworkImportError(f"refused: import of {args[0]}")
