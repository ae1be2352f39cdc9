"""What was typed in a form, and what was done to the household meanwhile, both stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.household import Household, WelcomeChecklist
from ctg_desktop.domain.meanwhile import with_typed_over

SHOWN = Household(
    id="1",
    name="Famille Martin",
    address=Address(("12, rue du Moulin",), "86400", "Valmoulin"),
    welcome=WelcomeChecklist(letter_on=date(2026, 11, 1)),
    note="Cherche un jardin.",
)
OBJECTED = date(2026, 11, 20)


def test_what_was_done_meanwhile_stands_beside_what_was_typed() -> None:
    stored = replace(
        SHOWN,
        objected_on=OBJECTED,
        welcome=replace(SHOWN.welcome, booklet_on=OBJECTED),
        address=replace(SHOWN.address, delegated_commune="Le Bourg"),
    )
    typed = replace(
        SHOWN,
        note="",
        welcome=replace(SHOWN.welcome, letter_on=None),
        address=replace(SHOWN.address, city="Civray"),
    )
    found = with_typed_over(stored, SHOWN, typed)
    assert found == replace(
        stored,
        note="",
        welcome=WelcomeChecklist(booklet_on=OBJECTED),
        address=Address(("12, rue du Moulin",), "86400", "Civray", "", "Le Bourg"),
    )


def test_what_both_changed_is_as_it_was_typed() -> None:
    stored, typed = replace(SHOWN, name="Famille Dubois"), replace(SHOWN, name="Famille Petit")
    assert with_typed_over(stored, SHOWN, typed) == typed
