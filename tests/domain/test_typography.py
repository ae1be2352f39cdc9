import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.typography import french, ordinals

NARROW, NBSP = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Bonjour !", f"Bonjour{NARROW}!"),
        ("Bonjour!", f"Bonjour{NARROW}!"),
        ("Quoi ?!", f"Quoi{NARROW}?!"),
        ("mardi ; jeudi", f"mardi{NARROW}; jeudi"),
        ("Horaires : lundi", f"Horaires{NBSP}: lundi"),
        ("Horaires: lundi", f"Horaires{NBSP}: lundi"),
        ("Le « Bon Coin »", f"Le «{NARROW}Bon Coin{NARROW}»"),
        ("Le «Bon Coin»", f"Le «{NARROW}Bon Coin{NARROW}»"),
        ("4 € à 14 €", f"4{NBSP}€ à 14{NBSP}€"),
        ("05 49 00 21 43", f"05{NBSP}49{NBSP}00{NBSP}21{NBSP}43"),
        ("9 h 30", f"9{NBSP}h{NBSP}30"),
        ("M. Dupont, n° 5", f"M.{NBSP}Dupont, n°{NBSP}5"),
        ("à 10:30", "à 10:30"),
        ("https://a.example/?q=1;b!", "https://a.example/?q=1;b!"),
        ("écrire à a.b@c.example !", f"écrire à a.b@c.example{NARROW}!"),
        ("a &amp; b", "a &amp; b"),
        ("<b> & <img src=x>", "<b> & <img src=x>"),
        ("!", "!"),
        ("", ""),
        ("« »", "« »"),
    ],
)
def test_spaces_are_those_of_the_printer(typed: str, printed: str) -> None:
    assert french(typed) == printed


@given(st.text(alphabet="aÉ1 9hm€%:;!?«»()@./&\u00a0\u202f\n'’M.n°"))
def test_doing_it_twice_changes_nothing(text: str) -> None:
    once = french(text)
    assert french(once) == once


@given(st.text())
def test_only_blanks_change(text: str) -> None:
    assert "".join(french(text).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("le 1er mardi", [("le 1", False), ("er", True), (" mardi", False)]),
        ("la 2e fois", [("la 2", False), ("e", True), (" fois", False)]),
        ("rue 12bis", [("rue 12bis", False)]),
        ("", []),
    ],
)
def test_ordinals_are_raised(text: str, stretches: list[tuple[str, bool]]) -> None:
    assert ordinals(text) == stretches
