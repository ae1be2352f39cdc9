"""The delay after wrong passwords grows, survives everything, and never locks anybody out."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.keys import attempts
from ctg_desktop.keys.attempts import DELAYS, FREE, failed, succeeded, wait_for

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
NONE = timedelta(0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    succeeded(tmp_path)
    return tmp_path


def fail(folder: Path, times: int, now: datetime = NOON) -> timedelta:
    return [failed(folder, now) for _ in range(times)][-1]


def test_five_tries_are_free_then_the_delay_grows_to_a_cap(folder: Path) -> None:
    now, waits = NOON, []
    for _ in range(12):
        after = failed(folder, now)
        assert wait_for(folder, now) == after
        waits.append(after.total_seconds())
        now += after
        assert wait_for(folder, now) == NONE
    assert waits == [0, 0, 0, 0, 5, 15, 60, 300, 900, 900, 900, 900]


def test_the_delay_runs_down(folder: Path) -> None:
    fail(folder, 7)
    assert wait_for(folder, NOON + 20 * SECOND) == 40 * SECOND
    assert wait_for(folder, NOON + timedelta(days=4000)) == NONE


def test_success_resets(folder: Path) -> None:
    fail(folder, 9)
    succeeded(folder)
    assert wait_for(folder, NOON) == NONE
    assert fail(folder, FREE - 1) == NONE


def test_a_clock_that_goes_back_neither_shortens_nor_lengthens_it(folder: Path) -> None:
    fail(folder, 8)
    earlier = NOON - timedelta(days=3650)
    assert wait_for(folder, earlier) == DELAYS[3]
    assert wait_for(folder, earlier + 100 * SECOND) == DELAYS[3] - 100 * SECOND
    assert wait_for(folder, earlier + DELAYS[3]) == NONE


def test_summer_time_and_zones_make_no_difference(folder: Path) -> None:
    from datetime import timezone

    fail(folder, 6)
    assert wait_for(folder, NOON.astimezone(timezone(timedelta(hours=2)))) == DELAYS[1]


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"{}",
        b"\xff",
        b'{"failures":-1,"last":0}',
        b'{"failures":1000000,"last":0}',
        b'{"failures":0,"last":1e300}',
        b'{"failures":0,"last":-5}',
        b'{"failures":0,"last":0,"more":1}',
        b"[" * 5000,
    ],
)
def test_a_missing_or_damaged_file_is_the_first_delay(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / attempts.NAME).write_bytes(content)
    assert wait_for(tmp_path, NOON) == DELAYS[0]
    assert wait_for(tmp_path, NOON + 2 * SECOND) == 3 * SECOND
    assert wait_for(tmp_path, NOON + 5 * SECOND) == NONE
    assert failed(tmp_path, NOON + 5 * SECOND) == DELAYS[1]


@given(st.binary(max_size=60))
def test_any_content_is_borne(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("coffre")
    (folder / attempts.NAME).write_bytes(content)
    assert NONE <= wait_for(folder, NOON) <= DELAYS[-1]


def test_a_folder_that_cannot_be_written_locks_nobody_out(tmp_path: Path) -> None:
    gone = tmp_path / "retiré"
    assert wait_for(gone, NOON) == NONE
    assert failed(gone, NOON) == DELAYS[1]
    succeeded(gone)
    assert not gone.exists()


GUESSER = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from ctg_desktop.keys.attempts import failed

failed(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_killing_the_program_gives_no_free_guess(folder: Path) -> None:
    fail(folder, FREE)
    command = [sys.executable, "-c", GUESSER, str(folder), NOON.isoformat()]
    assert subprocess.run(command, check=False).returncode != 0
    assert wait_for(folder, NOON) == DELAYS[1]
