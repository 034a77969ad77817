"""Reads that belong together show the register as it is at one moment, whatever others write."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from dsr_desktop.services.register import Register

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def at_one_moment(
    read: Callable[Concatenate[Register, Asked], Answer],
) -> Callable[Concatenate[Register, Asked], Answer]:
    """Let every read inside `read` see one snapshot; `read` returns values, no iterator."""

    @wraps(read)
    def reading(register: Register, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        with register.database.snapshot():
            return read(register, *args, **kwargs)

    return reading
