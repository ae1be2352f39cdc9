"""The web page of a paper: what each block becomes, in the order of the paper."""

from __future__ import annotations

import base64
import re
from itertools import pairwise

import pytest

from ctg_desktop.pdf.blocks import (
    Contents,
    Definition,
    Definitions,
    Figure,
    Heading,
    Index,
    Paragraph,
    Reference,
)
from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.furniture import CoverPhotograph, Furniture
from ctg_desktop.pdf.html import to_html
from ctg_desktop.pdf.image import Drawing
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.tables import Table
from tests.pdf.every_block import SQUARES, every_block, image, paper, text
from tests.pdf.pages import Page, said


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(every_block())


def section(*blocks: object, title: str = "Partie") -> Section:
    return Section(title, blocks)  # type: ignore[arg-type]


def test_the_same_paper_gives_the_same_bytes(page: Page) -> None:
    assert to_html(every_block()) == page.content


def test_the_page_says_its_language_title_and_author(page: Page) -> None:
    assert page.tree.get("lang") == "fr"
    assert page.texts("//head/title") == ["Papier"]
    assert page.one("//meta[@name='author']").get("content") == "Valmoulin-sur-Clain"
    assert page.texts("//body/a[@class='skip']") == ["Aller au contenu"]
    assert Page(paper(section(Heading(1, text("x"))), language="en")).texts("//body/a") == [
        "Skip to content"
    ]


def test_the_landmarks_come_in_order(page: Page) -> None:
    names = [one.tag for one in page.all("//body/*")]
    assert names == ["a", "header", "nav", "main", "footer"]
    assert page.texts("//footer//p")[0] == "Mairie"
    assert page.texts("//footer//p")[-1:] == ["Valmoulin-sur-Clain · Édition de novembre 2026"]


def test_each_landmark_is_named_by_a_heading_that_is_there(page: Page) -> None:
    landmarks = page.all("//nav | //main/section")
    named = [page.one(f"//*[@id='{one.get('aria-labelledby')}']") for one in landmarks]
    assert [said(one) for one in named] == ["Sommaire", "Textes", "Figures", "Volets"]


