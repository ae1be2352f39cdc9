"""What a person typed, turned into OpenStreetMap ``opening_hours`` text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ctg_desktop.domain.opening_hours.assembly import assemble
from ctg_desktop.domain.opening_hours.canonical import canonical, is_note
from ctg_desktop.domain.opening_hours.elements import elements
from ctg_desktop.domain.opening_hours.evaluation import is_valid
from ctg_desktop.domain.opening_hours.model import APPOINTMENT, NO_APPOINTMENT, Rules
from ctg_desktop.domain.opening_hours.osm_reader import read
from ctg_desktop.domain.opening_hours.osm_writer import kept_text, write
from ctg_desktop.domain.opening_hours.token_cursor import NotUnderstoodError
from ctg_desktop.domain.opening_hours.tokens import tokens
from ctg_desktop.domain.opening_hours.wording import Style, to_french
from ctg_desktop.domain.text import clean

TEXT_LIMIT = 2_000
_KNOWN_NOTES = (APPOINTMENT, NO_APPOINTMENT)
_CUT_MARK = "…"
_LINE_MARK = " | "
_SEPARATORS = re.compile(r"[,;\n]")
_OSM_MARKS = re.compile(
    r"\b(?:Mo|Tu|We|Th|Fr|Su|PH|SH|off|week|unknown|open|closed)\b|24/7"
    r"|\b(?:(?:Jan|Apr|Jun|Jul|Sep|Oct|Nov|Dec) \d|Mar 0)\d-\d\d\b(?! *[hH:])"
)
"""Words that are no French, and days of a month, which would be read as hours. "Mar 10-12" stays
Tuesday morning."""


@dataclass(frozen=True, slots=True)
class ParsedHours:
    """Opening hours as stored, and whether they were understood.

    Attributes:
        osm: OpenStreetMap text; the whole typed text as a comment when it was not understood.
        understood: Whether everything was.
        leftover: The piece that was not, as typed; empty when everything was.
    """

    osm: str
    understood: bool
    leftover: str


def parse_typed(text: str) -> ParsedHours:
    """Return the opening hours that a person typed in French (or pasted in OpenStreetMap syntax).

    Never guesses: what can be read in more than one way, or could not be said back, is kept as
    text. Only the first 2,000
    characters of a longer text are kept, and nothing of it is understood.

    Args:
        text: Any text.
    """
    cleaned = clean(text[: TEXT_LIMIT + 1])
    if len(text) > TEXT_LIMIT:
        cut = cleaned[:TEXT_LIMIT].rstrip()
        return _kept(cut + _CUT_MARK, leftover=cut) if cut else _empty()
    if not cleaned:
        return _empty()
    written = _osm(cleaned) if _OSM_MARKS.search(cleaned) else None
    if written is not None:
        return written
    try:
        osm = _french(cleaned)
    except NotUnderstoodError as failure:
        return _osm(cleaned) or _kept(cleaned, leftover=_piece(cleaned, failure.start))
    if not _is_said_back(osm):
        return _kept(cleaned, leftover=cleaned)
    return ParsedHours(osm, understood=True, leftover="")


def assemble_text(text: str) -> Rules:
    """Return the rules of a French text.

    Raises:
        NotUnderstoodError: Where it is not understood; a remark alone says nothing of hours.
    """
    rules = assemble(elements(tokens(text)))
    if not rules or _is_remark(rules):
        raise NotUnderstoodError(0)
    return rules


def _french(text: str) -> str:
    return write(canonical(assemble_text(text)))


def _is_said_back(osm: str) -> bool:
    """Whether the French made of these hours is read as the same hours.

    People see that French, in the edit field too: hours that it would change are not understood.
    """
    try:
        return all(_french(to_french(osm, style=style)) == osm for style in Style)
    except NotUnderstoodError:
        return False


def _is_remark(rules: Rules) -> bool:
    return len(rules) == 1 and is_note(rules[0]) and rules[0].comment not in _KNOWN_NOTES


def _empty() -> ParsedHours:
    return ParsedHours("", understood=True, leftover="")


def _osm(text: str) -> ParsedHours | None:
    """Read OpenStreetMap text; one that is but a comment is read as if its words were typed."""
    rules = read(text)
    if rules is None:
        known = _OSM_MARKS.search(text) and is_valid(text)
        return ParsedHours(" ".join(text.split()), understood=True, leftover="") if known else None
    rules = canonical(rules)
    if _is_remark(rules):
        return parse_typed(rules[0].comment)
    return ParsedHours(write(rules), understood=True, leftover="")


def _kept(text: str, *, leftover: str) -> ParsedHours:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return ParsedHours(
        kept_text(_LINE_MARK.join(filter(None, lines))), understood=False, leftover=leftover
    )


def _piece(text: str, start: int) -> str:
    end = _SEPARATORS.search(text, start + 1)
    return text[start : end.start() if end else len(text)].strip() or text
