"""The booklet of a commune as a web page, in each language, rich and nearly empty."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.papers import BookletForm, BookletOptions, Language
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.start import Start
from tests.accessibility.checking import Fault, faults
from tests.keys_for_tests import cheap_keys, key_of

DAY = date(2026, 11, 25)
VAULTS = ("demonstration", "empty")


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
        options = BookletOptions(form=BookletForm.WEB, language=language)
        page = office.booklets.web_page(DAY, options)
    assert page.startswith(b"<!DOCTYPE html>")
    return page


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("vault", VAULTS)
def test_the_booklet_is_without_fault(
    found: dict[str, list[Fault]], vault: str, language: Language
) -> None:
    assert found[f"{vault} {language.value}"] == []
