"""The page of prints: choose a paper, choose what it says, see it, print it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.tab_order import follow_layout
from ctg_desktop.ui.impressions.output import PaperOutput
from ctg_desktop.ui.impressions.paper_column import PaperColumn
from ctg_desktop.ui.impressions.paper_form import PaperForm
from ctg_desktop.ui.impressions.paper_header import PaperHeader
from ctg_desktop.ui.impressions.paper_view import PaperView
from ctg_desktop.ui.impressions.papers import PAPERS
from ctg_desktop.ui.impressions.rendering import Rendered, Renderer
from ctg_desktop.ui.page import Page
from ctg_desktop.ui.theme.measures import MARGIN, UNIT

PREFERENCE = "impressions.paper"

_PAUSE_MS = 400


class PrintsPage(Page):
    """Papers and their choices on the left, the print itself on the right."""

    title = "Impressions"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._specs = {str(spec.key): spec for spec in PAPERS}
        self._forms: dict[str, PaperForm] = {}
        self._key = ""
        self._stale, self._loading, self._asked_last = True, False, False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        self.renderer, self.output = Renderer(desk, self), PaperOutput(desk, self)
        self.header = PaperHeader(self.output)
        self.papers, self.view = PaperColumn(), PaperView(desk)
        self.preview, self.note, self.empty = self.view.preview, self.view.note, self.view.empty
        self.print_button = self.header.print_button
        self._lay_out()
        self._take(None)
        self._connect()

    @property
    def form(self) -> PaperForm | None:
        """The choices of the paper in hand; ``None`` before one is."""
        return self._forms.get(self._key)

    @property
    def paper(self) -> str:
        """The key of the paper in hand; empty before one is."""
        return self._key

    def activated(self) -> None:
        """Lay the paper out when it changed; the first time, the one that was in hand last."""
        if self._key:
            if self._stale and not self.renderer.is_running:
                self._load()
        elif not self._asked_last:
            self._asked_last = True
            settings = self.desk.office.settings
            self.desk.tasks.run(partial(settings.preference, PREFERENCE, ""), self._begin)

    def take_focus(self) -> None:
        """Begin with the list, or in the preview, whose keys turn the pages."""
        if self.papers.lists_papers or not self.view.take_focus():
            self.papers.take_focus()

    def show_paper(self, key: str, wanted: object = None) -> None:
        """Take a paper in hand.

        Args:
            key: Its name; see :class:`~ctg_desktop.ui.impressions.requests.PaperKey`.
            wanted: What another page asks to print on it.
        """
        fresh, form = str(key) not in self._forms, self._form(str(key))
        if wanted is not None:
            form.receive(wanted)
        again = self._key != key or wanted is not None or self._stale
        if self._key != key:
            self._key = str(key)
            self._take(None)
            self._remember()
        listed = self.papers.chooser is self.window().focusWidget()
        self.papers.show_form(self._specs[self._key], form)
        if fresh:
            follow_layout(self)
        if listed:
            self.papers.take_focus()
        if again:
            self._load()

    def refresh(self) -> None:
        """Lay the paper out again and show it; nothing once the window is closing."""
        self._timer.stop()
        if self.desk.tasks.is_over:
            return
        self.header.enable(ready=False)
        make = self.form.make() if self.form else None
        if make is None:
            self.preview.set_faded(True)
            return
        self.note.dismiss()
        self._stale = False
        self.renderer.render(make)

    def print_(self) -> None:
        """Ctrl+P: the system's print dialog."""
        self.output.print_()

    def save_(self) -> None:
        """Ctrl+S: ask where the PDF goes."""
        self.output.save_as()

    def focus_search(self) -> None:
        """Ctrl+F: to the list of papers."""
        self.papers.show_list()

    def flush(self) -> None:
        """Keep what is typed; no paper is laid out for a window that closes."""
        self._timer.stop()
        for form in self._forms.values():
            form.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.papers.fit(self.width() - MARGIN - self.view.minimumSizeHint().width())
        self.header.fit(self.width())

    def _form(self, key: str) -> PaperForm:
        if key not in self._forms:
            form = self._specs[key].load()(self.desk)
            form.changed.connect(partial(self._note_choice, form))
            form.notice.connect(self.notice)
            form.refused.connect(self._say_refusal)
            form.page_wanted.connect(self.open_page)
            form.turn_to.connect(partial(self._turn_to, form))
            self._forms[key] = form
        return self._forms[key]

    def _begin(self, key: str) -> None:
        if self._key:
            return
        self.show_paper(key if key in self._specs else PAPERS[0].key)
        if key not in self._specs:
            self.papers.show_list()
        self.take_focus()

    def _remember(self) -> None:
        key, settings = self._key, self.desk.office.settings
        self.desk.tasks.run(lambda: settings.set_preference(PREFERENCE, key), lambda _none: None)

    def _load(self) -> None:
        self._loading = True
        if self.form is not None:
            self.form.load()

    def _note_choice(self, form: PaperForm) -> None:
        if form is not self.form:
            return
        self.renderer.drop()
        self.header.enable(ready=False)
        if not self.isVisible():
            self._stale = True
        elif self._loading:
            self._loading = False
            self.refresh()
        else:
            self._timer.start()

    def _note_change(self, changes: Changes) -> None:
        if self.form is None or not self.form.concerns(changes):
            return
        self._stale = True
        if self.isVisible() and self.output.content:
            self.view.offer("Le contenu a changé depuis cet aperçu.", self._load)

    def _take(self, rendered: Rendered | None) -> None:
        """Show a paper that was laid out, or an empty desk before it is."""
        self.output.show(rendered)
        self.header.enable(ready=rendered is not None)
        self.header.show_paper(rendered, self.form.exports() if self.form else ())
        self.header.fit(self.width())
        if rendered is None:
            self.view.clear()
        else:
            self.view.show_paper(rendered)

    def _show(self, rendered: Rendered | None) -> None:
        begins = self.preview.view.hasFocus()
        self._take(rendered)
        if self.form is None:
            return
        if rendered is not None:
            self.form.shown(rendered.paper)
            return
        self.view.show_nothing(self.form)
        if begins:
            self.take_focus()

    def _turn_to(self, form: PaperForm, index: int) -> None:
        if form is self.form:
            self.preview.go_to(index)

    def _page_shown(self, index: int) -> None:
        if self.form is not None:
            self.form.page_shown(index)

    def _failed(self, error: Exception) -> None:
        self._stale = True
        if isinstance(error, UserError):
            self._refuse(error)
        else:
            self.desk.report(error)

    def _refuse(self, error: UserError) -> None:
        if self.form is None or not self.form.refuse(error):
            self._say_refusal(error)

    def _say_refusal(self, error: UserError) -> None:
        self.view.refuse(sentence(error))

    def _stopped(self) -> None:
        self._stale = True
        self.view.offer("Cet aperçu a été arrêté.", self._load)

    def _connect(self) -> None:
        self.papers.chosen.connect(self.show_paper)
        self.preview.page_changed.connect(self._page_shown)
        self.view.import_wanted.connect(self.import_wanted)
        self.view.new_record.connect(self.new_record)
        self.renderer.started.connect(
            partial(self.view.follow, words="Mise en page…", replaces=True)
        )
        self.renderer.done.connect(self._show)
        self.renderer.failed.connect(self._failed)
        self.renderer.stopped.connect(self._stopped)
        self.output.running.connect(partial(self.view.follow, replaces=False))
        self.output.notice.connect(self.notice)
        self.output.refused.connect(self._refuse)
        self.output.put_out.connect(self._put_out)
        self.desk.bus.changed.connect(self._note_change)

    def _put_out(self) -> None:
        if self.form is not None:
            self.form.printed()

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(MARGIN)
        body.addWidget(self.papers)
        body.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT + UNIT // 2)
        column.addWidget(self.header)
        column.addLayout(body, 1)
