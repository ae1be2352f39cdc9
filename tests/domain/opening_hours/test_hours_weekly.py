"""Opening hours made from columns."""

from __future__ import annotations

import pytest

from ctg_desktop.domain.opening_hours import from_weekly, is_valid, with_comment
from ctg_desktop.errors import UserError

MORNING, AFTERNOON = ("09:00", "12:00"), ("14:00", "17:30")


def test_days_that_have_equal_slots_go_together() -> None:
    slots = {
        1: [MORNING, AFTERNOON],
        2: [MORNING, AFTERNOON],
        3: [MORNING],
        4: [],
        6: [MORNING, ("", "")],
    }

    assert from_weekly(slots) == "Mo-Tu 09:00-12:00,14:00-17:30; We,Sa 09:00-12:00"


def test_seconds_missing_ends_and_nights() -> None:
    slots = {1: [("09:00:00", "12:00:00")], 5: [("20:00", "02:00")], 7: [("9:00", "")]}

    assert from_weekly(slots) == "Mo 09:00-12:00; Fr 20:00-02:00; Su 09:00+"


def test_nothing_and_everything() -> None:
    assert from_weekly({}) == ""
    assert from_weekly({day: [("00:00", "24:00")] for day in range(1, 8)}) == "24/7"


@pytest.mark.parametrize(
    "pair",
    [("9h", "12:00"), ("", "12:00"), ("25:00", "26:00"), ("09:60", "12:00"), ("14:00", "12:00")],
)
def test_a_time_that_is_none_is_refused(pair: tuple[str, str]) -> None:
    with pytest.raises(UserError) as refused:
        from_weekly({1: [pair]})

    assert refused.value.code == "opening-hours-time-invalid"
    assert refused.value.params["value"] in pair


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        from_weekly({0: [MORNING]})

    assert (refused.value.code, refused.value.params) == ("opening-hours-day-invalid", {"value": 0})


COMMENTED = [
    ("Mo 09:00-12:00", "", "Mo 09:00-12:00"),
    ("", "Se renseigner", '"Se renseigner"'),
    ("Mo 09:00-12:00", "sauf jours fériés", "Mo 09:00-12:00; PH off"),
    ("Mo 09:00-12:00", "(hors vacances scolaires)", "Mo 09:00-12:00; SH off"),
    ("Mo 09:00-12:00", "Sur RDV", 'Mo 09:00-12:00 "sur rendez-vous"'),
    ("Mo 09:00-12:00", "salle  des fêtes", 'Mo 09:00-12:00 open "salle des fêtes"'),
    ("Mo 09:00-12:00", 'dite "du haut"', 'Mo 09:00-12:00 open "dite “du haut”"'),
    ("Mo 09:00-12:00; PH off", "préau", 'Mo 09:00-12:00 open "préau"; PH off'),
    ("PH off", "préau", 'PH off || "préau"'),
    ('Mo 10:00-11:00 || "a"', "b", 'Mo 10:00-11:00 || "a, b"'),
    ("Mo sunrise-sunset", "préau", 'Mo sunrise-sunset || "préau"'),
    ("24/7", "code 12B", '00:00-24:00 open "code 12B"'),
]


@pytest.mark.parametrize(("osm", "comment", "commented"), COMMENTED)
def test_a_comment_kept_apart(osm: str, comment: str, commented: str) -> None:
    assert with_comment(osm, comment) == commented
    assert is_valid(commented)
