"""Who the vault belongs to, its chapters and themes, the texts of its booklet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain import text
from ctg_desktop.domain.booklet import OWN_TEXT, PARTS, BookletPart, BookletSettings, TeamMember
from ctg_desktop.domain.booklet_outline import Outline
from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.listing_rules import ITEM_LIMIT
from ctg_desktop.domain.palette import contrast
from ctg_desktop.errors import UserError

MINIMAL_CONTRAST = 4.5

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OWN_CODE = re.compile(rf"{OWN_TEXT}[0-9]{{1,6}}")
_STANDARD_PARTS = frozenset(part.code for part in PARTS)


class Settings:
    """The settings of a vault: journaled ones, and the habits of a screen, which are not."""

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def profile(self) -> Profile:
        """Return who the vault belongs to."""
        return self._vault.profile

    def save_profile(self, profile: Profile) -> Changes:
        """Change the name, the code or the colour.

        Raises:
            UserError: ``profile-name-missing``, ``colour-too-light``, ``colour-invalid``.
        """
        ready = replace(profile, name=text.line(profile.name, "name"), code=profile.code.strip())
        if not ready.name:
            raise UserError("profile-name-missing", field="name")
        check_colour(ready.accent, "accent")
        with self._vault.writing("profile-saved", actor=self._actor) as work:
            work.settings.set_profile(ready)
        return work.changes

    def booklet(self) -> BookletSettings:
        """Return the texts and choices of the booklet."""
        with self._vault.reading() as stored:
            return stored.settings.booklet()

    def save_booklet(self, booklet: BookletSettings) -> Changes:
        """Change the texts and choices of the booklet.

        Raises:
            UserError: ``text-too-long``, ``months-out-of-range``, ``colour-too-light``,
                ``colour-invalid``, ``own-text-untitled``.
        """
        ready = _checked(booklet)
        with self._vault.writing("booklet-settings-saved", actor=self._actor) as work:
            work.settings.set_booklet(ready)
        return work.changes

    def categories(self) -> list[Category]:
        """Return the chapters in the order of the booklet, hidden ones too."""
        with self._vault.reading() as stored:
            return stored.categories.all()

    def save_categories(self, categories: Sequence[Category]) -> Changes:
        """Rename, reorder, hide, add or remove chapters; the order given is the order kept.

        Raises:
            UserError: ``category-label-missing``, ``code-invalid``, ``code-twice``,
                ``colour-too-light``, ``category-in-use`` for one removed that has listings.
        """
        ready = _checked_categories(categories)
        with self._vault.writing("categories-saved", actor=self._actor) as work:
            work.categories.save_all(ready)
        return work.changes

    def save_outline(self, outline: Outline) -> Changes:
        """Keep the order, the names and the visibility of all that a booklet holds, in one go.

        Raises:
            UserError: As of :meth:`save_categories`; ``own-text-untitled``, ``text-too-long``.
        """
        ready = _checked_categories(outline.categories)
        parts = _checked_parts(outline.parts)
        with self._vault.writing("outline-saved", actor=self._actor) as work:
            work.categories.save_all(ready)
            work.settings.set_booklet(replace(work.settings.booklet(), parts=parts))
        return work.changes

    def themes(self) -> list[Theme]:
        """Return the subjects of leaflets, sorted by label."""
        with self._vault.reading() as stored:
            return stored.themes.all()

    def save_themes(self, themes: Sequence[Theme]) -> Changes:
        """Rename, add or remove subjects of leaflets.

        Raises:
            UserError: ``theme-label-missing``, ``code-invalid``, ``code-twice``,
                ``theme-in-use`` for one removed that has listings.
        """
        ready = [_checked_theme(one, at) for at, one in enumerate(themes)]
        codes = _distinct([one.code for one in ready])
        with self._vault.writing("themes-saved", actor=self._actor) as work:
            for gone in (one for one in work.themes.all() if one.code not in codes):
                used = work.themes.in_use(gone.code)
                if used:
                    raise UserError("theme-in-use", label=gone.label, count=used)
            work.themes.save_all(ready)
        return work.changes

    def preference(self, key: str, default: Any = None) -> Any:
        """Return a habit of a screen, e.g. its columns."""
        with self._vault.reading() as stored:
            return stored.preferences.get(key, default)

    def set_preference(self, key: str, value: Any) -> None:
        """Remember a habit of a screen."""
        self._vault.set_preference(key, value)


def code_for(label: str, taken: Sequence[str]) -> str:
    """Return a fresh code for a new chapter or theme, made from its label."""
    stem = "-".join(re.findall(r"[a-z0-9]+", text.fold(label)))[:40] or "rubrique"
    code, number = stem, 1
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code


def _checked(booklet: BookletSettings) -> BookletSettings:
    if not 1 <= booklet.calendar_months <= 24:
        raise UserError("months-out-of-range", field="calendar_months")
    if booklet.cover_colour:
        check_colour(booklet.cover_colour, "cover_colour")
    team = (
        TeamMember(text.line(one.name, "team"), text.line(one.role, "team")) for one in booklet.team
    )
    return replace(
        booklet,
        title=text.line(booklet.title, "title") or BookletSettings().title,
        subtitle=text.line(booklet.subtitle, "subtitle"),
        mayor_word=text.paragraph(booklet.mayor_word, "mayor_word"),
        mayor_name=text.line(booklet.mayor_name, "mayor_name"),
        team=tuple(one for one in team if one.name),
        first_steps=_lines(booklet.first_steps, "first_steps"),
        neighbourhood_rules=_lines(booklet.neighbourhood_rules, "neighbourhood_rules"),
        cover_picture_alt=text.line(booklet.cover_picture_alt, "cover_picture_alt"),
        mayor_word_en=text.paragraph(booklet.mayor_word_en, "mayor_word_en"),
        first_steps_en=_aligned(booklet.first_steps_en, "first_steps_en"),
        neighbourhood_rules_en=_aligned(booklet.neighbourhood_rules_en, "neighbourhood_rules_en"),
        subtitle_en=text.line(booklet.subtitle_en, "subtitle_en"),
        parts=_checked_parts(booklet.parts),
    )


def _checked_parts(parts: Sequence[BookletPart]) -> tuple[BookletPart, ...]:
    if len(parts) > ITEM_LIMIT:
        raise UserError("too-many-items", field="parts", limit=ITEM_LIMIT)
    _distinct([part.code for part in parts])
    return tuple(_checked_part(one) for one in parts)


def _checked_part(part: BookletPart) -> BookletPart:
    if part.code not in _STANDARD_PARTS and not _OWN_CODE.fullmatch(part.code):
        raise UserError("part-invalid", field="parts", value=part.code[:40])
    title = text.line(part.title, f"parts.{part.code}.title")
    if part.code.startswith(OWN_TEXT) and not title:
        raise UserError("own-text-untitled", field=f"parts.{part.code}.title")
    return replace(
        part,
        title=title,
        text=text.paragraph(part.text, f"parts.{part.code}.text"),
        title_en=text.line(part.title_en, f"parts.{part.code}.title_en"),
        text_en=text.paragraph(part.text_en, f"parts.{part.code}.text_en"),
    )


def _lines(lines: Sequence[str], field: str) -> tuple[str, ...]:
    cleaned = (text.line(one, field, limit=1000) for one in lines)
    return tuple(one for one in cleaned if one)


def _aligned(lines: Sequence[str], field: str) -> tuple[str, ...]:
    """Return translated lines; an empty one between others keeps its place."""
    cleaned = [text.line(one, field, limit=1000) for one in lines]
    while cleaned and not cleaned[-1]:
        cleaned.pop()
    return tuple(cleaned)


def _checked_categories(categories: Sequence[Category]) -> list[Category]:
    ready = [_checked_category(one, at) for at, one in enumerate(categories)]
    _distinct([one.code for one in ready])
    return ready


def _checked_category(category: Category, position: int) -> Category:
    label = text.line(category.label, f"categories.{position}.label")
    if not label:
        raise UserError("category-label-missing", field=f"categories.{position}.label")
    _check_code(category.code, f"categories.{position}.code")
    check_colour(category.colour, f"categories.{position}.colour")
    label_en = text.line(category.label_en, f"categories.{position}.label_en")
    return replace(category, label=label, label_en=label_en, position=position)


def _checked_theme(theme: Theme, position: int) -> Theme:
    label = text.line(theme.label, f"themes.{position}.label")
    if not label:
        raise UserError("theme-label-missing", field=f"themes.{position}.label")
    _check_code(theme.code, f"themes.{position}.code")
    return replace(theme, label=label, label_en=text.line(theme.label_en, "themes"))


def _check_code(code: str, field: str) -> None:
    if not _CODE.fullmatch(code):
        raise UserError("code-invalid", field=field, value=code[:40])


def check_colour(colour: str, field: str) -> None:
    """Refuse what is no colour that white text is legible on.

    Raises:
        UserError: ``colour-invalid``, ``colour-too-light``.
    """
    if not _COLOUR.fullmatch(colour):
        raise UserError("colour-invalid", field=field)
    if contrast(colour, "#ffffff") < MINIMAL_CONTRAST:
        raise UserError("colour-too-light", field=field)


def _distinct(codes: Sequence[str]) -> frozenset[str]:
    if len(set(codes)) < len(codes):
        raise UserError("code-twice")
    return frozenset(codes)
