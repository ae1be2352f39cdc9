"""The families of a list are written to at once: who may be, and nobody else unnoticed."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Household,
    Purpose,
    ReachableEmail,
)
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.domain.labels import LabelContent, LabelOptions
from ctg_desktop.ui.familles.page import FamiliesPage
from tests.pdf.reading import Tagged
from tests.ui.familles.papers import dialog_over, printed
from tests.ui.opened import TODAY, Opened, at

HERE = Address(("4, rue Haute",), "86400", "Valmoulin")
AGREED = (ChannelConsent(Purpose.INVITATIONS, TODAY),)
NOEL = Household(
    name="Famille Noël & <Œuvre>",
    arrival_date=TODAY,
    address=HERE,
    informed_on=TODAY,
    needs=("school",),
    emails=(ReachableEmail("noel@valmoulin.example", AGREED),),
)


@pytest.fixture
def noel(opened: Opened, page: FamiliesPage) -> Household:
    assert page.isVisible()
    opened.office.calendar.save(Event(title="Café des parents", start=at(2026, 12, 5, 9, 30)))
    return opened.office.families.save(NOEL, TODAY).household


def again(opened: Opened, household: Household) -> Household:
    return opened.office.families.get(household.id)


def test_offered_beside_lists_but_never_beside_all_families(page: FamiliesPage) -> None:
    assert page.mailing.button.isHidden()
    for view in HouseholdView:
        page.show_filter(HouseholdFilter(view))
        offered = view.value in ("to-welcome", "welcomed", "to-call-back", "isolated")
        assert page.mailing.button.isHidden() is not offered, view
    page.show_filter(HouseholdFilter(HouseholdView.CURRENT, need="school"))
    assert not page.mailing.button.isHidden()


def test_letters_are_seen_printed_and_ticked_and_who_is_left_out_is_named(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, noel: Household, tmp_path: Path
) -> None:
    page.show_filter(HouseholdFilter(HouseholdView.TO_WELCOME))
    page.mailing.letters()
    dialog = dialog_over(qtbot, page)
    left_out = dialog.remark.text().replace("\xa0", " ")
    assert left_out.startswith("1 famille laissée de côté")
    assert left_out.endswith("Famille Martin-Dubois.")
    assert dialog.paper is not None
    said = Tagged(dialog.paper.content).text
    assert noel.name in said
    assert "Martin-Dubois" not in said
    assert printed(qtbot, dialog, tmp_path / "lettres.pdf") == 1
    qtbot.waitUntil(lambda: opened.notices[-1].action_label == "Annuler")
    assert opened.notices[-1].text.replace("\xa0", " ").endswith("Noté pour 1 famille.")
    assert again(opened, noel).welcome.letter_on == TODAY
    line = opened.office.access_log.rows()[-1].access
    assert (line.kind, line.what, line.ids) == (AccessKind.PRINTED, "letters", (noel.id,))
    opened.notices[-1].action()  # type: ignore[misc]  # the notice has one
    qtbot.waitUntil(lambda: again(opened, noel).welcome.letter_on is None)


def test_families_with_a_need_are_invited(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, noel: Household, tmp_path: Path
) -> None:
    page.show_filter(HouseholdFilter(HouseholdView.CURRENT, need="school"))
    page.mailing.invitations()
    printed(qtbot, dialog_over(qtbot, page), tmp_path / "invitations.pdf")
    qtbot.waitUntil(lambda: again(opened, noel).welcome.invited_on == TODAY)
    assert again(opened, noel).welcome.invited_to == "Café des parents"


def test_nobody_is_invited_to_nothing(qtbot: QtBot, opened: Opened, page: FamiliesPage) -> None:
    page.show_filter(HouseholdFilter(HouseholdView.ISOLATED))
    dialog = page.mailing.invitations()
    qtbot.waitUntil(lambda: "L’agenda n’a aucune date publique" in dialog.said.text())
    assert not dialog.print_button.isEnabled()
    dialog.accept()
    assert opened.notices == []


def test_labels_are_those_of_families_whatever_was_printed_last(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, noel: Household, tmp_path: Path
) -> None:
    opened.office.labels.keep_choices(LabelOptions(content=LabelContent.SENDER, copies=24))
    page.show_filter(HouseholdFilter(HouseholdView.TO_WELCOME))
    page.mailing.labels()
    dialog = dialog_over(qtbot, page)
    assert dialog.paper is not None
    said = Tagged(dialog.paper.content).text
    assert said.count(noel.name) == 1
    assert "4, rue Haute" in said
    printed(qtbot, dialog, tmp_path / "étiquettes.pdf")
    assert again(opened, noel).welcome == noel.welcome


def test_one_message_goes_to_those_who_said_yes(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    noel: Household,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    page.show_filter(HouseholdFilter(HouseholdView.TO_WELCOME))
    target = tmp_path / "invitation.eml"
    page.mailing.write_email(target)
    qtbot.waitUntil(lambda: bool(opened.notices))
    message = message_from_bytes(target.read_bytes(), policy=policy.default)
    assert message["To"] == "noel@valmoulin.example"
    body = message.get_body(("plain",))
    assert body is not None
    assert "Café des parents" in body.get_content()
    assert "Famille Martin-Dubois" in opened.notices[-1].text
    assert again(opened, noel).welcome.invited_on == TODAY
    opened.office.families.object(noel.id, TODAY)
    page.mailing.write_email(target)
    qtbot.waitUntil(lambda: "Pas d’accord noté" in opened.notices[-1].text)


def test_words_of_the_list_narrow_who_is_written_to(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, noel: Household
) -> None:
    other = opened.office.families.save(
        Household(name="Famille Petit-Jean", arrival_date=TODAY, address=HERE, informed_on=TODAY),
        TODAY,
    ).household
    page.show_filter(HouseholdFilter(HouseholdView.TO_WELCOME))
    assert isinstance(page.filters.line, QLineEdit)
    page.filters.line.setText("petit-jean")
    families = opened.office.families
    qtbot.waitUntil(
        lambda: families.index(page.filters.wanted, HouseholdSort(), TODAY) == (other.id,)
    )
    qtbot.waitUntil(lambda: page.list.ids == (other.id,))
    page.mailing.letters()
    dialog = dialog_over(qtbot, page)
    assert dialog.paper is not None
    assert dialog.paper.carries is not None
    assert dialog.paper.carries.ids == (other.id,)
    assert noel.name not in dialog.remark.text()
    dialog.accept()


def test_however_many_are_left_out_the_buttons_stay_on_the_screen(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, noel: Household
) -> None:
    for number in range(60):
        untold = replace(noel, id="", name=f"Famille {number} {'Très-Longue-' * 20}")
        opened.office.families.save(replace(untold, informed_on=None), TODAY)
    page.show_filter(HouseholdFilter(HouseholdView.TO_WELCOME))
    dialog = page.mailing.letters()
    qtbot.waitUntil(dialog.remark.isVisible)
    said = dialog.remark.text().replace("\xa0", " ")
    assert said.startswith("61 familles laissées de côté")
    assert said.endswith(" et 49 autres.")
    assert dialog.layout().totalMinimumHeightForWidth(dialog.width()) <= opened.window.height()
