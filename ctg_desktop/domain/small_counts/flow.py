"""A circulation of whole numbers: how far can the flow of one arc go, all others adapting?

Counts of one total over time are such a network (R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network
Flows*, 1993, chapters 6 and 9), so the values an arc can take are all whole numbers between two
ends, and each end is found by augmenting along paths of the residual network.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

NO_LIMIT = 1 << 40


@dataclass(slots=True)
class Arc:
    """A number of the network.

    Attributes:
        flow: Its present value, between both bounds; with all others, a possible world.
    """

    tail: int
    head: int
    flow: int
    low: int
    high: int

    def fix(self) -> None:
        """Let it take no other value."""
        self.low = self.high = self.flow

    def free(self, low: int, high: int) -> None:
        """Let it take these values."""
        self.low, self.high = low, high


@dataclass(slots=True)
class Network:
    """Arcs between numbered nodes; what flows into a node, supplies counted, flows out of it."""

    arcs: list[Arc] = field(default_factory=list)
    _touching: dict[int, list[Arc]] = field(default_factory=dict)

    def add(self, arc: Arc) -> Arc:
        """Take an arc in."""
        self.arcs.append(arc)
        self._touching.setdefault(arc.tail, []).append(arc)
        self._touching.setdefault(arc.head, []).append(arc)
        return arc

    def reaches(self, arc: Arc, value: int) -> bool:
        """Tell whether an arc can take a value; moves the flow towards it."""
        while arc.flow != value:
            raising = arc.flow < value
            room = arc.high - arc.flow if raising else arc.flow - arc.low
            start, goal = (arc.head, arc.tail) if raising else (arc.tail, arc.head)
            path = self._path(start, goal, arc) if room else None
            if path is None:
                return False
            amount = min(room, abs(value - arc.flow), *(_room(*step) for step in path))
            for step, sign in path:
                step.flow += sign * amount
            arc.flow += amount if raising else -amount
        return True

    def flows(self) -> list[int]:
        """Return the present world, to be restored."""
        return [arc.flow for arc in self.arcs]

    def restore(self, flows: Sequence[int]) -> None:
        """Return to a world that :meth:`flows` gave."""
        for arc, flow in zip(self.arcs, flows, strict=True):
            arc.flow = flow

    def _path(self, start: int, goal: int, without: Arc) -> list[tuple[Arc, int]] | None:
        """Return the shortest way through arcs that can give, with the sign of each change."""
        came: dict[int, tuple[Arc, int, int] | None] = {start: None}
        waiting = deque([start])
        while waiting:
            node = waiting.popleft()
            if node == goal:
                return list(_walk_back(came, goal))
            for arc in self._touching[node]:
                sign, other = (1, arc.head) if arc.tail == node else (-1, arc.tail)
                if other not in came and arc is not without and _room(arc, sign):
                    came[other] = (arc, sign, node)
                    waiting.append(other)
        return None


def _room(arc: Arc, sign: int) -> int:
    return arc.high - arc.flow if sign > 0 else arc.flow - arc.low


def _walk_back(
    came: dict[int, tuple[Arc, int, int] | None], goal: int
) -> Iterator[tuple[Arc, int]]:
    step = came[goal]
    while step is not None:
        arc, sign, node = step
        yield arc, sign
        step = came[node]
