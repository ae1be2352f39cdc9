"""A vault with its use cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.usecases.office import Office, open_office
from tests.keys_for_tests import KEY, make_locked
from tests.usecases.recovered import CIVRAY, make

TODAY = date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a vault with the password of a user, as a restore meets it."""
    target = tmp_path / "coffre"
    make(target, CIVRAY, KEY)
    return target


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    folder = tmp_path / "coffre"
    make_locked(folder, CIVRAY)
    with open_office(folder, "accueil", KEY) as opened:
        yield opened
