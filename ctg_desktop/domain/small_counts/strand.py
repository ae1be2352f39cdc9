"""One total and its parts, in every sending so far: what is promised of them, and whether it holds.

A strand is one network. Between two sendings the total grows by an amount that everyone knows;
it flows into the parts (the steps), and each part flows on into its next sending (the levels).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ctg_desktop.domain.small_counts.flow import NO_LIMIT, Arc, Network
from ctg_desktop.domain.small_counts.masked import Mask
from ctg_desktop.domain.small_counts.moment import (
    ABSENT,
    POOL,
    REST,
    Guarded,
    Moment,
    Part,
    Pool,
    Span,
)

_END = (-1, "\0end")
_PERIOD = "\0period"


@dataclass(frozen=True, slots=True)
class Promise:
    """Whatever is worked out from all that was sent, a count may still be any of these.

    Attributes:
        modest: Only as far as other totals leave room for it.
        sought: Only if one of these is possible at all; ``None`` for always.
    """

    arc: Arc
    low: int
    high: int
    modest: bool = False
    sought: Span | None = None


class Strand:
    """The network of some moments; in the last one, parts can still be hidden."""

    def __init__(self, moments: Sequence[Moment]) -> None:
        """Build it from sendings in their order, each with its total shown."""
        names = tuple(dict.fromkeys(name for one in moments for name in one.parts))
        self._moments = moments
        self._parts = [dict(moment.parts) for moment in moments]
        self._network = Network()
        self._nodes: dict[tuple[int, str], int] = {}
        self._levels: dict[tuple[int, str], Arc] = {}
        self._steps: dict[tuple[int, str], Arc] = {}
        self._rises: dict[int, Arc] = {}
        self._falls: dict[int, Arc] = {}
        for name in (*names, REST):
            self._lay_part(name)
        self._lay_pool()
        for place in range(len(moments)):
            self._forget_floors(place)

    @property
    def last(self) -> Mapping[str, Part]:
        """The parts of the last moment."""
        return self._parts[-1]

    def was_hidden(self, name: str) -> bool:
        """Tell whether a part was masked in the sending before the last."""
        return len(self._parts) > 1 and not self._part(len(self._parts) - 2, name).shown

    def reason(self, name: str) -> Mask | None:
        """Return why a part of the last moment may not be shown, by itself."""
        part, threshold = self.last[name], self._moments[-1].threshold
        if 0 < part.value < threshold:
            return Mask.SMALL
        if part.value and part.value == part.whole:
            return Mask.EVERYONE
        earlier = (self._part(place, name) for place in range(len(self._parts) - 1))
        if any(one.shown and 0 < abs(part.value - one.value) < threshold for one in earlier):
            return Mask.GROWTH
        return None

    def hide(self, name: str) -> None:
        """Mask a part of the last moment."""
        place = len(self._parts) - 1
        part = replace(self.last[name], shown=False)
        self._parts[place][name] = part
        self._levels[place, name].free(part.floor, part.ceiling)
        self._forget_floors(place)

    def promises(self) -> Iterator[Promise]:
        """Yield what is promised, of every sending."""
        for place, moment in enumerate(self._moments):
            for name in self._parts[place]:
                yield from self._part_promises(place, name)
            yield from self._pool_promises(place, moment.pool)
            yield from self._whole_promises(place)

    def keeps(self, promise: Promise) -> bool:
        """Tell whether a promise holds."""
        reaches, arc = self._network.reaches, promise.arc
        if promise.sought is not None:
            low, high = promise.sought
            if not reaches(arc, min(max(arc.flow, low), high)):
                return True
        return reaches(arc, promise.high) and reaches(arc, promise.low)

    def keeps_by_hiding(self, promise: Promise, name: str) -> bool:
        """Tell whether a promise would hold if one more part were hidden; nothing is changed."""
        arc = self._levels[len(self._parts) - 1, name]
        part, flows = self.last[name], self._network.flows()
        arc.free(part.floor, part.ceiling)
        kept = self.keeps(promise)
        self._network.restore(flows)
        arc.fix()
        return kept

    def _part(self, place: int, name: str) -> Part:
        if name == REST:
            return self._moments[place].rest
        return self._parts[place].get(name, ABSENT)

    def _forget_floors(self, place: int) -> None:
        """Where no part is shown, neither is a zero: any of them may be one."""
        parts = self._parts[place]
        if not any(part.shown for part in parts.values()):
            for name in parts:
                self._levels[place, name].low = 0

    def _node(self, place: int, name: str) -> int:
        """Return the node of a part in a moment, or that of the pool it is in by then."""
        if place == len(self._parts):
            return self._nodes.setdefault(_END, len(self._nodes))
        pooled = name in self._moments[place].pool.rows
        return self._nodes.setdefault((place, POOL if pooled else name), len(self._nodes))

    def _lay_part(self, name: str) -> None:
        before = 0
        for place, moment in enumerate(self._moments):
            if name in moment.pool.rows:
                return
            part = self._part(place, name)
            self._steps[place, name] = self._lay_step(place, name, part.value - before)
            self._lay_level(place, name, part)
            before = part.value

    def _lay_pool(self) -> None:
        for place, moment in enumerate(self._moments):
            pool = moment.pool
            if pool.rows:
                growth = [self._pooled_growth(place, row) for row in pool.rows]
                self._rises[place] = self._lay_step(place, POOL, sum(g for g in growth if g > 0))
                self._falls[place] = self._lay_step(place, POOL, sum(g for g in growth if g < 0))
                self._lay_level(place, POOL, Part(pool.value, shown=False, ceiling=pool.ceiling))

    def _pooled_growth(self, place: int, row: str) -> int:
        now = self._moments[place].pool.rows[row].value
        if place == 0:
            return now
        pooled = self._moments[place - 1].pool.rows.get(row)
        return now - (pooled.value if pooled else self._part(place - 1, row).value)

    def _lay_step(self, place: int, name: str, grown: int) -> Arc:
        period = self._nodes.setdefault((place, _PERIOD), len(self._nodes))
        node = self._node(place, name)
        ends = (period, node) if grown >= 0 else (node, period)
        return self._network.add(Arc(*ends, abs(grown), 0, NO_LIMIT))

    def _lay_level(self, place: int, name: str, part: Part) -> None:
        ends = self._node(place, name), self._node(place + 1, name)
        level = Arc(*ends, part.value, part.floor, part.ceiling)
        if part.shown:
            level.fix()
        self._levels[place, name] = self._network.add(level)

    def _part_promises(self, place: int, name: str) -> Iterator[Promise]:
        part, threshold = self._parts[place][name], self._moments[place].threshold
        earlier = (self._part(one, name) for one in range(place))
        if not part.shown:
            for guarded in part.guarded(earlier, threshold):
                yield from self._guarding(place, self._levels[place, name], guarded, part.value)
        before = self._part(place - 1, name) if place else ABSENT
        if not before.shown:
            step, grown = self._steps[place, name], abs(part.value - before.value)
            growth = Guarded((1, threshold - 1), (1, threshold))
            yield from self._guarding(place, step, growth, grown, modest=True)

    def _guarding(
        self, place: int, arc: Arc, guarded: Guarded, value: int, *, modest: bool = False
    ) -> Iterator[Promise]:
        """Yield the promise that guards a count; in a crossing, only if it is needed in truth."""
        if self._moments[place].whole is None:
            yield Promise(arc, *guarded.kept, sought=guarded.values)
        elif guarded.holds(value):
            yield Promise(arc, *guarded.values, modest)

    def _pool_promises(self, place: int, pool: Pool) -> Iterator[Promise]:
        threshold = self._moments[place].threshold
        level = self._levels.get((place, POOL))
        if level is None:
            return
        yield from (Promise(level, *span) for span in pool.spans(threshold))
        grown = {row: self._pooled_growth(place, row) for row in pool.rows} if place else {}
        spans = sorted(set(pool.growth_spans(grown, threshold)))
        yield from (Promise(level, *span, modest=True) for span in spans)
        for step, sign in ((self._rises[place], 1), (self._falls[place], -1)):
            if any(0 < sign * one < threshold for one in grown.values()):
                yield Promise(step, step.flow, max(step.flow, threshold - 1), modest=True)

    def _whole_promises(self, place: int) -> Iterator[Promise]:
        """Yield what is promised of a count that is the total without the rest."""
        moment = self._moments[place]
        if moment.whole is None:
            return
        earlier = [one.whole for one in self._moments[:place] if one.whole]
        if not moment.whole.shown:
            rest, others = self._levels[place, REST], moment.total - moment.whole.value
            for one in moment.whole.guarded(earlier, moment.threshold):
                yield from self._guarding(place, rest, one.of_the_rest(moment.total), others)
        if earlier and not earlier[-1].shown:
            yield from self._whole_step(place, moment.whole.value - earlier[-1].value)

    def _whole_step(self, place: int, growth: int) -> Iterator[Promise]:
        """Yield what is promised of its growth: that of the total without that of the rest."""
        threshold = self._moments[place].threshold
        total = self._moments[place].total - self._moments[place - 1].total
        ends = total - threshold + 1, total - 1
        if total >= threshold and 0 < growth < threshold:
            yield Promise(self._steps[place, REST], max(ends[0], 0), ends[1])
