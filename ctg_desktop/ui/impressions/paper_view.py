"""The right of the page: the print, what is to be said of it, or the way to fill it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.papers import Duplex
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.floating import FloatingCard
from ctg_desktop.ui.impressions.paper_form import PaperForm
from ctg_desktop.ui.impressions.preview import Preview
from ctg_desktop.ui.impressions.rendering import Rendered
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.tasks import LongTask
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.banner import Banner
from ctg_desktop.ui.widgets.buttons import Button, plain
from ctg_desktop.ui.widgets.empty_page import EmptyPage
from ctg_desktop.ui.widgets.progress_strip import ProgressStrip
from ctg_desktop.ui.widgets.text import IconText

_NOTICED_MS = 300
_ADVICE = {
    Duplex.NONE: "",
    Duplex.LONG_EDGE: "À imprimer en recto verso, retournement sur le bord long.",
    Duplex.SHORT_EDGE: "À imprimer en recto verso, retournement sur le bord court, puis à plier.",
}


class PaperView(QWidget):
    """Shows a paper, the progress of the next one, or why there is none."""

    import_wanted = Signal()
    """Listings are to be brought in from a file."""
    new_record = Signal(str)
    """A new record is wanted on a page, by its key."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: LongTask | None = None
        self.note = Banner()
        self.preview = Preview(desk)
        self.strip = ProgressStrip()
        FloatingCard(self.strip, self.preview.view)
        self.advice = IconText(Icon.INFORMATION, coloured=False)
        self.first_steps = self._make_first_steps()
        buttons = [button for several in self.first_steps.values() for button in several]
        self.empty = EmptyPage(Icon.PRINT, "", "", buttons)
        self._stack = QStackedWidget()
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Show nothing until a paper comes."""
        self._stack.setCurrentIndex(0)
        self.preview.clear()
        self.preview.set_faded(False)
        self.advice.hide()

    def show_paper(self, rendered: Rendered) -> None:
        """Show a paper, and how it is printed."""
        self._stack.setCurrentIndex(0)
        self.preview.set_faded(False)
        self.preview.show_pdf(rendered.pages, rendered.sizes, rendered.paper.name)
        self.advice.show_text(_ADVICE[rendered.paper.duplex])
        self.advice.setVisible(rendered.paper.duplex is not Duplex.NONE)

    def show_nothing(self, form: PaperForm) -> None:
        """Say why there is nothing to print, and lead to where it is written."""
        title, text = form.nothing
        self.empty.title.setText(title)
        self.empty.text.setText(text)
        for key, buttons in self.first_steps.items():
            for button in buttons:
                button.setVisible(key == form.leads_to)
        self._stack.setCurrentWidget(self.empty)

    def take_focus(self) -> bool:
        """Go to the print, whose keys turn the pages, or to the first step; tell whether it could.

        Where nothing can be printed and nothing is to be written elsewhere, the choices help.
        """
        if self._stack.currentWidget() is not self.empty:
            self.preview.view.setFocus()
            return True
        steps = [
            one for several in self.first_steps.values() for one in several if not one.isHidden()
        ]
        if steps:
            steps[0].setFocus()
        return bool(steps)

    def offer(self, words: str, refresh: Callable[[], None]) -> None:
        """Say that the print is out of date, and offer to make it again."""
        self.note.say(words, "Mettre à jour", refresh, icon=Icon.REFRESH)

    def refuse(self, sentence: str) -> None:
        """Say an error that belongs to no input."""
        self.note.say(sentence, icon=Icon.ERROR, tone=Tone.ERROR)

    def follow(self, task: LongTask, words: str, *, replaces: bool) -> None:
        """Say how far a task is, once it takes long enough to be noticed.

        Args:
            task: Running work.
            words: What it does.
            replaces: What it makes takes the place of the print, which grows pale.
        """
        self._task = task
        show = partial(self._show_progress, task, words, replaces)
        QTimer.singleShot(_NOTICED_MS, self, show)

    def _show_progress(self, task: LongTask, words: str, replaces: bool) -> None:  # noqa: FBT001
        if self._task is task and not task.is_over:
            if replaces:
                self.preview.set_faded(True)
            self.strip.follow(task, words)

    def _make_first_steps(self) -> dict[PageKey, tuple[Button, ...]]:
        def new(words: str, key: PageKey) -> Button:
            return plain(words, partial(self.new_record.emit, key))

        return {
            PageKey.DIRECTORY: (
                plain("Importer un fichier…", self.import_wanted.emit, Icon.IMPORT),
                new("Nouvelle fiche", PageKey.DIRECTORY),
            ),
            PageKey.CALENDAR: (new("Nouvelle manifestation", PageKey.CALENDAR),),
        }

    def _lay_out(self) -> None:
        seen = QWidget()
        shown = QVBoxLayout(seen)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(UNIT)
        shown.addWidget(self.preview, 1)
        shown.addWidget(self.advice)
        self._stack.addWidget(seen)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.note)
        column.addWidget(self._stack, 1)
