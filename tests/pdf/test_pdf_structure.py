"""What a screen reader is given."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pikepdf
from pdfua.validator import validate

from ctg_desktop.pdf.words import paragraphs
from tests.pdf.invented import COMMUNE, settings
from tests.pdf.reading import Node, Tagged, plain

FIFTEEN_MILLIMETRES = 42.5
LEVELS = {"H1": 1, "H2": 2, "H3": 3}


def test_pdfua_finds_no_fault(booklet: bytes, tmp_path: Path) -> None:
    file = tmp_path / "livret.pdf"
    file.write_bytes(booklet)
    report = validate(str(file))
    assert [(one.rule_id, list(one.findings)) for one in report.outcomes if one.findings] == []
    assert [one.rule_id for one in report.outcomes if one.skipped_reason] == []


def test_the_file_says_its_title_language_and_that_it_is_tagged(tagged: Tagged) -> None:
    root = tagged.root
    assert str(root.Lang) == "fr"
    assert root.MarkInfo.Marked is True
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert str(tagged.pdf.docinfo.Title) == f"Livret ressources – {COMMUNE}"
    assert tagged.pdf.docinfo.CreationDate == "D:20261101000000Z"
    metadata = tagged.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    assert metadata["dc:title"] == f"Livret ressources – {COMMUNE}"
    assert metadata["pdfuaid:part"] == "1"


def test_every_mark_belongs_to_one_node_and_back(tagged: Tagged) -> None:
    claimed = [mark for node in tagged.tree.walk() for mark in node.marks]
    drawn = [(page, mark) for page, marks in enumerate(tagged.marked) for mark in marks]
    assert len(claimed) == len(set(claimed))
    assert set(claimed) == set(drawn)


def test_the_parent_tree_leads_back_to_the_owner(tagged: Tagged) -> None:
    nums = tagged.root.StructTreeRoot.ParentTree.Nums
    parents = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
    for page in tagged.pdf.pages:
        owners = parents[int(page.StructParents)]
        for mark, owner in enumerate(owners):
            kids = owner.K if isinstance(owner.K, pikepdf.Array) else [owner.K]
            assert any(
                kid == mark if isinstance(kid, int) else "/MCID" in kid and int(kid.MCID) == mark
                for kid in kids
            )
        assert str(page.Tabs) == "/S"
        for annotation in page.get("/Annots", []):
            owner = parents[int(annotation.StructParent)]
            assert owner.S == "/Link"


def test_headings_go_down_one_level_at_a_time(tagged: Tagged) -> None:
    levels = [LEVELS[node.kind] for node in tagged.tree.all(*LEVELS)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_parts_come_in_the_order_of_the_booklet(tagged: Tagged) -> None:
    titles = [plain(node.text) for node in tagged.tree.all("H1")]
    assert titles == [
        COMMUNE,
        "Sommaire",
        "Le mot du maire",
        "La mairie",
        "Premiers pas",
        "Enfance et école",
        "Santé",
        "Solidarité et droits",
        "Se déplacer",
        "Déchets et eau",
        "Bien vivre ensemble",
        "Commerces et artisans",
        "Associations",
        "Personnes ressources",
        "Agenda",
        "Actions de la communauté",
        "Index",
        "Notes",
        f"Mairie de {COMMUNE}",
    ]


def test_lists_hold_items_with_bodies(tagged: Tagged) -> None:
    lists = tagged.tree.all("L")
    assert lists
    for one in lists:
        assert {kid.kind for kid in one.kids} == {"LI"}
        for item in one.kids:
            assert [kid.kind for kid in item.kids] in (["Lbl", "LBody"], ["LBody"])


def test_the_boxes_to_tick_have_a_name(tagged: Tagged) -> None:
    labels = [node for node in tagged.tree.all("Lbl") if node.alt == "case à cocher"]
    assert len(labels) == 7
    assert all(len(label.marks) == 1 for label in labels)


def test_the_contents_and_the_index_are_links(tagged: Tagged) -> None:
    (contents,) = tagged.tree.all("TOC")
    assert len(contents.kids) == 15
    for item in contents.kids:
        assert item.kind == "TOCI"
        (link,) = item.all("Link")
        assert link.annotations


def test_tables_have_headers_with_a_scope(tagged: Tagged) -> None:
    (table,) = tagged.tree.all("Table")
    headers = table.all("TH")
    assert [plain(one.text) for one in headers] == ["Quand", "Quoi et où"]
    assert {str(one.attributes["/Scope"]) for one in headers} == {"/Column"}
    rows = table.all("TR")
    assert {len(row.kids) for row in rows} == {2}
    assert len(rows) == 3


def test_figures_have_an_alternative_text_and_a_place(tagged: Tagged) -> None:
    figures = tagged.tree.all("Figure")
    logos = [one for one in figures if one.alt == "Logo : une roue de moulin"]
    codes = [one for one in figures if one.alt.startswith("Code QR ")]
    assert len(logos) == 10
    assert len(logos) + len(codes) == len(figures)
    for figure in figures:
        left, bottom, right, top = (float(one) for one in figure.attributes["/BBox"])
        assert 0 < right - left < 80
        assert 0 < top - bottom < 80


def test_codes_can_be_followed_and_read(tagged: Tagged) -> None:
    codes = [one for one in tagged.tree.all("Figure") if one.alt.startswith("Code QR ")]
    assert len(codes) > 30
    for code in codes:
        left, _bottom, right, _top = (float(one) for one in code.attributes["/BBox"])
        assert right - left >= FIFTEEN_MILLIMETRES


def test_links_say_where_they_lead(tagged: Tagged) -> None:
    for link in tagged.tree.all("Link"):
        assert link.annotations
        for annotation in link.annotations:
            assert str(annotation.Contents)
            assert "/Dest" in annotation or annotation.A.S == "/URI"
    uris = {
        str(annotation.A.URI)
        for link in tagged.tree.all("Link")
        for annotation in link.annotations
        if "/A" in annotation
    }
    assert "mailto:contact0@valmoulin.example" in uris
    assert "tel:+33549000000" in uris
    assert "https://www.valmoulin.example/fiche-1" in uris


def test_english_is_said_in_english(tagged: Tagged) -> None:
    english = [plain(node.text) for node in tagged.tree.walk() if node.language == "en"]
    told = "Staff speak some English: ask for the Thursday slot."
    assert english.count("English") == english.count(told) == 13
    assert set(english) == {"English", told}


def test_words_stay_words_at_the_end_of_lines(tagged: Tagged) -> None:
    greeting = [node for node in tagged.tree.all("P") if "premier livret" in node.text]
    expected = paragraphs(settings().mayor_word)[1]
    assert [plain(node.text) for node in greeting] == [plain(expected)]
    assert not any("  " in node.text for node in tagged.tree.walk())


def test_furniture_is_silent(tagged: Tagged) -> None:
    assert "Édition de novembre 2026" in tagged.artifacts[6]
    assert all("·" not in tagged.page_text(number) for number in range(2, 10))


def test_typefaces_are_embedded_with_their_letters(tagged: Tagged) -> None:
    fonts = tagged.pdf.pages[0].Resources.Font
    assert len(fonts) == 3
    for font in fonts.values():
        (below,) = font.DescendantFonts
        assert "AtkinsonHyperlegibleNext" in str(below.BaseFont)
        assert below.FontDescriptor.FontFile2.read_bytes()[:4] == b"\0\1\0\0"


def test_no_letter_is_drawn_as_the_missing_glyph(tagged: Tagged) -> None:
    fonts = tagged.pdf.pages[0].Resources.Font
    for name, code in tagged.glyphs:
        to_glyph = fonts[name].DescendantFonts[0].CIDToGIDMap.read_bytes()
        assert int.from_bytes(to_glyph[2 * code : 2 * code + 2], "big") != 0


def test_bookmarks_lead_to_chapters_and_entries(tagged: Tagged) -> None:
    with tagged.pdf.open_outline() as outline:
        chapters = {item.title: item for item in outline.root}
    assert len(chapters) == 15
    entries = [item.title for item in chapters["Santé"].children]
    assert "Pharmacie de la Halle" in entries
    first = _heading(tagged, "Santé")
    assert tagged.page_of(chapters["Santé"].destination[0]) in first.pages


def _heading(tagged: Tagged, text: str) -> Node:
    return tagged.tree.one("H1", text)
