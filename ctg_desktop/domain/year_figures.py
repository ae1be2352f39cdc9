"""Counts of a directory, for the report of a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from types import MappingProxyType

from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.domain.directory import LATE_AFTER_DAYS, VERIFY_AFTER_DAYS
from ctg_desktop.domain.event import Occurrence
from ctg_desktop.domain.leaflet_models import MODELS
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.listing_rules import printable
from ctg_desktop.domain.text import fold
from ctg_desktop.domain.year_report import SheetCoverage, Tally, Task, Verification

MOST_SOURCES = 8
MOST_NAMES = 6
MONTHS = 12
NO_SOURCE = "Saisies à la main, sans source"

_KEPT_OPEN = frozenset(
    {
        ListingKind.PUBLIC_SERVICE,
        ListingKind.BUSINESS,
        ListingKind.HEALTH,
        ListingKind.CHILDCARE_SCHOOL,
    }
)
"""Kinds that have opening hours."""
_NO_PHONE = frozenset({ListingKind.PLACE, ListingKind.RESOURCE_PERSON})
_NO_PLACE = frozenset({ListingKind.COMMUNITY_ACTION, ListingKind.RESOURCE_PERSON})


def verification(listings: Iterable[Listing], day: date) -> Verification:
    """Return how long ago entries were checked, as of a day."""
    ages = [_age(one, day) for one in listings]
    known = [one for one in ages if one is not None]
    half_year = sum(one <= VERIFY_AFTER_DAYS for one in known)
    within_year = sum(one <= LATE_AFTER_DAYS for one in known)
    return Verification(
        half_year, within_year - half_year, len(known) - within_year, len(ages) - len(known)
    )


def by_chapter(listings: Iterable[Listing], categories: Sequence[Category]) -> tuple[Tally, ...]:
    """Return the entries of each chapter in the order of the booklet, empty ones too."""
    counts = Counter(one.category for one in listings)
    shown = (one for one in categories if not one.hidden or counts[one.code])
    return tuple(Tally(one.label, counts[one.code]) for one in shown)


def by_theme(listings: Iterable[Listing], themes: Sequence[Theme]) -> tuple[Tally, ...]:
    """Return the entries of each theme, most first."""
    counts = _theme_counts(listings)
    tallies = (Tally(one.label, counts[one.code]) for one in themes)
    return tuple(sorted(tallies, key=lambda one: (-(one.count or 0), fold(one.label))))


def by_source(listings: Iterable[Listing]) -> tuple[Tally, ...]:
    """Return where entries came from, most first; the rarest together."""
    counts = Counter(one.source.strip() or NO_SOURCE for one in listings)
    most = sorted(counts.items(), key=lambda one: (-one[1], fold(one[0])))
    tallies = [Tally(label, count) for label, count in most[:MOST_SOURCES]]
    rest = most[MOST_SOURCES:]
    if rest:
        tallies.append(Tally("Autres sources", sum(count for _, count in rest)))
    return tuple(tallies)


def by_month(
    occurrences: Iterable[Occurrence], year: int, since: date | None
) -> tuple[int | None, ...]:
    """Return the dates of each month; ``None`` for an empty one before the vault was begun."""
    counts = Counter(one.day.month for one in occurrences if one.day.year == year)
    return tuple(
        counts[month] or (0 if since and (year, month) >= (since.year, since.month) else None)
        for month in range(1, MONTHS + 1)
    )


def coverage(
    listings: Sequence[Listing], themes: Sequence[Theme], titles: Mapping[int, str], day: date
) -> tuple[SheetCoverage, ...]:
    """Return what answers each sheet of the plan that asks for a leaflet, by number.

    Args:
        listings: Published entries.
        themes: Of the commune.
        titles: Number of a sheet → its title.
        day: As of which entries are recent.
    """
    labels = {one.code: one.label for one in themes}
    counts = _theme_counts(listings)
    recent = _theme_counts(one for one in listings if _is_recent(one, day))
    rows = (
        SheetCoverage(
            sheet,
            titles.get(sheet, ""),
            labels.get(model.theme, model.texts.title),
            counts[model.theme] if model.theme in labels else None,
            recent[model.theme] if model.theme in labels else None,
        )
        for model in MODELS.values()
        for sheet in model.sheets
    )
    return tuple(sorted(rows, key=lambda one: (one.sheet, one.leaflet)))


def tasks(listings: Sequence[Listing], drafts: Sequence[Listing], day: date) -> Iterator[Task]:
    """Yield what is to be done next, where there is anything.

    Args:
        listings: Published entries.
        drafts: The others.
        day: As of which entries are late.
    """
    late = sorted(
        (one for one in listings if not _is_recent(one, day)),
        key=lambda one: (one.verified_on or date.min, fold(one.name)),
    )
    due = [one for one in listings if VERIFY_AFTER_DAYS < (_age(one, day) or 0) <= LATE_AFTER_DAYS]
    yield from _task("Fiches jamais vérifiées, ou depuis plus d’un an", late)
    yield from _task("Fiches à vérifier, depuis plus de six mois", due)
    for what, lacks in _LACKS.items():
        yield from _task(what, [one for one in listings if lacks(one)])
    yield from _task(
        "Personnes ressources sans accord, donc non imprimées",
        [one for one in listings if printable(one) is None],
    )
    yield from _task("Fiches en brouillon", drafts)


def _lacks_phone(one: Listing) -> bool:
    return one.kind not in _NO_PHONE and not one.phones


def _lacks_hours(one: Listing) -> bool:
    return one.kind in _KEPT_OPEN and not one.opening_hours


def _lacks_place(one: Listing) -> bool:
    return one.kind not in _NO_PLACE and not (one.address.lines or one.address.city)


_LACKS: Mapping[str, Callable[[Listing], bool]] = MappingProxyType(
    {
        "Fiches sans téléphone": _lacks_phone,
        "Services et commerces sans horaires": _lacks_hours,
        "Fiches sans adresse": _lacks_place,
        "Fiches sans phrase de présentation": lambda one: not one.summary,
    }
)


def _task(what: str, listings: Sequence[Listing]) -> Iterator[Task]:
    if listings:
        named = (one.name for one in listings if one.kind is not ListingKind.RESOURCE_PERSON)
        yield Task(what, len(listings), tuple(islice(named, MOST_NAMES)))


def _theme_counts(listings: Iterable[Listing]) -> Counter[str]:
    return Counter(theme for one in listings for theme in one.themes)


def _is_recent(listing: Listing, day: date) -> bool:
    age = _age(listing, day)
    return age is not None and age <= LATE_AFTER_DAYS


def _age(listing: Listing, day: date) -> int | None:
    """Return how many days ago an entry was checked; ``None`` for never."""
    return None if listing.verified_on is None else (day - listing.verified_on).days
