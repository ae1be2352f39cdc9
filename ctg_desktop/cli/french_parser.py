"""A parser of words whose help and refusals are in French."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from ctg_desktop import __version__
from ctg_desktop.domain.calendar_words import NBSP

Fill = Callable[["FrenchParser"], None]
"""Adds arguments to a parser."""


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

    def __init__(self, fill: Fill | None = None, **options: Any) -> None:
        """Prepare a parser.

        Args:
            fill: Adds what it understands, once it is asked for anything: of many commands, one
                is run.
            options: Of ``ArgumentParser``.
        """
        self._fill = fill
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
        self._fill_once()
        try:
            return super().parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            wrong = f"La valeur de « {error.argument_name} » manque ou n’est pas possible."
            raise self._wrong(wrong) from error

    def format_help(self) -> str:
        """Return what the parser understands."""
        self._fill_once()
        return super().format_help()

    def format_usage(self) -> str:
        """Return how the command is written."""
        self._fill_once()
        return super().format_usage()

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse's words are English
        """Refuse the command line."""
        raise self._wrong("Cette commande n’est pas complète, ou un mot n’y est pas compris.")

    def _fill_once(self) -> None:
        fill, self._fill = self._fill, None
        if fill is not None:
            fill(self)

    def _wrong(self, message: str) -> WrongUsage:
        return WrongUsage(self.format_usage(), f"{message} Pour l’aide : {self.prog} --help")
