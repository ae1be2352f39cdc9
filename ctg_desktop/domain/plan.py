"""The action plan of a territory, and whether it holds together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ctg_desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class Axis:
    """A general direction of the plan, e.g. ``A.1``."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class StrategicObjective:
    """What an axis wants, e.g. ``A.1.2`` of the axis ``A.1``."""

    code: str
    axis: str
    label: str


@dataclass(frozen=True, slots=True)
class SpecificObjective:
    """What a strategic objective wants, e.g. ``1.2.c`` of ``A.1.2``.

    Attributes:
        code: As the document writes it, so not always derived from ``strategic``.
    """

    code: str
    strategic: str
    label: str


@dataclass(frozen=True, slots=True)
class ImpactDeterminant:
    """A side of people's lives that an action may change; its label is its key."""

    category: str
    label: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of an action, with the steps below it.

    Attributes:
        number: Written by the document (``"2.6"``, ``"2.bis"``, ``"TRANSVERSALE"``) and not
            unique within an action; None for a bullet or a paragraph without a number.
        text: A short label in our own words.
    """

    number: str | None
    text: str
    children: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """One action sheet.

    Attributes:
        start: As written, e.g. ``"2020/2021"``; None when the sheet leaves it blank.
        end: Likewise.
        duration_kind: None while nobody has read the check boxes.
        status: Likewise.
        impacts: Labels of determinants, in the order of the plan.
        citizen_participation: Labels of the rows in which inhabitants take part.
    """

    number: int
    title: str
    axes: tuple[str, ...] = ()
    strategic_objectives: tuple[str, ...] = ()
    specific_objectives: tuple[str, ...] = ()
    pilots: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    duration_kind: str | None = None
    status: str | None = None
    impacts: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    indicators: tuple[str, ...] = ()
    evaluation_methods: tuple[str, ...] = ()
    citizen_participation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The whole plan; the order of the fields is that of the file and of ``ctg plan --json``."""

    axes: tuple[Axis, ...]
    strategic_objectives: tuple[StrategicObjective, ...]
    specific_objectives: tuple[SpecificObjective, ...]
    impact_determinants: tuple[ImpactDeterminant, ...]
    participation_rows: tuple[str, ...]
    actions: tuple[Action, ...]


class PlanRule(StrEnum):
    """What a plan may break."""

    BLANK = "blank"
    NUMBER = "number"
    REPEATED = "repeated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """One broken rule.

    Attributes:
        field: Dotted path in the plan, e.g. ``"actions.7.impacts"``; the figure of an action is
            its number, that of another list the position, from 0.
        value: The code or label at fault; empty for a blank.
    """

    rule: PlanRule
    field: str
    value: str


def inconsistencies(plan: ActionPlan) -> tuple[Inconsistency, ...]:
    """Return what does not hold together: repeated, unknown or blank codes, labels and numbers."""
    return (
        *_repeated_keys(plan),
        *_dangling_objectives(plan),
        *_wrong_numbers(plan.actions),
        *(found for action in plan.actions for found in _of_action(plan, action)),
    )


def check(plan: ActionPlan) -> None:
    """Refuse a plan that does not hold together.

    Raises:
        UserError: ``plan-inconsistent``, on the first field at fault, with ``rule``, ``value`` and
            ``count`` (of all inconsistencies).
    """
    found = inconsistencies(plan)
    if found:
        first = found[0]
        raise UserError(
            "plan-inconsistent",
            field=first.field,
            rule=first.rule.value,
            value=first.value,
            count=len(found),
        )


def _keys(plan: ActionPlan) -> dict[str, tuple[str, ...]]:
    return {
        "axes": tuple(axis.code for axis in plan.axes),
        "strategic_objectives": tuple(objective.code for objective in plan.strategic_objectives),
        "specific_objectives": tuple(objective.code for objective in plan.specific_objectives),
        "impact_determinants": tuple(one.label for one in plan.impact_determinants),
        "participation_rows": plan.participation_rows,
    }


def _repeated_keys(plan: ActionPlan) -> Iterator[Inconsistency]:
    for name, keys in _keys(plan).items():
        yield from _repeated(name, keys)
        yield from _blank(name, keys)


def _dangling_objectives(plan: ActionPlan) -> Iterator[Inconsistency]:
    keys = _keys(plan)
    for position, strategic in enumerate(plan.strategic_objectives):
        field = f"strategic_objectives.{position}.axis"
        yield from _unknown(field, (strategic.axis,), keys["axes"])
    for position, specific in enumerate(plan.specific_objectives):
        field = f"specific_objectives.{position}.strategic"
        yield from _unknown(field, (specific.strategic,), keys["strategic_objectives"])


def _wrong_numbers(actions: tuple[Action, ...]) -> Iterator[Inconsistency]:
    """Numbers run from 1, each once: another territory may have more or fewer sheets than 18."""
    counts = Counter(action.number for action in actions)
    for number in sorted(counts):
        if counts[number] > 1 or not 1 <= number <= len(actions):
            yield Inconsistency(PlanRule.NUMBER, f"actions.{number}.number", str(number))


def _of_action(plan: ActionPlan, action: Action) -> Iterator[Inconsistency]:
    keys = _keys(plan)
    place = f"actions.{action.number}"
    yield from _blank(f"{place}.title", (action.title,))
    for name, used, known in (
        ("axes", action.axes, keys["axes"]),
        ("strategic_objectives", action.strategic_objectives, keys["strategic_objectives"]),
        ("specific_objectives", action.specific_objectives, keys["specific_objectives"]),
        ("impacts", action.impacts, keys["impact_determinants"]),
        ("citizen_participation", action.citizen_participation, keys["participation_rows"]),
    ):
        yield from _unknown(f"{place}.{name}", used, known)
        yield from _repeated(f"{place}.{name}", used)


def _unknown(field: str, used: Iterable[str], known: Iterable[str]) -> Iterator[Inconsistency]:
    allowed = frozenset(known)
    return (Inconsistency(PlanRule.UNKNOWN, field, key) for key in used if key not in allowed)


def _repeated(field: str, keys: Iterable[str]) -> Iterator[Inconsistency]:
    counts = Counter(keys)
    return (Inconsistency(PlanRule.REPEATED, field, key) for key in counts if counts[key] > 1)


def _blank(field: str, texts: Iterable[str]) -> Iterator[Inconsistency]:
    return (Inconsistency(PlanRule.BLANK, field, "") for text in texts if not text.strip())
