"""An address as it is printed."""

from __future__ import annotations

import pytest

from ctg_desktop.domain.contact import Address


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (Address(("2, place du Bief ,", " "), "86999", "Valmoulin"), ("2, place du Bief",)),
        (Address(("Le Puits",), "86999", "Valmoulin", "", "Valmoulin"), ("Le Puits",)),
        (Address(("Le Puits",), "86999", "Valmoulin", "", "Œuvin"), ("Le Puits", "Œuvin")),
        (Address(("Œuvin",), "86999", "Valmoulin", "", "Œuvin"), ("Œuvin",)),
        (Address(("1, rue Haute, œuvin",), "86999", "V", "", "Œuvin"), ("1, rue Haute, œuvin",)),
        (Address((), "86999", "Valmoulin", "", "Œuvin"), ("Œuvin",)),
    ],
)
def test_a_former_commune_is_said_once(address: Address, lines: tuple[str, ...]) -> None:
    assert address.printed_lines == lines
