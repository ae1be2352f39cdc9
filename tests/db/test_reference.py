"""Chapters, themes, pictures, settings, and what lies on the desk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from ctg_desktop.db.tables import PictureContent
from ctg_desktop.db.undo import undo
from ctg_desktop.db.vault import UnitOfWork, Vault
from ctg_desktop.domain.booklet import BookletSettings, Picture, TeamMember
from ctg_desktop.domain.category import CATEGORIES, THEMES, Category, Theme
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import UserError
from tests.keys_for_tests import KEY

from .conftest import PROFILE


def test_a_new_vault_has_the_chapters_and_themes_of_the_domain(vault: Vault) -> None:
    with vault.reading() as stored:
        assert tuple(stored.categories.all()) == CATEGORIES
        assert tuple(stored.themes.all()) == THEMES


def test_chapters_are_renamed_reordered_added_and_removed(vault: Vault) -> None:
    kept = [replace(one, position=20 - one.position) for one in CATEGORIES[:3]]
    wanted = [Category("marché", "Le marché", "Market", 1, "#111111", hidden=True), *kept[::-1]]
    with vault.writing("categories-saved") as work:
        work.categories.save_all(wanted)
    with vault.reading() as stored:
        assert stored.categories.all() == wanted
    assert work.changes.categories == {one.code for one in CATEGORIES} | {"marché"}
    undo(vault)
    with vault.reading() as stored:
        assert tuple(stored.categories.all()) == CATEGORIES


def test_saving_the_same_chapters_changes_nothing(vault: Vault) -> None:
    with vault.writing("categories-saved") as work:
        work.categories.save_all(CATEGORIES)
        work.themes.save_all(THEMES)
    assert not work.changes
    assert work.changes.change_set is None


def test_a_chapter_or_theme_in_use_is_not_removed(vault: Vault) -> None:
    with vault.writing("listing-added") as work:
        work.listings.add(Listing(name="x", category="health", themes=("youth",)))
        assert work.categories.in_use("health") == 1
        assert work.categories.in_use("mobility") == 0
        assert work.themes.in_use("youth") == 1
        assert work.themes.in_use("you") == 0
    with pytest.raises(UserError, match="category-in-use"), vault.writing("x") as work:
        work.categories.save_all([one for one in CATEGORIES if one.code != "health"])
    with pytest.raises(UserError, match="theme-in-use"), vault.writing("x") as work:
        work.themes.save_all([one for one in THEMES if one.code != "youth"])
    with vault.reading() as stored:
        assert len(stored.categories.all()) == len(CATEGORIES)


def test_themes_keep_the_order_in_which_they_were_saved(vault: Vault) -> None:
    wanted = [Theme("zoo", "Zoo"), *THEMES[::-1]]
    with vault.writing("themes-saved") as work:
        work.themes.save_all(wanted)
    with vault.reading() as stored:
        assert stored.themes.all() == wanted


class TestPictures:
    def test_a_picture_comes_back(self, vault: Vault) -> None:
        with vault.writing("picture-added") as work:
            added = work.pictures.add("image/png", 3, 2, b"\x89PNG")
        assert work.changes.pictures == {added}
        with vault.reading() as stored:
            wanted = Picture(added, "image/png", 3, 2, b"\x89PNG")
            assert stored.pictures.get(added) == wanted
            assert stored.pictures.many([added, "gone"]) == {added: wanted}

    def test_equal_pictures_share_their_bytes(self, vault: Vault) -> None:
        with vault.writing("picture-added") as work:
            first = work.pictures.add("image/png", 3, 2, b"same")
            second = work.pictures.add("image/png", 3, 2, b"same")
        assert first != second
        with vault.engine.connect() as connection:
            assert connection.scalar(select(func.count()).select_from(PictureContent)) == 1

    def test_an_unknown_picture_is_refused(self, vault: Vault) -> None:
        with vault.reading() as stored, pytest.raises(UserError, match="picture-missing"):
            stored.pictures.get("gone")

    def test_a_deleted_picture_comes_back_by_undo(self, vault: Vault) -> None:
        with vault.writing("picture-added") as work:
            added = work.pictures.add("image/png", 3, 2, b"bytes")
        with vault.writing("pictures-deleted") as work:
            work.pictures.delete([added])
        with vault.reading() as stored:
            assert stored.pictures.many([added]) == {}
        undo(vault)
        with vault.reading() as stored:
            assert stored.pictures.get(added).content == b"bytes"

    def test_what_no_listing_and_no_setting_names_is_unused(self, vault: Vault) -> None:
        with vault.writing("picture-added") as work:
            ids = [work.pictures.add("image/png", 1, 1, bytes([at])) for at in range(3)]
            work.listings.add(Listing(name="x", picture=ids[0]))
            work.settings.set_booklet(BookletSettings(cover_picture=ids[1]))
        with vault.reading() as stored:
            assert stored.pictures.unused() == [ids[2]]


class TestSettings:
    def test_the_profile_is_a_setting(self, vault: Vault) -> None:
        assert vault.profile == PROFILE
        with vault.writing("profile-saved") as work:
            work.settings.set_profile(replace(PROFILE, name="Couhé"))
        assert work.changes.settings == {"profile"}
        assert vault.profile.name == "Couhé"

    def test_booklet_settings_come_back(self, vault: Vault) -> None:
        wanted = BookletSettings(mayor_word="Bienvenue", team=(TeamMember("Léa", "maire"),))
        with vault.reading() as stored:
            assert stored.settings.booklet() == BookletSettings()
        with vault.writing("booklet-settings-saved") as work:
            work.settings.set_booklet(wanted)
        with vault.reading() as stored:
            assert stored.settings.booklet() == wanted
            assert stored.settings.get("booklet")["team"] == [{"name": "Léa", "role": "maire"}]

    @pytest.mark.parametrize("value", ["text", 3, 2.5, True, None, [1, "a"], {"a": 1, "b": [2]}])
    def test_any_json_value_comes_back(self, vault: Vault, value: object) -> None:
        with vault.writing("x") as work:
            work.settings.set("key", value)
        with vault.reading() as stored:
            assert stored.settings.get("key", "absent") == value
            assert stored.settings.get("other", "absent") == "absent"

    def test_a_setting_may_change_its_shape(self, vault: Vault) -> None:
        for value in ({"a": 1, "b": 2}, {"b": 3}, "plain", {"c": 4}):
            with vault.writing("x") as work:
                work.settings.set("key", value)
            with vault.reading() as stored:
                assert stored.settings.get("key") == value

    def test_keys_are_not_mistaken_for_one_another(self, vault: Vault) -> None:
        with vault.writing("x") as work:
            work.settings.set("key_a", {"x": 1})
            work.settings.set("keyba", {"x": 2})
            work.settings.set("key", 3)
        with vault.reading() as stored:
            assert stored.settings.get("key_a") == {"x": 1}
            assert stored.settings.get("key") == 3

    def test_two_members_of_a_setting_are_undone_apart(self, vault: Vault) -> None:
        with vault.writing("x") as work:
            work.settings.set_booklet(BookletSettings(title="Un", subtitle="Un"))
        with vault.writing("x") as work:
            work.settings.set_booklet(BookletSettings(title="Deux", subtitle="Un"))
        first = work.changes.change_set
        with vault.writing("x") as work:
            work.settings.set_booklet(BookletSettings(title="Deux", subtitle="Trois"))
        report = undo(vault, first)
        assert not report.kept
        with vault.reading() as stored:
            assert stored.settings.booklet() == BookletSettings(title="Un", subtitle="Trois")


class TestDesk:
    def test_drafts_are_kept_replaced_listed_and_dropped(self, vault: Vault) -> None:
        vault.keep_draft("listing:1", b"\x00old")
        vault.keep_draft("listing:1", b"\x00new")
        vault.keep_draft("event:1", b"")
        with vault.reading() as stored:
            assert stored.drafts.get("listing:1") == b"\x00new"
            assert stored.drafts.get("none") is None
            assert stored.drafts.keys() == ["event:1", "listing:1"]
            assert stored.drafts.keys("listing:") == ["listing:1"]
            assert stored.drafts.keys("%") == []
        vault.drop_draft("listing:1")
        vault.drop_draft("listing:1")
        assert vault.drafts.get("listing:1") is None

    def test_drafts_preferences_and_mappings_are_not_journaled(self, vault: Vault) -> None:
        with vault.reading() as stored:
            before = stored.journal.highest()
        vault.keep_draft("a", b"b")
        vault.set_preference("columns", ["name", "phone"])
        vault.mappings.set("signature", {"Nom": "name"})
        with vault.reading() as stored:
            assert stored.journal.highest() == before
            assert stored.preferences.get("columns", []) == ["name", "phone"]
            assert stored.preferences.get("widths", {"a": 1}) == {"a": 1}
            assert stored.mappings.get("signature") == {"Nom": "name"}
            assert stored.mappings.get("other") is None

    def test_a_draft_dropped_in_a_unit_of_work_goes_with_it(self, vault: Vault) -> None:
        vault.keep_draft("listing:new", b"typed")
        with pytest.raises(UserError), vault.writing("listing-added") as work:
            _drop_then_fail(work)
        assert vault.drafts.get("listing:new") == b"typed"
        with vault.writing("listing-added") as work:
            work.listings.add(Listing(name="x"))
            work.drafts.drop("listing:new")
        assert vault.drafts.get("listing:new") is None

    def test_a_draft_is_there_after_the_vault_was_reopened(self, folder: Path) -> None:
        with Vault.open(folder, KEY) as vault:
            vault.keep_draft("a", b"b")
        with Vault.open(folder, KEY) as vault:
            assert vault.drafts.get("a") == b"b"


def _drop_then_fail(work: UnitOfWork) -> None:
    work.drafts.drop("listing:new")
    work.listings.get("gone")
