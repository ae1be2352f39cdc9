"""The pages of the window, each loaded the first time it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ctg_desktop.ui.page import Page
from ctg_desktop.ui.theme.icons import Icon


class PageKey(StrEnum):
    """Names of the pages, as signals carry them."""

    HOME = "accueil"
    DIRECTORY = "livret"
    CALENDAR = "agenda"
    FAMILIES = "familles"
    REGISTER = "registre"
    PRINTS = "impressions"
    SETTINGS = "reglages"


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the rail.

    Attributes:
        load: Imports the page's class; called once, when it is first shown.
        at_bottom: Stands apart, at the foot of the rail.
    """

    key: PageKey
    word: str
    icon: Icon
    load: Callable[[], type[Page]]
    at_bottom: bool = False


def _home() -> type[Page]:
    from ctg_desktop.ui.accueil.page import HomePage

    return HomePage


def _directory() -> type[Page]:
    from ctg_desktop.ui.livret.page import DirectoryPage

    return DirectoryPage


def _calendar() -> type[Page]:
    from ctg_desktop.ui.agenda.page import CalendarPage

    return CalendarPage


def _families() -> type[Page]:
    from ctg_desktop.ui.familles.page import FamiliesPage

    return FamiliesPage


def _register() -> type[Page]:
    from ctg_desktop.ui.registre.page import RegisterPage

    return RegisterPage


def _prints() -> type[Page]:
    from ctg_desktop.ui.impressions.page import PrintsPage

    return PrintsPage


def _settings() -> type[Page]:
    from ctg_desktop.ui.reglages.page import SettingsPage

    return SettingsPage


PAGES: tuple[PageSpec, ...] = (
    PageSpec(PageKey.HOME, "Accueil", Icon.HOME, _home),
    PageSpec(PageKey.DIRECTORY, "Livret", Icon.BOOKLET, _directory),
    PageSpec(PageKey.CALENDAR, "Agenda", Icon.CALENDAR, _calendar),
    PageSpec(PageKey.FAMILIES, "Familles", Icon.PEOPLE, _families),
    PageSpec(PageKey.REGISTER, "Registre", Icon.LOCK, _register),
    PageSpec(PageKey.PRINTS, "Impressions", Icon.PRINT, _prints),
    PageSpec(PageKey.SETTINGS, "Réglages", Icon.SETTINGS, _settings, at_bottom=True),
)
