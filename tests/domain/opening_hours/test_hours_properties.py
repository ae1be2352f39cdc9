"""Properties that hold for any text and any rules."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ctg_desktop.domain.opening_hours import (
    Style,
    editable,
    from_weekly,
    is_open,
    is_valid,
    normalise,
    parse_typed,
    to_english,
    to_french,
    with_comment,
)
from ctg_desktop.domain.opening_hours.model import Rule
from ctg_desktop.domain.opening_hours.osm_reader import read
from ctg_desktop.domain.opening_hours.osm_writer import write
from tests.domain.opening_hours.rules import moment, rules, weekly_slots
from tests.domain.opening_hours.typed_texts import exact_texts, typed_texts

any_text = st.text(st.characters(codec=None), max_size=200)
WORDS = (
    *("lun", "mardi", "1er", "3e", "dernier", "mois", "du", "au", "à", "et", ",", ";", "\n", "-"),
    *("9h", "12h30", "14:00", "9", "/", ":", "matin", "midi", "août", "mai", "24/12", "2026"),
    *("fermé", "sauf", "vacances", "fériés", "sur", "rendez-vous", "rdv", "«", "»", '"', "(", "."),
    *("Mo", "Tu[1]", "PH", "SH", "off", "week", "||", "ou", "mais", "aussi", "sinon", "semaines"),
)
word_salads = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


@given(any_text | word_salads)
def test_any_text_gives_valid_hours_that_are_said_back(text: str) -> None:
    parsed = parse_typed(text)

    assert parsed.osm == "" or is_valid(parsed.osm)
    assert parsed.understood is not bool(parsed.leftover)
    assert parse_typed(to_french(parsed.osm)).osm == parsed.osm
    assert normalise(parsed.osm) == parsed.osm


@given(typed_texts())
@example("du 1 au 15 janvier : sam 6h-8h")
@example("du 1 au 15 janvier : sur rendez-vous")
@example("du 10 au 15 décembre")
def test_typed_hours_come_back_from_french_unchanged(text: str) -> None:
    osm = parse_typed(text).osm

    for style in Style:
        assert parse_typed(to_french(osm, style=style)).osm == osm
    assert editable(osm) == to_french(osm)
    if "Mar" not in osm:  # a Frenchman's Tuesday
        assert parse_typed(osm).osm == osm


@given(exact_texts())
def test_clear_texts_are_understood(text_and_osm: tuple[str, str]) -> None:
    """Texts built together with their meaning: days, hours, season, holidays, appointment."""
    text, osm = text_and_osm
    parsed = parse_typed(text)

    assert parsed.understood
    assert parsed.osm == osm


@given(weekly_slots)
def test_every_week_is_said_and_read_back(slots: dict[int, list[tuple[str, str]]]) -> None:
    osm = from_weekly(slots)
    assume(osm)

    assert is_valid(osm)
    assert normalise(osm) == osm
    for style in Style:
        parsed = parse_typed(to_french(osm, style=style))
        assert (parsed.osm, parsed.understood) == (osm, True)


@given(weekly_slots, st.integers(0, 7 * 96 - 1))
def test_a_week_is_open_within_its_slots_only(
    slots: dict[int, list[tuple[str, str]]], quarter: int
) -> None:
    osm = from_weekly(slots)
    assume(osm)
    at = moment(quarter)
    clock = f"{at:%H:%M}"

    inside = any(start <= clock < end for start, end in slots.get(at.isoweekday(), []))
    assert is_open(osm, at) is inside


@given(st.lists(rules(), min_size=1, max_size=4))
def test_rules_of_other_makers_have_one_form_that_can_be_edited(found: list[Rule]) -> None:
    osm = normalise(write(tuple(found)))
    assume(read(osm) is not None)

    assert is_valid(osm)
    assert normalise(osm) == osm
    assert parse_typed(editable(osm)).osm == osm
    assert to_english(osm)


@given(typed_texts(), any_text)
def test_a_comment_never_spoils_hours(text: str, comment: str) -> None:
    osm = with_comment(parse_typed(text).osm, comment)

    assert osm == "" or is_valid(osm)
    assert normalise(osm) == osm


@given(any_text | word_salads)
def test_any_stored_text_can_be_shown(osm: str) -> None:
    assert normalise(normalise(osm)) == normalise(osm)
    assert bool(to_french(osm)) is bool(osm)
    assert bool(to_english(osm)) is bool(osm)
    assert is_open(osm, moment(40)) in {True, False, None}


@pytest.mark.parametrize(
    "piece",
    ["lundi, ", "fermé lundi et ", "«", '"', "1er, ", "9h,", "sur rendez ", "Mo,", "- ", "a"],
)
def test_long_hostile_text_is_quick(piece: str) -> None:
    text = piece * (2_000 // len(piece))
    parse_typed(text)
    start = time.perf_counter()
    parse_typed(text)
    parse_typed(piece * 500_000)

    assert time.perf_counter() - start < 0.5
