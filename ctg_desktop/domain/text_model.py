"""A text that stands ready, to be changed, copied and printed again and again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextModel:
    """What every model has, whatever it says.

    Attributes:
        code: Of a model that is shipped, or made for one of the commune's own.
        name: In the list of models.
    """

    code: str = ""
    name: str = ""
