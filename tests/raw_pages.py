"""Every page of an encrypted file as it lies on the disk, decrypted without SQLite.

A copy made by SQLite holds what is there; the pages themselves may hold more: what was there.
Formats: https://www.zetetic.net/sqlcipher/design/ – AES-256 in CBC mode, the vector and a seal at
the end of each page, a salt in the place of the first 16 bytes of the file – and
https://sqlite.org/fileformat2.html#the_write_ahead_log.
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
SALT = 16
VECTOR = 16
RESERVED = 80
LOG_HEAD = 32
FRAME_HEAD = 24


def on_the_disk(file: Path, key: bytes) -> bytes:
    """Return what anybody with the key could still read of a database: its pages and its log."""
    return _pages(file, key) + _log(file.with_name(f"{file.name}-wal"), key)


def _pages(file: Path, key: bytes) -> bytes:
    """Return all pages of a file, free ones and the unused part of each too."""
    content = file.read_bytes()
    assert content
    assert len(content) % PAGE == 0
    pages = (content[at : at + PAGE] for at in range(0, len(content), PAGE))
    return b"".join(_page(page, key, first=not at) for at, page in enumerate(pages))


def _log(file: Path, key: bytes) -> bytes:
    """Return the pages of a write-ahead log, those too that a later one replaced."""
    if not file.exists():
        return b""
    content = file.read_bytes()[LOG_HEAD:]
    frames = range(0, len(content), FRAME_HEAD + PAGE)
    heads = (content[at : at + FRAME_HEAD] for at in frames)
    pages = (content[at + FRAME_HEAD : at + FRAME_HEAD + PAGE] for at in frames)
    return b"".join(
        _page(page, key, first=int.from_bytes(head[:4], "big") == 1)
        for head, page in zip(heads, pages, strict=True)
    )


def _page(page: bytes, key: bytes, *, first: bool) -> bytes:
    body = page[SALT if first else 0 : PAGE - RESERVED]
    vector = page[PAGE - RESERVED : PAGE - RESERVED + VECTOR]
    reader = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return reader.update(body) + reader.finalize()
