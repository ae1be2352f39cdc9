"""A booklet for one family: what it chose comes first, and once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from ctg_desktop.domain.papers import BookletOptions, Language
from ctg_desktop.domain.progress import Cancelled
from ctg_desktop.errors import UserError
from ctg_desktop.pdf.booklet import booklet_document
from ctg_desktop.pdf.render import render
from tests.pdf.invented import content
from tests.pdf.reading import Tagged, plain

OPTIONS = BookletOptions(needs=("childcare", "mobility"), chosen=("l00002", "l00060"))


@cache
def printed(options: BookletOptions) -> Tagged:
    """A booklet of the invented commune."""
    return Tagged(render(booklet_document(content(), options)).content)


def test_what_was_chosen_comes_before_the_chapters() -> None:
    tagged = printed(OPTIONS)
    titles = [plain(one.text) for one in tagged.tree.all("H1")]
    assert titles[2:5] == ["Le mot du maire", "Choisi pour vous", "La mairie"]
    chosen = tagged.tree.kids[3]
    needs = [plain(one.text) for one in chosen.all("H2")]
    assert needs == ["Vos fiches", "Garde d’enfants", "Se déplacer"]
    entries = [plain(one.text) for one in chosen.all("H3")]
    assert entries[:2] == [content().listings[2].name, content().listings[60].name]
    assert "Navette du marché" in entries


def test_nothing_is_printed_twice_and_nothing_is_lost() -> None:
    tagged = printed(OPTIONS)
    headings = Counter(plain(one.text) for one in tagged.tree.all("H2", "H3"))
    for listing in content().listings:
        assert headings[plain(listing.name)] == 1, listing.name


def test_a_chapter_whose_entries_were_all_chosen_is_left_out() -> None:
    titles = [plain(one.text) for one in printed(OPTIONS).tree.all("H1")]
    assert "Se déplacer" not in titles


def test_only_what_was_chosen() -> None:
    tagged = printed(replace(OPTIONS, only_chosen=True, needs=("mobility",)))
    titles = [plain(one.text) for one in tagged.tree.all("H1")]
    assert titles[1:6] == ["Sommaire", "Le mot du maire", "Choisi pour vous", "Agenda", "Index"]
    index = next(one for one in tagged.tree.kids if plain(one.all("H1")[0].text) == "Index")
    names = [plain(one.text).rpartition(" ")[0] for one in index.all("LI")]
    assert "Pharmacie de la Halle" not in names
    assert "Navette du marché" in names


def test_in_english() -> None:
    tagged = printed(replace(OPTIONS, language=Language.ENGLISH))
    needs = [plain(one.text) for one in tagged.tree.kids[3].all("H1", "H2")]
    assert needs == ["Chosen for you", "Picked for you", "Childcare", "Getting around"]


def test_an_unknown_need_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        booklet_document(content(), BookletOptions(needs=("bonheur",)))
    assert refused.value.code == "need-unknown"


def test_building_can_be_cancelled_from_the_first_entry() -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        booklet_document(content(), BookletOptions(), stop)
    assert len(told) == 4
