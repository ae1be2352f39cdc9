"""The command line, in French."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from ctg_desktop import __version__
from ctg_desktop.cli.command import AnyCommand, CommandGroup
from ctg_desktop.domain.calendar_words import NBSP


class WrongUsage(Exception):
    """A command line that cannot be understood.

    Attributes:
        usage: How the command is written.
        message: What is wrong and where help is.
    """

    def __init__(self, usage: str, message: str) -> None:
        super().__init__()
        self.usage = usage
        self.message = message


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
        super().add_usage(
            usage, actions, groups, f"Utilisation{NBSP}: " if prefix is None else prefix
        )

    def start_section(self, heading: str | None) -> None:
        """Write a heading; the colon that follows keeps its no-break space."""
        super().start_section(f"{heading}{NBSP}" if heading else heading)


class FrenchParser(argparse.ArgumentParser):
    """A parser whose help and refusals are in French."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            formatter_class=FrenchFormatter,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            **options,
        )
        self._positionals.title = "À donner"
        self._optionals.title = "Options"
        self.add_argument("-h", "--help", action="help", help="affiche cette aide")

    def add_version(self) -> None:
        """Add ``--version``."""
        self.add_argument(
            "--version",
            action="version",
            version=f"CTG Desktop {__version__}",
            help="affiche la version du programme",
        )

    def parse_known_args(  # type: ignore[override]  # narrower than argparse's overloads
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Read words.

        Raises:
            WrongUsage: A value is missing or not possible; the message names the argument.
        """
        try:
            return super().parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            wrong = f"La valeur de « {error.argument_name} » manque ou n’est pas possible."
            raise self._wrong(wrong) from error

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse's words are English
        """Refuse the command line."""
        raise self._wrong("Cette commande n’est pas complète, ou un mot n’y est pas compris.")

    def _wrong(self, message: str) -> WrongUsage:
        return WrongUsage(self.format_usage(), f"{message} Pour l’aide : {self.prog} --help")


def words(value: str) -> str:
    """Return a word of the command line; bytes of another encoding become question marks."""
    return value.encode("utf-8", "replace").decode()


def iso_day(value: str) -> date:
    """Return a date written as 2026-11-25 (ISO 8601).

    Raises:
        ArgumentTypeError: It is none.
    """
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(value) from error


def build(commands: Sequence[AnyCommand]) -> FrenchParser:
    """Return the parser of ``ctg`` for these commands."""
    parser = FrenchParser(prog="ctg", description="CTG Desktop sans fenêtre.")
    parser.add_version()
    parser.add_argument("--coffre", metavar="DOSSIER", type=Path, help="dossier du coffre")
    parser.add_argument(
        "--mot-de-passe-de",
        metavar="FICHIER",
        type=Path,
        help="fichier dont la première ligne est le mot de passe (sinon CTG_MOT_DE_PASSE)",
    )
    parser.add_argument(
        "--utilisateur", metavar="NOM", type=words, help="personne dont c’est le mot de passe"
    )
    parser.add_argument(
        "--mot-de-passe-registre-de",
        metavar="FICHIER",
        type=Path,
        help="de même pour le registre (sinon CTG_MOT_DE_PASSE_REGISTRE)",
    )
    parser.add_argument(
        "--lecture-seule",
        action="store_true",
        help="ouvre le coffre sans rien y écrire, même s’il est ouvert ailleurs",
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
    _understand_options_here_too(added)
    if isinstance(command, CommandGroup):
        inner = added.add_subparsers(dest="verb", required=True, metavar="VERBE", title="Verbes")
        for one in command.commands:
            _add(inner, one)
        return
    command.configure(added)
    added.set_defaults(chosen=command)


def _understand_options_here_too(parser: FrenchParser) -> None:
    """Let the options of ``ctg`` stand after the command, where many people write them."""
    silent: dict[str, Any] = {"default": argparse.SUPPRESS, "help": argparse.SUPPRESS}
    parser.add_argument("--json", action="store_true", **silent)
    parser.add_argument("--lecture-seule", action="store_true", **silent)
    parser.add_argument("--coffre", type=Path, **silent)
    parser.add_argument("--mot-de-passe-de", type=Path, **silent)
    parser.add_argument("--mot-de-passe-registre-de", type=Path, **silent)
    parser.add_argument("--utilisateur", type=words, **silent)
