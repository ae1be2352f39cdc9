"""Start: which vaults this person has, and making a new one."""

from __future__ import annotations

import re
import shutil
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ctg_desktop.db.backup_files import FOLDER_NAME as BACKUPS
from ctg_desktop.db.vault_files import is_lost, is_vault
from ctg_desktop.domain import text
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.history import Origin
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.territory import OfferedCommune, Territory
from ctg_desktop.errors import CtgError, EnvironmentFault, UserError
from ctg_desktop.files import atomic_write
from ctg_desktop.keys import keyring
from ctg_desktop.keys.keyring import Keyring
from ctg_desktop.paths import asset, vaults_folder
from ctg_desktop.usecases.access import begin
from ctg_desktop.usecases.new_keys import NewKeys

if TYPE_CHECKING:
    from ctg_desktop.db.vault import UnitOfWork, Vault
    from ctg_desktop.usecases.demo_data import DemoContent

TERRITORY = "territory/civraisien-en-poitou.json"
RECENT_FILE = "coffres.json"
RECENT_LIMIT = 12

_INSEE_CODE = re.compile(r"(?:\d{2}|2[AB])\d{3}")
_SIREN = re.compile(r"\d{9}")
_CODES = {Role.COMMUNE: _INSEE_CODE, Role.COMMUNITY: _SIREN}


class _Recent(msgspec.Struct, frozen=True):
    """A vault that was opened here.

    Attributes:
        user: Who opened it last.
    """

    folder: str
    name: str = ""
    user: str = ""


class Start:
    """The vaults of this person on this computer.

    Args:
        data: The data folder.
    """

    def __init__(self, data: Path) -> None:
        self._data = data

    def territory(self) -> Territory:
        """Return the community whose communes are offered first."""
        return _territory()

    def offered_communes(self) -> tuple[OfferedCommune, ...]:
        """Return the communes offered, in alphabetical order."""
        return self.territory().communes

    def recent(self) -> list[Path]:
        """Return the vaults opened lately, as far as they or backups are there, the last first."""
        return [Path(one.folder) for one in self._remembered()]

    def name_of(self, folder: Path) -> str:
        """Return whose vault a folder is, as it was when it was last opened here."""
        known = {one.folder: one.name for one in self._remembered()}
        return known.get(str(folder.resolve())) or folder.name

    def last_user(self, folder: Path) -> str:
        """Return who opened a vault last here; empty when nobody is known."""
        known = {one.folder: one.user for one in self._remembered()}
        return known.get(str(folder.resolve()), "")

    def remember(self, folder: Path, name: str = "", user: str = "") -> None:
        """Note that a vault was opened, whose it is, and by whom."""
        opened = str(folder.resolve())
        known = self._remembered()
        before = next((one for one in known if one.folder == opened), _Recent(opened))
        now = _Recent(opened, name or before.name, user or before.user)
        kept = [now, *(one for one in known if one.folder != opened)]
        self._data.mkdir(parents=True, exist_ok=True)
        with atomic_write(self._data / RECENT_FILE) as file:
            file.write(msgspec.json.encode(kept[:RECENT_LIMIT]))

    def _remembered(self) -> list[_Recent]:
        file = self._data / RECENT_FILE
        if not file.exists():
            return []
        try:
            kept = msgspec.json.decode(file.read_bytes(), type=list[_Recent])
        except (msgspec.DecodeError, OSError):
            return []
        return [one for one in kept if _is_there(Path(one.folder))]

    def proposed_folder(self, name: str) -> Path:
        """Return a free folder for a new vault, named after its commune."""
        stem = "-".join(re.findall(r"[a-z0-9]+", text.fold(name)))[:60] or "coffre"
        root = vaults_folder(self._data)
        folder, number = root / stem, 1
        while folder.exists():
            number += 1
            folder = root / f"{stem}-{number}"
        return folder

    def create(self, folder: Path, profile: Profile, keys: NewKeys) -> None:
        """Make a new, empty vault, whole or not at all.

        Args:
            folder: Made when it is missing.
            profile: Who the vault belongs to.
            keys: Of those who will open it; their code is printed already.

        Raises:
            UserError: ``vault-exists``, ``profile-name-missing``, ``profile-code-invalid``;
                ``folder-in-use``: backups of another vault are there.
            EnvironmentFault: The folder cannot be written.
        """
        ready = checked_profile(profile)
        _check_no_backups(folder)
        _create(folder, ready, keys.key, keys.keyring).close()
        self.remember(folder, ready.name)

    def demonstration(self, folder: Path, today: date) -> None:
        """Make the vault of the demonstration commune, whole or not at all.

        It is encrypted like any other, and opens without a password.

        Raises:
            UserError: ``vault-exists``.
            EnvironmentFault: The folder cannot be written.
        """
        fill_demonstration(folder, today)
        self.remember(folder)


