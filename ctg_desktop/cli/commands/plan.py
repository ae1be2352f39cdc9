"""The action plan."""

from __future__ import annotations

from ctg_desktop.cli.command import Call, FreeCommand
from ctg_desktop.usecases.action_plan import load_catalogue, to_json


def _plan(call: Call) -> None:
    plan = load_catalogue()
    if call.console.json:
        call.console.document(to_json(plan))
        return
    call.console.answer(None, (f"{action.number:>2}  {action.title}" for action in plan.actions))


COMMANDS = (FreeCommand("plan", "affiche le plan d’action et ses 18 fiches", _plan),)
