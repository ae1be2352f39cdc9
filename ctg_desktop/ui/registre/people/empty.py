"""What stands where there is nobody to show."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.editing.nothing_chosen import nothing_chosen
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.empty_page import EmptyPage


def nobody_found() -> EmptyPage:
    """Return what stands in the place of an empty list."""
    return EmptyPage(Icon.PERSON, "Personne ici", "Rien n’attend dans cette vue du registre.")


def nobody_chosen() -> QWidget:
    """Return what stands in the place of the form while nobody is chosen."""
    return nothing_chosen(
        Icon.PERSON,
        "Choisissez une personne",
        "Vous verrez ici ce qui l’attend, sa fiche, et ce qui a été fait. Chaque fiche ouverte "
        "est notée au journal des accès.",
    )
