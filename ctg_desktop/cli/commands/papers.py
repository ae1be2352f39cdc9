"""The papers other than the booklet: ``imprimer``."""

from __future__ import annotations

from ctg_desktop.cli.command import CommandGroup, VaultCommand

PAPERS: tuple[VaultCommand, ...] = ()

COMMANDS = (CommandGroup("imprimer", "imprime un autre papier que le livret", PAPERS),)
