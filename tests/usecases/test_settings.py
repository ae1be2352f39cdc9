"""Chapters, themes, texts and habits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctg_desktop.domain.booklet import (
    END,
    OWN_TEXT,
    PARTS,
    BookletPart,
    BookletSettings,
    TeamMember,
)
from ctg_desktop.domain.booklet_outline import Outline
from ctg_desktop.domain.category import CATEGORIES, Category, Theme
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.settings import code_for


def test_chapters_are_renamed_reordered_hidden_and_added(office: Office) -> None:
    first, second, *rest = CATEGORIES
    added = Category("marches", "Marchés", "Markets", 0, "#1d5b79")
    office.settings.save_categories([replace(second, hidden=True), first, added, *rest])
    kept = office.settings.categories()
    assert [one.code for one in kept[:3]] == ["first-steps", "town-hall", "marches"]
    assert [one.position for one in kept] == list(range(13))
    assert kept[0].hidden
    office.journal.undo()
    assert [one.code for one in office.settings.categories()] == [one.code for one in CATEGORIES]


def test_a_chapter_with_listings_cannot_be_removed(office: Office) -> None:
    office.directory.save(Listing(name="Mairie", category="town-hall"))
    with pytest.raises(UserError) as refused:
        office.settings.save_categories(CATEGORIES[1:])
    assert refused.value.code == "category-in-use"
    assert len(office.settings.categories()) == 12


def test_a_theme_in_use_cannot_be_removed(office: Office) -> None:
    office.directory.save(Listing(name="Bus", themes=("mobility",)))
    with pytest.raises(UserError, match="theme-in-use"):
        office.settings.save_themes([Theme("youth", "Jeunesse")])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"label": " "}, "category-label-missing"),
        ({"colour": "#ffff00"}, "colour-too-light"),
        ({"colour": "jaune"}, "colour-invalid"),
        ({"code": "Été"}, "code-invalid"),
        ({"code": "health"}, "code-twice"),
    ],
)
def test_refused_chapters(office: Office, change: dict[str, str], code: str) -> None:
    with pytest.raises(UserError, match=code):
        office.settings.save_categories([replace(CATEGORIES[0], **change), *CATEGORIES[1:]])


def test_the_texts_of_the_booklet(office: Office) -> None:
    written = BookletSettings(
        mayor_word="Bienvenue !\n\nÀ bientôt.",
        mayor_name="Viviane",
        team=(TeamMember("Viviane", "maire"), TeamMember("  ")),
        first_steps=("Passer à la mairie", ""),
    )
    office.settings.save_booklet(written)
    kept = office.settings.booklet()
    assert kept == replace(
        written, team=(TeamMember("Viviane", "maire"),), first_steps=("Passer à la mairie",)
    )
    office.journal.undo()
    assert office.settings.booklet() == BookletSettings()


def test_the_profile(office: Office) -> None:
    profile = office.settings.profile()
    office.settings.save_profile(replace(profile, name="Civray-sur-Charente", accent="#7a1f3d"))
    assert office.settings.profile().name == "Civray-sur-Charente"
    with pytest.raises(UserError, match="profile-name-missing"):
        office.settings.save_profile(replace(profile, name=""))


def test_habits_are_kept_and_not_undone(office: Office) -> None:
    office.settings.set_preference("columns", ["name", "phone"])
    assert office.settings.preference("columns") == ["name", "phone"]
    assert office.settings.preference("none", 3) == 3
    with pytest.raises(UserError, match="nothing-to-undo"):
        office.journal.undo()


def test_codes_made_from_labels() -> None:
    assert code_for("Où dîner ?", []) == "ou-diner"
    assert code_for("Où dîner ?", ["ou-diner"]) == "ou-diner-2"
    assert code_for("???", []) == "rubrique"


def test_order_and_texts_of_ones_own_are_kept_in_one_go_and_undone_in_one(office: Office) -> None:
    own = BookletPart(f"{OWN_TEXT}1", after="health", title=" Le marché ", text="Chaque jeudi.\n")
    first, second, *rest = CATEGORIES
    changes = office.settings.save_outline(Outline((second, first, *rest), (own, *PARTS)))
    assert changes.categories
    assert changes.settings
    kept = office.settings.booklet().parts
    assert kept[0] == replace(own, title="Le marché", text="Chaque jeudi.")
    assert [one.code for one in office.settings.categories()][:2] == ["first-steps", "town-hall"]
    office.journal.undo()
    assert office.settings.booklet().parts == PARTS
    assert [one.code for one in office.settings.categories()] == [one.code for one in CATEGORIES]


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (BookletPart(f"{OWN_TEXT}1", title=" "), "own-text-untitled"),
        (BookletPart(f"{OWN_TEXT}1", title="é" * 100_000), "text-too-long"),
        (PARTS[0], "code-twice"),
    ],
)
def test_refused_parts(office: Office, part: BookletPart, code: str) -> None:
    with pytest.raises(UserError, match=code):
        office.settings.save_outline(Outline(CATEGORIES, (*PARTS, replace(part, after=END))))
    assert office.settings.booklet().parts == PARTS


@pytest.mark.parametrize("colour", ["#ffff00", "jaune"])
def test_a_cover_of_a_colour_that_carries_no_white_text_is_refused(
    office: Office, colour: str
) -> None:
    with pytest.raises(UserError) as refused:
        office.settings.save_booklet(BookletSettings(cover_colour=colour))
    assert refused.value.field == "cover_colour"


def test_english_lines_keep_their_place_beside_french_ones(office: Office) -> None:
    written = BookletSettings(first_steps=("Un", "Deux"), first_steps_en=("", "Two", " ", ""))
    office.settings.save_booklet(written)
    assert office.settings.booklet().first_steps_en == ("", "Two")


@pytest.mark.parametrize("code", ["text-", "text-x", "health", "", "text-1234567"])
def test_a_part_nobody_knows_is_refused(office: Office, code: str) -> None:
    with pytest.raises(UserError) as refused:
        office.settings.save_booklet(BookletSettings(parts=(BookletPart(code, title="Titre"),)))
    assert refused.value.code == "part-invalid"


def test_too_many_parts_are_refused(office: Office) -> None:
    parts = tuple(BookletPart(f"{OWN_TEXT}{number}", title="Titre") for number in range(51))
    with pytest.raises(UserError, match="too-many-items"):
        office.settings.save_booklet(BookletSettings(parts=parts))
