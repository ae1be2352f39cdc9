"""Find the most legible setting in which a leaflet holds on its paper.

Plans are tried from the roomiest to the densest. In each the largest text is looked for; when even
the smallest one is too large, entries go without their hours, then without their sentence; then
they are fewer and fewer, the others counted in the chapter they belong to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ctg_desktop.domain.leaflet import LeafletContent
from ctg_desktop.domain.leaflet import LeafletDetail as Detail
from ctg_desktop.domain.progress import Progress
from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.leaflet.theme import BODY, SMALLEST_BODY

SMALLEST = SMALLEST_BODY / BODY
"""Scale at which the body is 8 points."""

MOST = 150
"""No leaflet holds more entries than this, whatever their length."""

_STEP = 0.02
_TRIALS = 40
"""More than are ever made, for the bar of progress."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the entries of a leaflet are set.

    Attributes:
        scale: Size of the text, 1 being the usual one.
        kept: How many entries are printed, the first of each chapter before the second.
    """

    scale: float
    detail: Detail
    kept: int


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to arrange a leaflet.

    Attributes:
        detail: How much entries say in it.
        largest: Scale of the largest text that looks well in it.
        smallest: Scale below which another plan is better.
        fits: Tells whether a setting holds on the paper.
        build: Makes the document of a setting that does.
    """

    detail: Detail
    largest: float
    smallest: float
    fits: Callable[[LeafletContent, Setting], bool]
    build: Callable[[LeafletContent, Setting], Document]

    def scales(self) -> list[float]:
        """Return the scales of this plan, the smallest first."""
        count = round((self.largest - self.smallest) / _STEP)
        return [self.smallest + _STEP * number for number in range(count + 1)]


def fitting(
    plans: Sequence[Plan], content: LeafletContent, progress: Progress
) -> tuple[Plan, Setting]:
    """Return the first plan that holds everything, at its largest text.

    When none does, the last one with as many entries as it holds.

    Raises:
        Cancelled: Somebody asked to stop.
    """
    trials = _Trials(content, progress)
    count = len(content.listings)
    for plan in plans if count <= MOST else ():
        smallest = Setting(plan.smallest, plan.detail, count)
        if trials.fits(plan, smallest):
            scales = plan.scales()
            best = trials.last(plan, [replace(smallest, scale=scale) for scale in scales])
            return plan, best
    last = plans[-1]
    fewest = Setting(last.smallest, last.detail, 0)
    kept = range(min(count, MOST) + 1)
    return last, trials.last(last, [replace(fewest, kept=number) for number in kept])


class _Trials:
    def __init__(self, content: LeafletContent, progress: Progress) -> None:
        self._content, self._progress = content, progress
        self._made = 0

    def fits(self, plan: Plan, setting: Setting) -> bool:
        self._progress(min(self._made, _TRIALS), _TRIALS)
        self._made += 1
        return plan.fits(self._content, setting)

    def last(self, plan: Plan, settings: Sequence[Setting]) -> Setting:
        """Return the last setting that fits, given that the first one does."""
        low, high = 0, len(settings) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.fits(plan, settings[middle]):
                low = middle
            else:
                high = middle - 1
        return settings[low]
