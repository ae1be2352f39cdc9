"""The command line, in French."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from ctg_desktop import __version__
from ctg_desktop.cli.command import AnyCommand, CommandGroup

WRONG_USAGE = 2


class FrenchFormatter(argparse.HelpFormatter):
    """Help with French headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Any],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Write the usage line."""
        super().add_usage(usage, actions, groups, "Utilisation : " if prefix is None else prefix)


class FrenchParser(argparse.ArgumentParser):
    """A parser whose help and refusals are in French."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            formatter_class=FrenchFormatter, add_help=False, allow_abbrev=False, **options
        )
        self._positionals.title = "À donner"
        self._optionals.title = "Options"
        self.add_argument("-h", "--help", action="help", help="affiche cette aide")

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse's words are English
        """Refuse the command line: usage, then what to do."""
        self.exit(
            WRONG_USAGE,
            f"{self.format_usage()}Cette commande n’est pas complète ou pas comprise. "
            f"Pour l’aide : {self.prog} --help\n",
        )


def build(commands: Sequence[AnyCommand]) -> FrenchParser:
    """Return the parser of ``ctg`` for these commands."""
    parser = FrenchParser(prog="ctg", description="CTG Desktop sans fenêtre.")
    parser.add_argument("--version", action="version", version=f"CTG Desktop {__version__}")
    parser.add_argument("--coffre", metavar="DOSSIER", type=Path, help="dossier du coffre")
    parser.add_argument(
        "--mot-de-passe-de",
        metavar="FICHIER",
        type=Path,
        help="fichier qui contient le mot de passe",
    )
    parser.add_argument("--json", action="store_true", help="répond par un document JSON")
    verbs = parser.add_subparsers(
        dest="command", required=True, metavar="COMMANDE", title="Commandes"
    )
    for command in commands:
        _add(verbs, command)
    return parser


def _add(verbs: Any, command: AnyCommand) -> None:
    added = verbs.add_parser(command.name, help=command.summary, description=command.summary)
    if isinstance(command, CommandGroup):
        inner = added.add_subparsers(dest="verb", required=True, metavar="VERBE", title="Verbes")
        for one in command.commands:
            _add(inner, one)
        return
    # The flag is understood after the command too, where most people put it.
    added.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    command.configure(added)
    added.set_defaults(chosen=command)
