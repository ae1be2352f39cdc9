"""What a command is given as a JSON file."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from ctg_desktop.cli.parser import words
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.usecases.text_models import M, TextModels


def json_of(path: Path) -> Any:
    """Return what a JSON file holds.

    Raises:
        UserError: ``file-missing``, ``json-invalid``.
        EnvironmentFault: ``file-unreadable``.
    """
    try:
        return msgspec.json.decode(path.read_bytes())
    except (FileNotFoundError, IsADirectoryError) as error:
        raise UserError("file-missing", name=path.name) from error
    except OSError as error:
        raise EnvironmentFault("file-unreadable", name=path.name) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise UserError("json-invalid") from error


def add_model(parser: ArgumentParser, what: str) -> None:
    """Add the option that says which model is printed.

    Args:
        parser: Of the command.
        what: "modèle de lettre".
    """
    parser.add_argument("--modele", required=True, type=words, metavar="CODE|F.json", help=what)


def chosen_model(typed: str, kept: TextModels[M], read: Callable[[dict[str, object], str], M]) -> M:
    """Return the model that ``--modele`` names: by its code, or in a JSON file.

    Args:
        typed: The value of the option.
        kept: The models of the vault.
        read: Makes a model of a JSON object and the code it gets.

    Raises:
        UserError: There is none of that code; ``json-not-an-object``; as :func:`json_of` and
            ``read``.
        EnvironmentFault: As :func:`json_of`.
    """
    path = Path(typed)
    if path.suffix.lower() != ".json":
        return kept.model(typed)
    data = json_of(path)
    if not isinstance(data, dict):
        raise UserError("json-not-an-object")
    return read(data, path.stem)
