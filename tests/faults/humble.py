"""Root may write into any folder; a process of these tests gives that up."""

from __future__ import annotations

import ctypes
import os

_VERSION_3 = 0x20080522
_WRITES_EVERYWHERE = 1 << 1  # CAP_DAC_OVERRIDE of capabilities(7)


def give_up_writing_everywhere() -> None:
    """Let permissions of files hold for this process, even if it is root's."""
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable, twice
    if libc.capget(head, sets) == 0:
        for at in range(3):
            sets[at] &= ~_WRITES_EVERYWHERE
        if libc.capset(head, sets) == 0:
            return
    error = ctypes.get_errno()
    raise OSError(error, os.strerror(error))
