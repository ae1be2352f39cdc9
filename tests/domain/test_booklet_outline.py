from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.booklet import BACK_COVER, CALENDAR, END, OWN_TEXT, PARTS, BookletPart
from ctg_desktop.domain.booklet_order import Piece, arranged
from ctg_desktop.domain.booklet_outline import (
    can_move,
    fresh_text_code,
    is_own_text,
    moved,
    taken_apart,
    with_shown,
)
from ctg_desktop.domain.category import CATEGORIES, Category

OWN = tuple(
    BookletPart(f"{OWN_TEXT}{number}", title=f"Texte {number}", text="Un mot.")
    for number in range(1, 4)
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[Piece, ...]:
    """Return any list a person can reach."""
    chapters = draw(st.lists(st.sampled_from(CATEGORIES), unique=True))
    texts = draw(st.lists(st.sampled_from(OWN), unique=True))
    inside = [one for one in PARTS if one.code != BACK_COVER]
    (cover,) = (one for one in PARTS if one.code == BACK_COVER)
    order = draw(st.permutations([*chapters, *texts, *inside]))
    return (*(with_shown(one, draw(st.booleans())) for one in order), cover)


def names(pieces: tuple[Piece, ...]) -> list[tuple[str, object]]:
    return [
        (one.code, replace(one, position=0) if isinstance(one, Category) else one.shown)
        for one in pieces
    ]


@given(lists())
def test_what_is_kept_of_a_list_gives_the_list_again(pieces: tuple[Piece, ...]) -> None:
    outline = taken_apart(pieces)
    assert names(arranged(outline.categories, outline.parts)) == names(pieces)
    assert [one.position for one in outline.categories] == list(range(len(outline.categories)))


@given(lists())
def test_taking_apart_twice_changes_nothing_more(pieces: tuple[Piece, ...]) -> None:
    outline = taken_apart(pieces)
    assert taken_apart(arranged(outline.categories, outline.parts)) == outline


@given(lists(), st.integers(-2, 30), st.sampled_from((-1, 1)))
def test_a_move_keeps_every_piece_and_can_be_taken_back(
    pieces: tuple[Piece, ...], row: int, step: int
) -> None:
    after = moved(pieces, row, step)
    assert sorted(one.code for one in after) == sorted(one.code for one in pieces)
    assert after[-1].code == BACK_COVER
    assert (after != pieces) == can_move(pieces, row, step)
    assert moved(after, row + step, -step) == pieces or after == pieces


@given(lists())
def test_a_chapter_added_at_the_end_stands_before_what_closes_the_booklet(
    pieces: tuple[Piece, ...],
) -> None:
    outline = taken_apart(pieces)
    closing = [one.code for one in outline.parts if one.after == END]
    added = Category("marche", "Le marché", "", 99, "#1f5f5b")
    codes = [one.code for one in arranged((*outline.categories, added), outline.parts)]
    assert all(codes.index(code) > codes.index("marche") for code in closing)


def test_the_booklet_as_it_comes_is_a_list_that_holds_all() -> None:
    pieces = arranged(CATEGORIES, PARTS)
    outline = taken_apart(pieces)
    assert outline.categories == CATEGORIES
    assert arranged(outline.categories, outline.parts) == arranged(CATEGORIES, PARTS)
    assert {one.code for one in outline.parts} == {one.code for one in PARTS}
    assert CALENDAR in {one.code for one in pieces}


def test_the_back_cover_stays_the_last_page() -> None:
    pieces = arranged(CATEGORIES, PARTS)
    last = len(pieces) - 1
    assert not can_move(pieces, last, -1)
    assert not can_move(pieces, last - 1, 1)
    assert can_move(pieces, last - 1, -1)


@given(lists())
def test_another_text_has_a_code_of_its_own(pieces: tuple[Piece, ...]) -> None:
    code = fresh_text_code(pieces)
    assert code not in {one.code for one in pieces}
    assert is_own_text(BookletPart(code))


def test_a_code_that_is_no_number_does_not_disturb() -> None:
    assert fresh_text_code((BookletPart(f"{OWN_TEXT}ancien"),)) == f"{OWN_TEXT}1"
