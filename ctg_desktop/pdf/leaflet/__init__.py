"""Leaflets: a few entries on one sheet, folded in three or of A5 pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ctg_desktop.domain.leaflet import LeafletContent, LeafletDetail, LeafletForm
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.leaflet.a5 import A5_PLANS
from ctg_desktop.pdf.leaflet.fit import Plan, fitting
from ctg_desktop.pdf.leaflet.folded import FOLDED_PLANS

__all__ = ["LaidOut", "leaflet"]

_PLANS: Mapping[LeafletForm, tuple[Plan, ...]] = MappingProxyType(
    {LeafletForm.FOLDED: FOLDED_PLANS, LeafletForm.A5: A5_PLANS}
)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A leaflet, and what it had to give up to hold on its paper.

    Attributes:
        left_out: How many entries are only counted.
        scale: Size of the text, 1 being the usual one.
    """

    document: Document
    detail: LeafletDetail
    left_out: int
    scale: float


def leaflet(content: LeafletContent, progress: Progress = silent) -> LaidOut:
    """Return a leaflet that holds on its paper.

    Args:
        content: What to print, consent already applied; its edition is the only date known.
        progress: Told while settings are tried.

    Raises:
        Cancelled: Somebody asked to stop.
    """
    plan, setting = fitting(_PLANS[content.options.form], content, progress)
    return LaidOut(
        plan.build(content, setting),
        detail=setting.detail,
        left_out=len(content.listings) - setting.kept,
        scale=setting.scale,
    )
