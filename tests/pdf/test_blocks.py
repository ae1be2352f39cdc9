"""Columns, boxes, lines to write on, figures that lead somewhere: drawn, tagged, whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pdfua.validator import validate

from ctg_desktop.pdf.blocks import (
    Beside,
    Block,
    Box,
    Break,
    Columns,
    Contents,
    CutLine,
    Definition,
    Definitions,
    Figure,
    Group,
    Heading,
    Index,
    ItemList,
    Paragraph,
    Part,
    Reference,
    Rule,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.codes import qr
from ctg_desktop.pdf.document import Panel
from ctg_desktop.pdf.furniture import (
    Area,
    DashedLine,
    Furniture,
    Landscape,
    Rectangle,
    Tab,
    TurnedText,
)
from ctg_desktop.pdf.image import Drawing
from ctg_desktop.pdf.render import render
from ctg_desktop.pdf.style import ACCENT, QUIET
from ctg_desktop.pdf.tables import Table
from ctg_desktop.pdf.typesetting.atoms import Atom, BoxMark, PictureMark, RuleMark
from ctg_desktop.pdf.typesetting.layout import Layout, lay_out
from tests.pdf.reading import Tagged, letters, plain
from tests.pdf.small_papers import ACCENT_COLOUR, PAGE, document, paper, printed, section, text

LINE = "Le marché se tient chaque mardi matin sur la place de la République. "
SQUARE = Drawing(1, 1, "0 0 1 1 re")
LEFT, RIGHT = PAGE.inner, PAGE.width - PAGE.outer


def laid(*blocks: Block, **choices: object) -> Layout:
    """Where everything of a paper of one section stands."""
    return lay_out(document(section(*blocks, **choices)), lambda _done, _total: None)


def atoms(layout: Layout, page: int = 1) -> list[tuple[float, Atom]]:
    """The slices of a page with their tops."""
    return [(placed.top, placed.atom) for placed in layout.pages[page - 1].placed]


def rules(layout: Layout, page: int = 1) -> list[float]:
    """The heights of horizontal rules on a page."""
    return [
        top + mark.dy
        for top, atom in atoms(layout, page)
        for mark in atom.marks
        if isinstance(mark, RuleMark)
    ]


def everything() -> list[Block]:
    """Each block there is, at least once."""
    code = qr("https://exemple.example/")
    figure = Figure(code, "Code du site", 56, 56, "https://exemple.example/", text("Site"))
    rows = tuple(Definition(text(label), (text(LINE),)) for label in ("Adresse", "Horaires"))
    table_rows = tuple((text(f"Personne {number}"), (), ()) for number in range(40))
    cards = (
        Part((Box((Heading(2, text("Une carte"), "carte", "Une carte"),), fill=ACCENT),)),
        Part((Box((Paragraph(text(LINE)),), border=ACCENT),), width=2),
    )
    return [
        Heading(1, text("Tout"), "tout", "Tout"),
        Contents(depth=2),
        Columns(cards),
        Beside(
            (Heading(2, text("Fiche")), Definitions(rows)), (figure, replace(figure, target=""))
        ),
        Group((ItemList((text("un"), text("deux"))), Rule())),
        CutLine(),
        Table(
            (text("Nom"), text("Téléphone portable"), ()),
            table_rows,
            (3, 1, 1),
            row_headers=True,
            row_height=30,
            ruled=True,
        ),
        figure,
        WritingLines(3),
        Break(),
        Space(down_to=200),
        Index((Reference(text("Fiche"), "carte"),)),
        WritingLines(fill=True),
        Space(fill=True),
        Paragraph(text("Fin")),
    ]


def furniture() -> Furniture:
    """Everything that may stand beside a text."""
    return Furniture(
        foot="Pied",
        numbered=True,
        tab=Tab("Partie", 0.5),
        backdrop=Landscape(ACCENT_COLOUR, Area(0, 0, 200, 100), 0),
        shapes=(Rectangle(Area(10, 10, 30, 30), "#dddddd", 5), DashedLine(0, 5, 400, 5, page=1)),
        turned=(TurnedText(410, 300, 60, "Un texte bien trop long pour sa place", "label"),),
    )


def test_pdfua_finds_no_fault_in_any_block(tmp_path: Path) -> None:
    panels = (Panel(0, 20, 30, 180, 500), Panel(1, 220, 30, 120, 400))
    paper_of_all = document(
        section(*everything(), furniture=furniture()),
        section(*everything()[2:], panels=panels, first_panel=1, furniture=furniture()),
        section(Heading(2, text("Notes")), WritingLines(fill=True), multiple=4),
    )
    content = render(paper_of_all).content
    file = tmp_path / "papier.pdf"
    file.write_bytes(content)
    report = validate(str(file))
    assert [(one.rule_id, list(one.findings)) for one in report.outcomes if one.findings] == []
    assert [one.rule_id for one in report.outcomes if one.skipped_reason] == []
    assert Tagged(content).tree.all("Link")
    assert content == render(paper_of_all).content


def test_columns_are_read_part_after_part() -> None:
    parts = tuple(Part(tuple(Paragraph(text(f"{name}{n}")) for n in range(3))) for name in "ab")
    tagged = paper(Columns(parts), Paragraph(text("c")))
    assert [plain(one.text) for one in tagged.tree.all("P")] == [
        *("a0", "a1", "a2", "b0", "b1", "b2"),
        "c",
    ]


def test_parts_share_the_width() -> None:
    columns = Columns((Part((Paragraph(text("A")),)), Part((Paragraph(text("B")),), 3)), gap=20)
    content = render(document(section(columns, furniture=Furniture()))).content
    a, b = letters(content, 1)
    quarter = (PAGE.text_width - 20) / 4
    assert a.left == pytest.approx(LEFT, abs=1)
    assert b.left == pytest.approx(LEFT + quarter + 20, abs=1)
    assert a.top == pytest.approx(b.top, abs=1)


def test_columns_are_not_cut_between_pages() -> None:
    part = Part(tuple(Paragraph(text("ligne")) for _ in range(20)))
    tagged = paper(*(Paragraph(text("avant")) for _ in range(30)), Columns((part, part)))
    assert {page for one in tagged.tree.all("P")[30:] for page in one.pages} == {2}


def test_boxes_alone_in_their_part_are_as_high_as_the_row() -> None:
    short, long = (Box((Paragraph(text(LINE * count)),), fill="#eeeeee") for count in (1, 8))
    layout = laid(Columns((Part((short,)), Part((long,)))))
    grounds = [mark for _, one in atoms(layout) for mark in one.marks if isinstance(mark, BoxMark)]
    assert len(grounds) == 2
    assert grounds[0].height == grounds[1].height > 100


def test_a_box_takes_the_colour_of_its_section_and_holds_its_blocks() -> None:
    box = Box((Paragraph(text(LINE * 5)),), fill=ACCENT, border="#112233", padding=12, before=30)
    layout = laid(Paragraph(text("avant")), box)
    top, atom = atoms(layout)[1]
    ground, frame = (mark for mark in atom.marks if isinstance(mark, BoxMark))
    assert (ground.colour, frame.colour) == (ACCENT_COLOUR, "#112233")
    assert (ground.thickness, frame.thickness > 0) == (0, True)
    assert top == pytest.approx(PAGE.top + 12 + 30)
    content = render(document(section(box, furniture=Furniture()))).content
    for letter in letters(content, 1):
        assert LEFT + 12 - 0.5 <= letter.left < letter.right <= RIGHT - 12 + 0.5
        assert PAGE.top + 12 - 0.5 <= letter.top < letter.bottom <= PAGE.top + ground.height - 12


def test_the_ground_of_a_box_is_silent() -> None:
    tagged = paper(Box((Paragraph(text("dit")),), fill=ACCENT, border=ACCENT))
    assert tagged.artifacts[0].count("|") >= 1
    assert [plain(one.text) for one in tagged.tree.all("P")] == ["dit"]


def test_a_box_is_as_high_as_asked_and_its_springs_fill_it() -> None:
    box = Box(
        (Paragraph(text("haut")), WritingLines(leading=20, fill=True)), fill=QUIET, height=150
    )
    (_, atom), *_ = atoms(laid(box))
    assert atom.height == pytest.approx(150)
    inside = [mark.dy for mark in atom.marks if isinstance(mark, RuleMark)]
    assert len(inside) == int((150 - 18 - 12) / 20)
    assert max(inside) < 150 - 9


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda blocks: Box(blocks, fill=ACCENT),
        lambda blocks: Columns((Part(blocks), Part(blocks[:3]))),
        lambda blocks: Columns((Part((Box(blocks),)), Part(()))),
        lambda blocks: Box((Box((Heading(2, text("Titre")), *blocks)),)),
    ],
)
def test_what_is_higher_than_a_page_goes_on_on_the_next(wrapped: object) -> None:
    said = [f"mot{number}" for number in range(150)]
    block = wrapped(tuple(Paragraph(text(one)) for one in said))  # type: ignore[operator]
    tagged = paper(Paragraph(text("avant")), block)
    read = [plain(one.text) for one in tagged.tree.all("P")]
    assert read[1:151] == said
    assert 3 <= len(tagged.pdf.pages) <= 5
    content = render(document(section(block))).content
    for page in range(1, len(tagged.pdf.pages)):
        body = [one for one in letters(content, page) if one.top < PAGE.height - PAGE.bottom]
        assert max(one.bottom for one in body) <= PAGE.height - PAGE.bottom + 1


def test_a_heading_is_not_the_last_thing_in_a_piece_of_a_box() -> None:
    lines = int((PAGE.text_height - 18) // 12) - 3
    filler = tuple(Paragraph(text("ligne")) for _ in range(lines))
    rest = tuple(Paragraph(text("suite")) for _ in range(40))
    tagged = paper(Box((*filler, Heading(2, text("Titre")), *rest)))
    (heading,) = tagged.tree.all("H2")
    first = tagged.tree.all("P")[lines]
    assert heading.pages == first.pages


def test_writing_lines_are_counted_or_fill_the_page() -> None:
    assert len(rules(laid(WritingLines(4)))) == 4
    filled = rules(laid(Paragraph(text("Notes")), WritingLines(leading=25, fill=True)))
    assert len(filled) == int((PAGE.text_height - 12) // 25)
    assert max(filled) <= PAGE.height - PAGE.bottom
    tagged = paper(WritingLines(4), WritingLines(fill=True))
    assert tagged.text == ""


def test_a_cut_line_is_dashed_and_silent() -> None:
    tagged = paper(Paragraph(text("haut")), CutLine(before=20, after=30), Paragraph(text("bas")))
    stream = tagged.pdf.pages[0].Contents.read_bytes()
    assert b"[3 3] 0 d" in stream
    tops = [
        top for top, _ in atoms(laid(Paragraph(text("a")), CutLine(20, 30), Paragraph(text("b"))))
    ]
    assert tops[1] - tops[0] == pytest.approx(12 + 20)
    assert tops[2] - tops[1] == pytest.approx(30 + 0.5)


def test_space_reaches_down_to_a_height_once() -> None:
    far = atoms(laid(Space(down_to=200), Paragraph(text("destinataire"))))[-1]
    assert far[0] == pytest.approx(PAGE.top + 200)
    below = laid(*(Paragraph(text("ligne")) for _ in range(20)), Space(down_to=200), Rule(0, 0))
    assert atoms(below)[-1][0] == pytest.approx(PAGE.top + 240)


def test_space_further_down_than_the_page_ends_on_it() -> None:
    layout = laid(Space(down_to=9000), Paragraph(text("mot")))
    assert len(layout.pages) <= 2


def test_breaks_lead_to_the_next_column_or_page_and_a_last_one_nowhere() -> None:
    tagged = paper(
        Paragraph(text("un")),
        Break(),
        Paragraph(text("deux")),
        Break(page=True),
        Paragraph(text("trois")),
        Break(page=True),
        columns=2,
    )
    assert [one.pages for one in tagged.tree.all("P")] == [{1}, {1}, {2}]
    assert len(tagged.pdf.pages) == 2


def test_rows_have_a_least_height_and_rules_between_columns() -> None:
    rows = tuple((text(f"Nom {number}"), ()) for number in range(40))
    table = Table((text("Nom"), text("Signature")), rows, (2, 1), row_height=30, ruled=True)
    layout = laid(table)
    assert len(layout.pages) == 3
    for page in (1, 2, 3):
        heights = rules(layout, page)
        assert len(heights) > 5
        steps = [below - above for above, below in pairwise(heights[2:])]
        assert steps == pytest.approx([30.0] * len(steps))
        upright = [
            mark.x
            for _, atom in atoms(layout, page)
            for mark in atom.marks
            if isinstance(mark, BoxMark)
        ]
        assert len(set(upright)) == 3
    tagged = paper(table)
    assert all("Signature" in one for one in tagged.artifacts[1:])


def test_a_figure_that_leads_somewhere_is_a_link_around_a_figure() -> None:
    tagged = paper(Figure(SQUARE, "Code du site", 60, 40, target="https://exemple.example/"))
    (link,) = tagged.tree.all("Link")
    assert [kid.kind for kid in link.kids] == ["Figure"]
    assert link.kids[0].alt == "Code du site"
    (area,) = link.annotations
    assert str(area.Contents) == "Code du site"
    assert str(area.A.URI) == "https://exemple.example/"
    corners = [float(one) for one in area.Rect]
    left, bottom, right, top = (float(one) for one in link.kids[0].attributes["/BBox"])
    assert corners == [left, bottom, right, top]
    assert (right - left, top - bottom) == pytest.approx((40, 40), abs=0.02)
    assert left == pytest.approx(LEFT)


def test_a_drawing_used_twice_is_stored_once_and_fills_its_place() -> None:
    again = Drawing(1, 1, "0 0 1 1 re")
    tagged = paper(Figure(SQUARE, "a", 30, 30), Figure(again, "b", 30, 30))
    (form,) = tagged.pdf.pages[0].Resources.XObject.values()
    assert str(form.Subtype) == "/Form"
    operators = [str(op) for _, op in pikepdf.parse_content_stream(tagged.pdf.pages[0])]
    assert operators.count("Do") == 2


def test_figures_stand_one_under_another_beside_a_text() -> None:
    figures = tuple(Figure(SQUARE, name, 50, 50, caption=()) for name in ("un", "deux"))
    tagged = paper(Beside((Paragraph(text(LINE * 6)),), figures), Paragraph(text("après")))
    boxes = [[float(one) for one in fig.attributes["/BBox"]] for fig in tagged.tree.all("Figure")]
    assert [fig.alt for fig in tagged.tree.all("Figure")] == ["un", "deux"]
    assert boxes[1][3] < boxes[0][1]
    assert [box[2] for box in boxes] == pytest.approx([RIGHT] * 2, abs=0.02)
    content = render(document(section(Beside((Paragraph(text(LINE * 6)),), figures)))).content
    foot = PAGE.height - boxes[1][1]
    beside = [one for one in letters(content, 1) if one.top < foot]
    assert max(one.right for one in beside) < boxes[0][0]


def test_wide_rows_begin_below_the_foot_of_figures() -> None:
    heading = Heading(2, text("Titre"))
    rows = tuple(Definition(text("L"), (text(LINE * 2),)) for _ in range(6))
    blocks = (Beside((heading, Definitions(rows)), (Figure(SQUARE, "f", 70, 70),)),)
    content = render(document(section(*blocks))).content
    (figure,) = printed(section(*blocks)).tree.all("Figure")
    left, bottom, *_ = (float(one) for one in figure.attributes["/BBox"])
    for letter in letters(content, 1):
        assert letter.right < left or letter.top >= PAGE.height - bottom


def test_figures_do_not_part_the_lines_beside_them() -> None:
    figure = Figure(SQUARE, "f", 50, 50, target="https://exemple.example/")
    tagged = paper(Beside((Heading(2, text(LINE * 3)), Paragraph(text(LINE))), (figure, figure)))
    assert all(len(one.marks) == 1 for one in tagged.tree.all("H2", "P", "Figure"))


def test_a_caption_stands_below_its_figure_and_is_read() -> None:
    figure = Figure(SQUARE, "f", 50, 50, caption=text("Site"))
    tagged = paper(Beside((Paragraph(text(LINE)),), (figure, figure)))
    assert [plain(one.text) for one in tagged.tree.all("P")][1:] == ["Site", "Site"]
    content = render(document(section(figure, furniture=Furniture()))).content
    said = letters(content, 1)
    assert "".join(one.said for one in said) == "Site"
    middle = (said[0].left + said[-1].right) / 2
    assert middle == pytest.approx(LEFT + 25, abs=1)
    assert min(one.top for one in said) > PAGE.top + 50


def test_figures_without_room_beside_come_below() -> None:
    blocks = (Beside((Paragraph(text("mot")),), (Figure(SQUARE, "f", 300, 60),)),)
    tagged = paper(Columns((Part(blocks), Part((), 9))))
    assert [one.kind for one in tagged.tree.all("P", "Figure")] == ["P", "Figure"]


def test_a_figure_is_no_larger_than_its_column_and_page() -> None:
    layout = laid(Figure(SQUARE, "f", 5000, 5000), columns=2)
    (mark,) = (m for _, one in atoms(layout) for m in one.marks if isinstance(m, PictureMark))
    assert mark.width == mark.height < PAGE.text_width / 2
    high = laid(Beside((Paragraph(text("x")),), (Figure(Drawing(1, 99, ""), "f", 99, 5000),) * 2))
    bottoms = [
        top + mark.dy + mark.height
        for top, one in atoms(high)
        for mark in one.marks
        if isinstance(mark, PictureMark)
    ]
    assert max(bottoms) <= PAGE.height - PAGE.bottom + 0.1
