"""The leaflet in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Event

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.leaflet import LeafletForm, LeafletSubject, SubjectKind
from ctg_desktop.domain.leaflet_models import MODELS
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.leaflet_form import LeafletPaperForm
from ctg_desktop.ui.impressions.leaflet_reading import DRAFT
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.requests import ListingsWanted, PaperKey
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from tests.ui.keys import type_text
from tests.ui.opened import nameless

MOBILITY = LeafletSubject(SubjectKind.THEME, "mobility")


@pytest.fixture
def listings(desk: Desk) -> list[str]:
    directory = desk.office.directory
    return [
        directory.save(Listing(name=name, category="mobility", themes=("mobility",))).listing.id
        for name in ("Bus", "Taxi", "Vélo")
    ]


@pytest.fixture
def page(window: MainWindow, listings: list[str], settle: Callable[[], None]) -> PrintsPage:
    assert listings
    window.resize(1366, 768)
    page = window.show_page(PageKey.PRINTS)
    assert isinstance(page, PrintsPage)
    page.show_paper(PaperKey.LEAFLET)
    settle()
    settle()
    return page


@pytest.fixture
def form(page: PrintsPage) -> LeafletPaperForm:
    assert isinstance(page.form, LeafletPaperForm)
    return page.form


def choose(form: LeafletPaperForm, key: str) -> None:
    form.subject.set_value(key)
    form.subject.edited.emit()


def test_it_begins_with_a_theme_that_holds_something(
    page: PrintsPage, form: LeafletPaperForm
) -> None:
    assert form.subject.value() == "theme:mobility"
    assert form.subject.currentText() == "Mobilité – 3\u00a0fiches"
    assert form.texts.value().title == MODELS["mobility"].texts.title
    assert form.subject_field.hint.text() == "Répond à la fiche 5 du plan d’action."
    assert form.report.text().replace("\u00a0", " ") == "3 fiches."
    assert form.missing.isHidden()
    assert page.preview.page_count == 2
    assert nameless(form) == []


def test_an_empty_theme_says_what_to_do(
    page: PrintsPage, form: LeafletPaperForm, settle: Callable[[], None], qtbot: QtBot
) -> None:
    choose(form, "theme:youth")
    qtbot.waitUntil(lambda: form.texts.value().title == MODELS["youth"].texts.title)
    settle()
    qtbot.waitUntil(lambda: not page.print_button.isEnabled())


def test_what_is_typed_is_kept_with_the_commune(
    form: LeafletPaperForm, desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    form.texts.heading.clear()
    type_text(form.texts.heading, "Bouger ici")
    form.flush()
    settle()
    assert desk.office.leaflets.texts(MOBILITY).title == "Bouger ici"
    assert desk.office.drafts.get(DRAFT) is None
    form.texts.reset_button.click()
    qtbot.waitUntil(lambda: form.texts.value().title == MODELS["mobility"].texts.title)
    settle()
    desk.bus.changed.emit(desk.office.journal.undo().changes)
    settle()
    qtbot.waitUntil(lambda: form.texts.value().title == "Bouger ici")


def test_a_refused_title_stands_beside_its_field_and_is_not_lost(
    form: LeafletPaperForm, desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    form.texts.heading.clear()
    form.texts.heading.edited.emit()
    form.flush()
    settle()
    qtbot.waitUntil(lambda: "titre" in _said(form))
    assert desk.office.leaflets.texts(MOBILITY) == MODELS["mobility"].texts
    assert desk.office.drafts.get(DRAFT) is not None


def test_typing_found_again_is_shown_and_saved(desk: Desk, settle: Callable[[], None]) -> None:
    texts = replace(MODELS["mobility"].texts, title="Retrouvé")
    changes = {"subject": "theme:mobility", "texts": msgspec.to_builtins(texts)}
    desk.office.drafts.keep(DRAFT, {"at": "2026-11-01T10:00:00", "name": "", "changes": changes})
    again = LeafletPaperForm(desk)
    again.load()
    settle()
    assert again.texts.value().title == "Retrouvé"
    again.flush()
    settle()
    assert desk.office.leaflets.texts(MOBILITY).title == "Retrouvé"
    again.deleteLater()


def _said(form: LeafletPaperForm) -> str:
    return " ".join(
        field.error.text() for field in form.texts.findChildren(type(form.subject_field))
    )


def test_selected_listings_and_searches_are_subjects_too(
    page: PrintsPage,
    form: LeafletPaperForm,
    desk: Desk,
    listings: list[str],
    qtbot: QtBot,
    settle: Callable[[], None],
) -> None:
    search = desk.office.searches.save("Les taxis", ListingFilter(text="taxi")).search
    form.receive(ListingsWanted(tuple(listings[:2])))
    form.load()
    settle()
    assert form.subject.currentText().replace("\u00a0", " ") == "2 fiches choisies dans Livret"
    qtbot.waitUntil(lambda: form.report.text().startswith("2"))
    choose(form, f"search:{search.id}")
    settle()
    qtbot.waitUntil(lambda: form.texts.value().title == "Les taxis")
    qtbot.waitUntil(lambda: form.report.text().startswith("1"))
    assert page.preview.page_count == 2


def test_the_choices_are_remembered(
    form: LeafletPaperForm, desk: Desk, settle: Callable[[], None]
) -> None:
    form.format.set_value(str(LeafletForm.A5))
    form.format.edited.emit()
    assert form.marks.isHidden()
    form.codes.click()
    settle()
    again = LeafletPaperForm(desk)
    again.load()
    settle()
    assert (again.format.value(), again.codes.value()) == (str(LeafletForm.A5), False)
    again.deleteLater()


def test_what_is_typed_before_another_subject_is_read_stays_with_the_first(
    form: LeafletPaperForm, page: PrintsPage, desk: Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    youth = LeafletSubject(SubjectKind.THEME, "youth")
    gate = Event()
    desk.tasks.run(gate.wait, lambda _none: None)
    choose(form, "theme:youth")
    assert not page.print_button.isEnabled()
    assert form.make() is None
    form.texts.heading.clear()
    type_text(form.texts.heading, "Se déplacer ici")
    gate.set()
    settle()
    settle()
    leaflets = desk.office.leaflets
    qtbot.waitUntil(lambda: leaflets.texts(MOBILITY).title == "Se déplacer ici")
    assert form.texts.value() == leaflets.texts(youth)
    assert leaflets.texts(youth).title != "Se déplacer ici"
    settle()


def test_the_subject_chosen_last_is_the_one_whose_texts_are_shown(
    form: LeafletPaperForm, desk: Desk, settle: Callable[[], None]
) -> None:
    gate = Event()
    desk.tasks.run(gate.wait, lambda _none: None)
    choose(form, "theme:youth")
    choose(form, "theme:mobility")
    gate.set()
    settle()
    settle()
    assert form.texts.heading.value() == desk.office.leaflets.texts(MOBILITY).title
    assert form.make() is not None


def test_an_empty_directory_still_shows_a_subject_by_its_words(
    window: MainWindow, settle: Callable[[], None]
) -> None:
    page = window.show_page(PageKey.PRINTS)
    assert isinstance(page, PrintsPage)
    page.show_paper(PaperKey.LEAFLET)
    settle()
    settle()
    assert isinstance(page.form, LeafletPaperForm)
    shown = [page.form.subject.itemText(row) for row in range(page.form.subject.count())]
    assert shown
    assert all(words.endswith("0\u00a0fiche") for words in shown)
    assert page.form.subject.currentText() == shown[0]
    assert page.empty.isVisible()
