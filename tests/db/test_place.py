"""Where a vault lies, and moving it: it is never lost, whatever happens on the way."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ctg_desktop.db import place
from ctg_desktop.db.place import move_vault, trouble_of
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.place import PlaceTrouble, Trouble
from ctg_desktop.domain.progress import Cancelled
from ctg_desktop.errors import EnvironmentFault, UserError
from tests.keys_for_tests import KEY, make_locked

NOW = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
LOCAL = "/dev/sda1 / ext4 rw 0 0\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "partage" / "civray"
    make_locked(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    (folder / "sauvegardes").mkdir()
    (folder / "sauvegardes" / "une.ctgs").write_bytes(b"sauvegarde")
    return folder


def holds_civray(folder: Path) -> bool:
    with closing(Vault.open(folder, KEY)) as vault:
        return vault.profile.name == "Civray"


def test_a_mount_of_the_network_is_told_for_a_folder_not_made_yet(tmp_path: Path) -> None:
    table = f"{LOCAL}nas:/x {tmp_path} nfs4 rw 0 0\n"
    found = trouble_of(tmp_path / "pas" / "encore", table=table, variables={})
    assert found == PlaceTrouble(Trouble.NETWORK, "nas:/x")
    assert trouble_of(tmp_path / "pas", table=LOCAL, variables={}) is None


def test_a_link_onto_the_network_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "nas").mkdir()
    (tmp_path / "lien").symlink_to(tmp_path / "nas")
    table = f"{LOCAL}nas:/x {tmp_path / 'nas'} nfs rw 0 0\n"
    assert trouble_of(tmp_path / "lien" / "coffre", table=table, variables={}) is not None


def test_a_marker_above_the_vault_is_enough(tmp_path: Path) -> None:
    folder = tmp_path / "Documents" / "coffres" / "civray"
    folder.mkdir(parents=True)
    assert trouble_of(folder, table=LOCAL, variables={}) is None
    (tmp_path / "Documents" / ".stfolder").mkdir()
    assert trouble_of(folder, table=LOCAL, variables={}) == PlaceTrouble(Trouble.CLOUD, "Syncthing")


def test_the_environment_names_onedrive_whatever_its_folder_is_called(tmp_path: Path) -> None:
    variables = {"OneDriveCommercial": str(tmp_path / "Mes documents")}
    found = trouble_of(tmp_path / "Mes documents" / "civray", table=LOCAL, variables=variables)
    assert found == PlaceTrouble(Trouble.CLOUD, "OneDrive")


def test_a_vault_moves_with_all_it_has(folder: Path, tmp_path: Path) -> None:
    target, told = tmp_path / "ici" / "civray", []
    assert move_vault(folder, target, NOW, lambda done, total: told.append((done, total)))
    assert not folder.exists()
    assert holds_civray(target)
    assert (target / "sauvegardes" / "une.ctgs").read_bytes() == b"sauvegarde"
    assert told[-1][0] == told[-1][1] > 0
    assert [one.name for one in target.parent.iterdir()] == ["civray"]


def test_what_a_person_put_beside_it_goes_along_and_what_came_since_stays(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "notes.txt").write_text("à moi", "utf-8")

    def late(done: int, total: int) -> None:
        if done == total:
            (folder / "arrivé.txt").write_text("après", "utf-8")

    assert move_vault(folder, tmp_path / "ici", NOW, late)
    assert (tmp_path / "ici" / "notes.txt").read_text("utf-8") == "à moi"
    assert [one.name for one in folder.iterdir()] == ["arrivé.txt"]


def test_an_open_vault_is_not_moved(folder: Path, tmp_path: Path) -> None:
    with closing(Vault.open(folder, KEY)), pytest.raises(UserError, match="vault-in-use"):
        move_vault(folder, tmp_path / "ici", NOW)
    assert not (tmp_path / "ici").exists()
    assert holds_civray(folder)


def test_a_place_that_holds_something_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "ici").mkdir()
    (tmp_path / "ici" / "autre").touch()
    with pytest.raises(UserError, match="folder-in-use"):
        move_vault(folder, tmp_path / "ici", NOW)
    assert holds_civray(folder)


def test_given_up_on_the_way_it_stays_where_it_was(folder: Path, tmp_path: Path) -> None:
    def give_up(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        move_vault(folder, tmp_path / "ici" / "civray", NOW, give_up)
    assert holds_civray(folder)
    assert list((tmp_path / "ici").iterdir()) == []


def test_a_disk_that_writes_something_else_is_found_out(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "_digest", lambda _file: b"another")
    with pytest.raises(EnvironmentFault, match="vault-move-differs"):
        move_vault(folder, tmp_path / "ici", NOW)
    assert holds_civray(folder)
    assert not (tmp_path / "ici").exists()


def test_what_a_killed_move_left_is_begun_again(folder: Path, tmp_path: Path) -> None:
    left = tmp_path / "ici.en-cours"
    left.mkdir()
    (left / "coffre.db").write_bytes(b"half")
    assert move_vault(folder, tmp_path / "ici", NOW)
    assert holds_civray(tmp_path / "ici")
    assert not left.exists()
