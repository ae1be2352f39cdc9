"""What is tried on a disk that fails: each once, saying that it was done, or what it met."""

from __future__ import annotations

import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from ctg_desktop.db.backup_files import FOLDER_NAME
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import CtgError
from ctg_desktop.usecases.access import Access
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.recovery import Recovery
from tests.keys_for_tests import KEY, USER, cheap_keys

from . import injection, shared

DONE = "done"


def fails(task: str, folder: str, kind: str, number: int, error: int, lasting: int) -> None:
    """Do one task while a call fails; say ``done`` or the code; last, how many calls there were."""
    block = partial(injection.failing, folder, kind, number, error, lasting=bool(lasting))
    TASKS[task](Path(folder), _Trouble(block))
    shared.say(injection.counted())


def fills(task: str, folder: str, ballast: str, room: int) -> None:
    """Do one task while another file leaves so many bytes of room on the disk, to the page."""
    TASKS[task](Path(folder), _Trouble(partial(_heavy, Path(ballast), room)))


def limits(task: str, folder: str, size: int) -> None:
    """Do one task while no file may grow beyond a size in bytes."""
    TASKS[task](Path(folder), _Trouble(partial(_limited, size)))


@contextmanager
def _heavy(ballast: Path, room: int) -> Iterator[None]:
    free = shutil.disk_usage(ballast.parent).free
    ballast.write_bytes(bytes(max(0, free - room)))
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def _limited(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class _Trouble:
    """A block in which the disk fails."""

    def __init__(self, block: Callable[[], AbstractContextManager[None]]) -> None:
        self._block = block

    def during(self, task: Callable[[], object]) -> None:
        """Do a task meanwhile, and say what came of it."""
        said = DONE
        with self._block():
            try:
                task()
            except CtgError as fault:
                said = fault.code
        shared.say(said)


def _save(folder: Path, trouble: _Trouble) -> None:
    """Save twice: while the disk fails, and after, through the same open vault."""
    with Vault.open(folder, KEY) as vault:

        def save(name: str) -> None:
            with vault.writing("listing-added") as work:
                work.listings.add(Listing(name=name))

        trouble.during(lambda: save("pendant"))
        save("ensuite")
        shared.say("saved again")


def _draft(folder: Path, trouble: _Trouble) -> None:
    with Vault.open(folder, KEY) as vault:
        trouble.during(lambda: vault.keep_draft("listing:new", b"pendant"))
        vault.keep_draft("listing:other", b"ensuite")
        shared.say("saved again")


def _import(folder: Path, trouble: _Trouble) -> None:
    with open_office(folder, USER, KEY) as office:
        sheets = folder.with_name("feuilles")
        sheets.mkdir(exist_ok=True)
        file = shared.sheet(sheets, 1)
        trouble.during(lambda: shared.import_sheet(office, file))


def _backup(folder: Path, trouble: _Trouble) -> None:
    with open_office(folder, USER, KEY) as office:
        trouble.during(office.backups.make)


def _restore(folder: Path, trouble: _Trouble) -> None:
    (backup,) = (folder / FOLDER_NAME).iterdir()
    trouble.during(lambda: Recovery(folder).restore(backup, KEY, USER))


def _convert(folder: Path, trouble: _Trouble) -> None:
    keys = cheap_keys()
    trouble.during(lambda: Access(folder).convert(keys))


def _open(folder: Path, trouble: _Trouble) -> None:
    trouble.during(lambda: Vault.open(folder, KEY).close())


def _password(folder: Path, trouble: _Trouble) -> None:
    trouble.during(lambda: shared.change_password(folder, 1))


TASKS: dict[str, Callable[[Path, _Trouble], None]] = {
    "save": _save,
    "draft": _draft,
    "import": _import,
    "backup": _backup,
    "restore": _restore,
    "conversion": _convert,
    "migration": _open,
    "password": _password,
}
