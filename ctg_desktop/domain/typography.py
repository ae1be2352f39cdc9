"""Spacing of French text on paper: no-break spaces where the printer's rules want them.

Source: Imprimerie nationale, *Lexique des règles typographiques en usage à l'Imprimerie
nationale* (ponctuation, nombres). Words are never changed, only the blanks between them.
"""

from __future__ import annotations

import re

from ctg_desktop.domain.calendar_words import NARROW, NBSP

_BLANKS = f"[ {NBSP}{NARROW}]"
_UNITS = "€|%|‰|°|h|min|km|m|cm|kg|g|l|ans?|mois|jours?|euros?|pers(?:onnes?)?|places?"
_TITLES = "M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|n°|N°|p|art"

_PATTERN = re.compile(
    rf"""
    (?P<kept>
        (?:[A-Za-z][A-Za-z0-9+.\-]{{0,19}}://|www\.)\S+    # addresses of sites
      | [^\s@]{{1,64}}@[^\s@]+                          # e-mails
      | \d{{1,4}}:\d{{1,4}}                             # times as machines write them
      | &\#?\w{{1,9}};                                  # entities
    )
  | (?P<open>«){_BLANKS}*(?=[^\s»])
  | (?<=[^\s«]){_BLANKS}*(?P<close>»)
  | (?<=[\w)\]»”"'’%°²³€….]){_BLANKS}*(?P<high>[;!?]+)
  | (?<=[\w)\]»”"'’%°²³€….]){_BLANKS}+(?P<colon>:)(?!//)
  | (?<=[\w)\]»])(?P<glued>:)(?=[ \n]|$)
  | (?<=\d)(?P<digits>[ ])(?=\d{{2,3}}(?!\d))
  | (?<=\d)(?P<unit>[ ])(?=(?:{_UNITS})(?!\w))
  | (?<=\d[ {NBSP}]h)(?P<minutes>[ ])(?=\d\d?(?!\d))
  | (?<!\w)(?P<title>{_TITLES})(?P<point>\.?)[ ](?=[A-ZÀ-Ý0-9])
    """,
    re.VERBOSE,
)

_ORDINAL = re.compile(r"(?<![\w.,])(\d{1,3})(er|re|e)(?![\w@])")


def french(text: str) -> str:
    """Return the text with the no-break spaces of good French typography.

    A narrow one before ``; ! ?`` and inside « », a full one before a colon, inside numbers,
    between a number and its unit, after "M." or "n°". Addresses of sites, e-mails and times such
    as 10:30 are left alone. Doing it twice changes nothing.
    """
    return _PATTERN.sub(_spaced, text)


def ordinals(text: str) -> list[tuple[str, bool]]:
    """Cut a text where small raised letters begin and end: ``1er`` → ``1``, raised ``er``.

    Returns:
        Stretches of the text, in order, each with whether it is raised; never an empty stretch.
    """
    stretches: list[tuple[str, bool]] = []
    start = 0
    for match in _ORDINAL.finditer(text):
        stretches.append((text[start : match.start(2)], False))
        stretches.append((match.group(2), True))
        start = match.end()
    stretches.append((text[start:], False))
    return [stretch for stretch in stretches if stretch[0]]


def _spaced(match: re.Match[str]) -> str:
    found = match.lastgroup or ""
    if found == "kept":
        return match.group()
    if found == "point":
        return f"{match.group('title')}{match.group('point')}{NBSP}"
    before, after = _AROUND.get(found, (NBSP, ""))
    mark = match.group(found).strip()
    return f"{before}{mark}{after}"


_AROUND = {
    "open": ("", NARROW),
    "close": (NARROW, ""),
    "high": (NARROW, ""),
}
