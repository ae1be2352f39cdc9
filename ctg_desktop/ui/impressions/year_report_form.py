"""What is chosen before the report of a year is printed: the year."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.progress import Progress
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.impressions.board_form import BoardForm
from ctg_desktop.ui.impressions.paper_form import Make
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text
from ctg_desktop.usecases.papers import RenderedPaper

_YEARS = 6


class YearReportForm(BoardForm):
    """Which year; remembered as so many years ago."""

    preference = "impressions.year-report"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        this_year = desk.today().year
        words = [f"{this_year}, en cours", *(str(this_year - ago) for ago in range(1, _YEARS))]
        self.year = ChoiceInput([(str(ago), said) for ago, said in enumerate(words)])
        self.card.body.addWidget(LabelledField("Année", self.year))
        self.card.body.addWidget(
            Text(
                "Les fiches sont comptées aujourd’hui\u202f; les changements viennent de "
                "l’historique, les dates de l’agenda. Ce que le programme ne peut pas savoir est "
                "dit «\u202fnon renseigné\u202f».",
                wrap=True,
                quiet=True,
            )
        )
        self.year.edited.connect(self.edit)

    def make(self) -> Make | None:
        """Return what lays the report out."""
        office, today = self.desk.office, self.desk.today()
        year = today.year - int(self.year.value())

        def work(progress: Progress) -> RenderedPaper | None:
            return office.year_reports.render(year, today, progress)

        return work

    def kept(self) -> dict[str, Any]:
        """Return the choice to remember."""
        return {"ago": self.year.value()}

    def show_kept(self, kept: dict[str, Any]) -> None:
        """Show what was chosen last."""
        if self.year.findData(kept.get("ago")) >= 0:
            self.year.set_value(str(kept["ago"]))
