"""Starts a program that the kernel kills at its first internet socket (Linux, seccomp).

python no_internet.py PROGRAM [ARGUMENTS]
"""

import ctypes
import os
import platform
import struct
import sys

_LOAD_WORD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_KILL_PROCESS, _ALLOW = 0x80000000, 0x7FFF0000
_SYSCALL_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2
_INTERNET_FAMILIES = (2, 10, 17)  # AF_INET, AF_INET6, AF_PACKET
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}


def supported() -> bool:
    return sys.platform == "linux" and platform.machine() in _MACHINES


def refuse_internet() -> None:
    """Install the filter in this process; it holds for all it starts and cannot be removed."""
    architecture, socket_call = _MACHINES[platform.machine()]
    families = [
        (_JUMP_IF_EQUAL, len(_INTERNET_FAMILIES) - at, 0, family)
        for at, family in enumerate(_INTERNET_FAMILIES)
    ]
    allow, kill = (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _KILL_PROCESS)
    program = [
        (_LOAD_WORD, 0, 0, _ARCHITECTURE),
        (_JUMP_IF_EQUAL, 0, len(families) + 4, architecture),
        (_LOAD_WORD, 0, 0, _SYSCALL_NUMBER),
        (_JUMP_IF_EQUAL, 0, len(families) + 1, socket_call),
        (_LOAD_WORD, 0, 0, _FIRST_ARGUMENT),
        *families,
        allow,
        kill,
    ]
    code = b"".join(struct.pack("HBBI", *instruction) for instruction in program)
    buffer = ctypes.create_string_buffer(code)
    head = struct.pack("HP", len(program), ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or libc.prctl(_SET_SECCOMP, _FILTER_MODE, head):
        raise OSError(ctypes.get_errno(), "the filter could not be installed")


if __name__ == "__main__":
    refuse_internet()
    os.execv(sys.argv[1], sys.argv[1:])
