from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.theme.contrast import READABLE, VISIBLE, contrast, readable
from ctg_desktop.ui.theme.icons import Icon, pixmap
from ctg_desktop.ui.theme.roles import Roles, Tone, compute_roles, to_palette, tone_colour
from ctg_desktop.ui.theme.theme import Theme, dark_system_palette

pytestmark = pytest.mark.usefixtures("qapp")

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: QColor(*rgb))


def system(name: str) -> QPalette:
    return {
        "light": QPalette(QColor("#efefef")),
        "dark": dark_system_palette(),
        "white on black": QPalette(QColor("black"), QColor("black")),
        "black on white": QPalette(QColor("white"), QColor("white")),
    }[name]


SYSTEMS = ("light", "dark", "white on black", "black on white")


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@given(COLOURS, COLOURS)
def test_any_colour_can_be_made_readable_on_any_other(wish: QColor, ground: QColor) -> None:
    assert contrast(readable(wish, ground), ground) >= READABLE


@pytest.mark.parametrize("name", SYSTEMS)
@given(accent=COLOURS)
def test_every_text_is_readable(name: str, accent: QColor) -> None:
    roles = compute_roles(system(name), accent)
    for ground in (roles.canvas, roles.surface):
        assert contrast(roles.text, ground) >= READABLE
        assert contrast(roles.quiet, ground) >= READABLE
        assert contrast(roles.accent_ink, ground) >= READABLE
        assert contrast(roles.edge, ground) >= VISIBLE
        assert contrast(roles.accent, ground) >= VISIBLE
    assert contrast(roles.on_accent, roles.accent) >= READABLE
    assert contrast(roles.on_accent, roles.accent_pressed) >= READABLE
    assert contrast(roles.on_band, roles.band) >= READABLE
    assert contrast(roles.on_chosen, roles.chosen) >= READABLE
    assert contrast(roles.on_consulting, roles.consulting) >= READABLE
    assert contrast(roles.text, roles.hover) >= READABLE


@pytest.mark.parametrize("name", SYSTEMS)
@pytest.mark.parametrize("tone", list(Tone))
def test_every_state_is_readable_also_when_selected(name: str, tone: Tone) -> None:
    palette = to_palette(compute_roles(system(name), QColor("#1f5f5b")))
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window, QPalette.ColorRole.Highlight):
        assert contrast(tone_colour(tone, palette), palette.color(role)) >= READABLE


@pytest.mark.parametrize("name", list(Icon))
def test_every_icon_is_shipped_and_drawn_in_its_colour(name: Icon) -> None:
    image = pixmap(name, QColor("#123456"), 18, 2.0).toImage()
    assert (image.width(), image.height()) == (36, 36)
    colours = {
        image.pixelColor(x, y).name()
        for x in range(36)
        for y in range(36)
        if image.pixelColor(x, y).alpha() > 250
    }
    assert "#123456" in colours


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


def test_the_window_follows_the_system_into_the_dark(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    theme.set_accent("#7a1f3d")
    light: Roles = theme.roles
    with qtbot.waitSignal(theme.changed):
        theme.set_system(dark_system_palette())
    assert theme.roles.dark
    assert not light.dark
    assert qapp.palette().color(QPalette.ColorRole.Base) == theme.roles.surface
    assert theme.roles.surface.name() in qapp.styleSheet()
    with qtbot.waitSignal(theme.changed):
        theme.set_system(None)
    assert theme.roles == light


def test_an_accent_that_is_no_colour_keeps_the_default(theme: Theme) -> None:
    usual = theme.roles.accent
    theme.set_accent("javascript:")
    assert theme.roles.accent == usual
