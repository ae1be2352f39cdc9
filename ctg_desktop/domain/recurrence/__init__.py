"""Repeated events: iCalendar rules checked, expanded, and put into words."""

from ctg_desktop.domain.moments import last_day
from ctg_desktop.domain.recurrence.english import rule_to_english
from ctg_desktop.domain.recurrence.french import rule_to_french
from ctg_desktop.domain.recurrence.parts import RuleParts, parts_of, rule_of
from ctg_desktop.domain.recurrence.rule import Frequency, check_rule
from ctg_desktop.domain.recurrence.series import (
    LIMIT,
    first_occurrence,
    has_occurrence,
    occurrences,
)

__all__ = [
    "LIMIT",
    "Frequency",
    "RuleParts",
    "check_rule",
    "first_occurrence",
    "has_occurrence",
    "last_day",
    "occurrences",
    "parts_of",
    "rule_of",
    "rule_to_english",
    "rule_to_french",
]
