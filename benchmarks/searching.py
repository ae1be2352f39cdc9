"""Search as you type in 100,000 listings, beside bare FTS5."""

from __future__ import annotations

import statistics
from collections.abc import Callable

from benchmarks.measure import Line, in_turn, timed
from benchmarks.plain_table import connect, plain_file
from benchmarks.world import KEY, vault_folder
from ctg_desktop.usecases.office import open_office

TYPED = ("boulangerie val", "ecole de musique", "comité des fêtes", "oeuvre", "bibliotheque 4217")
MISTYPED = ("boulangerei", "chroale", "pharmaice")
LIMIT = 50


def measure(rounds: int) -> list[Line]:
    """Return the time of one key press: each prefix of what is typed is searched."""
    plain = connect(plain_file())

    def bare(text: str) -> None:
        words = " ".join(f'"{word}"' for word in text.split())
        plain.execute(
            "SELECT rowid, name FROM words WHERE words MATCH ? LIMIT ?", (f"{words}*", LIMIT)
        ).fetchall()

    with open_office(vault_folder(), "", KEY) as office:

        def ours(text: str) -> None:
            office.search.find(text, LIMIT)

        lines = [
            _line("search as you type, one key (median)", TYPED, ours, bare, rounds),
            _line("search of a word with a typo, one key (median)", MISTYPED, ours, bare, rounds),
        ]
    plain.close()
    return lines


def _line(
    what: str,
    typed: tuple[str, ...],
    ours: Callable[[str], None],
    bare: Callable[[str], None],
    rounds: int,
) -> Line:
    keys = [text[:length] for text in typed for length in range(1, len(text) + 1)]
    keys = [key for key in keys if not key.endswith(" ")]

    def each(search: Callable[[str], None]) -> Callable[[], float]:
        return lambda: statistics.median(timed(lambda key=key: search(key)) for key in keys)

    mine, theirs = in_turn(rounds, each(ours), each(bare))
    return Line(what, mine, "bare FTS5, prefix of the last word", theirs)
