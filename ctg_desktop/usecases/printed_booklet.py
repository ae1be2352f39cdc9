"""Which booklet was printed last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ctg_desktop.db.vault import Repositories, Vault

_PREFERENCE = "booklet-printed"


@dataclass(frozen=True, slots=True)
class Printed:
    """The last booklet made: its day and the counter of the journal at that moment."""

    on: date
    counter: int


def last_printed(stored: Repositories) -> Printed | None:
    """Return when the last booklet was made."""
    kept = stored.preferences.get(_PREFERENCE, None)
    return Printed(date.fromisoformat(kept["on"]), int(kept["counter"])) if kept else None


def note_printed(vault: Vault, printed: Printed) -> None:
    """Keep when a booklet was made."""
    kept = {"on": printed.on.isoformat(), "counter": printed.counter}
    vault.set_preference(_PREFERENCE, kept)
