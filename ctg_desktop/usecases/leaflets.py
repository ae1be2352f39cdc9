"""Make leaflets of a theme, of a saved search or of chosen entries; keep the texts of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain import text
from ctg_desktop.domain.booklet import Picture
from ctg_desktop.domain.category import Category
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.leaflet import (
    INTRODUCTION_LIMIT,
    LINE_LIMIT,
    LINES_LIMIT,
    TITLE_LIMIT,
    LeafletContent,
    LeafletDetail,
    LeafletForm,
    LeafletOptions,
    LeafletSubject,
    LeafletTexts,
    SubjectChoice,
    SubjectKind,
    grouped,
)
from ctg_desktop.domain.leaflet_models import MODELS, model_texts
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.moments import YEARS
from ctg_desktop.domain.palette import contrast
from ctg_desktop.domain.papers import Duplex
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.saved_search import in_order
from ctg_desktop.domain.town_hall import main_town_hall
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.papers import RenderedPaper, file_name
from ctg_desktop.usecases.printed_listings import (
    printed_by_id,
    printed_listings,
    town_hall_listings,
)

CHOSEN_LABEL = "Fiches choisies"
MINIMAL_CONTRAST = 4.5

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_PAGES: Mapping[LeafletForm, tuple[str, str]] = {
    LeafletForm.FOLDED: ("face A4", "faces A4"),
    LeafletForm.A5: ("page A5", "pages A5"),
}


@dataclass(frozen=True, slots=True)
class RenderedLeaflet(RenderedPaper):
    """A leaflet laid out, and what it had to give up to hold on its paper.

    Attributes:
        entries: How many entries it was to hold.
        detail: How much each entry could say.
        left_out: How many entries it does not hold; it says so, chapter by chapter.
    """

    entries: int = 0
    detail: LeafletDetail = LeafletDetail.FULL
    left_out: int = 0


class Leaflets:
    """The leaflets of a vault.

    Args:
        vault: An open vault.
        actor: Who works, for the journal.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def subjects(self, today: date) -> tuple[SubjectChoice, ...]:
        """Return what a leaflet can be made of: the themes, then the saved searches."""
        with self._vault.reading() as stored:
            kept = stored.settings.leaflets()
            return (*_themes(stored, kept, today), *_searches(stored, kept, today))

    def texts(self, subject: LeafletSubject) -> LeafletTexts:
        """Return the texts of a subject: those the commune wrote, or those of the model.

        Raises:
            UserError: ``theme-unknown``, ``search-unknown``.
        """
        with self._vault.reading() as stored:
            kept = stored.settings.leaflets().get(subject.key)
            return kept or _model(stored, subject, self._vault.profile)

    def save_texts(self, subject: LeafletSubject, texts: LeafletTexts) -> Changes:
        """Keep the texts of a subject; those of the model are not kept twice.

        Raises:
            UserError: ``theme-unknown``, ``search-unknown``, ``text-too-long``,
                ``too-many-items``, ``colour-invalid``, ``colour-too-light``,
                ``leaflet-title-missing``.
        """
        ready = checked_texts(texts)
        with self._vault.writing("leaflet-saved", actor=self._actor, name=ready.title) as work:
            kept = work.settings.leaflets()
            kept.pop(subject.key, None)
            if ready != checked_texts(_model(work, subject, work.settings.profile())):
                kept[subject.key] = ready
            work.settings.set_leaflets(kept)
        return work.changes

    def reset_texts(self, subject: LeafletSubject) -> Changes:
        """Go back to the texts of the model."""
        with self._vault.writing("leaflet-reset", actor=self._actor) as work:
            kept = work.settings.leaflets()
            kept.pop(subject.key, None)
            work.settings.set_leaflets(kept)
        return work.changes

    def content(self, options: LeafletOptions, edition: date) -> LeafletContent:
        """Return all that a leaflet prints, consent applied, as of a day.

        Raises:
            UserError: ``date-out-of-range``, ``theme-unknown``, ``search-unknown``, or a rule of
                the texts.
        """
        if edition.year not in YEARS:
            raise UserError("date-out-of-range", year=edition.year)
        ready = replace(options, texts=checked_texts(options.texts))
        with self._vault.reading() as stored:
            return _content(stored, self._vault.profile, ready, edition)

    def render(
        self, options: LeafletOptions, edition: date, progress: Progress = silent
    ) -> RenderedLeaflet | None:
        """Lay a leaflet out; ``None`` when no entry may be printed.

        Raises:
            UserError: As for ``content``.
            Cancelled: Somebody asked to stop.
        """
        content = self.content(options, edition)
        if not content.groups:
            return None
        from ctg_desktop.pdf.leaflet import leaflet
        from ctg_desktop.pdf.render import render

        made = leaflet(content, progress)
        rendered = render(made.document, progress)
        folded = options.form is LeafletForm.FOLDED
        return RenderedLeaflet(
            content=rendered.content,
            pages=rendered.pages,
            name=file_name("Dépliant", content.options.texts.title, edition.isoformat()),
            format=_PAGES[options.form],
            duplex=Duplex.SHORT_EDGE if folded else Duplex.LONG_EDGE,
            entries=len(content.listings),
            detail=made.detail,
            left_out=made.left_out,
        )


