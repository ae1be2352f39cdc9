"""What the first page says of the register, which stays closed: how many receipts, until when."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctg_desktop.domain.register.clock import RegisterClock
from ctg_desktop.domain.wording import day, plural
from ctg_desktop.ui.accueil.rows import Line
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone

_LAW = "registre, huit jours de délai"


def register_lines(clock: RegisterClock, show: Callable[[], object]) -> Iterator[Line]:
    """Yield a line for receipts that are late, and one for those that are not yet.

    Args:
        clock: As of today; it knows no names.
        show: Shows the register, at its door.
    """
    if clock.overdue:
        late = _receipts(clock.overdue)
        yield _line(Icon.WARNING, Tone.LATE, f"{late} en retard", show)
    coming = clock.waiting - clock.overdue
    if coming:
        until = f" au plus tard le {day(clock.next_in_time)}" if clock.next_in_time else ""
        yield _line(Icon.CLOCK, Tone.WARNING, f"{_receipts(coming)} à envoyer{until}", show)


def _receipts(count: int) -> str:
    return plural(count, "accusé de réception", "accusés de réception")


def _line(icon: Icon, tone: Tone, text: str, show: Callable[[], object]) -> Line:
    name = f"Ouvrir le registre\u00a0: {text}"
    return Line(icon, tone, text, _LAW, "Ouvrir le registre", name, show)
