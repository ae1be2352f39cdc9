"""Which cells of a sending are masked, given all that was sent before."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Iterator, Sequence

from ctg_desktop.domain.small_counts.counts import TOTAL, Breakdown, CellKey, Counts, Crossing
from ctg_desktop.domain.small_counts.masked import Mask, Masked
from ctg_desktop.domain.small_counts.moment import OTHERS
from ctg_desktop.domain.small_counts.protection import BeyondRepairError, Rank, protect
from ctg_desktop.domain.small_counts.strands import (
    breakdown_strand,
    category_strand,
    closed_rows,
    column_strand,
)

DEFAULT_THRESHOLD = 5
STRICT_THRESHOLD = 11
LEAST_THRESHOLD = 3


def mask(
    counts: Counts,
    before: Sequence[Masked] = (),
    threshold: int = DEFAULT_THRESHOLD,
    *,
    secret: bytes = b"",
) -> Masked:
    """Mask a sending so that nothing small can be worked out from it and those before.

    The same counts after the same sendings and with the same secret give the same masks.

    Args:
        counts: Of the households of one year and one place, as they are known now.
        before: All sendings of the same year and place, oldest first, withheld ones too.
        threshold: Households that a shown count holds at least; 11 is the rule for tax data.
        secret: Of whoever counts: it draws which counts are masked beside the small ones, so that
            the choice tells nothing of them to whoever knows the program.

    Raises:
        ValueError: The threshold is under 3: of two households, each would know the other.
    """
    if threshold < LEAST_THRESHOLD:
        raise ValueError("threshold under 3")
    earlier = [one for one in before if not one.withheld]
    reason = _total_reason(counts.total, earlier, threshold)
    if reason is not None:
        return _withheld(counts, threshold, reason)
    masks: dict[CellKey, Mask] = {}
    sendings = [*earlier, Masked(counts, threshold, masks)]
    try:
        for breakdown in counts.breakdowns:
            masks.update(_mask_breakdown(breakdown, sendings, secret))
        _mask_crossings(masks, sendings, secret)
    except BeyondRepairError:
        return _withheld(counts, threshold, Mask.COMPLEMENT)
    return sendings[-1]


def _total_reason(total: int, earlier: Sequence[Masked], threshold: int) -> Mask | None:
    """Return why nothing is sent this time: few households, or few more than were sent."""
    if 0 < total < threshold:
        return Mask.SMALL
    if any(0 < abs(total - one.counts.total) < threshold for one in earlier):
        return Mask.GROWTH
    return None


def _withheld(counts: Counts, threshold: int, reason: Mask) -> Masked:
    known = (key for key, count in counts.cells() if count is not None)
    return Masked(counts, threshold, dict.fromkeys(known, Mask.TOTAL) | {TOTAL: reason})


def _mask_breakdown(
    breakdown: Breakdown, sendings: Sequence[Masked], secret: bytes
) -> Iterator[tuple[CellKey, Mask]]:
    code, rank = breakdown.code, _rank(breakdown.code, secret)
    if breakdown.additive:
        found = protect(breakdown_strand(breakdown, sendings), rank)
        yield from (((code, name), why) for name, why in found.items())
        return
    for name, count in breakdown.counts.items():
        if count is not None:
            found = protect(category_strand(breakdown, name, sendings), rank)
            if name in found:
                yield (code, name), _category_reason(found[name], found[OTHERS])


def _category_reason(own: Mask, others: Mask) -> Mask:
    """Return why a category is masked, for itself or for those who are not of it."""
    if own is not Mask.COMPLEMENT:
        return own
    return Mask.EVERYONE if others is Mask.SMALL else others


def _rank(code: str, secret: bytes) -> Rank:
    return lambda name: hmac.digest(secret, f"{code}/{name}".encode(), hashlib.sha256)


def _mask_crossings(masks: dict[CellKey, Mask], sendings: Sequence[Masked], secret: bytes) -> None:
    """Add masks for crossings, and for the total of a column that its cells cannot protect."""
    crossings = sendings[-1].counts.crossings
    inner: dict[CellKey, Mask] = {}
    for crossing in crossings:
        columns = dict.fromkeys(
            name for (_, name), one in crossing.counts.items() if one is not None
        )
        for column in columns:
            total = (crossing.columns, column)
            try:
                found = _protected_column(crossing, column, sendings, secret)
            except BeyondRepairError:
                masks[total] = Mask.COMPLEMENT
                found = _protected_column(crossing, column, sendings, secret)
            inner.update({crossing.key(row, column): why for row, why in found.items()})
    for crossing in crossings:
        inner.update(_parts_of_masked(crossing, masks, closed_rows(crossing, sendings)))
    masks.update(inner)


def _protected_column(
    crossing: Crossing, column: str, sendings: Sequence[Masked], secret: bytes
) -> dict[str, Mask]:
    hidden = (crossing.columns, column) in sendings[-1].masks
    rank = _rank(f"{crossing.rows}/{crossing.columns}/{column}", secret)
    return protect(column_strand(crossing, column, sendings), rank, modest=hidden)


def _parts_of_masked(
    crossing: Crossing, hidden: Collection[CellKey], closed: Collection[str]
) -> Iterator[tuple[CellKey, Mask]]:
    for (row, column), count in crossing.counts.items():
        if count is None:
            continue
        if (crossing.columns, column) in hidden or (crossing.rows, row) in hidden:
            yield crossing.key(row, column), Mask.TOTAL
        elif row in closed:
            yield crossing.key(row, column), Mask.COMPLEMENT
