"""What is chosen before the poster of a month is printed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.moments import month_after, month_before
from ctg_desktop.domain.notice_board import (
    MonthPosterOptions,
    PosterPaper,
)
from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import ChoiceInput, TickInput
from ctg_desktop.ui.impressions.board_form import BoardForm
from ctg_desktop.ui.impressions.paper_form import Make
from ctg_desktop.ui.impressions.period_input import Period, PeriodInput
from ctg_desktop.ui.impressions.requests import DayWanted
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.reglages.colours import COLOURS, ColourList
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.papers import RenderedPaper

_MONTHS = Period(
    "Mois précédent",
    "Mois suivant",
    month_before,
    month_after,
    lambda day: wording.month(day.year, day.month).capitalize(),
)
_PAPERS = ((str(PosterPaper.A4), "A4"), (str(PosterPaper.A3), "A3"))


class MonthPosterForm(BoardForm):
    """Which month, on which paper, in which colour, with the picture or not."""

    preference = "notice-board.month"
    leads_to = PageKey.CALENDAR
    nothing = (
        "Rien dans l’agenda ce mois-ci",
        (
            "L’affiche montre les manifestations publiées du mois. Choisissez un autre mois, ou "
            "écrivez d’abord les rendez-vous dans Agenda."
        ),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.month = PeriodInput(_MONTHS, month_after(desk.today()))
        self.paper = ChoiceInput(_PAPERS)
        self.colour = ColourList(first=("", "Celle de la commune"))
        self.picture = TickInput("Avec l’image de la commune")
        self.picture.set_value(True)
        for widget in (
            LabelledField("Mois", self.month, focus=self.month.on),
            LabelledField("Papier", self.paper),
            LabelledField("Couleur", self.colour),
            self.picture,
            self.left_out,
        ):
            self.card.body.addWidget(widget)
        self.month.edited.connect(self.changed)
        for one in (self.paper, self.colour, self.picture):
            one.edited.connect(self.edit)

    def make(self) -> Make | None:
        """Return what lays the poster out."""
        options = MonthPosterOptions(
            self.month.value(),
            PosterPaper(self.paper.value()),
            self.colour.value(),
            picture=self.picture.value(),
        )
        board, today = self.desk.office.notice_board, self.desk.today()

        def work(progress: Progress) -> RenderedPaper | None:
            try:
                return board.poster(options, today, progress)
            except UserError as error:
                if error.code != "month-empty":
                    raise
                return None

        return work

    def receive(self, wanted: Any) -> None:
        """Take over the month that the calendar shows."""
        if isinstance(wanted, DayWanted):
            self.month.set_value(wanted.day.replace(day=1))

    def kept(self) -> dict[str, Any]:
        """Return paper, colour and picture; the month is the next one each time."""
        return {
            "paper": self.paper.value(),
            "colour": self.colour.value(),
            "picture": self.picture.value(),
        }

    def show_kept(self, kept: dict[str, Any]) -> None:
        """Show paper, colour and picture as they were chosen last."""
        if kept.get("paper") in dict(_PAPERS):
            self.paper.set_value(kept["paper"])
        if kept.get("colour") in dict(COLOURS):
            self.colour.set_value(kept["colour"])
        self.picture.set_value(kept.get("picture") is not False)
