"""A vault with its use cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.usecases.office import Office, open_office
from tests.keys_for_tests import KEY, make_locked

TODAY = date(2026, 11, 23)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    folder = tmp_path / "coffre"
    make_locked(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    with open_office(folder, "accueil", KEY) as opened:
        yield opened
