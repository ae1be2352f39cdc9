"""Which listing is the town hall, and what it is called."""

from __future__ import annotations

import pytest

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.town_hall import main_town_hall, town_hall_first, town_hall_name

COMMUNE = Profile(Role.COMMUNE, "86078", "Civray")
COMMUNITY = Profile(Role.COMMUNITY, "200000000", "Le Val inventé")


def listings(*names: str) -> list[Listing]:
    return [Listing(name=name) for name in names]


@pytest.mark.parametrize(
    ("profile", "names", "first"),
    [
        (COMMUNE, ("Agence postale", "Mairie annexe de Saint-Œuvin", "Mairie de Civray"), 2),
        (COMMUNE, ("Mairie déléguée", "Mairie – services techniques", "Mairie"), 2),
        (COMMUNE, ("Mairie annexe", "La Mairie de Civray en Poitou"), 1),
        (COMMUNE, ("Hôtel de ville",), 0),
        (COMMUNE, ("Mairie annexe",), 0),
        (COMMUNITY, ("Mairie d’Anché", "Communauté de communes du Val inventé"), 1),
        (COMMUNITY, ("Communauté Emmaüs", "Le Val inventé"), 1),
    ],
)
def test_the_town_hall_itself_comes_first(
    profile: Profile, names: tuple[str, ...], first: int
) -> None:
    found = main_town_hall(listings(*names), profile)
    assert found is not None
    assert found.name == names[first]


@pytest.mark.parametrize("names", [(), ("Agence postale",), ("Amicale de la mairie",)])
def test_another_service_is_not_the_town_hall(names: tuple[str, ...]) -> None:
    assert main_town_hall(listings(*names), COMMUNE) is None


def test_a_mairie_is_not_the_community() -> None:
    assert main_town_hall(listings("Mairie d’Anché"), COMMUNITY) is None


def test_the_others_keep_their_order() -> None:
    ordered = town_hall_first(listings("Urbanisme", "Agence postale", "Mairie"), COMMUNE)
    assert [one.name for one in ordered] == ["Mairie", "Urbanisme", "Agence postale"]


@pytest.mark.parametrize(
    ("commune", "said"),
    [
        ("Civray", "Mairie de Civray"),
        ("Anché", "Mairie d’Anché"),
        ("Œuvin", "Mairie d’Œuvin"),
        ("Le Vigeant", "Mairie du Vigeant"),
        ("Les Adjots", "Mairie des Adjots"),
        ("La Chapelle", "Mairie de La Chapelle"),
    ],
)
def test_what_a_town_hall_is_called(commune: str, said: str) -> None:
    assert town_hall_name(Profile(Role.COMMUNE, "86999", commune)) == said


def test_a_community_is_called_by_its_name() -> None:
    assert town_hall_name(COMMUNITY) == "Le Val inventé"
