"""A clock that is years off is told; one that may be right is not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ctg_desktop.domain.clock import ClockFault, clock_state

RELEASED = datetime(2026, 11, 23, tzinfo=UTC)
USED = datetime(2027, 3, 1, 9, tzinfo=UTC)
HOURS = timedelta(hours=1)


@pytest.mark.parametrize(
    ("now", "used", "fault"),
    [
        (USED, USED, None),
        (USED + timedelta(days=730), USED, None),
        (USED + timedelta(days=732), USED, ClockFault.AHEAD),
        (USED - 23 * HOURS, USED, None),
        (USED - 25 * HOURS, USED, ClockFault.BEHIND),
        (RELEASED - 25 * HOURS, None, ClockFault.BEHIND_RELEASE),
        (RELEASED - 23 * HOURS, None, None),
        (RELEASED + timedelta(days=732), None, ClockFault.AHEAD),
        # A vault that slept for years under a program that is new:
        (RELEASED + HOURS, RELEASED - timedelta(days=2000), None),
        (RELEASED - 48 * HOURS, RELEASED - timedelta(days=2000), ClockFault.BEHIND_RELEASE),
    ],
)
def test_what_is_told(now: datetime, used: datetime | None, fault: ClockFault | None) -> None:
    assert clock_state(now, used, RELEASED).fault == fault


def test_the_newest_moment_that_is_known_is_named() -> None:
    assert clock_state(USED, USED, RELEASED).known == USED
    assert clock_state(USED, None, RELEASED).known == RELEASED
