from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .tree import ROOT, short, texts

PINS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
WANTED = {
    "run": PROJECT["project"]["dependencies"],
    "test": [*PROJECT["project"]["dependencies"], *EXTRAS["test"]],
    "lint": [*PROJECT["project"]["dependencies"], *EXTRAS["test"], *EXTRAS["lint"]],
    "build": PROJECT["build-system"]["requires"],
}
# The names and their endings stand apart, so that this file names no registry either.
REGISTRY = re.compile(r"\b(?:pypi|pythonhosted|npmjs|deb\.debian)\.(?:org|com|io)\b")


def pinned(name: str) -> dict[str, Requirement]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    lines = [line.split(" \\")[0] for line in text.splitlines() if not line.startswith((" ", "#"))]
    requirements = [Requirement(line) for line in lines if line]
    return {canonicalize_name(one.name): one for one in requirements}


@pytest.mark.parametrize("name", WANTED)
def test_everything_asked_for_is_pinned_within_its_range(name: str) -> None:
    pins = pinned(name)
    for wanted in map(Requirement, WANTED[name]):
        (version,) = pins[canonicalize_name(wanted.name)].specifier
        assert version.operator == "=="
        assert version.version in wanted.specifier


@pytest.mark.parametrize("name", WANTED)
def test_each_pin_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block.splitlines()[0]
    assert not re.search(r"://|--index|--extra-index|--find-links|^-i\b|\s@\s", text, re.MULTILINE)


def test_a_package_has_one_version_in_all_sets() -> None:
    versions: dict[str, set[str]] = {}
    for file in PINS:
        for package, pin in pinned(file.stem).items():
            versions.setdefault(package, set()).add(str(pin.specifier))
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_no_file_names_a_registry() -> None:
    assert [short(file) for file, text in texts() if REGISTRY.search(text)] == []
