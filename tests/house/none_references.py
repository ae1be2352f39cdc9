"""Calls Qt from Python many times, then prints how many references to ``None`` were lost.

On Python 3.11 ``None`` is counted like any object; when the count reaches zero the process aborts.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Property, QCoreApplication, QEvent, QObject, Signal, Slot

ROUNDS = 4_000


class Bell(QObject):
    rung = Signal(object)
    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._heard: object = None
        self.rung.connect(self.hear)
        self.rung.connect(lambda _value: None)
        self.counted.connect(self.count)

    @Slot(int)
    def count(self, number: int) -> None:
        self._heard = number

    def hear(self, value: object) -> None:
        self._heard = value

    def event(self, event: QEvent) -> bool:
        return super().event(event)

    heard = Property("QVariant", lambda self: self._heard)


def main() -> None:
    application = QCoreApplication([])
    bell = Bell()
    before = sys.getrefcount(None)
    for number in range(ROUNDS):
        bell.rung.emit(None)
        bell.counted.emit(number)
        bell.setObjectName("bell")
        bell.setProperty("note", None)
        bell.property("heard")
        bell.parent()
        bell.findChild(QObject, "none")
        QCoreApplication.postEvent(bell, QEvent(QEvent.Type.User))
        application.processEvents()
    sys.stdout.write(f"{before - sys.getrefcount(None)}\n")


if __name__ == "__main__":
    main()
