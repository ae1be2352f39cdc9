"""A vault of 5,000 invented families and 50,000 notes, made once and kept in build/."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from benchmarks.plain_table import connect
from benchmarks.world import FOLDER, KEY, TODAY, WHERE
from ctg_desktop.db.vault import Vault, is_vault
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.dealings import ContactKind, ContactNote, Referral
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Household,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
    WelcomeChecklist,
)
from ctg_desktop.domain.families.household import Role as Member
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.domain.text import fold
from ctg_desktop.keys import keyring
from ctg_desktop.keys.keyring import Keyring

HOUSEHOLDS = 5_000
NOTES = 10
BATCH = 500
FIRST = (
    "Adèle", "Bastien", "Camille", "Damien", "Élise", "Fabrice", "Gaëlle", "Hugo", "Inès", "Jules",
    "Karim", "Lucie", "Maël", "Nadège", "Octave", "Pauline", "Quentin", "Rose", "Salomé", "Théo",
)  # fmt: skip
LAST = (
    "Arnoux", "Barbereau", "Chaigneau", "Desroches", "Émery", "Fouquet", "Guérin", "Hervouet",
    "Imbaud", "Joubert", "Kervella", "Lhoumeau", "Métayer", "Naudin", "Ollivier", "Papineau",
)  # fmt: skip
SAID = "Passée au guichet, cherche une place à la cantine et un mode de garde pour le mercredi."


def family_folder() -> Path:
    """Return the folder of the practice vault, made when it is not there yet."""
    folder = FOLDER / "vault-families-5000"
    if not is_vault(folder):
        building = FOLDER / "vault-families-building"
        shutil.rmtree(building, ignore_errors=True)
        _build(building)
        building.rename(folder)
    return folder


def plain_families() -> sqlite3.Connection:
    """Return a plain database of the same names, days and notes, made when it is not there yet."""
    file = FOLDER / "plain-families.db"
    if not file.exists():
        building = file.with_suffix(".building")
        building.unlink(missing_ok=True)
        _build_plain(building)
        building.rename(file)
    return connect(file)


def families() -> Iterator[Household]:
    """Yield the same families at each call."""
    chance = random.Random(86)  # noqa: S311 - repeatable, not secret
    return (_family(chance, number) for number in range(HOUSEHOLDS))


def _build(folder: Path) -> None:
    profile = Profile(Role.COMMUNE, "86999", "Grandlieu")

    def keep_keys() -> None:
        keyring.write(folder, Keyring.practice(new_id(), KEY, TODAY))

    everybody = list(families())
    with closing(Vault.create(folder, profile, KEY, before_naming=keep_keys)) as vault:
        for start in range(0, HOUSEHOLDS, BATCH):
            with vault.writing("household-added") as work:
                for household in everybody[start : start + BATCH]:
                    stored = work.households.add(household)
                    for note in _notes(stored):
                        work.notes.add(note)
                    work.referrals.add(_referral(stored))


def _build_plain(file: Path) -> None:
    connection = connect(file)
    connection.execute(
        "CREATE TABLE household (id INTEGER PRIMARY KEY, name TEXT, folded TEXT, arrived TEXT, "
        "place TEXT, referent TEXT)"
    )
    connection.execute("CREATE TABLE note (household INTEGER, day TEXT, text TEXT)")
    connection.execute("BEGIN")
    for number, one in enumerate(families(), start=1):
        place = one.address.lines[0]
        row = (number, one.name, fold(one.name), str(one.arrival_date), place, one.referent)
        connection.execute("INSERT INTO household VALUES (?,?,?,?,?,?)", row)
        notes = [(number, str(note.on), note.text) for note in _notes(one)]
        connection.executemany("INSERT INTO note VALUES (?,?,?)", notes)
    connection.execute("CREATE INDEX household_arrived ON household (arrived)")
    connection.execute("CREATE INDEX household_folded ON household (folded)")
    connection.execute("CREATE INDEX note_household ON note (household, day)")
    connection.execute("COMMIT")
    connection.close()


def _family(chance: random.Random, number: int) -> Household:
    arrived = TODAY - timedelta(days=chance.randrange(1500))
    last = f"{chance.choice(LAST)}-{chance.choice(LAST)}"
    agreed = (ChannelConsent(Purpose.WELCOME, arrived, "bulletin signé, classeur accueil"),)
    return Household(
        name=f"Famille {last} {number}",
        arrival_date=arrived,
        address=Address(
            (f"{number % 90 + 1} rue de {chance.choice(WHERE)}",), "86999", "Grandlieu"
        ),
        phones=(ReachablePhone(f"+3363998{number % 10_000:04}", agreed),),
        emails=(ReachableEmail(f"famille{number}@grandlieu.example", agreed),),
        languages=("fr",) if chance.random() < 0.8 else ("en", "fr"),
        needs=tuple(one.code for one in chance.sample(NEEDS, chance.randrange(4))),
        isolated=chance.random() < 0.1,
        persons=(
            Person(chance.choice(FIRST), last),
            Person(chance.choice(FIRST), last),
            Person(chance.choice(FIRST), last, Member.CHILD, 2020),
        ),
        referent="Accueil" if chance.random() < 0.5 else "",
        informed_on=arrived,
        call_back_on=TODAY if chance.random() < 0.02 else None,
        welcome=WelcomeChecklist(booklet_on=arrived if chance.random() < 0.7 else None),
        last_contact=min(TODAY, arrived + timedelta(days=chance.randrange(300))),
    )


def _notes(household: Household) -> Iterator[ContactNote]:
    begun = household.arrival_date or date.min
    for number in range(NOTES):
        on = begun + timedelta(days=number)
        yield ContactNote(
            "", household.id, on, ContactKind.COUNTER, f"{SAID} ({number})", "Accueil"
        )


def _referral(household: Household) -> Referral:
    need = household.needs[0] if household.needs else "school"
    on = household.arrival_date or date.min
    return Referral(household=household.id, on=on, need=need, listing_name="École primaire")
