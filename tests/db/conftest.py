"""A vault in a folder of its own, with a clock that the test sets."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ctg_desktop.db.clock import ZONE
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.commune import Profile, Role
from tests.keys_for_tests import KEY

PROFILE = Profile(Role.COMMUNE, "86078", "Civray")


class Clock:
    """Advances by one minute each time it is read."""

    def __init__(self) -> None:
        self.at = datetime(2026, 9, 3, 9, 30, tzinfo=ZONE)

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def new_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a closed, empty vault, to be copied."""
    folder = tmp_path_factory.mktemp("nouveau") / "coffre"
    Vault.create(folder, PROFILE, KEY).close()
    return folder


@pytest.fixture
def folder(new_vault: Path, tmp_path: Path) -> Path:
    """Return the folder of a vault of this test alone, closed."""
    target = tmp_path / "coffre"
    shutil.copytree(new_vault, target)
    return target


@pytest.fixture
def vault(folder: Path, clock: Clock) -> Iterator[Vault]:
    with Vault.open(folder, KEY, now=clock) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(new_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """Return one vault for all examples of a property; what it holds is not looked at whole."""
    target = tmp_path_factory.mktemp("partagé") / "coffre"
    shutil.copytree(new_vault, target)
    with Vault.open(target, KEY) as opened:
        yield opened
