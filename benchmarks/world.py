"""A vault of 100,000 invented listings, made once and kept in build/."""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from ctg_desktop.db.vault import Vault, is_vault
from ctg_desktop.domain.category import CATEGORIES
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.contact import Address, Email, Phone
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.keys import keyring
from ctg_desktop.keys.keyring import Keyring

FOLDER = Path(__file__).resolve().parent.parent / "build" / "benchmarks"
SIZE = 100_000
BATCH = 10_000
TODAY = date(2026, 9, 3)

WHAT = (
    "Amicale", "Atelier", "Boulangerie", "Boucherie", "Bibliothèque", "Cabinet", "Cercle",
    "Chorale", "Club", "Comité", "Coopérative", "École", "Épicerie", "Ferme", "Foyer", "Garage",
    "Harmonie", "Maison", "Menuiserie", "Œuvre", "Pharmacie", "Relais", "Salon", "Théâtre", "Union",
)  # fmt: skip
OF = (
    "des aînés", "des amis", "des arts", "du bourg", "de la chasse", "des fêtes", "de la forêt",
    "des jardins", "des jeunes", "de lecture", "de la musique", "des parents", "de pêche",
    "du pont", "des quatre vents", "de la santé", "du sport", "de la vallée", "des voisins",
)  # fmt: skip
WHERE = (
    "Aigrefeuille", "Beauvoisin", "Chantemerle", "Clairefont", "Fontbrune", "Grandlieu", "Hautbois",
    "Malvert", "Montfroid", "Pierrelevée", "Roquebelle", "Sainte-Aure", "Valmoulin", "Villedieu",
)  # fmt: skip


KEY = bytes(32)


def vault_folder() -> Path:
    """Return the folder of the practice vault, made when it is not there yet."""
    folder = FOLDER / "vault-sealed-100000"
    if not is_vault(folder):
        building = FOLDER / "vault-building"
        shutil.rmtree(building, ignore_errors=True)
        _build(building)
        building.rename(folder)
    return folder


def listings() -> Iterator[Listing]:
    """Yield the same 100,000 listings at each call."""
    chance = random.Random(86)  # noqa: S311 - repeatable, not secret
    return (_listing(chance, number) for number in range(SIZE))


def _build(folder: Path) -> None:
    profile = Profile(Role.COMMUNE, "86999", "Grandlieu")

    def keep_keys() -> None:
        keyring.write(folder, Keyring.practice(new_id(), KEY, TODAY))

    with closing(Vault.create(folder, profile, KEY, before_naming=keep_keys)) as vault:
        for batch in _batches():
            with vault.writing("listings-imported") as work:
                work.listings.add_many(batch)


def _batches() -> Iterator[list[Listing]]:
    everything = listings()
    while batch := list(itertools.islice(everything, BATCH)):
        yield batch


def _listing(chance: random.Random, number: int) -> Listing:
    where = chance.choice(WHERE)
    return Listing(
        kind=chance.choice(tuple(ListingKind)),
        category=chance.choice(CATEGORIES).code,
        name=f"{chance.choice(WHAT)} {chance.choice(OF)} de {where} {number}",
        summary="Accueille les habitants de la commune et des environs.",
        address=Address((f"{number % 90 + 1} rue de l’Église",), "86400", where, "86999"),
        phones=(Phone(f"+33536490{number % 1000:03d}"),),
        emails=(Email(f"contact{number}@grandlieu.example"),),
        opening_hours="Mo-Fr 09:00-12:30",
        verified_on=TODAY - timedelta(days=chance.randrange(500)),
    )
