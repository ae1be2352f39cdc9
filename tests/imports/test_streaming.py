"""Files much larger than what is kept of them: memory stays bounded, and reading can be stopped."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from ctg_desktop.domain.import_plan import ImportPlan, Verdict
from ctg_desktop.domain.progress import Cancelled
from ctg_desktop.imports.planning import plan
from ctg_desktop.imports.recognise import recognise

from .foreign import ACTIVE, CONTEXT, SERVICE, WALDEC, Memory, delimited

SIZE = 50_000_000
MEMORY = 12_000_000


def big_register(path: Path) -> Path:
    here = delimited(WALDEC, [ACTIVE])
    header, row = here.split("\r\n", 1)
    elsewhere = row.replace("86078", "86194").replace("RENCONTRES", "RENCONTRES " * 30)
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(header + "\r\n" + row)
        for _ in range(SIZE // len(elsewhere)):
            stream.write(elsewhere)
        stream.write(row.replace("W861000001", "W861000002").replace("ADAB", "AUTRES"))
    return path


def big_directory(path: Path) -> Path:
    elsewhere = json.dumps(
        SERVICE | {"pivot": [{"code_insee_commune": ["86194"]}], "mission": "x" * 999}
    )
    with path.open("w", encoding="utf-8") as stream:
        stream.write('{"service": [')
        for _ in range(SIZE // len(elsewhere)):
            stream.write(elsewhere + ",")
        stream.write(json.dumps(SERVICE) + "]}")
    return path


def planned(path: Path, progress: Callable[[int, int], None]) -> ImportPlan:
    file = recognise(path, context=CONTEXT)
    return plan(file.records(progress), Memory().index(), format=file.format, digest="", seen=0)


@pytest.mark.parametrize(("make", "added"), [(big_register, 2), (big_directory, 1)])
def test_fifty_megabytes_in_little_memory(
    tmp_path: Path, make: Callable[[Path], Path], added: int
) -> None:
    path = make(tmp_path / "national")
    assert path.stat().st_size >= SIZE * 0.95
    seen: list[tuple[int, int]] = []
    tracemalloc.start()
    try:
        found = planned(path, lambda done, total: seen.append((done, total)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MEMORY
    assert found.counts[Verdict.ADD] == added
    assert found.counts[Verdict.SKIP] > 10_000
    assert len(found.rows) == added
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)
    assert len(seen) > 100


@pytest.mark.parametrize("make", [big_register, big_directory])
def test_reading_stops_when_asked(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path / "national")
    last = 0

    def stop(done: int, _total: int) -> None:
        nonlocal last
        last = done
        if done > 1_000_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        planned(path, stop)
    assert last < 3_000_000
