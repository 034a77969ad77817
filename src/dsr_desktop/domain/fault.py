"""What may be told of a bug: types of exceptions and places in our own modules, never a value."""

from collections.abc import Iterator
from traceback import walk_tb
from types import TracebackType

_PACKAGE = __name__.partition(".")[0]


def fault_lines(error: BaseException) -> tuple[str, ...]:
    """Name each exception from `error` to its first cause, then the places it came through."""
    lines: list[str] = []
    for one in _chain(error):
        lines.append(type(one).__name__)
        lines += [f"  {place}" for place in _our_places(one.__traceback__)]
    return tuple(lines)


def fault_place(error: BaseException) -> str:
    """Name the exception and our innermost place: "KeyError, dsr_desktop/readers/child.py:40"."""
    return ", ".join((type(error).__name__, *list(_our_places(error.__traceback__))[-1:]))


def is_our_fault(error: BaseException) -> bool:
    """Tell whether the error was raised in our own code, not inside a library it called."""
    frames = [str(frame.f_globals.get("__name__", "")) for frame, _ in walk_tb(error.__traceback__)]
    return bool(frames) and frames[-1].startswith(f"{_PACKAGE}.")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield the error, then what it came from."""
    seen: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in seen:
        seen.append(one)
        yield one
        one = one.__cause__ or one.__context__


def _our_places(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in walk_tb(trace):
        module = str(frame.f_globals.get("__name__", ""))
        if module.startswith(f"{_PACKAGE}."):
            yield f"{module.replace('.', '/')}.py:{line}"
