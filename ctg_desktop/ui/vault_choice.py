"""A vault that can be switched to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class VaultChoice:
    """A vault that can be switched to."""

    folder: Path
    name: str
