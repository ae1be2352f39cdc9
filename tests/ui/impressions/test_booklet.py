"""How the booklet is printed, and its cover, chosen beside its preview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.papers import BookletForm, Codes, Language
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.booklet.choices import FamilyCard, PrintCard
from ctg_desktop.ui.impressions.booklet.form import BookletPaperForm
from ctg_desktop.ui.impressions.page import PrintsPage
from tests.ui.impressions.reading import words
from tests.ui.keys import press, retype, type_text

Settle = Callable[[], None]


def test_form_and_language_change_the_print_and_are_remembered(
    page: PrintsPage, form: BookletPaperForm, desk: Desk, shown: Settle, settle: Settle
) -> None:
    form.print_card.form.setFocus()
    press(form.print_card.form, Qt.Key.Key_Down)
    assert form.print_card.form.value() == BookletForm.FOLDED
    assert form.print_card.fold_mark.isVisible()
    shown()
    assert "feuilles A4" in page.header.summary.accessibleName()
    press(form.print_card.language, Qt.Key.Key_Down)
    shown()
    assert "Town hall" in words(page) or "Contents" in words(page)
    again = BookletPaperForm(desk)
    again.load()
    settle()
    assert again.print_card.form.value() == BookletForm.FOLDED
    assert again.print_card.language.value() == Language.ENGLISH
    again.deleteLater()


def test_a_family_has_its_needs_first(
    page: PrintsPage, form: BookletPaperForm, desk: Desk, shown: Settle
) -> None:
    desk.office.directory.save(
        Listing(name="École des Vaux", kind=ListingKind.ASSOCIATION, category="childhood-school")
    )
    page.refresh()
    shown()
    before = page.output.content
    form.family.details.set_open(True)
    form.family.needs["school"].click()
    form.family.needs["meeting-people"].click()
    assert form.family.details.button.text().strip() == "Pour une famille (2\u00a0remplis)"
    shown()
    assert page.output.content != before
    options = form.family.options(form.print_card.preference())
    assert options.needs == ("school", "meeting-people")
    assert not options.only_chosen


def test_a_choice_that_leaves_nothing_is_said_and_keeps_the_choices(
    page: PrintsPage, form: BookletPaperForm, qtbot: QtBot, reported: list[Exception]
) -> None:
    form.family.details.set_open(True)
    form.family.needs["housing"].click()
    form.family.only_chosen.click()
    qtbot.waitUntil(page.note.isVisible)
    assert page.note.text()
    assert not page.print_button.isEnabled()
    assert reported == []


def jpeg(tmp_path: Path) -> Path:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#3f6212"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    path = tmp_path / "église.jpg"
    path.write_bytes(bytes(buffer.data().data()))
    return path


def test_the_cover_takes_words_a_picture_and_a_colour(
    page: PrintsPage,
    form: BookletPaperForm,
    desk: Desk,
    shown: Settle,
    settle: Settle,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    cover = form.cover
    cover.details.set_open(True)
    cover.cover.take(jpeg(tmp_path))
    settle()
    settle()
    assert not cover.cover.thumbnail.pixmap().isNull()
    retype(cover.heading, "Guide & œuvres")
    type_text(cover.cover.described, "L’église")
    cover.colour.set_value("#7a1f3d")
    cover.colour.edited.emit()
    qtbot.waitUntil(lambda: desk.office.settings.booklet().title == "Guide & œuvres")
    shown()
    kept = desk.office.settings.booklet()
    assert desk.office.pictures.get(kept.cover_picture).media_type == "image/jpeg"
    assert (kept.cover_picture_alt, kept.cover_colour) == ("L’église", "#7a1f3d")
    assert "Guide & œuvres" in words(page)
    cover.cover.remove_button.click()
    settle()
    assert desk.office.settings.booklet().cover_picture == ""
    assert cover.fields["cover_picture_alt"].isHidden()


def test_what_is_no_picture_is_said_beside_it(
    form: BookletPaperForm, settle: Settle, tmp_path: Path, reported: list[Exception]
) -> None:
    wrong = tmp_path / "texte.jpg"
    wrong.write_text("rien", encoding="utf-8")
    form.cover.cover.take(wrong)
    settle()
    assert "n’est pas une image" in form.cover.cover.error.text()
    assert reported == []


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ({}, Codes.SITE),
        ({"codes": "contact"}, Codes.CONTACT),
        ({"codes": "partout"}, Codes.SITE),
        ({"codes": True}, Codes.SITE),
        ({"codes": False}, Codes.NONE),
    ],
)
def test_the_codes_chosen_last_come_back(
    qtbot: QtBot, kept: dict[str, object], shown: Codes
) -> None:
    card = PrintCard(lambda: date(2026, 11, 25))
    qtbot.addWidget(card)
    card.show_preference(kept)
    assert card.preference()["codes"] == shown
    family = FamilyCard()
    qtbot.addWidget(family)
    assert family.options(card.preference()).codes is shown
