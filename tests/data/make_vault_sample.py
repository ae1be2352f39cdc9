"""Makes the sample of the schema of this version: ``vault-<revision>.sqlite`` beside this file.

Run once when a revision is released, then kept for good: every later version must open it. A file
that exists is never made again.

    python -m tests.data.make_vault_sample
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ctg_desktop.db.backup import snapshot
from ctg_desktop.db.schema import REVISION
from ctg_desktop.db.undo import undo
from ctg_desktop.db.vault import ZONE, Vault
from ctg_desktop.domain.booklet import BookletSettings
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.history import Origin
from ctg_desktop.domain.listing import Listing
from tests.db.samples import FULL, SERIES

DATA = Path(__file__).resolve().parent
PICTURE = b"\x89PNG invented bytes"


def sample(revision: str) -> Path:
    """Return the sample file of a revision."""
    return DATA / f"vault-{revision}.sqlite"


def make(target: Path) -> None:
    """Write a vault that has one of everything."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Profile(Role.COMMUNE, "86078", "Civray")
        with Vault.create(Path(folder), profile, now=_always) as vault:
            _fill(vault)
            snapshot(vault, target)


def _fill(vault: Vault) -> None:
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


def _always() -> datetime:
    return datetime(2026, 9, 3, 10, 42, tzinfo=ZONE)


if __name__ == "__main__":
    if sample(REVISION).exists():
        sys.exit(f"{sample(REVISION).name} exists, and is kept for good")
    make(sample(REVISION))
