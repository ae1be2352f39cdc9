"""The action plan that ships with the program."""

from __future__ import annotations

import msgspec

from ctg_desktop import paths
from ctg_desktop.domain import plan
from ctg_desktop.errors import EnvironmentFault

CATALOGUE = "action-plan/civraisien-en-poitou.json"


def load_catalogue() -> plan.ActionPlan:
    """Return the plan of the first territory, from the program's own assets.

    Raises:
        EnvironmentFault: ``plan-unreadable`` when the installed file is damaged.
        UserError: ``plan-inconsistent`` when its codes do not hold together.
        FileNotFoundError: The program was installed without it: our bug.
    """
    return from_json(paths.asset(CATALOGUE).read_bytes())


def from_json(data: bytes) -> plan.ActionPlan:
    """Return the plan written in ``data``, checked.

    Raises:
        EnvironmentFault: ``plan-unreadable`` when it is not JSON of the expected shape.
        UserError: ``plan-inconsistent`` when its codes do not hold together.
    """
    try:
        decoded = msgspec.json.decode(data, type=plan.ActionPlan)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise EnvironmentFault("plan-unreadable", detail=str(error)) from error
    plan.check(decoded)
    return decoded


def to_json(action_plan: plan.ActionPlan) -> bytes:
    """Return the plan as UTF-8 JSON, one space of indent, keys in the order of the fields."""
    return msgspec.json.format(msgspec.json.encode(action_plan), indent=1) + b"\n"
