"""What is said of a password while it is typed. Keys are the codes of the keys room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import ceil

from ctg_desktop.domain.wording import joined

LACKS: dict[str, tuple[str, str]] = {
    "more-characters": ("encore {count} caractère", "encore {count} caractères"),
    "more-words": ("encore {count} mot", "encore {count} mots"),
    "add-lower": ("une minuscule", "{count} minuscules"),
    "add-upper": ("une majuscule", "{count} majuscules"),
    "add-digit": ("un chiffre", "{count} chiffres"),
    "add-sign": ("un signe (+, -, * …)", "{count} signes (+, -, * …)"),
}
"""What would help, for one and for several."""

WEAKNESSES: dict[str, str] = {
    "repeated": "une répétition compte pour un seul caractère",
    "sequence": "une suite, 1234 ou azerty par exemple, compte pour un seul caractère",
    "name": "un nom de personne ou de commune compte pour un seul caractère",
    "common": "un mot de passe très courant compte pour un seul caractère",
}
"""Why part of it counts for little."""

RULES: dict[str, str] = {
    "twelve-of-four": "Solide\u00a0: douze caractères ou plus, de quatre sortes.",
    "fourteen-of-three": "Solide\u00a0: quatorze caractères ou plus, de trois sortes.",
    "seven-words": "Solide\u00a0: sept mots ou plus.",
}
"""Why it is strong enough."""

ASKED = "Douze caractères avec majuscule, minuscule, chiffre et signe\u202f; ou sept mots."


def lacking(missing: Sequence[tuple[str, int]], weaknesses: Sequence[str]) -> str:
    """Say what a password lacks, for example a figure and three more signs.

    Args:
        missing: Codes of what would help, each with how many.
        weaknesses: Codes of what in it is easily guessed.
    """
    parts = [LACKS[code][count > 1].format(count=count) for code, count in missing]
    said = f"Il manque {joined(parts)}."
    if not weaknesses:
        return said
    return f"{said} Attention\u00a0: {joined([WEAKNESSES[one] for one in weaknesses])}."


def waiting(left: timedelta) -> str:
    """Say when the next attempt is possible; empty when it is now."""
    seconds = ceil(left.total_seconds())
    if seconds <= 0:
        return ""
    if seconds < 120:
        return f"Nouvel essai possible dans {seconds} s."
    return f"Nouvel essai possible dans {ceil(seconds / 60)} min."
