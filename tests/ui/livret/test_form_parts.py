from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.category import Theme as Leaflet
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.livret.form.consents_input import ConsentsInput
from ctg_desktop.ui.livret.form.organisers_input import OrganisersInput
from ctg_desktop.ui.livret.form.picture_input import PictureInput
from ctg_desktop.ui.livret.form.themes_input import ThemesInput
from tests.ui.opened import TODAY, nameless


def picture_file(folder: Path) -> Path:
    path = folder / "logo.png"
    Image.new("RGB", (300, 200), (20, 90, 60)).save(path)
    return path


def test_a_picture_is_chosen_shown_and_removed(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    shown = PictureInput(desk)
    qtbot.addWidget(shown)
    shown.show()
    with qtbot.waitSignal(shown.edited):
        shown.add_file(picture_file(tmp_path))
    assert desk.office.pictures.get(shown.value()).width == 300
    qtbot.waitUntil(lambda: not shown._shown.pixmap().isNull())
    with qtbot.waitSignal(shown.edited):
        shown._remove.click()
    assert shown.value() == ""


def test_a_picture_is_pasted(qtbot: QtBot, desk: Desk) -> None:
    shown = PictureInput(desk)
    qtbot.addWidget(shown)
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    data = QMimeData()
    data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)
    with qtbot.waitSignal(shown.edited):
        shown.paste()
    assert desk.office.pictures.get(shown.value()).height == 30


def test_what_is_no_picture_is_refused_in_french(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    shown = PictureInput(desk)
    qtbot.addWidget(shown)
    shown.show()
    strange = tmp_path / "lettre.png"
    strange.write_text("pas une image", encoding="utf-8")
    shown.add_file(strange)
    qtbot.waitUntil(shown.refusal.isVisible)
    assert "n’est pas une image" in shown.refusal.text()
    QGuiApplication.clipboard().setText("rien")
    shown.paste()
    assert "presse-papiers" in shown.refusal.text()


def test_agreements_are_dated_when_ticked(qtbot: QtBot) -> None:
    boxes = ConsentsInput(lambda: TODAY)
    qtbot.addWidget(boxes)
    boxes.show()
    boxes._lines[1].tick.click()
    assert boxes.value() == [{"item": "phone", "given_on": "lun.\xa023\xa0nov. 2026", "proof": ""}]
    assert nameless(boxes) == []
    twice = [
        {"item": "name", "given_on": "2026-01-01", "proof": "a"},
        {"item": "name", "given_on": "2025-01-01", "proof": "b"},
    ]
    boxes.set_value(twice)
    assert boxes.value() == twice
    found = boxes.input_at(["0", "given_on"])
    assert found is boxes._lines[0].day


def test_themes_keep_their_order_and_those_not_offered(qtbot: QtBot) -> None:
    boxes = ThemesInput()
    qtbot.addWidget(boxes)
    boxes.set_value(["gone", "youth"])
    boxes.set_themes([Leaflet("youth", "Jeunesse"), Leaflet("mobility", "Mobilité")])
    boxes._boxes["mobility"].click()
    assert boxes.value() == ["gone", "youth", "mobility"]
    boxes._boxes["youth"].click()
    assert boxes.value() == ["gone", "mobility"]


def test_organisers_are_named_added_once_and_removed(qtbot: QtBot, desk: Desk) -> None:
    club = desk.office.directory.save(Listing(name="Foyer <i>rural</i>")).listing
    boxes = OrganisersInput(desk)
    qtbot.addWidget(boxes)
    boxes.show()
    boxes.set_value([club.id])
    qtbot.waitUntil(lambda: boxes._names.get(club.id) == "Foyer <i>rural</i>")
    assert nameless(boxes) == []
    boxes.picker.picked.emit(club.id, club.name)
    assert boxes.value() == [club.id]
    with qtbot.waitSignal(boxes.edited):
        boxes._remove(club.id)
    assert boxes.value() == []
