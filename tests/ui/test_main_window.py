from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.help_panel import HelpPanel
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PAGES, PageKey
from ctg_desktop.ui.theme.measures import RAIL, RAIL_NARROW
from ctg_desktop.ui.theme.theme import Theme
from tests.keys_for_tests import bare
from tests.ui.keys import CTRL, press, type_text

Settle = Callable[[], None]


def focusable(root: QWidget) -> list[QWidget]:
    return [
        one
        for one in root.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(root)
        and one.focusProxy() is None
    ]


def nameless(root: QWidget) -> list[str]:
    found = []
    for one in focusable(root):
        interface = QAccessible.queryAccessibleInterface(one)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(
                f"{type(one).__name__} {one.objectName()} in {type(one.parent()).__name__}"
            )
    return found


@pytest.mark.parametrize("page", list(PageKey))
def test_whatever_takes_the_focus_has_a_name(
    window: MainWindow, settle: Settle, page: PageKey
) -> None:
    window.show_page(page)
    settle()
    assert focusable(window)
    assert nameless(window) == []


@pytest.mark.parametrize("part", ["identite", "livret", "themes", "fichiers"])
def test_every_part_of_the_settings_is_named(window: MainWindow, settle: Settle, part: str) -> None:
    window.show_page(PageKey.SETTINGS).show_part(part)
    settle()
    assert nameless(window) == []


@pytest.mark.parametrize("page", [PageKey.HOME, PageKey.PRINTS, PageKey.SETTINGS])
def test_tab_goes_as_the_eye_does(window: MainWindow, settle: Settle, page: PageKey) -> None:
    shown = window.show_page(page)
    settle()
    expected = set(map(id, focusable(shown)))
    chain = []
    one = shown.nextInFocusChain()
    while one is not shown:
        if id(one) in expected:
            chain.append(one)
        one = one.nextInFocusChain()
    places = [widget.mapTo(shown, QPoint(0, 0)) for widget in chain]
    for before, after in pairwise(places):
        same_line = abs(after.y() - before.y()) < 24
        assert after.y() > before.y() - 24 or after.x() > before.x(), (before, after)
        assert not same_line or after.x() > before.x(), (before, after)


@pytest.mark.parametrize("place", range(1, 6))
def test_ctrl_and_a_number_changes_page(window: MainWindow, settle: Settle, place: int) -> None:
    window.show_page(PageKey.HOME)
    settle()
    press(window, Qt.Key(Qt.Key.Key_0 + place), CTRL)
    settle()
    assert window.current is window.page(PAGES[place - 1].key)
    assert window.rail.button(PAGES[place - 1].key).isChecked()


@pytest.mark.parametrize(
    ("page", "place"),
    [
        (PageKey.DIRECTORY, "Importer un fichier…"),
        (PageKey.CALENDAR, "Écrire une manifestation"),
        (PageKey.PRINTS, "Papiers à imprimer"),
        (PageKey.SETTINGS, "Commune"),
    ],
)
def test_an_empty_page_begins_with_its_first_action(
    window: MainWindow, settle: Settle, page: PageKey, place: str
) -> None:
    window.activateWindow()
    window.show_page(PageKey.HOME)
    settle()
    press(window.rail.button(page), Qt.Key.Key_Return)
    settle()
    focused = window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == place


@pytest.mark.parametrize("page", list(PageKey))
def test_no_other_window_flashes_up(
    qapp: QApplication, window: MainWindow, settle: Settle, page: PageKey
) -> None:
    shown: list[object] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name in Qt
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
                shown.extend([watched] if watched.isWindow() else [])
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    window.show_page(page)
    settle()
    qapp.removeEventFilter(watch)
    assert shown == []


@pytest.mark.parametrize(
    ("page", "place"),
    [
        (PageKey.DIRECTORY, "Fiches"),
        (PageKey.CALENDAR, "Dates de l’agenda"),
        (PageKey.PRINTS, "Papiers à imprimer"),
    ],
)
def test_a_page_begins_where_its_work_is(
    qtbot: QtBot, window: MainWindow, desk: Desk, settle: Settle, page: PageKey, place: str
) -> None:
    desk.office.directory.save(Listing(name="Mairie"))
    desk.office.calendar.save(Event(title="Marché", start=desk.today()))
    window.activateWindow()
    window.show_page(PageKey.HOME)
    settle()
    press(window.rail.button(page), Qt.Key.Key_Return)
    settle()
    focused = window.focusWidget()
    assert focused is not None
    qtbot.waitUntil(lambda: focused.accessibleName().startswith(place))


