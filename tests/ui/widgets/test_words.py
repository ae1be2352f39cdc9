"""Words are shown as they were typed, in the colours of the system, and never cut unnoticed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.directory import ListingState
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone, tone_colour
from ctg_desktop.ui.theme.theme import Theme, dark_system_palette
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.state_badge import StateBadge, listing_badge
from ctg_desktop.ui.widgets.text import ElidedText, IconText, Text, broken

pytestmark = pytest.mark.usefixtures("theme")
HOSTILE = "<b>Rock & <img src=x> l’œuvre</b>"


def test_labels_show_what_was_typed(qtbot: QtBot) -> None:
    label, button = Text(HOSTILE), plain(HOSTILE)
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert button.text().count("&&") == 1
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == HOSTILE


def test_a_long_line_is_shortened_and_told_whole(qtbot: QtBot) -> None:
    label = ElidedText(HOSTILE * 20)
    qtbot.addWidget(label)
    label.resize(200, 20)
    assert label.text().endswith("…")
    assert "&lt;b&gt;" in label.toolTip()
    assert label.accessibleName() == HOSTILE * 20


@pytest.mark.parametrize("state", list(ListingState))
def test_a_state_has_an_icon_and_a_word(qtbot: QtBot, state: ListingState) -> None:
    badge = StateBadge(listing_badge(state))
    qtbot.addWidget(badge)
    assert badge.text()
    assert not badge.picture.pixmap().isNull()
    assert len({listing_badge(one).icon for one in ListingState}) == len(ListingState)


def test_details_say_how_much_they_hold(qtbot: QtBot) -> None:
    details = FoldedDetails()
    qtbot.addWidget(details)
    details.set_filled(3)
    assert "Plus de détails (3\u00a0remplis)" in details.button.text()
    assert details.button.accessibleName().endswith("replié")
    details.button.click()
    assert details.is_open
    assert details.button.accessibleName().endswith("ouvert")


def test_icons_follow_the_palette(qtbot: QtBot, theme: Theme) -> None:
    button = primary("Nouvelle fiche", icon=Icon.ADD)
    qtbot.addWidget(button)

    def ink() -> str:
        image = button.icon().pixmap(18, 18).toImage()
        return image.pixelColor(image.width() // 2, image.height() // 2).name()

    light = ink()
    assert light == theme.roles.on_accent.name()
    theme.set_system(dark_system_palette())
    assert ink() == theme.roles.on_accent.name() != light


def test_details_break_their_words_where_there_is_no_room(qtbot: QtBot) -> None:
    details = FoldedDetails("Un titre assez long pour deux lignes")
    qtbot.addWidget(details)
    details.resize(600, 60)
    details.show()
    assert "\n" not in details.button.text()
    details.resize(200, 60)
    assert "\n" in details.button.text()
    assert details.button.accessibleName() == "Un titre assez long pour deux lignes, replié"


def test_lines_break_between_words_and_hold_no_break_spaces(qtbot: QtBot) -> None:
    label = Text()
    qtbot.addWidget(label)
    metrics = label.fontMetrics()
    width = metrics.horizontalAdvance("deux mots")
    assert broken("deux mots d’œuvre", metrics, width) == "deux mots\nd’œuvre"
    assert broken("a\u00a0:", metrics, 0) == "a\u00a0:"
    assert broken("", metrics, 10) == ""


def test_words_in_the_colour_of_a_state_follow_a_system_that_turns_dark(
    qtbot: QtBot, theme: Theme
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    lines = [IconText(Icon.INFORMATION, "Un mot", tone) for tone in Tone]
    for one in lines:
        column.addWidget(one)
    holder.show()
    for system in (dark_system_palette(), None):
        theme.set_system(system)
        QApplication.processEvents()
        palette = QApplication.palette()
        for tone, one in zip(Tone, lines, strict=True):
            shown = one.label.palette().windowText().color()
            assert shown.name() == tone_colour(tone, palette).name()
