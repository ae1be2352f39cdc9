"""Long lists of ids, in pieces that a statement can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

BATCH = 500


def batches(ids: Sequence[str], size: int = BATCH) -> Iterator[list[str]]:
    """Return the ids in order, a few hundred at a time."""
    return (list(ids[at : at + size]) for at in range(0, len(ids), size))
