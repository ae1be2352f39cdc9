"""Where most people of a vault live, proposed for somebody new."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ctg_desktop.domain.commune import Role
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.domain.town_hall import TOWN_HALL, main_town_hall

if TYPE_CHECKING:
    from ctg_desktop.usecases.office import Office


def home_address(office: Office, today: date) -> Address:
    """Return the postal code and the name of the commune, as its town hall gives them."""
    profile = office.settings.profile()
    if profile.role is not Role.COMMUNE:
        return Address()
    ids = office.directory.index(ListingFilter(category=TOWN_HALL), ListingSort(), today)
    town_hall = main_town_hall(map(office.directory.get, ids), profile)
    if town_hall is None:
        return Address(city=profile.name)
    address = town_hall.address
    return Address(postal_code=address.postal_code, city=address.city or profile.name)
