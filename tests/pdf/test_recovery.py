"""The recovery sheet: one page, everything on it, the code nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pdfua.validator import validate

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.keys.recovery import RecoveryCode
from ctg_desktop.usecases.papers import RenderedPaper
from ctg_desktop.usecases.recovery_sheet import recovery_sheet, register_sheet
from tests.pdf.reading import Tagged, plain

DAY = date(2026, 11, 23)
LONG = "Communauté de communes du Civraisien en Poitou et des vallées de la Bouleure & du Clain"


@pytest.fixture(scope="module")
def code() -> RecoveryCode:
    return RecoveryCode.new()


def sheet(code: RecoveryCode, name: str = "Civray", users: int = 1) -> RenderedPaper:
    people = [f"Marie-Élisabeth de la Tour {number}" for number in range(users)]
    return recovery_sheet(Profile(Role.COMMUNE, "86078", name), code, people, DAY)


def test_it_says_what_it_opens_and_how(code: RecoveryCode) -> None:
    tagged = Tagged(sheet(code).content)
    said = plain(" ".join(one.text for one in tagged.tree.all("P")))
    assert [plain(one.text) for one in tagged.tree.all("H1")] == ["Civray"]
    for group in code.groups:
        assert group in said
    everything = plain(tagged.tree.text)
    for words in ("(86078)", "Marie-Élisabeth de la Tour 0", "lundi 23 novembre 2026"):
        assert words in everything
    assert "J’ai oublié mon mot de passe" in everything
    assert "personne ne peut rouvrir" in everything


def test_the_sheet_of_the_register_says_that_it_is_another_one(code: RecoveryCode) -> None:
    civray = Profile(Role.COMMUNE, "86078", "Civray")
    paper = register_sheet(civray, code, ["Solange Arnaud"], DAY)
    assert (paper.name, paper.pages) == ("Feuille de secours du registre – Civray – 2026-11-23", 1)
    said = plain(Tagged(paper.content).tree.text)
    for words in (*code.groups, "registre des personnes vulnérables", "il a la sienne"):
        assert words in said
    assert "Vos fiches sont là" not in said


@pytest.mark.parametrize(("name", "users"), [("Civray", 1), (LONG, 12), ("L’" + "x" * 80, 3)])
def test_it_is_one_page_whatever_the_names(code: RecoveryCode, name: str, users: int) -> None:
    assert sheet(code, name, users).pages == 1


def test_the_code_is_in_no_name_title_or_repr(code: RecoveryCode) -> None:
    paper = sheet(code)
    assert paper.name == "Feuille de secours – Civray – 2026-11-23"
    tagged = Tagged(paper.content)
    about = tagged.pdf.docinfo
    info = f"{about.Title} {about.Subject} {about.Author}"
    for group in code.groups:
        assert group not in info
        assert group not in repr(code)


def test_pdfua_finds_no_fault(code: RecoveryCode, tmp_path: Path) -> None:
    file = tmp_path / "feuille.pdf"
    file.write_bytes(sheet(code).content)
    report = validate(str(file))
    assert [(one.rule_id, list(one.findings)) for one in report.outcomes if one.findings] == []
