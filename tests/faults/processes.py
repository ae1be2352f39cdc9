"""The nursery from the side of the tests: start a job, hear what it acknowledges, kill it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TextIO

from .shared import READY

ROOT = Path(__file__).resolve().parents[2]
_LARGEST = 65_536


class Ended(NamedTuple):
    """A process that has ended.

    Attributes:
        code: Its exit code, or minus the signal that killed it.
        lines: What it acknowledged.
        complaints: Its standard error.
    """

    code: int
    lines: list[str]
    complaints: str


class Nursery:
    """Starts processes that have the program imported already."""

    def __init__(self, orders: socket.socket) -> None:
        self._orders = orders

    def run(self, job: str, *words: object) -> Ended:
        """Let a process do its job to the end."""
        return self._ended(*self._start(job, words))

    def killed(self, job: str, *words: object, after: float) -> Ended:
        """Kill a process for good, some seconds after it was ready."""
        child, said, complaints = self._start(job, words)
        first = said.readline()
        assert first == f"{READY}\n", complaints.name
        threading.Event().wait(after)
        with contextlib.suppress(ProcessLookupError):  # it ended by itself
            os.kill(child, signal.SIGKILL)
        return self._ended(child, said, complaints)

    def _start(self, job: str, words: tuple[object, ...]) -> tuple[int, TextIO, TextIO]:
        out, inlet = os.pipe()
        complaints = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - read later
        order = {"job": job, "words": [_plain(one) for one in words]}
        handles = [inlet, complaints.fileno()]
        socket.send_fds(self._orders, [json.dumps(order).encode()], handles)
        os.close(inlet)
        child = int(self._orders.recv(_LARGEST))
        return child, os.fdopen(out, encoding="utf-8"), complaints

    def _ended(self, child: int, said: TextIO, complaints: TextIO) -> Ended:
        with said, complaints:
            lines = said.read().splitlines()
            self._orders.send(json.dumps({"wait": child}).encode())
            code = int(self._orders.recv(_LARGEST))
            complaints.seek(0)
            return Ended(code, lines, complaints.read())


@contextlib.contextmanager
def nursery(extra: Mapping[str, str] | None = None) -> Iterator[Nursery]:
    """Start a nursery, with more variables in its environment; its processes end with it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery", str(theirs.fileno())],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(extra or {})},
            pass_fds=[theirs.fileno()],
        )
        theirs.close()
        try:
            yield Nursery(ours)
        finally:
            process.kill()
            process.wait()


def _plain(word: object) -> object:
    return word if isinstance(word, int | str) else str(word)
