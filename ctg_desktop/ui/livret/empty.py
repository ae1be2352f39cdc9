"""What the page says when there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.editing.nothing_chosen import nothing_chosen
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.empty_page import EmptyPage


def empty_directory(import_: Callable[[], object], new: Callable[[], object]) -> EmptyPage:
    """Return what an empty directory says: bring a file in, or type the first listing."""
    return EmptyPage(
        Icon.BOOKLET,
        "Votre livret commence ici",
        "Le livret réunit les services, les associations, les commerces et les personnes "
        "ressources de la commune. Partez d’un fichier (tableur, RNA, annuaire de "
        "l’administration) ou écrivez une première fiche.",
        (
            plain("Importer un fichier…", import_, Icon.IMPORT),
            plain("Écrire une fiche", new, Icon.ADD),
        ),
    )


def no_listing_chosen() -> QWidget:
    """Return what stands in the place of the form while no listing is chosen."""
    return nothing_chosen(
        Icon.EDIT,
        "Choisissez une fiche",
        "Elle se corrige ici même. Tout ce que vous tapez est gardé au fur et à mesure.",
    )
