"""Where a vault may lie: on a disk of this PC, not on the network nor in a folder that is copied.

A network drive gives no lock to trust and may break a write in two; a program that synchronises
copies the file while it is written, and makes two vaults of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import digits

NETWORK_KINDS = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "ceph", "glusterfs", "lustre",
        "davfs", "fuse.davfs2", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs",
        "fuse.s3fs", "fuse.onedriver", "fuse.google-drive-ocamlfuse", "fuse.pcloud",
        "fuse.kio-fuse",
    }
)  # fmt: skip
"""Names of file systems that are on another machine, as Linux writes them in ``/proc/mounts``."""

CLOUD_NAMES: Mapping[str, str] = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mon drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "kdrive": "kDrive",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "proton drive": "Proton Drive",
    "synologydrive": "Synology Drive",
    "mega": "MEGA",
    "megasync": "MEGA",
    "box sync": "Box",
    "seafile": "Seafile",
    "seadrive": "Seafile",
    "my tresors": "Tresorit",
    "cozy drive": "Cozy",
    "twake drive": "Twake",
}
"""What these programs call their folder, folded; they add the name of the account, or a number for
the second one, after it."""

CLOUD_MARKERS: Mapping[str, str] = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".synologyworkingdirectory": "Synology Drive",
    ".seafile-data": "Seafile",
}
"""Files and folders that these programs leave at the top of what they copy, folded."""

CLOUD_VARIABLES: Mapping[str, str] = {
    "OneDrive": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "OneDriveCommercial": "OneDrive",
}
"""Variables of the environment that name such a folder."""

_ESCAPED = re.compile(r"\\([0-7]{3})")
_NO_SERVERS = ("//?/", "//./")
_ACCOUNT = (" -", " (", "-", "_")


class Trouble(StrEnum):
    """Why a vault must not stay where it is."""

    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class PlaceTrouble:
    """A place that is refused.

    Attributes:
        name: Of the program that synchronises, or of the server; may be empty.
    """

    trouble: Trouble
    name: str = ""


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system, and where it hangs.

    Attributes:
        source: Device or server, e.g. ``//serveur/mairie``.
        kind: As the system calls it, e.g. ``ext4``.
    """

    source: str
    point: str
    kind: str


def mounts_of(table: str) -> tuple[Mount, ...]:
    """Read a table of mounts in the form of ``/proc/mounts``; lines that are none are left out."""
    fields = (line.split() for line in table.splitlines())
    return tuple(
        Mount(_plain(one[0]), _plain(one[1]), one[2])
        for one in fields
        if len(one) >= 3 and one[1].startswith("/")
    )


def mount_of(folder: str, mounts: Sequence[Mount]) -> Mount | None:
    """Return what a folder lies on: the nearest mount above it, the latest of two in one place."""
    above = [one for one in mounts if f"{folder}/".startswith(f"{one.point.rstrip('/')}/")]
    return max(reversed(above), key=lambda one: len(one.point.rstrip("/")), default=None)


def network_trouble(folder: str, mounts: Sequence[Mount]) -> PlaceTrouble | None:
    """Say whether a folder is on another machine: by its mount, or by a name such as ``//server``.

    Args:
        folder: Absolute, as the system writes it.
        mounts: Of this machine; empty where it has no such table.
    """
    plain = folder.replace("\\", "/")
    if plain.startswith("//") and not plain.startswith(_NO_SERVERS):
        return PlaceTrouble(Trouble.NETWORK, "/".join(plain.strip("/").split("/")[:2]))
    mount = mount_of(folder, mounts)
    if mount is not None and mount.kind.lower() in NETWORK_KINDS:
        return PlaceTrouble(Trouble.NETWORK, mount.source)
    return None


def cloud_of_names(parts: Iterable[str]) -> PlaceTrouble | None:
    """Say whether one of the folders on a path has the name of a program that synchronises."""
    for part in parts:
        folded = part.casefold().rstrip(digits)
        for name, program in CLOUD_NAMES.items():
            if folded == name or folded.startswith(tuple(name + one for one in _ACCOUNT)):
                return PlaceTrouble(Trouble.CLOUD, program)
    return None


def cloud_of_markers(names: Iterable[str]) -> PlaceTrouble | None:
    """Say whether the names in a folder tell that a program synchronises it."""
    for name in names:
        program = CLOUD_MARKERS.get(name.casefold())
        if program:
            return PlaceTrouble(Trouble.CLOUD, program)
    return None


def _plain(escaped: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 8)), escaped)
