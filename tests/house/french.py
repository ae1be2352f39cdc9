"""What French typography asks of a text, as far as a program can check it."""

from __future__ import annotations

import re

RULES: dict[str, re.Pattern[str]] = {
    "straight apostrophe": re.compile(r"[^\W\d_]'[^\W\d_]"),
    "straight quotation marks": re.compile(r'(?<![=\w])"[^\W\d_]'),
    "no narrow no-break space before ; ! ?": re.compile(
        r"[^\u202f\s«(\[=&!?][;!?](?!\w)|[ \u00a0][;!?](?=\s|$)"
    ),
    "no no-break space before the colon": re.compile(r"[^\W\d_»)\]]:(?=\s|$)| :(?=\s|$)"),
    "narrow no-break space before the colon": re.compile(r"\u202f:(?=\s|$)"),
    "plain space inside « »": re.compile(r"«(?!\u202f)|(?<!\u202f)»"),
    "three dots": re.compile(r"\w\.\.\."),
    "missing accent on a capital": re.compile(
        r"\b(?:Etat|Ecole|Etape|Edition|Editer|Ev[eé]nement|Election|Ecran|Echange|Echec|Etes|Ete\b|"
        r"Energie|Equipe|Economi|Ecrire|Ecrivez|Eteindre|A (?:v[eé]rifier|venir|jour|faire|propos))"
    ),
}


def faults_of_typography(text: str) -> list[str]:
    """Return the rules that a text does not follow, each with the place."""
    found = ((name, pattern.search(text)) for name, pattern in RULES.items())
    return [f"{name}: {match.group()!r} in {text!r}" for name, match in found if match]
