"""The left of the page: the list of papers, or the choices of the one in hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.ui.impressions.chooser import PaperChooser
from ctg_desktop.ui.impressions.paper_form import PaperForm
from ctg_desktop.ui.impressions.papers import PAPERS, PaperSpec
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.text import section_title

_WIDTH = 340
_WIDEST = 480
_USUAL_POINTS = 10.0


class PaperColumn(QStackedWidget):
    """Choose a paper, then what it says and how it is printed."""

    chosen = Signal(str)
    """The key of the paper a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        large = max(1.0, QApplication.font().pointSizeF() / _USUAL_POINTS)
        self._wanted = min(round(_WIDTH * large), _WIDEST)
        self.setFixedWidth(self._wanted)
        self.chooser = PaperChooser(PAPERS)
        self.back_button = link("Tous les papiers", self.show_list, Icon.LEFT)
        self.heading = section_title("")
        self.heading.setWordWrap(True)
        self.scrolled = Scrolled()
        self._list, self._choices = QWidget(), QWidget()
        self._form: PaperForm | None = None
        self._lay_out()
        self.chooser.chosen.connect(self.chosen)

    @property
    def lists_papers(self) -> bool:
        """Whether the list of papers is shown, rather than the choices of one."""
        return self.currentWidget() is self._list

    def fit(self, room: int) -> None:
        """Take the width that letters of this size want, or what there is of it."""
        self.setFixedWidth(max(min(self._wanted, room), min(self._wanted, _WIDTH)))

    def show_form(self, spec: PaperSpec, form: PaperForm) -> None:
        """Show the choices of a paper."""
        if self._form is not form:
            if self._form is not None:
                self._form.hide()
            if form.parent() is not self.scrolled.content:
                self.scrolled.column.insertWidget(0, form)
                form.reveal.connect(self._reveal)
            form.show()
            self._form = form
            self.scrolled.to_top()
        self.heading.setText(spec.word)
        self.heading.setAccessibleDescription(spec.summary)
        self.chooser.mark(spec.key)
        self.setCurrentWidget(self._choices)

    def show_list(self) -> None:
        """Show the list of papers, at the one in hand."""
        self.setCurrentWidget(self._list)
        self.chooser.setFocus(Qt.FocusReason.TabFocusReason)

    def take_focus(self) -> None:
        """Go to the list, or to the first of the choices."""
        if self.lists_papers:
            self.chooser.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.back_button.setFocus(Qt.FocusReason.TabFocusReason)
            self.focusNextPrevChild(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back: from the choices to the list, from the list to the choices."""
        if event.key() != Qt.Key.Key_Escape or self._form is None:
            super().keyPressEvent(event)
        elif self.lists_papers:
            self.setCurrentWidget(self._choices)
            self.take_focus()
        else:
            self.show_list()

    def _reveal(self, widget: QWidget) -> None:
        """Bring what was unfolded to the top, once it has its place."""

        def scroll() -> None:
            place = widget.mapTo(self.scrolled.content, QPoint(0, -2 * UNIT))
            self.scrolled.verticalScrollBar().setValue(place.y())

        QTimer.singleShot(0, widget, scroll)

    def _lay_out(self) -> None:
        listed = QVBoxLayout(self._list)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(UNIT)
        question = section_title("Que voulez-vous imprimer\u202f?")
        question.setWordWrap(True)
        listed.addWidget(question)
        listed.addWidget(self.chooser, 1)
        chosen = QVBoxLayout(self._choices)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(UNIT // 2)
        chosen.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        chosen.addWidget(self.heading)
        chosen.addSpacing(UNIT)
        chosen.addWidget(self.scrolled, 1)
        self.scrolled.column.addStretch(1)
        self.addWidget(self._list)
        self.addWidget(self._choices)
