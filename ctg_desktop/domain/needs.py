"""What a family that arrives may need, and which entries of the directory serve it.

The codes are those that households are noted with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.text import fold
from ctg_desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class Need:
    """A need of a family.

    Attributes:
        themes: Codes of themes that always serve it.
        categories: Codes of chapters that always serve it.
        words: Beginnings of words, folded, that tell in a name, sentence or description.
    """

    code: str
    label: str
    label_en: str
    themes: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()

    def is_served_by(self, listing: Listing) -> bool:
        """Tell whether an entry helps with this need."""
        if listing.category in self.categories or not self.themes.isdisjoint(listing.themes):
            return True
        said = fold(f"{listing.name} {listing.summary} {listing.description}")
        return any(re.search(rf"(?<![\w-]){re.escape(word)}", said) for word in self.words)


NEEDS: tuple[Need, ...] = (
    Need(
        "childcare",
        "Garde d’enfants",
        "Childcare",
        frozenset({"early-childhood"}),
        words=(
            "creche",
            "micro-creche",
            "assistantes maternelles",
            "assistante maternelle",
            "garde d'enfants",
            "garderie",
            "petite enfance",
            "accueil de loisirs",
            "periscolaire",
            "baby-sitt",
        ),
    ),
    Need(
        "school",
        "École",
        "School",
        words=("ecole", "college", "lycee", "cantine", "scolaire", "scolarit", "aide aux devoirs"),
    ),
    Need(
        "mobility",
        "Se déplacer",
        "Getting around",
        frozenset({"mobility"}),
        frozenset({"mobility"}),
        ("covoiturage", "navette", "transport", "mobylette"),
    ),
    Need(
        "housing",
        "Logement",
        "Housing",
        words=("logement", "loger", "loyer", "locataire", "habitat", "hebergement", "adil"),
    ),
    Need(
        "job",
        "Emploi",
        "Work",
        words=(
            "emploi",
            "mission locale",
            "france travail",
            "chercher du travail",
            "insertion",
            "interim",
            "metier",
        ),
    ),
    Need(
        "digital",
        "Numérique",
        "Digital help",
        frozenset({"digital-rights"}),
        words=("numerique", "internet", "ordinateur", "en ligne", "smartphone"),
    ),
    Need(
        "rights",
        "Accès aux droits",
        "Rights and paperwork",
        frozenset({"digital-rights", "social-directory"}),
        words=(
            "france services",
            "conciliateur",
            "assistante sociale",
            "assistant social",
            "ecrivain public",
            "ecrivaine publique",
            "demarche",
            "vos droits",
            "acces au droit",
            "acces aux droits",
            "point-justice",
            "ccas",
        ),
    ),
    Need(
        "leisure",
        "Loisirs et vacances",
        "Leisure and holidays",
        frozenset({"holidays"}),
        words=(
            "loisir",
            "vacances",
            "sport",
            "bibliotheque",
            "mediatheque",
            "ludotheque",
            "chorale",
            "theatre",
            "danse",
            "randonn",
            "jeux",
        ),
    ),
    Need(
        "meeting-people",
        "Rencontrer du monde",
        "Meeting people",
        frozenset({"volunteering"}),
        words=(
            "rencontr",
            "convivi",
            "nouveaux habitants",
            "comite des fetes",
            "parrain",
            "benevol",
            "cafe des",
        ),
    ),
    Need(
        "special-needs",
        "Besoins particuliers",
        "Special needs",
        frozenset({"disability"}),
        words=("handicap", "autis", "besoins specifiques", "besoins particuliers", "aidant"),
    ),
)

_BY_CODE = {need.code: need for need in NEEDS}


def needs_of(codes: Iterable[str]) -> tuple[Need, ...]:
    """Return needs by their codes, each once, in the order asked.

    Raises:
        UserError: ``need-unknown``.
    """
    wanted = tuple(dict.fromkeys(codes))
    for code in wanted:
        if code not in _BY_CODE:
            raise UserError("need-unknown", value=code[:40])
    return tuple(_BY_CODE[code] for code in wanted)
