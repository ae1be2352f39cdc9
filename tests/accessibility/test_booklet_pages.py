"""The booklet of a commune as a web page, in each language, rich and nearly empty."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.papers import BookletForm, BookletOptions, Codes, Language
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.start import Start
from tests.accessibility.checking import Fault, faults
from tests.keys_for_tests import cheap_keys, key_of

DAY = date(2026, 11, 25)
VAULTS = ("demonstration", "empty")
FAMILY = ("childcare", "mobility")
"""In two languages the page holds both; in one, a shorter page shows what that one is like."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Fault]]:
    folder = tmp_path_factory.mktemp("coffres")
    start = Start(folder / "données")
    start.demonstration(folder / "demonstration", DAY)
    start.create(folder / "empty", Profile(Role.COMMUNE, "86078", "Civray"), cheap_keys())
    pages = {
        f"{vault} {language.value}": web_page(folder / vault, language)
        for vault in VAULTS
        for language in Language
    }
    return faults(pages, folder)


def web_page(vault: Path, language: Language) -> bytes:
    with open_office(vault, "", key_of(vault)) as office:
        family = vault.name == "demonstration" and language is not Language.BOTH
        options = BookletOptions(
            form=BookletForm.WEB,
            language=language,
            codes=Codes.BOTH if family else Codes.SITE,
            needs=FAMILY if family else (),
            only_chosen=family,
        )
        page = office.booklets.web_page(DAY, options)
    assert page.startswith(b"<!DOCTYPE html>")
    return page


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("vault", VAULTS)
def test_the_booklet_is_without_fault(
    found: dict[str, list[Fault]], vault: str, language: Language
) -> None:
    assert found[f"{vault} {language.value}"] == []
