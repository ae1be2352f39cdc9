"""The wheel, installed without the checkout, starts and prints a booklet."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from .tree import ROOT

TIMEOUT = 180


@dataclass(frozen=True)
class Installed:
    """The program in an environment of its own, run from a folder that is not the checkout."""

    scripts: Path
    folder: Path

    def run(self, name: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [self.scripts / name, *words],
            cwd=self.folder,
            env=clean_environment(self.folder),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=TIMEOUT,
            check=False,
        )
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
        return done


def clean_environment(folder: Path) -> dict[str, str]:
    """Return this process's environment without a display, a platform, or a way to the checkout."""
    hidden = ("DISPLAY", "WAYLAND", "QT_", "PYTHON", "VIRTUAL_ENV", "COVERAGE", "PYTEST")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    return {**kept, "CTG_DONNEES": str(folder / "données"), "PYTHONUTF8": "1"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("roue")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target)]
    done = subprocess.run(
        [*command, str(ROOT)], capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    assert done.returncode == 0, done.stderr
    (made,) = target.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel alone; the pinned packages are seen where they already are.

    The folder of those packages is added by a .pth file, whose own .pth files are not read: an
    editable installation of the checkout stays out of sight.
    """
    folder = tmp_path_factory.mktemp("ailleurs")
    environment = folder / "env"
    venv.create(environment, with_pip=False, symlinks=os.name != "nt")
    names = {"base": str(environment), "platbase": str(environment)}
    own = Path(sysconfig.get_path("purelib", "venv", names))
    (own / "pinned.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    python = environment / ("Scripts" if os.name == "nt" else "bin") / Path(sys.executable).name
    install = ["-m", "pip", "install", "--no-index", "--no-deps", "--ignore-installed", str(wheel)]
    done = subprocess.run(
        [python, *install],
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
        cwd=folder,
        env=clean_environment(folder),
    )
    assert done.returncode == 0, done.stderr
    assert (own / "ctg_desktop").is_dir()
    return Installed(python.parent, folder)


def test_the_wheel_holds_what_the_program_needs_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "ctg_desktop/resources/action-plan/civraisien-en-poitou.json" in names
    assert "ctg_desktop/pdf/html/page.css" in names
    for folder in ("fonts", "icons", "licences", "territory", "demo"):
        assert any(name.startswith(f"ctg_desktop/resources/{folder}/") for name in names), folder
    assert any(name.startswith("ctg_desktop/db/migrations/versions/0001") for name in names)
    assert not [name for name in names if name.startswith(("tests", "benchmarks", "installer"))]


def test_what_runs_is_the_wheel(installed: Installed) -> None:
    where = installed.run(
        Path(sys.executable).name, "-c", "import ctg_desktop; print(ctg_desktop.__file__)"
    )
    assert Path(where.stdout.strip()).is_relative_to(installed.folder)


@pytest.mark.parametrize("name", ["ctg", "ctg-desktop"])
def test_the_version_is_said_without_a_display(installed: Installed, name: str) -> None:
    assert "CTG Desktop 0." in installed.run(name, "--version").stdout


def test_the_demonstration_commune_prints_its_booklet(installed: Installed) -> None:
    vault, booklet = installed.folder / "démo", installed.folder / "livret.pdf"
    installed.run("ctg", "demo", vault)
    installed.run("ctg", "--coffre", vault, "livret", "--sortie", booklet)
    with pikepdf.open(booklet) as pdf:
        assert len(pdf.pages) >= 24
        assert str(pdf.Root.Lang).startswith("fr")
    page = installed.folder / "livret.html"
    installed.run("ctg", "--coffre", vault, "livret", "--format", "html", "--sortie", page)
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")
