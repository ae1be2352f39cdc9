"""The action plan by command."""

from __future__ import annotations

from tests.cli.conftest import Ctg


def test_the_plan_in_json(ctg: Ctg) -> None:
    plan = ctg("plan", "--json").json
    assert [action["number"] for action in plan["actions"]] == list(range(1, 19))
    assert len(plan["specific_objectives"]) == 69


def test_the_plan_in_words(ctg: Ctg) -> None:
    assert len(ctg("plan").out.splitlines()) == 18
