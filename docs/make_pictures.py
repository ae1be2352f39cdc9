"""Take the pictures of docs/pictures: every page of the real window, and pages of the booklet.

Everything shows the demonstration commune as of the day they are taken. Run it by
``make screenshots``.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
DAY = date.today()  # noqa: DTZ011 - the local day is meant
VAULT = Path("Documents", "Valmoulin")  # shown on screen, hence without a folder of this machine
SIZE = (1366, 768)
PATIENCE = 20.0
BOOKLET_WIDTH = 360
SHEET = """\
Nom;Adresse;CP;Ville;Téléphone;Courriel;Horaires;Objet
Les Amis du Lavoir;2, place de l’Église;86999;Valmoulin-sur-Clain;05 36 49 70 01;lavoir@valmoulin.example;sam 10h-12h;Restaurer le lavoir et ses abords
Fleurs et graines;12, rue du Moulin;86999;Valmoulin-sur-Clain;05 36 49 25 30;;mar-sam 9h-18h;
Atelier couture des Vaux;Salle du Moulin;86999;Valmoulin-sur-Clain;05 36 49 70 12;couture@valmoulin.example;1er mardi du mois 14h-17h;Coudre et réparer ensemble
Le Club des marcheurs;Place de la Halle;86999;Valmoulin-sur-Clain;05 36 49 70 23;;dim 9h;Une promenade chaque dimanche
;Rue du Four;86999;Valmoulin-sur-Clain;;;;
"""
GAP = 24

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402 - the platform is chosen first
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from ctg_desktop.ui.agenda.page import CalendarPage  # noqa: E402
from ctg_desktop.ui.app import make_application  # noqa: E402
from ctg_desktop.ui.crash_dialog import CrashReporter  # noqa: E402
from ctg_desktop.ui.importing.dialog import ImportDialog  # noqa: E402
from ctg_desktop.ui.impressions.booklet.form import BookletPaperForm  # noqa: E402
from ctg_desktop.ui.impressions.page import PrintsPage  # noqa: E402
from ctg_desktop.ui.impressions.requests import PaperKey  # noqa: E402
from ctg_desktop.ui.main_window import MainWindow  # noqa: E402
from ctg_desktop.ui.pages import PageKey  # noqa: E402
from ctg_desktop.ui.shell import Opening, Shell  # noqa: E402
from ctg_desktop.ui.theme.theme import Theme, dark_system_palette  # noqa: E402
from ctg_desktop.usecases.access import Access  # noqa: E402
from ctg_desktop.usecases.office import open_office  # noqa: E402
from ctg_desktop.usecases.start import Start  # noqa: E402

# What is opened on a page: the first that the search finds.
LOOKED_FOR = {
    PageKey.DIRECTORY: ("listing", "médiathèque"),
    PageKey.CALENDAR: ("event", "marché des producteurs"),
}


def main() -> int:
    """Take every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        VAULT.parent.mkdir()
        start = Start(Path("données"))
        start.demonstration(VAULT, DAY)
        _booklet(Path("livret.pdf"))
        _windows(start)
    return 0


def _windows(start: Start) -> None:
    application = make_application()
    theme = Theme(application)
    theme.apply()
    with _first_start(theme, Path("vide")) as window:
        _take(window, "premier-demarrage")
    with _opened(start, theme) as window:
        for key in PageKey:
            if key is not PageKey.PRINTS:
                _show(window, key)
                _take(window, key.value)
        _take_month(window)
        _take_papers(window)
        _take_import(window)
        theme.set_system(dark_system_palette())
        _show(window, PageKey.DIRECTORY)
        _take(window, "livret-sombre")


@contextlib.contextmanager
def _first_start(theme: Theme, data: Path) -> Iterator[QWidget]:
    shell = _shell(Start(data), theme, None)
    shell.show_start()
    (window,) = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    yield window
    window.close()
    QApplication.processEvents()


@contextlib.contextmanager
def _opened(start: Start, theme: Theme) -> Iterator[MainWindow]:
    shell = _shell(start, theme, VAULT)
    assert shell.begin()
    _wait(lambda: shell.window is not None)
    assert shell.window is not None
    shell.window.resize(*SIZE)
    yield shell.window
    shell.close()


