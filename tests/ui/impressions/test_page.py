from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.papers import BookletOptions
from ctg_desktop.ui.agenda.page import CalendarPage
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.booklet.form import BookletPaperForm
from ctg_desktop.ui.impressions.page import PREFERENCE, PrintsPage
from ctg_desktop.ui.impressions.papers import PAPERS, PaperSpec
from ctg_desktop.ui.impressions.pdf_pages import PdfPages
from ctg_desktop.ui.impressions.preview import Zoom
from ctg_desktop.ui.impressions.requests import PaperKey
from ctg_desktop.ui.livret.page import DirectoryPage
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.widgets.details import FoldedDetails
from tests.ui.focusable import focusable, nameless
from tests.ui.impressions.conftest import fill
from tests.ui.keys import CTRL, press, type_text
from tests.ui.opened import tab_order

Settle = Callable[[], None]


def test_the_preview_is_the_print(page: PrintsPage, desk: Desk) -> None:
    paper = desk.office.booklets.render(desk.today(), BookletOptions())
    assert page.output.content == paper.content
    assert page.preview.page_count == paper.pages
    assert page.header.summary.accessibleName() == f"{paper.pages}\u00a0pages A5"
    with PdfPages(paper.content) as open_pages:
        expected = open_pages.picture(0, page.preview._fitted())
    shown = page.preview.sheet.pixmap().toImage().convertToFormat(expected.format())
    assert shown == expected


def test_pages_turn_by_keyboard(page: PrintsPage, settle: Settle) -> None:
    view = page.preview.view
    last = page.preview.page_count - 1
    for code, index in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_PageDown, last),
        (Qt.Key.Key_Home, 0),
    ):
        press(view, code)
        assert page.preview.index == index
    settle()
    assert page.preview.count.text() == f"Page 1 sur {last + 1}"


def test_a_page_tells_its_words_to_those_who_do_not_see_it(page: PrintsPage) -> None:
    assert "Valmoulin-sur-Clain" in page.preview.view.accessibleDescription()
    name = page.preview.view.accessibleName()
    assert name.startswith("Aperçu, Page 1 sur")
    assert "Livret ressources" in name


def test_zoom_fits_the_width_and_keeps_pages_drawn(page: PrintsPage, settle: Settle) -> None:
    fitted = page.preview.sheet.pixmap().width()
    page.preview.set_zoom(Zoom.WIDTH)
    settle()
    wide = page.preview.sheet.pixmap().width()
    assert wide > fitted
    assert abs(wide - page.preview.view.viewport().width()) < 60
    cached = len(page.preview._cache)
    page.preview.set_zoom(Zoom.PAGE)
    assert page.preview.sheet.pixmap().width() == fitted
    assert len(page.preview._cache) == cached


@pytest.mark.parametrize("spec", PAPERS, ids=lambda spec: str(spec.key))
def test_every_paper_of_the_list_opens_by_keyboard(
    page: PrintsPage, desk: Desk, qtbot: QtBot, settle: Settle, spec: PaperSpec
) -> None:
    press(page, Qt.Key.Key_F, CTRL)
    assert page.papers.lists_papers
    chooser = page.papers.chooser
    assert chooser.hasFocus()
    press(chooser, Qt.Key.Key_Home)
    for _ in range(PAPERS.index(spec)):
        press(chooser, Qt.Key.Key_Down)
    press(chooser, Qt.Key.Key_Return)
    assert page.paper == spec.key
    assert not page.papers.lists_papers
    assert page.papers.heading.text() == spec.word
    qtbot.waitUntil(
        lambda: bool(page.output.content) or page.empty.isVisible() or page.note.isVisible()
    )
    settle()
    assert page.empty.title.text() or not page.empty.isVisible()
    assert desk.office.settings.preference(PREFERENCE) == spec.key


def test_the_first_time_the_papers_are_listed_later_the_last_one_is_in_hand(
    window: MainWindow, desk: Desk, settle: Settle
) -> None:
    fill(desk)
    page = window.show_page(PageKey.PRINTS)
    assert isinstance(page, PrintsPage)
    settle()
    settle()
    assert page.papers.lists_papers
    assert page.output.content
    assert [page.papers.chooser.item(row).text() for row in range(page.papers.chooser.count())] == [
        spec.word for spec in PAPERS
    ]
    press(page.papers.chooser, Qt.Key.Key_Escape)
    assert not page.papers.lists_papers
    again = PrintsPage(desk)
    again.activated()
    settle()
    assert again.paper == PaperKey.BOOKLET
    assert not again.papers.lists_papers
    settle()
    again.deleteLater()


