"""The demonstration commune: invented records read from ``resources/demo``, dated from today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import msgspec

from ctg_desktop.domain.booklet import BookletSettings
from ctg_desktop.domain.category import CATEGORIES
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_json import listing_from_json
from ctg_desktop.domain.listing_rules import checked
from ctg_desktop.paths import asset
from ctg_desktop.usecases import demo_pictures
from ctg_desktop.usecases.demo_events import DemoCalendar, event_of
from ctg_desktop.usecases.demo_pictures import DemoPicture

FOLDER = "demo"
_REFERENCE = "@"


@dataclass(frozen=True, slots=True)
class DemoListing:
    """A listing that has no id yet.

    Attributes:
        key: Name by which events and other listings refer to it; empty when none does.
        picture: Key of its picture; empty for none.
        organisers: Keys of the listings that run it.
    """

    key: str
    listing: Listing
    picture: str = ""
    organisers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoContent:
    """Everything the demonstration vault holds, checked but not stored.

    Ids are known once records are stored: the pictures first, then ``listings_with`` their ids,
    then what ``organised`` and ``events_at`` make of the stored listings.

    Attributes:
        settings: Its ``cover_picture`` is the key of a picture.
        events: Their place and organiser are a text or ``@key`` of a listing.
        pictures: Drawn by the program.
    """

    profile: Profile
    settings: BookletSettings
    listings: tuple[DemoListing, ...]
    events: tuple[Event, ...]
    pictures: tuple[DemoPicture, ...]

    def settings_with(self, pictures: Mapping[str, str]) -> BookletSettings:
        """Return the settings with the id of their picture, given the ids of pictures by key."""
        return replace(self.settings, cover_picture=pictures[self.settings.cover_picture])

    def listings_with(self, pictures: Mapping[str, str]) -> list[Listing]:
        """Return the listings, in order, with the ids of their pictures."""
        return [
            replace(one.listing, picture=pictures[one.picture]) if one.picture else one.listing
            for one in self.listings
        ]

    def ids_by_key(self, stored: Sequence[Listing]) -> dict[str, str]:
        """Return the ids of listings by key, given them all as they were stored, in order."""
        pairs = zip(self.listings, stored, strict=True)
        return {one.key: listing.id for one, listing in pairs if one.key}

    def organised(self, stored: Sequence[Listing]) -> list[Listing]:
        """Return the stored listings that others run, with the ids of those."""
        ids = self.ids_by_key(stored)
        return [
            replace(listing, organisers=tuple(ids[key] for key in one.organisers))
            for one, listing in zip(self.listings, stored, strict=True)
            if one.organisers
        ]

    def events_at(self, stored: Sequence[Listing]) -> list[Event]:
        """Return the events with the ids of their places and organisers."""
        ids = self.ids_by_key(stored)
        return [
            replace(
                event,
                place=_resolved(event.place, ids),
                organiser=_resolved(event.organiser, ids),
            )
            for event in self.events
        ]


def demo_content(today: date) -> DemoContent:
    """Read the demonstration commune as it is on a day.

    Args:
        today: The day from which verifications, closures and events are dated.
    """
    commune = _decoded("commune.json")
    calendar = DemoCalendar(today, tuple((first, last) for first, last in commune["holidays"]))
    pictures = tuple(demo_pictures.draw(key) for key in demo_pictures.KEYS)
    alts = {picture.key: picture.alt for picture in pictures}
    settings = msgspec.convert(commune["settings"], BookletSettings)
    return DemoContent(
        profile=msgspec.convert(commune["profile"] | {"demonstration": True}, Profile),
        settings=replace(settings, cover_picture_alt=alts[settings.cover_picture]),
        listings=tuple(
            _listing(data, category.code, today, alts)
            for category in CATEGORIES
            for data in _decoded(f"listings/{category.code}.json")
        ),
        events=tuple(event_of(data, calendar) for data in _decoded("events.json")),
        pictures=pictures,
    )


def _decoded(name: str) -> Any:
    return msgspec.json.decode(asset(f"{FOLDER}/{name}").read_bytes())


def _listing(
    data: dict[str, Any], category: str, today: date, alts: Mapping[str, str]
) -> DemoListing:
    shape = dict(data)
    key, picture = shape.pop("key", ""), shape.pop("picture", "")
    organisers = tuple(one.removeprefix(_REFERENCE) for one in shape.pop("organisers", ()))
    if "verified_days_ago" in shape:
        shape["verified_on"] = _iso(today - timedelta(shape.pop("verified_days_ago")))
    if "closed_for_days" in shape:
        shape["closed_until"] = _iso(today + timedelta(shape.pop("closed_for_days")))
    if picture:
        shape.setdefault("picture_alt", alts[picture])
    consents = [_consent(one, today) for one in shape.pop("consents", ())]
    listing = listing_from_json(shape | {"category": category, "consents": consents})
    return DemoListing(key, checked(listing), picture, organisers)


def _consent(data: dict[str, Any], today: date) -> dict[str, Any]:
    given = _iso(today - timedelta(data["given_days_ago"]))
    return {"item": data["item"], "given_on": given, "proof": data["proof"]}


def _iso(day: date) -> str:
    return day.isoformat()


def _resolved(text: str, ids: Mapping[str, str]) -> str:
    return ids[text[1:]] if text.startswith(_REFERENCE) else text
