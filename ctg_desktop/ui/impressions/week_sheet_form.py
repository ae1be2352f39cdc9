"""What is chosen before the sheet of a week is printed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import MONTHS_SHORT
from ctg_desktop.domain.moments import monday_of
from ctg_desktop.domain.notice_board import (
    WEEK_DAYS,
    SheetPaper,
    WeekSheetOptions,
    week_words,
)
from ctg_desktop.domain.progress import Progress
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.impressions.board_form import BoardForm
from ctg_desktop.ui.impressions.paper_form import Make
from ctg_desktop.ui.impressions.period_input import Period, PeriodInput
from ctg_desktop.ui.impressions.requests import DayWanted
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text
from ctg_desktop.usecases.papers import RenderedPaper

_WEEK = timedelta(days=WEEK_DAYS)
_PAPERS = (
    (str(SheetPaper.PORTRAIT), "A4 en hauteur"),
    (str(SheetPaper.LANDSCAPE), "A4 en largeur"),
)


def _said(day: date) -> str:
    monday = monday_of(day)
    sunday = monday + timedelta(days=WEEK_DAYS - 1)
    number, _ = week_words(day)
    return f"{number}\ndu {_short(monday)} au {_short(sunday)} {sunday.year}"


def _short(day: date) -> str:
    return f"{wording.day_number(day.day)}\u00a0{MONTHS_SHORT[day.month - 1]}"


_WEEKS = Period(
    "Semaine précédente",
    "Semaine suivante",
    lambda day: day - _WEEK,
    lambda day: day + _WEEK,
    _said,
)


class WeekSheetForm(BoardForm):
    """Which week, and how the sheet lies."""

    preference = "notice-board.week"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.week = PeriodInput(_WEEKS, desk.today() + _WEEK)
        self.paper = ChoiceInput(_PAPERS)
        for widget in (
            LabelledField("Semaine", self.week, focus=self.week.on),
            LabelledField("Papier", self.paper),
            Text(
                "Les horaires du jour viennent de la fiche de la mairie. Chaque jour garde de la "
                "place pour écrire à la main.",
                wrap=True,
                quiet=True,
            ),
            self.left_out,
        ):
            self.card.body.addWidget(widget)
        self.week.edited.connect(self.changed)
        self.paper.edited.connect(self.edit)

    def make(self) -> Make | None:
        """Return what lays the sheet out."""
        options = WeekSheetOptions(self.week.value(), SheetPaper(self.paper.value()))
        board, today = self.desk.office.notice_board, self.desk.today()

        def work(progress: Progress) -> RenderedPaper | None:
            return board.week(options, today, progress)

        return work

    def receive(self, wanted: Any) -> None:
        """Take over the week of a day of the calendar."""
        if isinstance(wanted, DayWanted):
            self.week.set_value(wanted.day)

    def kept(self) -> dict[str, Any]:
        """Return how the sheet lies; the week is the next one each time."""
        return {"paper": self.paper.value()}

    def show_kept(self, kept: dict[str, Any]) -> None:
        """Show how the sheet lay last time."""
        if kept.get("paper") in dict(_PAPERS):
            self.paper.set_value(kept["paper"])
