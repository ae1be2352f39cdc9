"""What the page of prints asks of the choices of a paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.import_plan import Progress
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.usecases.papers import RenderedPaper

Make = Callable[[Progress], RenderedPaper | None]
"""Lays a paper out, on the worker; ``None`` when there is nothing to print yet."""


@dataclass(frozen=True, slots=True)
class Export:
    """Another file that a paper can become beside its PDF.

    Attributes:
        word: On the menu: "Document Word (.docx)".
        suffix: Without a full stop.
        write: Given the target and the progress, writes it on the worker; returns where.
    """

    word: str
    suffix: str
    write: Callable[[Path, Progress], Path]


class PaperForm(QWidget):
    """The choices of one paper, in cards one under another.

    Subclasses build their widgets in ``__init__`` into ``column`` and emit ``changed`` when a
    person chooses something else; the page waits a moment and asks ``make`` again.
    """

    word = ""
    """Name of the paper in the list: "Dépliant thématique"."""
    summary = ""
    """One short sentence below it in the list."""
    icon = Icon.PRINT
    nothing = ("", "")
    """Title and sentence of the page that helps when there is nothing to print."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(MARGIN)

    def load(self) -> None:
        """Read what can be chosen and what was chosen last, then emit ``changed``.

        Called each time the paper comes to the front; reading runs on the worker.
        """
        self.changed.emit()

    def make(self) -> Make | None:
        """Return what lays the paper out as chosen now; ``None`` when an input is refused.

        The reason then stands beside the input.
        """
        raise NotImplementedError

    def printed(self) -> None:
        """The paper went to a printer or into a file: note it where that matters."""

    def exports(self) -> tuple[Export, ...]:
        """Return the other files that this paper can become as chosen now."""
        return ()

    def concerns(self, changes: Changes) -> bool:
        """Tell whether a change of the vault may change this paper."""
        return bool(changes)

    def receive(self, wanted: Any) -> None:
        """Take over what another page asks to print, e.g. ids of listings selected there."""

    def flush(self) -> None:
        """The window closes: hand what is typed to the worker now."""
