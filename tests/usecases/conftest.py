"""A vault with its use cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.start import Start

TODAY = date(2026, 11, 23)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    folder = tmp_path / "coffre"
    Start(tmp_path / "données").create(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    with open_office(folder, "accueil") as opened:
        yield opened
