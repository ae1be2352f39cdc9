from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.import_plan import Cancelled, silent
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.pdf_pages import PdfPages
from ctg_desktop.ui.impressions.preview import Zoom
from ctg_desktop.ui.impressions.printing import make_printer, print_pdf
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from tests.ui.keys import press, type_text

Settle = Callable[[], None]


def fill(desk: Desk, count: int = 3) -> None:
    for number in range(count):
        desk.office.directory.save(
            Listing(
                name=f"Amicale & œuvre {number}",
                kind=ListingKind.ASSOCIATION,
                category="associations",
                verified_on=date(2026, 11, 2),
            )
        )


@pytest.fixture
def page(window: MainWindow, desk: Desk, settle: Settle) -> PrintsPage:
    fill(desk)
    window.resize(1366, 768)
    page = window.show_page(PageKey.PRINTS)
    settle()
    settle()
    assert isinstance(page, PrintsPage)
    return page


@pytest.fixture
def booklet(desk: Desk) -> bytes:
    fill(desk)
    return desk.office.booklets.render(date(2026, 11, 23))[0]


def test_the_preview_is_the_print(page: PrintsPage, desk: Desk) -> None:
    content, pages = desk.office.booklets.render(desk.today())
    assert page._content == content
    assert page.preview.page_count == pages
    with PdfPages(content) as open_pages:
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
    assert page.preview.view.accessibleName().startswith("Aperçu du livret, Page 1 sur")


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


def test_a_change_is_noticed_and_shown_when_asked(
    page: PrintsPage, desk: Desk, settle: Settle
) -> None:
    saved = desk.office.directory.save(
        Listing(name="Nouvelle venue", kind=ListingKind.ASSOCIATION, category="associations")
    )
    desk.bus.changed.emit(saved.changes)
    assert page.note.isVisible()
    before = page._content
    page.note.button.click()
    settle()
    settle()
    assert page._content != before
    assert not page.note.isVisible()


def test_saving_writes_the_booklet_and_remembers_it(
    qtbot: QtBot, page: PrintsPage, desk: Desk, tmp_path: Path
) -> None:
    target = tmp_path / "Livret été.pdf"
    with qtbot.waitSignal(page.notice) as said:
        page.save_to(target)
    assert said.args[0].text == f"Livret enregistré\u00a0: {target}"
    assert target.read_bytes() == page._content
    assert desk.office.home.summary(desk.today()).booklet_printed_on == desk.today()


def test_another_edition_is_another_booklet(page: PrintsPage, qtbot: QtBot) -> None:
    before = page._content
    page.form.edition.line.clear()
    type_text(page.form.edition.line, "1/3/2027")
    qtbot.waitUntil(lambda: page._content != before)
    page.form.edition.line.clear()
    type_text(page.form.edition.line, "jamais")
    page.refresh()
    assert page.form.edition.is_refused


def test_the_length_of_the_calendar_is_kept(
    page: PrintsPage, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    page.form.months.setValue(6)
    qtbot.waitUntil(lambda: desk.office.settings.booklet().calendar_months == 6)
    settle()


def test_an_empty_directory_is_told_what_to_do_first(window: MainWindow, settle: Settle) -> None:
    page = window.show_page(PageKey.PRINTS)
    settle()
    assert page.empty.isVisible()
    assert not page.print_button.isEnabled()
    page.print_()


def to_file(target: Path) -> QPrinter:
    printer = make_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def test_every_page_goes_to_the_printer(booklet: bytes, tmp_path: Path) -> None:
    target = tmp_path / "papier.pdf"
    told: list[tuple[int, int]] = []
    sent = print_pdf(booklet, to_file(target), lambda done, total: told.append((done, total)))
    with PdfPages(booklet) as pages:
        assert sent == pages.count
    assert told == [(done, sent) for done in range(sent)]
    printed = pypdfium2.PdfDocument(target)
    assert len(printed) == sent
    width, height = printed[0].get_size()
    assert (round(width), round(height)) == (420, 595)
    picture = printed[0].render(scale=0.5).to_pil().convert("RGB")
    corner = picture.getpixel((10, 10))
    assert corner != (255, 255, 255)
    printed.close()


def test_only_the_pages_chosen_are_printed(booklet: bytes, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "papier.pdf")
    printer.setFromTo(2, 3)
    assert print_pdf(booklet, printer, silent) == 2


def test_a_print_can_be_stopped(booklet: bytes, tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pdf(booklet, to_file(tmp_path / "papier.pdf"), stop)


def test_printing_is_remembered(qtbot: QtBot, page: PrintsPage, desk: Desk, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.notice) as said:
        page.print_on(to_file(tmp_path / "papier.pdf"))
    assert "à l’imprimante" in said.args[0].text
    assert desk.office.home.summary(desk.today()).booklet_printed_on == desk.today()
