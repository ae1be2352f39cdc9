"""What stands on top of a page: the band, the header, the banner."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.widgets.band import Band
from ctg_desktop.ui.widgets.banner import Banner
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.page_header import PageHeader

pytestmark = pytest.mark.usefixtures("theme")


def test_a_page_shortens_what_it_holds_rather_than_cut_it(qtbot: QtBot) -> None:
    header = PageHeader("Familles", (plain("Orienter un visiteur"), plain("Nouvelle famille")))
    qtbot.addWidget(header)
    words = "148\u00a0familles présentes, dont 12 à accueillir"
    header.set_summary(words)
    header.resize(1000, 40)
    header.show()
    assert header.summary.text() == words
    header.resize(520, 40)
    QApplication.processEvents()
    assert header.summary.text().endswith("…")
    assert words in header.summary.toolTip()
    assert header.summary.accessibleName() == words


def test_a_banner_stays_until_it_is_dismissed_or_used(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    banner = Banner()
    column.addWidget(banner)
    page.show()
    used: list[str] = []
    banner.say("3 fiches supprimées.", "Annuler", lambda: used.append("undo"))
    assert banner.isVisible()
    banner.button.click()
    assert used == ["undo"]
    assert not banner.isVisible()
    banner.say("Enregistré.")
    assert not banner.button.isVisible()
    banner.close_button.click()
    assert banner.text() == ""


@pytest.mark.parametrize("width", [620, 760, 900, 1400])
def test_the_band_keeps_the_name_and_shortens_the_rest(qtbot: QtBot, width: int) -> None:
    band = Band()
    qtbot.addWidget(band)
    name = "Saint-Éloi-sur-Clain"
    band.show_vault(name, practice=True)
    band.resize(width, band.height())
    band.show()
    QApplication.processEvents()
    assert band.name.text() == name
    assert band.name.width() >= band.name.sizeHint().width()
    assert band.search.geometry().right() < width
    assert band.switch.accessibleName() == "changer de commune"
    assert bool(band.switch.text()) != bool(band.switch.toolTip())
    assert band.mark.width() >= band.mark.sizeHint().width()


def test_the_band_shortens_an_endless_name_and_tells_it_whole(qtbot: QtBot) -> None:
    band = Band()
    qtbot.addWidget(band)
    name = "Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson" * 3
    band.show_vault(name, practice=False)
    band.resize(900, band.height())
    band.show()
    QApplication.processEvents()
    assert band.name.text().endswith("…")
    assert band.name.accessibleName() == name
    assert name in band.name.toolTip()
    assert band.search.geometry().right() < 900
    band.show_vault("Civray", practice=False)
    assert band.name.text() == "Civray"
    assert band.name.toolTip() == ""
