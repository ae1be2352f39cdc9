"""A vault that is to be opened, and what is known of it already."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ctg_desktop.usecases.access import Opened


@dataclass(frozen=True, slots=True)
class VaultWanted:
    """What the shell opens next.

    Attributes:
        folder: Of the vault.
        import_next: A file is to be imported as soon as it is open.
        opened: What opens it, when it was made just now.
        second_place: Where its backups are to be copied to, when that was chosen just now.
    """

    folder: Path
    import_next: bool = False
    opened: Opened | None = field(default=None, repr=False)
    second_place: Path | None = None
