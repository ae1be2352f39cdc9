"""``verifier``: is the vault well?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.domain.health import Action, Check, State, worst
from ctg_desktop.domain.wording import joined
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.messages.health import HELPS, STATES, SUBJECTS, said
from ctg_desktop.usecases.office import Office

_MARKS = {State.OK: "✓", State.WARN: "!", State.BAD: "✗"}


def _check(call: Call, office: Office) -> None:
    checks = office.health.all()
    state = worst(checks)
    document = {"etat": state.value, "points": [_shape(one) for one in checks]}
    lines = [f"{_MARKS[one.state]} {SUBJECTS[one.subject]}\u00a0: {said(one)}" for one in checks]
    call.console.answer(document, [*lines, f"État\u00a0: {STATES[state]}."])
    bad = [one for one in checks if one.state is State.BAD]
    if bad:
        raise EnvironmentFault(
            "health-bad",
            what=joined([SUBJECTS[one.subject] for one in bad]),
            then=joined(_helps(bad)),
        )


def _helps(bad: Iterable[Check]) -> list[str]:
    """Say what helps; of a damaged vault no backup can be made."""
    actions = {one.action for one in bad}
    if Action.RESTORE in actions:
        actions.discard(Action.BACK_UP)
    return [help_ for action, help_ in HELPS.items() if action in actions]


def _shape(check: Check) -> dict[str, Any]:
    return {
        "point": check.subject.value,
        "etat": check.state.value,
        "code": check.code,
        "message": said(check),
        **{name: one for name, one in check.params.items() if name != "at"},
    }


COMMANDS = (VaultCommand("verifier", "vérifie que le coffre va bien", _check),)
