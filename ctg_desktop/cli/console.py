"""Standard input and output of a command: text for people, one JSON document for scripts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn, TextIO

import msgspec

from ctg_desktop.errors import CtgError, UserError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.values import field_words


@dataclass(frozen=True, slots=True)
class Console:
    """Where a command reads and writes.

    Attributes:
        json: Standard output is one JSON document and nothing else.
    """

    json: bool
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO

    @classmethod
    def standard(cls, *, json: bool) -> Console:
        """Return the console of this process, in UTF-8 whatever the system's habit."""
        _in_utf8(sys.stdin, "utf-8-sig", "strict")
        for stream in (sys.stdout, sys.stderr):
            _in_utf8(stream, "utf-8", "backslashreplace")
        return cls(json, sys.stdin, sys.stdout, sys.stderr)

    def answer(self, document: Any, lines: Iterable[str]) -> None:
        """Give the result: the document in JSON mode, the lines otherwise."""
        if self.json:
            self.document(_encoded(document))
        else:
            self.stdout.writelines(f"{line}\n" for line in lines)

    def document(self, encoded: bytes) -> None:
        """Write a JSON document, indented."""
        self.stdout.write(msgspec.json.format(encoded, indent=1).decode() + "\n")

    def complain(self, error: CtgError) -> None:
        """Say a fault on standard error, with the input it is about."""
        said = sentence(error)
        if error.field and not _NAMING.intersection(error.params):
            said = f"{field_words(error.field)} : {said}"
        self.refuse(error.code, said)

    def refuse(self, code: str, message: str) -> None:
        """Say a refusal that has no exception of its own."""
        if self.json:
            self.stderr.write(_encoded({"erreur": code, "message": message}).decode() + "\n")
        else:
            self.note(message)

    def note(self, message: str) -> None:
        """Say something beside the result, to a person only."""
        if not self.json:
            self.stderr.write(f"{message}\n")

    def read_object(self) -> object:
        """Read one JSON document in UTF-8 from standard input.

        Halves of characters (RFC 8259, 8.2), which some programs write, are left out.

        Raises:
            UserError: ``json-invalid``, also when it is nested beyond reason.
        """
        try:
            typed = json.loads(self.stdin.read(), parse_constant=_no_json)
            plain = json.dumps(typed, ensure_ascii=False).encode("utf-8", "ignore")
            return msgspec.json.decode(plain)
        except (ValueError, RecursionError) as error:
            raise UserError("json-invalid") from error


_NAMING = frozenset({"key", "value"})
"""Parameters by which a sentence names its input itself."""


_WIDEST = 48
"""Letters of a column; a longer cell is written whole, and moves the rest of its own row."""


def _in_utf8(stream: TextIO, encoding: str, errors: str) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=encoding, errors=errors)


def _encoded(document: Any) -> bytes:
    """Return JSON; what is no text in the name of a file is shown by question marks."""
    try:
        return msgspec.json.encode(document)
    except UnicodeEncodeError:
        plain = json.dumps(msgspec.to_builtins(document), ensure_ascii=False)
        return plain.encode("utf-8", "replace")


def _no_json(constant: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python writes and JSON does not know."""
    raise ValueError(constant)


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as aligned columns, two blanks apart; one long word does not push all others."""
    widths = [min(max(map(len, column)), _WIDEST) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