def _is_there(folder: Path) -> bool:
    """Tell whether a vault, or backups of one that is gone, can be found in a folder."""
    if is_vault(folder):
        return True
    with suppress(CtgError):  # a stick that cannot be read is not offered
        return is_lost(folder)
    return False


def _create(folder: Path, profile: Profile, key: bytes, keys: Keyring) -> Vault:
    from ctg_desktop.db.vault import Vault

    return Vault.create(folder, profile, key, before_naming=partial(begin, folder, keys))


def _check_no_backups(folder: Path) -> None:
    """Refuse a folder whose keyring still opens backups, though its vault is gone."""
    if not is_vault(folder) and any((folder / BACKUPS).glob("*")):
        raise UserError("folder-in-use", folder=str(folder))


def _store(work: UnitOfWork, content: DemoContent, today: date) -> None:
    from ctg_desktop.usecases.demo_families import store_demo_families

    pictures = {
        one.key: work.pictures.add(one.media_type, one.width, one.height, one.content)
        for one in content.pictures
    }
    stored = work.listings.add_many(content.listings_with(pictures))
    for listing in content.organised(stored):
        work.listings.save(listing)
    work.events.add_many(content.events_at(stored))
    work.settings.set_booklet(content.settings_with(pictures))
    store_demo_families(work, content.ids_by_key(stored), today)


def _check_free(folder: Path) -> None:
    if is_vault(folder):
        raise UserError("vault-exists", folder=str(folder))
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise UserError("folder-in-use", folder=str(folder))


def _take_place(building: Path, folder: Path) -> None:
    """Give a finished vault the name of its folder."""
    try:
        if folder.exists():
            folder.rmdir()
        building.rename(folder)
    except OSError as error:
        raise EnvironmentFault("file-not-writable", name=folder.name) from error


def fill_demonstration(folder: Path, today: date) -> None:
    """Create the demonstration vault in a folder beside, then give it its name.

    Raises:
        UserError: ``vault-exists``; ``folder-in-use`` when something else is there.
        EnvironmentFault: The folder cannot be written.
    """
    from ctg_desktop.usecases.demo_data import demo_content
    from ctg_desktop.usecases.register.demo import fill_demo_register

    _check_free(folder)
    building = folder.with_name(f"{folder.name}.en-cours")
    shutil.rmtree(building, ignore_errors=True)
    content = demo_content(today)
    key = keyring.new_key()
    keys = Keyring.practice(new_id(), key, today)
    try:
        with closing(_create(building, content.profile, key, keys)) as vault:
            with vault.writing("demonstration-created", origin=Origin.PROGRAM) as work:
                _store(work, content, today)
            fill_demo_register(vault, today)
        _take_place(building, folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def checked_profile(profile: Profile) -> Profile:
    """Return a profile with a clean name and a code of the right form, or refuse it.

    Raises:
        UserError: ``profile-name-missing``, ``profile-code-invalid``.
    """
    name = text.line(profile.name, "name")
    code = profile.code.strip().upper()
    if not name:
        raise UserError("profile-name-missing", field="name")
    if not _CODES[profile.role].fullmatch(code):
        raise UserError("profile-code-invalid", field="code", role=profile.role, value=code[:20])
    return replace(profile, name=name, code=code)


def _territory() -> Territory:
    return msgspec.json.decode(asset(TERRITORY).read_bytes(), type=_File).territory()


def delegated_communes(code: str) -> dict[str, str]:
    """Return INSEE code → name of the former communes of a *commune nouvelle* of the territory."""
    communes = _territory().communes
    former = (one.former for one in communes if one.code == code)
    return {part.code: part.name for parts in former for part in parts}


class _File(msgspec.Struct):
    """The territory as its resource file writes it."""

    community: dict[str, str]
    communes: tuple[OfferedCommune, ...]

    def territory(self) -> Territory:
        ordered = sorted(self.communes, key=lambda commune: text.fold(commune.name))
        return Territory(self.community["name"], tuple(ordered))
