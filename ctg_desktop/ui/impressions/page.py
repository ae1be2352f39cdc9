"""The page of prints: choose a paper, choose what it says, see it, print it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.papers import Duplex
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.floating import FloatingCard
from ctg_desktop.ui.impressions.output import PaperOutput
from ctg_desktop.ui.impressions.paper_column import PaperColumn
from ctg_desktop.ui.impressions.paper_form import PaperForm
from ctg_desktop.ui.impressions.papers import PAPERS
from ctg_desktop.ui.impressions.preview import Preview
from ctg_desktop.ui.impressions.rendering import Rendered, Renderer
from ctg_desktop.ui.page import Page
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.tasks import LongTask
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.banner import Banner
from ctg_desktop.ui.widgets.buttons import Button, ButtonKind, plain, primary
from ctg_desktop.ui.widgets.empty_page import EmptyPage
from ctg_desktop.ui.widgets.page_header import PageHeader
from ctg_desktop.ui.widgets.progress_strip import ProgressStrip
from ctg_desktop.ui.widgets.text import IconText, on_button

PREFERENCE = "impressions.paper"

_PAUSE_MS = 400
_NOTICED_MS = 300
_FORMATS, _OPEN, _SAVE = "Autres formats", "Ouvrir", "Enregistrer sous…"
_ADVICE = {
    Duplex.NONE: "",
    Duplex.LONG_EDGE: "À imprimer en recto verso, retournement sur le bord long.",
    Duplex.SHORT_EDGE: ("À imprimer en recto verso, retournement sur le bord court, puis à plier."),
}


class PrintsPage(Page):
    """Papers and their choices on the left, the print itself on the right."""

    title = "Impressions"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._specs = {str(spec.key): spec for spec in PAPERS}
        self._forms: dict[str, PaperForm] = {}
        self._key = ""
        self._stale, self._loading, self._asked_last = True, False, False
        self._task: LongTask | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        self.renderer, self.output = Renderer(desk, self), PaperOutput(desk, self)
        self.more_button = Button(_FORMATS, icon=Icon.EXPORT, kind=ButtonKind.MENU)
        self._more = QMenu(self.more_button)
        self.more_button.setMenu(self._more)
        self.open_button = plain(_OPEN, self.output.open_, Icon.OPEN)
        self.save_button = plain(_SAVE, self.save_, Icon.FILE_DOWN)
        self.print_button = primary("Imprimer…", self.print_, Icon.PRINT)
        self._actions = (self.more_button, self.open_button, self.save_button, self.print_button)
        self.header = PageHeader("Impressions", self._actions)
        self.papers = PaperColumn()
        self.preview = Preview(desk)
        self.strip = ProgressStrip()
        FloatingCard(self.strip, self.preview.view)
        self.note = Banner()
        self.advice = IconText(Icon.INFORMATION, coloured=False)
        self._first_steps = {
            PageKey.DIRECTORY: (
                plain("Importer un fichier…", self.import_wanted.emit, Icon.IMPORT),
                plain("Nouvelle fiche", partial(self.new_record.emit, PageKey.DIRECTORY)),
            ),
            PageKey.CALENDAR: (
                plain("Nouvelle manifestation", partial(self.new_record.emit, PageKey.CALENDAR)),
            ),
        }
        self.empty = EmptyPage(
            Icon.PRINT,
            "",
            "",
            [button for buttons in self._first_steps.values() for button in buttons],
        )
        self._right = QStackedWidget()
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
        if self.papers.lists_papers:
            self.papers.take_focus()
        elif self._right.currentWidget() is self.empty:
            leads_to = self.form.leads_to if self.form else None
            first = self._first_steps[leads_to][0] if leads_to else self.papers.back_button
            first.setFocus()
        else:
            self.preview.view.setFocus()

    def show_paper(self, key: str, wanted: object = None) -> None:
        """Take a paper in hand.

        Args:
            key: Its name; see :class:`~ctg_desktop.ui.impressions.requests.PaperKey`.
            wanted: What another page asks to print on it.
        """
        form = self._form(str(key))
        if wanted is not None:
            form.receive(wanted)
        again = self._key != key or wanted is not None or self._stale
        if self._key != key:
            self._key = str(key)
            self._take(None)
            self._remember()
        listed = self.papers.chooser is self.window().focusWidget()
        self.papers.show_form(self._specs[self._key], form)
        if listed:
            self.papers.take_focus()
        if again:
            self._load()

    def refresh(self) -> None:
        """Lay the paper out again and show it."""
        self._timer.stop()
        self._enable(ready=False)
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
        """Keep what is typed."""
        for form in self._forms.values():
            form.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.papers.fit(self.width() - MARGIN - self._right.minimumSizeHint().width())
        self._fit_actions()

    def _fit_actions(self) -> None:
        """Leave words out where large letters have no room for them: the lesser actions' first."""
        lesser = {self.more_button: _FORMATS, self.open_button: _OPEN, self.save_button: _SAVE}
        self.header.summary.show()
        for button, words in lesser.items():
            button.set_words(words)
            button.setToolTip("")
        if self.header.sizeHint().width() <= self.width():
            return
        for button, words in lesser.items():
            button.setText("")
            button.setToolTip(words)
        self.header.summary.setVisible(self.header.sizeHint().width() <= self.width())

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
        self._enable(ready=False)
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
            self.note.say(
                "Le contenu a changé depuis cet aperçu.",
                "Mettre à jour",
                self._load,
                icon=Icon.REFRESH,
            )

    def _take(self, rendered: Rendered | None) -> None:
        """Show a paper that was laid out, or an empty desk before it is."""
        self.output.show(rendered)
        self._enable(ready=rendered is not None)
        self.preview.set_faded(False)
        self.more_button.setVisible(bool(self._exports()))
        self._right.setCurrentIndex(0)
        if rendered is None:
            self.preview.clear()
            self.header.set_summary("")
            self._fit_actions()
            self.advice.hide()
            return
        paper = rendered.paper
        self.preview.show_pdf(rendered.pages, rendered.sizes, paper.name)
        self.header.set_summary(plural(len(rendered.sizes), *paper.format))
        self._fit_actions()
        self.advice.show_text(_ADVICE[paper.duplex])
        self.advice.setVisible(paper.duplex is not Duplex.NONE)

    def _show(self, rendered: Rendered | None) -> None:
        begins = self.preview.view.hasFocus()
        self._take(rendered)
        if rendered is None and self.form is not None:
            self._show_nothing(self.form)
            if begins:
                self.take_focus()

        elif rendered is not None and self.form is not None:
            self.form.shown(rendered.paper)

    def _show_nothing(self, form: PaperForm) -> None:
        title, text = form.nothing
        self.empty.title.setText(title)
        self.empty.text.setText(text)
        for key, buttons in self._first_steps.items():
            for button in buttons:
                button.setVisible(key == form.leads_to)
        self._right.setCurrentWidget(self.empty)

    def _turn_to(self, form: PaperForm, index: int) -> None:
        if form is self.form:
            self.preview.go_to(index)

    def _page_shown(self, index: int) -> None:
        if self.form is not None:
            self.form.page_shown(index)

    def _exports(self) -> bool:
        exports = self.form.exports() if self.form else ()
        self._more.clear()
        for export in exports:
            action = self._more.addAction(on_button(f"{export.word}…"))
            action.triggered.connect(partial(self.output.export_as, export))
        return bool(exports)

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
        self.note.say(sentence(error), icon=Icon.ERROR, tone=Tone.ERROR)

    def _stopped(self) -> None:
        self._stale = True
        self.note.say("Cet aperçu a été arrêté.", "Mettre à jour", self._load, icon=Icon.REFRESH)

    def _follow(self, task: LongTask, words: str = "Mise en page…") -> None:
        """Say how far a task is, once it takes long enough to be noticed."""
        self._task = task
        task.finished.connect(partial(self._end, task))
        QTimer.singleShot(_NOTICED_MS, self, partial(self._show_progress, task, words))

    def _show_progress(self, task: LongTask, words: str) -> None:
        if self._task is task:
            self.preview.set_faded(self.renderer.is_running)
            self.strip.follow(task, words)

    def _end(self, task: LongTask) -> None:
        if self._task is task:
            self._task = None

    def _enable(self, *, ready: bool) -> None:
        for action in self._actions:
            action.setEnabled(ready)

    def _connect(self) -> None:
        self.papers.chosen.connect(self.show_paper)
        self.preview.page_changed.connect(self._page_shown)
        self.renderer.started.connect(self._follow)
        self.renderer.done.connect(self._show)
        self.renderer.failed.connect(self._failed)
        self.renderer.stopped.connect(self._stopped)
        self.output.running.connect(self._follow)
        self.output.notice.connect(self.notice)
        self.output.refused.connect(self._refuse)
        self.output.put_out.connect(self._put_out)
        self.desk.bus.changed.connect(self._note_change)

    def _put_out(self) -> None:
        if self.form is not None:
            self.form.printed()

    def _lay_out(self) -> None:
        seen = QWidget()
        shown = QVBoxLayout(seen)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(UNIT)
        shown.addWidget(self.preview, 1)
        shown.addWidget(self.advice)
        self._right.addWidget(seen)
        self._right.addWidget(self.empty)
        right = QVBoxLayout()
        right.setSpacing(UNIT)
        right.addWidget(self.note)
        right.addWidget(self._right, 1)
        body = QHBoxLayout()
        body.setSpacing(MARGIN)
        body.addWidget(self.papers)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT + UNIT // 2)
        column.addWidget(self.header)
        column.addLayout(body, 1)
