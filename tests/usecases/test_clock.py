"""The clock beside the last use of a vault, by the order in which things were done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ctg_desktop import RELEASED
from ctg_desktop.db.clock import ZONE
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.clock import ClockFault
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.health import Check, State
from ctg_desktop.domain.listing import Listing
from ctg_desktop.messages.health import said
from ctg_desktop.usecases.access_log import AccessLog
from ctg_desktop.usecases.backups import Backups
from ctg_desktop.usecases.clock import clock_of, last_use
from ctg_desktop.usecases.health import Health
from tests.keys_for_tests import KEY

CIVRAY = Profile(Role.COMMUNE, "86078", "Civray")
START = datetime(2027, 3, 1, 9, tzinfo=ZONE)
YEARS = timedelta(days=3653)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "coffre"
    Vault.create(folder, CIVRAY, KEY, now=lambda: START).close()
    return folder


@contextmanager
def opened(folder: Path, at: datetime) -> Iterator[Vault]:
    with Vault.open(folder, KEY, now=lambda: at) as vault:
        yield vault


def save(vault: Vault) -> None:
    with vault.writing("listing-saved") as work:
        work.listings.add(Listing(name="Fleurs"))


def check(vault: Vault) -> Check:
    return Health(vault, Backups(vault), AccessLog(vault)).clock()


def test_a_clock_that_may_be_right_is_only_shown(folder: Path) -> None:
    with opened(folder, START + timedelta(days=30)) as vault:
        assert (check(vault).state, check(vault).code) == (State.OK, "clock")


def test_one_that_went_back_or_years_ahead_is_told_with_what_to_do(folder: Path) -> None:
    with opened(folder, START - timedelta(days=2)) as vault:
        assert check(vault).code == "clock-behind"
        assert "lun.\u00a01er\u00a0mars 2027" in said(check(vault))
        assert "Vérifiez sa date" in said(check(vault))
    with opened(folder, START + YEARS) as vault:
        assert (check(vault).state, check(vault).code) == (State.WARN, "clock-ahead")
        assert "2037" in said(check(vault))


def test_no_clock_can_be_before_the_program_itself(tmp_path: Path) -> None:
    old = datetime(2015, 1, 1, tzinfo=ZONE)
    assert date.fromisoformat(RELEASED) > old.date()
    with Vault.create(tmp_path / "coffre", CIVRAY, KEY, now=lambda: old) as vault:
        assert clock_of(vault).fault is ClockFault.BEHIND_RELEASE
        assert "cette version du programme" in said(check(vault))
        assert clock_of(vault, date(2014, 12, 31)).fault is None


def test_changes_notes_of_access_and_backups_all_tell_of_a_use(folder: Path) -> None:
    days = [START + timedelta(days=count) for count in range(1, 4)]
    with opened(folder, days[0]) as vault:
        save(vault)
        assert last_use(vault) == days[0]
    with opened(folder, days[1]) as vault:
        AccessLog(vault).note(AccessKind.PRINTED, "labels")
        assert last_use(vault) == days[1]
    with opened(folder, days[2]) as vault:
        vault.back_up(Why.CLOSING)
        assert last_use(vault) == days[2]


def test_what_was_done_under_a_clock_years_ahead_counts_until_the_next_backup(
    folder: Path,
) -> None:
    with opened(folder, START + YEARS) as vault:
        save(vault)
        AccessLog(vault).note(AccessKind.PRINTED, "labels")
        vault.back_up(Why.CLOSING)
    later = START + timedelta(days=1)
    with opened(folder, later) as vault:
        assert clock_of(vault).fault is ClockFault.BEHIND
        save(vault)
        vault.back_up(Why.CLOSING)
        assert last_use(vault) == later
        assert clock_of(vault).fault is None


def test_nothing_goes_for_its_age_while_the_clock_is_wrong(folder: Path) -> None:
    with opened(folder, START) as vault:
        AccessLog(vault).note(AccessKind.PRINTED, "labels")
    with opened(folder, START + YEARS) as vault:
        assert AccessLog(vault).purge() == 0
    with opened(folder, START + timedelta(days=400)) as vault:
        assert AccessLog(vault).purge() == 1
