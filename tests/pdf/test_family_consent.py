"""Families are reached as they agreed to and not otherwise, by any path, all of them asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.families.household import Channel, Purpose
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.domain.families.welcome import WelcomeOptions, WelcomePart
from ctg_desktop.domain.labels import LabelOptions
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.papers import RenderedPaper
from tests.keys_for_tests import KEY, make_practice
from tests.pdf.papers import DAY
from tests.pdf.unsaid import (
    EVERY_FIELD,
    LETTER,
    UNHEARD_NUMBERS,
    UNSAID,
    given_away,
    plain,
    said_by,
)
from tests.pdf.unsaid_families import HOUSEHOLDS, UNSAID_CHANNELS

Made = Callable[[Office], RenderedPaper | None]


@pytest.fixture(scope="module")
def commune(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("familles") / "coffre"
    make_practice(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    with open_office(folder, "", KEY) as office:
        for household in HOUSEHOLDS:
            office.families.save(household, DAY)
        start = datetime(2026, 11, 28, 14)  # noqa: DTZ001 - local time
        office.calendar.save(Event(title="Loto", start=start))
        yield office


def all_families(office: Office) -> tuple[str, ...]:
    return office.families.index(HouseholdFilter(HouseholdView.ALL), HouseholdSort(), DAY)


def reachable(office: Office) -> str:
    """Return the id of the one that may be written to by post."""
    wanted = HouseholdFilter(HouseholdView.ALL, text="Chênevert")
    (found,) = office.families.index(wanted, HouseholdSort(), DAY)
    return found


def papers() -> dict[str, Made]:
    """Papers to the families that may be reached, asked for all of them."""

    def letters(purpose: Purpose, channel: Channel) -> Made:
        def make(office: Office) -> RenderedPaper | None:
            source = office.welcome.recipients(all_families(office), purpose, channel)
            made = office.letters.prepare(EVERY_FIELD, source, LETTER)
            assert len(made.withheld) >= 2
            return office.letters.render(made, LETTER)

        return make

    def labels(office: Office) -> RenderedPaper | None:
        source = office.welcome.recipients(all_families(office), Purpose.WELCOME, Channel.POST)
        return office.labels.render(source, LabelOptions(), DAY)

    def welcome(office: Office) -> RenderedPaper | None:
        options = WelcomeOptions((WelcomePart.NOTICE, WelcomePart.LETTER, WelcomePart.INVITATION))
        pack = office.welcome.prepare(reachable(office), options, DAY)
        assert set(pack.papers) == set(options.parts)
        return office.welcome.joined(pack)

    return {
        "lettres aux familles": letters(Purpose.INVITATIONS, Channel.POST),
        "étiquettes des familles": labels,
        "accueil d’une famille": welcome,
    }


PAPERS = papers()


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_says_what_was_not_agreed_to(name: str, commune: Office) -> None:
    made = PAPERS[name](commune)
    assert made is not None
    said = plain(said_by(made.content))
    assert "familleChênevert".casefold() in said
    assert given_away(said) == []
    assert given_away(made.name) == []


@pytest.mark.parametrize("purpose", [Purpose.WELCOME, Purpose.INVITATIONS, Purpose.COMMUNITY])
def test_no_email_goes_to_who_did_not_agree_to_it(commune: Office, purpose: Purpose) -> None:
    for ask in (
        lambda: commune.welcome.email_to(all_families(commune), purpose, DAY),
        *(
            lambda one=one: commune.welcome.email(one, purpose, DAY)
            for one in all_families(commune)
        ),
    ):
        with pytest.raises(UserError, match="email-not-agreed"):
            ask()


def test_an_email_goes_to_the_one_address_that_was_agreed_to(commune: Office) -> None:
    made = commune.welcome.email_to(all_families(commune), Purpose.BOOKLET_UPDATES, DAY)
    (address,) = made.addresses
    assert address == UNSAID_CHANNELS.emails[0].address
    said = made.content.decode().replace(address, "")
    assert given_away(said) == []


def test_no_letter_by_phone_or_email_for_the_community_without_a_consent(commune: Office) -> None:
    for channel in Channel:
        source = commune.welcome.recipients(all_families(commune), Purpose.COMMUNITY, channel)
        assert source.gather(DAY).recipients == ()


def test_the_dossier_says_all_by_its_nature(commune: Office) -> None:
    paper = commune.family_rights.dossier_paper(reachable(commune), DAY)
    assert given_away(paper.name) == []
    said = plain(said_by(paper.content))
    for one in ("Prénom", "voisine", "référente", "note", "classeur"):
        assert f"{UNSAID}{plain(one)}" in said
    assert said.count(UNHEARD_NUMBERS) >= len(UNSAID_CHANNELS.phones)
