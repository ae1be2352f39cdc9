"""What a command is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from ctg_desktop.cli.console import Console
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.start import Start


class OpenOffice(Protocol):
    """Opens a vault for a user with its key, and closes it when its block ends."""

    def __call__(
        self, folder: Path, user: str, key: bytes, /, *, reading: bool = False
    ) -> AbstractContextManager[Office]:
        """Open; ``reading``: for reading alone, whoever else has it."""
        ...


@dataclass(frozen=True, slots=True)
class Workplace:
    """What commands are given: who they work for, and how a vault is opened.

    Attributes:
        start: The vaults of this person.
        today: The day, asked once a command.
        open_office: Opens a vault.
        account: Returns the name of the account of this computer.
    """

    start: Start
    today: Callable[[], date]
    open_office: OpenOffice
    account: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a command."""

    workplace: Workplace
    console: Console
    options: Namespace
    folder: Path | None

    @property
    def today(self) -> date:
        """The day."""
        return self.workplace.today()


def no_options(parser: ArgumentParser) -> None:
    """Add nothing: the command takes no option."""


@dataclass(frozen=True, slots=True)
class VaultCommand:
    """A command that works in an open vault."""

    name: str
    summary: str
    run: Callable[[Call, Office], None]
    configure: Callable[[ArgumentParser], None] = no_options


@dataclass(frozen=True, slots=True)
class FreeCommand:
    """A command that needs no vault."""

    name: str
    summary: str
    run: Callable[[Call], None]
    configure: Callable[[ArgumentParser], None] = no_options


@dataclass(frozen=True, slots=True)
class CommandGroup:
    """A noun with its verbs, e.g. ``fiche ajouter``."""

    name: str
    summary: str
    commands: tuple[VaultCommand, ...] = field(default=())


AnyCommand = VaultCommand | FreeCommand | CommandGroup
