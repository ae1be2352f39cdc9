"""What the page of prints asks of the choices of a paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.theme.measures import UNIT
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

    Its name and its sentence stand in :mod:`ctg_desktop.ui.impressions.papers`. Subclasses build
    their widgets in ``__init__`` into ``column`` and emit ``changed`` when a person chooses
    something else; the page waits a moment and asks ``make`` again.
    """

    nothing = ("", "")
    """Title and sentence of the page that helps when there is nothing to print."""
    leads_to: PageKey | None = PageKey.DIRECTORY
    """The page where what is missing is written; ``None`` where the choices alone help."""

    changed = Signal()
    """Something else was chosen: the preview is to be made again."""
    notice = Signal(object)
    """A :class:`~ctg_desktop.ui.page.Notice` to show in the frame's banner."""
    refused = Signal(object)
    """A ``UserError`` that belongs to no input, to be said above the preview."""
    page_wanted = Signal(str)
    """Another page is wanted, by its key (:class:`~ctg_desktop.ui.pages.PageKey`)."""
    reveal = Signal(object)
    """A widget of the form is to be scrolled into sight: what was unfolded just now."""
    turn_to = Signal(int)
    """The preview is to show a page, from 0: that of the recipient chosen in a list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(UNIT + UNIT // 2)

    def load(self) -> None:
        """Read what can be chosen and what was chosen last, then emit ``changed``.

        Called when the paper comes to the front and its preview is missing or out of date; reading
        runs on the worker.
        """
        self.changed.emit()

    def make(self) -> Make | None:
        """Return what lays the paper out as chosen now; ``None`` when an input is refused.

        The reason then stands beside the input. What is returned runs on the worker: take the
        values out of the widgets first.
        """
        raise NotImplementedError

    def shown(self, paper: RenderedPaper) -> None:
        """A paper that this form made is in the preview now."""

    def page_shown(self, index: int) -> None:
        """The preview shows another page, from 0, so that a list may follow."""

    def refuse(self, error: UserError) -> bool:
        """Stand an error of ``make`` or of an export beside its input; tell whether there is one.

        Otherwise the page says it above the preview.
        """
        del error
        return False

    def printed(self) -> None:
        """The paper went to a printer or into a file: note it where that matters."""

    def exports(self) -> tuple[Export, ...]:
        """Return the other files that this paper can become as chosen now."""
        return ()

    def concerns(self, changes: Changes) -> bool:
        """Tell whether a change of the vault may change this paper."""
        return bool(changes)

    def receive(self, wanted: Any) -> None:
        """Take over what another page asks to print, before ``load`` is called.

        Args:
            wanted: One of :mod:`ctg_desktop.ui.impressions.requests`; others mean nothing here.
        """

    def flush(self) -> None:
        """The window closes: hand what is typed to the worker now."""
