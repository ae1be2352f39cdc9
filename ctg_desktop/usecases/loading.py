"""What opening a vault loads, in pieces of about the same weight."""

from __future__ import annotations

PIECES = (
    "ctg_desktop.db.engine",
    "ctg_desktop.db.tables",
    "ctg_desktop.db.vault",
    "ctg_desktop.usecases.office",
)
"""Names of modules, to be loaded in this order before ``office.open_office`` is asked for."""
