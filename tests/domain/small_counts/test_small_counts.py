"""Which cells are masked, and what is left to show."""

import random
import time

import pytest
from hypothesis import given, settings

from ctg_desktop.domain.small_counts import (
    STRICT_THRESHOLD,
    Breakdown,
    Cell,
    Counts,
    Crossing,
    Mask,
    Masked,
    mask,
)
from tests.domain.small_counts.worlds import Family, Year, years


def languages(**counts: int | None) -> Counts:
    known = [one for one in counts.values() if one is not None]
    return Counts(sum(known), (Breakdown("language", counts),))


def shown(sent: Masked, code: str) -> dict[str, int | None]:
    return {key[1]: cell.shown for key, cell in sent.cells() if len(key) == 2 and key[0] == code}


def test_large_counts_are_shown_and_so_are_zeros() -> None:
    sent = mask(languages(french=40, english=6, arabic=0))
    assert not sent.masks
    assert shown(sent, "language") == {"french": 40, "english": 6, "arabic": 0}


def test_one_other_count_protects_a_small_one_and_the_total_is_kept() -> None:
    sent = mask(languages(french=40, english=6, arabic=2, spanish=30))
    assert sent.masks.pop(("language", "arabic")) is Mask.SMALL  # type: ignore[attr-defined]
    assert list(sent.masks.values()) == [Mask.COMPLEMENT]
    assert sent.cell(()) == Cell(78, None)


def test_the_secret_alone_says_which_other_count_protects() -> None:
    """The least one would tell, to whoever knows that rule, that what is shown is no less."""
    few, many = (languages(french=one, english=9, arabic=2, spanish=9) for one in (7, 40))
    drawn = [[mask(one, secret=bytes([place])).masks for place in range(40)] for one in (few, many)]
    assert [set(one) for one in drawn[0]] == [set(one) for one in drawn[1]]
    assert {name for masks in drawn[0] for _, name in masks} == {
        "french",
        "english",
        "spanish",
        "arabic",
    }


def test_small_counts_that_hide_one_another_cost_no_other() -> None:
    sent = mask(languages(french=40, english=4, arabic=3))
    assert sorted(key[1] for key in sent.masks) == ["arabic", "english"]


def test_a_stricter_threshold_masks_more() -> None:
    counts = languages(french=40, english=6, arabic=8)
    assert not mask(counts).masks
    assert len(mask(counts, threshold=STRICT_THRESHOLD).masks) == 2


def test_too_few_households_show_nothing_at_all() -> None:
    sent = mask(languages(french=3, english=0))
    assert sent.withheld
    assert {cell.shown for _, cell in sent.cells()} == {None}
    assert sent.cell(()).mask is Mask.SMALL
    assert sent.cell(("language", "english")).mask is Mask.TOTAL


def test_no_household_is_shown_as_zero() -> None:
    assert not mask(languages(french=0, english=0)).masks


def test_few_more_households_than_were_sent_wait_for_others() -> None:
    first = mask(languages(french=20, english=5))
    second = mask(languages(french=22, english=6), [first])
    third = mask(languages(french=25, english=5), [first, second])
    assert second.cell(()).mask is Mask.GROWTH
    assert second.withheld
    assert shown(third, "language") == {"french": 25, "english": 5}


def test_where_only_zeros_are_left_to_hide_behind_all_are_masked() -> None:
    sent = mask(languages(french=8, english=0, arabic=0))
    assert sent.cell(("language", "french")).mask is Mask.EVERYONE
    assert set(shown(sent, "language").values()) == {None}
    assert sent.cell(()).shown == 8


def test_every_family_of_one_month_is_no_secret() -> None:
    months = Breakdown("month", {"01": 8, "02": 0}, tells_of_each=False)
    assert not mask(Counts(8, (months,))).masks


def test_needs_do_not_make_the_total_and_are_masked_one_by_one() -> None:
    needs = Breakdown("need", {"housing": 9, "job": 2, "school": 7, "rights": 0}, additive=False)
    sent = mask(Counts(14, (needs,)))
    assert sent.masks == {("need", "job"): Mask.SMALL}


def test_a_need_of_all_families_but_a_few_tells_of_those_few() -> None:
    """The total without it is a small count as well."""
    needs = Breakdown("need", {"housing": 12, "job": 9, "school": 14}, additive=False)
    assert mask(Counts(14, (needs,))).masks == {
        ("need", "housing"): Mask.EVERYONE,
        ("need", "school"): Mask.EVERYONE,
    }


def test_families_without_a_need_who_grew_by_a_few_are_masked_too() -> None:
    first, second = (
        Counts(total, (Breakdown("need", {"job": job}, additive=False),))
        for total, job in ((20, 10), (30, 18))
    )
    sent = mask(first)
    assert not sent.masks
    assert mask(second, [sent]).masks == {("need", "job"): Mask.GROWTH}


