"""The program's own log: what happened and where, never about whom."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from ctg_desktop.errors import CtgError

LOGGER = logging.getLogger("ctg_desktop")
FILE_NAME = "ctg-desktop.log"
MAX_BYTES = 500_000
KEPT_FILES = 3


class BareFormatter(logging.Formatter):
    """Formats exceptions as types, files and lines: their messages may quote what was typed."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's own name
        """Return the chain of exception types with the places they were raised."""
        error = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(bare_traceback(error)) if isinstance(error, BaseException) else ""


def bare_traceback(error: BaseException) -> list[str]:
    """Return the lines of a traceback without any value: types, fault codes, files, lines."""
    lines: list[str] = []
    current: BaseException | None = error
    while current is not None:
        code = f" {current.code}" if isinstance(current, CtgError) else ""
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}{code}")
        trace = current.__traceback__
        while trace is not None:
            code_object = trace.tb_frame.f_code
            place = Path(code_object.co_filename)
            where = "/".join(place.parts[-3:])
            lines.append(f"  {where}:{trace.tb_lineno} {code_object.co_name}")
            trace = trace.tb_next
        current = current.__cause__ or current.__context__
    return lines


def configure(folder: Path) -> logging.Handler:
    """Write the log into a folder, rotating; return the handler, to be closed at exit.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(BareFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    return handler
