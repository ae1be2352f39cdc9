"""The search forgives what people forget, takes every character literally, and never fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.contact import Address, ContactPerson, Phone
from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import ExternalIds, Listing
from ctg_desktop.domain.text import clean

from .test_listings import TODAY

LISTINGS = (
    Listing(name="École Jean-Moulin", summary="L’école du bourg"),
    Listing(name="Bibliothèque de Chaunay", description="Prêt de livres, heure du conte."),
    Listing(name="Œuvre de Saint-Pierre", summary="Secours aux familles"),
    Listing(
        name="Boulangerie Dutertre", address=Address(("3 rue de l’Éperon",), "86400", "Civray")
    ),
    Listing(name="Garage 100 % local", summary="Réparation_rapide"),
    Listing(name="Mairie", address=Address(city="Couhé", delegated_commune="Payré")),
    Listing(name="Associations sportives", contact_persons=(ContactPerson("Noémie Guérin"),)),
    Listing(
        name="Cabinet médical", phones=(Phone("+33536490011"), Phone("+33639980012", private=True))
    ),
    Listing(name="Foyer rural", external_ids=ExternalIds(rna="W863001234"), summary="Jeux, bals"),
)
EVENTS = (
    Event(title="Bal de l’été", start=date(2026, 7, 14), place="Salle des fêtes"),
    Event(title="Cœur de village", start=date(2026, 8, 1), description="Balade contée"),
)


@pytest.fixture(scope="module")
def known(shared: Vault) -> Vault:
    with shared.writing("filled") as work:
        work.listings.add_many(LISTINGS)
        work.events.add_many(EVENTS)
    return shared


def titles(vault: Vault, text: str) -> list[str]:
    with vault.reading() as stored:
        return [hit.title for hit in stored.search.find(text)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ecole", "École Jean-Moulin"),
        ("ÉCOLE JEAN MOULIN", "École Jean-Moulin"),
        ("l'école", "École Jean-Moulin"),
        ("l’ecole jean-moulin", "École Jean-Moulin"),
        ("moul", "École Jean-Moulin"),
        ("bibliotheque", "Bibliothèque de Chaunay"),
        ("la bibliothèque à chaunay", "Bibliothèque de Chaunay"),
        ("oeuvre", "Œuvre de Saint-Pierre"),
        ("œuvre", "Œuvre de Saint-Pierre"),
        ("saint pierre", "Œuvre de Saint-Pierre"),
        ("éperon", "Boulangerie Dutertre"),
        ("86400", "Boulangerie Dutertre"),
        ("mairie de couhé", "Mairie"),
        ("payre", "Mairie"),
        ("association sportive", "Associations sportives"),
        ("noemie", "Associations sportives"),
        ("05 36 49 00 11", "Cabinet médical"),
        ("0536490011", "Cabinet médical"),
        ("06 39 98", "Cabinet médical"),
        ("W863001234", "Foyer rural"),
        ("jeu", "Foyer rural"),
        ("bal été", "Bal de l’été"),
        ("coeur", "Cœur de village"),
        ("salle fetes", "Bal de l’été"),
    ],
)
def test_what_is_forgotten_is_forgiven(known: Vault, text: str, title: str) -> None:
    assert titles(known, text)[0] == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("bibliotheqe", "Bibliothèque de Chaunay"),
        ("biblitohèque", "Bibliothèque de Chaunay"),
        ("boulangrie", "Boulangerie Dutertre"),
        ("goulangerie", "Boulangerie Dutertre"),
        ("oulangerie", "Boulangerie Dutertre"),
        ("boulangerei dutertre", "Boulangerie Dutertre"),
        ("boulangerie dutetre", "Boulangerie Dutertre"),
        ("oeuvrre", "Œuvre de Saint-Pierre"),
        ("bibioth", "Bibliothèque de Chaunay"),
        ("asociations sportives", "Associations sportives"),
        ("maire couhé", "Mairie"),
        ("vilage", "Cœur de village"),
    ],
)
def test_a_typo_is_forgiven(known: Vault, text: str, title: str) -> None:
    assert title in titles(known, text)


def test_a_number_is_never_taken_for_another(known: Vault) -> None:
    assert titles(known, "86401") == []
    assert titles(known, "0536490012") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("%", ["Garage 100 % local"]),
        ("100 %", ["Garage 100 % local"]),
        ("_", ["Garage 100 % local"]),
        ("reparation_rapide", ["Garage 100 % local"]),
        ("*", []),
        ('"', []),
        ("^", []),
        ("(", []),
        (":", []),
        ("title : mairie", []),
        ("NOT mairie", []),
        ("mairie OR garage", []),
        ("mairie NEAR garage", []),
        ("mairie*", ["Mairie"]),
        ("-mairie", ["Mairie"]),
        ('"mairie"', ["Mairie"]),
        ("{title}:mairie", []),
        ("\x00mairie\x00", ["Mairie"]),
        ("\ud800mairie", ["Mairie"]),
        ("   ", []),
        ("", []),
    ],
)
def test_every_character_is_taken_literally(known: Vault, text: str, wanted: list[str]) -> None:
    assert titles(known, text) == wanted


def test_an_article_alone_is_the_beginning_of_a_word(known: Vault) -> None:
    assert "Bal de l’été" in titles(known, "l'")
    assert "Garage 100 % local" in titles(known, "l’")


ANY_TEXT = st.text(st.characters(), max_size=60) | st.text(
    st.sampled_from("l'\"*-%_()^:+{}[]éœ aAND OR NOT NEAR\u0301\u202e\x00"), max_size=30
)


@example("NEAR(")
@example("a" * 200_000)
@example("x " * 5000)
@example("²³ᴬ")
@example("\ud800")
@example("\U0001e900\U0001e901")
@given(text=ANY_TEXT)
def test_no_text_makes_the_search_fail(known: Vault, text: str) -> None:
    with known.reading() as stored:
        hits = stored.search.find(text)
        ids = stored.listings.ids(ListingFilter(text=text), ListingSort(), TODAY)
        stored.events.ids(text)
        stored.listings.similar(text, [text], text)
    found = {hit.id for hit in hits if hit.entity == "listing"}
    if clean(text).strip():
        assert found <= set(ids)


@given(name=st.text(st.characters(categories=["L", "N", "Zs", "Pd"]), min_size=1, max_size=40))
def test_a_listing_is_found_by_its_own_name(shared: Vault, name: str) -> None:
    name = clean(name, multiline=False)
    with shared.writing("added") as work:
        listing = work.listings.add(Listing(name=name))
    with shared.reading() as stored:
        found = {hit.id for hit in stored.search.find(name, limit=5)}
    with shared.writing("deleted") as work:
        work.listings.delete([listing.id])
    if any(character.isascii() and character.isalnum() for character in name):
        assert listing.id in found


class TestOrder:
    @pytest.fixture
    def ordered(self, vault: Vault) -> Iterator[Vault]:
        with vault.writing("filled") as work:
            work.listings.add_many(
                [
                    Listing(name="Club photo", summary="Danse parfois"),
                    *(Listing(name=f"Danse numéro {at}") for at in range(200)),
                    Listing(name="Ateliers de danse"),
                    Listing(name="Danse"),
                ]
            )
        return vault

    def test_the_very_title_comes_first_then_titles_then_the_rest(self, ordered: Vault) -> None:
        with ordered.reading() as stored:
            found = [hit.title for hit in stored.search.find("danse", limit=300)]
        assert found[0] == "Danse"
        assert found[-2:] == ["Ateliers de danse", "Club photo"]
        assert len(found) == 203

    def test_there_are_no_more_hits_than_asked(self, ordered: Vault) -> None:
        with ordered.reading() as stored:
            assert len(stored.search.find("danse", limit=7)) == 7
            assert stored.search.find("danse", limit=0) == []
            scores = [hit.score for hit in stored.search.find("danse", limit=300)]
        assert scores == sorted(scores, reverse=True)


class TestExcerpt:
    def excerpt(self, vault: Vault, listing: Listing, text: str) -> str:
        with vault.writing("added") as work:
            work.listings.add(listing)
        with vault.reading() as stored:
            return stored.search.find(text)[0].excerpt

    def test_it_is_the_line_that_holds_the_word(self, vault: Vault) -> None:
        listing = Listing(name="x", summary="Autre chose", description="Un\nDes Œillets ici\nDeux")
        assert self.excerpt(vault, listing, "oeillet") == "Des Œillets ici"

    def test_it_is_the_summary_when_the_name_was_found(self, vault: Vault) -> None:
        listing = Listing(name="Chorale", summary="On chante", address=Address(city="Civray"))
        assert self.excerpt(vault, listing, "chorale") == "On chante"

    def test_a_long_line_is_cut_around_the_word(self, vault: Vault) -> None:
        listing = Listing(name="x", description=f"{'avant ' * 80}pivot {'après ' * 80}")
        found = self.excerpt(vault, listing, "pivot")
        assert "pivot" in found
        assert found.startswith("… avant")
        assert found.endswith(" …")
        assert len(found) < 140


def test_the_index_follows_what_is_changed_and_deleted(vault: Vault) -> None:
    with vault.writing("added") as work:
        listing = work.listings.add(Listing(name="Tisane"))
        event = work.events.add(Event(title="Tisanerie"))
    with vault.writing("saved") as work:
        work.listings.save(replace(listing, name="Café"))
    assert titles(vault, "tisane") == ["Tisanerie"]
    assert titles(vault, "cafe") == ["Café"]
    with vault.writing("deleted") as work:
        work.events.delete([event.id])
        work.listings.delete([listing.id])
    assert titles(vault, "tisane") == titles(vault, "cafe") == []


def test_a_word_learnt_after_a_typo_was_forgiven_is_known_too(vault: Vault) -> None:
    for name in ("Trampoline", "Pétanque"):
        with vault.writing("added") as work:
            work.listings.add(Listing(name=name))
        assert titles(vault, name[:-2] + name[-1]) == [name]
