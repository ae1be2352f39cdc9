"""What hangs on a notice board: the poster of a month, the sheet of a week, a tear-off list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain import text, wording
from ctg_desktop.domain.category import Category
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.moments import YEARS, monday_of, month_after
from ctg_desktop.domain.notice_board import (
    STRIPS,
    WEEK_DAYS,
    MonthContent,
    MonthPosterOptions,
    TearOffContent,
    TearOffOptions,
    WeekContent,
    WeekSheetOptions,
)
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.public_holidays import public_holidays
from ctg_desktop.domain.town_hall import main_town_hall
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.calendar import dated
from ctg_desktop.usecases.papers import RenderedPaper, file_name
from ctg_desktop.usecases.printed_listings import (
    printed_by_id,
    printed_listings,
    printed_names,
    town_hall_listings,
)
from ctg_desktop.usecases.settings import check_colour

SEVERAL = "Contacts utiles"
"""Heading of a list of entries picked by hand."""

_ONE_DAY = timedelta(days=1)
_A4 = ("page A4", "pages A4")
_A3 = ("page A3", "pages A3")


@dataclass(frozen=True, slots=True)
class BoardPaper(RenderedPaper):
    """A paper for the notice board.

    Attributes:
        left_out: Entries that found no room on it; the paper says so.
    """

    left_out: int = 0


class NoticeBoard:
    """The papers of a vault's notice board."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def poster(
        self, options: MonthPosterOptions, today: date, progress: Progress = silent
    ) -> BoardPaper:
        """Return the poster of a month.

        Raises:
            UserError: ``month-empty``, ``date-out-of-range``, ``colour-invalid``,
                ``colour-too-light``.
            Cancelled: By ``progress``.
        """
        from ctg_desktop.pdf.notice_board.poster import poster
        from ctg_desktop.pdf.render import render

        _check_year(options.month)
        if options.colour:
            check_colour(options.colour, "colour")
        content = self._month(options, today)
        said = wording.month(content.first.year, content.first.month)
        if not content.occurrences:
            raise UserError("month-empty", month=said)
        made = poster(content, options)
        rendered = render(made.document, progress)
        name = file_name("Affiche", content.profile.name, f"{content.first:%Y-%m}")
        size = _A3 if options.paper == "a3" else _A4
        return BoardPaper(rendered.content, rendered.pages, name, size, left_out=made.left_out)

    def week(
        self, options: WeekSheetOptions, today: date, progress: Progress = silent
    ) -> BoardPaper:
        """Return the sheet of a week; one without any event is there to be written on.

        Raises:
            UserError: ``date-out-of-range``.
            Cancelled: By ``progress``.
        """
        from ctg_desktop.pdf.notice_board.week import week_document
        from ctg_desktop.pdf.render import render

        _check_year(options.day)
        content = self._week(monday_of(options.day), today)
        made = week_document(content, options)
        rendered = render(made.document, progress)
        name = file_name("Semaine", content.profile.name, content.monday)
        return BoardPaper(rendered.content, rendered.pages, name, _A4, left_out=made.left_out)

    def tear_off(
        self, options: TearOffOptions, today: date, progress: Progress = silent
    ) -> BoardPaper:
        """Return the list of some entries with strips to tear off.

        Raises:
            UserError: ``tear-off-nothing-chosen``, ``category-unknown``, ``theme-unknown``,
                ``listing-unknown``, ``tear-off-empty``, ``strips-out-of-range``,
                ``text-too-long``.
            Cancelled: By ``progress``.
        """
        from ctg_desktop.pdf.notice_board.tear_off import tear_off_document
        from ctg_desktop.pdf.render import render

        if options.strips not in STRIPS:
            raise UserError("strips-out-of-range", field="strips")
        content = self._tear_off(options, today)
        rendered = render(tear_off_document(content, options.strips), progress)
        name = file_name("Languettes", content.title, content.profile.name)
        return BoardPaper(rendered.content, rendered.pages, name, _A4)

    def _month(self, options: MonthPosterOptions, today: date) -> MonthContent:
        first = options.month.replace(day=1)
        end = month_after(first)
        with self._vault.reading() as stored:
            events = _published(stored, first, end)
            settings = stored.settings.booklet()
            pictures = stored.pictures.many([settings.cover_picture])
            return MonthContent(
                profile=self._vault.profile,
                first=first,
                edition=today,
                occurrences=tuple(dated(events, first, end)),
                events={event.id: event for event in events},
                place_names=_place_names(stored, events),
                town_hall=self._town_hall(stored, today),
                holidays=public_holidays(first, end - _ONE_DAY),
                picture=pictures.get(settings.cover_picture) if options.picture else None,
                picture_alt=settings.cover_picture_alt,
            )

    def _week(self, monday: date, today: date) -> WeekContent:
        end = monday + timedelta(days=WEEK_DAYS)
        with self._vault.reading() as stored:
            events = _published(stored, monday, end)
            return WeekContent(
                profile=self._vault.profile,
                monday=monday,
                edition=today,
                occurrences=tuple(dated(events, monday, end)),
                place_names=_place_names(stored, events),
                town_hall=self._town_hall(stored, today),
                holidays=public_holidays(monday, end - _ONE_DAY),
            )

    def _tear_off(self, options: TearOffOptions, today: date) -> TearOffContent:
        accent = self._vault.profile.accent
        with self._vault.reading() as stored:
            categories = {one.code: one for one in stored.categories.all()}
            title, listings = _chosen(stored, options, categories, today)
            if not listings:
                raise UserError("tear-off-empty", title=title)
            codes = {one.category for one in listings}
            only = categories.get(next(iter(codes))) if len(codes) == 1 else None
            return TearOffContent(
                profile=self._vault.profile,
                edition=today,
                title=text.line(options.title, "title") or title,
                colour=only.colour if only is not None else accent,
                listings=tuple(listings),
                town_hall=self._town_hall(stored, today),
            )

    def _town_hall(self, stored: Repositories, today: date) -> Listing | None:
        return main_town_hall(town_hall_listings(stored, today), self._vault.profile)


def _chosen(
    stored: Repositories, options: TearOffOptions, categories: dict[str, Category], today: date
) -> tuple[str, list[Listing]]:
    """Return the entries of a tear-off list and what they are called together."""
    if options.listings:
        for one in options.listings:
            stored.listings.get(one)
        found = list(printed_by_id(stored, options.listings))
        return (found[0].name if len(found) == 1 else SEVERAL), found
    if options.theme:
        themes = {one.code: one.label for one in stored.themes.all()}
        if options.theme not in themes:
            raise UserError("theme-unknown", field="theme", value=options.theme[:60])
        wanted = ListingFilter(theme=options.theme)
        return themes[options.theme], list(printed_listings(stored, wanted, today))
    if not options.category:
        raise UserError("tear-off-nothing-chosen", field="category")
    if options.category not in categories:
        raise UserError("category-unknown", field="category")
    wanted = ListingFilter(category=options.category)
    listings = list(printed_listings(stored, wanted, today))
    return categories[options.category].label, listings


def _published(stored: Repositories, start: date, end: date) -> list[Event]:
    return [one for one in stored.events.between(start, end) if one.published]


def _place_names(stored: Repositories, events: Iterable[Event]) -> dict[str, str]:
    return printed_names(stored, (event.place for event in events))


def _check_year(day: date) -> None:
    if day.year not in YEARS:
        raise UserError("date-out-of-range", year=day.year)
