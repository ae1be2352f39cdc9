"""Notices and the report of a year in the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.notice_form import NoticeForm
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.requests import ListingsWanted, PaperKey
from ctg_desktop.ui.impressions.year_report_form import YearReportForm
from ctg_desktop.ui.main_window import MainWindow
from tests.ui.impressions.in_hand import again, in_hand
from tests.ui.impressions.reading import said
from tests.ui.keys import type_text
from tests.ui.opened import nameless

Settle = Callable[[], None]


@pytest.fixture
def person(desk: Desk) -> str:
    """Save a resource person."""
    listing = Listing(
        name="Ana <Lou>", kind=ListingKind.RESOURCE_PERSON, category="resource-persons"
    )
    return desk.office.directory.save(listing).listing.id


@pytest.fixture
def page(window: MainWindow, person: str, settle: Settle) -> PrintsPage:
    """Return the page of prints with a notice in hand."""
    assert person
    return in_hand(window, PaperKey.NOTICE, settle)


@pytest.fixture
def form(page: PrintsPage) -> NoticeForm:
    """Return its choices."""
    assert isinstance(page.form, NoticeForm)
    return page.form


def test_what_is_missing_is_said_until_it_is_typed(
    page: PrintsPage, form: NoticeForm, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    assert "le délégué à la protection des données" in form.gaps.text()
    type_text(form.privacy.inputs["dpo_name"], "Agence des territoires")
    type_text(form.privacy.inputs["retention"], "deux ans")
    qtbot.waitUntil(lambda: desk.office.notices.settings().retention == "deux ans")
    again(page, settle)
    assert "le délégué" not in form.gaps.text()
    assert "Agence des territoires" in said(page)


def test_a_wrong_address_is_refused_beside_it_and_kept_as_a_draft(
    form: NoticeForm, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    type_text(form.privacy.inputs["dpo_email"], "agence")
    qtbot.waitUntil(lambda: form.privacy.fields["dpo_email"].is_refused)
    assert desk.office.notices.settings().dpo_email == ""
    other = NoticeForm(desk)
    other.load()
    settle()
    assert other.privacy.inputs["dpo_email"].value() == "agence"
    other.deleteLater()


def test_people_of_entries_and_the_language_are_chosen_and_remembered(
    page: PrintsPage, form: NoticeForm, desk: Desk, settle: Settle
) -> None:
    assert not form.recipients.isVisibleTo(form)
    form.whom.set_value("entries")
    form.whom.edited.emit()
    form.language.set_value("en")
    form.language.edited.emit()
    again(page, settle)
    assert form.recipients.isVisibleTo(form)
    assert form.recipients.key == "category:resource-persons"
    assert "Ana <Lou>" in said(page)
    assert "My consent" in said(page)
    assert form.count.text() == "1\u00a0notice, une par personne."
    other = NoticeForm(desk)
    other.load()
    settle()
    assert (other.whom.value(), other.language.value()) == ("entries", "en")
    other.deleteLater()


def test_entries_selected_in_the_directory_are_taken_over(
    page: PrintsPage, form: NoticeForm, person: str, settle: Settle
) -> None:
    page.show_paper(PaperKey.NOTICE, ListingsWanted((person,)))
    again(page, settle)
    assert form.recipients.wanted() == (person,)
    assert "Ana <Lou>" in said(page)


def test_nobody_to_inform_is_said(page: PrintsPage, form: NoticeForm, settle: Settle) -> None:
    form.whom.set_value("entries")
    form.recipients.choose("category:health")
    form.edit()
    again(page, settle)
    assert page.empty.isVisible()
    assert page.empty.title.text() == "Personne à informer"


def test_everything_has_a_name(form: NoticeForm) -> None:
    form.whom.set_value("entries")
    form.edit()
    form.privacy.details.set_open(True)
    assert nameless(form) == []


def test_the_report_of_a_year_is_chosen_and_remembered(
    page: PrintsPage, desk: Desk, settle: Settle
) -> None:
    page.show_paper(PaperKey.REPORT)
    again(page, settle)
    form = page.form
    assert isinstance(form, YearReportForm)
    this_year = desk.today().year
    assert f"Bilan de l’annuaire {this_year}" in said(page)
    form.year.set_value("1")
    form.year.edited.emit()
    again(page, settle)
    assert f"Bilan de l’annuaire {this_year - 1}" in said(page)
    other = YearReportForm(desk)
    other.load()
    settle()
    assert other.year.value() == "1"
    other.deleteLater()
    assert nameless(form) == []
