"""A report of our own mistake, that can be read before it is sent."""

from __future__ import annotations

import platform
import sys
from datetime import datetime
from pathlib import Path

from ctg_desktop import __version__
from ctg_desktop.logs import bare_traceback

_HEADING = """\
CTG Desktop – rapport d’incident

Ce fichier dit à quel endroit du programme l’incident a eu lieu. Il ne contient ni le texte que \
vous avez saisi, ni le contenu de vos fiches, ni le nom de vos dossiers : vous pouvez le lire \
avant de l’envoyer.
"""


def write_report(folder: Path, error: BaseException, at: datetime) -> Path:
    """Write what went wrong, and where in the program, without any value.

    Args:
        folder: Where reports are kept; made when missing.
        error: What was raised.
        at: When.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"incident-{at:%Y-%m-%d-%H%M%S}.txt"
    target.write_text(report(error, at), encoding="utf-8")
    return target


def report(error: BaseException, at: datetime) -> str:
    """Return the text of a report: versions, moment, types, files and lines."""
    facts = (
        f"Version : {__version__}",
        f"Moment : {at:%Y-%m-%d %H:%M}",
        f"Système : {platform.system()} {platform.release()}",
        f"Python : {sys.version.split()[0]}",
    )
    return "\n".join((_HEADING, *facts, "", *bare_traceback(error), ""))