def test_unknown_is_neither_zero_nor_masked() -> None:
    sent = mask(languages(french=12, english=6, arabic=None))
    cell = sent.cell(("language", "arabic"))
    assert cell.unknown
    assert cell.mask is None
    small = mask(languages(french=3, english=None))
    assert small.cell(("language", "english")).unknown
    assert not small.cell(("language", "french")).unknown


def test_months_that_nobody_counted_hide_no_small_one() -> None:
    """A vault begun in August: none of the twelve families can have come in a month before."""
    begun = {"07": None, "08": 0, "09": 4, "10": 0, "11": 8}
    months = Breakdown("month", begun, tells_of_each=False)
    assert set(mask(Counts(12, (months,))).masks) == {("month", "09"), ("month", "11")}


def test_a_crossing_shows_no_cell_of_a_masked_month_or_need() -> None:
    months = Breakdown("month", {"01": 2, "02": 6, "03": 20}, tells_of_each=False)
    needs = Breakdown("need", {"housing": 16, "job": 3}, additive=False)
    cells = {
        ("01", "housing"): 1,
        ("02", "housing"): 5,
        ("03", "housing"): 10,
        ("01", "job"): 0,
        ("02", "job"): 0,
        ("03", "job"): 3,
    }
    crossing = Crossing("month", "need", cells)
    sent = mask(Counts(28, (months, needs), (crossing,)))
    assert sent.cell(("month", "02")).mask is Mask.COMPLEMENT
    assert sent.cell(crossing.key("03", "housing")).shown == 10
    assert {sent.masks.get(crossing.key(row, "job")) for row in ("01", "02", "03")} == {Mask.TOTAL}
    assert sent.masks[crossing.key("02", "housing")] is Mask.TOTAL


def test_what_protected_before_protects_again() -> None:
    """Masks stay where they are from one sending to the next, whatever else is drawn."""
    first = mask(languages(french=9, english=0, arabic=3, spanish=0))
    later = languages(french=14, english=0, arabic=3, spanish=9)
    assert {name for _, name in first.masks} == {"french", "arabic"}
    for secret in map(bytes, range(9)):
        assert set(mask(later, [first], secret=secret).masks) == set(first.masks)


@settings(deadline=None, max_examples=40)
@given(years(crossed=True, corrected=True))
def test_the_same_history_gives_the_same_masks(year: Year) -> None:
    assert [dict(one.masks) for one in year.sent()] == [dict(one.masks) for one in year.sent()]


@settings(deadline=None, max_examples=60)
@given(years(crossed=True, corrected=True))
def test_nothing_small_is_shown_and_what_is_shown_is_true(year: Year) -> None:
    for counts, sent in zip(year.counts(), year.sent(), strict=True):
        truth = dict(counts.cells())
        for key, cell in sent.cells():
            assert cell.unknown == (truth[key] is None)
            assert cell.unknown or (cell.shown is None) != (cell.mask is None)
            assert cell.shown is None or cell.shown == truth[key]
            assert not 0 < (cell.shown or 0) < year.threshold


def test_counts_that_contradict_one_another_are_refused() -> None:
    with pytest.raises(ValueError, match="make their total"):
        Counts(9, (Breakdown("language", {"french": 5, "english": 3}),))
    with pytest.raises(ValueError, match="make their total"):
        Counts(9, (Breakdown("language", {"french": 5, "english": None}),))
    with pytest.raises(ValueError, match="outside"):
        Counts(9, (Breakdown("need", {"job": 10}, additive=False),))
    with pytest.raises(ValueError, match="single category"):
        Counts(9, (Breakdown("language", {"french": 9}),))
    months = Breakdown("month", {"01": 9}, tells_of_each=False)
    need = Breakdown("need", {"job": 3}, additive=False)
    crossing = Crossing("month", "need", {("01", "job"): 3})
    with pytest.raises(ValueError, match="same columns"):
        Counts(9, (months, need), (crossing, crossing))
    with pytest.raises(ValueError, match="additive rows"):
        Counts(9, (months, need), (Crossing("need", "month", {("job", "01"): 3}),))
    with pytest.raises(ValueError, match="threshold"):
        mask(languages(french=9, english=0), threshold=2)


def test_a_true_count_is_not_in_the_words_of_a_sending() -> None:
    assert "20" not in repr(mask(languages(french=20, english=0)))


def test_a_whole_year_is_masked_within_a_second() -> None:
    """Twelve months by ten needs, languages, and the eleven sendings before."""
    rng = random.Random(7)  # noqa: S311  # invented families
    families = tuple(
        Family(month, month, rng.choice([0, 0, 0, 1, 2, 3, 4]), dict.fromkeys(needs, month))
        for month in range(12)
        for needs in [[one for one in range(10) if rng.random() < 0.3] for _ in range(20)]
    )
    counts = Year(5, 12, 7, 10, 12, families, crossed=True).counts()
    before: list[Masked] = []
    for one in counts[:-1]:
        before.append(mask(one, before))
    start = time.perf_counter()
    last = mask(counts[-1], before)
    assert time.perf_counter() - start < 1
    assert not last.withheld
