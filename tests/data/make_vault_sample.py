"""Makes the sample of the schema of this version: the vault ``vault-<revision>`` beside this file.

Run once when a revision is released, then kept for good: every later version must open it. A file
that exists is never made again.

    python -m tests.data.make_vault_sample
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ctg_desktop.db.clock import ZONE
from ctg_desktop.db.conversion import convert
from ctg_desktop.db.forgetting import erase_household
from ctg_desktop.db.schema import REVISION
from ctg_desktop.db.undo import undo
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.db.vault_lock import LOCK_NAME
from ctg_desktop.domain.booklet import BookletSettings
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.families.erasure import ErasureReason
from ctg_desktop.domain.history import Origin
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.listing import Listing
from ctg_desktop.keys import keyring
from ctg_desktop.keys.keyring import Keyring, NewUser
from tests.db.family_samples import ERASED, FAMILY, NOTE, REFERRAL
from tests.db.samples import FULL, SERIES
from tests.keys_for_tests import KEY, PASSWORD, USER

DATA = Path(__file__).resolve().parent
PICTURE = b"\x89PNG invented bytes"
PLAIN = ("0001",)
"""Released before vaults were encrypted."""


def sample(revision: str) -> Path:
    """Return the sample of a revision: a vault folder, or the file alone of a plain vault."""
    return DATA / (f"vault-{revision}.sqlite" if revision in PLAIN else f"vault-{revision}")


def restore(revision: str, folder: Path) -> None:
    """Copy the sample of a revision into a folder, encrypted if it was not, and prove its keys."""
    source = sample(revision)
    if revision in PLAIN:
        shutil.copy(source, folder / FILE_NAME)
        convert(folder, KEY, lambda: None)
        return
    for file in source.iterdir():
        shutil.copy(file, folder)
    assert keyring.read(folder).unlock(PASSWORD, USER).key == KEY


def make(target: Path) -> None:
    """Make a vault folder that has one of everything, whose user opens it with ``PASSWORD``."""
    profile = Profile(Role.COMMUNE, "86078", "Civray")
    keys, _ = Keyring.create(new_id(), KEY, [NewUser(USER, PASSWORD)], _always().date())
    with Vault.create(
        target, profile, KEY, now=_always, before_naming=lambda: keyring.write(target, keys)
    ) as vault:
        _fill(vault)
    (target / LOCK_NAME).unlink(missing_ok=True)


def _fill(vault: Vault) -> None:
    _fill_families(vault)
    with vault.writing("listings-imported", origin=Origin.IMPORT, format="rna", count=1) as work:
        imported = work.listings.add(FULL)
    with vault.writing("listing-saved", actor="accueil", name=FULL.name) as work:
        work.listings.save(replace(imported, summary="Corrigé à la main"))
        gone = work.listings.add(Listing(name="Supprimée"))
        work.listings.add(Listing(name="Brouillon", published=False))
    with vault.writing("listings-deleted", count=1) as work:
        work.listings.delete([gone.id])
    with vault.writing("event-added", name=SERIES.title) as work:
        work.events.add(SERIES)
        work.settings.set_booklet(BookletSettings(mayor_word="Bienvenue à toutes et à tous."))
        work.pictures.add("image/png", 3, 2, PICTURE)
    with vault.writing("listing-saved", name=FULL.name) as work:
        work.listings.save(replace(imported, summary="Repris", name="Autre nom"))
    undo(vault)
    vault.keep_draft("listing:new", b'{"name":"Commenc\xc3\xa9"}')
    vault.set_preference("columns", ["name", "phone"])
    vault.mappings.set("nom;tel", {"name": "nom"})


def _fill_families(vault: Vault) -> None:
    with vault.writing("household-added", actor="accueil") as work:
        family = work.households.add(FAMILY)
        gone = work.households.add(ERASED)
        work.notes.add(replace(NOTE, household=family.id))
        work.referrals.add(replace(REFERRAL, household=family.id))
        work.referrals.add(REFERRAL)
    erase_household(vault, gone.id, ErasureReason.MOVED, actor="accueil")


def _always() -> datetime:
    return datetime(2026, 9, 3, 10, 42, tzinfo=ZONE)


if __name__ == "__main__":
    if sample(REVISION).exists():
        sys.exit(f"{sample(REVISION).name} exists, and is kept for good")
    make(sample(REVISION))
