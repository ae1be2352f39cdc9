"""What encryption costs: opening, saving and listing, beside the same vault on plain SQLite."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.measure import Line, in_turn, timed
from benchmarks.painting import first_rows, on_desk
from benchmarks.plain_vault import both_drivers, plain_folder, plain_opening
from benchmarks.world import FOLDER, KEY, TODAY, vault_folder
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.usecases.office import Office, open_office

SAVES = 20
REFERENCE = "the same vault on plain SQLite"


def measure(rounds: int) -> list[Line]:
    """Return three lines: opening, saving, the first paint of the list."""
    QApplication.instance() or QApplication([])
    sealed, plain = _copies()

    def open_sealed() -> None:
        with closing(Vault.open(sealed, KEY)) as vault:
            assert vault.profile

    def open_plain() -> None:
        with plain_opening(), closing(Vault.open(plain, KEY)) as vault:
            assert vault.profile

    with ExitStack() as stack:
        stack.enter_context(both_drivers())
        opening = in_turn(rounds * 3, lambda: timed(open_sealed), lambda: timed(open_plain))
        ours = stack.enter_context(open_office(sealed, "", KEY))
        with plain_opening():
            theirs = stack.enter_context(open_office(plain, "", KEY))
        saves, bare_saves = _saver(ours), _saver(theirs)
        saving = in_turn(rounds * SAVES, lambda: timed(saves), lambda: timed(bare_saves))
        here, there = (stack.enter_context(on_desk(one)) for one in (ours, theirs))
        painting = in_turn(rounds, lambda: first_rows(here), lambda: first_rows(there))
    for copy in (sealed, plain):
        shutil.rmtree(copy)
    return [
        Line("open a vault of 100,000, key in hand", opening[0], REFERENCE, opening[1]),
        Line("save one listing durably, encrypted", saving[0], REFERENCE, saving[1]),
        Line("first paint of the list of 100,000, encrypted", painting[0], REFERENCE, painting[1]),
    ]


def _copies() -> tuple[Path, Path]:
    copies = FOLDER / "vault-copy", FOLDER / "vault-plain-copy"
    for source, copy in zip((vault_folder(), plain_folder()), copies, strict=True):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(source, copy)
    return copies


def _saver(office: Office) -> Callable[[], None]:
    ids = office.directory.index(ListingFilter(), ListingSort(), TODAY)
    numbers = itertools.count()

    def save() -> None:
        number = next(numbers)
        kept = office.directory.get(ids[number % len(ids)])
        office.directory.save(replace(kept, summary=f"Accueille sur rendez-vous, {number}."))

    return save
