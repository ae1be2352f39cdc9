"""Tells every page what was changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ChangeBus(QObject):
    """Carries :class:`~ctg_desktop.domain.changes.Changes`; a page reloads what concerns it."""

    changed = Signal(object)
