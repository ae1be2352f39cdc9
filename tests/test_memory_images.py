"""A crash leaves no image of the memory, in which the key of a vault stands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WORK = """
import os, sys
from ctg_desktop import bootstrap
assert getattr(bootstrap, sys.argv[1])(sys.argv[2:]) in (0, 2)
print(*open("/proc/self/limits"), sep="")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the limits from /proc")
@pytest.mark.parametrize("words", [["run_command", "plan"], ["start_window", "--inconnu"]])
def test_the_limit_is_nothing(words: list[str], tmp_path: Path) -> None:
    environment = {**os.environ, "CTG_DONNEES": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", WORK, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("Max core file size"))
    assert line.split()[-3:-1] == ["0", "0"]
