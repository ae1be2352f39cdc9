"""Real processes without the cost of their start: one imports the program, then forks for each job.

    python -m tests.faults.nursery HANDLE

Orders come as packets over a socket: a job, with where its words and its complaints go; or a
process to wait for.
"""

from __future__ import annotations

import gc
import json
import os
import socket
import sys
import traceback
from collections.abc import Sequence

from tests.faults.jobs import JOBS

_LARGEST = 65_536


def main(handle: int) -> None:
    """Do what is ordered until nobody is left to order."""
    gc.freeze()
    with socket.socket(fileno=handle) as orders:
        while True:
            packet, handles, _flags, _address = socket.recv_fds(orders, _LARGEST, 2)
            if not packet:
                return
            order = json.loads(packet)
            answer = _waited(order["wait"]) if "wait" in order else _begun(order, handles)
            orders.send(str(answer).encode())


def _begun(order: dict[str, object], handles: Sequence[int]) -> int:
    child = os.fork()
    if not child:
        os._exit(_done(order, handles))
    for one in handles:
        os.close(one)
    return child


def _waited(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _done(order: dict[str, object], handles: Sequence[int]) -> int:
    """Do a job, in the process made for it; return its exit code."""
    out, complaints = handles
    os.dup2(out, 1)
    os.dup2(complaints, 2)
    for one in handles:
        os.close(one)
    sys.stdout, sys.stderr = (open(one, "w", closefd=False, encoding="utf-8") for one in (1, 2))  # noqa: SIM115
    code = 0
    try:
        JOBS[str(order["job"])](*order["words"])  # type: ignore[misc]
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # noqa: BLE001 - the test reads what was said
        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    main(int(sys.argv[1]))
