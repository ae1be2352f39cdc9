"""Run benchmarks and print one table: ``python benchmarks/run.py [--rounds N] [NAME…]``.

The vault of 100,000 listings is made once, in ``build/benchmarks``.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CTG_DONNEES"] = str(ROOT / "build" / "benchmarks" / "data")

NAMES = (
    "painting", "searching", "saving", "starting", "loading", "rna", "papers", "unlocking",
    "encryption", "backing_up", "families",
)  # fmt: skip


def main() -> int:
    """Measure what was asked, everything by default."""
    from benchmarks.measure import table

    parser = argparse.ArgumentParser(description="Measure the program beside its references.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], default=[])
    options = parser.parse_args()
    lines = []
    for name in options.names or NAMES:
        print(f"{name}…", file=sys.stderr, flush=True)
        lines += importlib.import_module(f"benchmarks.{name}").measure(options.rounds)
    print(table(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
