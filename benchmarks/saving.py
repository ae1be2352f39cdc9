"""Save one listing durably among 100,000, beside a bare insert with the same promise."""

from __future__ import annotations

import itertools
import shutil
from dataclasses import replace

from benchmarks.measure import Line, in_turn, timed
from benchmarks.plain_table import connect
from benchmarks.world import FOLDER, KEY, TODAY, vault_folder
from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.usecases.office import open_office

SAVES = 20


def measure(rounds: int) -> list[Line]:
    """Return the time until a changed listing is on the disk, journal and search included."""
    copy = FOLDER / "vault-saved-to"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(vault_folder(), copy)
    file = FOLDER / "bare.db"
    file.unlink(missing_ok=True)
    bare = connect(file)
    bare.execute("CREATE TABLE listing (id INTEGER PRIMARY KEY, name TEXT, summary TEXT)")
    numbers = itertools.count()
    with open_office(copy, "", KEY) as office:
        ids = office.directory.index(ListingFilter(), ListingSort(), TODAY)

        def save() -> None:
            number = next(numbers)
            kept = office.directory.get(ids[number % len(ids)])
            office.directory.save(replace(kept, summary=f"Accueille sur rendez-vous, {number}."))

        def insert() -> None:
            words = ("Amicale des aînés", f"Accueille sur rendez-vous, {next(numbers)}.")
            bare.execute("INSERT INTO listing (name, summary) VALUES (?, ?)", words)

        mine, theirs = in_turn(rounds * SAVES, lambda: timed(save), lambda: timed(insert))
    bare.close()
    shutil.rmtree(copy)
    return [Line("save one listing durably", mine, "bare insert, synchronous=FULL", theirs)]
