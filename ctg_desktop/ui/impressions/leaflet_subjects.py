"""What a leaflet can be about, in words."""

from __future__ import annotations

from collections.abc import Iterable

from ctg_desktop.domain.leaflet import LeafletSubject, SubjectChoice, SubjectKind
from ctg_desktop.domain.wording import joined, plural
from ctg_desktop.ui.impressions.leaflet_reading import key_of, subject_word

CHOSEN = key_of(LeafletSubject(SubjectKind.CHOSEN))
"""Stands for listings that were selected in the directory."""


class LeafletSubjects:
    """The subjects that the vault offers, and listings selected in the directory.

    Attributes:
        chosen: Ids of those listings.
    """

    def __init__(self) -> None:
        self.chosen: tuple[str, ...] = ()
        self._choices: dict[str, SubjectChoice] = {}

    def offer(self, choices: Iterable[SubjectChoice]) -> None:
        """Offer what the vault holds now."""
        self._choices = {key_of(one.subject): one for one in choices}

    def is_offered(self, key: str) -> bool:
        """Whether a subject is one of the vault's, which has texts of its own."""
        return key in self._choices

    def find(self, key: str) -> LeafletSubject | None:
        """Return a subject; ``None`` for one that is not there any more."""
        if key == CHOSEN:
            return LeafletSubject(SubjectKind.CHOSEN, chosen=self.chosen)
        choice = self._choices.get(key)
        return choice.subject if choice is not None else None

    def words(self) -> list[tuple[str, str]]:
        """Return key and words of each subject, as they are offered."""
        offered = [(key, subject_word(choice)) for key, choice in self._choices.items()]
        if self.chosen:
            count = plural(len(self.chosen), "fiche choisie", "fiches choisies")
            offered.insert(0, (CHOSEN, f"{count} dans Livret"))
        return offered

    def sheets_said(self, key: str) -> str:
        """Return which sheets of the action plan a subject answers; empty for none."""
        choice = self._choices.get(key)
        sheets = [str(number) for number in choice.sheets] if choice is not None else []
        word = "à la fiche" if len(sheets) == 1 else "aux fiches"
        return f"Répond {word} {joined(sheets)} du plan d’action." if sheets else ""
