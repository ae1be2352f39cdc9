"""What is chosen before the booklet is printed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.import_plan import Progress
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.paper_form import Make, PaperForm
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.usecases.papers import RenderedPaper


class BookletPaperForm(PaperForm):
    """Edition date, form, contents and cover of the booklet."""

    nothing = (
        "Le livret n’a pas encore de fiche publiée",
        "Il se remplit des fiches publiées. Écrivez ou importez d’abord quelques fiches.",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.edition = DateField("Date de l’édition", desk.today)
        self.edition.set_value(desk.today())
        card = Card()
        card.body.addWidget(self.edition)
        self.column.addWidget(card)
        self.edition.changed.connect(self.changed)

    def make(self) -> Make | None:
        """Return what lays the booklet out; ``None`` when the date is no date."""
        edition = self._edition()
        if edition is None:
            return None
        office = self.desk.office

        def work(progress: Progress) -> RenderedPaper | None:
            if office.directory.counts(edition).published == 0:
                return None
            return office.booklets.render(edition, progress=progress)

        return work

    def printed(self) -> None:
        """Note which edition was printed."""
        edition, booklets = self._edition(), self.desk.office.booklets
        if edition is not None:
            self.desk.tasks.run(lambda: booklets.note_printed(edition), lambda _none: None)

    def _edition(self) -> date | None:
        try:
            return self.edition.value()
        except UserError as error:
            self.edition.refuse(sentence(error))
            return None
