from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

import pytest

from ctg_desktop import paths
from ctg_desktop.domain.plan import Action, ActionPlan, Step
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.usecases.action_plan import CATALOGUE, from_json, load_catalogue, to_json

KEYS_OF_AN_ACTION = [
    "number",
    "title",
    "axes",
    "strategic_objectives",
    "specific_objectives",
    "pilots",
    "partners",
    "start",
    "end",
    "duration_kind",
    "status",
    "impacts",
    "steps",
    "indicators",
    "evaluation_methods",
    "citizen_participation",
]


@pytest.fixture(scope="module")
def plan() -> ActionPlan:
    return load_catalogue()


@pytest.fixture(scope="module")
def sheets(plan: ActionPlan) -> dict[int, Action]:
    return {action.number: action for action in plan.actions}


def every_step(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from every_step(step.children)


def numbers(steps: tuple[Step, ...]) -> list[str | None]:
    return [step.number for step in steps]


def test_counts_of_the_document(plan: ActionPlan) -> None:
    assert len(plan.axes) == 5
    assert len(plan.strategic_objectives) == 13
    assert len(plan.specific_objectives) == 69
    assert len(plan.participation_rows) == 5
    assert [action.number for action in plan.actions] == list(range(1, 19))
    assert Counter(one.category for one in plan.impact_determinants) == {
        "Conditions socio-économiques": 4,
        "Conditions de vie": 5,
        "Compétences personnelles et sociales": 4,
        "Environnement social": 4,
        "Environnement physique": 4,
        "Gouvernance locale": 2,
        "Mode de vie et systèmes": 10,
    }


def test_every_objective_is_used_by_a_sheet(plan: ActionPlan) -> None:
    assert {code for action in plan.actions for code in action.specific_objectives} == {
        objective.code for objective in plan.specific_objectives
    }
    assert {code for action in plan.actions for code in action.strategic_objectives} == {
        objective.code for objective in plan.strategic_objectives
    }


def test_specific_objectives_hang_under_the_code_they_start_with(plan: ActionPlan) -> None:
    odd = [
        objective
        for objective in plan.specific_objectives
        if f"A.{objective.code[:3]}" != objective.strategic
    ]
    assert [(objective.code, objective.strategic) for objective in odd] == [("1.d", "A.1.2")]


def test_objective_1d_stays_as_written_at_its_place(
    plan: ActionPlan, sheets: dict[int, Action]
) -> None:
    listed = ["1.1.b", "1.1.c", "1.1.d", "1.2.a", "1.2.c", "1.d", "1.2.e", "1.2.f", "1.2.g"]
    assert list(sheets[1].specific_objectives) == listed
    assert [o.code for o in plan.specific_objectives if o.strategic == "A.1.2"] == listed[3:]


def test_codes_of_axes_are_those_the_sheets_write(sheets: dict[int, Action]) -> None:
    assert sheets[2].axes == ("A.1", "A.3")
    assert sheets[4].strategic_objectives == ("A.1.1", "A.1.2", "A.3.1", "A.3.2")
    assert sheets[17].axes == ("A.5",)
    assert sheets[17].strategic_objectives == ("A.5.1", "A.5.2")
    assert sheets[16].specific_objectives == ("4.3.g", "4.3.e", "5.3.a")


def test_sheet_18_takes_its_objectives_from_the_annex(sheets: dict[int, Action]) -> None:
    sheet = sheets[18]
    assert sheet.axes == ("A.1", "A.2", "A.3", "A.4", "A.5")
    assert " ".join(sheet.strategic_objectives) == (
        "A.1.1 A.1.2 A.2.2 A.3.1 A.3.2 A.3.3 A.4.2 A.4.3 A.5.1 A.5.3"
    )
    assert " ".join(sheet.specific_objectives) == (
        "1.1.a 1.2.f 2.2.e 3.1.c 3.1.f 3.1.g 3.1.h 3.1.i 3.2.d 3.2.e 3.3.c 3.3.d 3.3.e 3.3.f "
        "3.3.g 4.2.a 4.2.b 4.2.e 4.3.a 4.3.b 4.3.e 4.3.f 4.3.g 5.1.b 5.1.g 5.3.a 5.3.e"
    )


def test_marks_of_check_boxes_are_not_impacts(sheets: dict[int, Action]) -> None:
    assert [len(sheets[number].impacts) for number in range(1, 19)] == [
        *(24, 10, 10, 19, 16, 16, 19, 11, 20),
        *(15, 11, 10, 11, 12, 17, 12, 18, 26),
    ]
    for number in (9, 11, 14):
        assert "Résilience" not in sheets[number].impacts
    for number in (10, 12):
        assert "Participation des habitants / coopération" not in sheets[number].impacts
    for number in (13, 15, 16):
        assert "Résilience" in sheets[number].impacts


def test_mark_after_a_wrapped_label_is_its_own(sheets: dict[int, Action]) -> None:
    family = "Milieu familial (structure familiale, parentalité, soutien)"
    marked = {number for number, action in sheets.items() if family in action.impacts}
    assert marked == {1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 18}
    assert "Développement et renforcement de partenariats intersectoriels" in sheets[18].impacts


def test_small_marks_count(sheets: dict[int, Action]) -> None:
    assert "Degré d'engagement" in sheets[2].impacts
    assert "Planification et politiques locales" in sheets[4].impacts
    assert sheets[11].citizen_participation == ("L’analyse des besoins",)


def test_mark_glued_to_a_page_number_counts(plan: ActionPlan, sheets: dict[int, Action]) -> None:
    assert sheets[1].citizen_participation == (
        "L’organisation de l’action",
        "La mobilisation des ressources",
    )
    assert sheets[2].citizen_participation == plan.participation_rows[1:]


def test_participation_left_blank_stays_empty(sheets: dict[int, Action]) -> None:
    assert [n for n, action in sheets.items() if not action.citizen_participation] == [14, 17]


def test_dates_stay_as_written(sheets: dict[int, Action]) -> None:
    assert [(sheets[n].start, sheets[n].end) for n in range(1, 19)] == [
        *(("2020", "2021"), ("2020", "2021"), ("2020", "2021"), ("2020", "2022")),
        *(("2020", "2021"), ("2020", "2023"), ("2020", "2021"), ("2020", "2023")),
        *(("2021", "2023"), ("2019", "2021"), ("2019", "2021"), ("2020", "2021")),
        *(("2020", "2026"), ("2020/2021", "2024"), ("2020/2021", "2024"), ("2020", "2021")),
        *(("2020/2021", "2026"), (None, None)),
    ]


def test_unreadable_check_boxes_are_null(plan: ActionPlan) -> None:
    assert {action.duration_kind for action in plan.actions} == {None}
    assert {action.status for action in plan.actions} == {None}


def test_step_numbers_stay_as_written(sheets: dict[int, Action]) -> None:
    twice = ["2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.6", "2.7"]
    assert numbers(sheets[2].steps[1].children) == twice
    assert numbers(sheets[3].steps[0].children[2].children) == [f"1.3.{n}" for n in range(1, 7)]
    assert numbers(sheets[13].steps) == ["1", "2", "3", "4", "5", "5"]
    assert numbers(sheets[13].steps[3].children) == ["3.1", "3.2", "3.3"]
    assert numbers(sheets[15].steps) == ["1", "2", "2.bis", "2.ter", "3", "4", "5"]
    assert numbers(sheets[16].steps) == ["1", "2", "3", "4", "5", "5"]
    assert numbers(sheets[16].steps[5].children) == [None] * 5
    assert numbers(sheets[17].steps) == [*map(str, range(1, 10)), "TRANSVERSALE"]
    assert numbers(sheets[18].steps) == [None] * 5


def test_texts_of_steps_are_short_labels(plan: ActionPlan) -> None:
    texts = [step.text for action in plan.actions for step in every_step(action.steps)]
    assert len(texts) == 173
    assert all(0 < len(text) <= 90 for text in texts)
    assert not any("'" in text or text.endswith(".") for text in texts)


def test_bodies_are_split_and_groups_stay_whole(sheets: dict[int, Action]) -> None:
    assert sheets[9].pilots == ("CCCP", "CRIJ")
    assert sheets[1].partners[2:] == (
        "MDSP",
        "associations et acteurs agissant dans les champs sociaux",
    )
    creativity = "Lieu d’Accueil, de Créativité et d’Echanges pour les Personnes Agées"
    assert creativity in sheets[2].partners
    assert f"{creativity} (LACEPA)" in sheets[3].partners
    assert len(sheets[3].partners) == 16
    assert sheets[13].partners[0] == "Etablissements scolaires / de formation"


def test_wrapped_indicators_are_one(sheets: dict[int, Action]) -> None:
    assert [len(sheets[n].indicators) for n in range(1, 19)] == [
        *(5, 3, 5, 7, 7, 8, 6, 5, 5),
        *(4, 3, 3, 5, 4, 3, 7, 8, 3),
    ]
    assert [len(sheets[n].evaluation_methods) for n in range(1, 19)] == [
        *(2, 2, 3, 2, 2, 3, 3, 2, 2),
        *(1, 4, 1, 3, 1, 1, 1, 3, 0),
    ]
    assert (
        "La création d’un système de court-voiturage adapté aux particularités du Civraisien "
        "en Poitou"
    ) in sheets[5].indicators


def test_names_carry_no_trace_of_the_page(plan: ActionPlan) -> None:
    names = [
        name
        for action in plan.actions
        for name in (
            action.title,
            *action.pilots,
            *action.partners,
            *action.indicators,
            *action.evaluation_methods,
        )
    ]
    names += [objective.label for objective in plan.specific_objectives]
    assert all(name == " ".join(name.split()) for name in names)
    assert not any(name.startswith(("-", "•", "*")) for name in names)


def test_json_is_the_file_to_the_byte(plan: ActionPlan) -> None:
    shipped = paths.asset(CATALOGUE).read_bytes()
    assert to_json(plan) == shipped
    assert from_json(shipped) == plan
    assert shipped.decode() == json.dumps(json.loads(shipped), ensure_ascii=False, indent=1) + "\n"


def test_keys_come_in_the_agreed_order(plan: ActionPlan) -> None:
    document = json.loads(to_json(plan))
    assert list(document) == [
        "axes",
        "strategic_objectives",
        "specific_objectives",
        "impact_determinants",
        "participation_rows",
        "actions",
    ]
    assert [list(document[name][0]) for name in list(document)[:4]] == [
        ["code", "label"],
        ["code", "axis", "label"],
        ["code", "strategic", "label"],
        ["category", "label"],
    ]
    assert all(list(action) == KEYS_OF_AN_ACTION for action in document["actions"])
    assert list(document["actions"][0]["steps"][0]) == ["number", "text", "children"]


def test_damaged_file_is_a_fault_of_the_machine(plan: ActionPlan) -> None:
    whole = to_json(plan)
    for damaged in (whole[:-100], b"", b"[]", b"\xff" + whole, whole.replace(b'"axes"', b'"axe"')):
        with pytest.raises(EnvironmentFault) as caught:
            from_json(damaged)
        assert caught.value.code == "plan-unreadable"


def test_bottomless_steps_are_refused(plan: ActionPlan) -> None:
    depth = 20_000
    nested = b'{"number":null,"text":"x","children":[' * depth + b"]}" * depth
    hostile = to_json(plan).replace(b'"children": []', b'"children": [' + nested + b"]", 1)
    with pytest.raises(EnvironmentFault) as caught:
        from_json(hostile)
    assert caught.value.code == "plan-unreadable"


def test_plan_with_an_unknown_code_is_refused(plan: ActionPlan) -> None:
    broken = to_json(plan).replace(b'"code": "A.5"', b'"code": "A.6"', 1)
    with pytest.raises(UserError) as caught:
        from_json(broken)
    assert caught.value.code == "plan-inconsistent"
    assert caught.value.params["value"] == "A.5"
