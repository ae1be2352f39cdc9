"""Booklets to fold: each page in its place, and the file as good as its source."""

from __future__ import annotations

import io

import pikepdf
import pytest

from ctg_desktop.pdf.blocks import Figure, Paragraph
from ctg_desktop.pdf.codes import qr
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.imposition import folded
from ctg_desktop.pdf.render import render
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.style import A4, PageSetup
from tests.pdf.reading import letters
from tests.pdf.small_papers import PAGE, document, section

WIDTH, HEIGHT = A4[1], A4[0]


def pages(count: int, setup: PageSetup = PAGE) -> bytes:
    """A PDF whose pages say their number."""
    link = Run("suite", target="https://exemple.example/")
    figure = Figure(qr("x"), "Code", 30, 30, "https://exemple.example/")
    sections = (
        section(Paragraph((Run(f"[{number}] "), link)), figure, furniture=Furniture())
        for number in range(1, count + 1)
    )
    return render(document(*sections, page=setup)).content


def numbers(content: bytes) -> list[tuple[int, int]]:
    """The two pages of each side, left and right, read where they stand."""
    found: list[tuple[int, int]] = []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        count = len(pdf.pages)
    for side in range(1, count + 1):
        said = letters(content, side)
        halves = (
            "".join(one.said for one in said if one.right <= WIDTH / 2),
            "".join(one.said for one in said if one.left >= WIDTH / 2),
        )
        assert sum(map(len, halves)) == len(said)
        left, right = (int(half.split("]")[0][1:]) for half in halves)
        found.append((left, right))
    return found


def folded_by_hand(count: int) -> list[tuple[int, int]]:
    """What a pile of sheets shows: numbered by leafing through it, then taken apart."""
    sheets = count // 4
    sides: list[list[int]] = [[0, 0] for _ in range(2 * sheets)]
    places = [
        *(place for sheet in range(sheets) for place in ((2 * sheet, 1), (2 * sheet + 1, 0))),
        *(
            place
            for sheet in reversed(range(sheets))
            for place in ((2 * sheet + 1, 1), (2 * sheet, 0))
        ),
    ]
    for number, (side, half) in enumerate(places, start=1):
        sides[side][half] = number
    return [(left, right) for left, right in sides]


@pytest.mark.parametrize("count", [4, 8, 16, 80])
def test_pages_follow_one_another_once_folded(count: int) -> None:
    assert numbers(folded(pages(count), fold_mark=False, title="T")) == folded_by_hand(count)


def test_the_order_of_eight_pages() -> None:
    content = folded(pages(8), fold_mark=True, title="T")
    assert numbers(content) == [(8, 1), (2, 7), (6, 3), (4, 5)]


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_other_numbers_of_pages_are_a_fault_of_ours(count: int) -> None:
    with pytest.raises(ValueError, match=str(count)):
        folded(pages(count), fold_mark=False, title="T")


def test_pages_keep_their_size_and_stand_upright_at_the_fold() -> None:
    source = pages(4)
    content = folded(source, fold_mark=False, title="T")
    for side, (left, right) in enumerate(numbers(content), start=1):
        here = letters(content, side)
        for number, edge in ((left, WIDTH / 2 - PAGE.width), (right, WIDTH / 2)):
            there = letters(source, number)
            moved = [one for one in here if edge <= one.left <= edge + PAGE.width]
            assert [one.said for one in moved] == [one.said for one in there]
            for one, other in zip(moved, there, strict=True):
                assert one.left - edge == pytest.approx(other.left, abs=0.02)
                assert one.top == pytest.approx(other.top, abs=0.02)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            assert [float(one) for one in page.mediabox] == pytest.approx(
                [0, 0, WIDTH, HEIGHT], abs=0.01
            )
            assert page.rotation == 0


def test_larger_pages_are_made_to_fit() -> None:
    upright = PageSetup(*A4, 40, 40, 40, 40)
    assert numbers(folded(pages(4, upright), fold_mark=False, title="T")) == [(4, 1), (2, 3)]


def test_the_same_pages_give_the_same_bytes() -> None:
    source = pages(8)
    assert folded(source, fold_mark=True, title="T") == folded(source, fold_mark=True, title="T")


def test_the_file_says_its_title_and_language_and_how_to_print_it() -> None:
    content = folded(pages(4), fold_mark=False, title="Livret – à plier")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.docinfo.Title) == "Livret – à plier"
        assert str(pdf.docinfo.CreationDate) == "D:20261101000000Z"
        assert str(pdf.docinfo.Author) == "Commune"
        assert str(pdf.Root.Lang) == "fr"
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_nothing_of_the_structure_or_of_links_is_left_over() -> None:
    content = folded(pages(4), fold_mark=False, title="T")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Metadata"} & set(pdf.Root.keys())
        kinds = {
            str(one.get("/Type", "")) for one in pdf.objects if isinstance(one, pikepdf.Dictionary)
        }
        assert not {"/StructTreeRoot", "/Annot"} & kinds
        assert all("/Annots" not in page for page in pdf.pages)
        for page in pdf.pages:
            for form in page.Resources.XObject.values():
                assert "/StructParents" not in form


def test_fold_marks_are_on_the_outer_sides_only() -> None:
    content = folded(pages(8), fold_mark=True, title="T")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        drawn = [b" S" in page.Contents.read_bytes() for page in pdf.pages]
    assert drawn == [True, False, True, False]
