"""What was tried, counted over all tests of a run and said in one line at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

PROPERTY = "faults"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say how often what was tried, and what was lost."""
    kills, losses, others = Counter[str](), 0, Counter[str]()
    for kind, name, count, lost in _noted(terminalreporter.stats):
        (kills if kind == "kill" else others)[name] += count
        losses += lost
    if not kills and not others:
        return
    by_kind = ", ".join(f"{name} {count}" for name, count in sorted(kills.items()))
    injected = ", ".join(f"{name} {count}" for name, count in sorted(others.items()))
    terminalreporter.section("faults")
    terminalreporter.write_line(
        f"kills: {kills.total()} ({by_kind or 'none'}) · losses: {losses}"
        f" · other faults: {others.total()} ({injected or 'none'})"
    )


def _noted(stats: dict[str, list[Any]]) -> Iterator[tuple[str, str, int, int]]:
    for outcome in ("passed", "failed"):
        for report in stats.get(outcome, ()):
            for name, value in getattr(report, "user_properties", ()):
                if name == PROPERTY and getattr(report, "when", "call") == "call":
                    kind, what, count, lost = value
                    yield str(kind), str(what), int(count), int(lost)
