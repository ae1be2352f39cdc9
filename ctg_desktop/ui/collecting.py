"""Python's search for garbage, kept on the thread of the window.

A cycle of Python objects may hold widgets. Python looks for such cycles on whatever thread happens
to allocate, and destroys them there; a widget destroyed on the worker's thread damages Qt's memory
(Qt documentation, "Threads and QObjects"), and the program ends later, somewhere else.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 1000


class GuiCollector(QObject):
    """Takes over the search from Python: looks when the event loop turns, and only then.

    Args:
        parent: The application, or whatever lives as long as widgets do.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Search the generations that are due by Python's own measure, the young ones first."""
        for generation, limit in enumerate(gc.get_threshold()):
            if gc.get_count()[generation] <= limit:
                return
            gc.collect(generation)

    def give_back(self) -> None:
        """Search once more and let Python search again where it likes: no thread is left."""
        self._timer.stop()
        gc.collect(1)
        gc.enable()
