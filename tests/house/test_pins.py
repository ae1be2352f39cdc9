from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .tree import ROOT, modules, short, texts

PINS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
WANTED = {
    "run": PROJECT["project"]["dependencies"],
    "test": [*PROJECT["project"]["dependencies"], *EXTRAS["test"]],
    "lint": [*PROJECT["project"]["dependencies"], *EXTRAS["test"], *EXTRAS["lint"]],
    "build": PROJECT["build-system"]["requires"],
}
# Named by the design, for parts that are not built yet; anything else that is unused must go.
AWAITED = {"charset-normalizer", "holidays", "python-dateutil", "segno"}
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


def test_the_packages_of_the_checker_have_a_version_a_hash_and_no_address() -> None:
    folder = ROOT / "tests" / "accessibility"
    manifest = json.loads((folder / "package.json").read_text("utf-8"))
    packages = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert packages.pop("")["dependencies"] == manifest["dependencies"]
    for name, version in manifest["dependencies"].items():
        assert packages[f"node_modules/{name}"]["version"] == version
    for name, pin in packages.items():
        assert pin["integrity"].startswith("sha512-"), name
        assert "resolved" not in pin, name


def test_a_package_has_one_version_in_all_sets() -> None:
    versions: dict[str, set[str]] = {}
    for file in PINS:
        for package, pin in pinned(file.stem).items():
            versions.setdefault(package, set()).add(str(pin.specifier))
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_no_file_names_a_registry() -> None:
    assert [short(file) for file, text in texts() if REGISTRY.search(text)] == []


def test_the_program_imports_every_package_that_it_asks_for() -> None:
    imported = {name.split(".")[0] for _, tree in modules() for name in imports(tree)}
    provided: dict[str, set[str]] = {}
    for module, packages in packages_distributions().items():
        for package in packages:
            provided.setdefault(canonicalize_name(package), set()).add(module)
    wanted = [Requirement(one) for one in WANTED["run"]]
    here = [one.name for one in wanted if one.marker is None or one.marker.evaluate()]
    unused = {name for name in here if not provided[canonicalize_name(name)] & imported}
    assert unused - AWAITED == set()


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
