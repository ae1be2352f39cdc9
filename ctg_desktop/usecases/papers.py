"""What every paper has in common once it is laid out: its bytes, its name, the way to a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ctg_desktop.domain.access_log import Disclosure
from ctg_desktop.domain.papers import Duplex
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.files import atomic_write

OTHER_NAMES = 5

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class RenderedPaper:
    """A PDF ready to be shown, printed or kept.

    Attributes:
        name: Proposed file name, without its ending.
        format: What its pages are, in the singular and the plural: ("page A5", "pages A5").
        duplex: How it should be printed.
        carries: Whose data is on it, for the journal of access; ``None``: what anyone may read.
    """

    content: bytes
    pages: int
    name: str
    format: tuple[str, str]
    duplex: Duplex = Duplex.NONE
    carries: Disclosure | None = None


@dataclass(frozen=True, slots=True)
class PaperReport:
    """A paper that was written.

    Attributes:
        path: Where; another name than asked when that file was open elsewhere.
        asked: Where it was asked.
    """

    path: Path
    asked: Path
    pages: int


def file_name(*parts: str | date) -> str:
    """Return a file name that every system takes: "Livret – Civray – 2026-11-25"."""
    said = " – ".join(str(part).strip() for part in parts if str(part).strip())
    return _FORBIDDEN.sub("-", said)[:_LONGEST_NAME].strip(" .")


def keep(content: bytes, target: Path) -> Path:
    """Write a finished file, whole or not at all; beside the one asked when that is open elsewhere.

    Returns:
        Where it was written.

    Raises:
        UserError: ``target-is-folder``.
        EnvironmentFault: The file cannot be written under any name.
    """

    def write(path: Path) -> None:
        with atomic_write(path) as file:
            file.write(content)

    return written_beside(target, write)


def written_beside(target: Path, write: Callable[[Path], object]) -> Path:
    """Write a file, beside the one asked when that is open elsewhere.

    Args:
        target: The file asked.
        write: Writes a file, whole or not at all.

    Returns:
        Where it was written.

    Raises:
        UserError: ``target-is-folder``.
        EnvironmentFault: The file cannot be written under any name.
    """
    for path in _names(target):
        try:
            write(path)
        except EnvironmentFault as fault:
            if fault.code != "file-not-writable":
                raise
        else:
            return path
    raise EnvironmentFault("file-not-writable", name=target.name)


def keep_paper(paper: RenderedPaper, target: Path) -> PaperReport:
    """Write a paper into a file.

    Raises:
        UserError: ``target-is-folder``.
        EnvironmentFault: The file cannot be written under any name.
    """
    return PaperReport(keep(paper.content, target), target, paper.pages)


def _names(target: Path) -> Iterator[Path]:
    yield target
    for number in range(2, OTHER_NAMES):
        yield target.with_name(f"{target.stem} ({number}){target.suffix}")
