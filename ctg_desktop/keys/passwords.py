"""Passwords: how they are read, and how strong they must be where a key depends on them.

The measure is that of the CNIL's recommendation on passwords (deliberation 2022-100 of 21 July
2022): about 80 bits, reached by one of three rules. A rule counts signs; it does not know what
people like to choose. What is easily guessed is therefore taken for one sign each before the rules
are applied: what was there before, sequences of the alphabet or the keyboard, names of the place
and its people, the commonest passwords. Whether a sentence is a well-known verse, or a name is of
one's own family, cannot be told here: the words that the program proposes are the safest choice.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ctg_desktop.domain.text import fold
from ctg_desktop.errors import UserError
from ctg_desktop.keys.guessable import Weakness, substance
from ctg_desktop.keys.words import words

LONGEST = 200
WANTED_BITS = 80
WANTED_WORDS = 7

_REFUSED = {"Cc", "Cs", "Co", "Cn"}  # keys no keyboard has, or signs that Unicode may change later
_WORD = re.compile(r"[^\W\d_]{4,}")


class Kind(StrEnum):
    """The four kinds of signs."""

    LOWER = "lower"
    UPPER = "upper"
    DIGIT = "digit"
    SIGN = "sign"


_ALPHABETS = {Kind.LOWER: 26, Kind.UPPER: 26, Kind.DIGIT: 10, Kind.SIGN: 37}
_OFFERED = (Kind.DIGIT, Kind.UPPER, Kind.SIGN, Kind.LOWER)


class Rule(StrEnum):
    """What makes a password strong enough."""

    TWELVE_OF_FOUR = "twelve-of-four"
    FOURTEEN_OF_THREE = "fourteen-of-three"
    SEVEN_WORDS = "seven-words"


_LENGTHS = ((Rule.TWELVE_OF_FOUR, 12, 4), (Rule.FOURTEEN_OF_THREE, 14, 3))


class Lack(StrEnum):
    """What would help; ``count`` of ``Missing`` says how many."""

    CHARACTERS = "more-characters"
    WORDS = "more-words"
    LOWER = "add-lower"
    UPPER = "add-upper"
    DIGIT = "add-digit"
    SIGN = "add-sign"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to add."""

    lack: Lack
    count: int = 1


@dataclass(frozen=True, slots=True)
class Quality:
    """How hard a password is to guess.

    Attributes:
        bits: An estimate from its words and signs, as if they had been drawn at random; under 80 as
            long as no rule is met, and not under once one is.
        rule: The one that it meets.
        missing: The shortest way to a rule; empty when it is strong enough.
        weaknesses: What in it is easily guessed; empty when it is strong enough all the same.
    """

    bits: int
    rule: Rule | None
    missing: tuple[Missing, ...]
    weaknesses: tuple[Weakness, ...]

    @property
    def enough(self) -> bool:
        """Whether the key of a vault may depend on it."""
        return self.rule is not None


def prepared(password: str) -> bytes:
    """Return what the key is derived from: the same bytes however the accents were composed.

    Nothing is trimmed: a blank is a sign like another.

    Raises:
        UserError: ``password-missing``; ``password-too-long`` with the limit; ``password-sign``:
            it holds a sign that no keyboard types, a line break for instance.
    """
    if not password:
        raise UserError("password-missing", field="password")
    if len(password) > LONGEST:
        raise UserError("password-too-long", field="password", limit=LONGEST)
    if any(unicodedata.category(sign) in _REFUSED for sign in password):
        raise UserError("password-sign", field="password")
    return _composed(password).encode()


def same(one: str, other: str) -> bool:
    """Tell whether two passwords open the same, however their accents were composed."""
    return _composed(one) == _composed(other)


def _composed(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


def require_strong(password: str, forbidden: Iterable[str] = ()) -> None:
    """Refuse a password that is too easily guessed.

    Args:
        password: As typed.
        forbidden: Names that it must not lean on: the user's, the commune's.

    Raises:
        UserError: ``password-too-weak``, and those of ``prepared``.
    """
    prepared(password)
    if not assess(password, forbidden).enough:
        raise UserError("password-too-weak", field="password")


def assess(password: str, forbidden: Iterable[str] = ()) -> Quality:
    """Say how hard a password is to guess, at each key that is typed."""
    text = unicodedata.normalize("NFKC", password[:LONGEST])
    kept, weaknesses = substance(text, tuple(forbidden))
    kinds = {_kind(sign) for sign in kept}
    said = len({fold(word) for word in _WORD.findall(text)})
    rule = _rule(len(kept), len(kinds), said)
    if rule:
        return Quality(max(WANTED_BITS, _bits(kept, kinds)), rule, (), ())
    bits = min(WANTED_BITS - 1, _bits(kept, kinds))
    return Quality(bits, None, _shortest_way(len(kept), kinds, said), weaknesses)


def _kind(sign: str) -> Kind:
    category = unicodedata.category(sign)
    if category == "Nd":
        return Kind.DIGIT
    if category in {"Lu", "Lt"}:
        return Kind.UPPER
    return Kind.LOWER if category.startswith("L") else Kind.SIGN


def _rule(length: int, kinds: int, said: int) -> Rule | None:
    if said >= WANTED_WORDS:
        return Rule.SEVEN_WORDS
    met = (rule for rule, least, wanted in _LENGTHS if length >= least and kinds >= wanted)
    return next(met, None)


def _bits(kept: str, kinds: set[Kind]) -> int:
    """Return what the signs are worth, those of a word together no more than one of our list."""
    said = _WORD.findall(kept)
    beside = len(kept) - sum(map(len, said))
    a_sign = math.log2(sum(_ALPHABETS[kind] for kind in kinds) or 1)
    a_word = math.log2(len(words()))
    return round(beside * a_sign + sum(min(a_word, len(word) * a_sign) for word in said))


def _shortest_way(length: int, kinds: set[Kind], said: int) -> tuple[Missing, ...]:
    """Return what to add, by the rule that asks the fewest signs; words for those who use words."""
    if said > 3:
        return (Missing(Lack.WORDS, WANTED_WORDS - said),)
    absent = [kind for kind in _OFFERED if kind not in kinds]
    ways = []
    for _, least, wanted in _LENGTHS:
        added = absent[: max(0, wanted - len(kinds))]
        more = max(0, least - length - len(added))
        ways.append((len(added) + more, added, more))
    _, added, more = min(ways, key=lambda way: way[0])
    lacks = [Missing(Lack(f"add-{kind}")) for kind in added]
    return (*lacks, Missing(Lack.CHARACTERS, more)) if more else tuple(lacks)
