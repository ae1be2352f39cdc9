"""What the first page says of families: whom to call, whom to welcome, about whom to decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from ctg_desktop.domain.families.listing import FamilyCounts, HouseholdFilter, HouseholdView
from ctg_desktop.domain.wording import plural
from ctg_desktop.ui.accueil.rows import Line
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone


@dataclass(frozen=True, slots=True)
class _Words:
    """How one view is told."""

    view: HouseholdView
    icon: Icon
    tone: Tone
    said: str
    action: str
    name: str
    note: str = ""


_TOLD = (
    _Words(
        HouseholdView.TO_CALL_BACK,
        Icon.PHONE,
        Tone.WARNING,
        "à rappeler",
        "Rappeler",
        "Voir les familles à rappeler",
        "promis pour aujourd’hui ou avant",
    ),
    _Words(
        HouseholdView.TO_WELCOME,
        Icon.PEOPLE,
        Tone.INFORMATION,
        "à accueillir",
        "Accueillir",
        "Voir les familles à accueillir",
    ),
    _Words(
        HouseholdView.NOT_INFORMED,
        Icon.WARNING,
        Tone.WARNING,
        "sans notice d’information",
        "Remettre",
        "Voir les familles sans notice",
        "un mois au plus tard",
    ),
    _Words(
        HouseholdView.TO_REVIEW,
        Icon.CLOCK,
        Tone.LATE,
        "à revoir",
        "Décider",
        "Voir les familles à revoir",
        "durée de conservation passée",
    ),
)


def family_lines(counts: FamilyCounts, show: Callable[[HouseholdFilter], object]) -> Iterator[Line]:
    """Yield a line for each view that asks for something.

    Args:
        counts: As of today.
        show: Shows the list of a view.
    """
    for words in _TOLD:
        count = counts.by_view.get(words.view, 0)
        if count:
            yield Line(
                words.icon,
                words.tone,
                f"{plural(count, 'famille', 'familles')} {words.said}",
                words.note,
                words.action,
                words.name,
                partial(show, HouseholdFilter(words.view)),
            )
