from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.event import Event, Moment
from ctg_desktop.domain.recurrence import (
    Frequency,
    RuleParts,
    check_rule,
    parts_of,
    rule_of,
    rule_to_english,
    rule_to_french,
)
from ctg_desktop.errors import UserError


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - local time, as stored


WEDNESDAY = at(2026, 9, 2, 14, 30)
DAY = date(2026, 9, 2)


@pytest.mark.parametrize(
    ("start", "rule", "french", "english"),
    [
        (
            WEDNESDAY,
            "FREQ=WEEKLY;UNTIL=20270630",
            "Chaque mercredi à 14 h 30, jusqu’au 30 juin 2027",
            "Every Wednesday at 2:30 pm, until 30 June 2027",
        ),
        (
            DAY,
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "Du lundi au vendredi",
            "Monday to Friday",
        ),
        (DAY, "FREQ=WEEKLY;BYDAY=MO,TH", "Chaque lundi et jeudi", "Every Monday and Thursday"),
        (DAY, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Un mardi sur deux", "Every other Tuesday"),
        (
            DAY,
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
            "Le lundi et le jeudi, une semaine sur deux",
            "Every other week on Monday and Thursday",
        ),
        (
            WEDNESDAY,
            "FREQ=WEEKLY;BYMONTH=9,10,11,12,1,2,3,4,5,6",
            "Chaque mercredi à 14 h 30, de septembre à juin",
            "Every Wednesday at 2:30 pm, from September to June",
        ),
        (DAY, "FREQ=WEEKLY;BYMONTH=7,8", "Chaque mercredi, en juillet et août", None),
        (
            DAY,
            "FREQ=MONTHLY;BYDAY=1SA",
            "Le premier samedi du mois",
            "On the first Saturday of the month",
        ),
        (DAY, "FREQ=MONTHLY;BYDAY=-1FR", "Le dernier vendredi du mois", None),
        (
            DAY,
            "FREQ=MONTHLY;BYDAY=1TU,3TU",
            "Les premier et troisième mardis du mois",
            "On the first Tuesday and the third Tuesday of the month",
        ),
        (
            WEDNESDAY,
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=1SA",
            "Le premier samedi à 14 h 30, un mois sur deux",
            "On the first Saturday at 2:30 pm, every other month",
        ),
        (DAY, "FREQ=MONTHLY;BYMONTHDAY=1,15", "Les 1er et 15 du mois", None),
        (DAY, "FREQ=MONTHLY;BYMONTHDAY=-1", "Le dernier jour du mois", None),
        (DAY, "FREQ=MONTHLY", "Le 2 du mois", "On the 2nd of the month"),
        (
            DAY,
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
            "Le premier jour ouvré du mois",
            "On the first working day of the month",
        ),
        (
            DAY,
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            "Chaque vendredi 13",
            "Every Friday the 13th",
        ),
        (
            date(2026, 7, 14),
            "FREQ=YEARLY",
            "Chaque année le 14 juillet",
            "Every year on 14 July",
        ),
        (
            DAY,
            "FREQ=YEARLY;BYMONTH=12;BYDAY=1SA",
            "Chaque année le premier samedi de décembre",
            "Every year on the first Saturday of December",
        ),
        (DAY, "FREQ=YEARLY;INTERVAL=2", "Tous les deux ans le 2 septembre", None),
        (DAY, "FREQ=YEARLY;BYMONTH=8;BYDAY=-1SU", "Chaque année le dernier dimanche d’août", None),
        (DAY, "FREQ=YEARLY;BYDAY=20MO", "Chaque année le 20e lundi de l’année", None),
        (DAY, "FREQ=DAILY", "Chaque jour", "Every day"),
        (DAY, "FREQ=DAILY;INTERVAL=10;COUNT=3", "Tous les 10 jours, 3 fois", None),
    ],
)
def test_rules_in_words(start: Moment, rule: str, french: str, english: str | None) -> None:
    event = Event(start=start, recurrence=rule)
    assert rule_to_french(event).replace("\u00a0", " ") == french
    if english is not None:
        assert rule_to_english(event).replace("\u00a0", " ") == english


def test_spaces_do_not_break_inside_dates_and_times() -> None:
    event = Event(start=WEDNESDAY, recurrence="FREQ=WEEKLY;UNTIL=20270630")
    assert rule_to_french(event) == (
        "Chaque mercredi à\u00a014\u00a0h\u00a030, jusqu’au 30\u00a0juin 2027"
    )


def test_exceptions_are_named_while_they_are_few_and_matter() -> None:
    event = Event(
        start=WEDNESDAY,
        end=WEDNESDAY + timedelta(hours=2),
        recurrence="FREQ=WEEKLY;UNTIL=20270630",
        exceptions=(date(2026, 12, 30), date(2026, 12, 23), date(2026, 12, 24), date(2027, 2, 10)),
    )
    assert rule_to_french(event).replace("\u00a0", " ") == (
        "Chaque mercredi de 14 h 30 à 16 h 30, jusqu’au 30 juin 2027, "
        "sauf les 23 et 30 décembre et le 10 février"
    )
    assert rule_to_french(event, since=date(2027, 1, 1)).endswith("sauf le 10\u00a0février")
    assert rule_to_english(event).endswith("except 23 and 30\u00a0December and 10\u00a0February")


def test_exceptions_of_an_endless_series_carry_their_year() -> None:
    event = Event(start=DAY, recurrence="FREQ=WEEKLY", exceptions=(date(2026, 12, 23),))
    assert rule_to_french(event).endswith("sauf le 23\u00a0décembre 2026")


def test_many_exceptions_are_counted() -> None:
    weeks = tuple(DAY + timedelta(7 * number) for number in range(1, 11))
    event = Event(start=DAY, recurrence="FREQ=WEEKLY", exceptions=weeks)
    assert rule_to_french(event) == "Chaque mercredi, sauf 10\u00a0dates"


def test_several_days_are_said() -> None:
    event = Event(start=date(2026, 7, 14), end=date(2026, 7, 16), recurrence="FREQ=YEARLY")
    assert rule_to_french(event) == "Chaque année le 14\u00a0juillet, pendant 3\u00a0jours"


def test_a_single_event_has_no_rule_to_say() -> None:
    assert rule_to_french(Event(start=DAY)) == rule_to_english(Event(start=DAY)) == ""


PARTS = st.one_of(
    st.builds(
        RuleParts,
        frequency=st.just(Frequency.WEEKLY),
        interval=st.integers(1, 10),
        weekdays=st.sets(st.integers(1, 7)).map(lambda days: tuple(sorted(days))),
        until=st.none() | st.dates(date(2000, 1, 1), date(2199, 1, 1)),
    ),
    st.builds(
        RuleParts,
        frequency=st.sampled_from([Frequency.MONTHLY, Frequency.YEARLY]),
        weekdays=st.integers(1, 7).map(lambda day: (day,)),
        nth=st.sampled_from([1, 2, 3, 4, 5, -1]),
        months=st.sets(st.integers(1, 12)).map(lambda months: tuple(sorted(months))),
        count=st.integers(0, 100),
    ),
    st.builds(
        RuleParts,
        frequency=st.just(Frequency.MONTHLY),
        month_day=st.sampled_from([0, 1, 15, 31, -1]),
    ),
)


@given(PARTS)
def test_what_a_form_says_comes_back(parts: RuleParts) -> None:
    assert parts_of(rule_of(parts)) == parts
    event = Event(start=WEDNESDAY, recurrence=rule_of(parts))
    assert rule_to_french(event)[0].isupper()
    assert rule_to_english(event)[0].isupper()


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=1MO,3TU",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "FREQ=MONTHLY;BYDAY=FR",
    ],
)
def test_what_a_form_cannot_show_is_left_alone(rule: str) -> None:
    assert parts_of(rule) is None
    assert check_rule(rule) == rule


def test_contradictory_choices_are_refused() -> None:
    with pytest.raises(UserError, match="recurrence-invalid"):
        rule_of(RuleParts(Frequency.WEEKLY, weekdays=(2,), nth=1))
    with pytest.raises(UserError, match="recurrence-invalid"):
        rule_of(RuleParts(Frequency.DAILY, until=DAY, count=2))
