"""Run one command and turn its faults into exit codes."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from ctg_desktop.cli.command import AnyCommand, Call, FreeCommand, VaultCommand, Workplace
from ctg_desktop.cli.commands import (
    backups,
    booklet,
    events,
    exchange_files,
    families,
    health,
    journal,
    listings,
    papers,
    plan,
    referrals,
    register,
    searches,
    starting,
)
from ctg_desktop.cli.console import Console
from ctg_desktop.cli.french_parser import WrongUsage
from ctg_desktop.cli.parser import build
from ctg_desktop.cli.unlocking import chosen_vault, unlocked
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.messages.consultation import headline

LOGGER = logging.getLogger(__name__)

DONE = 0
REFUSED = 1
WRONG_USAGE = 2
MACHINE_FAILED = 3
OUR_BUG = 70
INTERRUPTED = 130

COMMANDS: tuple[AnyCommand, ...] = (
    *starting.COMMANDS,
    *plan.COMMANDS,
    *listings.COMMANDS,
    *searches.COMMANDS,
    *events.COMMANDS,
    *families.COMMANDS,
    *referrals.COMMANDS,
    *exchange_files.COMMANDS,
    *booklet.COMMANDS,
    *papers.COMMANDS,
    *register.COMMANDS,
    *journal.COMMANDS,
    *backups.COMMANDS,
    *health.COMMANDS,
)


def run(arguments: Sequence[str], workplace: Workplace) -> int:
    """Run a command.

    Args:
        arguments: Words after ``ctg``.
        workplace: What the command works with.

    Returns:
        The exit code: 0 done, 1 refused, 2 wrong usage, 3 the machine failed, 70 our bug.

    Raises:
        SystemExit: 0 after ``--help`` and ``--version``.
    """
    console = Console.standard(json="--json" in arguments)
    try:
        options = build(COMMANDS).parse_args(arguments)
    except WrongUsage as wrong:
        console.note(wrong.usage.rstrip())
        console.refuse("usage", wrong.message)
        return WRONG_USAGE
    return _finished(Call(workplace, console, options, options.coffre))


def _finished(call: Call) -> int:
    try:
        _run(call)
    except UserError as error:
        call.console.complain(error)
        return REFUSED
    except EnvironmentFault as fault:
        LOGGER.warning("command failed: %s", fault.code)
        call.console.complain(fault)
        return MACHINE_FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _left_alone()
    except Exception:
        LOGGER.exception("command crashed")
        call.console.refuse("bug", BUG_SENTENCE)
        return OUR_BUG
    return DONE


BUG_SENTENCE = (
    "Le programme s’est trompé : c’est un défaut de CTG Desktop, pas de vos données. "
    "Ce qui était enregistré l’est toujours. Le journal du programme en garde la trace."
)


def _left_alone() -> int:
    """End as a program whose reader has gone (``ctg … | head``), and spare it the last flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _run(call: Call) -> None:
    command: VaultCommand | FreeCommand = call.options.chosen
    if isinstance(command, FreeCommand):
        command.run(call)
        return
    folder = chosen_vault(call)
    opened = unlocked(call, folder)
    reading = call.options.lecture_seule
    with call.workplace.open_office(folder, opened.user, opened.key, reading=reading) as office:
        if office.consultation is not None:
            call.console.note(f"{headline(office.consultation, call.today)}.")
        command.run(call, office)
