"""How a notice speaks: fixed texts in its language, those of the commune in French."""

from __future__ import annotations

from dataclasses import dataclass, field

from ctg_desktop.domain.papers import Language
from ctg_desktop.pdf.phrases import Phrase
from ctg_desktop.pdf.runs import Runs
from ctg_desktop.pdf.voice import ENGLISH_TONGUE, FRENCH_TONGUE, Tongue, Voice

_VOICES = {ENGLISH_TONGUE.code: Voice(Language.ENGLISH), FRENCH_TONGUE.code: Voice(Language.FRENCH)}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says fixed texts in one language.

    Attributes:
        tongue: The language.
        voice: Of the paper, which may speak another one on its other pages.
    """

    tongue: Tongue
    voice: Voice = field(default_factory=Voice)

    @classmethod
    def alone(cls, tongue: Tongue) -> Speaker:
        """Return the speaker of a paper in one language."""
        return cls(tongue, _VOICES[tongue.code])

    def fixed(self, phrase: Phrase, *values: str) -> Runs:
        """Return a fixed text, its blanks filled."""
        return self.voice.in_tongue(self.tongue.of(phrase).format(*values), self.tongue)

    def local(self, text: str) -> Runs:
        """Return a text that a person wrote in French."""
        return self.voice.french(text)
