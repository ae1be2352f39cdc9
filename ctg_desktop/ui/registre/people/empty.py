"""What stands where there is nobody to show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.editing.nothing_chosen import nothing_chosen
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.empty_page import EmptyPage

_BLANK = "Imprimer une demande vierge…"


def nobody_yet(new: Callable[[], object], blank_form: Callable[[], object]) -> EmptyPage:
    """Return what an empty register says, with the first things to do."""
    return EmptyPage(
        Icon.PERSON,
        "Le registre est vide",
        "Notez ici chaque demande d’inscription\u00a0: de la personne, de son représentant légal, "
        "ou d’un tiers par écrit. Le programme compte les huit jours de l’accusé de réception, et "
        "prépare les lettres et les appels d’une alerte.",
        (plain("Noter une demande", new, Icon.ADD), link(_BLANK, blank_form, Icon.PRINT)),
    )


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
