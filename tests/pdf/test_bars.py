"""Charts: a table that is read aloud, bars that are only drawn, a figure that is not known."""

from __future__ import annotations

import io

import docx
import lxml.html
import pytest

from ctg_desktop.pdf.html import to_html
from ctg_desktop.pdf.render import render
from ctg_desktop.pdf.tables import Bar, Bars
from ctg_desktop.pdf.word import word_document
from tests.pdf.places import shapes
from tests.pdf.reading import Tagged
from tests.pdf.small_papers import document, section, text

THIN = 1.0
"""Millimetres: what is lower is a rule."""
BLUE = (0.0, 0.2, 1.0)

CHART = Bars(
    (text("Rubrique"), text("Fiches")),
    (
        Bar(text("Associations"), 12, text("12 fiches")),
        Bar(text("Bien vivre ensemble, se parler entre voisins"), 3, text("3 fiches")),
        Bar(text("Santé"), 0, text("0 fiche")),
        Bar(text("Commerces"), None, text("non renseigné")),
    ),
    caption="Fiches par rubrique",
)


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(document(section(CHART, colour="#0033ff"))).content


def lengths(content: bytes) -> list[float]:
    """Widths of the bars of the first page, from top to bottom, in millimetres."""
    filled = sorted(shapes(content, BLUE), key=lambda one: one.top)
    return [one.right - one.left for one in filled if one.bottom - one.top > THIN]


def test_a_chart_is_read_as_a_table_with_headers(content: bytes) -> None:
    (table,) = Tagged(content).tree.all("Table")
    cells = [[cell.kind for cell in row.kids] for row in table.all("TR")]
    assert cells == [["TH", "TH"], *[["TH", "TD"]] * 4]
    assert [cell.text for cell in table.all("TD")] == [
        "12 fiches",
        "3 fiches",
        "0 fiche",
        "non renseigné",
    ]
    assert Tagged(content).tree.all("Figure") == []


def test_bars_are_as_long_as_their_figures(content: bytes) -> None:
    longest, shorter = lengths(content)
    assert shorter == pytest.approx(longest / 4, abs=0.05)


def test_a_chart_may_be_drawn_to_a_given_length() -> None:
    half = Bars(CHART.header, (Bar(text("Lues"), 5, text("5 sur 10")),), most=10)
    whole = Bars(CHART.header, (Bar(text("Lues"), 10, text("5 sur 10")),), most=10)
    (short,) = lengths(render(document(section(half, colour="#0033ff"))).content)
    (long,) = lengths(render(document(section(whole, colour="#0033ff"))).content)
    assert short == pytest.approx(long / 2, abs=0.05)


def test_a_chart_without_any_figure_says_so() -> None:
    empty = Bars(CHART.header, (Bar(text("Santé"), None, text("non renseigné")),))
    content = render(document(section(empty, colour="#0033ff"))).content
    assert lengths(content) == []
    assert "non renseigné" in Tagged(content).text


def test_the_page_has_the_same_table_and_silent_bars() -> None:
    tree = lxml.html.fromstring(to_html(document(section(CHART, colour="#0033ff"))))
    (table,) = tree.findall(".//table")
    assert table.findtext("caption") == "Fiches par rubrique"
    assert [one.get("scope") for one in table.iter("th")] == ["col", "col", *["row"] * 4]
    bars = table.findall(".//span")
    assert [one.get("class") for one in bars] == ["bar b100", "bar b25", "bar b0"]
    assert all(one.get("aria-hidden") == "true" for one in bars)


def test_word_gets_the_table_alone() -> None:
    made = docx.Document(io.BytesIO(word_document(document(section(CHART, colour="#0033ff")))))
    (table,) = made.tables
    assert [cell.text for cell in table.rows[4].cells] == ["Commerces", "non renseigné"]
