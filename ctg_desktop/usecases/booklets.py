"""Gather the content of the booklet and print it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain.booklet import BookletContent, BookletSettings, Picture
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.moments import YEARS
from ctg_desktop.domain.needs import needs_of
from ctg_desktop.domain.papers import BookletForm, BookletOptions, Duplex, Language
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.stretches import WHOLE, stretch
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.calendar import dated
from ctg_desktop.usecases.papers import PaperReport, RenderedPaper, file_name, keep, keep_paper
from ctg_desktop.usecases.printed_booklet import Printed, note_printed
from ctg_desktop.usecases.printed_listings import printed_listings, printed_names

if TYPE_CHECKING:
    from ctg_desktop.pdf.document import Document

PAGES: MappingProxyType[BookletForm, tuple[str, str]] = MappingProxyType(
    {
        BookletForm.A5: ("page A5", "pages A5"),
        BookletForm.FOLDED: ("feuille A4 recto verso", "feuilles A4 recto verso"),
        BookletForm.A4: ("page A4", "pages A4"),
        BookletForm.LARGE_PRINT: ("page A4", "pages A4"),
        BookletForm.WEB: ("page web", "pages web"),
    }
)
"""What a booklet of each form is counted in."""

_DEFAULT = BookletOptions()
_BUILT = WHOLE // 3
"""Thousandths of the work after which entries and their codes are made, and pages are laid out."""
_DRAWN = 700
"""Thousandths of laying out and imposing after which pages are drawn."""
_TITLE_ROOM = 40
"""Letters of a title in a file name: form, language and date stand behind it."""
_NAMES = MappingProxyType(
    {
        BookletForm.FOLDED: "cahier",
        BookletForm.A4: "A4",
        BookletForm.LARGE_PRINT: "gros caractères",
    }
)
_LANGUAGES = MappingProxyType({Language.ENGLISH: "en", Language.BOTH: "fr-en"})


class Booklets:
    """The booklet of a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def content(self, edition: date, progress: Progress = silent) -> BookletContent:
        """Return all that a booklet prints, consent applied, as of a day.

        Raises:
            UserError: ``date-out-of-range``.
            Cancelled: By ``progress``, told chapter by chapter.
        """
        if edition.year not in YEARS:
            raise UserError("date-out-of-range", year=edition.year)
        with self._vault.reading() as stored:
            return _content(stored, self._vault, edition, progress)

    def render(
        self,
        edition: date,
        options: BookletOptions = _DEFAULT,
        progress: Progress = silent,
    ) -> RenderedPaper:
        """Return the PDF of the booklet; its web page as a PDF of A5 pages.

        Raises:
            UserError: ``date-out-of-range``, ``need-unknown``, ``listing-unknown``,
                ``choice-empty`` when only what was chosen is wanted and that is nothing.
            Cancelled: By ``progress``.
        """
        document = self._document(edition, options, stretch(progress, 0, _BUILT))
        name = file_name(document.title[:_TITLE_ROOM], _name(options), edition)
        content, pages = _pdf(document, options, stretch(progress, _BUILT, WHOLE))
        folded = options.form is BookletForm.FOLDED
        duplex = Duplex.SHORT_EDGE if folded else Duplex.NONE
        return RenderedPaper(content, pages, name, PAGES[options.form], duplex)

    def web_page(
        self,
        edition: date,
        options: BookletOptions = _DEFAULT,
        progress: Progress = silent,
    ) -> bytes:
        """Return the booklet as one HTML file.

        Raises:
            UserError: As :meth:`render`.
            Cancelled: By ``progress``.
        """
        from ctg_desktop.pdf.html import to_html

        document = self._document(edition, options, stretch(progress, 0, _BUILT))
        page = to_html(document, stretch(progress, _BUILT, WHOLE))
        progress(WHOLE, WHOLE)
        return page

    def make(
        self,
        target: Path,
        edition: date,
        options: BookletOptions = _DEFAULT,
        progress: Progress = silent,
    ) -> PaperReport:
        """Write the booklet into a file, PDF or HTML, whole or not at all.

        A booklet of chosen entries alone is not noted as the booklet of the commune.

        Raises:
            UserError: As :meth:`render`, and ``target-is-folder``.
            EnvironmentFault: The file cannot be written (folder missing, disk full).
            Cancelled: Somebody asked to stop; nothing was written.
        """
        counter = self._highest_counter()
        if options.form is BookletForm.WEB:
            page = self.web_page(edition, options, progress)
            report = PaperReport(keep(page, target), target, 1)
        else:
            report = keep_paper(self.render(edition, options, progress), target)
        if not options.only_chosen:
            self._note(edition, counter)
        return report

    def note_printed(self, edition: date) -> None:
        """Note that the booklet of a day was put on paper as it is now."""
        self._note(edition, self._highest_counter())

    def _document(self, edition: date, options: BookletOptions, progress: Progress) -> Document:
        from ctg_desktop.pdf.booklet import booklet_document

        content = self.content(edition, progress)
        self._check(options, content)
        return booklet_document(content, options, progress)

    def _check(self, options: BookletOptions, content: BookletContent) -> None:
        """Refuse a choice that names nothing; a draft or a hidden chapter is left out silently."""
        needs = needs_of(options.needs)
        if options.chosen:
            with self._vault.reading() as stored:
                for one in options.chosen:
                    stored.listings.get(one)
        if not options.only_chosen:
            return
        chosen = set(options.chosen)
        if not any(
            one.id in chosen or any(need.is_served_by(one) for need in needs)
            for one in content.listings
        ):
            raise UserError("choice-empty")

    def _note(self, edition: date, counter: int) -> None:
        note_printed(self._vault, Printed(edition, counter))

    def _highest_counter(self) -> int:
        with self._vault.reading() as stored:
            return stored.journal.highest()


