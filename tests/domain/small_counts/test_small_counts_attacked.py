"""Someone tries to undo the masks."""

from hypothesis import assume, given, settings

from ctg_desktop.domain.small_counts import Breakdown, Counts, Crossing, Mask, Masked, mask
from tests.domain.small_counts.attacker import TooPatientError, broken_promises, knowledge_of
from tests.domain.small_counts.worlds import Year, years


def found_out(sendings: list[Masked]) -> str | None:
    try:
        return next(broken_promises(sendings), None)
    except TooPatientError:
        assume(False)
        raise


def only_the_small(counts: Counts, threshold: int) -> Masked:
    """Mask as a spreadsheet would: what is small, and nothing else."""
    small = {key: Mask.SMALL for key, count in counts.cells() if count and 0 < count < threshold}
    return Masked(counts, threshold, small)


def languages(**counts: int | None) -> Counts:
    total = sum(one or 0 for one in counts.values())
    return Counts(total, (Breakdown("language", counts),))


def crossed(months: dict[str, int], housing: dict[str, int]) -> Counts:
    by_month = Breakdown("month", months, tells_of_each=False)
    need = Breakdown("need", {"housing": sum(housing.values())}, additive=False)
    cells = {(month, "housing"): count for month, count in housing.items()}
    return Counts(sum(months.values()), (by_month, need), (Crossing("month", "need", cells),))


@settings(deadline=None, max_examples=50)
@given(years())
def test_nothing_small_is_found_out_from_a_year_of_sendings(year: Year) -> None:
    assert found_out(year.sent()) is None


@settings(deadline=None, max_examples=25)
@given(years(crossed=True))
def test_nothing_small_is_found_out_from_months_crossed_with_needs(year: Year) -> None:
    assert found_out(year.sent()) is None


@settings(deadline=None, max_examples=25)
@given(years(crossed=True, corrected=True))
def test_nor_where_families_entered_by_mistake_are_taken_out(year: Year) -> None:
    assert found_out(year.sent()) is None


def test_the_attacker_undoes_masks_on_the_small_alone() -> None:
    counts = languages(french=12, english=2)
    assert found_out([only_the_small(counts, 5)]) is not None
    assert found_out([mask(counts)]) is None


def test_the_attacker_undoes_two_masks_whose_sum_is_small() -> None:
    counts = languages(french=12, english=1, arabic=1)
    assert found_out([only_the_small(counts, 5)]) is not None
    assert found_out([mask(counts)]) is None


def test_the_attacker_knows_that_nobody_stands_in_what_is_unknown() -> None:
    counts = languages(french=8, english=4, arabic=None)
    assert found_out([only_the_small(counts, 5)]) is not None
    assert found_out([mask(counts)]) is None


def test_the_attacker_finds_the_few_families_without_a_need() -> None:
    counts = Counts(14, (Breakdown("need", {"housing": 12}, additive=False),))
    assert found_out([only_the_small(counts, 5)]) is not None
    assert found_out([mask(counts)]) is None


def test_the_attacker_finds_the_one_family_between_two_sendings() -> None:
    january, april = languages(french=12, english=6), languages(french=17, english=7)
    assert found_out([mask(january), mask(april)]) is not None
    first = mask(january)
    assert found_out([first, mask(april, [first])]) is None


def test_the_attacker_finds_a_masked_count_through_a_later_sending() -> None:
    """Masked at first beside another; both grow past the threshold, and the sum was known."""
    first = mask(languages(french=20, english=2, arabic=6))
    later = languages(french=25, english=7, arabic=6)
    assert not only_the_small(later, 5).masks
    assert found_out([first, only_the_small(later, 5)]) is not None
    assert found_out([first, mask(later, [first])]) is None


def test_the_attacker_finds_a_need_of_every_family() -> None:
    counts = Counts(6, (Breakdown("need", {"housing": 6, "job": 0}, additive=False),))
    assert found_out([only_the_small(counts, 5)]) is not None
    sent = mask(counts)
    assert sent.cell(("need", "housing")).mask is Mask.EVERYONE
    assert found_out([sent]) is None


def test_the_attacker_finds_what_the_months_leave_to_a_need() -> None:
    """Eight of ten need housing; the two masked months have five families together."""
    counts = crossed({"01": 3, "02": 2, "03": 5}, {"01": 3, "02": 2, "03": 3})
    assert found_out([only_the_small(counts, 5)]) is not None
    assert found_out([mask(counts)]) is None


def test_the_attacker_finds_what_a_month_that_opened_again_leaves_to_it() -> None:
    """January is shown at last; in both months still masked, all families need housing."""
    housing = {"01": 1, "02": 2, "03": 3, "04": 6}
    first = mask(crossed({"01": 2, "02": 2, "03": 3, "04": 10}, housing))
    housing |= {"01": 2, "02": 4, "03": 6}
    later = crossed({"01": 10, "02": 4, "03": 6, "04": 10}, housing)
    sent = mask(later, [first], secret=b"1")
    assert sent.cell(("month", "01")).shown == 10
    careless = {key: why for key, why in sent.masks.items() if key[1] != "04"}
    assert found_out([first, Masked(later, 5, careless)]) is not None
    assert found_out([first, sent]) is None


