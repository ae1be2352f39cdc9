from __future__ import annotations

import re

import pytest

from .tree import ROOT

DOCUMENTS = ["README.md", "resources/licences/README.md"]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_points_to_is_there(name: str) -> None:
    document = ROOT / name
    targets = LINK.findall(document.read_text("utf-8"))
    assert targets
    assert [one for one in targets if not (document.parent / one).exists()] == []


def test_every_picture_is_shown() -> None:
    shown = set(LINK.findall((ROOT / "README.md").read_text("utf-8")))
    pictures = {f"docs/pictures/{file.name}" for file in (ROOT / "docs" / "pictures").glob("*.png")}
    assert pictures <= shown


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(one.name[:4]) for one in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
