"""Standard input and output of a command: text for people, one JSON document for scripts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

import msgspec

from ctg_desktop.errors import CtgError, UserError
from ctg_desktop.messages import sentence


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
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(encoding="utf-8", errors="backslashreplace")
        return cls(json, sys.stdin, sys.stdout, sys.stderr)

    def answer(self, document: Any, lines: Iterable[str]) -> None:
        """Give the result: the document in JSON mode, the lines otherwise."""
        if self.json:
            self.document(msgspec.json.encode(document))
        else:
            self.stdout.writelines(f"{line}\n" for line in lines)

    def document(self, encoded: bytes) -> None:
        """Write a JSON document, indented."""
        self.stdout.write(msgspec.json.format(encoded, indent=1).decode() + "\n")

    def complain(self, error: CtgError) -> None:
        """Say a fault on standard error."""
        self.refuse(error.code, sentence(error))

    def refuse(self, code: str, message: str) -> None:
        """Say a refusal that has no exception of its own."""
        if self.json:
            encoded = msgspec.json.encode({"erreur": code, "message": message})
            self.stderr.write(encoded.decode() + "\n")
        else:
            self.stderr.write(f"{message}\n")

    def read_object(self) -> object:
        """Read one JSON document from standard input.

        Raises:
            UserError: ``json-invalid``.
        """
        try:
            return msgspec.json.decode(self.stdin.read())
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UserError("json-invalid") from error


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as aligned columns, two blanks apart."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
