"""Which backups are kept: by days and months that have one, whatever the clock says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.backup import (
    Backup,
    Manifest,
    Why,
    newest_first,
    newest_verified,
    thinned,
)

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TODAY = NOON.date()


def backup(at: datetime, counter: int, *, verified: bool = True, epoch: int = 1) -> Backup:
    manifest = Manifest(
        format=1,
        schema="0002",
        made_on=at,
        why=Why.CLOSING,
        site="s",
        owner="Civray",
        epoch=epoch,
        counter=counter,
        counts={},
        sizes={"coffre.db": 10, "coffre.cles": 2},
        sha256={},
        verified=verified,
    )
    return Backup(f"{at.isoformat()}-{counter}", manifest)


def daily(days: int, each: int = 2) -> list[Backup]:
    """Return some backups of each of the last days, the oldest first."""
    moments = (
        NOON - timedelta(days=day, hours=-hour)
        for day in range(days, -1, -1)
        for hour in range(each)
    )
    return [backup(at, counter) for counter, at in enumerate(moments)]


def left(backups: list[Backup], today: date = TODAY) -> list[Backup]:
    gone = thinned(backups, today)
    return [one for one in backups if one.name not in gone]


def test_all_of_today_a_day_for_a_month_a_month_for_a_year() -> None:
    kept = left(daily(800, each=3))
    by_day: dict[date | None, int] = {}
    for one in kept:
        by_day[one.day] = by_day.get(one.day, 0) + 1
    assert by_day.pop(NOON.date()) == 3
    assert set(by_day.values()) == {1}
    days = [NOON.date() - timedelta(days=back) for back in range(1, 31)]
    assert set(days) <= set(by_day)
    assert len({str(day)[:7] for day in by_day} | {"2026-11"}) == 12


def test_the_last_one_of_a_day_is_the_one_kept() -> None:
    first, second = (
        backup(NOON - timedelta(days=3, hours=2), 1),
        backup(NOON - timedelta(days=3), 2),
    )
    assert left([first, second, backup(NOON, 3)])[0] == second


def test_a_clock_that_jumps_ten_years_ahead_deletes_next_to_nothing() -> None:
    before = left(daily(400))
    later = NOON.replace(year=2036)
    after = left([*before, backup(later, 10_000)], later.date())
    lost = {one.name for one in before} - {one.name for one in after}
    assert len(lost) <= 3  # the second of what was today, the oldest day and the oldest month
    assert len(after) >= len(before) - 2


def test_a_clock_that_was_ahead_and_is_right_again_keeps_what_is_new() -> None:
    ahead = [backup(NOON.replace(year=2036) + timedelta(days=day), day) for day in range(60)]
    now = backup(NOON, 1000)
    kept = left([*ahead, now])
    assert now in kept
    assert newest_verified(kept) == now


def test_one_that_is_not_verified_never_drives_out_one_that_is() -> None:
    good = backup(NOON - timedelta(days=400), 1)
    bad = [backup(NOON - timedelta(hours=hour), 2 + hour, verified=False) for hour in range(50)]
    assert good in left([good, *bad])
    assert newest_verified([good, *bad]) == good


def test_one_that_cannot_be_read_is_left_alone_and_never_proposed() -> None:
    unread = Backup("2020-01-01T10-00-00", None)
    assert unread in left([unread, *daily(500)])
    assert newest_verified([unread]) is None
    assert (unread.size, unread.day) == (0, None)


def test_a_restored_vault_is_newer_than_what_it_was_restored_over() -> None:
    old, restored = backup(NOON, 900), backup(NOON - timedelta(days=1), 20, epoch=2)
    assert newest_first([old, restored])[0] == restored


def test_the_size_is_that_of_all_files() -> None:
    assert backup(NOON, 1).size == 12


@given(
    st.lists(st.tuples(st.integers(-5000, 5000), st.booleans()), min_size=1, max_size=80),
    st.integers(-8000, 8000),
)
def test_the_last_verified_one_always_stays(made: list[tuple[int, bool]], clock: int) -> None:
    backups = [
        backup(NOON + timedelta(days=day), counter, verified=good)
        for counter, (day, good) in enumerate(made)
    ]
    kept = left(backups, NOON.date() + timedelta(days=clock))
    assert newest_verified(kept) == newest_verified(backups)
    assert kept
    assert left(kept, NOON.date() + timedelta(days=clock)) == kept
