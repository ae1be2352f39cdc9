"""The language a paper speaks: French, English, or one after the other.

A :class:`Tongue` says days, hours and phones in one language. A :class:`Voice` makes runs of
them, each tagged with its language where that is not the document's, so that a screen reader
changes its voice too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Protocol

from ctg_desktop.domain import wording, wording_en
from ctg_desktop.domain.calendar_words import NBSP, WEEKDAYS, WEEKDAYS_EN
from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.domain.opening_hours import Style, to_english, to_french
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.recurrence import rule_to_english, rule_to_french
from ctg_desktop.pdf import dates, dates_en
from ctg_desktop.pdf.phrases import Phrase
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.words import ENGLISH, FRENCH, verbatim, words

_DASH = re.compile(r"\s–\s")


class Wording(Protocol):
    """What ``domain.wording`` and ``domain.wording_en`` both can."""

    def month(self, year: int, number_: int, /) -> str:
        """Return "septembre 2026"."""

    def day_full(self, value: date, /) -> str:
        """Return "mardi 3 septembre 2024"."""

    def day_of_month(self, value: date, /) -> str:
        """Return "3 septembre"."""

    def joined(self, words: Sequence[str], /) -> str:
        """Return "lundi, mardi et jeudi"."""


class DateWords(Protocol):
    """What ``pdf.dates`` and ``pdf.dates_en`` both can."""

    def short_day(self, day: date, /) -> str:
        """Return "sam. 12"."""

    def until(self, occurrence: Occurrence, /) -> str:
        """Return "jusqu’au dim. 13 juin", or nothing."""

    def hours(self, occurrence: Occurrence, /) -> str:
        """Return "9 h – 12 h", or nothing."""

    def moved(self, occurrence: Occurrence, /) -> str:
        """Return "déplacé, au lieu du sam. 12 juin", or nothing."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language of a paper.

    Attributes:
        code: BCP 47 code.
        wording: Its months, days and enumerations.
        dates: Its dates of events.
        hours: Opening hours, from how they are stored.
        phone: A phone as it is read.
        repetition: When a repeated event takes place.
        month_of: "de novembre 2026", "November 2026".
        weekdays: Monday first.
    """

    code: str
    wording: Wording
    dates: DateWords
    hours: Callable[[str], str]
    phone: Callable[[str], str]
    repetition: Callable[[Event], str]
    month_of: Callable[[date], str]
    weekdays: tuple[str, ...]

    def of(self, phrase: Phrase) -> str:
        """Return a fixed text in this language."""
        return phrase.french if self.code == FRENCH else phrase.english

    def weekday_and_day(self, day: date) -> str:
        """Return "jeudi 24 décembre"."""
        return f"{self.weekdays[day.weekday()]} {self.wording.day_of_month(day)}"


def _hours(stored: str) -> str:
    return _together(to_french(stored, style=Style.SHORT))


def _hours_en(stored: str) -> str:
    return _together(to_english(stored, style=Style.SHORT))


def _together(hours: str) -> str:
    """Keep "lun. – ven." and "9 h – 12 h" on one line."""
    return _DASH.sub(f"{NBSP}–{NBSP}", hours)


FRENCH_TONGUE = Tongue(
    FRENCH,
    wording,
    dates,
    _hours,
    wording.phone,
    rule_to_french,
    lambda day: wording.of(wording.month(day.year, day.month)),
    WEEKDAYS,
)
ENGLISH_TONGUE = Tongue(
    ENGLISH,
    wording_en,
    dates_en,
    _hours_en,
    wording_en.phone,
    rule_to_english,
    lambda day: wording_en.month(day.year, day.month),
    WEEKDAYS_EN,
)

_TONGUES = MappingProxyType(
    {
        Language.FRENCH: (FRENCH_TONGUE,),
        Language.ENGLISH: (ENGLISH_TONGUE,),
        Language.BOTH: (FRENCH_TONGUE, ENGLISH_TONGUE),
    }
)


@dataclass(frozen=True, slots=True)
class Voice:
    """How a paper speaks."""

    language: Language = Language.FRENCH

    @property
    def tongues(self) -> tuple[Tongue, ...]:
        """Its languages, the document's first."""
        return _TONGUES[self.language]

    @property
    def main(self) -> Tongue:
        """The language of the document."""
        return self.tongues[0]

    @property
    def is_double(self) -> bool:
        """Whether everything is said twice."""
        return len(self.tongues) > 1

    def said(self, phrase: Phrase, *filled: str, between: str = " / ") -> str:
        """Return a fixed text for bookmarks and names of parts, which have one language."""
        texts = (tongue.of(phrase).format(*filled) for tongue in self.tongues)
        return between.join(dict.fromkeys(text for text in texts if text))

    def runs(self, phrase: Phrase, *, strong: bool = False, between: str = " · ") -> Runs:
        """Return a fixed text, the first language strong where wished; once where both agree."""
        return self.each(lambda tongue: tongue.of(phrase), strong=strong, between=between)

    def paired(self, phrase: Phrase, *, between: str = " / ") -> Runs:
        """Return a heading or label: of two languages the first strong, the second quieter.

        The style of such a text is regular in a paper that speaks twice.
        """
        return self.runs(phrase, strong=self.is_double, between=between)

    def each(
        self, tell: Callable[[Tongue], str], *, strong: bool = False, between: str = " · "
    ) -> Runs:
        """Return what each language tells, one after the other; once where both agree."""
        told: dict[str, Tongue] = {}
        for tongue in self.tongues:
            told.setdefault(tell(tongue), tongue)
        runs: list[Run] = []
        for text, tongue in told.items():
            if text and runs:
                runs.append(Run(between))
            runs += self.in_tongue(text, tongue, strong=strong and not runs)
        return tuple(runs)

    def in_tongue(self, text: str, tongue: Tongue, *, strong: bool = False) -> Runs:
        """Return a text of one language as it is printed, tagged where the document's differs."""
        language = "" if tongue.code == self.main.code else tongue.code
        setting = words if tongue.code == FRENCH else verbatim
        return setting(text, strong=strong, language=language)

    def french(self, text: str, *, strong: bool = False) -> Runs:
        """Return a text of the commune, which is in French whatever the paper speaks."""
        return self.in_tongue(text, FRENCH_TONGUE, strong=strong)

    def english(self, text: str, *, strong: bool = False) -> Runs:
        """Return an English text."""
        return self.in_tongue(text, ENGLISH_TONGUE, strong=strong)


FRENCH_VOICE = Voice()
