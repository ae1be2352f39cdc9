"""A register that costs next to nothing to open, and a person to put into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ctg_desktop.domain.register.entry import (
    AskedBy,
    RegisterContact,
    RegisterEntry,
    Request,
)
from ctg_desktop.keys.cost import OPEN_COST
from ctg_desktop.keys.keyring import Keyring, NewUser
from ctg_desktop.usecases.new_keys import NewKeys
from ctg_desktop.usecases.register.open_register import OpenRegister
from ctg_desktop.usecases.register.register import Register
from tests.keys_for_tests import DAY

REGISTER_KEY = bytes(range(100, 132))
REGISTER_ID = "01a20b2d-fc48-7b69-b948-b2065535d9ed"
KEEPER = "Solange Arnaud"
KEEPER_PASSWORD = "Grange-62-Noyer-Puits"  # noqa: S105 - of an invented person

ASKED = date(2026, 11, 20)
TODAY = date(2026, 11, 25)
PAULETTE = RegisterEntry(
    last_name="Guérin",
    first_names="Paulette",
    birth_date=date(1947, 9, 25),
    address=("9 rue du Four",),
    postal_code="86400",
    city="Civray",
    phone="05 36 49 02 05",
    request=Request(ASKED),
)
BY_NEIGHBOUR = replace(
    PAULETTE,
    request=Request(
        ASKED,
        AskedBy.THIRD_PARTY,
        in_writing=True,
        proof="classeur",
        third_party=RegisterContact("Yvonne Lafleur", "voisine"),
    ),
)


def register_keys(users: Sequence[str] = (KEEPER,)) -> NewKeys:
    """Return keys of a register that ``users`` open with ``KEEPER_PASSWORD``."""
    named = [NewUser(user, KEEPER_PASSWORD) for user in users]
    made = Keyring.create(REGISTER_ID, REGISTER_KEY, named, DAY, cost=OPEN_COST)
    return NewKeys(REGISTER_KEY, *made)


def set_up(register: Register, users: Sequence[str] = (KEEPER,)) -> OpenRegister:
    """Set a register up, and return it open."""
    keys = register_keys(users)
    return register.confirm(keys, keys.code.text)
