from __future__ import annotations

import ast
import re

from ctg_desktop.paths import asset

from .tree import PACKAGE, ROOT, files, modules, short

MOST_LINES = 500
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}
DECISIONS = ROOT / "docs" / "decisions"
LICENCES = ROOT / "resources" / "licences"
MIGRATIONS = PACKAGE / "db" / "migrations" / "versions"  # read by Alembic as files


def test_files_stay_short() -> None:
    sizes = {short(file): file.read_text("utf-8").count("\n") for file in files() if _is_ours(file)}
    assert {name: lines for name, lines in sizes.items() if lines >= MOST_LINES} == {}


def _is_ours(file: object) -> bool:
    return str(file).endswith((".py", ".md")) or "Makefile" in str(file)


def test_modules_are_named_after_what_they_hold() -> None:
    named = {file for file, _ in modules() if VAGUE & {file.stem, file.parent.name}}
    assert named == set()


def test_every_package_says_what_it_is_for() -> None:
    silent = [short(file) for file, tree in modules() if not ast.get_docstring(tree)]
    assert silent == []


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {file.parent for file, _ in modules()} - {MIGRATIONS}
    assert {short(one) for one in folders if not (one / "__init__.py").exists()} == set()


def test_every_folder_of_resources_has_a_licence_in_the_index() -> None:
    index = (LICENCES / "README.md").read_text("utf-8")
    folders = {folder.name for folder in (ROOT / "resources").iterdir() if folder.is_dir()}
    assert {name for name in folders - {"licences"} if f"`{name}/" not in index} == set()


def test_the_index_of_licences_names_files_that_are_there_and_all_of_them() -> None:
    index = (LICENCES / "README.md").read_text("utf-8")
    named = set(re.findall(r"\]\(([\w.-]+\.txt)\)", index))
    assert named == {file.name for file in LICENCES.glob("*.txt")}


def test_every_typeface_file_is_in_the_index() -> None:
    index = (LICENCES / "README.md").read_text("utf-8")
    faces = [*asset("fonts").rglob("*.ttf"), *asset("fonts").rglob("*.otf")]
    assert faces
    families = {re.split(r"[-_]", face.name)[0] for face in faces}
    assert {family for family in families if family not in index} == set()


def test_every_decision_has_its_own_number_and_is_in_the_index() -> None:
    titles = {file.name: file.read_text("utf-8").split("\n")[0] for file in DECISIONS.glob("0*.md")}
    numbers = sorted(name.split("-")[0] for name in titles)
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    index = re.findall(r"- \[(\d+)\]\((.+)\) (.+)", (DECISIONS / "README.md").read_text("utf-8"))
    assert {name: f"# {number} – {title}" for number, name, title in index} == titles


def test_assets_are_looked_for_where_they_are() -> None:
    assert asset("licences/README.md").parent == LICENCES
    assert PACKAGE.is_dir()
