"""The command line, in French."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from ctg_desktop.cli.command import AnyCommand, CommandGroup
from ctg_desktop.cli.french_parser import FrenchParser


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


def count(value: str) -> int:
    """Return a number of things, one at least.

    Raises:
        ArgumentTypeError: It is none.
    """
    if not (value.isascii() and value.isdigit() and int(value) > 0):
        raise argparse.ArgumentTypeError(value)
    return int(value)


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
    said = {"help": command.summary, "description": command.summary}
    verbs.add_parser(command.name, fill=partial(_fill, command), **said)


def _fill(command: AnyCommand, added: FrenchParser) -> None:
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