def _shell(start: Start, theme: Theme, vault: Path | None) -> Shell:
    reports = Path(tempfile.gettempdir())
    reporter = CrashReporter(reports, theme.application)
    return Shell(Opening(start, vault, open_office, lambda: DAY, reports), theme, reporter)


def _show(window: MainWindow, key: PageKey) -> None:
    page = window.show_page(key)
    _settle(window)
    if key in LOOKED_FOR:
        entity, words = LOOKED_FOR[key]
        hits = page.desk.office.search.find(words)
        page.show_record(next(hit.id for hit in hits if hit.entity == entity))
        _settle(window)
    _leave_fields()


def _take_month(window: MainWindow) -> None:
    page = window.show_page(PageKey.CALENDAR)
    assert isinstance(page, CalendarPage)
    page.month_button.click()
    _settle(window)
    _leave_fields()
    _take(window, "agenda-mois")


def _take_papers(window: MainWindow) -> None:
    page = window.show_page(PageKey.PRINTS)
    assert isinstance(page, PrintsPage)
    page.show_paper(PaperKey.BOOKLET)
    _settle(window)
    form = page.form
    assert isinstance(form, BookletPaperForm)
    form.contents.details.set_open(True)
    form.contents.contents.select("health")
    _settle(window)
    _leave_fields()
    _take(window, "impressions")
    page.show_paper(PaperKey.LEAFLET)
    _settle(window)
    _leave_fields()
    _take(window, "impressions-depliant")
    page.show_paper(PaperKey.MONTH)
    _settle(window)
    page.papers.show_list()
    _leave_fields()
    _take(window, "impressions-papiers")


def _take_import(window: MainWindow) -> None:
    page = window.show_page(PageKey.DIRECTORY)
    sheet = Path("associations.csv")
    sheet.write_text(SHEET, "utf-8")
    dialog = ImportDialog(page.desk, window)
    dialog.show()
    dialog.look_at_file(sheet)
    _settle(window)
    for name in ("import-colonnes", "import-apercu"):
        dialog.go_on()
        _settle(window)
        _take(dialog, name)
    dialog.close()


def _leave_fields() -> None:
    """Leave the field that has the focus: no blinking cursor in a picture."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


def _settle(window: MainWindow) -> None:
    """Wait until the worker has nothing left and twice nothing came back."""
    page = window.current
    assert page is not None
    for _ in range(3):
        _wait(lambda: not page.desk.tasks.is_busy)
        end = time.perf_counter() + 0.3
        while time.perf_counter() < end:
            QApplication.processEvents()


def _wait(until: Callable[[], bool]) -> None:
    end = time.perf_counter() + PATIENCE
    while not until():
        QApplication.processEvents()
        assert time.perf_counter() < end, "the window did not come to rest"


def _take(window: QWidget, name: str) -> None:
    target = PICTURES / f"{name}.png"
    assert window.grab().save(str(target))
    _shrink(target)


def _shrink(target: Path) -> None:
    """Keep the file small: 256 colours are enough for a screen of flat colours."""
    with Image.open(target) as picture:
        flat = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    flat.save(target, optimize=True)
    print(target.relative_to(ROOT))


def _booklet(target: Path) -> None:
    import pypdfium2

    with open_office(VAULT, "", Access(VAULT).unlock_practice().key) as office:
        office.booklets.make(target, DAY)
    with pypdfium2.PdfDocument(target) as pdf:
        pages = [_drawn(pdf[number]) for number in _shown(len(pdf))]
    height = max(page.height for page in pages)
    width = len(pages) * (BOOKLET_WIDTH + GAP) + GAP
    sheet = Image.new("RGB", (width, height + 2 * GAP), "#d9dcdb")
    for place, page in enumerate(pages):
        sheet.paste(page, (GAP + place * (BOOKLET_WIDTH + GAP), GAP))
    sheet.save(PICTURES / "booklet.png")
    _shrink(PICTURES / "booklet.png")


def _shown(count: int) -> tuple[int, ...]:
    """Return the pages that give an idea of the booklet: cover, contents, entries, calendar."""
    return (0, 1, 4, count * 3 // 4)


def _drawn(page: object) -> Image.Image:
    scale = BOOKLET_WIDTH / page.get_width()  # type: ignore[attr-defined]  # no annotations
    drawn: Image.Image = page.render(scale=scale).to_pil()  # type: ignore[attr-defined]
    return drawn.convert("RGB")


if __name__ == "__main__":
    sys.exit(main())
