"""No path prints, writes or e-mails what was not agreed to; each path is known by name.

``DOORS`` lists every use case that meets families. One that is added and not listed fails; one that
lets something out has a path in ``PATHS``, tried with families of every kind against rules that
are written for these tests once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import example, given, settings

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.listing import Listing
from ctg_desktop.usecases.office import Office, open_office
from tests.keys_for_tests import KEY, make_locked
from tests.usecases.families.consent_doors import DOORS, Door, met
from tests.usecases.families.consent_families import OPEN, TODAY, Tried, families, own
from tests.usecases.families.consent_paths import PATHS


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("consent") / "coffre"
    make_locked(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    with open_office(folder, "accueil", KEY) as opened:
        opened.directory.save(Listing(name="École", category="childhood-school", published=True))
        soon = datetime.combine(TODAY + timedelta(days=7), time(14))
        opened.calendar.save(Event(title="Loto", start=soon))
        yield opened


@pytest.mark.parametrize("path", sorted({one.__name__ for one in PATHS.values()}))
def test_no_path_lets_out_what_was_not_agreed_to(
    path: str, office: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    check = next(one for one in PATHS.values() if one.__name__ == path)
    folder = tmp_path_factory.mktemp("sorties")

    @settings(max_examples=12)
    @example(OPEN)
    @example(replace(OPEN, objected_on=TODAY))
    @example(replace(OPEN, left_on=TODAY))
    @example(replace(OPEN, informed_on=None))
    @given(families())
    def tried(household: Household) -> None:
        stored = office.families.save(own(household), TODAY).household
        check(Tried(office, stored, folder))

    tried()


def test_every_use_case_that_meets_families_is_listed() -> None:
    assert set(met()) == set(DOORS)


def test_whatever_lets_something_out_is_tried() -> None:
    leaving = {name for name, door in DOORS.items() if door is Door.LEAVES}
    assert leaving <= set(PATHS)
