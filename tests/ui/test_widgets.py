from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.directory import ListingState
from ctg_desktop.errors import UserError
from ctg_desktop.ui.editing.inputs import TickInput
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone, tone_colour
from ctg_desktop.ui.theme.theme import Theme, dark_system_palette
from ctg_desktop.ui.widgets.band import Band
from ctg_desktop.ui.widgets.banner import Banner
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.chips import Choice, FilterChips
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.empty_page import EmptyPage
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.flow import ApartLayout
from ctg_desktop.ui.widgets.page_header import PageHeader
from ctg_desktop.ui.widgets.state_badge import StateBadge, listing_badge
from ctg_desktop.ui.widgets.text import ElidedText, IconText, Text, broken
from tests.ui.keys import press, type_text

pytestmark = pytest.mark.usefixtures("theme")

TODAY = date(2026, 11, 23)
HOSTILE = "<b>Rock & <img src=x> l’œuvre</b>"


@pytest.fixture
def chips(qtbot: QtBot) -> FilterChips:
    chips = FilterChips("Filtrer par rubrique")
    qtbot.addWidget(chips)
    chips.set_choices([Choice("", "Toutes", 1234), Choice("a", "R & D", 3), Choice("s", "Santé")])
    chips.show()
    return chips


def test_chips_say_how_many_they_show(chips: FilterChips) -> None:
    assert [chip.accessibleName() for chip in chips._chips.values()] == [
        "Toutes,  1\u202f234",
        "R & D,  3",
        "Santé",
    ]
    assert chips._chips["a"].text() == "R && D  3"


def test_chips_are_chosen_with_the_arrows(qtbot: QtBot, chips: FilterChips) -> None:
    chips.activateWindow()
    first = chips._chips[""]
    first.setFocus()
    with qtbot.waitSignal(chips.chosen) as chosen:
        press(first, Qt.Key.Key_Right)
    assert chosen.args == ["a"]
    with qtbot.waitSignal(chips.chosen) as chosen:
        press(chips._chips["a"], Qt.Key.Key_End)
    assert chosen.args == ["s"]
    assert chips._chips["s"].hasFocus()
    with qtbot.waitSignal(chips.chosen) as chosen:
        press(chips._chips["s"], Qt.Key.Key_Right)
    assert chosen.args == [""]


def test_only_the_chosen_chip_is_a_tab_stop(chips: FilterChips) -> None:
    chips.choose("s")
    stops = [
        key for key, chip in chips._chips.items() if chip.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["s"]


def test_chips_break_lines_in_a_narrow_window(chips: FilterChips) -> None:
    wide, narrow = chips.heightForWidth(900), chips.heightForWidth(150)
    assert narrow >= 2 * wide


def test_a_filter_that_is_gone_gives_way_to_the_first(chips: FilterChips) -> None:
    chips.choose("s")
    chips.set_choices([Choice("", "Toutes", 3), Choice("a", "Associations", 3)])
    assert chips.current == ""


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


@pytest.fixture
def field(qtbot: QtBot) -> LabelledField:
    field = LabelledField("Téléphone", QLineEdit(), hint="Avec ou sans espaces.")
    qtbot.addWidget(field)
    field.show()
    return field


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


def test_an_error_stands_beside_its_field_until_it_is_corrected(field: LabelledField) -> None:
    height = field.sizeHint().height()
    field.refuse("Il manque deux chiffres.")
    assert field.error.isVisible()
    assert field.sizeHint().height() > height
    assert field.target.accessibleDescription() == "Il manque deux chiffres."
    assert field.target.property("refused") is True
    field.accept()
    assert not field.error.isVisible()
    assert field.target.accessibleDescription() == "Avec ou sans espaces."


def test_a_label_is_the_buddy_of_its_input(field: LabelledField) -> None:
    assert field.label.buddy() is field.target
    interface = QAccessible.queryAccessibleInterface(field.target)
    assert interface.text(QAccessible.Text.Name) == "Téléphone"


@pytest.mark.parametrize("state", list(ListingState))
def test_a_state_has_an_icon_and_a_word(qtbot: QtBot, state: ListingState) -> None:
    badge = StateBadge(listing_badge(state))
    qtbot.addWidget(badge)
    assert badge.text()
    assert not badge.picture.pixmap().isNull()
    assert len({listing_badge(one).icon for one in ListingState}) == len(ListingState)


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


def test_details_say_how_much_they_hold(qtbot: QtBot) -> None:
    details = FoldedDetails()
    qtbot.addWidget(details)
    details.set_filled(3)
    assert "Plus de détails (3\u00a0remplis)" in details.button.text()
    assert details.button.accessibleName().endswith("replié")
    details.button.click()
    assert details.is_open
    assert details.button.accessibleName().endswith("ouvert")


@pytest.fixture
def day(qtbot: QtBot) -> DateField:
    field = DateField("Vérifiée le", lambda: TODAY, past=True)
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("3/9", date(2026, 9, 3)), ("hier", date(2026, 11, 22)), ("1er mai", date(2026, 5, 1))],
)
def test_a_day_is_typed_as_people_do(day: DateField, typed: str, meant: date) -> None:
    type_text(day.line, typed)
    assert day.value() == meant
    assert str(meant.year) in day.hint.text()
    day.line.editingFinished.emit()
    assert day.value() == meant


