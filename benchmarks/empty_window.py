"""The least that a PySide6 program can be: a process, an application, an empty window."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def main() -> None:
    """Show the window, say when it is painted, leave."""
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(0, lambda: print("ready", time.process_time(), flush=True))
    QTimer.singleShot(0, application.quit)
    application.exec()


if __name__ == "__main__":
    main()
