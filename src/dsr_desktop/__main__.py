"""Starts the app: first of all it goes offline, then it does what was asked."""

from dsr_desktop.offline import stay_offline

stay_offline()

import os  # noqa: E402 - nothing is loaded before the app is offline
import sys  # noqa: E402

if __name__ == "__main__":
    try:
        if sys.argv[1:2] == ["_read"]:
            from dsr_desktop.readers.child import main as read_files

            sys.exit(read_files())
        from dsr_desktop.app import leave, main, window_arguments

        code = main(sys.argv[1:])
        if window_arguments(sys.argv[1:]) is None:
            leave(code)
        sys.exit(code)
    except KeyboardInterrupt:  # met while the program was still being loaded
        os._exit(1)