def test_the_rail_shows_icons_alone_in_a_narrow_window(window: MainWindow) -> None:
    window.resize(1366, 768)
    assert window.rail.width() == RAIL
    window.resize(1024, 700)
    assert window.rail.width() == RAIL_NARROW
    button = window.rail.button(PageKey.DIRECTORY)
    assert button.toolTip() == "Livret (Ctrl+2)"
    assert button.accessibleName() == "Livret"


def test_no_word_of_the_rail_is_cut_at_twice_the_letters(
    large_letters: None,  # noqa: ARG001 - set before the window is made
    window: MainWindow,
) -> None:
    window.resize(1366, 768)
    for page in PageKey:
        window.show_page(page)
        button = window.rail.button(page)
        shown = ink_end(button)
        window.rail.setFixedWidth(2 * window.rail.width())
        QApplication.processEvents()
        assert ink_end(button) == shown, button.text()
        window.rail.set_narrow(False)
        QApplication.processEvents()
    window.resize(1024, 700)
    assert window.rail.width() == RAIL_NARROW


def ink_end(widget: QWidget) -> int:
    """Return where the words in the middle of a widget end, in pixels."""
    picture = widget.grab().toImage()
    empty = picture.pixel(picture.width() - 1, picture.height() // 2)
    columns = range(picture.width() - 1, 0, -1)
    rows = range(picture.height() // 4, 3 * picture.height() // 4)
    return next(x for x in columns if any(picture.pixel(x, y) != empty for y in rows))


def test_the_arrows_move_in_the_rail(window: MainWindow) -> None:
    window.activateWindow()
    window.rail.button(PageKey.HOME).setFocus()
    press(window.rail.button(PageKey.HOME), Qt.Key.Key_Down)
    assert window.rail.button(PageKey.DIRECTORY).hasFocus()


def test_the_smallest_window_is_not_smaller_than_what_it_holds(
    window: MainWindow, settle: Settle
) -> None:
    window.resize(1024, 700)
    for spec in PAGES:
        window.show_page(spec.key)
    settle()
    assert (window.width(), window.height()) == (1024, 700)


def save(desk: Desk, name: str) -> Listing:
    saved = desk.office.directory.save(
        Listing(name=name, kind=ListingKind.ASSOCIATION, category="associations")
    )
    return saved.listing


def test_ctrl_z_takes_back_the_last_thing_done_and_says_so(
    qtbot: QtBot, window: MainWindow, desk: Desk, settle: Settle
) -> None:
    listing = save(desk, "Amicale des œuvres")
    desk.office.directory.delete([listing.id])
    window.show_page(PageKey.HOME)
    settle()
    with qtbot.waitSignal(desk.bus.changed) as told:
        press(window, Qt.Key.Key_Z, CTRL)
    assert listing.id in told.args[0].listings
    assert desk.office.directory.get(listing.id).name == "Amicale des œuvres"
    assert window.banner.text().startswith("Annulé\u00a0: Une fiche supprimée")
    with qtbot.waitSignal(desk.bus.changed):
        window.banner.button.click()
    settle()
    assert desk.office.directory.counts(desk.today()).total == 0


def test_ctrl_z_says_when_there_is_nothing_left(
    window: MainWindow, settle: Settle, reported: list[Exception]
) -> None:
    window.show_page(PageKey.HOME)
    settle()
    press(window, Qt.Key.Key_Z, CTRL)
    settle()
    assert window.banner.text() == "Il n’y a plus rien à annuler."
    assert reported == []


def test_ctrl_z_takes_back_typing_first(window: MainWindow, desk: Desk, settle: Settle) -> None:
    listing = save(desk, "Comité des fêtes")
    settings = window.show_page(PageKey.SETTINGS)
    settle()
    line: QLineEdit = settings.sections[0].name
    window.activateWindow()
    line.setFocus()
    line.end(False)
    type_text(line, "é")
    press(line, Qt.Key.Key_Z, CTRL)
    settle()
    assert line.text() == "Valmoulin-sur-Clain"
    assert desk.office.directory.get(listing.id).name == "Comité des fêtes"
    press(line, Qt.Key.Key_Z, CTRL)
    settle()
    assert desk.office.directory.counts(desk.today()).total == 0


def test_the_bottom_line_says_when_something_was_saved(window: MainWindow, desk: Desk) -> None:
    saved = desk.office.directory.save(Listing(name="Mairie"))
    desk.bus.changed.emit(saved.changes)
    assert window.status.left.text().startswith("Enregistré à ")


def test_f1_opens_a_help_that_escape_closes(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F1)
    (panel,) = (one for one in window.findChildren(QWidget) if one.windowTitle() == "Aide")
    assert panel.isVisible()
    assert nameless(panel) == []
    press(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_window_takes_the_colour_and_name_of_the_commune(
    window: MainWindow, theme: Theme, desk: Desk, settle: Settle
) -> None:
    before = theme.roles.band
    profile = replace(desk.office.settings.profile(), name="Saint-Éloi", accent="#7a1f3d")
    desk.bus.changed.emit(desk.office.settings.save_profile(profile))
    settle()
    assert theme.roles.band != before
    assert window.band.name.text() == "Saint-Éloi"
    assert "Saint-Éloi" in window.windowTitle()


def test_its_place_is_remembered(
    qtbot: QtBot, window: MainWindow, desk: Desk, theme: Theme, settle: Settle
) -> None:
    window.resize(1030, 720)
    window.close()
    settle()
    state = desk.office.settings.preference("window-geometry")
    other = MainWindow(desk, theme, desk.office.settings.profile())
    qtbot.addWidget(other)
    other.restore_state(state)
    # The display of the tests is 800 points wide: a window is never put beyond its screen.
    assert other.height() == 720
    other.restore_state("nonsense é")
    other.restore_state(12)
    assert other.height() == 720


def test_what_is_typed_in_the_settings_survives_closing(
    qtbot: QtBot, window: MainWindow, desk: Desk, theme: Theme, settle: Settle
) -> None:
    page = window.show_page(PageKey.SETTINGS)
    settle()
    section = page.sections[0]
    section.name.end(False)
    type_text(section.name, " la Neuve")
    window.close()
    settle()
    other = MainWindow(desk, theme, desk.office.settings.profile())
    qtbot.addWidget(other)
    found = other.show_page(PageKey.SETTINGS)
    settle()
    assert found.sections[0].name.text() == "Valmoulin-sur-Clain la Neuve"
    assert "retrouvée" in other.banner.text()
    other.banner.button.click()
    settle()
    assert found.sections[0].name.text() == "Valmoulin-sur-Clain"
    assert desk.office.drafts.keys("settings:") == []


def test_the_window_stays_once_when_typing_cannot_be_written(
    window: MainWindow, desk: Desk, settle: Settle, reported: list[Exception]
) -> None:
    page = window.show_page(PageKey.SETTINGS)
    settle()
    type_text(page.sections[0].name, "X")
    other = bare(desk.office.folder / "coffre.db")
    other.execute("BEGIN IMMEDIATE")
    window.close()
    assert window.isVisible()
    assert "n’a pas pu être écrit" in window.banner.text()
    assert [one.code for one in reported if isinstance(one, EnvironmentFault)] == ["vault-busy"]
    other.execute("ROLLBACK")
    other.close()
    type_text(page.sections[0].name, "Y")
    window.close()
    settle()
    assert not window.isVisible()
    kept = desk.office.drafts.get("settings:identite")
    assert kept is not None
    assert kept["changes"]["value"]["name"].startswith("XY")


def test_the_help_names_the_keys_of_a_print(window: MainWindow) -> None:
    window.show_help()
    (panel,) = window.findChildren(HelpPanel)
    said = "\n".join(label.text() for label in panel.findChildren(QLabel))
    assert "Page préc., Page suiv." in said
    assert "Impressions" in said
    panel.close()
