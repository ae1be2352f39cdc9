"""A family that is new, one that is welcomed, and the figures of a year."""

from __future__ import annotations

from ctg_desktop.ui.familles.figures_dialog import FiguresDialog
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.ui.familles.welcome_dialog import WelcomeDialog
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from scenes.camera import Camera, settle
from scenes.pages import show

_NEWCOMER = "Zimmer"


def take_families(camera: Camera, window: MainWindow) -> None:
    """Take the dialogs of the page, then the form of a new family."""
    show(window, PageKey.FAMILIES)
    page = window.current
    assert isinstance(page, FamiliesPage)
    _take_welcome(camera, window, page)
    page.show_figures()
    settle(window)
    figures = page.findChild(FiguresDialog)
    assert figures is not None
    camera.take(figures, "familles-chiffres")
    figures.chips.choose("masked")
    figures.chips.chosen.emit("masked")
    settle(window)
    camera.take(figures, "familles-a-transmettre")
    figures.close()
    page.new_()
    settle(window)
    camera.take(window, "famille-nouvelle")
    page.editor.drop()
    settle(window)


def _take_welcome(camera: Camera, window: MainWindow, page: FamiliesPage) -> None:
    hits = page.desk.office.search.find(_NEWCOMER)
    page.show_record(next(hit.id for hit in hits if hit.entity == "household"))
    settle(window)
    page.detail.dealings.welcome()
    settle(window)
    dialog = page.window().findChild(WelcomeDialog)
    assert dialog is not None
    camera.take(dialog, "famille-accueillir")
    dialog.close()
