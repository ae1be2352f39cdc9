"""What is strong enough for a key, by the rules, and what only looks so."""

from __future__ import annotations

import math
import string
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.keys.guessable import Weakness
from ctg_desktop.keys.passwords import Lack, Missing, Rule, assess
from ctg_desktop.keys.words import propose, words

NAMES = ("Anne Bézier", "Saint-Pierre-d’Exideuil")


@pytest.mark.parametrize(
    ("password", "rule"),
    [
        ("vN8!kw2Rq-Tz", Rule.TWELVE_OF_FOUR),
        ("Vélo-vert 7 km", Rule.TWELVE_OF_FOUR),
        ("vN8kw2RqTzh5Lp", Rule.FOURTEEN_OF_THREE),
        ("été7 çà-où_8 îlot", Rule.FOURTEEN_OF_THREE),
        ("tilleul hamac bocal loutre givre pivert zinc", Rule.SEVEN_WORDS),
        ("école-forêt-hôtel-pâtre-moulin-sœur-noël", Rule.SEVEN_WORDS),
    ],
)
def test_each_rule(password: str, rule: Rule) -> None:
    quality = assess(password, NAMES)
    assert (quality.rule, quality.enough, quality.missing) == (rule, True, ())
    assert quality.bits >= 80


@pytest.mark.parametrize(
    ("password", "missing"),
    [
        ("vN8!kw2Rq-", (Missing(Lack.CHARACTERS, 2),)),
        ("vN8!kw2Rq-T", (Missing(Lack.CHARACTERS, 1),)),
        ("vN8kw2RqTzh5", (Missing(Lack.SIGN),)),
        ("vn8!kw2rq-tz", (Missing(Lack.UPPER),)),
        ("VN8!KW2RQ-TZ", (Missing(Lack.LOWER),)),
        ("vN!kw?Rq-TzhL", (Missing(Lack.DIGIT),)),
        ("vnkwrqtzhlpgbf", (Missing(Lack.DIGIT), Missing(Lack.UPPER))),
        ("tilleul hamac bocal loutre givre", (Missing(Lack.WORDS, 2),)),
        ("tilleul hamac bocal loutre givre pivert givre", (Missing(Lack.WORDS, 1),)),
        ("", (Missing(Lack.DIGIT), Missing(Lack.UPPER), Missing(Lack.SIGN), Missing(Lack.LOWER),
              Missing(Lack.CHARACTERS, 8))),
    ],
)  # fmt: skip
def test_the_shortest_way_is_said(password: str, missing: tuple[Missing, ...]) -> None:
    quality = assess(password)
    assert (quality.enough, quality.missing) == (False, missing)
    assert quality.bits < 80


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        ("Aa1!Aa1!Aa1!", Weakness.REPEATED),
        ("Aa1!aA1!AA1!aa1!", Weakness.REPEATED),
        ("Zk7!!!!!!!!!!!", Weakness.REPEATED),
        ("Zk!123456789012", Weakness.SEQUENCE),
        ("Zk!9876543210-", Weakness.SEQUENCE),
        ("Azertyuiop-1234", Weakness.SEQUENCE),
        ("Wxcvbn!456-Qsdf", Weakness.SEQUENCE),
        ("Bézier-86400-A", Weakness.NAME),
        ("B3z13r-86400-A", Weakness.NAME),
        ("Exideuil!86400", Weakness.NAME),
        ("SaintPierredExideuil!86", Weakness.NAME),
        ("AnneBezier2026!", Weakness.NAME),
        ("MotDePasse2026!", Weakness.COMMON),
        ("M0td3p@sse-2026", Weakness.COMMON),
        ("Mairie-Soleil-86!", Weakness.COMMON),
    ],
)
def test_what_only_looks_strong_is_refused(password: str, weakness: Weakness) -> None:
    quality = assess(password, NAMES)
    assert not quality.enough
    assert weakness in quality.weaknesses
    assert quality.bits < 80
    assert quality.missing


def test_words_that_hold_three_neighbours_of_the_keyboard_are_left_alone() -> None:
    assert assess("Montre-ouvert8").weaknesses == ()


@given(st.text(max_size=250), st.lists(st.text(max_size=30), max_size=3))
def test_any_text_is_assessed(password: str, names: list[str]) -> None:
    quality = assess(password, names)
    assert quality.enough is (quality.bits >= 80)
    assert quality.enough is not bool(quality.missing)


@given(st.integers(0, 2**32).map(Random))
def test_random_signs_pass(random: Random) -> None:
    signs = string.ascii_letters + string.digits + "!?-_+*%"
    drawn = "".join(random.choices(signs, k=20))
    assert assess("aB1!" + drawn).enough


@given(st.integers(0, 2**32).map(Random))
def test_what_is_proposed_is_always_strong_enough(random: Random) -> None:
    proposed = propose(rng=random)
    assert assess(proposed, NAMES).rule is Rule.SEVEN_WORDS


def test_proposals_differ_and_are_drawn_from_the_list() -> None:
    drawn = [propose() for _ in range(200)]
    assert len(set(drawn)) == 200
    assert {word for one in drawn for word in one.split("-")} <= set(words())
    assert len(propose(9).split("-")) == 9


def test_the_list_gives_80_bits_and_words_that_are_told_apart() -> None:
    listed = words()
    assert 7 * math.log2(len(listed)) > 80.4
    assert list(listed) == sorted(set(listed))
    assert all(word.isascii() and word.islower() and 4 <= len(word) <= 8 for word in listed)
    assert len({word[:4] for word in listed}) == len(listed)
