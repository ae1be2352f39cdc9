"""What holds for every test: no display, no real data folder, no unexpected log line."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir
from hypothesis.database import DirectoryBasedExampleDatabase

from tests.faults.figures import pytest_terminal_summary  # noqa: F401 - where xdist finds it too

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PROGRAM = logging.getLogger("ctg_desktop")
EXAMPLES = Path(tempfile.gettempdir()) / "ctg-desktop-hypothesis"
ON_CI = os.environ.get("CI", "") not in {"", "0", "false"}

set_hypothesis_home_dir(EXAMPLES)
settings.register_profile(
    "house",
    deadline=None,  # a slow PC is no error
    derandomize=ON_CI,
    database=None if ON_CI else DirectoryBasedExampleDatabase(EXAMPLES / "examples"),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _never_the_real_data_folder() -> Iterator[None]:
    folder = tempfile.mkdtemp(prefix="ctg-desktop-tests-")
    os.environ["CTG_DONNEES"] = folder
    yield
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data folder of this test alone, not yet made."""
    folder = tmp_path / "données"
    monkeypatch.setenv("CTG_DONNEES", str(folder))
    return folder


class Collector(logging.Handler):
    """Keeps what the program logs as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def program_log(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Fail a test whose program logged a warning, or, marked ``expects_log``, logged none.

    Handlers that the program adds meanwhile are closed, so that no log file outlives its test.
    """
    kept, level = list(PROGRAM.handlers), PROGRAM.level
    collector = Collector()
    PROGRAM.addHandler(collector)
    yield collector.lines
    for handler in set(PROGRAM.handlers) - set(kept):
        PROGRAM.removeHandler(handler)
        handler.close()
    PROGRAM.setLevel(level)
    if request.node.get_closest_marker("expects_log"):
        assert collector.lines, "nothing was logged, though the test is marked expects_log"
    else:
        assert not collector.lines, "the program logged: " + " · ".join(collector.lines)
