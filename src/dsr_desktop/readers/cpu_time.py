"""How long another process has computed: sleep of the machine and other programs do not count."""

import sys
import time


def cpu_seconds(pid: int) -> float | None:
    """Return the processor time that a process has used so far; None where that is not known."""
    measure = {"linux": _linux, "darwin": _mac, "win32": _windows}.get(sys.platform)
    try:
        return measure(pid) if measure else None
    except OSError:  # it is gone
        return None


def _linux(pid: int) -> float:
    return time.clock_gettime(~pid << 3 | 2)  # clock_getcpuclockid(3)


def _windows(pid: int) -> float:
    import ctypes  # noqa: PLC0415 - not on Linux

    query_limited_information = 0x1000
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.OpenProcess(query_limited_information, 0, pid))
    if not handle:
        raise ProcessLookupError(pid)
    created, ended, in_system, in_program = (ctypes.c_uint64() for _ in range(4))
    pointers = map(ctypes.byref, (created, ended, in_system, in_program))
    known = kernel.GetProcessTimes(handle, *pointers)
    kernel.CloseHandle(handle)
    if not known:
        raise ProcessLookupError(pid)
    return (in_system.value + in_program.value) / 1e7


def _mac(pid: int) -> float:
    import ctypes  # noqa: PLC0415 - not on Linux

    class Usage(ctypes.Structure):  # rusage_info_v0
        _fields_ = (
            ("uuid", ctypes.c_uint8 * 16),
            ("in_program", ctypes.c_uint64),
            ("in_system", ctypes.c_uint64),
            ("others", ctypes.c_uint64 * 8),
        )

    class Timebase(ctypes.Structure):
        _fields_ = (("numerator", ctypes.c_uint32), ("denominator", ctypes.c_uint32))

    usage, timebase = Usage(), Timebase()
    system = ctypes.CDLL(None)
    if system.proc_pid_rusage(pid, 0, ctypes.byref(usage)):
        raise ProcessLookupError(pid)
    system.mach_timebase_info(ctypes.byref(timebase))
    ticks = usage.in_program + usage.in_system
    return float(ticks * timebase.numerator / timebase.denominator / 1e9)
