"""A checkout is prepared once, says in one sentence what it could not do, and needs no network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .tree import ROOT

NOWHERE = "http://127.0.0.1:9/"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a checkout of the set-up alone, whose environment asks for no package at all."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "installer", folder / "installer")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "requirements").mkdir()
    for name in ("run", "test", "lint", "build"):
        (folder / "requirements" / f"{name}.txt").write_text("# nothing\n", "utf-8")
    return folder


def python(checkout: Path, *words: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"PIP_INDEX_URL": NOWHERE, "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    cache = str(checkout / "npm-cache")
    environment |= {"npm_config_registry": NOWHERE, "npm_config_cache": cache}
    environment |= {"npm_config_fetch_retries": "0"}
    return subprocess.run(
        [sys.executable, *words],
        cwd=checkout / "installer",
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def test_a_step_that_fails_is_said_and_not_taken_for_done(checkout: Path) -> None:
    done = python(checkout, "prepare.py", "run")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("The program could not be installed")
    assert not (checkout / ".venv" / ".prepared-run").exists()


def test_what_is_done_is_not_done_again(checkout: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(checkout / ".venv")], check=True)
    stamp = python(checkout, "-c", "import prepare; print(prepare._fingerprint('test'), end='')")
    (checkout / ".venv" / ".prepared-test").write_text(stamp.stdout, "utf-8")
    done = python(checkout, "prepare.py", "test")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_other_pins_are_another_set(checkout: Path) -> None:
    ask = ("-c", "import prepare; print(prepare._fingerprint('lint'))")
    before = python(checkout, *ask).stdout
    pins = checkout / "requirements" / "lint.txt"
    pins.write_text("# something else\n", "utf-8")
    after = python(checkout, *ask).stdout
    assert before
    assert before != after


def test_wrong_words_are_refused(checkout: Path) -> None:
    done = python(checkout, "prepare.py", "everything")
    assert done.returncode == 2
    assert done.stderr.startswith("usage")


def provide_checker(checkout: Path, package: str = "") -> subprocess.CompletedProcess[str]:
    """Provide a checker of web pages that consists of one package, or of none."""
    folder = checkout / f"checker-{package}"
    folder.mkdir(exist_ok=True)
    manifest = {"name": "x", "version": "1.0.0", "dependencies": {package: "1.0.0"}}
    if not package:
        del manifest["dependencies"]
    packages: dict[str, object] = {"": manifest}
    if package:
        packages[f"node_modules/{package}"] = {"version": "1.0.0", "integrity": "sha512-AA=="}
    lock = {"name": "x", "version": "1.0.0", "lockfileVersion": 3, "packages": packages}
    (folder / "package.json").write_text(json.dumps(manifest), "utf-8")
    (folder / "package-lock.json").write_text(json.dumps(lock), "utf-8")
    words = f"Path(sys.executable), Path({str(folder)!r}), Path({str(folder / 'to')!r})"
    ask = f"import checker, sys; from pathlib import Path; print(checker.provide({words}))"
    return python(checkout, "-c", ask)


def test_the_checker_is_provided_once_and_then_needs_no_network(checkout: Path) -> None:
    first, second = provide_checker(checkout), provide_checker(checkout)
    assert first.stdout.splitlines()[0] == "Installing the accessibility checker of web pages"
    assert (first.stdout.splitlines()[-1], second.stdout) == ("True", "True\n"), first.stderr


def test_a_checker_that_cannot_be_had_is_said_and_holds_nothing_up(checkout: Path) -> None:
    for _ in range(2):
        done = provide_checker(checkout, "not-to-be-had")
        assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "False")
        assert done.stderr.splitlines()[-1].startswith("The accessibility checker could not be")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for Linux libraries")
def test_a_library_that_is_missing_is_named_by_its_package(checkout: Path) -> None:
    looks = (
        "import system_packages as s; "
        "s.DRAWING = {'libc.so.6': 'libc6', 'libnothing.so.7': 'libnothing7'}; print(s.missing())"
    )
    assert "libnothing7" in python(checkout, "-c", looks).stdout
    assert "libc6" not in python(checkout, "-c", looks).stdout
