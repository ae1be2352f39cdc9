"""The report of a year of the directory and the calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain import year_figures as figures
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.moments import YEARS
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.recurrence import occurrences
from ctg_desktop.domain.text import fold
from ctg_desktop.domain.year_report import Movements, Tally, YearReport, movements
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.action_plan import load_catalogue
from ctg_desktop.usecases.papers import RenderedPaper, file_name
from ctg_desktop.usecases.printed_listings import printed_names

MOST_ORGANISERS = 12


class YearReports:
    """The reports of a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def report(self, year: int, today: date) -> YearReport:
        """Return the figures of a year.

        Args:
            year: Of the calendar and the journal.
            today: As of which entries are counted.

        Raises:
            UserError: ``date-out-of-range``.
        """
        if year not in YEARS:
            raise UserError("date-out-of-range", field="year", year=year)
        with self._vault.reading() as stored:
            return _report(stored, self._vault.profile, year, today)

    def render(self, year: int, today: date, progress: Progress = silent) -> RenderedPaper:
        """Return the PDF of the report of a year.

        Raises:
            UserError: ``date-out-of-range``.
            Cancelled: Somebody asked to stop.
        """
        from ctg_desktop.pdf.render import render
        from ctg_desktop.pdf.year_report import year_report_document

        made = render(year_report_document(self.report(year, today)), progress)
        name = file_name("Bilan de l’annuaire", self._vault.profile.name, str(year))
        return RenderedPaper(made.content, made.pages, name, ("page A4", "pages A4"))


def _report(stored: Repositories, profile: Profile, year: int, today: date) -> YearReport:
    start, end = date(year, 1, 1), date(year + 1, 1, 1)
    listings = tuple(stored.listings.stream(ListingFilter(), today))
    published = tuple(one for one in listings if one.published)
    drafts = tuple(one for one in listings if not one.published)
    themes, since = stored.themes.all(), stored.journal.first_day()
    titles = {one.number: one.title for one in load_catalogue().actions}
    events = [one for one in stored.events.between(start, end) if one.published]
    held = {
        event.id: [one for one in occurrences(event, start, end) if not one.cancelled]
        for event in events
    }
    organisers, unnamed = _organisers(stored, events, {key: len(one) for key, one in held.items()})
    reached = since is not None and since.year <= year <= today.year
    return YearReport(
        profile=profile,
        year=year,
        edition=today,
        since=since,
        published=len(published),
        drafts=len(drafts),
        chapters=figures.by_chapter(published, stored.categories.all()),
        themes=figures.by_theme(published, themes),
        verification=figures.verification(published, today),
        listings=_movements(stored, "listing", start, end) if reached else None,
        events=_movements(stored, "event", start, end) if reached else None,
        sources=figures.by_source(published),
        months=figures.by_month((one for some in held.values() for one in some), year, since),
        organisers=organisers[:MOST_ORGANISERS],
        other_organisers=len(organisers[MOST_ORGANISERS:]),
        unnamed_dates=unnamed,
        coverage=figures.coverage(published, themes, titles, today),
        tasks=tuple(figures.tasks(published, drafts, today)),
    )


def _movements(stored: Repositories, entity: str, start: date, end: date) -> Movements:
    return movements(stored.journal.operations(entity, start, end))


def _organisers(
    stored: Repositories, events: Sequence[Event], held: dict[str, int]
) -> tuple[tuple[Tally, ...], int]:
    """Return who holds events, most first, and how many dates nobody is named for."""
    names = printed_names(stored, (one.organiser for one in events))
    counts: Counter[str] = Counter()
    unnamed = 0
    for event in events:
        name = names.get(event.organiser, "") if is_id(event.organiser) else event.organiser
        if name:
            counts[name] += held[event.id]
        else:
            unnamed += held[event.id]
    most = sorted(counts.items(), key=lambda one: (-one[1], fold(one[0])))
    return tuple(Tally(name, count) for name, count in most if count), unnamed
