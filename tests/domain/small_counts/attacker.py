"""Someone who has every sending, a pencil, and a lot of patience.

They know what each cell is, that counts are whole and not negative, which cells make which total,
that what is unknown counts nothing in it, that nothing fell between two sendings unless somebody
was taken out, and how masks are placed: a table that shows something hides no zero. They try whole
numbers until all of it fits: no code of the masker is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ctg_desktop.domain.small_counts import CellKey, Mask, Masked

Var = tuple[int, CellKey]
"""A cell of a sending."""

MOST_TRIES = 3_000


class TooPatientError(Exception):
    """The attacker gave up: the test says nothing."""


@dataclass(frozen=True)
class Rule:
    """low ≤ sum of coefficient × cell ≤ high."""

    terms: tuple[tuple[Var, int], ...]
    low: int
    high: int


@dataclass
class Knowledge:
    """All that can be said of the cells of all sendings."""

    low: dict[Var, int] = field(default_factory=dict)
    high: dict[Var, int] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    touching: dict[Var, list[Rule]] = field(default_factory=dict)
    guess: dict[Var, int] = field(default_factory=dict)

    def add(self, terms: Iterable[tuple[Var, int]], low: int, high: int) -> None:
        rule = Rule(tuple(terms), low, high)
        self.rules.append(rule)
        for var, _ in rule.terms:
            self.touching.setdefault(var, []).append(rule)

    def allows(self, terms: Sequence[tuple[Var, int]], value: int) -> bool:
        """Tell whether a sum of cells can be this value, everything else fitting."""
        wanted = Rule(tuple(terms), value, value)
        low, high = dict(self.low), dict(self.high)
        self._tries = 0
        start = [wanted, *self.rules]
        return self._narrow(low, high, start, wanted) and self._search(low, high, wanted)

    def _search(self, low: dict[Var, int], high: dict[Var, int], wanted: Rule) -> bool:
        self._tries += 1
        if self._tries > MOST_TRIES:
            raise TooPatientError
        open_vars = [var for var in low if low[var] < high[var]]
        if not open_vars:
            return True
        asked = {var for var, _ in wanted.terms}
        var = min(open_vars, key=lambda one: (one not in asked, high[one] - low[one], one))
        guess = min(max(self.guess[var], low[var]), high[var])
        values = sorted(range(low[var], high[var] + 1), key=lambda one: (abs(one - guess), one))
        for value in values:
            lower, upper = dict(low), dict(high)
            lower[var] = upper[var] = value
            rules = [*self.touching.get(var, []), wanted]
            if self._narrow(lower, upper, rules, wanted) and self._search(lower, upper, wanted):
                return True
        return False

    def _narrow(
        self, low: dict[Var, int], high: dict[Var, int], start: list[Rule], wanted: Rule
    ) -> bool:
        waiting = list(start)
        while waiting:
            rule = waiting.pop()
            least = sum(c * (low[v] if c > 0 else high[v]) for v, c in rule.terms)
            most = sum(c * (high[v] if c > 0 else low[v]) for v, c in rule.terms)
            if least > rule.high or most < rule.low:
                return False
            for var, c in rule.terms:
                own_least = c * (low[var] if c > 0 else high[var])
                own_most = c * (high[var] if c > 0 else low[var])
                top, bottom = rule.high - (least - own_least), rule.low - (most - own_most)
                lower, upper = (bottom, top) if c > 0 else (-top, -bottom)
                if lower > low[var] or upper < high[var]:
                    low[var], high[var] = max(low[var], lower), min(high[var], upper)
                    if low[var] > high[var]:
                        return False
                    waiting += [*self.touching.get(var, []), wanted, rule]
                    least = sum(c * (low[v] if c > 0 else high[v]) for v, c in rule.terms)
                    most = sum(c * (high[v] if c > 0 else low[v]) for v, c in rule.terms)
        return True


def knowledge_of(sendings: Sequence[Masked], limit: int) -> Knowledge:
    """Return what follows from sendings, counts being at most ``limit``."""
    known = Knowledge()
    for place, one in enumerate(sendings):
        _cells(known, place, one, limit)
        _tables(known, place, one)
    for place, pair in enumerate(pairwise(sendings), start=1):
        if not _falls(*pair):
            _growth(known, place, sendings, limit)
    closed: set[CellKey] = set()
    for place, one in enumerate(sendings):
        if not one.withheld:
            closed |= {key for key, cell in one.cells() if len(key) == 2 and cell.mask}
            _floors(known, place, one, closed)
    return known


def _cells(known: Knowledge, place: int, one: Masked, limit: int) -> None:
    truth = dict(one.counts.cells())
    for key, cell in one.cells():
        var = (place, key)
        known.guess[var] = truth[key] or 0
        if cell.unknown:
            known.low[var] = known.high[var] = 0
        elif cell.shown is not None:
            known.low[var] = known.high[var] = cell.shown
        else:
            known.low[var], known.high[var] = 0, limit


def _tables(known: Knowledge, place: int, one: Masked) -> None:
    far = 1 << 30
    total = (place, ())
    for table in one.counts.breakdowns:
        cells = [(place, (table.code, name)) for name in table.counts]
        if table.additive:
            known.add([*((cell, 1) for cell in cells), (total, -1)], 0, 0)
        else:
            for cell in cells:
                known.add([(cell, 1), (total, -1)], -far, 0)
    for crossing in one.counts.crossings:
        rows = dict.fromkeys(row for row, _ in crossing.counts)
        for column in dict.fromkeys(column for _, column in crossing.counts):
            terms = [((place, crossing.key(row, column)), 1) for row in rows]
            whole = (place, (crossing.columns, column))
            known.add([*terms, (whole, -1)], 0, 0)
            for row in rows:
                cell, row_total = (place, crossing.key(row, column)), (place, (crossing.rows, row))
                known.add([(cell, 1), (row_total, -1)], -far, 0)


def _growth(known: Knowledge, place: int, sendings: Sequence[Masked], limit: int) -> None:
    before, now = (dict(sendings[one].counts.cells()) for one in (place - 1, place))
    for key in now:
        if key in before and before[key] is not None and now[key] is not None:
            terms = [((place, key), 1), ((place - 1, key), -1)]
            known.add(terms, 0, limit)
    for table in sendings[place].counts.breakdowns:
        for name in () if table.additive else table.counts:
            key = (table.code, name)
            if before.get(key) is None or now[key] is None:
                continue
            rest = (now[()] or 0) - (now[key] or 0) - (before[()] or 0) + (before[key] or 0)
            terms = [((place, ()), 1), ((place, key), -1)]
            terms += [((place - 1, ()), -1), ((place - 1, key), 1)]
            if rest >= 0:
                known.add(terms, 0, limit)


def _floors(known: Knowledge, place: int, one: Masked, closed: set[CellKey]) -> None:
    for group in _groups(one, closed):
        shown = [key for key in group if one.cell(key).shown is not None]
        for key in group:
            if key not in shown and (shown or len(group) == 1):
                known.low[place, key] = 1


def _groups(one: Masked, closed: set[CellKey]) -> Iterator[list[CellKey]]:
    """Yield the cells among which a shown one tells that no masked one is zero."""
    for table in one.counts.breakdowns:
        keys = [(table.code, name) for name, count in table.counts.items() if count is not None]
        yield from [keys] if table.additive else [[key] for key in keys]
    for crossing in one.counts.crossings:
        for column in dict.fromkeys(column for _, column in crossing.counts):
            if one.cell((crossing.columns, column)).shown is None:
                continue
            keys = [
                crossing.key(row, other)
                for (row, other), count in crossing.counts.items()
                if other == column and count is not None and (crossing.rows, row) not in closed
            ]
            if any(one.cell(key).shown is not None for key in keys):
                yield keys


def broken_promises(sendings: Sequence[Masked]) -> Iterator[str]:
    """Yield what the attacker found out of small counts, in words for who reads the test.

    The growth between two masked counts is promised only while no count ever falls; that of a cell
    of a crossing, as far as the totals of rows leave room for it; that of the total, never.
    """
    steps = not any(_falls(*pair) for pair in pairwise(sendings))
    limit = max(one.counts.total for one in sendings) + 3 * max(one.threshold for one in sendings)
    known = knowledge_of(sendings, limit)
    for place, one in enumerate(sendings):
        bare = knowledge_of(_without_crossings(sendings, place), limit)
        for key, count in one.counts.cells():
            for terms, span in _promised(sendings, place, key, count or 0, steps=steps):
                room = bare if len(key) == 4 and len(terms) == 2 else None
                missed = _missed(known, terms, span, room)
                if missed:
                    yield f"sending {place}, {key}: {terms} cannot be {missed}"
    for terms, span in _promised_of_masked_rows(sendings):
        missed = _missed(known, terms, span, None)
        if missed:
            yield f"{terms} cannot be {missed}"


def _missed(
    known: Knowledge, terms: list[tuple[Var, int]], span: range, room: Knowledge | None
) -> list[int]:
    """Return the promised values that are excluded, and would not be without what was sent."""
    missed = [value for value in span if not known.allows(terms, value)]
    return [value for value in missed if room is None or room.allows(terms, value)]


def _without_crossings(sendings: Sequence[Masked], place: int) -> list[Masked]:
    """Return the sendings as if one of them showed no crossing, nor the totals of its columns."""
    one = sendings[place]
    crossed = {crossing.columns for crossing in one.counts.crossings}
    extra = {
        key: Mask.TOTAL
        for key, count in one.counts.cells()
        if count is not None and (len(key) == 4 or (len(key) == 2 and key[0] in crossed))
    }
    bare = Masked(one.counts, one.threshold, {**one.masks, **extra})
    return [*sendings[:place], bare, *sendings[place + 1 :]]


def _promised_of_masked_rows(
    sendings: Sequence[Masked],
) -> Iterator[tuple[list[tuple[Var, int]], range]]:
    """Yield how many of the masked months' families may be without a need that all of them have."""
    closed: set[CellKey] = set()
    for place, one in enumerate(sendings):
        if one.withheld:
            continue
        closed |= {key for key, cell in one.cells() if len(key) == 2 and cell.mask}
        truth = dict(one.counts.cells())
        for crossing in one.counts.crossings:
            rows = [row for code, row in sorted(closed) if code == crossing.rows]
            for column in dict.fromkeys(column for _, column in crossing.counts):
                cells = [crossing.key(row, column) for row in rows]
                whole = sum(truth[crossing.rows, row] or 0 for row in rows)
                seen = one.cell((crossing.columns, column)).shown is not None
                if seen and whole and whole == sum(truth[cell] or 0 for cell in cells):
                    terms = [((place, (crossing.rows, row)), 1) for row in rows]
                    terms += [((place, cell), -1) for cell in cells]
                    yield terms, range(min(one.threshold, whole + 1))