def checked_texts(texts: LeafletTexts) -> LeafletTexts:
    """Return the texts of a leaflet as they are stored and printed.

    Raises:
        UserError: ``leaflet-title-missing``, ``text-too-long``, ``too-many-items``,
            ``colour-invalid``, ``colour-too-light``; ``field`` says where.
    """
    title = text.line(texts.title, "title", limit=TITLE_LIMIT)
    if not title:
        raise UserError("leaflet-title-missing", field="title")
    colour = texts.colour.strip().lower()
    if not _COLOUR.fullmatch(colour):
        raise UserError("colour-invalid", field="colour")
    if contrast(colour, "#ffffff") < MINIMAL_CONTRAST:
        raise UserError("colour-too-light", field="colour")
    lines = (text.line(one, "lines", limit=LINE_LIMIT) for one in texts.lines)
    kept = tuple(one for one in lines if one)
    if len(kept) > LINES_LIMIT:
        raise UserError("too-many-items", field="lines", limit=LINES_LIMIT)
    return replace(
        texts,
        title=title,
        introduction=text.paragraph(texts.introduction, "introduction", limit=INTRODUCTION_LIMIT),
        colour=colour,
        lines=kept,
        notes_title=text.line(texts.notes_title, "notes_title", limit=TITLE_LIMIT),
    )


def _themes(
    stored: Repositories, kept: Mapping[str, LeafletTexts], today: date
) -> Iterator[SubjectChoice]:
    counts: Counter[str] = Counter()
    for listing in printed_listings(stored, ListingFilter(), today):
        counts.update(listing.themes)
    for theme in stored.themes.all():
        subject = LeafletSubject(SubjectKind.THEME, theme.code)
        sheets = MODELS[theme.code].sheets if theme.code in MODELS else ()
        yield SubjectChoice(subject, theme.label, counts[theme.code], theme.code in kept, sheets)


def _searches(
    stored: Repositories, kept: Mapping[str, LeafletTexts], today: date
) -> Iterator[SubjectChoice]:
    for one in in_order(stored.settings.searches()):
        subject = LeafletSubject(SubjectKind.SEARCH, one.id)
        count = sum(1 for _ in printed_listings(stored, one.wanted, today))
        yield SubjectChoice(subject, one.name, count, one.id in kept)


def _content(
    stored: Repositories, profile: Profile, options: LeafletOptions, edition: date
) -> LeafletContent:
    label = _label(stored, options.subject)
    listings = tuple(_wanted(stored, options.subject, edition))
    settings = stored.settings.booklet()
    pictures: dict[str, Picture] = stored.pictures.many(
        [settings.cover_picture] if settings.cover_picture else []
    )
    return LeafletContent(
        profile=profile,
        options=options,
        label=label,
        edition=edition,
        groups=grouped(listings, _categories(stored), options.texts),
        town_hall=main_town_hall(town_hall_listings(stored, edition), profile),
        picture=pictures.get(settings.cover_picture),
        picture_alt=settings.cover_picture_alt,
    )


def _wanted(stored: Repositories, subject: LeafletSubject, day: date) -> Iterable[Listing]:
    if subject.kind is SubjectKind.CHOSEN:
        return printed_by_id(stored, subject.chosen)
    if subject.kind is SubjectKind.THEME:
        return printed_listings(stored, ListingFilter(theme=subject.code), day)
    search = next(one for one in stored.settings.searches() if one.id == subject.code)
    return printed_listings(stored, search.wanted, day)


def _categories(stored: Repositories) -> list[Category]:
    return [one for one in stored.categories.all() if not one.hidden]


def _model(stored: Repositories, subject: LeafletSubject, profile: Profile) -> LeafletTexts:
    return model_texts(subject.code, _label(stored, subject), profile.accent)


def _label(stored: Repositories, subject: LeafletSubject) -> str:
    """Return what a subject is called.

    Raises:
        UserError: ``theme-unknown``, ``search-unknown``.
    """
    if subject.kind is SubjectKind.CHOSEN:
        return CHOSEN_LABEL
    if subject.kind is SubjectKind.THEME:
        labels = {one.code: one.label for one in stored.themes.all()}
        if subject.code not in labels:
            raise UserError("theme-unknown", field="theme", value=subject.code[:60])
        return labels[subject.code]
    names = {one.id: one.name for one in stored.settings.searches()}
    if subject.code not in names:
        raise UserError("search-unknown")
    return names[subject.code]