def test_there_is_one_title_and_no_level_is_left_out(page: Page) -> None:
    headings = page.all("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    levels = [int(one.tag[1]) for one in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [said(one) for one in headings] == [
        "Valmoulin",
        "Sommaire",
        "Textes",
        "Liens",
        "Deux niveaux plus bas",
        "Figures",
        "Entrée",
        "Encadré",
        "Volets",
    ]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((1, 2, 3), (1, 2, 3)),
        ((1, 1, 2, 1), (1, 2, 3, 2)),
        ((1, 4, 6, 2), (1, 2, 3, 2)),
        ((2, 3), (1, 2, 3)),
        ((2, 1, 2), (1, 2, 2, 3)),
        ((), (1,)),
        ((1, 1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, 6, 6)),
    ],
)
def test_a_page_without_a_title_gets_one(
    levels: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    blocks = [Heading(level, text("Titre")) for level in levels]
    found = Page(paper(section(*blocks), title="Papier")).all(
        "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
    )
    assert tuple(int(one.tag[1]) for one in found) == expected


def test_the_contents_lead_to_headings_at_two_depths(page: Page) -> None:
    links = page.all("//nav//ol[@class='contents']//a")
    assert [said(one) for one in links] == ["Textes", "Liens", "Figures", "Entrée", "Volets"]
    for link in links:
        assert said(page.one(f"//*[@id='{link.get('href')[1:]}']")) == said(link)
    assert page.texts("//nav/ol/li/ol/li/a") == ["Liens", "Entrée"]


def test_contents_keep_the_language_of_a_heading() -> None:
    both = (Run("La mairie\n", target="#mairie"), Run("Town hall", language="en"))
    chapter = Heading(1, both, "mairie", "La mairie / Town hall")
    page = Page(paper(section(Contents(), title="A"), section(chapter, title="B")))
    assert page.texts("//nav//a/span[@lang='en']") == ["Town hall"]
    assert page.all("//a//a") == []


def test_contents_further_behind_stay_where_they_are() -> None:
    chapter = Heading(1, text("Un"), "un", "Un")
    page = Page(paper(section(chapter, title="A"), section(Contents(), title="B")))
    assert page.texts("//main/section/ol/li/a") == ["Un"]
    assert page.all("//nav") == []


def test_pages_that_fill_up_a_sheet_and_the_furniture_are_left_out(page: Page) -> None:
    for silent in ("Notes", "Texte couché", "Pied"):
        assert silent not in page.source


def test_links_lead_where_they_say(page: Page) -> None:
    links = {said(one): one for one in page.all("//main//p/a")}
    assert {name: one.get("href") for name, one in links.items()} == {
        "www.valmoulin.example (Site : Mairie)": "https://www.valmoulin.example/",
        "Écrire": "mailto:mairie@valmoulin.example",
        "voir les figures": "#figures",
    }
    assert links["Écrire"].get("aria-label") == "Écrire à la mairie"
    assert "nulle part" in page.texts("//main//p")[1]


def test_index_rows_are_links_without_numbers(page: Page) -> None:
    rows = page.all("//ul[@class='index']/li")
    assert [said(one) for one in rows] == ["Entrée", "Perdue"]
    (link,) = page.all("//ul[@class='index']//a")
    assert said(page.one(f"//*[@id='{link.get('href')[1:]}']")) == "Entrée"


def test_lists_count_or_not(page: Page) -> None:
    assert page.texts("//main//ol/li") == ["un", "deux"]
    assert page.texts("//ul[contains(@class, 'bullet')]/li") == ["une", "deux"]
    assert page.texts("//ul[contains(@class, 'tick')]/li") == ["à cocher"]


def test_rows_of_label_and_value_are_definitions(page: Page) -> None:
    groups = page.all("//main//dl/div")
    said_rows = [[(cell.tag, said(cell)) for cell in group] for group in groups]
    assert said_rows == [
        [("dt", "Tarif"), ("dd", "5 €"), ("dd", "gratuit"), ("dd", "sur place")],
        [("dt", "Signature"), ("dd", "")],
        [("dt", "English"), ("dd", "Ask at the desk.")],
    ]
    assert [one.get("lang") for one in page.all("//main//dd[@lang]")] == ["en"]
    assert page.texts("//main//span[@lang='en']") == ["bank holiday"]


def test_tables_have_a_caption_and_headers_with_a_scope(page: Page) -> None:
    assert page.texts("//table/caption") == ["La semaine", "Fiches par rubrique"]
    headers = [(said(one), one.get("scope")) for one in page.all("//table//th")]
    assert headers[:3] == [("Quand", "col"), ("Quoi", "col"), ("lundi", "row")]
    assert headers[3:5] == [("Rubrique", "col"), ("Fiches", "col")]
    assert [scope for _, scope in headers[5:]] == ["row"] * 3
    assert [{len(row) for row in table.iter("tr")} for table in page.all("//table")] == [{3}, {2}]


def test_a_table_without_headers_has_no_head() -> None:
    table = Table(((), ()), ((text("a"), text("b")),), (1, 1))
    assert Page(paper(section(table))).all("//thead") == []


def test_pictures_are_in_the_page_with_their_text(page: Page) -> None:
    first, second = page.all("//main//figure//img")
    assert (first.get("alt"), second.get("alt")) == ("Un logo", "")
    kind, data = first.get("src").split(",")
    assert kind == "data:image/png;base64"
    assert base64.b64decode(data) == image().content
    assert int(first.get("width")) * 36 == int(first.get("height")) * 48


def test_drawings_are_shapes_with_a_title(page: Page) -> None:
    (drawing,) = page.all("//main//a/*[local-name()='svg']")
    assert drawing.get("role") == "img"
    assert said(drawing) == "Code QR : site de la mairie"
    (path,) = drawing.xpath("*[local-name()='path']")
    assert path.get("d") == "M0 0h4v4h-4zM6 6L10 6L10 10C8 10 7 9 6 8z"
    assert path.get("fill") == "#1f5f5b"
    assert drawing.getparent().get("href") == "https://www.valmoulin.example/"
    assert page.texts("//figure/figcaption") == ["Site"]


def test_rectangles_of_one_height_are_thick_lines() -> None:
    code = Drawing(9, 9, "1 7 2 1 re 4 7 1 1 re 1 6.5 3 1 re")
    page = Page(paper(section(Figure(code, "Code", 9, 9))))
    (path,) = page.all("//*[local-name()='path']")
    assert path.get("d") == "M1 7.5h2m1 0h1M1 7h3"
    assert (path.get("stroke"), path.get("stroke-width")) == ("#000000", "1")


@pytest.mark.parametrize("path", ["1 2 q", "1 m", "1 2", "1 2 3 m", "0 0 m (x) Tj"])
def test_a_drawing_of_other_operators_is_refused(path: str) -> None:
    figure = Figure(Drawing(10, 10, path), "x", 10, 10)
    with pytest.raises(ValueError, match=r"number|float"):
        to_html(paper(section(figure)))


def test_a_silent_drawing_is_hidden() -> None:
    figure = Figure(SQUARES, "", 10, 10, "https://www.valmoulin.example/")
    page = Page(paper(section(figure)))
    assert page.one("//figure/*[local-name()='svg']").get("aria-hidden") == "true"
    assert page.all("//figure//a") == []


def test_the_cover_picture_has_its_text_and_the_drawn_one_none(page: Page) -> None:
    assert page.one("//header/*[local-name()='svg']").get("aria-hidden") == "true"
    photograph = CoverPhotograph("#1f5f5b", image(), "Le bourg au matin")
    cover = Section(
        "Couverture", (Heading(1, text("V")),), furniture=Furniture(backdrop=photograph)
    )
    pictured = Page(paper(cover, section(Paragraph(text("x")))))
    assert pictured.one("//header//img").get("alt") == "Le bourg au matin"


def test_nothing_is_fetched_and_nothing_runs(page: Page) -> None:
    assert not re.search(
        r"(?:src|href|url)\W{1,3}(?!data:|#|tel:|mailto:)\w+:",
        page.source.replace("https://www.valmoulin.example/", "#"),
    )
    assert page.all("//script | //link | //iframe | //@style | //@onclick") == []
    policy = page.one("//meta[@http-equiv]").get("content")
    assert policy.startswith("default-src 'none'; ")


def test_the_policy_allows_this_style_sheet_alone(page: Page) -> None:
    import hashlib

    (style,) = re.findall(r"<style>(.*?)</style>", page.source, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in page.one("//meta[@http-equiv]").get("content")


def test_two_headings_with_one_anchor_have_one_name() -> None:
    twins = (Heading(1, text("Un"), "même"), Heading(1, text("Deux"), "même"))
    page = Page(paper(section(*twins, Index((Reference((Run("ici"),), "même"),)))))
    names = [one.get("id") for one in page.all("//*[@id]")]
    assert len(names) == len(set(names))
    (link,) = page.all("//ul//a")
    assert said(page.one(f"//*[@id='{link.get('href')[1:]}']")) == "Un"


def test_hours_break_behind_the_dash_and_not_before() -> None:
    nbsp = "\u00a0"
    page = Page(paper(section(Paragraph(text(f"9{nbsp}h{nbsp}–{nbsp}12{nbsp}h")))))
    assert f"9{nbsp}h{nbsp}– 12{nbsp}h" in page.source


def test_whole_names_get_a_wider_column() -> None:
    rows = (Definition(text("Jeanne Moulin"), (text("Maire"),)),)
    narrow, wide = Definitions(rows), Definitions(rows, label_width=132)
    page = Page(paper(section(narrow, wide)))
    assert ["wide" in (one.get("class") or "") for one in page.all("//dl")] == [False, True]
