"""The key of the seals is what RFC 5869 says; nothing that was changed keeps its seal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ctg_desktop.db import backup_files
from ctg_desktop.db.backup_files import MANIFEST
from ctg_desktop.db.manifest_seal import BLANK, has_seal, is_true, seal_key, sealed
from ctg_desktop.errors import EnvironmentFault
from tests.keys_for_tests import KEY, OTHER_KEY

OLD = Path(__file__).resolve().parents[1] / "data" / "backup-1"
BLANK_ONE = f'{{\n "format": 2,\n "seal": "{BLANK}"\n}}\n'.encode()


@pytest.mark.parametrize("key", [KEY, OTHER_KEY])
def test_its_key_is_the_one_that_a_library_derives(key: bytes) -> None:
    label = b"ctg-desktop backup manifest 1"
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=label).derive(key)
    assert seal_key(key) == derived
    assert seal_key(key) != key


def test_only_the_same_bytes_and_the_same_key_hold() -> None:
    content, seal = sealed(BLANK_ONE, seal_key(KEY))
    assert is_true(content, seal, seal_key(KEY))
    assert not is_true(content, seal, seal_key(OTHER_KEY))
    assert not is_true(BLANK_ONE, BLANK, seal_key(KEY))
    assert not is_true(content.replace(b"2,", b"2 ,"), seal, seal_key(KEY))
    assert not is_true(content + b"\n", seal, seal_key(KEY))
    assert len(content) == len(BLANK_ONE)


def test_without_a_place_for_it_nothing_is_sealed() -> None:
    assert not has_seal(b"{}\n")
    with pytest.raises(ValueError, match="no place"):
        sealed(b"{}\n", seal_key(KEY))


def test_a_manifest_of_before_is_read_with_and_without_the_key() -> None:
    for key in (None, seal_key(KEY)):
        manifest = backup_files.read_manifest(OLD, key)
        assert (manifest.format, manifest.seal, manifest.counts["listing"]) == (1, "", 2)


@pytest.mark.parametrize("said", ['"format": 2', '"format": 0'])
def test_one_that_only_says_it_has_a_seal_is_damaged(tmp_path: Path, said: str) -> None:
    shutil.copy(OLD / MANIFEST, tmp_path)
    text = (tmp_path / MANIFEST).read_text()
    (tmp_path / MANIFEST).write_text(text.replace('"format": 1', said))
    with pytest.raises(EnvironmentFault, match="backup-damaged"):
        backup_files.read_manifest(tmp_path)
