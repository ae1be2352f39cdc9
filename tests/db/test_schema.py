"""Vaults of every released version open; newer ones are refused untouched."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from ctg_desktop.db import search_index
from ctg_desktop.db.backup_making import count_tables
from ctg_desktop.db.engine import vault_engine
from ctg_desktop.db.schema import MIGRATIONS, REVISION
from ctg_desktop.db.tables import Base
from ctg_desktop.db.undo import redo, undo
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.domain.directory import ListingSort
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort
from ctg_desktop.domain.families.tally import tallies_of
from ctg_desktop.errors import UserError
from tests.data.make_vault_sample import PICTURE, make, restore
from tests.keys_for_tests import KEY, bare

from .family_samples import ERASED, FAMILY, NOTE, REFERRAL
from .processes import ROOT
from .samples import FULL, SERIES
from .test_journal import replayed, stored
from .test_listings import EVERYTHING, TODAY

RELEASED = ("0001", "0002", "0003")
WITH_FAMILIES = "0003"


@pytest.fixture(params=RELEASED)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a folder with a copy of the vault of a released version."""
    folder = tmp_path / "ancien"
    folder.mkdir()
    restore(request.param, folder)
    return folder


@pytest.fixture
def old(released: Path) -> Iterator[Vault]:
    with Vault.open(released, KEY) as vault:
        yield vault


class TestReleased:
    """What a vault of any released version held is there."""

    def test_its_directory_and_calendar(self, old: Vault) -> None:
        assert (old.profile.code, old.profile.name) == ("86078", "Civray")
        with old.reading() as reading:
            ids = reading.listings.ids(EVERYTHING, ListingSort(), TODAY)
            draft, full = map(reading.listings.get, ids)
            assert full == replace(FULL, id=full.id, summary="Corrigé à la main")
            assert (draft.name, draft.published) == ("Brouillon", False)
            (event,) = reading.events.all()
            assert event == replace(SERIES, id=event.id)
            assert reading.listings.corrected_fields([full.id]) == {full.id: {"summary"}}

    def test_its_settings_pictures_and_desk(self, old: Vault) -> None:
        with old.reading() as reading:
            assert reading.settings.booklet().mayor_word == "Bienvenue à toutes et à tous."
            (picture,) = reading.pictures.unused()
            assert reading.pictures.get(picture).content == PICTURE
            assert reading.drafts.get("listing:new") == '{"name":"Commencé"}'.encode()
            assert reading.preferences.get("columns") == ["name", "phone"]
            assert reading.mappings.get("nom;tel") == {"name": "nom"}

    def test_its_search(self, old: Vault) -> None:
        with old.reading() as reading:
            assert [hit.title for hit in reading.search.find("oeillets")] == [FULL.name]
            assert [hit.title for hit in reading.search.find("marché")] == [SERIES.title]

    def test_its_families_if_it_could_have_some(
        self, old: Vault, request: pytest.FixtureRequest
    ) -> None:
        held = request.node.callspec.params["released"] >= WITH_FAMILIES
        with old.reading() as reading:
            ids = reading.households.ids(HouseholdFilter(), HouseholdSort(), TODAY, 24)
            assert len(ids) == held
            for one in ids:
                assert reading.households.get(one) == replace(FAMILY, id=one)
                (note,), (sent,) = reading.notes.of(one), reading.referrals.of(one)
                assert note == replace(NOTE, id=note.id, household=one)
                assert sent == replace(REFERRAL, id=sent.id, household=one)
            assert len(reading.referrals.recent(5)) == 2 * held
        tallies = rows_of_tables(old)["erased_tally"]
        assert tallies == (len(list(tallies_of(ERASED))) if held else 0)

    def test_its_journal_undo_and_redo(self, old: Vault) -> None:
        assert replayed(old) == stored(old)
        redo(old)
        for label in ("listing-saved", "event-added", "listings-deleted"):
            assert undo(old).label == label
        with old.reading() as reading:
            assert "Supprimée" in [hit.title for hit in reading.search.find("supprimee")]
        assert replayed(old) == stored(old)

    def test_it_is_as_a_vault_made_today(self, old: Vault, folder: Path) -> None:
        with Vault.open(folder, KEY) as new:
            assert columns(old) == columns(new)


def rows_of_tables(vault: Vault) -> dict[str, int]:
    with vault.engine.connect() as connection:
        return count_tables(connection)


def columns(vault: Vault) -> dict[str, set[tuple[Any, ...]]]:
    with vault.engine.connect() as connection:
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
        ).scalars()
        return {
            name: {
                tuple(row)[1:] for row in connection.exec_driver_sql(f"PRAGMA table_info('{name}')")
            }
            for name in tables.all()
        }


def test_each_revision_has_its_sample() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    assert [one.revision for one in reversed(list(script.walk_revisions()))] == list(RELEASED)
    assert script.get_current_head() == REVISION == RELEASED[-1]


def test_the_sample_can_be_made_again(tmp_path: Path) -> None:
    make(tmp_path / "x")
    assert {file.name for file in (tmp_path / "x").iterdir()} == {FILE_NAME, "coffre.cles"}
    assert (tmp_path / "x" / FILE_NAME).stat().st_size > 50_000


def test_the_migrations_make_the_tables_of_today(vault: Vault) -> None:
    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or not str(name).startswith(search_index.PREFIX)

    with vault.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": ours, "compare_type": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_every_constraint_has_a_name() -> None:
    for table in Base.metadata.tables.values():
        for one in (*table.constraints, *table.indexes):
            assert one.name


def test_a_migration_never_imports_the_program() -> None:
    for file in (MIGRATIONS / "versions").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not any(name.startswith("ctg_desktop") for name in names)


def test_opening_a_current_vault_does_not_load_alembic(folder: Path) -> None:
    script = """
import sys
from pathlib import Path
from ctg_desktop.db.vault import Vault
from tests.keys_for_tests import KEY
Vault.open(Path(sys.argv[1]), KEY).close()
sys.exit("alembic" in sys.modules)
"""
    subprocess.run([sys.executable, "-c", script, str(folder)], cwd=ROOT, check=True)


def change(folder: Path, statement: str) -> None:
    connection = bare(folder / FILE_NAME)
    connection.execute(statement)
    connection.close()


def test_a_newer_vault_is_refused_untouched(folder: Path) -> None:
    change(folder, "UPDATE alembic_version SET version_num = '9999'")
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(UserError, match="vault-newer"):
        Vault.open(folder, KEY)
    assert (folder / FILE_NAME).read_bytes() == before


def test_an_index_of_another_form_is_made_anew(released: Path) -> None:
    Vault.open(released, KEY).close()
    change(released, "DELETE FROM search_entry")
    with Vault.open(released, KEY) as vault, vault.reading() as reading:
        assert reading.search.find("oeillets") == []
    change(released, f"PRAGMA user_version = {search_index.FORM - 1}")
    with Vault.open(released, KEY) as vault, vault.reading() as reading:
        assert [hit.title for hit in reading.search.find("oeillets")] == [FULL.name]
        assert [hit.title for hit in reading.search.find("marché")] == [SERIES.title]


def test_a_database_without_a_revision_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    from ctg_desktop.db import schema

    engine = vault_engine(tmp_path / "x.db", KEY, create=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE picture (name TEXT)")
    with pytest.raises(Exception, match="already exists"):
        schema.upgrade(engine)
    with engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_schema").scalars().all()
        assert tables == ["picture"]
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()
