"""The demonstration commune is rich, true to the rules, and speaks of nobody."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image

from ctg_desktop.domain.category import CATEGORIES, THEMES
from ctg_desktop.domain.directory import LATE_AFTER_DAYS, VERIFY_AFTER_DAYS
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.event_rules import checked_event
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.listing_rules import checked, printable
from ctg_desktop.domain.opening_hours import parse_typed
from ctg_desktop.domain.recurrence import occurrences
from ctg_desktop.paths import asset
from ctg_desktop.usecases.demo_data import DemoContent, demo_content
from ctg_desktop.usecases.demo_pictures import KEYS, draw
from tests.house.french import faults_of_typography

TODAY = date(2026, 11, 24)
FICTIONAL = re.compile(r"\+33(?:53649|63998)\d{4}")
NATIONAL = {"119", "3919"}
LEFT_AS_TEXT = 3


@pytest.fixture(scope="module")
def content() -> DemoContent:
    return demo_content(TODAY)


@pytest.fixture(scope="module")
def listings(content: DemoContent) -> list[Listing]:
    return [one.listing for one in content.listings]


def texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_of(getattr(value, one.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)


def typed_texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in {"opening_hours", "description_en", "website", "recurrence"}:
                yield from typed_texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from typed_texts(item)


def test_every_chapter_is_full(listings: list[Listing]) -> None:
    counts = Counter(listing.category for listing in listings)
    assert sum(counts.values()) >= 150
    assert set(counts) == {category.code for category in CATEGORIES}
    assert min(counts.values()) >= 8
    assert {listing.kind for listing in listings} == set(ListingKind)
    themes = Counter(theme for one in listings for theme in one.themes)
    assert set(themes) == {one.code for one in THEMES}
    assert min(themes.values()) >= 8
    assert sum(bool(one.description_en) for one in listings) >= 30


def test_every_record_is_as_the_rules_want_it(
    content: DemoContent, listings: list[Listing]
) -> None:
    assert [checked(one) for one in listings] == listings
    assert [checked_event(one) for one in content.events] == list(content.events)
    assert len({one.name for one in listings}) == len(listings)
    numbers = [phone.number for one in listings for phone in one.phones]
    assert len(set(numbers)) == len(numbers)


def test_nobody_real_can_be_called_or_written_to(listings: list[Listing]) -> None:
    for listing in listings:
        numbers = {phone.number for phone in listing.phones} - NATIONAL
        numbers |= {person.phone for person in listing.contact_persons if person.phone}
        assert all(FICTIONAL.fullmatch(number) for number in numbers), listing.name
        mails = [mail.address for mail in listing.emails]
        assert all(mail.endswith(".example") for mail in mails), listing.name
        assert not listing.website or listing.website.endswith(".example"), listing.name
        assert listing.address.postal_code in {"", "86997", "86998", "86999"}, listing.name


def test_all_text_is_composed_and_in_good_french(content: DemoContent) -> None:
    for text in texts_of(content.listings):
        assert unicodedata.is_normalized("NFC", text)
    files = ("commune.json", "events.json", *(f"listings/{one.code}.json" for one in CATEGORIES))
    faults = [
        fault
        for name in files
        for text in typed_texts(json.loads(asset(f"demo/{name}").read_text("utf-8")))
        if "@" not in text and "the " not in text
        for fault in faults_of_typography(text)
    ]
    assert not faults, "\n".join(faults)
    assert not [text for text in texts_of(content.events) if "'" in text]


def test_opening_hours_are_understood_but_for_a_few() -> None:
    typed = [
        data["opening_hours"]
        for category in CATEGORIES
        for data in json.loads(asset(f"demo/listings/{category.code}.json").read_text("utf-8"))
        if "opening_hours" in data
    ]
    left = [text for text in typed if not parse_typed(text).understood]
    assert len(typed) >= 100
    assert len(left) == LEFT_AS_TEXT, left


def test_a_resource_person_is_printed_as_far_as_they_agreed(listings: list[Listing]) -> None:
    persons = [one for one in listings if one.kind is ListingKind.RESOURCE_PERSON]
    printed = [one for one in map(printable, persons) if one is not None]
    assert len(persons) >= 12
    assert 0 < len(persons) - len(printed) <= 4
    assert any(not one.phones for one in printed)
    assert any(one.phones and not one.address.lines for one in printed)
    assert all(consent.given_on < TODAY for one in persons for consent in one.consents)


def test_states_are_varied(listings: list[Listing]) -> None:
    ages = [(TODAY - one.verified_on).days for one in listings if one.verified_on is not None]
    assert sum(age <= VERIFY_AFTER_DAYS for age in ages) >= 100
    assert sum(VERIFY_AFTER_DAYS < age <= LATE_AFTER_DAYS for age in ages) >= 10
    assert sum(age > LATE_AFTER_DAYS for age in ages) >= 2
    assert any(one.verified_on is None for one in listings)
    assert sum(one.closed_until is not None for one in listings) >= 3
    assert all(one.closed_until > TODAY for one in listings if one.closed_until)
    assert sum(not one.published for one in listings) >= 2


KINDS = {
    "once": r"^$",
    "every day": r"FREQ=DAILY",
    "every week": r"FREQ=WEEKLY(?!;INTERVAL)",
    "every other week": r"FREQ=WEEKLY;INTERVAL=2",
    "on the nth weekday": r"FREQ=MONTHLY;.*BYDAY=[1-4]",
    "on the last weekday": r"BYDAY=-1",
    "on a day of the month": r"BYMONTHDAY=15",
    "on the last day of the month": r"BYMONTHDAY=-1",
    "on a working day": r"BYSETPOS",
    "every other month": r"FREQ=MONTHLY;INTERVAL=2",
    "every year": r"FREQ=YEARLY",
    "a number of times": r"COUNT=",
    "until a day": r"UNTIL=",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_recurrence_is_shown(kind: str, content: DemoContent) -> None:
    assert any(re.search(KINDS[kind], event.recurrence) for event in content.events)


def test_the_calendar_is_rich_and_alive(content: DemoContent) -> None:
    events = content.events
    assert len(events) >= 60
    assert any(event.exceptions for event in events)
    assert any(event.moved for event in events)
    assert any(event.cancelled_on for event in events)
    assert any(event.cancelled for event in events)
    assert any(not event.published for event in events)
    assert any(event.end and not hasattr(event.end, "hour") for event in events)
    assert all(dates(event, 400) for event in events if not event.recurrence)
    soon = [one for event in events for one in dates(event, 14)]
    assert len(soon) >= 20


def dates(event: Event, ahead: int, today: date = TODAY) -> list[date]:
    return [one.day for one in occurrences(event, today, today + timedelta(ahead))]


@pytest.mark.parametrize("day", ["2027-01-01", "2028-02-29", "2027-07-14", "2030-12-31"])
def test_it_can_be_made_on_any_day(day: str) -> None:
    today = date.fromisoformat(day)
    made = demo_content(today)
    assert sum(bool(dates(event, 365, today)) for event in made.events) >= 70
    assert any(one.listing.verified_on == today - timedelta(12) for one in made.listings)


def test_references_become_ids(content: DemoContent) -> None:
    pictures = {picture.key: new_id() for picture in content.pictures}
    stored = [replace(one, id=new_id()) for one in content.listings_with(pictures)]
    ids = content.ids_by_key(stored)
    assert content.settings_with(pictures).cover_picture == pictures["landscape"]
    assert sum(bool(one.picture) for one in stored) >= 25
    assert all(one.picture_alt for one in stored if one.picture)
    organised = content.organised(stored)
    assert ids["mairie"] in {key for one in organised for key in one.organisers}
    events = content.events_at(stored)
    assert not [one for one in events if "@" in one.place + one.organiser]
    assert sum(one.place in ids.values() for one in events) >= 30


def test_the_commune_says_that_it_is_a_demonstration(content: DemoContent) -> None:
    assert content.profile.demonstration
    assert content.profile.code == "86999"
    settings = content.settings
    assert len(settings.mayor_word.split("\n\n")) >= 3
    assert len(settings.team) >= 8
    assert len(settings.first_steps) >= 8
    assert len(settings.neighbourhood_rules) >= 6
    assert settings.cover_picture in KEYS


@pytest.mark.parametrize("key", KEYS)
def test_pictures_are_drawn_alike_each_time(key: str) -> None:
    picture = draw(key)
    assert draw(key) == picture
    assert picture.alt
    with Image.open(BytesIO(picture.content)) as image:
        assert image.get_format_mimetype() == picture.media_type
        assert image.size == (picture.width, picture.height)
        colours = image.convert("RGB").getcolors(1 << 24)
    assert colours is not None
    assert len(colours) > 100
    assert max(count for count, _ in colours) < 0.5 * picture.width * picture.height
