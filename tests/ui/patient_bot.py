"""The robot of pytest-qt, for machines that stand still for a while."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

PATIENCE_MS = 60_000
"""What is waited for comes within a second; only what never comes is worth a failure."""


class PatientBot(QtBot):
    """Waits as long as needed, unless told otherwise."""

    def waitUntil(self, callback: Callable[[], bool | None], **how: Any) -> None:  # noqa: N802 - as pytest-qt has it
        """Wait until something holds."""
        super().waitUntil(callback, **{"timeout": PATIENCE_MS, **how})

    def waitSignal(self, signal: Any, **how: Any) -> SignalBlocker:  # noqa: N802 - as pytest-qt has it
        """Wait for a signal."""
        return super().waitSignal(signal, **{"timeout": PATIENCE_MS, **how})
