"""Where the parts of a booklet stand between its chapters."""

from __future__ import annotations

from dataclasses import replace

from ctg_desktop.domain.booklet import BACK_COVER, END, INDEX, OWN_TEXT, PARTS, BookletPart
from ctg_desktop.domain.booklet_order import arranged, completed, is_shown
from ctg_desktop.domain.category import CATEGORIES, Category

OWN = BookletPart(f"{OWN_TEXT}1", title="Le marché", text="Chaque jeudi.")


def codes(parts: tuple[BookletPart, ...], categories: tuple[Category, ...] = CATEGORIES) -> str:
    """The codes in the order printed."""
    return " ".join(piece.code for piece in arranged(categories, parts))


def test_the_order_of_a_new_booklet() -> None:
    chapters = [category.code for category in CATEGORIES]
    expected = ["contents", "mayor-word", *chapters[:-1], "calendar", chapters[-1]]
    assert codes(PARTS) == " ".join([*expected, "index", "back-cover"])


def test_a_part_follows_its_chapter_wherever_that_goes() -> None:
    own = replace(OWN, after="health")
    moved = (CATEGORIES[3], *CATEGORIES[:3], *CATEGORIES[4:])
    assert "contents mayor-word health text-1 town-hall" in codes((*PARTS, own), moved)


def test_parts_behind_the_same_chapter_keep_their_order() -> None:
    second = replace(OWN, code=f"{OWN_TEXT}2", after="health")
    first = replace(OWN, after="health")
    assert "health text-2 text-1 solidarity-rights" in codes((second, first, *PARTS))


def test_a_chapter_that_is_gone_stands_for_the_end() -> None:
    assert codes((*PARTS, replace(OWN, after="markets"))).endswith("index text-1 back-cover")


def test_the_index_stays_at_the_end_when_a_chapter_is_added() -> None:
    added = Category("markets", "Marchés", "", 12, "#1d5b79")
    assert codes(PARTS, (*CATEGORIES, added)).endswith("markets index back-cover")


def test_nothing_comes_after_the_back_cover() -> None:
    early = tuple(replace(one, after="") if one.code == BACK_COVER else one for one in PARTS)
    assert codes((*early, replace(OWN, after=END))).endswith("text-1 back-cover")


def test_standard_parts_that_were_not_known_are_added_at_their_place() -> None:
    old = tuple(one for one in PARTS if one.code not in {INDEX, "mayor-word"})
    assert completed((*old, OWN)) == (*PARTS, OWN)
    assert completed(()) == PARTS


def test_what_is_hidden_keeps_its_place_and_is_not_shown() -> None:
    hidden = tuple(replace(one, shown=False) for one in PARTS)
    pieces = arranged(tuple(replace(one, hidden=True) for one in CATEGORIES), hidden)
    assert len(pieces) == len(PARTS) + len(CATEGORIES)
    assert not any(map(is_shown, pieces))
    assert all(map(is_shown, arranged(CATEGORIES, PARTS)))