def test_a_change_is_noticed_and_shown_when_asked(
    page: PrintsPage, desk: Desk, settle: Settle
) -> None:
    saved = desk.office.directory.save(
        Listing(name="Nouvelle venue", kind=ListingKind.ASSOCIATION, category="associations")
    )
    desk.bus.changed.emit(saved.changes)
    assert page.note.isVisible()
    before = page.output.content
    page.note.button.click()
    settle()
    settle()
    assert page.output.content != before
    assert not page.note.isVisible()


def test_a_change_made_on_another_page_is_shown_on_coming_back(
    page: PrintsPage, window: MainWindow, desk: Desk, settle: Settle
) -> None:
    before = page.output.content
    window.show_page(PageKey.SETTINGS)
    saved = desk.office.directory.save(
        Listing(name="Nouvelle venue", kind=ListingKind.ASSOCIATION, category="associations")
    )
    desk.bus.changed.emit(saved.changes)
    settle()
    assert page.output.content == before
    window.show_page(PageKey.PRINTS)
    settle()
    settle()
    assert page.output.content != before


def test_the_newest_choice_is_the_one_that_is_shown(
    page: PrintsPage, form: BookletPaperForm, desk: Desk, settle: Settle
) -> None:
    page.refresh()
    form.print_card.edition.line.clear()
    type_text(form.print_card.edition.line, "1/3/2027")
    page.refresh()
    form.print_card.edition.line.clear()
    type_text(form.print_card.edition.line, "1/4/2027")
    page.refresh()
    settle()
    settle()
    wanted = desk.office.booklets.render(form.print_card.date_of_edition(), BookletOptions())
    assert page.output.content == wanted.content


def test_what_is_no_longer_as_chosen_cannot_be_printed(
    page: PrintsPage, form: BookletPaperForm, settle: Settle
) -> None:
    assert page.print_button.isEnabled()
    form.print_card.edition.line.clear()
    type_text(form.print_card.edition.line, "jamais")
    assert not page.print_button.isEnabled()
    page.refresh()
    assert form.print_card.edition.is_refused
    assert not page.preview.sheet.isEnabled()
    assert not page.header.save_button.isEnabled()
    form.print_card.edition.line.clear()
    type_text(form.print_card.edition.line, "1/4/2027")
    page.refresh()
    settle()
    settle()
    assert page.print_button.isEnabled()
    assert page.preview.sheet.isEnabled()


def test_a_layout_can_be_stopped_and_asked_for_again(page: PrintsPage, settle: Settle) -> None:
    page.refresh()
    assert page.renderer.is_running
    page.view.strip.follow(page.view._task, "Mise en page…")
    page.view.strip.button.click()
    settle()
    assert page.note.text() == "Cet aperçu a été arrêté."
    assert not page.print_button.isEnabled()
    page.note.button.click()
    settle()
    settle()
    assert page.print_button.isEnabled()


def test_an_empty_directory_is_told_what_to_do_first(window: MainWindow, settle: Settle) -> None:
    page = window.show_page(PageKey.PRINTS)
    settle()
    settle()
    assert page.empty.isVisible()
    assert "fiche publiée" in page.empty.title.text()
    assert page.papers.chooser.isVisible()
    assert not page.print_button.isEnabled()
    page.print_()


def test_saving_writes_what_is_shown_and_remembers_it(
    qtbot: QtBot, page: PrintsPage, desk: Desk, tmp_path: Path, settle: Settle
) -> None:
    target = tmp_path / "Livret été.pdf"
    with qtbot.waitSignal(page.notice) as said:
        page.output.save_to(target)
    assert said.args[0].text == f"Enregistré\u00a0: {target}"
    assert target.read_bytes() == page.output.content
    settle()
    assert desk.office.home.summary(desk.today()).booklet_printed_on == desk.today()


def test_a_name_that_cannot_be_written_is_said_above_the_preview(
    qtbot: QtBot, page: PrintsPage, tmp_path: Path, reported: list[Exception]
) -> None:
    page.output.save_to(tmp_path)
    qtbot.waitUntil(page.note.isVisible)
    assert "dossier" in page.note.text()
    assert reported == []


def test_the_booklet_becomes_a_page_for_the_web(
    qtbot: QtBot, page: PrintsPage, tmp_path: Path
) -> None:
    assert page.header.more_button.isVisible()
    (action,) = page.header.more.actions()
    assert action.text() == "Page web (.html)…"
    (export,) = page.form.exports()
    target = tmp_path / "livret.html"
    with qtbot.waitSignal(page.notice) as said:
        page.output.export_to(export, target)
    assert str(target) in said.args[0].text
    written = target.read_text("utf-8")
    assert "<html" in written
    assert "Amicale &amp; œuvre 1" in written


