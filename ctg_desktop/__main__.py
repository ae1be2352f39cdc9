"""Start the program: a window, or a command."""

from __future__ import annotations

import sys


def main() -> int:
    """Open the window (``ctg-desktop``)."""
    from ctg_desktop.bootstrap import start_window

    return start_window(sys.argv[1:])


def command() -> int:
    """Run a command without a display (``ctg``)."""
    from ctg_desktop.bootstrap import run_command

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
