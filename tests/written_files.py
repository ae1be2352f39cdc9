"""Which words stand in files that the program wrote, whatever their form.

An encrypted database is read page by page (:mod:`tests.raw_pages`), a PDF as its text, a message
and an archive part by part; anything else as its bytes.
"""

from __future__ import annotations

import email
import zipfile
from collections.abc import Iterable
from email import policy
from html import unescape
from pathlib import Path

import pypdfium2

from ctg_desktop.db.vault_files import FILE_NAME
from tests.raw_pages import on_the_disk


def found_in(folders: Iterable[Path], words: Iterable[str], key: bytes) -> dict[str, set[str]]:
    """Return the words that can be read in the files of some folders, by file; none left out.

    Args:
        folders: With all that is in them.
        words: Folded words: lower case, no accents.
        key: Of the databases.
    """
    wanted = frozenset(words)
    found = {
        str(file): {word for word in wanted if _says(content, word)}
        for folder in folders
        for file in folder.rglob("*")
        if file.is_file()
        for content in (content_of(file, key),)
    }
    return {name: said for name, said in found.items() if said}


def content_of(file: Path, key: bytes) -> bytes:
    """Return what can be read in a file, in lower case."""
    raw = file.read_bytes()
    if file.name == FILE_NAME:
        return on_the_disk(file, key).lower()
    if file.name == f"{FILE_NAME}-wal":
        return raw  # read with its file
    if raw.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(raw) as pdf:
            pages = (page.get_textpage().get_text_range() for page in pdf)
            return " ".join(pages).lower().encode() + raw.lower()
    if file.suffix == ".eml":
        parts = email.message_from_bytes(raw, policy=policy.default).walk()
        said = (part.get_content() for part in parts if part.get_content_maintype() == "text")
        return "\n".join(said).lower().encode() + raw.lower()
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            texts = (archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
            return unescape("\n".join(texts)).lower().encode()
    return raw.lower()


def _says(content: bytes, word: str) -> bool:
    return any(word.encode(code) in content for code in ("utf-8", "utf-16-le"))
