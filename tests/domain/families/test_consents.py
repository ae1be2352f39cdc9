"""A consent that was taken back stays so until a newer one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ctg_desktop.domain.families.consents import with_withdrawals
from ctg_desktop.domain.families.contacting import emails_for, may_contact
from ctg_desktop.domain.families.household import (
    Channel,
    ChannelConsent,
    Household,
    Purpose,
    ReachableEmail,
    WelcomeChecklist,
)
from ctg_desktop.domain.families.rules import address_of, checked_household
from ctg_desktop.errors import UserError

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
GIVEN, BACK = date(2026, 3, 2), date(2026, 9, 1)
AHEAD = date(2031, 1, 5)
AGREED = ChannelConsent(Purpose.WELCOME, GIVEN, "bulletin")
ENDED = replace(AGREED, withdrawn_on=BACK)


def family(*consents: ChannelConsent, address: str = "a@famille.example") -> Household:
    return Household(
        id="1",
        name="Famille Exemple",
        emails=(ReachableEmail(address, consents),),
        informed_on=GIVEN,
    )


@pytest.mark.parametrize(
    ("given_on", "holds"), [(GIVEN, False), (BACK - DAY, False), (BACK, True), (TODAY, True)]
)
@pytest.mark.parametrize("newest_first", [False, True])
def test_a_withdrawal_stands_until_a_newer_consent(
    given_on: date, holds: bool, newest_first: bool
) -> None:
    later = replace(AGREED, given_on=given_on, proof="autre bulletin")
    found = family(*((later, ENDED) if newest_first else (ENDED, later)))
    assert bool(emails_for(found, Purpose.WELCOME, TODAY)) is holds
    for_all = replace(AGREED, purpose=Purpose.COMMUNITY, given_on=given_on)
    ended = replace(ENDED, purpose=Purpose.COMMUNITY)
    assert may_contact(family(ended, for_all), Channel.POST, Purpose.COMMUNITY, TODAY) is holds


def test_what_was_taken_back_for_one_purpose_or_address_says_nothing_of_others() -> None:
    invited = replace(AGREED, purpose=Purpose.INVITATIONS)
    both = family(ENDED, invited)
    other = ReachableEmail("b@famille.example", (AGREED,))
    both = replace(both, emails=(*both.emails, other))
    assert emails_for(both, Purpose.INVITATIONS, TODAY) == both.emails[:1]
    assert emails_for(both, Purpose.WELCOME, TODAY) == (other,)


def test_an_older_agreement_is_refused_where_its_day_stands() -> None:
    with pytest.raises(UserError) as refused:
        checked_household(family(ENDED, replace(AGREED, given_on=BACK - DAY)), TODAY)
    assert refused.value.code == "consent-before-withdrawal"
    assert refused.value.field == "emails.0.consents.1.given_on"
    renewed = family(ENDED, replace(AGREED, given_on=BACK))
    assert checked_household(renewed, TODAY).emails == renewed.emails


def kept(stored: Household, typed: Household) -> tuple[ReachableEmail, ...]:
    return with_withdrawals(stored.emails, typed.emails, address_of)


@pytest.mark.parametrize("address", ["a@famille.example", "A@Famille.example", "c@famille.example"])
def test_what_is_typed_brings_back_nothing_that_was_taken_back_meanwhile(address: str) -> None:
    (email,) = kept(family(ENDED), family(AGREED, address=address))
    assert (email.address, email.consents) == (address, (ENDED,))


def test_a_form_without_the_withdrawal_does_not_delete_it() -> None:
    renewed = replace(AGREED, given_on=TODAY)
    (email,) = kept(family(ENDED), family(renewed))
    assert email.consents == (renewed, ENDED)
    corrected = replace(ENDED, withdrawn_on=BACK - DAY, proof="lettre")
    assert kept(family(ENDED), family(corrected)) == family(corrected).emails
    again_that_day = (ENDED, AGREED)
    assert kept(family(*again_that_day), family(*again_that_day)) == family(*again_that_day).emails


def test_another_address_in_its_place_owes_nothing_to_it() -> None:
    stored, fresh = family(ENDED), replace(AGREED, given_on=TODAY, proof="")
    assert kept(stored, family(fresh, address="n@famille.example"))[0].consents == (fresh,)
    two = replace(stored, emails=(*stored.emails, ReachableEmail("b@famille.example", (AGREED,))))
    assert kept(two, family(AGREED, address="bb@famille.example"))[0].consents == (AGREED,)


def test_days_that_a_wrong_clock_noted_are_corrected_one_by_one() -> None:
    done = WelcomeChecklist(letter_on=AHEAD, booklet_on=AHEAD + DAY)
    known = replace(family(AGREED), welcome=done, informed_on=AHEAD)
    typed = replace(known, welcome=replace(done, letter_on=TODAY))
    with pytest.raises(UserError) as refused:
        checked_household(typed, TODAY)
    assert refused.value.code == "date-in-future"
    saved = checked_household(typed, TODAY, known)
    assert saved.welcome.letter_on == saved.last_contact == TODAY
    for other in (replace(done, visit_on=TODAY + DAY), replace(done, letter_on=AHEAD - DAY)):
        with pytest.raises(UserError):
            checked_household(replace(known, welcome=other), TODAY, known)


def test_a_withdrawal_that_a_wrong_clock_noted_keeps_nobody_from_agreeing_anew() -> None:
    known = family(replace(AGREED, given_on=AHEAD, withdrawn_on=AHEAD))
    renewed = replace(AGREED, given_on=TODAY)
    typed = replace(known, emails=family(*known.emails[0].consents, renewed).emails)
    saved = checked_household(typed, TODAY, known)
    assert saved.emails[0].consents[0].withdrawn_on == TODAY
    assert emails_for(saved, Purpose.WELCOME, TODAY + DAY) == saved.emails


def test_a_prolongation_that_a_wrong_clock_put_too_far_refuses_nothing_else() -> None:
    known = replace(family(), kept_until=AHEAD + 1000 * DAY, kept_because="suivi")
    assert checked_household(known, TODAY, known).kept_until == known.kept_until
    with pytest.raises(UserError, match="prolongation-too-long"):
        checked_household(replace(known, kept_until=AHEAD + 1001 * DAY), TODAY, known)
