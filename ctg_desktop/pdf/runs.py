"""Text on its way to paper. All texts are data: nothing in them is markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    r"""A stretch of text with one look and one meaning. ``\n`` forces a new line.

    Attributes:
        strong: Set in the bold weight.
        raised: Set small and high, as the "er" of "1er".
        target: Where it leads: ``#anchor`` in this document, otherwise a URI. Empty for nowhere.
        hint: What the link does, read aloud; the text itself when empty.
        language: BCP 47 code where it differs from the document's.
    """

    text: str
    strong: bool = False
    raised: bool = False
    target: str = ""
    hint: str = ""
    language: str = ""


Runs: TypeAlias = tuple[Run, ...]
