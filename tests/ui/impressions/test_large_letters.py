from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.papers import PAPERS, PaperSpec
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.ui.widgets.details import FoldedDetails
from tests.ui.conftest import PROFILE
from tests.ui.impressions.conftest import fill

Settle = Callable[[], None]
SMALL_SCREEN = (1024, 700)


@pytest.fixture
def wide_page(qtbot: QtBot, large_letters: None, desk: Desk, theme: Theme) -> PrintsPage:  # noqa: ARG001
    window = MainWindow(desk, theme, PROFILE)
    qtbot.addWidget(window)
    window.resize(*SMALL_SCREEN)
    window.show()
    fill(desk)
    page = window.show_page(PageKey.PRINTS)
    assert isinstance(page, PrintsPage)
    return page


@pytest.mark.parametrize("spec", PAPERS, ids=lambda spec: str(spec.key))
def test_no_choice_is_cut_at_twice_the_letters_on_a_small_screen(
    wide_page: PrintsPage, settle: Settle, spec: PaperSpec
) -> None:
    wide_page.show_paper(spec.key)
    settle()
    form = wide_page.form
    assert form is not None
    for details in form.findChildren(FoldedDetails):
        details.set_open(True)
    settle()
    assert form.minimumSizeHint().width() <= wide_page.papers.scrolled.viewport().width()
    assert wide_page.window().width() == SMALL_SCREEN[0]
