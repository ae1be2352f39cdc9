"""The commands: the use cases of the window, without a display."""

from ctg_desktop.cli.main import run

__all__ = ["run"]
