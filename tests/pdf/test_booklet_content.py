"""What is in the booklet, what is not, and on which page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ctg_desktop.domain.contact import Email, Phone
from ctg_desktop.domain.listing import Consent, ConsentItem, Listing, ListingKind
from ctg_desktop.domain.listing_rules import printable
from tests.pdf.conftest import print_booklet
from tests.pdf.invented import COMMUNE, content, nearly_empty
from tests.pdf.reading import Node, Tagged, plain

PARTS = {"H1", "H2"}


def printed(*listings: Listing) -> Tagged:
    """The booklet of a commune with these listings alone."""
    return Tagged(print_booklet(replace(nearly_empty(), listings=listings)))


def entries(tagged: Tagged) -> list[tuple[Node, list[Node]]]:
    """Each heading with the nodes that follow it, up to the next one."""
    found: list[tuple[Node, list[Node]]] = []
    for section in tagged.tree.kids:
        for node in section.kids:
            if node.kind.startswith("H"):
                found.append((node, []))
            elif found:
                found[-1][1].append(node)
    return found


def part(tagged: Tagged, title: str) -> Node:
    """The part of a booklet with a title."""
    (found,) = (one for one in tagged.tree.kids if plain(one.all("H1")[0].text) == title)
    return found


def test_an_entry_prints_all_that_helps() -> None:
    text = plain(
        printed(
            Listing(
                id="a",
                category="health",
                name="Cabinet du Gué",
                summary="Deux médecins.",
                description="Un parking.\n\nUne rampe.",
                description_en="Doctors speak English.",
                phones=(Phone("+33549001234", "accueil"),),
                emails=(Email("cabinet@gue.example"),),
                website="https://gue.example/",
                opening_hours="Mo-Fr 08:30-12:00",
                audience="Tous",
                price="Secteur 1",
                conditions="Sur rendez-vous",
                accessibility="De plain-pied",
                verified_on=date(2026, 9, 3),
                closed_until=date(2026, 11, 30),
            )
        ).text
    )
    for expected in (
        "Cabinet du Gué",
        "Deux médecins.",
        "Un parking.",
        "Une rampe.",
        "Doctors speak English.",
        "05 49 00 12 34",
        "05 49 00 12 34 (accueil)",
        "cabinet@gue.example",
        "gue.example",
        "lun. – ven. 8 h 30 – 12 h",
        "Tous",
        "Secteur 1",
        "Sur rendez-vous",
        "De plain-pied",
        "Vérifié en septembre 2026",
        "fermé jusqu’au lundi 30 novembre 2026",
    ):
        assert expected in text


def test_a_closure_that_is_over_is_not_printed() -> None:
    entry = Listing(id="a", category="health", name="Cabinet", closed_until=date(2026, 10, 31))
    assert "Fermeture" not in printed(entry).text


def test_what_is_private_is_never_printed() -> None:
    tagged = printed(
        Listing(
            id="a",
            category="associations",
            name="Les Amis du moulin",
            phones=(Phone("+33639981234", private=True), Phone("+33549001234")),
            emails=(Email("chez.moi@perso.example", private=True),),
        )
    )
    assert "05 49 00 12 34" in plain(tagged.text)
    assert "06 39 98 12 34" not in plain(tagged.text)
    links = [
        str(one.objgen) + str(one) for node in tagged.tree.all("Link") for one in node.annotations
    ]
    assert not any("perso.example" in link or "639981234" in link for link in links)


def test_a_person_without_consent_is_absent_and_with_consent_item_by_item() -> None:
    person = Listing(
        id="p",
        kind=ListingKind.RESOURCE_PERSON,
        category="resource-persons",
        name="Odile Chênevert",
        phones=(Phone("+33639980001"),),
        emails=(Email("odile@chenevert.example"),),
    )
    assert printable(person) is None
    named = printable(replace(person, consents=(Consent(ConsentItem.NAME, date(2026, 1, 1)),)))
    assert named is not None
    text = plain(printed(named).text)
    assert "Odile Chênevert" in text
    assert "06 39 98 00 01" not in text
    assert "odile@chenevert.example" not in text


def test_chapters_without_entries_are_left_out() -> None:
    titles = [plain(node.text) for node in Tagged(print_booklet(nearly_empty())).tree.all("H1")]
    mairie = f"Mairie de {COMMUNE}"
    assert titles == [COMMUNE, "Sommaire", "La mairie", "Index", "Notes", mairie]


def test_a_commune_without_anything_still_has_a_cover() -> None:
    empty = replace(nearly_empty(), listings=())
    tagged = Tagged(print_booklet(empty))
    assert len(tagged.pdf.pages) == 4
    numbers = [plain(node.text) for node in tagged.tree.kids[0].all("Lbl")]
    assert numbers == ["15", "17", "18", "112", "114", "3919", "119"]


def test_a_hidden_chapter_is_not_printed() -> None:
    chosen = content()
    categories = tuple(replace(one, hidden=one.code == "health") for one in chosen.categories)
    text = Tagged(print_booklet(replace(chosen, categories=categories))).text
    assert "Pharmacie de la Halle" not in text


def test_entries_are_never_split(tagged: Tagged) -> None:
    checked = 0
    for heading, following in entries(tagged):
        if heading.kind == "H2" and any(node.text.startswith("Vérifié") for node in following):
            pages = heading.pages.union(*(node.pages for node in following))
            assert len(pages) == 1, heading.text
            checked += 1
    assert checked == 130


def test_no_heading_stands_alone_at_the_foot_of_a_page(tagged: Tagged) -> None:
    for heading, following in entries(tagged):
        if following and heading.text != "Notes":  # lines to write on are silent
            first = min(following[0].pages)
            assert first == max(heading.pages), heading.text


def test_an_entry_longer_than_a_page_runs_on() -> None:
    text = "\n\n".join(
        f"Paragraphe {number}. " + "Des mots et encore. " * 30 for number in range(20)
    )
    tagged = printed(
        Listing(id="a", category="health", name="Bref"),
        Listing(id="b", category="health", name="Long", description=text),
    )
    read = plain(tagged.text)
    assert all(f"Paragraphe {number}." in read for number in range(20))
    assert len(tagged.pdf.pages) > 5
    assert tagged.tree.one("H2", "Long").pages == tagged.tree.one("H2", "Bref").pages


def test_contents_and_index_give_the_true_pages(tagged: Tagged) -> None:
    headings = reversed(tagged.tree.all("H1", "H2"))  # the back cover names the town hall again
    pages = {plain(node.text): min(node.pages) for node in headings}
    rows = [item.all("Link")[0] for item in tagged.tree.all("TOCI")]
    index = part(tagged, "Index")
    rows += [link for item in index.all("LI") for link in item.all("Link")]
    assert len(rows) > 15 + 130
    for row in rows:
        name, _, number = plain(row.text).rpartition(" ")
        assert pages[name] == int(number)
        for annotation in row.annotations:
            assert tagged.page_of(annotation.Dest[0]) == int(number)


def test_the_index_lists_entries_by_name_and_by_theme(tagged: Tagged) -> None:
    index = part(tagged, "Index")
    headings = [plain(node.text) for node in index.all("H2", "H3")]
    assert headings.index("A") < headings.index("W") < headings.index("Par thème")
    assert "Mobilité" in headings[headings.index("Par thème") :]


def test_the_town_hall_comes_before_its_services() -> None:
    names = ("Agence postale", "Mairie annexe de Vaux", "Mairie de Valmoulin")
    tagged = printed(*(Listing(id=name, category="town-hall", name=name) for name in names))
    headings = [plain(node.text) for node in tagged.tree.kids[2].all("H2")]
    assert headings == ["Mairie de Valmoulin", "Mairie annexe de Vaux", "Agence postale"]


def test_weekly_events_are_said_once_and_their_changes_where_they_happen(tagged: Tagged) -> None:
    agenda = part(tagged, "Agenda")
    text = plain(agenda.text)
    assert text.count("Heure du conte") == 1
    assert "Annulé : Marché" in text
    assert text.count("Café des parents") == 12
    assert "(déplacé, au lieu du jeu. 1er avril à 9 h)" in text
    assert "Exposition « Le Clain en crue », jusqu’au dim. 28 février" in text
    months = [plain(node.text) for node in agenda.all("H2")]
    assert months[:3] == ["Chaque semaine", "Novembre 2026", "Décembre 2026"]
    assert months[-1] == "Octobre 2027"


def test_sources_are_credited() -> None:
    credit = "DILA, Annuaire de l’administration, Licence Ouverte"
    tagged = printed(
        Listing(id="a", category="health", name="Un", source=credit),
        Listing(id="b", category="health", name="Deux", source=credit),
    )
    assert plain(tagged.text).count(credit) == 1


def test_same_content_gives_the_same_bytes(booklet: bytes) -> None:
    assert print_booklet(content(130)) == booklet


def test_another_edition_gives_other_bytes() -> None:
    later = replace(nearly_empty(), edition=date(2026, 12, 1))
    assert print_booklet(later) != print_booklet(nearly_empty())
    assert "Édition de décembre 2026" in plain(Tagged(print_booklet(later)).text)


def test_months_that_begin_with_a_vowel_are_elided() -> None:
    spring = replace(nearly_empty(), edition=date(2027, 4, 1))
    assert "Édition d’avril 2027" in plain(Tagged(print_booklet(spring)).text)
