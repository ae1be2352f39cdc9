"""What the page says when there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.editing.nothing_chosen import nothing_chosen
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.empty_page import EmptyPage


def empty_calendar(new: Callable[[], object]) -> EmptyPage:
    """Return what an empty calendar says."""
    return EmptyPage(
        Icon.CALENDAR,
        "Votre agenda commence ici",
        "L’agenda réunit les manifestations de la commune\u00a0: fêtes, ateliers, réunions, "
        "permanences. Le livret en imprime les douze prochains mois.",
        (plain("Écrire une manifestation", new, Icon.ADD),),
    )


def no_event_chosen() -> QWidget:
    """Return what stands in the place of the form while no event is chosen."""
    return nothing_chosen(
        Icon.CALENDAR_TIME,
        "Choisissez une date",
        "La manifestation se corrige ici même, ou seulement cette date si elle se répète.",
    )
