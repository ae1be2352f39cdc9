"""Listings that may be the same are noticed while one is typed."""

from __future__ import annotations

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.contact import Address, Phone
from ctg_desktop.domain.directory import Likeness, Similar
from ctg_desktop.domain.listing import Listing


def fill(vault: Vault, *some: Listing) -> list[Listing]:
    with vault.writing("added") as work:
        return work.listings.add_many(some)


def similar(
    vault: Vault, name: str = "", phone: str = "", line: str = "", excluding: str = ""
) -> list[Similar]:
    with vault.reading() as stored:
        return stored.listings.similar(name, [phone] if phone else [], line, excluding=excluding)


def test_names_are_alike_in_spite_of_case_accents_order_and_typos(vault: Vault) -> None:
    (club,) = fill(vault, Listing(name="Club de pétanque de Brux"))
    fill(vault, Listing(name="Club de lecture"), Listing(name="Pétanque de Linazay"))
    for typed in ("club de petanque de brux", "Pétanque Brux club", "CLUB DE PÉTANQE DE BRUX"):
        assert similar(vault, typed) == [Similar(club.id, club.name, frozenset({Likeness.NAME}))], (
            typed
        )
    assert similar(vault, "Amicale des aînés") == []


def test_a_phone_is_the_same_however_it_was_stored_private_or_not(vault: Vault) -> None:
    private = Phone("+33639980012", private=True)
    (one,) = fill(vault, Listing(name="x", phones=(Phone("+33536490011"), private)))
    for number in ("+33536490011", "+33639980012"):
        assert [(found.id, found.why) for found in similar(vault, phone=number)] == [
            (one.id, {Likeness.PHONE})
        ]
    assert similar(vault, phone="+33536490012") == []


def test_a_number_of_two_digits_is_not_found_in_longer_ones_nor_shared(vault: Vault) -> None:
    fill(
        vault,
        Listing(name="Agence postale", phones=(Phone("+33536491295"),)),
        Listing(name="Samu", phones=(Phone("15"),)),
        Listing(name="Écoute", phones=(Phone("3919"),)),
    )
    assert similar(vault, phone="12") == []
    assert similar(vault, phone="15") == []
    assert [one.name for one in similar(vault, phone="3919")] == ["Écoute"]


def test_an_address_line_is_the_same_in_spite_of_case_and_accents(vault: Vault) -> None:
    (one,) = fill(vault, Listing(name="x", address=Address(("3 rue de l’Éperon",), city="Civray")))
    assert [found.id for found in similar(vault, line="3 RUE DE L'EPERON ")] == [one.id]
    assert similar(vault, line="4 rue de l’Éperon") == []


def test_more_reasons_come_first_and_a_listing_is_not_like_itself(vault: Vault) -> None:
    address = Address(("3 rue de l’Éperon",))
    both, neighbour = fill(
        vault,
        Listing(name="Boulangerie Dutertre", address=address, phones=(Phone("+33536490011"),)),
        Listing(name="Autre", address=address),
    )
    found = similar(vault, "Boulangerie Dutertre", "+33536490011", address.lines[0])
    assert [one.id for one in found] == [both.id, neighbour.id]
    assert found[0].why == {Likeness.NAME, Likeness.PHONE, Likeness.ADDRESS}
    assert [
        one.id
        for one in similar(vault, "Boulangerie Dutertre", line=address.lines[0], excluding=both.id)
    ] == [neighbour.id]
