"""Starts the app: first of all it goes offline, then it does what was asked."""

from dsr_desktop.offline import stay_offline

stay_offline()

import sys  # noqa: E402 - nothing is loaded before the app is offline

if __name__ == "__main__":
    try:
        if sys.argv[1:2] == ["_read"]:
            from dsr_desktop.readers.child import main as read_files

            sys.exit(read_files())
        from dsr_desktop.app import main

        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # met while the program was still being loaded
        sys.exit(1)