def _promised(
    sendings: Sequence[Masked], place: int, key: CellKey, count: int, *, steps: bool
) -> Iterator[tuple[list[tuple[Var, int]], range]]:
    threshold = sendings[place].threshold
    small = range(1, threshold)
    now = ((place, key), 1)
    if 0 < count < threshold:
        yield [now], small
    whole = _telling_whole(sendings[place], key)
    if whole is not None and count and count == dict(sendings[place].counts.cells())[whole]:
        yield [((place, whole), 1), ((place, key), -1)], range(threshold)
    table = sendings[place].counts.breakdown(key[0]) if len(key) == 2 else None
    if table and not table.additive and 0 < sendings[place].counts.total - count < threshold:
        yield [((place, ()), 1), ((place, key), -1)], small
    seen = [one for one in range(place) if not sendings[one].withheld]
    last = seen[-1] if seen and not sendings[place].withheld else None
    for earlier in range(place):
        before = dict(sendings[earlier].counts.cells()).get(key)
        if before is None:
            continue
        shown = sendings[earlier].cell(key).shown is not None
        difference = count - before
        step = steps and earlier == last and key != ()
        if (shown or step) and 0 < abs(difference) < threshold:
            then = ((earlier, key), -1)
            sign = 1 if difference > 0 else -1
            yield [(now[0], sign), (then[0], -sign)], small


def _falls(before: Masked, now: Masked) -> bool:
    counts = dict(now.counts.cells())
    return any((counts.get(key) or 0) < (count or 0) for key, count in before.counts.cells())


def _telling_whole(one: Masked, key: CellKey) -> CellKey | None:
    """Return the total that would tell of each household, if the cell were equal to it."""
    if len(key) == 2 and not one.withheld:
        table = one.counts.breakdown(key[0])
        return () if table and table.tells_of_each else None
    if len(key) == 4 and one.cell(key[:2]).shown is not None:
        columns = one.counts.breakdown(key[2])
        return key[:2] if columns and columns.tells_of_each else None
    return None