def test_the_attacker_finds_that_all_families_of_the_masked_months_have_a_need() -> None:
    months = {"01": 3, "02": 3, "03": 12}
    counts = crossed(months, {"01": 3, "02": 3, "03": 6})
    sent = mask(counts)
    careless = {key: why for key, why in sent.masks.items() if key[1] != "03"}
    assert found_out([Masked(counts, 5, careless)]) is not None
    assert found_out([sent]) is None


def test_the_attacker_finds_what_a_small_month_leaves_to_another() -> None:
    """February has five families and no more, so that two of January’s need housing at least."""
    counts = crossed({"01": 9, "02": 5, "03": 20}, {"01": 2, "02": 5, "03": 8})
    sent = mask(counts)
    careless = {key: why for key, why in sent.masks.items() if key[1] != "03"}
    assert found_out([Masked(counts, 5, careless)]) is not None
    assert found_out([sent]) is None


def test_the_attacker_finds_one_more_need_in_the_masked_months() -> None:
    first = mask(crossed({"01": 6, "02": 2, "03": 20}, {"01": 5, "02": 0, "03": 10}))
    later = crossed({"01": 6, "02": 2, "03": 25}, {"01": 6, "02": 0, "03": 14})
    sent = mask(later, [first])
    assert sent.masks[("need", "housing")] is Mask.COMPLEMENT
    careless = {key: why for key, why in sent.masks.items() if key[0] == "month" and key[1] != "03"}
    assert found_out([first, Masked(later, 5, careless)]) is not None
    assert found_out([first, sent]) is None


def in_turn(threshold: int, *counted: Counts) -> list[Masked]:
    sent: list[Masked] = []
    for counts in counted:
        sent.append(mask(counts, sent, threshold))
    return sent


def test_a_month_that_was_shown_once_leaves_less_room_to_another() -> None:
    """January has eight families at least: beside it, of ten, February had two at most."""
    sent = in_turn(
        3,
        crossed({"01": 8}, {"01": 2}),
        crossed({"01": 8, "02": 2, "03": 13}, {"01": 2, "02": 2, "03": 6}),
    )
    assert sent[1].cell(("month", "03")).mask is Mask.COMPLEMENT
    assert found_out(sent) is None


def test_new_months_with_somebody_in_them_do_not_tell_how_a_need_grew() -> None:
    sent = in_turn(
        5,
        crossed({"01": 30}, {"01": 20}),
        crossed({"01": 30, "02": 8}, {"01": 20, "02": 2}),
        crossed({"01": 30, "02": 8, "03": 9, "04": 8}, {"01": 20, "02": 2, "03": 2, "04": 2}),
    )
    assert sent[1].cell(("need", "housing")).mask is Mask.GROWTH
    assert found_out(sent) is None


def test_a_need_that_was_masked_was_somebody_and_leaves_less_to_new_months() -> None:
    sent = in_turn(
        3,
        crossed({"01": 1, "02": 2}, {"01": 1, "02": 0}),
        crossed(
            {"01": 1, "02": 2, "03": 1, "04": 2, "05": 6, "06": 4},
            {"01": 1, "02": 0, "03": 1, "04": 0, "05": 1, "06": 0},
        ),
    )
    assert found_out(sent) is None


def test_a_need_masked_in_between_does_not_tell_of_its_months() -> None:
    sent = in_turn(
        3,
        crossed({"01": 1, "02": 2}, {"01": 0, "02": 2}),
        crossed({"01": 7, "02": 7}, {"01": 2, "02": 7}),
        crossed({"01": 8, "02": 9}, {"01": 3, "02": 9}),
    )
    assert found_out(sent) is None


def test_months_that_opened_again_do_not_tell_that_a_need_grew_much() -> None:
    sent = in_turn(
        5,
        crossed({"01": 7, "02": 3}, {"01": 4, "02": 1}),
        crossed({"01": 15, "02": 6}, {"01": 8, "02": 6}),
        crossed({"01": 20, "02": 11}, {"01": 11, "02": 10}),
    )
    assert found_out(sent) is None


@settings(deadline=None, max_examples=25)
@given(years())
def test_the_attacker_never_excludes_the_truth(year: Year) -> None:
    """What is known of the sendings fits what was counted, or the attacker would know nothing."""
    sent = year.sent()
    known = knowledge_of(sent, limit=200)
    for place, one in enumerate(sent):
        for key, count in one.counts.cells():
            assert known.allows([((place, key), 1)], count or 0)
