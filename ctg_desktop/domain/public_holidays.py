"""The public holidays of mainland France, by the ``holidays`` library.

Source: code du travail, article L3133-1.
"""

from __future__ import annotations

from datetime import date, timedelta

_COUNTRY = "FR"
_ONE_DAY = timedelta(days=1)


def public_holidays(first: date, last: date) -> dict[date, str]:
    """Return the public holidays from a day to another, both included, with their French names."""
    from holidays import country_holidays

    known = country_holidays(_COUNTRY, years=range(first.year, last.year + 1), language="fr")
    days = (first + _ONE_DAY * number for number in range((last - first).days + 1))
    return {day: known[day].replace("'", "’") for day in days if day in known}
