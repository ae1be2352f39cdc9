"""The window is up before anything heavy is loaded."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "PIL",
    "alembic",
    "docx",
    "holidays",
    "icalendar",
    "lxml",
    "openpyxl",
    "phonenumbers",
    "pikepdf",
    "pypdfium2",
    "reportlab",
    "segno",
    "vobject",
)
STARTED = (
    "ctg_desktop.bootstrap",
    "ctg_desktop.ui.app",
    "ctg_desktop.ui.main_window",
    "ctg_desktop.ui.accueil.page",
    "ctg_desktop.ui.impressions.papers",
    "ctg_desktop.usecases.office",
)


def test_starting_loads_nothing_that_only_papers_and_imports_need() -> None:
    code = (
        f"import sys, {', '.join(STARTED)}\n"
        f"papers = [one for one in sys.modules if one.startswith('ctg_desktop.pdf.')]\n"
        f"print(*sorted({set(HEAVY)} & set(sys.modules)), *papers)"
    )
    run = [sys.executable, "-c", code]
    said = subprocess.run(run, check=True, capture_output=True, text=True, timeout=120).stdout
    assert said.split() == []
