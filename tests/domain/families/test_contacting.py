"""Who may be called or written to, and for what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ctg_desktop.domain.families.contacting import emails_for, may_contact, phones_for
from ctg_desktop.domain.families.household import (
    Channel,
    ChannelConsent,
    Household,
    Purpose,
    ReachableEmail,
    ReachablePhone,
)
from ctg_desktop.domain.families.steps import withdrawn

TODAY = date(2026, 11, 23)
GIVEN = date(2026, 3, 2)


def agreed(*purposes: Purpose) -> tuple[ChannelConsent, ...]:
    return tuple(ChannelConsent(one, GIVEN) for one in purposes)


OPEN = Household(
    name="Famille Exemple",
    phones=(
        ReachablePhone("+33639980001", agreed(Purpose.WELCOME)),
        ReachablePhone("+33639980002"),
    ),
    emails=(ReachableEmail("a@famille.example", agreed(Purpose.INVITATIONS, Purpose.COMMUNITY)),),
    informed_on=GIVEN,
)


def test_a_consent_is_for_one_channel_and_one_purpose() -> None:
    allowed = {
        (channel, purpose)
        for channel in Channel
        for purpose in Purpose
        if may_contact(OPEN, channel, purpose, TODAY)
    }
    assert allowed == {
        (Channel.PHONE, Purpose.WELCOME),
        (Channel.EMAIL, Purpose.INVITATIONS),
        (Channel.EMAIL, Purpose.COMMUNITY),
        *((Channel.POST, purpose) for purpose in Purpose),
    }


def test_only_the_number_that_was_agreed_to_is_called() -> None:
    assert [one.number for one in phones_for(OPEN, Purpose.WELCOME, TODAY)] == ["+33639980001"]
    assert emails_for(OPEN, Purpose.WELCOME, TODAY) == ()


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("change", [{"objected_on": TODAY}, {"left_on": TODAY}])
def test_nobody_who_objected_or_left_is_reached(
    channel: Channel, purpose: Purpose, change: dict[str, date]
) -> None:
    closed = replace(OPEN, **change)  # type: ignore[arg-type]  # fields of days
    assert not may_contact(closed, channel, purpose, TODAY)
    assert phones_for(closed, purpose, TODAY) == ()
    assert emails_for(closed, purpose, TODAY) == ()


def test_nobody_is_written_to_by_post_before_the_notice() -> None:
    unaware = replace(OPEN, informed_on=None)
    assert not may_contact(unaware, Channel.POST, Purpose.WELCOME, TODAY)
    assert may_contact(unaware, Channel.PHONE, Purpose.WELCOME, TODAY)


def test_a_name_leaves_the_commune_by_consent_alone() -> None:
    silent = replace(OPEN, emails=())
    assert may_contact(silent, Channel.POST, Purpose.INVITATIONS, TODAY)
    assert not may_contact(silent, Channel.POST, Purpose.COMMUNITY, TODAY)


def test_a_consent_counts_from_its_day_and_until_it_is_taken_back() -> None:
    before = GIVEN - timedelta(days=1)
    assert not may_contact(OPEN, Channel.PHONE, Purpose.WELCOME, before)
    back = withdrawn(OPEN, Channel.PHONE, Purpose.WELCOME, TODAY)
    assert not may_contact(back, Channel.PHONE, Purpose.WELCOME, TODAY)
    assert may_contact(back, Channel.EMAIL, Purpose.INVITATIONS, TODAY)
    assert back.phones[0].consents[0].given_on == GIVEN


def test_all_of_a_channel_is_taken_back_at_once() -> None:
    back = withdrawn(OPEN, Channel.EMAIL, None, TODAY)
    assert not any(may_contact(back, Channel.EMAIL, one, TODAY) for one in Purpose)
    assert may_contact(back, Channel.PHONE, Purpose.WELCOME, TODAY)
    assert not may_contact(back, Channel.POST, Purpose.COMMUNITY, TODAY)
