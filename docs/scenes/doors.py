"""What stands before a vault: first start, password, consultation; its health and its backups."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.reglages.page import SettingsPage
from ctg_desktop.ui.sante.restore_dialog import RestoreDialog
from ctg_desktop.ui.start.keys_step import KeysStep
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.ui.unlock.owner_form import OwnerForm
from ctg_desktop.ui.unlock.unlock_page import UnlockPage
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.usecases.access import Opened
from ctg_desktop.usecases.start import Start
from scenes.camera import Camera, rest, settle, wait
from scenes.pages import show
from scenes.vaults import PASSWORD, USER, shell_on

_COMMUNE, _CODE = "Valmoulin-sur-Clain", "86999"
_HEIGHT_OF_A_ROW = 56
"""The last row of the checks names a folder of this machine."""
_WHICH, _KEYS, _WHERE = 1, 2, 3


def take_first_start(camera: Camera, theme: Theme) -> None:
    """Go through the pages of a first start: commune, password, sheet, places."""
    shell = shell_on(Start(Path("Documents")), theme, None)
    shell.show_start()
    window = shell.start_pages.window
    assert window is not None
    wizard = window.wizard
    camera.take(window, "premier-demarrage")
    wizard.forward()
    which = wizard.steps[_WHICH]
    for field, words in zip(which.findChildren(QLineEdit)[-2:], (_COMMUNE, _CODE), strict=True):
        field.setText(words)
    wizard.forward()
    step = wizard.steps[_KEYS]
    assert isinstance(step, KeysStep)
    owner = step.form.owner
    assert isinstance(owner, OwnerForm)
    owner.name.setText(USER)
    for field in (owner.new.first.line, owner.new.second.line):
        field.setText(PASSWORD)
        field.textEdited.emit(PASSWORD)
    camera.take(window, "premier-demarrage-mot-de-passe")
    wizard.forward()
    wait(lambda: step.form.is_at_sheet)
    rest(step.means.tasks)
    camera.take(window, "premier-demarrage-feuille")
    wizard.show_step(_WHERE)
    camera.take(window, "premier-demarrage-places")
    shell.start_pages.close()


def take_gate(camera: Camera, start: Start, theme: Theme, folder: Path) -> None:
    """Take the page that asks for a password."""
    shell = shell_on(start, theme, folder)
    assert shell.begin()
    wait(lambda: shell.gate is not None and isinstance(shell.gate.page, UnlockPage))
    gate = shell.gate
    assert gate is not None
    gate.resize(*camera.size)
    rest(gate.means.tasks)
    camera.take(gate, "mot-de-passe")
    shell.close()


def take_consultation(camera: Camera, start: Start, theme: Theme, folder: Path, by: Opened) -> None:
    """Take a vault that is only consulted."""
    shell = shell_on(start, theme, folder)
    assert shell.open_vault(VaultWanted(folder))
    wait(lambda: shell.gate is not None and isinstance(shell.gate.page, UnlockPage))
    shell.gates.reading_wanted.emit(by)
    wait(lambda: shell.window is not None)
    window = shell.window
    assert window is not None
    window.resize(*camera.size)
    show(window, PageKey.DIRECTORY)
    camera.take(window, "consultation")
    shell.close()


def take_health(camera: Camera, window: MainWindow) -> None:
    """Take what is checked, the backups, and the question before one is put back."""
    page = window.show_page(PageKey.SETTINGS)
    assert isinstance(page, SettingsPage)
    settle(window)
    page.backups.back_up()
    settle(window)
    window.banner.dismiss()
    page.show_part(page.health.key)
    settle(window)
    window.resize(camera.size[0], camera.size[1] - _HEIGHT_OF_A_ROW)
    camera.take(window, "sante")
    window.resize(*camera.size)
    page.show_part(page.backups.key)
    settle(window)
    camera.take(window, "sauvegardes")
    page.backups.restore_button.click()
    settle(window)
    dialog = page.findChild(RestoreDialog)
    assert dialog is not None
    camera.take(dialog, "sauvegardes-restaurer")
    dialog.close()
