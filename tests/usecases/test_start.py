"""New vaults, and the ones opened lately."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.start import Start, delegated_communes
from tests.keys_for_tests import cheap_keys, key_of

TODAY = date(2026, 11, 23)
CIVRAY = Profile(Role.COMMUNE, "86078", "Civray")
KEYS = cheap_keys()


@pytest.fixture
def start(tmp_path: Path) -> Start:
    return Start(tmp_path / "données")


def test_the_communes_offered(start: Start) -> None:
    communes = start.offered_communes()
    assert len(communes) == 36
    assert communes[0].name == "Anché"
    assert {one.code for one in communes} >= {"86078", "86082"}
    assert set(delegated_communes("86082").values()) == {
        "Couhé",
        "Ceaux-en-Couhé",
        "Châtillon",
        "Payré",
        "Vaux",
    }
    assert delegated_communes("86078") == {}


def test_the_last_vault_opened_comes_first(start: Start, tmp_path: Path) -> None:
    assert start.recent() == []
    for name in ("un", "deux"):
        start.create(tmp_path / name, CIVRAY, KEYS)
    assert [folder.name for folder in start.recent()] == ["deux", "un"]
    start.remember(tmp_path / "un")
    assert [folder.name for folder in start.recent()] == ["un", "deux"]


def test_a_vault_is_never_made_over_another(start: Start, tmp_path: Path) -> None:
    start.create(tmp_path / "un", CIVRAY, KEYS)
    for make in (
        lambda: start.create(tmp_path / "un", CIVRAY, KEYS),
        lambda: start.demonstration(tmp_path / "un", TODAY),
    ):
        with pytest.raises(UserError, match="vault-exists"):
            make()


def test_the_demonstration_is_never_put_over_other_files(start: Start, tmp_path: Path) -> None:
    (tmp_path / "mes-documents").mkdir()
    (tmp_path / "mes-documents" / "lettre.txt").write_text("cher ami")
    with pytest.raises(UserError, match="folder-in-use"):
        start.demonstration(tmp_path / "mes-documents", TODAY)
    assert (tmp_path / "mes-documents" / "lettre.txt").read_text() == "cher ami"


@pytest.mark.parametrize(
    ("profile", "code"),
    [
        (Profile(Role.COMMUNE, "86078", " "), "profile-name-missing"),
        (Profile(Role.COMMUNE, "8607", "Civray"), "profile-code-invalid"),
        (Profile(Role.COMMUNITY, "86078", "Civraisien"), "profile-code-invalid"),
    ],
)
def test_refused_profiles(start: Start, tmp_path: Path, profile: Profile, code: str) -> None:
    with pytest.raises(UserError, match=code):
        start.create(tmp_path / "un", profile, KEYS)
    assert not (tmp_path / "un").exists()


def test_proposed_folders_are_free(start: Start) -> None:
    first = start.proposed_folder("L’Île-d’Œuvre")
    assert first.name == "l-ile-d-oeuvre"
    first.mkdir(parents=True)
    assert start.proposed_folder("L’Île-d’Œuvre").name == "l-ile-d-oeuvre-2"


def test_the_demonstration_is_rich_and_has_nothing_to_undo(start: Start, tmp_path: Path) -> None:
    start.demonstration(tmp_path / "démo", TODAY)
    with open_office(tmp_path / "démo", "", key_of(tmp_path / "démo")) as office:
        assert office.settings.profile().demonstration
        assert office.directory.counts(TODAY).total >= 120
        assert len(office.calendar.events()) >= 60
        assert len(office.home.summary(TODAY).next_occurrences) == 6
        with pytest.raises(UserError, match="nothing-to-undo"):
            office.journal.undo()
