"""The French words of opening hours, and what kind of token each is.

Words are folded (lower case, no accent), apostrophes and abbreviation dots left out; a phrase is
looked up with or without its hyphens, the longest first.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from itertools import product

from ctg_desktop.domain.opening_hours.model import (
    APPOINTMENT,
    DAY_MINUTES,
    NO_APPOINTMENT,
    DaySpan,
    Holiday,
    Parity,
    TimeSpan,
)


class Kind(enum.Enum):
    """What a token is to the grammar."""

    DAY = enum.auto()
    DAYS = enum.auto()
    HOLIDAY = enum.auto()
    RANK = enum.auto()
    MONTHLY = enum.auto()
    MONTH = enum.auto()
    PARITY = enum.auto()
    NUMBER = enum.auto()
    HOUR = enum.auto()
    POINT = enum.auto()
    PART = enum.auto()
    ALL_DAY = enum.auto()
    ALWAYS = enum.auto()
    START = enum.auto()
    TO = enum.auto()
    UNTIL = enum.auto()
    BETWEEN = enum.auto()
    DASH = enum.auto()
    SLASH = enum.auto()
    DOT = enum.auto()
    COLON = enum.auto()
    COMMA = enum.auto()
    AND = enum.auto()
    STOP = enum.auto()
    LINE = enum.auto()
    CLOSED = enum.auto()
    EXCEPT = enum.auto()
    TERM = enum.auto()
    NOTE = enum.auto()
    ONLY_NOTE = enum.auto()
    OR = enum.auto()
    ELSE = enum.auto()
    BUT = enum.auto()
    ALSO = enum.auto()
    FILLER = enum.auto()
    UNKNOWN = enum.auto()


class Part(enum.Enum):
    """A named part of the day."""

    MORNING = "matin"
    LUNCH = "midi"
    AFTERNOON = "après-midi"
    EVENING = "soir"


@dataclass(frozen=True, slots=True)
class PartTimes:
    """What a part of the day means.

    Attributes:
        opened: The slot meant by "samedi matin" when no hour is given.
        closed: The half day meant by "fermé le samedi matin".
        bounds: Where hours said to be of this part must lie.
    """

    opened: TimeSpan
    closed: TimeSpan
    bounds: TimeSpan


def _slot(start: int, end: int) -> TimeSpan:
    return TimeSpan(start * 60, end * 60)


PART_TIMES = {
    Part.MORNING: PartTimes(_slot(9, 12), _slot(0, 12), _slot(0, 14)),
    Part.LUNCH: PartTimes(_slot(12, 14), _slot(12, 14), _slot(11, 15)),
    Part.AFTERNOON: PartTimes(_slot(14, 17), _slot(12, 24), _slot(12, 21)),
    Part.EVENING: PartTimes(_slot(18, 20), _slot(18, 24), _slot(17, 30)),
}

NOON = DAY_MINUTES // 2
MIDNIGHT = DAY_MINUTES

DAY_NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTH_NAMES = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin"),
    *("juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
)
_DAY_SHORTS = ("lun lu", "mar ma", "mer me merc", "jeu je", "ven ve vend", "sam sa", "dim di")
_MONTH_SHORTS = {1: "jan janv", 2: "fev fevr", 4: "avr", 7: "juil juill jul", 8: "aou"} | {
    9: "sep sept",
    10: "oct",
    11: "nov",
    12: "dec",
}
_RANKS = {
    1: "premier premiers premiere premieres",
    2: "deuxieme deuxiemes second seconds seconde",
    3: "troisieme troisiemes",
    4: "quatrieme quatriemes",
    5: "cinquieme cinquiemes",
    -1: "dernier derniers derniere dern",
    -2: "avant-dernier avant-derniers",
}
ABBREVIATIONS = frozenset(
    " ".join([*_DAY_SHORTS, *_MONTH_SHORTS.values(), "h dern vac scol pm am"]).split()
)
ORDINAL_ENDINGS = frozenset(
    ("er", "ers", "re", "ere", "e", "eme", "emes", "ieme", "iemes", "nd", "nde")
)

_WORDS: dict[Kind, str] = {
    Kind.HOUR: "h|heure|heures|hrs|hr",
    Kind.TO: "a|au|aux|jusqu a|jusqu au",
    Kind.START: "a partir de|a compter de",
    Kind.BETWEEN: "entre",
    Kind.DASH: "-|–|—|‑|‒|−|~|>|→",
    Kind.SLASH: "/",
    Kind.DOT: ".",
    Kind.COLON: ":",
    Kind.COMMA: ",",
    Kind.AND: "et|puis|+|&|ainsi que",
    Kind.STOP: ";|•|·",
    Kind.LINE: "\n",
    Kind.CLOSED: "ferme|fermee|fermes|fermees|fermeture|fermeture annuelle|fermetures",
    Kind.EXCEPT: "sauf|hors|excepte|exceptes|a l exception de|a l exception du|a l exception des",
    Kind.TERM: "en periode scolaire|periode scolaire|periodes scolaires|en periodes scolaires"
    "|pendant la periode scolaire|en dehors des vacances scolaires|en dehors des vacances",
    Kind.MONTHLY: "du mois|de chaque mois|par mois|de tous les mois|dans le mois",
    Kind.ALL_DAY: "24 h / 24|24 / 24|24 h sur 24|24 heures sur 24|24 heures / 24|24 h / 24 h"
    "|jour et nuit",
    Kind.ALWAYS: "24 / 7",
    Kind.OR: "ou",
    Kind.ELSE: "sinon",
    Kind.BUT: "mais",
    Kind.ALSO: "aussi|en plus",
    Kind.FILLER: "le|la|les|l|de|du|des|d|chaque|tous|toutes|tous les|en|pendant|durant|lors de"
    "|ouvert|ouverte|ouverts|ouvertes|ouverture|horaires|horaires d ouverture|le mois de|mois de"
    "|du mois de|mois d|le mois d|au mois de|au mois d|du mois d|toute l annee|non stop|en continu"
    "|sans interruption|journee continue|(|)",
}
_UNTIL = "jusqu a|jusqu au"


def _phrases() -> dict[tuple[str, ...], tuple[Kind, object]]:
    table: dict[tuple[str, ...], tuple[Kind, object]] = {}
    for kind, words in _WORDS.items():
        phrases = words.split("|")
        table.update({tuple(phrase.split(" ")): (kind, None) for phrase in phrases})
    table.update({tuple(words.split()): (Kind.UNTIL, None) for words in _UNTIL.split("|")})
    return table | _calendar_phrases() | _time_phrases() | _note_phrases()


def _calendar_phrases() -> dict[tuple[str, ...], tuple[Kind, object]]:
    table: dict[tuple[str, ...], tuple[Kind, object]] = {}
    for day, (name, shorts) in enumerate(zip(DAY_NAMES, _DAY_SHORTS, strict=True), 1):
        table.update({(word,): (Kind.DAY, day) for word in (name, name + "s", *shorts.split())})
    for month, name in enumerate(MONTH_NAMES, 1):
        words = (name, *_MONTH_SHORTS.get(month, "").split())
        table.update({(word,): (Kind.MONTH, month) for word in words})
    for rank, ranks in _RANKS.items():
        table.update({tuple(word.split("-")): (Kind.RANK, rank) for word in ranks.split()})
    for span, phrases in _DAY_GROUPS.items():
        table.update({tuple(phrase.split()): (Kind.DAYS, span) for phrase in phrases.split("|")})
    for holiday, phrases in _HOLIDAYS.items():
        table.update({tuple(p.split()): (Kind.HOLIDAY, holiday) for p in phrases.split("|")})
    for parity, word in ((Parity.EVEN, "paire"), (Parity.ODD, "impaire")):
        for start, end in product(("semaine", "semaines"), ("", "s")):
            table[start, word + end] = (Kind.PARITY, parity)
    return table


_DAY_GROUPS = {
    DaySpan(1, 7): "tous les jours|tlj|7 j / 7|7 / 7|7 jours sur 7|7 jours / 7|7 j sur 7"
    "|chaque jour|toute la semaine",
    DaySpan(1, 5): "en semaine|jours ouvres",
    DaySpan(1, 6): "jours ouvrables",
    DaySpan(6, 7): "week end|week ends|weekend|weekends",
}
_HOLIDAYS = {
    Holiday.PUBLIC: "jours feries|jour ferie|feries|ferie|tous les jours feries",
    Holiday.SCHOOL: "vacances scolaires|vacances|vac scol|vac scolaires"
    "|periode de vacances|periodes de vacances|periode de vacances scolaires"
    "|periodes de vacances scolaires",
}


def _time_phrases() -> dict[tuple[str, ...], tuple[Kind, object]]:
    return {
        ("matin",): (Kind.PART, Part.MORNING),
        ("matins",): (Kind.PART, Part.MORNING),
        ("matinee",): (Kind.PART, Part.MORNING),
        ("apres", "midi"): (Kind.PART, Part.AFTERNOON),
        ("apres", "midis"): (Kind.PART, Part.AFTERNOON),
        ("aprem",): (Kind.PART, Part.AFTERNOON),
        ("soir",): (Kind.PART, Part.EVENING),
        ("soirs",): (Kind.PART, Part.EVENING),
        ("soiree",): (Kind.PART, Part.EVENING),
        ("midi",): (Kind.POINT, NOON),
        ("minuit",): (Kind.POINT, MIDNIGHT),
    }


def _note_phrases() -> dict[tuple[str, ...], tuple[Kind, object]]:
    table: dict[tuple[str, ...], tuple[Kind, object]] = {}
    appointments = [
        (start, *end) for start, end in product(("sur", "avec"), (("rdv",), ("rendez", "vous")))
    ]
    for words in [*appointments, ("rdv",), ("rendez", "vous")]:
        table[words] = (Kind.NOTE, APPOINTMENT)
        for only in ("uniquement", "seulement", "exclusivement"):
            table[only, *words] = table[*words, only] = (Kind.ONLY_NOTE, APPOINTMENT)
    for words in (("sans", "rdv"), ("sans", "rendez", "vous")):
        table[words] = (Kind.NOTE, NO_APPOINTMENT)
    return table


PHRASES = _phrases()
LONGEST_PHRASE = max(map(len, PHRASES))
