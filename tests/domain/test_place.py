from __future__ import annotations

import pytest

from ctg_desktop.domain.place import (
    Mount,
    PlaceTrouble,
    Trouble,
    cloud_of_markers,
    cloud_of_names,
    mount_of,
    mounts_of,
    network_trouble,
)

TABLE = r"""/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/odile/CLE\040USB vfat rw 0 0
//serveur/mairie /home/odile/Commun\040mairie cifs rw 0 0
nas:/volume1 /mnt/nas nfs4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
tmpfs /mnt/nas/local tmpfs rw 0 0
not a mount
"""


def test_a_table_is_read_with_its_escapes() -> None:
    mounts = mounts_of(TABLE)
    assert mounts[2] == Mount("/dev/sdb1", "/media/odile/CLE USB", "vfat")
    assert len(mounts) == 7
    assert mounts_of("") == ()


@pytest.mark.parametrize(
    ("folder", "server"),
    [
        ("/home/odile/Commun mairie/coffre", "//serveur/mairie"),
        ("/home/odile/Commun mairie", "//serveur/mairie"),
        ("/mnt/nas/coffres/civray", "nas:/volume1"),
        ("/run/user/1000/gvfs/smb-share:server=nas/coffre", "gvfsd-fuse"),
    ],
)
def test_what_is_on_another_machine_is_told(folder: str, server: str) -> None:
    trouble = network_trouble(folder, mounts_of(TABLE))
    assert trouble == PlaceTrouble(Trouble.NETWORK, server)


@pytest.mark.parametrize(
    "folder",
    [
        "/home/odile/coffre",
        "/home/odile/Commun mairie et autres/coffre",
        "/mnt/nas/local/coffre",
        "/media/odile/CLE USB/coffre",
    ],
)
def test_what_is_on_this_machine_is_not(folder: str) -> None:
    assert network_trouble(folder, mounts_of(TABLE)) is None


def test_the_latest_of_two_mounts_in_one_place_counts() -> None:
    twice = mounts_of("a /mnt ext4 rw 0 0\nb /mnt nfs rw 0 0\n")
    found = mount_of("/mnt/x", twice)
    assert found is not None
    assert found.source == "b"


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        (r"\\serveur\mairie\coffre", True),
        ("//serveur/mairie/coffre", True),
        (r"C:\Users\Odile\coffre", False),
        (r"\\?\C:\Users\Odile\coffre", False),
    ],
)
def test_windows_names_a_server_in_the_path(folder: str, network: bool) -> None:
    assert (network_trouble(folder, ()) is not None) is network


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("C:/Users/Odile/OneDrive/coffre", "OneDrive"),
        ("C:/Users/Odile/OneDrive - Mairie de Civray/coffre", "OneDrive"),
        ("/home/odile/Dropbox (Mairie)/coffre", "Dropbox"),
        ("/home/odile/Nextcloud/coffre", "Nextcloud"),
        ("/home/odile/Nextcloud2/coffre", "Nextcloud"),
        ("C:/Users/Odile/Documents/MEGA/coffre", "MEGA"),
        ("/home/odile/SeaDrive/coffre", "Seafile"),
        ("/home/odile/mégalithes/coffre", None),
        ("/home/odile/2026/coffre", None),
        ("/Users/odile/Library/Mobile Documents/coffre", "iCloud"),
        ("/home/odile/kDrive/x", "kDrive"),
        ("/home/odile/Google Drive/x", "Google Drive"),
        ("/home/odile/onedrives/x", None),
        ("/home/odile/mes coffres/civray", None),
    ],
)
def test_folders_of_programs_that_synchronise_are_known_by_name(
    folder: str, program: str | None
) -> None:
    found = cloud_of_names(folder.split("/"))
    assert (found.name if found else None) == program


@pytest.mark.parametrize(
    ("names", "program"),
    [
        ([".stfolder", "coffre"], "Syncthing"),
        ([".dropbox.cache"], "Dropbox"),
        ([".nextcloudsync.log"], "Nextcloud"),
        ([".tmp.driveupload"], "Google Drive"),
        ([".dropbox", "Documents"], None),
        ([], None),
    ],
)
def test_and_by_what_they_leave(names: list[str], program: str | None) -> None:
    found = cloud_of_markers(names)
    assert (found.name if found else None) == program
