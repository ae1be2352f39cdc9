from __future__ import annotations

from dataclasses import replace

import pytest

from ctg_desktop.domain.plan import (
    Action,
    ActionPlan,
    Axis,
    ImpactDeterminant,
    Inconsistency,
    PlanRule,
    SpecificObjective,
    Step,
    StrategicObjective,
    check,
    inconsistencies,
)
from ctg_desktop.errors import UserError


@pytest.fixture
def plan() -> ActionPlan:
    action = Action(
        number=1,
        title="Ouvrir un lieu",
        axes=("A.1",),
        strategic_objectives=("A.1.1",),
        specific_objectives=("1.1.a", "1.b"),
        impacts=("Mobilité",),
        steps=(Step("1", "Chercher", (Step(None, "Visiter"),)), Step("1", "Louer")),
        citizen_participation=("L’analyse des besoins",),
    )
    return ActionPlan(
        axes=(Axis("A.1", "Se rencontrer"),),
        strategic_objectives=(StrategicObjective("A.1.1", "A.1", "Des lieux"),),
        specific_objectives=(
            SpecificObjective("1.1.a", "A.1.1", "Un café"),
            SpecificObjective("1.b", "A.1.1", "Une salle"),
        ),
        impact_determinants=(ImpactDeterminant("Mode de vie", "Mobilité"),),
        participation_rows=("L’analyse des besoins", "La gestion de l’action"),
        actions=(action, replace(action, number=2, title="Le faire connaître")),
    )


def with_second(plan: ActionPlan, **changes: object) -> ActionPlan:
    return replace(plan, actions=(plan.actions[0], replace(plan.actions[1], **changes)))


def test_plan_that_holds_together_passes(plan: ActionPlan) -> None:
    check(plan)
    assert inconsistencies(plan) == ()


def test_step_numbers_may_repeat_within_an_action(plan: ActionPlan) -> None:
    assert [step.number for step in plan.actions[0].steps] == ["1", "1"]
    check(plan)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("axes", "A.9"),
        ("strategic_objectives", "A.1.9"),
        ("specific_objectives", "1.1.z"),
        ("impacts", "mobilité"),
        ("citizen_participation", "La direction des activités prévues"),
    ],
)
def test_action_may_only_name_what_the_plan_lists(plan: ActionPlan, name: str, value: str) -> None:
    broken = with_second(plan, **{name: (value,)})
    assert inconsistencies(broken) == (Inconsistency(PlanRule.UNKNOWN, f"actions.2.{name}", value),)


def test_action_names_each_thing_once(plan: ActionPlan) -> None:
    broken = with_second(plan, impacts=("Mobilité", "Mobilité"))
    assert inconsistencies(broken) == (
        Inconsistency(PlanRule.REPEATED, "actions.2.impacts", "Mobilité"),
    )


def test_objectives_hang_on_known_parents(plan: ActionPlan) -> None:
    broken = replace(
        plan,
        strategic_objectives=(
            *plan.strategic_objectives,
            StrategicObjective("A.2.1", "A.2", "Sans axe"),
        ),
        specific_objectives=(
            *plan.specific_objectives,
            SpecificObjective("3.1.a", "A.3.1", "Sans stratégie"),
        ),
    )
    assert inconsistencies(broken) == (
        Inconsistency(PlanRule.UNKNOWN, "strategic_objectives.1.axis", "A.2"),
        Inconsistency(PlanRule.UNKNOWN, "specific_objectives.2.strategic", "A.3.1"),
    )


def test_codes_and_labels_are_unique(plan: ActionPlan) -> None:
    broken = replace(
        plan,
        axes=(*plan.axes, Axis("A.1", "Encore")),
        impact_determinants=plan.impact_determinants * 2,
        participation_rows=(*plan.participation_rows, "La gestion de l’action"),
    )
    assert [(found.rule, found.field, found.value) for found in inconsistencies(broken)] == [
        (PlanRule.REPEATED, "axes", "A.1"),
        (PlanRule.REPEATED, "impact_determinants", "Mobilité"),
        (PlanRule.REPEATED, "participation_rows", "La gestion de l’action"),
    ]


@pytest.mark.parametrize("number", [1, 0, -3, 7])
def test_numbers_run_from_one_each_once(plan: ActionPlan, number: int) -> None:
    assert inconsistencies(with_second(plan, number=number)) == (
        Inconsistency(PlanRule.NUMBER, f"actions.{number}.number", str(number)),
    )


def test_blank_title_and_blank_key_are_found(plan: ActionPlan) -> None:
    broken = replace(
        with_second(plan, title=" "), participation_rows=(*plan.participation_rows, "")
    )
    assert inconsistencies(broken) == (
        Inconsistency(PlanRule.BLANK, "participation_rows", ""),
        Inconsistency(PlanRule.BLANK, "actions.2.title", ""),
    )


def test_refusal_names_the_first_fault_and_counts_them(plan: ActionPlan) -> None:
    broken = with_second(plan, axes=("A.8", "A.9"))
    with pytest.raises(UserError) as caught:
        check(broken)
    assert caught.value.code == "plan-inconsistent"
    assert caught.value.field == "actions.2.axes"
    assert caught.value.params == {"rule": "unknown", "value": "A.8", "count": 2}
