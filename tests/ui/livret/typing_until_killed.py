"""Types into a listing, says so when the draft is on the disk, then waits to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from ctg_desktop.ui.app import make_application
from ctg_desktop.ui.livret.page import DirectoryPage
from tests.ui.keys import type_text
from tests.ui.opened import opened_window


def tell(keys: list[str]) -> None:
    if keys:
        sys.stdout.write("kept\n")
        sys.stdout.flush()


def main(folder: Path, which: str) -> None:
    application = make_application()
    with opened_window(folder) as opened:
        page = opened.window.show_page("livret")
        assert isinstance(page, DirectoryPage)
        if which == "new":
            page.new_()
        else:
            page.show_record(which)

        def tell_when_kept() -> None:
            opened.desk.tasks.run(opened.office.drafts.keys, tell)

        def type_when_open() -> None:
            if not page.editor.is_open:
                return
            timer.timeout.disconnect()
            field = page.detail.form.fields.field("summary")
            assert field is not None
            type_text(field.target, "Écrit à la hâte, l'œil ailleurs")
            timer.timeout.connect(tell_when_kept)

        timer = QTimer()
        timer.timeout.connect(type_when_open)
        timer.start(30)
        application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
