"""Opening hours: typed in French, stored in OpenStreetMap syntax, said in French and English."""

from __future__ import annotations

from ctg_desktop.domain.opening_hours.evaluation import is_open, is_valid
from ctg_desktop.domain.opening_hours.stored import editable, is_stored_form, normalise
from ctg_desktop.domain.opening_hours.typed import TEXT_LIMIT, ParsedHours, parse_typed
from ctg_desktop.domain.opening_hours.weekly import from_weekly, with_comment
from ctg_desktop.domain.opening_hours.wording import Style, to_english, to_french

__all__ = [
    "TEXT_LIMIT",
    "ParsedHours",
    "Style",
    "editable",
    "from_weekly",
    "is_open",
    "is_stored_form",
    "is_valid",
    "normalise",
    "parse_typed",
    "to_english",
    "to_french",
    "with_comment",
]
