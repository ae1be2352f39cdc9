"""What stands where there is nobody to show."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import DETAIL_MAX, DETAIL_MIN
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.empty_page import EmptyPage


def nobody_found() -> EmptyPage:
    """Return what stands in the place of an empty list."""
    return EmptyPage(Icon.PERSON, "Personne ici", "Rien n’attend dans cette vue du registre.")


def nothing_chosen() -> QWidget:
    """Return what stands in the place of the form while nobody is chosen."""
    card = Card()
    card.setMinimumWidth(DETAIL_MIN)
    card.setMaximumWidth(DETAIL_MAX)
    card.body.addWidget(
        EmptyPage(
            Icon.PERSON,
            "Choisissez une personne",
            "Vous verrez ici ce qui l’attend, sa fiche, et ce qui a été fait. Chaque fiche ouverte "
            "est notée au journal des accès.",
        )
    )
    return card
