"""Where things are: the program's own assets, and the person's data folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APPLICATION = "ctg-desktop"
DATA_VARIABLE = "CTG_DONNEES"


def asset(name: str) -> Path:
    """Return a file or folder of ``resources/``, in a checkout, a wheel or a frozen program.

    Args:
        name: Path below ``resources/`` with forward slashes, e.g. ``"fonts/LICENCE.txt"``.

    Raises:
        FileNotFoundError: The program was installed without this asset: our bug.
    """
    for root in _asset_roots():
        candidate = root / name
        if candidate.exists():
            return candidate
    raise FileNotFoundError(f"asset not shipped: {name}")


def data_folder() -> Path:
    """Return the folder that holds the vaults, logs and crash reports of this person."""
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path(APPLICATION, appauthor=False)


def log_folder(data: Path) -> Path:
    """Return the folder of the rotating log and of crash reports."""
    return data / "journaux"


def vaults_folder(data: Path) -> Path:
    """Return the folder under which the window creates vaults."""
    return data / "coffres"


def _asset_roots() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    roots = (package / "resources", package.parent / "resources")
    return (Path(frozen) / "resources", *roots) if isinstance(frozen, str) else roots
