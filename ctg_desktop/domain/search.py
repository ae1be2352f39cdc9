"""What the one search over everything answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One record that a search found.

    Attributes:
        entity: ``listing``, ``event`` or ``household``.
        title: Name of the listing or title of the event, as stored.
        excerpt: The line of the record that explains the hit, shortened; may be empty.
        score: Higher is better; only comparable within one answer.
    """

    entity: str
    id: str
    title: str
    excerpt: str
    score: float
