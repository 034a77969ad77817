"""How much memory running processes have used, on systems with /proc; loads almost nothing."""


def peak_mb(process: int | str = "self") -> float | None:
    """Highest resident memory of a process so far, in MB; None where that is not known."""
    for line in read(f"/proc/{process}/status").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return None


def read(path: str) -> str:
    """Content of a file of the system; "" if it is not there, as when a process has ended."""
    try:
        with open(path) as file:  # noqa: PTH123 - pathlib is more than a bare window loads
            return file.read()
    except OSError:
        return ""
