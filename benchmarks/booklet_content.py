"""The content of a booklet of a given size: entries, twelve months, forty codes."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

from benchmarks.world import OF, WHAT, WHERE
from ctg_desktop.domain.booklet import BookletContent, BookletSettings, TeamMember
from ctg_desktop.domain.category import CATEGORIES, THEMES
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.contact import Address, Email, Phone
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.usecases.calendar import dated

EDITION = date(2026, 11, 1)
CODES = 40
HOURS = (
    "Mo-Fr 08:30-12:30,14:00-17:00",
    "Tu,Th 09:00-12:00; Sa 10:00-12:00",
    "We 14:00-18:00",
    "",
    "Th[1] 14:00-16:00",
)
SENTENCES = (
    "Accueille les habitants de la commune et des environs, sur rendez-vous ou sans.",
    "Chacun y trouve une écoute, des conseils et, s’il le faut, quelqu’un pour l’accompagner.",
    "Les enfants viennent avec leurs parents ; les plus grands s’inscrivent eux-mêmes.",
    "Une adhésion de 5 € par an est demandée, sauf aux personnes sans emploi.",
)


def booklet_content(entries: int) -> BookletContent:
    """Return the content of a booklet with so many entries."""
    chance = random.Random(86)  # noqa: S311 - repeatable, not secret
    drawn = [_listing(chance, number) for number in range(entries)]
    order = {category.code: category.position for category in CATEGORIES}
    listings = tuple(sorted(drawn, key=lambda one: (order[one.category], one.name)))
    events = tuple(_events(chance))
    end = date(EDITION.year + 1, EDITION.month, 1)
    return BookletContent(
        profile=Profile(Role.COMMUNE, "86999", "Grandlieu"),
        settings=BookletSettings(
            mayor_word="Bienvenue à Grandlieu.\n\n" + " ".join(SENTENCES),
            mayor_name="Le maire",
            team=tuple(TeamMember(f"Camille Exemple {n}", "conseil municipal") for n in range(11)),
            first_steps=tuple(f"Étape {n} : se présenter à la mairie." for n in range(12)),
            neighbourhood_rules=SENTENCES,
        ),
        edition=EDITION,
        categories=CATEGORIES,
        listings=listings,
        occurrences=tuple(dated(events, EDITION, end)),
        events={event.id: event for event in events},
    )


def with_codes(content: BookletContent, count: int = CODES) -> BookletContent:
    """Return the content with a web site on so many of its listings only."""
    sited = {one.id for one in content.listings[:: max(1, len(content.listings) // count)][:count]}
    listings = tuple(
        replace(one, website=f"https://{one.id}.example/" if one.id in sited else "")
        for one in content.listings
    )
    return replace(content, listings=listings)


def _listing(chance: random.Random, number: int) -> Listing:
    where = chance.choice(WHERE)
    return Listing(
        id=f"fiche-{number}",
        kind=chance.choice(tuple(ListingKind)),
        category=chance.choice(CATEGORIES).code,
        themes=(chance.choice(THEMES).code,),
        name=f"{chance.choice(WHAT)} {chance.choice(OF)} de {where} {number}",
        summary=chance.choice(SENTENCES),
        description="\n\n".join(chance.sample(SENTENCES, chance.randrange(3))),
        address=Address((f"{number % 90 + 1} rue de l’Église",), "86400", where, "86999"),
        phones=(Phone(f"+33536490{number % 1000:03d}"),),
        emails=(Email(f"contact{number}@grandlieu.example"),),
        opening_hours=chance.choice(HOURS),
        price=chance.choice(("", "Gratuit", "5 € par an")),
        verified_on=EDITION - timedelta(days=chance.randrange(500)),
    )


def _events(chance: random.Random) -> list[Event]:
    once = [
        Event(
            f"once-{number}",
            f"Fête {chance.choice(OF)} de {chance.choice(WHERE)}",
            datetime(2026, 11, 2, 14, 30) + timedelta(days=chance.randrange(360)),  # noqa: DTZ001
            place=f"Salle {chance.choice(OF)}",
        )
        for number in range(100)
    ]
    market = datetime(2026, 1, 3, 8, 0)  # noqa: DTZ001 - times are local
    return [*once, Event("market", "Marché", market, recurrence="FREQ=WEEKLY;BYDAY=SA")]
