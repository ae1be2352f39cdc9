"""Files are replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ctg_desktop import files
from ctg_desktop.errors import EnvironmentFault, UserError


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def cut_short(path: Path, error: BaseException) -> None:
    with files.atomic_write(path) as stream:
        stream.write(b"moiti")
        raise error


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "livret.pdf"
    path.write_bytes(b"ancien")
    with files.atomic_write(path) as stream:
        stream.write(b"nouveau")
        stream.flush()
        assert path.read_bytes() == b"ancien"
    assert path.read_bytes() == b"nouveau"
    assert names(tmp_path) == ["livret.pdf"]


@pytest.mark.parametrize("error", [ValueError("x"), KeyboardInterrupt()])
def test_whatever_is_raised_leaves_the_old_file_alone(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "livret.pdf"
    path.write_bytes(b"ancien")
    with pytest.raises(type(error)):
        cut_short(path, error)
    assert path.read_bytes() == b"ancien"
    assert names(tmp_path) == ["livret.pdf"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EFBIG, "disk-full"),
        (errno.EIO, "file-not-writable"),
        (errno.ENODEV, "file-not-writable"),
    ],
)
def test_faults_of_the_disk(tmp_path: Path, number: int, code: str) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        cut_short(tmp_path / "a", OSError(number, os.strerror(number)))
    assert caught.value.code == code
    assert caught.value.params["name"] == "a"
    assert names(tmp_path) == []


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from ctg_desktop import errors, files

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    with files.atomic_write(Path(sys.argv[1])) as stream:
        stream.write(b"x" * 1_000_000)
except errors.EnvironmentFault as fault:
    print(fault.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_file_that_cannot_grow_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "livret.pdf"
    path.write_bytes(b"ancien")
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "disk-full"
    assert path.read_bytes() == b"ancien"
    assert names(tmp_path) == ["livret.pdf"]


def test_a_fault_about_another_file_is_not_ours(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), files.atomic_write(tmp_path / "a"):
        (tmp_path / "absent").read_bytes()
    assert names(tmp_path) == []


def test_missing_folder(tmp_path: Path) -> None:
    with (
        pytest.raises(EnvironmentFault) as caught,
        files.atomic_write(tmp_path / "absent" / "a"),
    ):
        pass
    assert caught.value.code == "folder-missing"


def test_what_cannot_be_the_name_of_a_file(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path, "target-is-folder"),
        (tmp_path / ("a" * 300), "file-name-invalid"),
    ):
        with pytest.raises(UserError) as refused, files.atomic_write(path):
            pass
        assert refused.value.code == code
    assert names(tmp_path) == []


def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    stale = tmp_path / f"{files.TEMPORARY_PREFIX}abc{files.TEMPORARY_SUFFIX}"
    stale.write_bytes(b"x")
    (tmp_path / "livret.pdf").write_bytes(b"x")
    assert files.remove_stale(tmp_path) == 1
    assert names(tmp_path) == ["livret.pdf"]
