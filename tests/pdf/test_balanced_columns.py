"""The last page of columns: one height for all, in reading order, headers and anchors in place."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ctg_desktop.domain.progress import silent
from ctg_desktop.pdf.blocks import Block, Break, Group, Heading, Paragraph
from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.tables import Table
from ctg_desktop.pdf.typesetting.layout import Layout, lay_out
from ctg_desktop.pdf.typesetting.pages import Page
from tests.pdf.pages import plain
from tests.pdf.small_papers import document, printed, section, text

HEAD = (Heading(1, text("Rubrique"), "rubrique", "Rubrique"),)


def entries(count: int, lines: int = 4) -> tuple[Block, ...]:
    """Entries of a heading and some lines, each on one page."""
    return tuple(
        Group(
            (
                Heading(2, text(f"Fiche {number}"), f"fiche-{number}"),
                *(Paragraph(text(f"Ligne {number}.{line}")) for line in range(lines)),
            )
        )
        for number in range(count)
    )


def laid_out(*sections: Section) -> Layout:
    """Lay sections out."""
    return lay_out(document(*sections), silent)


def depths(page: Page) -> list[float]:
    """How far down each room of a page is filled."""
    stretches = [placed for _, placed in page.stretches() if placed]
    return [max(one.top + one.atom.height for one in placed) for placed in stretches]


def columns_of(page: Page) -> list[list[str]]:
    """The anchors of each room of a page."""
    found = [
        [name for one in placed for name in one.atom.anchors] for _, placed in page.stretches()
    ]
    return [names for names in found if names]


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("count", [2, 3, 5, 8, 14, 19, 31])
def test_columns_of_the_last_page_end_within_one_entry(columns: int, count: int) -> None:
    pages = laid_out(section(*entries(count), columns=columns, masthead=HEAD)).pages
    last = pages[-1]
    names = [name for page in pages for column in columns_of(page) for name in column]
    assert [name for name in names if name != "rubrique"] == [f"fiche-{n}" for n in range(count)]
    filled = [column for column in columns_of(last) if column != ["rubrique"]]
    placed = sum(map(len, filled))
    assert len(filled[0]) == -(-placed // columns)
    assert all(len(one) >= len(other) for one, other in pairwise(filled))


def test_other_pages_stay_as_they_were() -> None:
    some = laid_out(section(*entries(60), columns=2, masthead=HEAD)).pages
    more = laid_out(section(*entries(90), columns=2, masthead=HEAD)).pages
    assert len(some) > 2
    for page, same in zip(some[:-1], more[: len(some) - 1], strict=True):
        assert columns_of(page) == columns_of(same)
        assert [one.top for one in page.placed] == [one.top for one in same.placed]


def test_what_is_sent_to_the_next_column_stays_there() -> None:
    first, second = entries(5), entries(1, lines=1)
    pages = laid_out(section(*first, Break(), *second, columns=2)).pages
    assert [len(column) for column in columns_of(pages[-1])] == [5, 1]


def test_a_table_cut_between_columns_says_its_header_again() -> None:
    rows = tuple((text(f"Jour {number}"), text("Marché")) for number in range(20))
    table = Table((text("Quand"), text("Quoi")), rows, (1, 1))
    (page,) = laid_out(section(table, columns=2)).pages
    left, right = depths(page)
    assert abs(left - right) < 30
    tagged = printed(section(table, columns=2))
    assert [plain(one.text) for one in tagged.tree.all("TH")] == ["Quand", "Quoi"]
    assert sum("Quand" in artifact for artifact in tagged.artifacts) == 1


def test_an_entry_higher_than_a_column_is_left_where_it_was_cut() -> None:
    (long,) = entries(1, lines=120)
    pages = laid_out(section(long, *entries(2), columns=2)).pages
    text_height = pages[-1].setup.top + pages[-1].setup.text_height
    assert all(depth <= text_height + 0.1 for page in pages for depth in depths(page))


def test_the_title_stays_above_its_columns() -> None:
    (page,) = laid_out(section(*entries(4), columns=2, masthead=HEAD)).pages
    title, *rest = page.placed
    assert title.atom.anchors == ("rubrique",)
    tops = {placed[0].top for _, placed in list(page.stretches())[1:]}
    assert len(tops) == 1
    assert min(one.top for one in rest) > title.top
