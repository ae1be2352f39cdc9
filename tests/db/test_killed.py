"""What was acknowledged survives a killed process; what was not is there whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ctg_desktop.db.vault import FILE_NAME, Vault, is_vault
from ctg_desktop.domain.directory import ListingSort
from ctg_desktop.errors import UserError
from tests.keys_for_tests import KEY

from .conftest import PROFILE
from .processes import let_run, said, some, working
from .test_journal import replayed, stored
from .test_listings import EVERYTHING, TODAY

DRAFTS = """
import sys
from pathlib import Path
from ctg_desktop.db.vault import Vault
from tests.keys_for_tests import KEY
vault = Vault.open(Path(sys.argv[1]), KEY)
number = 0
while True:
    number += 1
    vault.keep_draft("listing:new", str(number).encode())
    print(number, flush=True)
"""
SAVES = """
import sys
from dataclasses import replace
from pathlib import Path
from ctg_desktop.db.vault import Vault
from tests.keys_for_tests import KEY
from ctg_desktop.domain.listing import Listing
vault = Vault.open(Path(sys.argv[1]), KEY)
with vault.writing("listing-added") as work:
    listing = work.listings.add(Listing(name="0", summary="0"))
print(listing.id, flush=True)
number = 0
while True:
    number += 1
    listing = replace(listing, name=f"nom {number}", summary=str(number))
    with vault.writing("listing-saved") as work:
        work.listings.save(listing)
    print(number, flush=True)
"""
IMPORT = """
import sys
from pathlib import Path
from ctg_desktop.db.vault import Vault
from tests.keys_for_tests import KEY
from ctg_desktop.domain.listing import Listing
vault = Vault.open(Path(sys.argv[1]), KEY)
def listings():
    for number in range(20_000):
        if number == 1500:
            print("half way", flush=True)
        yield Listing(name=f"association {number}")
with vault.writing("listings-imported") as work:
    work.listings.add_many(listings())
print("done", flush=True)
"""
CREATE = """
import sys
from pathlib import Path
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.commune import Profile, Role
print("begins", flush=True)
Vault.create(Path(sys.argv[1]), Profile(Role.COMMUNE, "86078", "Civray"), KEY)
print("done", flush=True)
"""
ROUNDS = 6


def sound(vault: Vault) -> bool:
    with vault.engine.connect() as connection:
        verdict = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
        foreign = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    return verdict == "ok" and foreign is None and replayed(vault) == stored(vault)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_draft_that_was_kept_is_there(folder: Path, seed: int) -> None:
    wanted = some(seed, 60)
    with working(DRAFTS, folder) as process:
        acknowledged = 0
        while acknowledged < wanted:
            acknowledged = int(said(process))
        process.kill()
    with Vault.open(folder, KEY) as vault:
        kept = vault.drafts.get("listing:new")
        assert kept is not None
        assert int(kept) >= acknowledged
        assert sound(vault)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_listing_that_was_saved_is_there(folder: Path, seed: int) -> None:
    wanted = some(seed, 40)
    with working(SAVES, folder) as process:
        listing_id = said(process)
        acknowledged = 0
        while acknowledged < wanted:
            acknowledged = int(said(process))
        process.kill()
    with Vault.open(folder, KEY) as vault, vault.reading() as reading:
        listing = reading.listings.get(listing_id)
        assert int(listing.summary) >= acknowledged
        assert listing.name == f"nom {listing.summary}"
        assert len(reading.journal.history("listing", listing_id)) == int(listing.summary) + 1
        assert [hit.id for hit in reading.search.find(listing.name)] == [listing_id]
        assert sound(vault)


@pytest.mark.parametrize("seed", range(3))
def test_an_import_is_there_whole_or_not_at_all(folder: Path, seed: int) -> None:
    with working(IMPORT, folder) as process:
        assert said(process) == "half way"
        let_run(process, seed, 0.5)
        process.kill()
    with Vault.open(folder, KEY) as vault, vault.reading() as reading:
        found = reading.listings.ids(EVERYTHING, ListingSort(), TODAY)
        assert len(found) in {0, 20_000}
        assert sound(vault)
        assert reading.journal.highest() == (2 if found else 1)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_vault_is_created_whole_or_not_at_all(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "coffre"
    with working(CREATE, folder) as process:
        assert said(process) == "begins"
        let_run(process, seed, 0.5)
        process.kill()
    if is_vault(folder):
        with Vault.open(folder, KEY) as vault:
            assert vault.profile == PROFILE
            assert sound(vault)
    else:
        with pytest.raises(UserError, match="vault-missing"):
            Vault.open(folder, KEY)
        with Vault.create(folder, PROFILE, KEY) as vault:
            assert sound(vault)
        assert [file.name for file in folder.glob("*en-cours*")] == []


def test_the_lock_of_a_killed_process_does_not_block(folder: Path) -> None:
    with working(DRAFTS, folder) as process:
        said(process)
        with pytest.raises(UserError, match="vault-in-use") as refused:
            Vault.open(folder, KEY)
        assert refused.value.params["pid"] == process.pid
        assert str(refused.value.params["since"]).startswith("20")
        assert refused.value.params["host"]
        process.kill()
        process.wait()
        Vault.open(folder, KEY).close()


def test_a_copy_of_the_file_alone_of_a_closed_vault_is_the_vault(
    folder: Path, tmp_path: Path
) -> None:
    with Vault.open(folder, KEY) as vault, vault.writing("x") as work:
        work.settings.set("a", 1)
    target = tmp_path / "copie"
    target.mkdir()
    shutil.copy(folder / FILE_NAME, target)
    with Vault.open(target, KEY) as vault, vault.reading() as reading:
        assert reading.settings.get("a") == 1
