"""The register: its door, a person, an alert with the calls."""

from __future__ import annotations

from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.registre.book import ALERT
from ctg_desktop.ui.registre.page import RegisterPage
from scenes.camera import Camera, settle
from scenes.vaults import DAY

_SHOWN = "Guérin"


def take_closed(camera: Camera, window: MainWindow) -> None:
    """Take the door of a register that is closed."""
    window.show_page(PageKey.REGISTER)
    settle(window)
    camera.take(window, "registre-ferme")


def take_register(camera: Camera, window: MainWindow) -> None:
    """Take the list with a person, and an alert; the practice register opens by itself."""
    page = window.show_page(PageKey.REGISTER)
    settle(window)
    assert isinstance(page, RegisterPage)
    book = page.book
    assert book is not None
    rows = book.register.entries(DAY)
    shown = next(one for one in rows if one.name.startswith(_SHOWN))
    book.people.editor.open(shown.id)
    settle(window)
    camera.take(window, "registre")
    book.show_part(ALERT)
    settle(window)
    camera.take(window, "registre-alerte")
