"""The top line of the page of prints: what the paper is, and the ways out of the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from ctg_desktop.domain.wording import plural
from ctg_desktop.ui.impressions.output import PaperOutput
from ctg_desktop.ui.impressions.paper_form import Export
from ctg_desktop.ui.impressions.rendering import Rendered
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import Button, ButtonKind, plain, primary
from ctg_desktop.ui.widgets.page_header import PageHeader
from ctg_desktop.ui.widgets.text import on_button


class PaperHeader(PageHeader):
    """Title, number of pages, and what can be done with the paper that is shown."""

    def __init__(self, output: PaperOutput, parent: QWidget | None = None) -> None:
        self._output = output
        self.more_button = Button("Autres formats", icon=Icon.EXPORT, kind=ButtonKind.MENU)
        self.more = QMenu(self.more_button)
        self.more_button.setMenu(self.more)
        self.open_button = plain("Ouvrir", output.open_, Icon.OPEN)
        self.save_button = plain("Enregistrer sous…", output.save_as, Icon.FILE_DOWN)
        self.print_button = primary("Imprimer…", output.print_, Icon.PRINT)
        self._lesser = (self.more_button, self.open_button, self.save_button)
        super().__init__("Impressions", (*self._lesser, self.print_button), parent)

    def show_paper(self, rendered: Rendered | None, exports: Sequence[Export]) -> None:
        """Say how many pages there are, and offer the other files it can become."""
        said = plural(len(rendered.sizes), *rendered.paper.format) if rendered else ""
        self.set_summary(said)
        self.more.clear()
        for export in exports:
            action = self.more.addAction(on_button(f"{export.word}…"))
            action.triggered.connect(partial(self._output.export_as, export))
        self.more_button.setVisible(bool(exports))

    def enable(self, *, ready: bool) -> None:
        """Let the paper go out only while it is as chosen."""
        for button in (*self._lesser, self.print_button):
            button.setEnabled(ready)

    def fit(self, room: int) -> None:
        """Leave words out where large letters have no room for them: the lesser actions' first.

        Args:
            room: Width of the page.
        """
        self.summary.show()
        for button in self._lesser:
            button.set_words(button.accessibleName())
            button.setToolTip("")
        if self.sizeHint().width() <= room:
            return
        for button in self._lesser:
            button.setText("")
            button.setToolTip(button.accessibleName())
        self.summary.setVisible(self.sizeHint().width() <= room)
