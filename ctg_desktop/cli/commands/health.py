"""``verifier``: is the vault well?"""

from __future__ import annotations

from typing import Any

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.domain.health import Check, State, worst
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.messages.health import STATES, SUBJECTS, said
from ctg_desktop.usecases.office import Office

_MARKS = {State.OK: "✓", State.WARN: "!", State.BAD: "✗"}


def _check(call: Call, office: Office) -> None:
    checks = office.health.all()
    state = worst(checks)
    document = {"etat": state.value, "points": [_shape(one) for one in checks]}
    lines = [f"{_MARKS[one.state]} {SUBJECTS[one.subject]}\u00a0: {said(one)}" for one in checks]
    call.console.answer(document, [*lines, f"État\u00a0: {STATES[state]}."])
    damaged = [one for one in checks if one.state is State.BAD and one.code != "backup-none"]
    if damaged:
        raise EnvironmentFault("health-bad", what=SUBJECTS[damaged[0].subject])


def _shape(check: Check) -> dict[str, Any]:
    return {
        "point": check.subject.value,
        "etat": check.state.value,
        "code": check.code,
        "message": said(check),
        **{name: one for name, one in check.params.items() if name != "at"},
    }


COMMANDS = (VaultCommand("verifier", "vérifie que le coffre va bien", _check),)
