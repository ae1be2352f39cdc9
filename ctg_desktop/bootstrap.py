"""The only place that builds concrete things and ties them together."""

from __future__ import annotations

import argparse
import gc
import getpass
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ctg_desktop import logs, paths
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.start import Start

if TYPE_CHECKING:
    from ctg_desktop.usecases.office import Office

LOGGER = logging.getLogger(__name__)
WRONG_USAGE = 2


def run_command(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code."""
    from ctg_desktop.cli.command import Workplace
    from ctg_desktop.cli.main import run

    leave_no_memory_behind()
    data = paths.data_folder()
    _keep_log(data)
    return run(arguments, Workplace(Start(data), today, _office, _account))


def start_window(arguments: Sequence[str]) -> int:
    """Open the window on the vault given, the last one, or the first-start pages."""
    from ctg_desktop.cli.french_parser import WrongUsage

    leave_no_memory_behind()
    try:
        options = _window_options(arguments)
    except WrongUsage as wrong:
        sys.stderr.write(f"{wrong.usage}{wrong.message}\n")
        return WRONG_USAGE
    gc.disable()  # the window looks for garbage at its own times; loading makes none
    from ctg_desktop.ui.plain_imports import give_imports_back

    give_imports_back()
    from ctg_desktop.ui.app import Opening, run

    data = paths.data_folder()
    _keep_log(data)
    return run(
        Opening(
            start=Start(data),
            folder=options.coffre,
            open_office=_office,
            today=today,
            reports=paths.log_folder(data),
        )
    )


def leave_no_memory_behind() -> None:
    """Let no image of the memory, which holds the key of a vault, be kept when the process crashes.

    Windows keeps none unless its administrator asks for them.
    """
    if os.name == "posix":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _window_options(arguments: Sequence[str]) -> argparse.Namespace:
    from ctg_desktop.cli.french_parser import FrenchParser

    parser = FrenchParser(prog="ctg-desktop", description="Ouvre la fenêtre de CTG Desktop.")
    parser.add_version()
    parser.add_argument("--coffre", metavar="DOSSIER", type=Path, help="dossier du coffre à ouvrir")
    return parser.parse_args(arguments)


def _office(
    folder: Path, user: str, key: bytes, *, reading: bool = False
) -> AbstractContextManager[Office]:
    from ctg_desktop.usecases.office import open_office

    return open_office(folder, user or _account(), key, reading=reading)


def _account() -> str:
    """Return the name of the account: all that is known of whoever needed no name to come in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _keep_log(data: Path) -> None:
    """Keep a log where the folder allows it; a program that cannot log still works."""
    try:
        logs.configure(paths.log_folder(data))
    except OSError:
        logging.getLogger(logs.LOGGER.name).addHandler(logging.NullHandler())
