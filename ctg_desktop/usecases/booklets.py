"""Gather the content of the booklet and print it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain.booklet import BookletContent, BookletSettings, Picture
from ctg_desktop.domain.category import Category
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.import_plan import Progress, silent
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_rules import printable
from ctg_desktop.domain.moments import YEARS
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.files import atomic_write
from ctg_desktop.usecases.calendar import dated

PRINTED = "booklet-printed"
OTHER_NAMES = 5


@dataclass(frozen=True, slots=True)
class BookletReport:
    """A booklet that was written.

    Attributes:
        path: Where; another name than asked when that file was open elsewhere.
        asked: Where it was asked.
    """

    path: Path
    asked: Path
    pages: int


@dataclass(frozen=True, slots=True)
class Printed:
    """The last booklet made: its day and the counter of the journal at that moment."""

    on: date
    counter: int


class Booklets:
    """The booklet of a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def content(self, edition: date) -> BookletContent:
        """Return all that a booklet prints, consent applied, as of a day.

        Raises:
            UserError: ``date-out-of-range``.
        """
        if edition.year not in YEARS:
            raise UserError("date-out-of-range", year=edition.year)
        with self._vault.reading() as stored:
            return _content(stored, self._vault, edition)

    def render(self, edition: date, progress: Progress = silent) -> tuple[bytes, int]:
        """Return the PDF of the booklet and its number of pages, for a preview."""
        from ctg_desktop.pdf.booklet import booklet_document
        from ctg_desktop.pdf.render import render

        rendered = render(booklet_document(self.content(edition)), progress)
        return rendered.content, rendered.pages

    def make(self, target: Path, edition: date, progress: Progress = silent) -> BookletReport:
        """Write the booklet into a file, whole or not at all.

        Raises:
            UserError: ``date-out-of-range``, ``target-is-folder``.
            EnvironmentFault: The file cannot be written (folder missing, disk full).
            Cancelled: Somebody asked to stop; nothing was written.
        """
        counter = self._highest_counter()
        content, pages = self.render(edition, progress)
        path = self.keep(content, target)
        self._note(edition, counter)
        return BookletReport(path, target, pages)

    def note_printed(self, edition: date) -> None:
        """Note that the booklet of a day was put on paper as it is now."""
        self._note(edition, self._highest_counter())

    def keep(self, content: bytes, target: Path) -> Path:
        """Write a rendered PDF; beside the file asked when that one is open elsewhere.

        Raises:
            EnvironmentFault: The file cannot be written under any name.
        """
        for path in _names(target):
            try:
                with atomic_write(path) as file:
                    file.write(content)
            except EnvironmentFault as fault:
                if fault.code != "file-not-writable":
                    raise
            else:
                return path
        raise EnvironmentFault("file-not-writable", name=target.name)

    def _note(self, edition: date, counter: int) -> None:
        self._vault.set_preference(PRINTED, {"on": edition.isoformat(), "counter": counter})

    def _highest_counter(self) -> int:
        with self._vault.reading() as stored:
            return stored.journal.highest()


def last_printed(stored: Repositories) -> Printed | None:
    """Return when the last booklet was made."""
    kept = stored.preferences.get(PRINTED, None)
    return Printed(date.fromisoformat(kept["on"]), int(kept["counter"])) if kept else None


def _content(stored: Repositories, vault: Vault, edition: date) -> BookletContent:
    settings = stored.settings.booklet()
    categories = tuple(one for one in stored.categories.all() if not one.hidden)
    listings = tuple(_printable(stored, categories, edition))
    end = _months_later(edition, settings.calendar_months)
    events = [one for one in stored.events.between(edition, end) if one.published]
    return BookletContent(
        profile=vault.profile,
        settings=settings,
        edition=edition,
        categories=categories,
        listings=listings,
        occurrences=tuple(dated(events, edition, end)),
        events={event.id: event for event in events},
        place_names=_place_names(stored, events),
        pictures=_pictures(stored, listings, settings),
        themes=tuple(stored.themes.all()),
    )


def _printable(
    stored: Repositories, categories: Iterable[Category], today: date
) -> Iterator[Listing]:
    for category in categories:
        for listing in stored.listings.stream(ListingFilter(category=category.code), today):
            ready = printable(listing)
            if ready is not None:
                yield ready


def _place_names(stored: Repositories, events: Iterable[Event]) -> dict[str, str]:
    ids = {ref for event in events for ref in (event.place, event.organiser) if is_id(ref)}
    found = (printable(stored.listings.get(one)) for one in stored.listings.names(sorted(ids)))
    return {listing.id: listing.name for listing in found if listing is not None}


def _pictures(
    stored: Repositories, listings: Sequence[Listing], settings: BookletSettings
) -> dict[str, Picture]:
    wanted = {listing.picture for listing in listings} | {settings.cover_picture}
    return stored.pictures.many(sorted(wanted - {""}))


def _months_later(day: date, months: int) -> date:
    whole = day.month - 1 + months
    return date(day.year + whole // 12, whole % 12 + 1, 1)


def _names(target: Path) -> Iterator[Path]:
    yield target
    for number in range(2, OTHER_NAMES):
        yield target.with_name(f"{target.stem} ({number}){target.suffix}")
