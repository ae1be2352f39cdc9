"""Every form of the booklet in every language: tagged, whole, on its own layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pdfua.validator import validate

from ctg_desktop.domain.booklet import BACK_COVER, OWN_TEXT, BookletPart
from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.palette import contrast
from ctg_desktop.domain.papers import BookletForm, BookletOptions, Codes, Language
from ctg_desktop.pdf.blocks import Block, Paragraph
from ctg_desktop.pdf.booklet import booklet_document
from ctg_desktop.pdf.booklet.cover import deep
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.render import render
from ctg_desktop.pdf.style import A4, A5, Align
from tests.pdf.invented import COMMUNE, content, nearly_empty
from tests.pdf.reading import Tagged, plain

TAGGED_FORMS = (BookletForm.A5, BookletForm.A4, BookletForm.LARGE_PRINT)
HEADINGS_OF_PARTS = {"UA-14-001"}
"""The checker breaks off at headings of several parts, here one a language: we look ourselves."""
LARGE = 16.0
LONG_WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesvollzugsbehörde"


def made(form: BookletForm, language: Language = Language.FRENCH, count: int = 40) -> Document:
    """A booklet of the invented commune."""
    return booklet_document(content(count), BookletOptions(form=form, language=language))


def size(page: object) -> tuple[float, float]:
    """Width and height of a page read back."""
    left, bottom, right, top = (float(one) for one in page.MediaBox)  # type: ignore[attr-defined]
    return right - left, top - bottom


@pytest.mark.parametrize("form", TAGGED_FORMS)
@pytest.mark.parametrize("language", Language)
def test_every_form_in_every_language_is_accessible(
    form: BookletForm, language: Language, tmp_path: Path
) -> None:
    hostile = Listing(
        id="h",
        category="associations",
        name=f"<b>{LONG_WORD} & l'Œuvre d’É</b>",
        summary=LONG_WORD,
        phones=(Phone("+33549000001", LONG_WORD),),
    )
    nameless = Listing(id="n", category="associations", name="Sans rien")
    chosen = content(40)
    chosen = replace(chosen, listings=(*chosen.listings, hostile, nameless))
    file = tmp_path / "livret.pdf"
    options = BookletOptions(form=form, language=language)
    file.write_bytes(render(booklet_document(chosen, options)).content)
    report = validate(str(file))
    assert [(one.rule_id, list(one.findings)) for one in report.outcomes if one.findings] == []
    skipped = {one.rule_id for one in report.outcomes if one.skipped_reason}
    assert skipped <= (HEADINGS_OF_PARTS if language is Language.BOTH else set())
    tagged = Tagged(file.read_bytes())
    assert all(plain(one.text) for one in tagged.tree.all("H1", "H2", "H3"))
    assert LONG_WORD in "".join(tagged.text.split())
    assert str(tagged.root.Lang) == ("en" if language is Language.ENGLISH else "fr")


@pytest.mark.parametrize(
    ("form", "expected"),
    [(BookletForm.A5, A5), (BookletForm.A4, A4), (BookletForm.LARGE_PRINT, A4)],
)
def test_pages_have_the_size_asked(form: BookletForm, expected: tuple[float, float]) -> None:
    tagged = Tagged(render(made(form)).content)
    for page in tagged.pdf.pages:
        assert size(page) == pytest.approx(expected, abs=0.1)


def test_entries_are_never_split_in_columns_nor_in_large_print() -> None:
    for form in (BookletForm.A4, BookletForm.LARGE_PRINT):
        tagged = Tagged(render(made(form)).content)
        entries = 0
        for section in tagged.tree.kids:
            pages: set[int] = set()
            for node in section.walk():
                if node.kind == "H2":
                    pages = set(node.pages)
                elif node.kind == "P" and node.text.startswith("Vérifié") and pages:
                    assert node.pages == pages
                    entries += 1
        assert entries == 40


def test_large_print_has_nothing_smaller_than_sixteen_points() -> None:
    document = made(BookletForm.LARGE_PRINT)
    assert min(style.size for style in document.sheet.styles.values()) >= LARGE
    assert min(style.smallest or LARGE for style in document.sheet.styles.values()) >= LARGE
    tagged = Tagged(render(document).content)
    for page in tagged.pdf.pages:
        assert min(sizes(page)) >= LARGE * 0.62 - 0.1  # the raised letters of an ordinal
    assert {style.align for style in document.sheet.styles.values()} <= {Align.LEFT, Align.CENTRE}
    prose = (style for name, style in document.sheet.styles.items() if name != "caption")
    assert {style.align for style in prose} == {Align.LEFT}


def sizes(page: object) -> Iterator[float]:
    """Sizes of all letters on a page."""
    import pikepdf

    for operands, operator in pikepdf.parse_content_stream(page):  # type: ignore[arg-type]
        if str(operator) == "Tf":
            yield float(operands[1])


def test_large_print_has_its_own_layout() -> None:
    document = made(BookletForm.LARGE_PRINT)
    tagged = Tagged(render(document).content)
    assert all(section.columns == 1 for section in document.sections)
    assert all(section.furniture.tab is None for section in document.sections)
    assert not tagged.tree.all("Table")
    health = next(one for one in document.sections if one.title == "Santé")
    styles = [block.style for block in blocks(health) if isinstance(block, Paragraph)]
    assert styles.count("label") > 5


def blocks(section: Section) -> Iterator[Block]:
    """All blocks of a part, those inside others too."""
    waiting = list(section.blocks)
    while waiting:
        block = waiting.pop()
        yield block
        waiting += getattr(block, "blocks", ())


@pytest.mark.parametrize("colour", ["#1f5f5b", "#9a3412", "#86198f", "#757575"])
def test_titles_in_large_print_have_a_contrast_of_seven(colour: str) -> None:
    assert contrast(deep(colour), "#ffffff") >= 7


@pytest.mark.parametrize(("form", "multiple"), [(BookletForm.A5, 2), (BookletForm.FOLDED, 4)])
@pytest.mark.parametrize("count", [1, 20, 40, 60])
def test_notes_fill_the_sheet_and_the_back_cover_is_its_back(
    form: BookletForm, multiple: int, count: int
) -> None:
    rendered = render(made(form, count=count))
    tagged = Tagged(rendered.content)
    assert rendered.pages % multiple == 0
    last = tagged.tree.kids[-1]
    assert plain(last.all("H1")[0].text) == f"Mairie de {COMMUNE}"
    assert last.pages == {rendered.pages}


def test_a_web_page_has_no_notes() -> None:
    titles = [section.title for section in made(BookletForm.WEB).sections]
    assert "Notes" not in titles
    assert titles[-1] == "Dos du livret"


def test_the_back_cover_says_how_to_reach_the_town_hall() -> None:
    chosen = nearly_empty()
    hall = replace(
        chosen.listings[0], website="https://www.valmoulin.example", opening_hours="Mo 09:00-12:00"
    )
    annexe = replace(hall, id="x", name="Agence postale", phones=())
    document = booklet_document(replace(chosen, listings=(annexe, hall)))
    last = Tagged(render(document).content).tree.kids[-1]
    said = plain(last.text)
    assert "05 49 00 00 00" in said
    assert "86999 Civray" in said
    assert "lun. 9 h – 12 h" in said
    assert "www.valmoulin.example" in said
    assert [one.alt for one in last.all("Figure")] == [f"Code QR du site : {hall.name}"]
    assert said.endswith("Édition de novembre 2026")


def test_the_back_cover_can_be_left_out() -> None:
    chosen = nearly_empty()
    settings = replace(chosen.settings, parts=(BookletPart(BACK_COVER, shown=False),))
    document = booklet_document(replace(chosen, settings=settings))
    assert document.sections[-1].title == "Notes"
    assert render(document).pages % 2 == 0


def test_the_cover_takes_the_colour_asked() -> None:
    chosen = nearly_empty()
    settings = replace(chosen.settings, cover_colour="#7a1f3d")
    document = booklet_document(replace(chosen, settings=settings))
    assert document.sections[0].colour == document.sections[-1].colour == "#7a1f3d"
    assert document.sections[1].colour == chosen.profile.accent


@pytest.mark.parametrize("form", TAGGED_FORMS)
def test_a_name_of_forty_five_letters_stays_on_the_upper_third_of_the_cover(
    form: BookletForm,
) -> None:
    chosen = nearly_empty()
    name = "Saint-Germain-de-Longue-Chaume-sur-la-Vienne"
    chosen = replace(chosen, profile=replace(chosen.profile, name=name))
    tagged = Tagged(render(booklet_document(chosen, BookletOptions(form=form))).content)
    assert plain(tagged.tree.kids[0].all("H1")[0].text) == name
    assert len(tagged.tree.kids[0].pages) == 1


def test_texts_of_ones_own_stand_where_they_were_put() -> None:
    chosen = content(20)
    own = BookletPart(f"{OWN_TEXT}1", after="town-hall", title="Le marché", text="Jeudi.\n\nTôt.")
    empty = BookletPart(f"{OWN_TEXT}2", after="town-hall", title="Rien")
    settings = replace(chosen.settings, parts=(own, empty))
    document = booklet_document(replace(chosen, settings=settings))
    titles = [section.title for section in document.sections]
    assert titles[titles.index("La mairie") + 1] == "Le marché"
    assert "Rien" not in titles
    tagged = Tagged(render(document).content)
    (part,) = (one for one in tagged.tree.kids if plain(one.all("H1")[0].text) == "Le marché")
    assert [plain(one.text) for one in part.all("P")] == ["Jeudi.", "Tôt."]


def test_without_codes_there_are_none() -> None:
    document = booklet_document(content(20), BookletOptions(codes=Codes.NONE))
    figures = Tagged(render(document).content).tree.all("Figure")
    assert not [one for one in figures if one.alt.startswith("Code QR")]
