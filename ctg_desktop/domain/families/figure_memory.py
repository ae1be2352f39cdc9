"""The plain form in which the vault remembers what was sent: counts and masks, and no name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from ctg_desktop.domain.families.figure_sending import MaskedFigures
from ctg_desktop.domain.small_counts import Breakdown, Counts, Mask, Masked


class _Masked(msgspec.Struct, frozen=True):
    """Counts without crossings, and a list of what is masked of them."""

    total: int
    breakdowns: tuple[Breakdown, ...]
    threshold: int
    masks: tuple[tuple[tuple[str, ...], Mask], ...]

    @classmethod
    def of(cls, one: Masked) -> _Masked:
        counts = one.counts
        return cls(counts.total, counts.breakdowns, one.threshold, tuple(one.masks.items()))

    def read(self) -> Masked:
        return Masked(Counts(self.total, self.breakdowns), self.threshold, dict(self.masks))


class _Sending(msgspec.Struct, frozen=True):
    """One sending of a year."""

    on: date
    families: _Masked
    referrals: _Masked
    persons: int | None


def written(sendings: Iterable[MaskedFigures]) -> list[Any]:
    """Return sendings as plain JSON values."""
    shapes = (
        _Sending(one.on, _Masked.of(one.families), _Masked.of(one.referrals), one.persons)
        for one in sendings
    )
    return [msgspec.to_builtins(one) for one in shapes]


def read(year: int, plain: object) -> tuple[MaskedFigures, ...]:
    """Return the sendings of a year.

    Args:
        year: Theirs.
        plain: What :func:`written` gave.
    """
    return tuple(
        MaskedFigures(year, one.on, one.families.read(), one.referrals.read(), one.persons)
        for one in msgspec.convert(plain, tuple[_Sending, ...])
    )
