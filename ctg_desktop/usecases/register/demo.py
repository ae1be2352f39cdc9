"""Invented persons in the register of the demonstration, at every step of a registration."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.register.entry import Alert, Call, CallResult
from ctg_desktop.domain.register.entry_json import entry_from_json
from ctg_desktop.paths import asset
from ctg_desktop.usecases.register.open_register import OpenRegister
from ctg_desktop.usecases.register.register import Register

FILE = "demo/register.json"


class _Invented(msgspec.Struct, frozen=True):
    """A person of the file; days are counted back from today, or on from the request.

    Attributes:
        asked: Days ago.
        acknowledged: Days after the request; ``None`` for not yet.
        objected: Days ago.
        confirmed: Days ago.
        call: What a call of yesterday gave.
    """

    entry: dict[str, Any]
    asked: int
    request: dict[str, Any] = {}
    acknowledged: int | None = None
    objected: int | None = None
    confirmed: int | None = None
    call: CallResult | None = None


def fill_demo_register(vault: Vault, today: date) -> None:
    """Set up and fill the register of a practice vault.

    Args:
        vault: Of the demonstration; nothing is being written to it.
        today: The day it is.
    """
    people = msgspec.json.decode(asset(FILE).read_bytes(), type=list[_Invented])
    register = Register(vault).open_practice()
    try:
        yesterday = today - timedelta(days=1)
        alert = register.begin_alert("Canicule (exercice)", yesterday, today)
        for person in people:
            _keep(register, person, alert, today)
    finally:
        register.close()


def _keep(register: OpenRegister, person: _Invented, alert: Alert, today: date) -> None:
    asked = today - timedelta(days=person.asked)
    read = entry_from_json({**person.entry, "request": {**person.request, "on": str(asked)}})
    entry = register.save(read, today)
    if person.acknowledged is not None:
        answered = asked + timedelta(days=person.acknowledged)
        register.acknowledge(entry.id, answered, today)
        register.enrol(entry.id, answered, today)
    if person.confirmed is not None:
        register.confirm(entry.id, today - timedelta(days=person.confirmed), today)
    if person.call is not None:
        at = datetime.combine(alert.began_on, time(10, 30))
        register.note_call(entry.id, Call(at, person.call, alert=alert.id), today)
    if person.objected is not None:
        register.object(entry.id, today - timedelta(days=person.objected), today)
