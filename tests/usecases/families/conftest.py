"""A vault with its use cases, and an invented family in it."""

from __future__ import annotations

import pytest

from ctg_desktop.domain.families.household import Household
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.office import Office
from tests.db.family_samples import FAMILY


@pytest.fixture
def family(office: Office) -> Household:
    """Return a family as it was stored."""
    return office.families.save(FAMILY, today()).household
