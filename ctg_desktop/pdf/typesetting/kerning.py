"""Pair kerning, read from the GPOS table of a typeface.

Source: OpenType specification, "GPOS – Glyph Positioning Table", lookup type 2.
"""

from __future__ import annotations

from struct import unpack_from
from typing import Protocol

_PAIR = 2
_X_ADVANCE = 0x0004


class PairTable(Protocol):
    """One subtable: the kerning of two glyphs, or ``None`` when it does not speak of them."""

    def __call__(self, left: int, right: int) -> int | None:
        """Return the change of advance, in font units."""


class Kerning:
    """The kerning of a typeface: glyph numbers in, font units out.

    Args:
        gpos: Bytes of the GPOS table; empty for a typeface without one.
    """

    def __init__(self, gpos: bytes) -> None:
        self._lookups = _pair_lookups(gpos) if gpos else []
        self._known: dict[tuple[int, int], int] = {}

    def between(self, left: int, right: int) -> int:
        """Return by how much ``right`` moves towards (negative) or away from ``left``."""
        known = self._known.get((left, right))
        if known is None:
            known = self._known[left, right] = self._looked_up(left, right)
        return known

    def _looked_up(self, left: int, right: int) -> int:
        total = 0
        for subtables in self._lookups:
            for subtable in subtables:
                value = subtable(left, right)
                if value is not None:
                    total += value
                    break
        return total


def _ushort(data: bytes, at: int) -> int:
    value: int = unpack_from(">H", data, at)[0]
    return value


def _ushorts(data: bytes, at: int, count: int) -> tuple[int, ...]:
    return unpack_from(f">{count}H", data, at)


def _pair_lookups(gpos: bytes) -> list[list[PairTable]]:
    features, lookups = _ushort(gpos, 6), _ushort(gpos, 8)
    wanted: set[int] = set()
    for index in range(_ushort(gpos, features)):
        record = features + 2 + 6 * index
        if gpos[record : record + 4] == b"kern":
            feature = features + _ushort(gpos, record + 4)
            wanted.update(_ushorts(gpos, feature + 4, _ushort(gpos, feature + 2)))
    starts = [lookups + _ushort(gpos, lookups + 2 + 2 * index) for index in sorted(wanted)]
    return [_subtables(gpos, at) for at in starts if _ushort(gpos, at) == _PAIR]


def _subtables(gpos: bytes, lookup: int) -> list[PairTable]:
    offsets = _ushorts(gpos, lookup + 6, _ushort(gpos, lookup + 4))
    return [_pair_table(gpos, lookup + offset) for offset in offsets]


def _pair_table(gpos: bytes, at: int) -> PairTable:
    form, coverage, first, second = _ushorts(gpos, at, 4)
    covered = _coverage(gpos, at + coverage)
    size = (first.bit_count() + second.bit_count()) * 2
    value_at = (first & (_X_ADVANCE - 1)).bit_count() * 2 if first & _X_ADVANCE else -1
    if form == 1:
        return _by_glyph(gpos, at, covered, size, value_at)
    return _by_class(gpos, at, covered, size, value_at)


def _by_glyph(gpos: bytes, at: int, covered: dict[int, int], size: int, value_at: int) -> PairTable:
    pairs: dict[tuple[int, int], int] = {}
    for left, index in covered.items():
        pair_set = at + _ushort(gpos, at + 10 + 2 * index)
        for number in range(_ushort(gpos, pair_set)):
            record = pair_set + 2 + number * (2 + size)
            pairs[left, _ushort(gpos, record)] = _value(gpos, record + 2, value_at)
    return lambda left, right: pairs.get((left, right))


def _by_class(gpos: bytes, at: int, covered: dict[int, int], size: int, value_at: int) -> PairTable:
    left_offset, right_offset, _, right_count = _ushorts(gpos, at + 8, 4)
    lefts, rights = _classes(gpos, at + left_offset), _classes(gpos, at + right_offset)

    def table(left: int, right: int) -> int | None:
        if left not in covered:
            return None
        cell = lefts.get(left, 0) * right_count + rights.get(right, 0)
        return _value(gpos, at + 16 + cell * size, value_at)

    return table


def _value(gpos: bytes, at: int, value_at: int) -> int:
    if value_at < 0:
        return 0
    value: int = unpack_from(">h", gpos, at + value_at)[0]
    return value


def _coverage(gpos: bytes, at: int) -> dict[int, int]:
    form, count = _ushorts(gpos, at, 2)
    if form == 1:
        return {glyph: index for index, glyph in enumerate(_ushorts(gpos, at + 4, count))}
    found: dict[int, int] = {}
    for number in range(count):
        start, end, index = _ushorts(gpos, at + 4 + 6 * number, 3)
        found.update({glyph: index + glyph - start for glyph in range(start, end + 1)})
    return found


def _classes(gpos: bytes, at: int) -> dict[int, int]:
    form, second = _ushorts(gpos, at, 2)
    if form == 1:
        values = _ushorts(gpos, at + 6, _ushort(gpos, at + 4))
        return {second + index: value for index, value in enumerate(values)}
    found: dict[int, int] = {}
    for number in range(second):
        start, end, value = _ushorts(gpos, at + 4 + 6 * number, 3)
        found.update(dict.fromkeys(range(start, end + 1), value))
    return found
