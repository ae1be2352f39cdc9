"""Keyrings for tests: the real locks, at the least cost that a file may ask."""

from __future__ import annotations

from datetime import date

from ctg_desktop.keys.cost import OPEN_COST
from ctg_desktop.keys.keyring import Keyring, NewUser, new_key
from ctg_desktop.keys.recovery import RecoveryCode

VAULT = "01935b7e-0000-7000-8000-000000000001"
OTHER_VAULT = "01935b7e-0000-7000-8000-000000000002"
TODAY = date(2026, 11, 25)
LATER = date(2027, 2, 1)

ANNE = NewUser("Anne Bézier", "Vélo-vert 7 km")
PAUL = NewUser("Paul Œillet", "tilleul-hamac-bocal-loutre-givre-pivert-zinc")


def made(*users: NewUser) -> tuple[Keyring, RecoveryCode, bytes]:
    """Return a keyring (of Anne and Paul, if nobody is named), its printed code and its key."""
    key = new_key()
    keyring, code = Keyring.create(VAULT, key, users or (ANNE, PAUL), TODAY, cost=OPEN_COST)
    return keyring, code, key