def test_what_is_no_day_is_said_beside_the_field(day: DateField) -> None:
    type_text(day.line, "trente et un février")
    day.line.editingFinished.emit()
    assert day.is_refused
    with pytest.raises(UserError):
        day.value()


def test_an_empty_day_is_a_mistake_only_where_it_is_asked(qtbot: QtBot, day: DateField) -> None:
    with pytest.raises(UserError):
        day.value()
    optional = DateField("Fermée jusqu’au", lambda: TODAY, optional=True)
    qtbot.addWidget(optional)
    assert optional.value() is None


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


def test_a_tick_breaks_its_words_where_there_is_no_room(qtbot: QtBot) -> None:
    tick = TickInput("R & D\u00a0: une très longue phrase à cocher")
    qtbot.addWidget(tick)
    tick.resize(tick.sizeHint())
    one_line = tick.heightForWidth(tick.sizeHint().width())
    narrow = tick.minimumSizeHint().width()
    assert one_line == tick.sizeHint().height()
    assert tick.heightForWidth(narrow) > one_line
    before = tick.grab().toImage()
    tick.resize(narrow, tick.heightForWidth(narrow))
    tick.show()
    assert tick.grab().toImage() != before
    assert tick.text() == "R && D\u00a0: une très longue phrase à cocher"
    assert narrow < tick.sizeHint().width()


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


def test_the_actions_of_an_empty_page_stand_below_one_another_where_it_is_narrow(
    qtbot: QtBot,
) -> None:
    first, second = plain("Importer un fichier…"), plain("Nouvelle fiche")
    holder = QWidget()
    qtbot.addWidget(holder)
    page = EmptyPage(Icon.PRINT, "Rien", "Il n’y a rien.", (first, second), holder)
    page.resize(700, 500)
    holder.resize(700, 500)
    holder.show()
    QApplication.processEvents()
    assert first.y() == second.y()
    page.resize(page.minimumSizeHint().width(), 500)
    qtbot.waitUntil(lambda: first.geometry().bottom() < second.y())
    assert page.rect().contains(first.mapTo(page, first.rect().bottomRight()))


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


def test_what_destroys_stands_apart_and_goes_to_a_line_of_its_own_where_there_is_no_room(
    qtbot: QtBot,
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = ApartLayout(holder)
    first, second, apart = (
        QPushButton(one) for one in ("Vérifiée aujourd’hui", "Historique", "Supprimer")
    )
    layout.first_apart = 2
    for button in (first, second, apart):
        layout.addWidget(button)
    holder.resize(layout.one_line() + 100, 200)
    holder.show()
    assert first.y() == second.y() == apart.y()
    assert apart.geometry().right() + 1 == holder.width()
    for width in (layout.one_line() - 1, first.sizeHint().width()):
        holder.resize(width, 200)
        assert apart.y() > second.y()
        assert apart.geometry().right() + 1 == width
        assert layout.heightForWidth(width) == apart.geometry().bottom() + 1
        assert all(one.width() == one.sizeHint().width() for one in (first, second, apart))
    assert second.y() > first.y()
    first.hide()
    second.hide()
    assert layout.heightForWidth(holder.width()) == apart.sizeHint().height()
    apart.hide()
    assert layout.heightForWidth(holder.width()) == layout.one_line() == 0


def test_a_column_ends_at_the_same_edge_whether_it_scrolls_or_not(qtbot: QtBot) -> None:
    column = Scrolled()
    qtbot.addWidget(column)
    column.keep_room_for_bar()
    tall = QWidget()
    tall.setFixedHeight(100)
    column.column.addWidget(tall)
    column.resize(300, 200)
    column.show()
    edge = column.viewport().geometry().right()
    assert not column.verticalScrollBar().isVisible()
    tall.setFixedHeight(1000)
    qtbot.waitUntil(column.verticalScrollBar().isVisible)
    assert column.viewport().geometry().right() == edge
    tall.setFixedHeight(100)
    qtbot.waitUntil(lambda: not column.verticalScrollBar().isVisible())
    assert column.viewport().geometry().right() == edge


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