def _content(
    stored: Repositories, vault: Vault, edition: date, progress: Progress
) -> BookletContent:
    settings = stored.settings.booklet()
    categories = tuple(one for one in stored.categories.all() if not one.hidden)
    listings: list[Listing] = []
    for one in categories:
        progress(0, 0)
        listings += printed_listings(stored, ListingFilter(category=one.code), edition)
    end = _months_later(edition, settings.calendar_months)
    events = [one for one in stored.events.between(edition, end) if one.published]
    return BookletContent(
        profile=vault.profile,
        settings=settings,
        edition=edition,
        categories=categories,
        listings=tuple(listings),
        occurrences=tuple(dated(events, edition, end)),
        events={event.id: event for event in events},
        place_names=printed_names(
            stored, (ref for event in events for ref in (event.place, event.organiser))
        ),
        pictures=_pictures(stored, listings, settings),
        themes=tuple(stored.themes.all()),
    )


def _pictures(
    stored: Repositories, listings: Sequence[Listing], settings: BookletSettings
) -> dict[str, Picture]:
    wanted = {listing.picture for listing in listings} | {settings.cover_picture}
    return stored.pictures.many(sorted(wanted - {""}))


def _months_later(day: date, months: int) -> date:
    whole = day.month - 1 + months
    return date(day.year + whole // 12, whole % 12 + 1, 1)


def _pdf(document: Document, options: BookletOptions, progress: Progress) -> tuple[bytes, int]:
    """Return the PDF and the number of its pages, or of its sheets where it is folded."""
    from ctg_desktop.pdf.render import render

    if options.form is not BookletForm.FOLDED:
        rendered = render(document, progress)
        return rendered.content, rendered.pages
    from ctg_desktop.pdf.imposition import PAGES_A_SHEET, folded

    rendered = render(document, stretch(progress, 0, _DRAWN))
    sheets = folded(
        rendered.content,
        fold_mark=options.fold_mark,
        title=document.title,
        progress=stretch(progress, _DRAWN, WHOLE),
    )
    return sheets, rendered.pages // PAGES_A_SHEET


def _name(options: BookletOptions) -> str:
    """Return what tells this form and language from the others in a file name."""
    words = (_NAMES.get(options.form, ""), _LANGUAGES.get(options.language, ""))
    return " ".join(word for word in words if word)
