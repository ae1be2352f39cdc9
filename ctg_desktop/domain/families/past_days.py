"""Days on which something was done: none is to come, but for those that a wrong clock noted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain.listing_rules import checked_day
from ctg_desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class PastDays:
    """Refuses a day to come.

    Attributes:
        today: The day.
        ahead: Days to come that are stored already. They are corrected one by one: as long as
            there are several, each correction would be refused for the others.
    """

    today: date
    ahead: frozenset[date] = frozenset()

    def checked(self, day: date | None, field: str) -> date | None:
        """Return the day.

        Raises:
            UserError: ``date-in-future``, ``date-out-of-range``.
        """
        if day is not None and day > self.today and day not in self.ahead:
            raise UserError("date-in-future", field=field)
        return checked_day(day, field)
