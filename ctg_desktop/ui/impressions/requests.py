"""What other pages ask the page of prints to print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PaperKey(StrEnum):
    """Names of the papers, as signals and preferences carry them."""

    BOOKLET = "livret"
    LEAFLET = "depliant"
    MONTH = "affiche"
    WEEK = "semaine"
    STRIPS = "languettes"
    LETTERS = "courriers"
    CONFIRMATIONS = "confirmations"
    LABELS = "etiquettes"
    ATTENDANCE = "emargement"
    QUESTIONNAIRE = "questionnaire"
    NOTICE = "notice"
    REPORT = "bilan"


@dataclass(frozen=True, slots=True)
class ListingsWanted:
    """Print these listings: those selected in the directory.

    Attributes:
        ids: In the order of the list.
    """

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayWanted:
    """Print the month, or the week, in which a day lies."""

    day: date


@dataclass(frozen=True, slots=True)
class EventWanted:
    """Print a sheet for an event of the calendar.

    Attributes:
        day: From which day on its next date is meant.
    """

    id: str
    day: date
