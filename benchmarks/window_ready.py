"""The real program, which says when its first page is shown with its data, then leaves."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main() -> int:
    """Open the window as ``ctg-desktop`` does, watched from its own event loop."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from ctg_desktop.bootstrap import start_window

    run_loop = QApplication.exec

    def watched_loop(_application: QApplication) -> int:
        timer = QTimer()
        timer.timeout.connect(lambda: _leave_when_ready(timer))
        timer.start(1)
        return run_loop()

    QApplication.exec = watched_loop  # type: ignore[method-assign]  # only to look, here alone
    return start_window(sys.argv[1:])


def _leave_when_ready(timer: object) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from ctg_desktop.ui.main_window import MainWindow

    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    if not windows or not windows[0].isVisible():
        return
    page = windows[0].current
    if page is None or page.desk.tasks.is_busy:
        return
    assert isinstance(timer, QTimer)
    timer.stop()
    print("ready", flush=True)
    windows[0].close()


if __name__ == "__main__":
    sys.exit(main())
