"""A paper about persons: seen as it will be printed, then printed or kept as a PDF."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.output import PaperLog, PaperOutput
from ctg_desktop.ui.impressions.paper_form import Make
from ctg_desktop.ui.impressions.preview import Preview
from ctg_desktop.ui.impressions.rendering import Rendered, Renderer
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.dialog_frame import foot, framed_column
from ctg_desktop.ui.widgets.text import IconText, section_title
from ctg_desktop.usecases.papers import RenderedPaper

_SIZE = (760, 660)
_NOBODY = "Il n’y a personne à qui écrire pour le moment."


class PaperDialog(QDialog):
    """A preview with two ways out; a copy opened elsewhere would stay in clear on the disk."""

    notice = Signal(object)
    laid_out = Signal()
    """The paper is shown."""
    put_out = Signal()
    """The paper went to a printer or into a file."""

    def __init__(
        self, desk: Desk, title: str, make: Make, parent: QWidget, log: PaperLog | None = None
    ) -> None:
        """Prepare the window, and lay the paper out.

        Args:
            desk: Tools.
            title: What the paper is; never a name.
            make: Lays it out, on the worker.
            parent: Owner.
            log: Where it is noted that it left.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self._desk = desk
        self._paper: RenderedPaper | None = None
        self.preview = Preview(desk)
        self.said = IconText(Icon.CLOCK, "Mise en page…")
        self.remark = IconText(Icon.INFORMATION, "", Tone.INFORMATION, coloured=False)
        self.remark.hide()
        self.save_button = plain("Enregistrer en PDF…", icon=Icon.FILE_DOWN)
        self.print_button = primary("Imprimer…", icon=Icon.PRINT)
        self.close_button = plain("Fermer", self.accept)
        self.output = PaperOutput(desk, self, log)
        self._renderer = Renderer(desk, self)
        self._lay_out(title)
        self._let_out(ready=False)
        self.save_button.clicked.connect(self.output.save_as)
        self.print_button.clicked.connect(self.output.print_)
        self.output.notice.connect(self.notice)
        self.output.put_out.connect(self.put_out)
        self.output.put_out.connect(self.accept)
        self.output.refused.connect(self._refuse)
        self._renderer.done.connect(self._show)
        self._renderer.failed.connect(self._refuse)
        self.finished.connect(self._let_go)
        self._renderer.render(make)

    @property
    def paper(self) -> RenderedPaper | None:
        """What is shown; ``None`` before it is laid out, and where there is nothing to print."""
        return self._paper

    def tell(self, words: str) -> None:
        """Say something about what is shown, or would be."""
        self.remark.show_text(words)
        self.remark.setVisible(bool(words))

    def _show(self, rendered: Rendered | None) -> None:
        if rendered is None:
            self.said.show_text(_NOBODY, Icon.INFORMATION, Tone.INFORMATION)
            return
        self._paper = paper = rendered.paper
        self.preview.show_pdf(rendered.pages, rendered.sizes, paper.name)
        self.said.show_text(plural(paper.pages, *paper.format), Icon.FILE, Tone.NEUTRAL)
        self.output.show(rendered)
        self._let_out(ready=True)
        self.laid_out.emit()
        self.print_button.setFocus()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, CtgError):
            self.said.show_text(sentence(error), Icon.ERROR, Tone.ERROR)
        else:
            self._desk.report(error)

    def _let_go(self) -> None:
        self._renderer.drop()
        self.output.show(None)
        self.preview.close_pdf()

    def _let_out(self, *, ready: bool) -> None:
        self.save_button.setEnabled(ready)
        self.print_button.setEnabled(ready)

    def _lay_out(self, title: str) -> None:
        column = framed_column(self)
        column.addWidget(section_title(title))
        column.addWidget(self.said)
        column.addWidget(self.remark)
        column.addWidget(self.preview, 1)
        column.addLayout(foot((self.close_button,), (self.save_button, self.print_button)))
        self.resize(*_SIZE)


def show_paper(
    desk: Desk,
    title: str,
    make: Callable[[], RenderedPaper | None],
    window: QWidget,
    say: Callable[[object], object],
    log: PaperLog | None = None,
) -> PaperDialog:
    """Open the preview of a paper that is quickly made.

    Args:
        desk: Tools.
        title: What the paper is; never a name.
        make: Lays it out, on the worker.
        window: Owner.
        say: Told where the paper went, as a :class:`~ctg_desktop.ui.page.Notice`.
        log: As :class:`PaperDialog`.
    """
    dialog = PaperDialog(desk, title, lambda _progress: make(), window, log)
    dialog.notice.connect(say)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
