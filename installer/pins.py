"""Write requirements/*.txt again from pyproject.toml (needs uv on the machine).

Versions already pinned are kept while pyproject.toml admits them; ``--upgrade`` takes the newest.
No registry address is written: pins are names, versions and hashes, whatever registry serves them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = ROOT / "pyproject.toml"
FOLDER = ROOT / "requirements"

EXTRAS: dict[str, tuple[str, ...]] = {
    "run": (),
    "test": ("test",),
    "bench": ("test", "bench"),
    "lint": ("test", "lint"),
}
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def main(arguments: list[str]) -> int:
    """Write every pin file, each in agreement with those before; further arguments go to uv."""
    uv = _uv()
    if uv is None:
        print("uv is missing: install it (for example `pip install uv`), then run this again.")
        return 1
    _compile(uv, "build", ["-", *arguments], "\n".join(_build_requirements()))
    agreed = ["build"]
    for name, extras in EXTRAS.items():
        chosen = [f"--extra={extra}" for extra in extras]
        together = [f"--constraint={FOLDER / one}.txt" for one in agreed]
        _compile(uv, name, [str(PYPROJECT), *chosen, *together, *arguments])
        agreed.append(name)
    return 0


def _uv() -> str | None:
    beside = Path(sys.executable).parent
    return shutil.which("uv", path=str(beside)) or shutil.which("uv")


def _build_requirements() -> list[str]:
    requires: list[str] = tomllib.loads(PYPROJECT.read_text("utf-8"))["build-system"]["requires"]
    return requires


def _compile(uv: str, name: str, words: list[str], typed: str | None = None) -> None:
    target = FOLDER / f"{name}.txt"
    print(target.relative_to(ROOT))
    command = [uv, "pip", "compile", *OPTIONS, f"--output-file={target}", *words]
    subprocess.run(command, check=True, cwd=ROOT, input=typed, text=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
