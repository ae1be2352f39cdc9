from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ctg_desktop.domain.papers import BookletForm, BookletOptions, Duplex
from ctg_desktop.domain.progress import Cancelled, silent
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.booklet.form import BookletPaperForm
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.pdf_pages import PdfPages
from ctg_desktop.ui.impressions.printing import make_printer, page_layout, print_pdf
from tests.ui.impressions.conftest import fill

"""Milliseconds: a printer wants many dots, a busy machine takes its time."""
A3, A4, A5 = (841.89, 1190.55), (595.28, 841.89), (419.53, 595.28)


@pytest.fixture
def booklet(desk: Desk) -> bytes:
    fill(desk)
    return desk.office.booklets.render(desk.today(), BookletOptions()).content


def to_file(target: Path, size: tuple[float, float] = A5, duplex: Duplex = Duplex.NONE) -> QPrinter:
    printer = make_printer(size, duplex)
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


@pytest.mark.parametrize(
    ("size", "paper", "orientation"),
    [
        (A5, QPageSize.PageSizeId.A5, QPageLayout.Orientation.Portrait),
        (A4, QPageSize.PageSizeId.A4, QPageLayout.Orientation.Portrait),
        (A4[::-1], QPageSize.PageSizeId.A4, QPageLayout.Orientation.Landscape),
        (A3, QPageSize.PageSizeId.A3, QPageLayout.Orientation.Portrait),
        (A3[::-1], QPageSize.PageSizeId.A3, QPageLayout.Orientation.Landscape),
    ],
)
def test_the_paper_of_the_printer_is_that_of_the_print(
    tmp_path: Path,
    size: tuple[float, float],
    paper: QPageSize.PageSizeId,
    orientation: QPageLayout.Orientation,
) -> None:
    layout = page_layout(size)
    assert layout.pageSize().id() is paper
    assert layout.orientation() is orientation
    source, target = tmp_path / "source.pdf", tmp_path / "papier.pdf"
    canvas = Canvas(str(source), pagesize=size)
    canvas.rect(0, 0, size[0] / 2, size[1], stroke=0, fill=1)
    canvas.save()
    print_pdf(source.read_bytes(), to_file(target, size), silent)
    with pypdfium2.PdfDocument(target) as printed:
        shown = printed[0].get_size()
        assert [round(one) for one in shown] == pytest.approx([round(one) for one in size], abs=1)
        picture = printed[0].render(scale=0.2).to_pil().convert("L")
    middle = picture.height // 2
    assert picture.getpixel((3, middle)) < 60
    assert picture.getpixel((picture.width - 4, middle)) > 200


def test_a_size_of_its_own_is_kept() -> None:
    size = page_layout((300.0, 200.0)).fullRectPoints()
    assert (size.width(), size.height()) == (300, 200)


def test_a_folded_booklet_is_printed_on_both_sides(
    page: PrintsPage, form: BookletPaperForm, qtbot: QtBot, tmp_path: Path
) -> None:
    assert page.view.advice.isHidden()
    form.print_card.form.set_value(BookletForm.FOLDED)
    form.print_card.form.edited.emit()
    qtbot.waitUntil(lambda: page.view.advice.isVisible() and page.print_button.isEnabled())
    assert "bord court" in page.view.advice.text()
    printer = page.output.printer()
    assert printer is not None
    assert printer.duplex() in {
        QPrinter.DuplexMode.DuplexShortSide,
        QPrinter.DuplexMode.DuplexNone,  # a system without a printer knows no other
    }
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "cahier.pdf"))
    with qtbot.waitSignal(page.notice):
        page.output.print_on(printer)
    with pypdfium2.PdfDocument(tmp_path / "cahier.pdf") as printed:
        width, height = printed[0].get_size()
    assert (round(width), round(height)) == (842, 595)


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
        page.output.print_on(to_file(tmp_path / "papier.pdf"))
    assert "à l’imprimante" in said.args[0].text
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    assert desk.office.home.summary(desk.today()).booklet_printed_on == desk.today()
