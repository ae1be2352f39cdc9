"""What a household must be before it is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from ctg_desktop.domain import text
from ctg_desktop.domain.families.consents import checked_consents
from ctg_desktop.domain.families.contacting import consents_of
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Household,
    Person,
    ReachableEmail,
    ReachablePhone,
    Role,
    WelcomeChecklist,
)
from ctg_desktop.domain.families.languages import LANGUAGES
from ctg_desktop.domain.families.listing import HouseholdFilter
from ctg_desktop.domain.families.past_days import PastDays
from ctg_desktop.domain.listing_rules import (
    checked_address,
    checked_day,
    checked_each,
    checked_email,
)
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.domain.phone import parse_phone
from ctg_desktop.errors import UserError

NOTE_LIMIT = 2000
LONG_LINE = 1000
CHILD_UNTIL = 25
"""Age up to which somebody is noted as a child of a family that arrives: school, studies. Who grows
up later stays what they were: a family that is only ticked off must not be refused for it."""
ARRIVES_WITHIN = timedelta(days=366)
KEPT_AT_MOST = timedelta(days=5 * 366)

T = TypeVar("T", ReachablePhone, ReachableEmail)

_NEEDS = frozenset(need.code for need in NEEDS)


def checked_household(
    household: Household, today: date, known: Household | None = None
) -> Household:
    """Return the household as it is stored, or refuse it for one field.

    A household without a name is called by the last names of its adults; what is empty goes;
    a number or an address given twice stands once, with the consents of both. The last contact is
    never before what the checklist, the notice and the consents say, nor later than today: a clock
    that was wrong once noted it. Other days to come that it noted stand until somebody corrects
    them.

    Args:
        household: As it is to be stored.
        today: The day.
        known: As it is stored by now; ``None`` for a new one.

    Raises:
        UserError: ``household-name-missing``, ``birth-year-adult``, ``birth-year-invalid``,
            ``need-unknown``, ``language-unknown``, ``date-in-future``, ``arrival-too-far``,
            ``prolongation-reason-missing``, ``prolongation-too-long``, and those of
            :mod:`ctg_desktop.domain.families.consents` and
            :mod:`ctg_desktop.domain.listing_rules` for texts, phones, e-mails, address and dates;
            ``field`` says where.
    """
    days = PastDays(today, _days_ahead(known, today))
    persons = _persons(household.persons, min(household.arrival_date or today, today), today)
    name = text.line(household.name, "name") or name_of(persons)
    if not name:
        raise UserError("household-name-missing", field="name")
    ready = replace(
        household,
        name=name,
        arrival_date=_arrival(household.arrival_date, today),
        address=checked_address(household.address),
        phones=merged(checked_each(household.phones, "phones", _phone_rule(days)), number_of),
        emails=merged(checked_each(household.emails, "emails", _email_rule(days)), address_of),
        languages=_known(household.languages, "languages", LANGUAGES, "language-unknown"),
        needs=_known(household.needs, "needs", _NEEDS, "need-unknown"),
        isolated_through=_through(household),
        persons=persons,
        referent=text.line(household.referent, "referent"),
        informed_on=days.checked(household.informed_on, "informed_on"),
        objected_on=days.checked(household.objected_on, "objected_on"),
        left_on=days.checked(household.left_on, "left_on"),
        call_back_on=checked_day(household.call_back_on, "call_back_on"),
        welcome=_welcome(household.welcome, days),
        last_contact=checked_day(household.last_contact, "last_contact"),
        kept_until=_kept_until(household, today, known),
        kept_because=text.line(household.kept_because, "kept_because", limit=LONG_LINE),
        note=text.paragraph(household.note, "note", limit=NOTE_LIMIT),
    )
    return replace(ready, last_contact=_last_contact(ready, today))


def checked_filter(wanted: HouseholdFilter) -> HouseholdFilter:
    """Return what a list is asked for, or refuse what no list can show.

    Raises:
        UserError: ``need-unknown``, ``language-unknown``.
    """
    if wanted.need:
        _known((wanted.need,), "need", _NEEDS, "need-unknown")
    if wanted.language:
        _known((wanted.language,), "language", LANGUAGES, "language-unknown")
    return wanted


def checked_prolongation(until: date, because: str, today: date) -> str:
    """Return the reason for keeping a household longer, as it is stored.

    Raises:
        UserError: ``prolongation-past``, ``prolongation-too-long``,
            ``prolongation-reason-missing``, ``text-too-long``.
    """
    if until <= today:
        raise UserError("prolongation-past", field="kept_until")
    _check_kept(until, because, today)
    return text.line(because, "kept_because", limit=LONG_LINE)


def name_of(persons: Iterable[Person]) -> str:
    """Return how a household is spoken of: "Famille Martin-Dubois"; empty without a last name."""
    known = tuple(persons)
    adults = [one for one in known if one.role is Role.ADULT and one.last_name]
    names = dict.fromkeys(one.last_name for one in adults or known if one.last_name)
    return f"Famille {'-'.join(names)}" if names else ""


def number_of(phone: ReachablePhone) -> str:
    """Return what tells a phone from others."""
    return phone.number


def address_of(email: ReachableEmail) -> str:
    """Return what tells an e-mail address from others."""
    return email.address.casefold()


def merged(reachable: Iterable[T], key: Callable[[T], str]) -> tuple[T, ...]:
    """Return phones, or e-mail addresses, each once, with the consents of all that are the same."""
    found: dict[str, T] = {}
    for one in reachable:
        known = found.setdefault(key(one), one)
        found[key(one)] = replace(known, consents=_united(known.consents, one.consents))
    return tuple(found.values())


def _persons(persons: tuple[Person, ...], arrived_on: date, today: date) -> tuple[Person, ...]:
    def rule(person: Person, field: str) -> Person:
        return _person(person, field, range(arrived_on.year - CHILD_UNTIL, today.year + 1))

    checked = checked_each(persons, "persons", rule)
    return tuple(one for one in checked if one.first_name or one.last_name or one.birth_year)


def _person(person: Person, field: str, years: range) -> Person:
    year, path = person.birth_year, f"{field}.birth_year"
    if year is not None and person.role is not Role.CHILD:
        raise UserError("birth-year-adult", field=path)
    if year is not None and year not in years:
        raise UserError("birth-year-invalid", field=path, year=year)
    return replace(
        person,
        first_name=text.line(person.first_name, f"{field}.first_name"),
        last_name=text.line(person.last_name, f"{field}.last_name"),
    )


def _phone_rule(days: PastDays) -> Callable[[ReachablePhone, str], ReachablePhone]:
    def rule(phone: ReachablePhone, field: str) -> ReachablePhone:
        path = f"{field}.number"
        number = parse_phone(text.line(phone.number, path), path)
        return ReachablePhone(number, checked_consents(phone.consents, field, days))

    return rule


def _email_rule(days: PastDays) -> Callable[[ReachableEmail, str], ReachableEmail]:
    def rule(email: ReachableEmail, field: str) -> ReachableEmail:
        address = checked_email(email.address, f"{field}.address")
        return ReachableEmail(address, checked_consents(email.consents, field, days))

    return rule


def _united(
    first: tuple[ChannelConsent, ...], second: tuple[ChannelConsent, ...]
) -> tuple[ChannelConsent, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _known(
    codes: tuple[str, ...], field: str, allowed: Iterable[str], refusal: str
) -> tuple[str, ...]:
    """Return codes of a closed list, each once."""
    cleaned = dict.fromkeys(checked_each(codes, field, text.line))
    for index, code in enumerate(cleaned):
        if code not in allowed:
            raise UserError(refusal, field=f"{field}.{index}", value=code[:40])
    return tuple(cleaned)


def _through(household: Household) -> str:
    through = text.line(household.isolated_through, "isolated_through")
    return through if household.isolated else ""


def _arrival(day: date | None, today: date) -> date | None:
    if day is not None and day > today + ARRIVES_WITHIN:
        raise UserError("arrival-too-far", field="arrival_date")
    return checked_day(day, "arrival_date")


def _days_ahead(known: Household | None, today: date) -> frozenset[date]:
    if known is None:
        return frozenset()
    return frozenset(day for day in (known.left_on, *_days_of(known)) if day and day > today)


def _welcome(welcome: WelcomeChecklist, days: PastDays) -> WelcomeChecklist:
    return WelcomeChecklist(
        letter_on=days.checked(welcome.letter_on, "welcome.letter_on"),
        booklet_on=days.checked(welcome.booklet_on, "welcome.booklet_on"),
        visit_on=days.checked(welcome.visit_on, "welcome.visit_on"),
        invited_on=days.checked(welcome.invited_on, "welcome.invited_on"),
        invited_to=text.line(welcome.invited_to, "welcome.invited_to", limit=LONG_LINE),
    )


def _kept_until(household: Household, today: date, known: Household | None) -> date | None:
    until = checked_day(household.kept_until, "kept_until")
    if until is not None and (known is None or until != known.kept_until):
        _check_kept(until, household.kept_because, today)
    return until


def _check_kept(until: date, because: str, today: date) -> None:
    if not because.strip():
        raise UserError("prolongation-reason-missing", field="kept_because")
    if until > today + KEPT_AT_MOST:
        raise UserError("prolongation-too-long", field="kept_until")


def _last_contact(household: Household, today: date) -> date:
    """Return the last day on which there was something with the household, today at the latest."""
    return min(today, max((household.last_contact or today, *_days_of(household))))


def _days_of(household: Household) -> tuple[date, ...]:
    """Return the days on which there was something with a household."""
    welcome, consents = household.welcome, tuple(consents_of(household))
    days = (
        household.informed_on,
        household.objected_on,
        welcome.letter_on,
        welcome.booklet_on,
        welcome.visit_on,
        welcome.invited_on,
        *(one.given_on for one in consents),
        *(one.withdrawn_on for one in consents),
    )
    return tuple(day for day in days if day is not None)
