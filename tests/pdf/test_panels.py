"""Text that flows through panels: folded sheets, labels, filler pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctg_desktop.pdf.blocks import Block, Break, Group, Heading, Paragraph, Space, WritingLines
from ctg_desktop.pdf.document import Document, Panel, Section
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.render import render
from ctg_desktop.pdf.style import A4, PageSetup
from ctg_desktop.pdf.tables import Table
from tests.pdf.reading import Letter, Tagged, letters, letters_of_pages, plain
from tests.pdf.small_papers import document, paper, printed, section, text

WORDS = "Le marché se tient chaque mardi matin sur la place de la République, et accueille"
FOLDED = PageSetup(A4[1], A4[0], 30, 30, 30, 30, mirrored=False)
THREE = tuple(Panel(page, 30 + place * 270, 40, 240, 500) for page in (0, 1) for place in range(3))
NO_FOOT = Furniture()


def sheet(*blocks: Block, panels: tuple[Panel, ...] = THREE, first_panel: int = 0) -> Document:
    """A folded sheet without furniture."""
    flowing = section(
        *blocks, panels=panels, first_panel=first_panel, page=FOLDED, furniture=NO_FOOT
    )
    return document(flowing)


def places(paper_: Document) -> list[list[Letter]]:
    """The letters of each page, where they stand."""
    rendered = render(paper_)
    return list(letters_of_pages(rendered.content))


def inside(letter: Letter, panel: Panel) -> bool:
    """Whether a letter stands in a panel."""
    return (
        panel.x - 1 <= letter.left
        and letter.right <= panel.x + panel.width + 1
        and panel.y - 1 <= letter.top
        and letter.bottom <= panel.y + panel.height + 1
    )


def where(pages: list[list[Letter]], sign: str, panels: tuple[Panel, ...] = THREE) -> list[int]:
    """Numbers of the panels in which a letter stands."""
    rounds = 1 + max(panel.page for panel in panels)
    return [
        number
        for page, found in enumerate(pages)
        for letter in found
        if letter.said == sign
        for number, panel in enumerate(panels)
        if panel.page == page % rounds and inside(letter, panel)
    ]


def test_text_flows_through_panels_in_reading_order_and_rounds() -> None:
    said = [f"mot{number}" for number in range(400)]
    paper_ = sheet(*(Paragraph(text(word)) for word in said))
    tagged = Tagged(render(paper_).content)
    assert [plain(one.text) for one in tagged.tree.all("P")] == said
    assert len(tagged.pdf.pages) == 4
    for page, found in enumerate(places(paper_)):
        here = [panel for panel in THREE if panel.page == page % 2]
        assert all(any(inside(letter, panel) for panel in here) for letter in found)


def test_a_round_has_all_its_pages() -> None:
    tagged = printed(section(Paragraph(text("court")), panels=THREE, page=FOLDED))
    assert len(tagged.pdf.pages) == 2


def test_panels_may_be_left_empty_in_the_first_round_only() -> None:
    blocks = [block for sign in "ABCDEFG" for block in (Paragraph(text(sign)), Break())]
    pages = places(sheet(*blocks, first_panel=4))
    assert [where(pages, sign)[0] for sign in "ABCDEFG"] == [4, 5, 0, 1, 2, 3, 4]
    assert len(pages) == 4


def test_labels_that_fill_their_sheet_leave_no_empty_sheet() -> None:
    blocks = [block for _ in range(6) for block in (Paragraph(text("A")), Break())]
    pages = places(sheet(*blocks))
    assert [where(pages, "A")] == [[0, 1, 2, 3, 4, 5]]
    assert len(pages) == 2


def test_two_breaks_leave_a_panel_empty() -> None:
    pages = places(sheet(Paragraph(text("A")), Break(), Break(), Paragraph(text("B"))))
    assert (where(pages, "A"), where(pages, "B")) == ([0], [2])


def test_a_break_to_the_next_page_skips_panels() -> None:
    pages = places(sheet(Paragraph(text("A")), Break(page=True), Paragraph(text("B"))))
    assert (where(pages, "A"), where(pages, "B")) == ([0], [3])


def test_space_fills_its_own_panel() -> None:
    pages = places(
        sheet(
            Space(fill=True),
            Paragraph(text("A")),
            Space(fill=True),
            Break(),
            Space(fill=True),
            Paragraph(text("B")),
        )
    )
    (a,) = (one for one in pages[0] if one.said == "A")
    (b,) = (one for one in pages[0] if one.said == "B")
    panel = THREE[0]
    assert (a.top + a.bottom) / 2 == pytest.approx(panel.y + panel.height / 2, abs=2)
    assert b.bottom == pytest.approx(panel.y + panel.height - 2.8, abs=2)
    assert b.left == pytest.approx(THREE[1].x, abs=1)


def test_groups_that_fit_a_panel_are_not_cut() -> None:
    groups = [Group(tuple(Paragraph(text(sign)) for _ in range(15))) for sign in "ABCDEFGH"]
    pages = places(sheet(*groups))
    for sign in "ABCDEFGH":
        assert len(set(where(pages, sign))) == 1
        assert len(where(pages, sign)) == 15


def test_a_heading_goes_to_the_next_panel_with_its_text() -> None:
    filler = [Paragraph(text("A"))] * 40
    pages = places(sheet(*filler, Heading(2, text("B")), Paragraph(text("C"))))
    assert (where(pages, "B"), where(pages, "C")) == ([1], [1])


def test_no_first_or_last_line_is_left_alone_in_a_panel() -> None:
    panels = tuple(Panel(0, 30 + 150 * place, 40, 120, 12 * 5) for place in range(4))
    lines = Paragraph(text("A " * 170))
    (page,) = places(sheet(Paragraph(text("B")), lines, panels=panels))
    tops = {
        number: {round(one.top) for one in page if one.said == "A" and inside(one, panel)}
        for number, panel in enumerate(panels)
    }
    assert all(len(rows) != 1 for rows in tops.values())


def test_text_takes_the_width_of_the_panel_it_stands_in() -> None:
    narrow, wide = Panel(0, 30, 30, 100, 60), Panel(0, 200, 30, 400, 300)
    first, second = (Paragraph(text(sign + WORDS[1:])) for sign in "ZW")
    (page,) = places(sheet(first, second, panels=(narrow, wide)))
    in_narrow = [one for one in page if inside(one, narrow)]
    in_wide = [one for one in page if inside(one, wide)]
    assert len(in_narrow) + len(in_wide) == len(page)
    assert len({round(one.bottom) // 6 for one in in_narrow}) >= 3
    assert max(one.right for one in in_wide) > 350


def test_what_is_cut_between_panels_takes_the_width_of_the_narrowest() -> None:
    panels = (Panel(0, 30, 30, 300, 60), Panel(0, 400, 30, 120, 400))
    long = Paragraph(text(WORDS * 6))
    tagged = printed(section(Heading(2, text("T")), long, panels=panels, page=FOLDED))
    assert plain(tagged.tree.all("P")[0].text) == plain(WORDS * 6)
    assert len(tagged.tree.all("H2")) == 1
    (page,) = places(sheet(Heading(2, text("T")), long, panels=panels))
    assert all(any(inside(one, panel) for panel in panels) for one in page)


def test_a_group_skips_panels_too_small_for_it() -> None:
    panels = (Panel(0, 30, 30, 200, 60), Panel(0, 300, 30, 150, 30), Panel(0, 500, 30, 250, 300))
    group = Group(tuple(Paragraph(text("A")) for _ in range(10)))
    pages = places(sheet(Paragraph(text("B")), group, panels=panels))
    assert set(where(pages, "A", panels)) == {2}
    assert len(pages) == 1


def test_what_is_higher_than_every_panel_is_cut() -> None:
    panels = (Panel(0, 30, 30, 40, 60), Panel(0, 100, 30, 90, 30))
    group = Group(tuple(Paragraph(text(f"A{number}")) for number in range(30)))
    rows = tuple((text("x " * 60), text("B")) for _ in range(3))
    table = Table((text("Un titre bien long"), text("B")), rows, (1, 1))
    tagged = printed(section(group, table, panels=panels, page=FOLDED))
    assert [plain(one.text) for one in tagged.tree.all("P")] == [f"A{n}" for n in range(30)]
    assert len(tagged.tree.all("TD")) == 6


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(8, 300), st.floats(5, 300)),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.sampled_from(["mot", WORDS, "x" * 80]), min_size=1, max_size=6),
)
def test_whatever_the_panels_nothing_is_lost(
    sizes: list[tuple[float, float]], said: list[str]
) -> None:
    panels = tuple(Panel(number % 2, 10, 10, *size) for number, size in enumerate(sizes))
    blocks = [
        part
        for number, words in enumerate(said)
        for part in (Heading(2, text(f"T{number}")), Paragraph(text(words)))
    ]
    tagged = printed(section(*blocks, panels=panels, page=FOLDED, furniture=NO_FOOT))
    assert [plain(one.text) for one in tagged.tree.all("P")] == said
    assert len(tagged.tree.all("H2")) == len(said)


def test_a_masthead_stands_above_the_columns_of_the_first_page() -> None:
    title = (Heading(1, text("Z")),)
    blocks = [Paragraph(text("A"))] * 100
    rendered = render(document(section(*blocks, masthead=title, columns=2, furniture=NO_FOOT)))
    first, second = (letters(rendered.content, page) for page in (1, 2))
    (head,) = (one for one in first if one.said == "Z")
    columns = sorted({round(one.left) for one in first if one.said == "A"})
    assert len(columns) == 2
    tops = [
        min(one.top for one in first if round(one.left) == x and one.said == "A") for x in columns
    ]
    assert tops[0] == pytest.approx(tops[1])
    assert tops[0] > head.bottom + 10
    assert min(one.top for one in second) < head.bottom


def test_a_masthead_before_panels_flows_with_the_text() -> None:
    flowing = section(
        Paragraph(text("A")), masthead=(Heading(1, text("Z")),), panels=THREE, page=FOLDED
    )
    assert plain(printed(flowing).tree.text) == "ZA"


@pytest.mark.parametrize(
    ("pages", "behind", "expected"), [(1, 0, 3), (3, 1, 0), (4, 1, 3), (2, 0, 2)]
)
def test_filler_pages_complete_a_multiple(pages: int, behind: int, expected: int) -> None:
    body = [section(Paragraph(text(f"page {number}"))) for number in range(pages)]
    notes: Section = section(
        Heading(1, text("Notes"), "notes", "Notes"),
        WritingLines(fill=True),
        multiple=4,
        pages_after=behind,
    )
    back = [section(Paragraph(text("dos"))) for _ in range(behind)]
    tagged = printed(*body, notes, *back)
    assert len(tagged.pdf.pages) % 4 == 0
    headings = tagged.tree.all("H1")
    assert [one.pages for one in headings] == [{pages + 1 + number} for number in range(expected)]
    assert "/Outlines" not in tagged.root


def test_page_numbers_start_again_where_asked() -> None:
    letter = section(
        Paragraph(text("A")),
        Break(page=True),
        Paragraph(text("B")),
        furniture=Furniture(numbered=True, restart=True),
    )
    assert printed(letter, letter).artifacts == ["", "2", "", "2"]


def test_columns_remain_what_they_were() -> None:
    words = [f"mot{number}" for number in range(200)]
    tagged = paper(*(Paragraph(text(word)) for word in words), columns=3)
    assert [plain(one.text) for one in tagged.tree.all("P")] == words


def test_reading_order_goes_back_to_an_earlier_page() -> None:
    there_and_back = (
        Panel(1, 30, 30, 100, 60),
        Panel(0, 30, 30, 100, 60),
        Panel(1, 200, 30, 100, 60),
    )
    said = " ".join(f"mot{number}" for number in range(40))
    tagged = printed(section(Paragraph(text(said)), panels=there_and_back, page=FOLDED))
    (paragraph,) = tagged.tree.all("P")
    assert plain(paragraph.text) == said
    assert [page for page, _ in paragraph.marks] == [1, 0, 1]
