"""The pages of the directory, the calendar, the papers and the settings, and an import."""

from __future__ import annotations

from pathlib import Path

from ctg_desktop.ui.agenda.page import CalendarPage
from ctg_desktop.ui.importing.dialog import ImportDialog
from ctg_desktop.ui.impressions.booklet.form import BookletPaperForm
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.requests import PaperKey
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from scenes.camera import Camera, settle

SHEET = """\
Nom;Adresse;CP;Ville;Téléphone;Courriel;Horaires;Objet
Les Amis du Lavoir;2, place de l’Église;86999;Valmoulin-sur-Clain;05 36 49 70 01;lavoir@valmoulin.example;sam 10h-12h;Restaurer le lavoir et ses abords
Fleurs et graines;12, rue du Moulin;86999;Valmoulin-sur-Clain;05 36 49 25 30;;mar-sam 9h-18h;
Atelier couture des Vaux;Salle du Moulin;86999;Valmoulin-sur-Clain;05 36 49 70 12;couture@valmoulin.example;1er mardi du mois 14h-17h;Coudre et réparer ensemble
Le Club des marcheurs;Place de la Halle;86999;Valmoulin-sur-Clain;05 36 49 70 23;;dim 9h;Une promenade chaque dimanche
;Rue du Four;86999;Valmoulin-sur-Clain;;;;
"""

# What is opened on a page: the first that the search finds.
_LOOKED_FOR = {
    PageKey.DIRECTORY: ("listing", "médiathèque"),
    PageKey.CALENDAR: ("event", "marché des producteurs"),
    PageKey.FAMILIES: ("household", "Haddad"),
}


def show(window: MainWindow, key: PageKey) -> None:
    """Show a page, with a record open where it has some."""
    page = window.show_page(key)
    settle(window)
    if key in _LOOKED_FOR:
        entity, words = _LOOKED_FOR[key]
        hits = page.desk.office.search.find(words)
        page.show_record(next(hit.id for hit in hits if hit.entity == entity))
        settle(window)


def take_pages(camera: Camera, window: MainWindow) -> None:
    """Take the pages of the rail; papers and the register have scenes of their own."""
    for key in PageKey:
        if key not in {PageKey.PRINTS, PageKey.REGISTER}:
            show(window, key)
            camera.take(window, key.value)
    page = window.show_page(PageKey.CALENDAR)
    assert isinstance(page, CalendarPage)
    page.month_button.click()
    settle(window)
    camera.take(window, "agenda-mois")


def take_papers(camera: Camera, window: MainWindow) -> None:
    """Take the booklet, a leaflet, and the list of all papers."""
    page = window.show_page(PageKey.PRINTS)
    assert isinstance(page, PrintsPage)
    page.show_paper(PaperKey.BOOKLET)
    settle(window)
    form = page.form
    assert isinstance(form, BookletPaperForm)
    form.contents.details.set_open(True)
    form.contents.contents.select("health")
    settle(window)
    camera.take(window, "impressions")
    page.show_paper(PaperKey.LEAFLET)
    settle(window)
    camera.take(window, "impressions-depliant")
    page.show_paper(PaperKey.MONTH)
    settle(window)
    page.papers.show_list()
    camera.take(window, "impressions-papiers")


def take_import(camera: Camera, window: MainWindow) -> None:
    """Take the columns of a spreadsheet, and what it would change."""
    page = window.show_page(PageKey.DIRECTORY)
    sheet = Path("associations.csv")
    sheet.write_text(SHEET, "utf-8")
    dialog = ImportDialog(page.desk, window)
    dialog.show()
    dialog.look_at_file(sheet)
    settle(window)
    for name in ("import-colonnes", "import-apercu"):
        dialog.go_on()
        settle(window)
        camera.take(dialog, name)
    dialog.close()
