"""Words beside which a discreet reminder stands: they never forbid anything.

Health, religion, origin, opinions and offences are not noted of a family. Source: regulation (EU)
2016/679 (GDPR), articles 9 and 10.
"""

from __future__ import annotations

import re

from ctg_desktop.domain.text import fold

_BEGINNINGS = (
    # Health
    "alcool",
    "allergi",
    "autis",
    "cancer",
    "depressi",
    "diabet",
    "drogu",
    "enceinte",
    "grossesse",
    "handicap",
    "hospitalis",
    "invalidite",
    "malade",
    "maladi",
    "mdph",
    "psychiatr",
    "psycholog",
    "schizophren",
    "sida",
    "suicid",
    "toxicoman",
    "traitement medical",
    # Religion and opinions
    "athee",
    "bapte",
    "bapti",
    "casher",
    "catholi",
    "chretien",
    "coran",
    "evangeli",
    "halal",
    "islam",
    "juif",
    "juive",
    "mosquee",
    "musulman",
    "protestant",
    "ramadan",
    "religi",
    "syndicalis",
    "temoin de jehovah",
    "temoins de jehovah",
    "vote pour",
    # Origin and stay
    "clandestin",
    "demandeur d'asile",
    "demandeurs d'asile",
    "ethni",
    "gitan",
    "immigr",
    "nationalite",
    "origine",
    "refugie",
    "sans papiers",
    "sans-papiers",
    "titre de sejour",
    "tsigane",
    # Life, offences
    "bisexuel",
    "casier judiciaire",
    "condamn",
    "delinquan",
    "gay",
    "homosexu",
    "lesbienne",
    "prison",
)
_WORDS = ("gens du voyage", "noir", "noire", "noirs", "rom", "roms", "vih")
_PATTERN = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(map(re.escape, _BEGINNINGS))})\w*"
    rf"|(?:{'|'.join(map(re.escape, _WORDS))})(?!\w))"
)


def sensitive_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that call for the reminder, folded, each once."""
    return tuple(dict.fromkeys(found.group() for found in _PATTERN.finditer(fold(text))))
