"""Vaults to be harmed, the processes that work on them, and how often all is tried."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.listing import Listing
from tests.keys_for_tests import KEY, make_locked

from .figures import PROPERTY
from .processes import Nursery, nursery
from .shared import PROFILE

NORMALLY = 225
FAULTS = int(os.environ.get("FAULTS") or NORMALLY)

Note = Callable[..., None]

if os.name == "nt":
    collect_ignore_glob = ["test_*.py"]  # no fork, no signal that kills for good


@pytest.fixture(scope="session")
def young() -> Iterator[Nursery]:
    """Return where processes come from."""
    with nursery() as opened:
        yield opened


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed vault with some listings, which one user opens with ``PASSWORD``."""
    folder = tmp_path_factory.mktemp("modèle") / "coffre"
    make_locked(folder, PROFILE)
    with Vault.open(folder, KEY) as vault, vault.writing("listings-added") as work:
        work.listings.add_many(Listing(name=f"Amicale {at}") for at in range(60))
    return folder


@pytest.fixture
def folder(model: Path, tmp_path: Path) -> Path:
    """Return a vault of this test alone, closed."""
    return Path(shutil.copytree(model, tmp_path / "coffre"))


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Return a source of numbers, the same in each run for a test and its parameters."""
    return random.Random(request.node.nodeid)  # noqa: S311 - repeatable, not secret


@pytest.fixture
def note(record_property: Callable[[str, object], None]) -> Note:
    """Count what was tried: ``note(kind, name, count, losses)``."""

    def noted(kind: str, name: str, count: int = 1, losses: int = 0) -> None:
        record_property(PROPERTY, [kind, name, count, losses])

    return noted


def share(kills: int) -> int:
    """Return how many kills a test makes when it normally makes so many."""
    return max(1, round(kills * FAULTS / NORMALLY))
