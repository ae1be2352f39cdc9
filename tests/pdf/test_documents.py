"""Papers other than the booklet: what the document model can say is drawn and tagged."""

from __future__ import annotations

from ctg_desktop.pdf.blocks import Heading, ItemList, Marker, Paragraph, Rule, Space
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.tables import Table
from tests.pdf.reading import plain
from tests.pdf.small_papers import PAGE, paper, text


def test_a_title_with_brackets_is_whole() -> None:
    assert str(paper(Paragraph(text("x"))).pdf.docinfo.Title) == "Papier d’essai (1)"


def test_a_table_over_pages_repeats_its_header_as_an_artifact() -> None:
    rows = tuple((text(f"Ligne {number}"), text("valeur " * 12)) for number in range(60))
    tagged = paper(Table((text("Nom"), text("Valeur")), rows, (1, 2), row_headers=True))
    assert len(tagged.pdf.pages) > 2
    (table,) = tagged.tree.all("Table")
    assert len(table.all("TR")) == 61
    assert [plain(one.text) for one in table.all("TH")[:3]] == ["Nom", "Valeur", "Ligne 0"]
    assert str(table.all("TH")[2].attributes["/Scope"]) == "/Row"
    for row in table.all("TR"):
        assert len(row.pages) == 1
    for furniture in tagged.artifacts[1:]:
        assert "Nom" in furniture
        assert "Valeur" in furniture


def test_a_row_longer_than_a_page_is_cut() -> None:
    tagged = paper(Table((text("A"),), ((text("mot " * 4000),),), (1,)))
    (cell,) = tagged.tree.all("TD")
    assert len(cell.pages) > 2
    assert plain(cell.text) == ("mot " * 4000).strip()


def test_numbered_lists_count() -> None:
    tagged = paper(ItemList(tuple(text(f"pas {one}") for one in "abc"), Marker.NUMBER))
    assert [plain(one.text) for one in tagged.tree.all("Lbl")] == ["1.", "2.", "3."]
    (numbered,) = tagged.tree.all("L")
    assert str(numbered.attributes["/ListNumbering"]) == "/Decimal"


def test_a_link_over_two_lines_has_two_areas_and_one_node() -> None:
    run = Run("un lien " * 30, target="https://exemple.example/", hint="Ouvrir le site")
    tagged = paper(Paragraph((Run("Voir "), run, Run(" et la suite."))))
    (link,) = tagged.tree.all("Link")
    assert plain(link.text) == ("un lien " * 30).strip()
    assert len(link.annotations) >= 2
    assert {str(one.Contents) for one in link.annotations} == {"Ouvrir le site"}
    (paragraph,) = tagged.tree.all("P")
    assert plain(paragraph.text) == f"Voir {('un lien ' * 30).strip()} et la suite."


def test_a_word_in_another_language_is_marked() -> None:
    tagged = paper(Paragraph((Run("Le "), Run("foodtruck", language="en"), Run(" passe."))))
    (span,) = tagged.tree.all("Span")
    assert (span.text, span.language) == ("foodtruck", "en")


def test_columns_are_filled_one_after_the_other() -> None:
    words = [f"mot{number}" for number in range(400)]
    tagged = paper(*(Paragraph(text(word)) for word in words), columns=2)
    assert [plain(one.text) for one in tagged.tree.all("P")] == words
    assert len(tagged.pdf.pages) == -(-400 // (2 * int(PAGE.text_height // 12)))


def test_empty_blocks_leave_nothing_behind() -> None:
    tagged = paper(Paragraph(()), ItemList(()), Space(3), Rule(), Paragraph(text("fin")))
    assert [plain(one.text) for one in tagged.tree.all("P")] == ["fin"]
    assert not tagged.tree.all("L")


def test_a_heading_moves_with_what_it_announces() -> None:
    filler = tuple(Paragraph(text("ligne")) for _ in range(int(PAGE.text_height // 12) - 1))
    tagged = paper(*filler, Heading(2, text("Titre")), Paragraph(text("annoncé")))
    assert tagged.tree.all("H2")[0].pages == tagged.tree.one("P", "annoncé").pages == {2}
