"""What happens at the counter, told from beginning to end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pypdfium2
import pytest

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.dealings import ContactKind, ContactNote, Referral
from ctg_desktop.domain.families.erasure import ErasureReason
from ctg_desktop.domain.families.household import (
    Channel,
    ChannelConsent,
    Household,
    KnownThrough,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
)
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.domain.families.warnings import WarningKind, household_warnings
from ctg_desktop.domain.families.welcome import LeftOut, WelcomeOptions, WelcomePart
from ctg_desktop.domain.register.entry import (
    AskedBy,
    EntryState,
    RegisterContact,
    RegisterEntry,
    Request,
)
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper
from ctg_desktop.usecases.register.open_register import OpenRegister
from tests.register_for_tests import set_up

TODAY = today()
ARRIVED = TODAY - timedelta(days=20)
AGREED = tuple(ChannelConsent(one, ARRIVED, "bulletin signé") for one in Purpose)
FAMILY = Household(
    name="Famille Morvan-Leduc",
    arrival_date=ARRIVED,
    address=Address(("5, rue du Lavoir",), "86400", "Civray"),
    phones=(ReachablePhone("+33639980031", AGREED),),
    emails=(ReachableEmail("morvan@famille.example", AGREED),),
    needs=("school",),
    languages=("fr",),
    persons=(Person("Ewen", "Morvan"), Person("Rozenn", "Leduc")),
    informed_on=ARRIVED,
)


@pytest.fixture
def register(office: Office) -> Iterator[OpenRegister]:
    opened = set_up(office.register)
    yield opened
    opened.close()


def views(office: Office, household: str) -> set[HouseholdView]:
    """Return the lists in which a family stands."""
    return {
        view
        for view in HouseholdView
        if household in office.families.index(HouseholdFilter(view), HouseholdSort(), TODAY)
    }


def text_of(paper: RenderedPaper) -> str:
    with pypdfium2.PdfDocument(BytesIO(paper.content)) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def code_of(fault: pytest.ExceptionInfo[UserError]) -> str:
    return fault.value.code


def test_a_neighbour_tells_of_a_family_by_word_of_mouth(office: Office) -> None:
    """It is noted who said it, as a role; the family was not told yet, so nobody writes to it."""
    told = Household(
        name="Famille Ruiz",
        arrival_date=ARRIVED,
        known_through=KnownThrough.NEIGHBOUR,
        address=Address(("Les Vaux",), "86400", "Civray"),
        isolated=True,
        isolated_through="un voisin",
    )
    family = office.families.save(told, TODAY).household
    kinds = {one.kind for one in household_warnings(family)}
    assert kinds == {WarningKind.NOT_INFORMED}
    assert {HouseholdView.NOT_INFORMED, HouseholdView.ISOLATED} <= views(office, family.id)
    for channel in Channel:
        found = office.welcome.recipients([family.id], Purpose.WELCOME, channel).gather(TODAY)
        assert (found.recipients, found.withheld) == ((), ("Famille Ruiz",))
    alone = WelcomeOptions((WelcomePart.LETTER,))
    pack = office.welcome.prepare(family.id, alone, TODAY)
    assert pack.left_out == {WelcomePart.LETTER: LeftOut.NOT_INFORMED}
    # The visit: the notice is handed over with the letter, and from then on they may be written to.
    visit = WelcomeOptions((WelcomePart.NOTICE, WelcomePart.LETTER))
    office.welcome.done(family.id, office.welcome.prepare(family.id, visit, TODAY), TODAY)
    assert office.families.get(family.id).informed_on == TODAY
    post = office.welcome.recipients([family.id], Purpose.WELCOME, Channel.POST).gather(TODAY)
    assert [one.name for one in post.recipients] == ["Famille Ruiz"]


def test_a_neighbour_asks_by_word_of_mouth_that_somebody_be_registered(
    office: Office, register: OpenRegister
) -> None:
    """A third party writes: until then nothing is noted, and the person may still say no."""
    oral = RegisterEntry(
        last_name="Thibaudeau",
        first_names="Marguerite",
        birth_date=date(1941, 3, 5),
        request=Request(by=AskedBy.THIRD_PARTY, on=TODAY, in_writing=False),
    )
    with pytest.raises(UserError) as fault:
        register.save(oral, TODAY)
    assert code_of(fault) == "register-asked-orally"
    assert register.entries(TODAY) == []
    form = text_of(office.register.request_form(TODAY))
    assert "Thibaudeau" not in form
    # The form comes back, signed.
    asked = replace(
        oral.request,
        in_writing=True,
        proof="classeur Registre",
        third_party=RegisterContact("Mme Aubry", "voisine"),
    )
    entry = register.save(replace(oral, request=asked), TODAY)
    assert entry.state is EntryState.TO_ACKNOWLEDGE
    with pytest.raises(UserError) as fault:
        register.enrol(entry.id, TODAY, TODAY)
    assert code_of(fault) == "register-not-acknowledged"
    assert "Thibaudeau" in text_of(register.papers.information(entry.id, TODAY))
    register.object(entry.id, TODAY, TODAY)
    assert [row.name for row in register.entries(TODAY)] == [""]
    with pytest.raises(UserError) as fault:
        register.save(replace(oral, request=asked), TODAY)
    assert code_of(fault) == "register-objected"
    assert office.search.find("thibaudeau") == []


def test_a_family_asks_for_its_data_then_for_its_erasure(office: Office) -> None:
    family = office.families.save(FAMILY, TODAY).household
    note = ContactNote(household=family.id, kind=ContactKind.PHONE, text="Cherche la cantine.")
    office.families.add_note(note, TODAY)
    office.referrals.add(Referral(household=family.id, need="school", listing_name="École"), TODAY)
    dossier = office.family_rights.dossier(family.id)
    paper = text_of(office.family_rights.dossier_paper(family.id, TODAY))
    plain = json.loads(office.family_rights.dossier_json(dossier))
    for said in ("Morvan", "Rozenn", "Lavoir", "cantine", "École"):
        assert said in paper
        assert said in json.dumps(plain, ensure_ascii=False)
    assert "bulletin signé" in paper
    before = office.family_figures.year(TODAY.year, TODAY)
    erasure = office.family_rights.erase(family.id, ErasureReason.ASKED, TODAY)
    certificate = text_of(office.family_rights.certificate(erasure, TODAY))
    assert str(erasure.number) in certificate
    for said in ("Morvan", "Leduc", "Lavoir", family.id):
        assert said not in certificate
    with pytest.raises(UserError) as fault:
        office.family_rights.dossier(family.id)
    assert code_of(fault) == "household-unknown"
    assert views(office, family.id) == set()
    assert office.search.find("morvan") == []
    assert office.family_figures.year(TODAY.year, TODAY) == before
    with pytest.raises(UserError) as fault:
        office.journal.undo()
    assert code_of(fault) == "erasure-final"


def test_a_family_moves_away_and_is_forgotten_in_time(office: Office) -> None:
    family = office.families.save(replace(FAMILY, call_back_on=TODAY), TODAY).household
    assert HouseholdView.TO_CALL_BACK in views(office, family.id)
    office.families.leave(family.id, TODAY)
    assert views(office, family.id) == {HouseholdView.LEFT, HouseholdView.ALL}
    for channel in Channel:
        found = office.welcome.recipients([family.id], Purpose.WELCOME, channel).gather(TODAY)
        assert found.recipients == ()
    with pytest.raises(UserError) as fault:
        office.welcome.email(family.id, Purpose.WELCOME, TODAY)
    assert code_of(fault) == "email-not-agreed"
    pack = office.welcome.prepare(family.id, WelcomeOptions(), TODAY)
    assert pack.left_out[WelcomePart.LETTER] is LeftOut.MOVED_AWAY
    review = office.family_rights.review_day(family.id)
    assert review is not None
    assert review > TODAY + timedelta(days=600)
    assert office.family_rights.due(review) == (family.id,)
    # They come back: the same file goes on, with the consents that still hold.
    (known,) = office.families.similar(replace(FAMILY, arrival_date=TODAY))
    assert (known.id, known.left_on) == (family.id, TODAY)
    office.families.come_back(known.id, TODAY)
    assert office.welcome.email(family.id, Purpose.WELCOME, TODAY).addresses == (
        "morvan@famille.example",
    )


def test_a_family_wants_no_more_e_mails_but_may_be_called_and_written_to(office: Office) -> None:
    family = office.families.save(FAMILY, TODAY).household
    office.families.withdraw(family.id, Channel.EMAIL, None, TODAY)
    for purpose in Purpose:
        with pytest.raises(UserError) as fault:
            office.welcome.email(family.id, purpose, TODAY)
        assert code_of(fault) == "email-not-agreed"
    for channel, reached in ((Channel.EMAIL, 0), (Channel.PHONE, 1), (Channel.POST, 1)):
        found = office.welcome.recipients([family.id], Purpose.WELCOME, channel).gather(TODAY)
        assert len(found.recipients) == reached
        assert "morvan@famille.example" not in str(found.recipients)
    (email,) = office.families.get(family.id).emails
    assert {one.withdrawn_on for one in email.consents} == {TODAY}
    # It is a choice of theirs, to be found in their dossier, and no objection to everything.
    assert office.families.get(family.id).objected_on is None
    assert "retiré" in text_of(office.family_rights.dossier_paper(family.id, TODAY))
