"""Lines, columns and pages, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.pdf.blocks import Group, Paragraph
from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.style import Align, TextStyle, Weight
from ctg_desktop.pdf.typesetting.atoms import Atom, Tie, tied
from ctg_desktop.pdf.typesetting.blocks import set_block
from ctg_desktop.pdf.typesetting.faces import face
from ctg_desktop.pdf.typesetting.frame import Frame
from ctg_desktop.pdf.typesetting.lines import Line
from ctg_desktop.pdf.typesetting.pages import Page
from ctg_desktop.pdf.typesetting.pagination import Paginator
from ctg_desktop.pdf.typesetting.rooms import Rooms
from ctg_desktop.pdf.typesetting.scripts import joined_forms, visual_order
from ctg_desktop.pdf.typesetting.shaping import Shaper
from ctg_desktop.pdf.typesetting.structure import Element
from tests.pdf.small_papers import PAGE, SHEET

FRENCH = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ"
    " \u00a0\u202f\u2011.,;:!?…’'\"«»“”()[]/-–—·•€%‰°²³½¼¾§©®™&@#*+=×÷<>ªº"
)
TEXTS = st.text(alphabet="abcé WAVÉ-/.@ œ’»!\u00a0\u202f", max_size=200)


def frame(width: float = 120.0) -> Frame:
    """A column of a paper."""
    return Frame(Shaper(), SHEET, 0.0, width, "#1f5f5b", Element("Document"))


def said(column: Frame, lines: list[Line]) -> str:
    """The letters of lines, read back from their codes."""
    found: list[str] = []
    for line in lines:
        for span in line.spans:
            letters = column.shaper.uses[span.face].said
            hexadecimal = "".join(part.split("<")[-1] for part in span.codes.split(">"))
            found.extend(
                letters[int(hexadecimal[at : at + 4], 16) - 1]
                for at in range(0, len(hexadecimal), 4)
            )
    return "".join(found)


@given(text=TEXTS, balanced=st.booleans())
def test_no_line_is_wider_than_its_column(text: str, balanced: bool) -> None:
    column = frame()
    style = TextStyle(10, 12, balanced=balanced)
    lines = column.lines((Run(text),), style, None)
    assert all(line.width <= column.width + 0.5 for line in lines)


@given(TEXTS)
def test_lines_say_the_whole_text_and_part_words_with_spaces(text: str) -> None:
    column = frame(4000.0)
    narrow = frame(60.0)
    style = TextStyle(10, 12)
    whole = said(column, column.lines((Run(text),), style, None))
    cut = said(narrow, narrow.lines((Run(text),), style, None))
    assert whole.split(" ") == cut.split(" ") == [word for word in text.split(" ") if word] or not (
        text.strip(" ")
    )


@pytest.mark.parametrize("weight", list(Weight))
def test_the_typeface_says_every_french_letter(weight: Weight) -> None:
    assert [letter for letter in FRENCH if not face(weight).can_say(letter)] == []


def test_a_narrow_space_is_narrower_than_a_space() -> None:
    shaper = Shaper()
    narrow, plain, no_break = (shaper.width(one, Weight.REGULAR) for one in "\u202f \u00a0")
    assert 0 < narrow < plain == no_break


def test_advances_are_those_of_the_glyphs() -> None:
    chosen = face(Weight.REGULAR)
    metrics = chosen.program.hmetrics
    assert all(metrics[glyph][0] == chosen.widths[one] for one, glyph in chosen.glyphs.items())


def test_a_soft_hyphen_is_not_drawn() -> None:
    assert Shaper().width("co\u00adop", Weight.REGULAR) == Shaper().width("coop", Weight.REGULAR)


def test_capitals_are_kerned() -> None:
    shaper = Shaper()
    together = shaper.width("AV", Weight.BOLD)
    apart = shaper.width("A", Weight.BOLD) + shaper.width("V", Weight.BOLD)
    assert together < apart - 20


def test_titles_shrink_rather_than_cut_a_word() -> None:
    column = frame(100)
    style = TextStyle(30, 36, smallest=8)
    atoms = column.paragraph((Run("Anticonstitutionnellement"),), style, Element("H1"))
    assert len(atoms) == 1
    assert atoms[0].height < 36


@pytest.mark.parametrize(
    ("align", "share"), [(Align.LEFT, 0), (Align.CENTRE, 0.5), (Align.RIGHT, 1)]
)
def test_lines_stand_where_their_style_says(align: Align, share: float) -> None:
    column = frame(200)
    style = TextStyle(10, 12, align=align)
    (line,) = column.lines((Run("mot"),), style, None)
    mark = column.text_mark(line, style)
    assert mark.x + mark.spans[0].x == pytest.approx(share * (200 - line.width))


def test_arabic_letters_join_their_neighbours() -> None:
    drawn = [form for _, form in visual_order(joined_forms("سلام"))]
    assert drawn == ["\ufee1", "\ufe8e", "\ufee0", "\ufeb3"]


def test_numbers_keep_their_direction_in_right_to_left_words() -> None:
    letters = [(letter, letter) for letter in "א12ב"]
    assert "".join(said_ for said_, _ in visual_order(letters)) == "ב12א"


def paginated(atoms: list[Atom]) -> list[Page]:
    """Slices on pages of the booklet."""
    section = Section("", ())
    paginator = Paginator(section, PAGE, 1, Rooms(section, PAGE, 0.0, 1))
    paginator.place(atoms)
    return paginator.finished()


HEIGHTS = st.lists(st.floats(1, PAGE.text_height), min_size=1, max_size=60)


@given(HEIGHTS)
def test_nothing_is_lost_nor_overflows(heights: list[float]) -> None:
    atoms = [Atom(height, before=3.0) for height in heights]
    pages = paginated(atoms)
    assert [placed.atom for page in pages for placed in page.placed] == atoms
    for page in pages:
        last = page.placed[-1]
        assert last.top + last.atom.height <= PAGE.height - PAGE.bottom + 0.1


@given(st.lists(st.lists(st.floats(1, 90), min_size=1, max_size=5), min_size=1, max_size=30))
def test_groups_that_fit_a_page_are_not_cut(groups: list[list[float]]) -> None:
    tied_groups = [tied([Atom(height) for height in group], Tie.GROUP) for group in groups]
    pages = paginated([atom for group in tied_groups for atom in group])
    where = {id(placed.atom): page.number for page in pages for placed in page.placed}
    for group in tied_groups:
        assert len({where[id(atom)] for atom in group}) == 1


def test_springs_share_what_is_left_of_the_page() -> None:
    pages = paginated([Atom(20), Atom(0, fill=True), Atom(30)])
    (page,) = pages
    assert page.placed[-1].top == pytest.approx(PAGE.height - PAGE.bottom - 30)


def test_a_paragraph_leaves_no_line_alone() -> None:
    column = frame(80)
    text = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
    atoms = set_block(Group((Paragraph((Run(text),)),)), column)
    assert len(atoms) > 3
    assert atoms[0].tie is Tie.HARD
    assert atoms[-2].tie is Tie.HARD


@pytest.mark.parametrize(("width", "count"), [(120, 3), (150, 2), (180, 2)])
def test_a_balanced_name_that_has_to_be_cut_leaves_no_short_end(width: int, count: int) -> None:
    name = "Saint-Germain-de-Tallevende-la-Lande-Vaumont"
    column = frame(width)
    lines = column.lines((Run(name),), TextStyle(10, 12, balanced=True), None)
    assert said(column, lines) == name
    assert len(lines) == count
    assert min(line.width for line in lines) > 0.5 * max(line.width for line in lines)
