"""Languages that families speak, by their French names.

Codes: ISO 639-1.
"""

from __future__ import annotations

import re

from ctg_desktop.domain.text import fold
from ctg_desktop.errors import UserError

LANGUAGES: dict[str, str] = {
    "fr": "français",
    "en": "anglais",
    "nl": "néerlandais",
    "pt": "portugais",
    "es": "espagnol",
    "ar": "arabe",
    "de": "allemand",
    "it": "italien",
    "ro": "roumain",
    "uk": "ukrainien",
    "ru": "russe",
    "pl": "polonais",
    "tr": "turc",
    "sq": "albanais",
    "hy": "arménien",
    "az": "azéri",
    "eu": "basque",
    "bn": "bengali",
    "be": "biélorusse",
    "bs": "bosnien",
    "br": "breton",
    "bg": "bulgare",
    "ca": "catalan",
    "zh": "chinois",
    "ko": "coréen",
    "hr": "croate",
    "da": "danois",
    "et": "estonien",
    "fi": "finnois",
    "ka": "géorgien",
    "el": "grec",
    "he": "hébreu",
    "hi": "hindi",
    "hu": "hongrois",
    "ja": "japonais",
    "ku": "kurde",
    "ln": "lingala",
    "lt": "lituanien",
    "mk": "macédonien",
    "mg": "malgache",
    "mn": "mongol",
    "no": "norvégien",
    "oc": "occitan",
    "ps": "pachto",
    "fa": "persan",
    "pa": "pendjabi",
    "ff": "peul",
    "sr": "serbe",
    "sk": "slovaque",
    "sl": "slovène",
    "so": "somali",
    "sv": "suédois",
    "sw": "swahili",
    "ta": "tamoul",
    "cs": "tchèque",
    "th": "thaï",
    "ti": "tigrigna",
    "ur": "ourdou",
    "vi": "vietnamien",
    "wo": "wolof",
}
"""Code → French name: those most met in the countryside of the Vienne first."""

_OTHER_NAMES = {"hollandais": "nl", "dari": "fa", "farsi": "fa", "mandarin": "zh"}
_FOLDED = {**{fold(name): code for code, name in LANGUAGES.items()}, **_OTHER_NAMES}
_SEPARATORS = re.compile(r"[,;/+\n]|\bet\b")


def language_name(code: str) -> str:
    """Return the French name of a language; its code where we do not know it."""
    return LANGUAGES.get(code, code)


def typed_languages(codes: tuple[str, ...]) -> str:
    """Return languages as they are typed: "anglais, portugais"."""
    return ", ".join(map(language_name, codes))


def parse_languages(text: str, field: str = "languages") -> tuple[str, ...]:
    """Return the codes of the languages typed, each once; beginnings of names are enough.

    Args:
        text: French names or codes, with commas or "et" between them.
        field: Path of the input, for the error.

    Raises:
        UserError: ``language-unknown``.
    """
    words = (one.strip() for one in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(_code(word, field) for word in words if word))


def _code(word: str, field: str) -> str:
    folded = fold(word)
    if folded in LANGUAGES:
        return folded
    if folded in _FOLDED:
        return _FOLDED[folded]
    begun = dict.fromkeys(code for name, code in _FOLDED.items() if name.startswith(folded))
    if not begun:
        raise UserError("language-unknown", field=field, value=word[:40])
    return next(iter(begun))
