"""What the window does at a key, and what the search box offers as commands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import methodcaller
from typing import TYPE_CHECKING

from ctg_desktop.ui.impressions.papers import PAPERS
from ctg_desktop.ui.pages import PAGES, PageKey
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.search_palette import Command

if TYPE_CHECKING:
    from ctg_desktop.ui.main_window import MainWindow


def keys_of(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return key sequence → what it does."""
    pages = {
        f"Ctrl+{place}": partial(window.show_page, spec.key)
        for place, spec in enumerate(PAGES, start=1)
    }
    return {
        "Ctrl+N": partial(window.change_page, methodcaller("new_")),
        "Ctrl+S": partial(window.change_page, methodcaller("save_")),
        "Ctrl+F": partial(window.on_page, methodcaller("focus_search")),
        "Ctrl+P": partial(window.on_page, methodcaller("print_")),
        "Ctrl+Z": window.undo,
        "Ctrl+Shift+Z": window.redo,
        "Ctrl+Y": window.redo,
        "Ctrl+K": window.focus_search,
        "Ctrl+L": window.lock_wanted.emit,
        "Ctrl+R": window.refer,
        "F1": window.show_help,
        **pages,
    }


def commands_of(window: MainWindow) -> tuple[Command, ...]:
    """Return the commands that the search box finds by their words."""
    pages = (
        Command(spec.word, spec.icon, partial(window.show_page, spec.key), f"page {spec.key}")
        for spec in PAGES
    )
    papers = (
        Command(one.command, one.icon, partial(window.print_paper, one.key), one.summary)
        for one in PAPERS
    )
    new = window.new_record
    return (
        *pages,
        Command("Nouvelle fiche", Icon.ADD, partial(new, PageKey.DIRECTORY), "ajouter"),
        Command("Nouvelle manifestation", Icon.ADD, partial(new, PageKey.CALENDAR), "ajouter"),
        Command("Nouvelle famille", Icon.ADD, partial(new, PageKey.FAMILIES), "ajouter"),
        Command(
            "Orienter un visiteur", Icon.RIGHT, window.refer, "visiteur sans nom guichet besoin"
        ),
        Command("Importer un fichier", Icon.IMPORT, window.bring_in, "tableur rna dila excel csv"),
        Command(
            "Exporter le livret", Icon.EXPORT, window.take_out, "excel csv tableur vcard agenda"
        ),
        *papers,
        Command("Annuler la dernière action", Icon.UNDO, window.undo, "défaire retour"),
        Command("Rétablir ce qui vient d’être annulé", Icon.REDO, window.redo, "refaire"),
        Command("Changer de commune", Icon.COMMUNE, window.start_wanted.emit, "coffre ouvrir"),
        Command("Verrouiller", Icon.LOCK, window.lock_wanted.emit, "fermer quitter mot de passe"),
        Command("Aide", Icon.HELP, window.show_help, "clavier raccourcis"),
    )
