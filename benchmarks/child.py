"""Runs one function in this process: python -m benchmarks.child MODULE:FUNCTION ARGUMENTS."""

import importlib
import json
import os
import sys
import time

from benchmarks.memory import peak_mb


def main(call: str, arguments: str) -> None:
    """Call the function with the arguments (a JSON list); print its result, memory and CPU time."""
    module, name = call.split(":")
    function = getattr(importlib.import_module(module), name)
    before, own_before = cpu_seconds(), time.process_time()
    result = function(*json.loads(arguments))
    used = {
        "peak_mb": peak_mb(),
        "cpu_seconds": cpu_seconds() - before,
        "own_cpu_seconds": time.process_time() - own_before,
    }
    print(json.dumps({**used, **result}))


def cpu_seconds() -> float:
    """Seconds that this process and those it has waited for kept a processor busy."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    main(*sys.argv[1:])
