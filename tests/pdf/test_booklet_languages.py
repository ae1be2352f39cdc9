"""The booklet in English, and in both languages at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ctg_desktop.domain.booklet import BookletContent
from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.papers import BookletOptions, Language
from ctg_desktop.pdf.booklet import booklet_document
from ctg_desktop.pdf.phrases import EMERGENCIES
from ctg_desktop.pdf.render import render
from tests.pdf.invented import COMMUNE, content, nearly_empty
from tests.pdf.reading import Node, Tagged, plain

TRANSLATED = Listing(
    id="t",
    category="health",
    name="Cabinet du Gué",
    summary="Deux médecins.",
    description_en="Two doctors.",
    phones=(Phone("+33549001234"),),
    opening_hours="Mo-Fr 08:30-12:00",
    verified_on=date(2026, 9, 3),
    closed_until=date(2026, 11, 30),
)
FRENCH_ONLY = replace(TRANSLATED, id="f", name="Pharmacie", description_en="", closed_until=None)


def printed(language: Language, chosen: BookletContent | None = None) -> Tagged:
    """A booklet in a language."""
    chosen = chosen or replace(nearly_empty(), listings=(TRANSLATED, FRENCH_ONLY))
    return Tagged(render(booklet_document(chosen, BookletOptions(language=language))).content)


def chapter(tagged: Tagged, title: str) -> Node:
    """The part with a title."""
    (found,) = (one for one in tagged.tree.kids if plain(one.all("H1")[0].text) == title)
    return found


def languages(node: Node, default: str) -> dict[str, str]:
    """Each text of a part → the language it is read in."""
    found: dict[str, str] = {}

    def read(one: Node, language: str) -> None:
        language = one.language or language
        if one.marks and not one.kids:
            found[plain(one.text)] = language
        for kid in one.kids:
            read(kid, language)

    read(node, default)
    return found


def test_english_speaks_english() -> None:
    tagged = printed(Language.ENGLISH, content(60))
    titles = [plain(node.text) for node in tagged.tree.all("H1")]
    assert titles[1:6] == [
        "Contents",
        "A word from the mayor",
        "Town hall",
        "First steps",
        "Childhood and school",
    ]
    assert "What’s on" in titles
    agenda = plain(chapter(tagged, "What’s on").text)
    for expected in (
        "Every week",
        "November 2026",
        "Every Saturday from 8 am to 12:30 pm",
        "Fri 4",
    ):
        assert expected in agenda
    assert "novembre" not in plain(tagged.text)
    assert "November 2026 edition" in tagged.artifacts[3]


def test_an_entry_in_english_prints_its_english_and_nothing_else_of_its_texts() -> None:
    said = plain(chapter(printed(Language.ENGLISH), "Health").text)
    for expected in (
        "Two doctors.",
        "+33 5 49 00 12 34",
        "Mon – Fri 8:30 am – noon",
        "Checked in September 2026",
        "closed until Monday 30 November 2026",
    ):
        assert expected in said
    assert said.count("Deux médecins.") == said.count("In French") == 1


def test_french_in_an_english_booklet_is_read_in_french() -> None:
    spoken = languages(chapter(printed(Language.ENGLISH), "Health"), "en")
    assert spoken["Deux médecins."] == "fr"
    assert spoken["Pharmacie"] == "fr"
    assert spoken["Two doctors."] == "en"
    assert spoken["In French"] == "en"


def test_both_languages_stand_together_each_in_its_voice() -> None:
    part = chapter(printed(Language.BOTH), "Santé / Health")
    spoken = languages(part, "fr")
    for text, language in (
        ("Two doctors.", "en"),
        ("Deux médecins.", "fr"),
        ("Mon – Fri 8:30 am – noon", "en"),
        ("lun. – ven. 8 h 30 – 12 h", "fr"),
    ):
        assert spoken[text] == language
    said = plain(part.text)
    assert "Téléphone · Phone" in said
    assert "05 49 00 12 34" in said
    assert "Vérifié en septembre 2026 · Checked in September 2026" in said
    assert said.count("Français seulement / French only") == 1


def test_contents_of_both_languages_name_both() -> None:
    rows = [plain(one.text) for one in printed(Language.BOTH, content(60)).tree.all("TOCI")]
    assert "La mairie / Town hall 4" in rows
    assert any(row.startswith("Index ") for row in rows)


@pytest.mark.parametrize(
    ("language", "texts", "marks"),
    [
        (Language.FRENCH, ["Bonjour."], []),
        (Language.ENGLISH, ["Hello."], []),
        (Language.BOTH, ["Bonjour.", "Hello."], []),
    ],
)
def test_the_word_of_the_mayor_in_the_language_asked(
    language: Language, texts: list[str], marks: list[str]
) -> None:
    chosen = nearly_empty()
    settings = replace(chosen.settings, mayor_word="Bonjour.", mayor_word_en="Hello.")
    tagged = printed(language, replace(chosen, settings=settings))
    said = [plain(one.text) for one in tagged.tree.kids[2].all("P")]
    assert said == [*marks, *texts]


@pytest.mark.parametrize(
    ("language", "mark"),
    [(Language.ENGLISH, "In French"), (Language.BOTH, "Français seulement / French only")],
)
def test_a_word_without_english_says_so(language: Language, mark: str) -> None:
    chosen = nearly_empty()
    settings = replace(chosen.settings, mayor_word="Bonjour.")
    tagged = printed(language, replace(chosen, settings=settings))
    assert [plain(one.text) for one in tagged.tree.kids[2].all("P")] == [mark, "Bonjour."]


def test_steps_are_paired_line_by_line() -> None:
    chosen = nearly_empty()
    settings = replace(
        chosen.settings, first_steps=("Un", "Deux", "Trois"), first_steps_en=("One", "", "Three")
    )
    tagged = printed(Language.BOTH, replace(chosen, settings=settings))
    steps = chapter(tagged, "Premiers pas / First steps")
    assert [plain(one.text) for one in steps.all("LBody")] == ["Un One", "Deux", "Trois Three"]
    assert languages(steps, "fr")["Three"] == "en"


@pytest.mark.parametrize("language", Language)
def test_the_cover_bears_the_emergency_numbers(language: Language) -> None:
    cover = printed(language).tree.kids[0]
    numbers = [plain(one.text) for one in cover.all("Lbl")]
    assert numbers == ["15", "17", "18", "112", "114", "3919", "119"]
    said = plain(cover.text)
    for _number, what in EMERGENCIES:
        assert (what.french in said) == (language is not Language.ENGLISH)
        assert (what.english in said) == (
            language is not Language.FRENCH or what.english in what.french
        )
    assert COMMUNE in said
