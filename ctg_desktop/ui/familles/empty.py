"""What the page says when there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.editing.nothing_chosen import nothing_chosen
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.empty_page import EmptyPage


def empty_families(new: Callable[[], object], refer: Callable[[], object]) -> EmptyPage:
    """Return what the page says before the first family."""
    return EmptyPage(
        Icon.PEOPLE,
        "Vos nouvelles familles commencent ici",
        "Notez une famille qui arrive, avec son accord\u00a0: ce qu’elle cherche, comment la "
        "joindre, ce qui lui a été remis. Le programme prépare son accueil, et rappelle quand "
        "il faut décider de ne plus la garder.",
        (
            plain("Noter une famille", new, Icon.ADD),
            plain("Orienter un visiteur sans nom", refer, Icon.RIGHT),
        ),
    )


def no_family_chosen() -> QWidget:
    """Return what stands in the place of the form while no family is chosen."""
    return nothing_chosen(
        Icon.PEOPLE,
        "Choisissez une famille",
        "Vous verrez ici ce qui l’attend, ce qui s’est dit, et ce qui est noté d’elle.",
    )