def test_listings_selected_in_the_directory_come_first(
    window: MainWindow, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    first, *_ = fill(desk)
    directory = window.show_page(PageKey.DIRECTORY)
    assert isinstance(directory, DirectoryPage)
    settle()
    settle()
    directory.list.table.selectAll()
    settle()
    assert directory.selection.isVisible()
    action = directory.selection.print_button.menu().actions()[0]
    assert action.text() == "Un livret où elles viennent d’abord"
    action.trigger()
    page = window.current
    assert isinstance(page, PrintsPage)
    settle()
    settle()
    form = page.form
    assert isinstance(form, BookletPaperForm)
    assert form.family.details.is_open
    assert form.family.picked.text().startswith(
        "3\u00a0fiches choisies dans Livret viennent d’abord"
    )
    options = form.family.options(form.print_card.preference())
    assert first in options.chosen
    before = page.output.content
    assert before
    form.family.forget_button.click()
    qtbot.waitUntil(lambda: page.print_button.isEnabled() and page.output.content != before)
    assert form.family.picked.isHidden()


def test_the_search_leads_to_every_paper(window: MainWindow, settle: Settle) -> None:
    commands = {command.label: command for command in window.palette_list._commands}
    for spec in PAPERS:
        assert spec.command in commands
    commands["Imprimer le livret"].run()
    page = window.current
    assert isinstance(page, PrintsPage)
    assert page.paper == PaperKey.BOOKLET
    settle()


def test_the_calendar_leads_to_the_poster_of_its_month(
    window: MainWindow, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    desk.office.calendar.save(Event(title="Marché", start=date(2027, 2, 13)))
    calendar = window.show_page(PageKey.CALENDAR)
    assert isinstance(calendar, CalendarPage)
    settle()
    calendar.month_button.click()
    calendar.month.show_day(date(2027, 2, 1))
    settle()
    press(window, Qt.Key.Key_P, CTRL)
    page = window.current
    assert isinstance(page, PrintsPage)
    assert page.paper == PaperKey.MONTH
    qtbot.waitUntil(page.print_button.isEnabled)
    with PdfPages(page.output.content) as pages:
        said = pages.text(0)
    assert "Marché" in said
    assert "février" in said.lower()


def test_a_month_without_a_date_leads_to_the_calendar_and_keeps_its_choices(
    window: MainWindow, settle: Settle
) -> None:
    page = window.show_page(PageKey.PRINTS)
    assert isinstance(page, PrintsPage)
    page.show_paper(PaperKey.MONTH)
    settle()
    settle()
    assert page.empty.isVisible()
    assert page.form.isVisible()
    (first,) = page.view.first_steps[PageKey.CALENDAR]
    assert first.isVisible()
    assert not any(one.isVisible() for one in page.view.first_steps[PageKey.DIRECTORY])
    first.click()
    assert isinstance(window.current, CalendarPage)
    settle()


@pytest.mark.parametrize("spec", PAPERS, ids=lambda spec: str(spec.key))
def test_whatever_takes_the_focus_on_a_paper_has_a_name(
    page: PrintsPage, window: MainWindow, settle: Settle, spec: PaperSpec
) -> None:
    page.show_paper(spec.key)
    settle()
    for details in page.form.findChildren(FoldedDetails):
        details.set_open(True)
    assert focusable(page.papers)
    assert nameless(window) == []
    settle()


@pytest.mark.parametrize("spec", PAPERS, ids=lambda spec: str(spec.key))
def test_tab_goes_from_the_top_line_through_the_choices_to_the_print(
    page: PrintsPage, settle: Settle, spec: PaperSpec
) -> None:
    page.show_paper(spec.key)
    settle()
    for details in page.form.findChildren(FoldedDetails):
        details.set_open(True)
    settle()
    page.papers.scrolled.to_top()
    visited = [one for one in tab_order(page) if one.focusProxy() is None]
    parts = [page.header, page.papers, page.view]
    whose = [next(n for n, part in enumerate(parts) if part.isAncestorOf(one)) for one in visited]
    assert whose == sorted(whose)
    for part in parts:
        own = [one for one in visited if part.isAncestorOf(one)]
        for before, after in pairwise(own):
            first, second = (
                QRect(one.mapTo(part, QPoint(0, 0)), one.size()) for one in (before, after)
            )
            beside = second.left() > first.left() and first.top() < second.center().y()
            assert beside or second.top() >= first.bottom() - 4, (before, after)


def test_enter_in_the_list_of_papers_leads_to_the_first_choice(
    page: PrintsPage, settle: Settle
) -> None:
    press(page, Qt.Key.Key_F, CTRL)
    chooser = page.papers.chooser
    press(chooser, Qt.Key.Key_End)
    press(chooser, Qt.Key.Key_Return)
    assert page.form.isAncestorOf(page.window().focusWidget())
    settle()
    assert page.form.isAncestorOf(page.window().focusWidget())


def test_a_closing_window_lays_nothing_out(page: PrintsPage) -> None:
    assert page.form is not None
    page.form.changed.emit()
    assert page._timer.isActive()
    page.flush()
    assert not page._timer.isActive()
