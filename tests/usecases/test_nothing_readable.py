"""What was typed stands in no file that can be read: not in the vault, a log, a temporary file."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ctg_desktop.db.backup_files import FOLDER_NAME
from ctg_desktop.db.private_folder import PAPERS, READING
from ctg_desktop.db.vault import Vault
from ctg_desktop.db.vault_files import FILE_NAME
from ctg_desktop.db.vault_lock import HOLDER_NAME
from ctg_desktop.domain.commune import Profile, Role
from tests.keys_for_tests import KEY, PASSWORD, make_locked
from tests.register_for_tests import KEEPER_PASSWORD, REGISTER_KEY

ROOT = Path(__file__).resolve().parents[2]
MARKER = "Zqxjkv"
AGENT = "Vkwzqj"
"""Who works; told in clear where a second computer reads who has the vault open."""
MARKERS = [
    *(MARKER.encode(code) for code in ("utf-8", "utf-16-le")),
    *(one for key in (KEY, REGISTER_KEY) for one in (key, key.hex().encode())),
    *(password.encode() for password in (PASSWORD, KEEPER_PASSWORD)),
]

WORK = """
import io, sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from PIL import Image
from ctg_desktop import crash, logs
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.booklet import BookletSettings
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.families.dealings import ContactNote, Referral
from ctg_desktop.domain.families.household import Household, Person
from ctg_desktop.domain.letter import LetterModel
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.papers import BookletOptions
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.access import NewUser
from ctg_desktop.usecases.office import open_office
from tests.keys_for_tests import KEY
from tests.register_for_tests import PAULETTE, set_up
from tests.usecases.test_nothing_readable import AGENT, MARKER, noise

folder, data = Path(sys.argv[1]), Path(sys.argv[2])
logs.configure(data / "journaux")
today = date(2026, 11, 25)
with open_office(folder, AGENT, KEY) as office:
    saved = office.directory.save(Listing(
        name=f"Amicale {MARKER}", category="associations", description=f"Un mot {MARKER}. " * 50,
        published=True,
    ))
    office.directory.save(saved.listing)
    office.calendar.save(Event(title=f"Fête {MARKER}", start=datetime(2026, 12, 1, 20, 0)))
    office.drafts.keep("listing:new", {"name": MARKER})
    office.settings.set_preference("columns", [MARKER])
    office.settings.save_booklet(BookletSettings(mayor_word=f"Bienvenue {MARKER}"))
    office.searches.save(f"Recherche {MARKER}", ListingFilter(text=MARKER))
    office.letter_settings.save(
        LetterModel(code="", name=f"Lettre {MARKER}", subject=MARKER, body=f"Bonjour {MARKER}")
    )
    picture = io.BytesIO()
    Image.frombytes("RGB", (64, 64), noise()).save(picture, "PNG")
    stored = office.pictures.get(office.pictures.add_bytes(picture.getvalue())).content
    print(stored[64:96].hex(), flush=True)
    office.imports.remember([f"Colonne {MARKER}"], {"Colonne": "name"})
    assert office.search.find(MARKER)
    assert office.booklets.render(today, BookletOptions()).content
    office.directory.delete([saved.listing.id])
    office.journal.undo()
    family = office.families.save(
        Household(name=f"Famille {MARKER}", persons=(Person(MARKER, MARKER),), note=MARKER), today
    ).household
    office.families.add_note(ContactNote(household=family.id, on=today, text=MARKER), today)
    office.referrals.add(Referral(on=today, need="school", listing_name=MARKER), today)
    office.drafts.keep(f"household:{family.id}", {"note": MARKER})
    dossier = office.family_rights.dossier_paper(family.id, today)
    assert dossier.carries
    shown = office.opened_papers.keep(dossier)
    assert shown.parent.stat().st_mode & 0o77 == 0
    register = set_up(office.register)
    entry = register.save(replace(PAULETTE, last_name=MARKER, address=(MARKER,)), today)
    register.drafts.keep(f"entry:{entry.id}", {"last_name": MARKER})
    office.backups.make(Why.ASKED)
    try:
        raise RuntimeError(f"a bug that names {MARKER}")
    except RuntimeError as error:
        crash.write_report(data / "journaux", error, datetime(2026, 11, 25, 10, 0))
        logs.LOGGER.exception("crashed")
    with open_office(folder, f"Lecteur {MARKER}", KEY, reading=True) as reading:
        assert reading.search.find(MARKER)
        print("open", flush=True)
        sys.stdin.readline()
print("closed", flush=True)
sys.stdin.readline()
"""


def noise() -> bytes:
    """Return pixels that no compression takes away."""
    import random

    return random.Random(86).randbytes(64 * 64 * 3)  # noqa: S311 - repeatable, not secret


def readable(markers: list[bytes], *folders: Path) -> list[str]:
    found = []
    for file in (one for folder in folders for one in folder.rglob("*") if one.is_file()):
        content = file.read_bytes()
        found += [f"{file.name}: {marker!r}" for marker in markers if marker in content]
    return found


class Worker:
    """A process that writes markers everywhere, and waits."""

    def __init__(self, root: Path) -> None:
        self.folders = (root / "coffre", root / "données", root / "temporaire")
        for folder in self.folders[1:]:
            folder.mkdir()
        code = make_locked(self.folders[0], Profile(Role.COMMUNE, "86078", "Civray"))
        self._secrets = [*MARKERS, code.text.encode(), code.signs.encode(), code.secret]
        words = [str(folder) for folder in self.folders[:2]]
        temporary = str(self.folders[2])
        self.process = subprocess.Popen(
            [sys.executable, "-c", WORK, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={
                **os.environ,
                **dict.fromkeys(("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"), temporary),
                "CTG_DONNEES": words[1],
                "PYTHONPATH": str(ROOT),
            },
        )
        self.markers = self._secrets

    def begin(self) -> None:
        self.markers = [*self._secrets, bytes.fromhex(self.said())]
        assert self.said() == "open"

    def said(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def go_on(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    @property
    def private_copies(self) -> list[Path]:
        """The copies made for reading alone."""
        return list(self.folders[2].glob(f"{READING}*/{FILE_NAME}"))

    @property
    def shown_papers(self) -> list[Path]:
        """Papers with personal data that another program was given to show."""
        return list(self.folders[2].glob(f"{PAPERS}*/*.pdf"))

    @property
    def readable(self) -> list[str]:
        return readable(self.markers, *self.folders)

    @property
    def telling_who(self) -> list[str]:
        """The files that name who works."""
        return readable([AGENT.encode(), AGENT.encode("utf-16-le")], *self.folders)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    worker = Worker(tmp_path)
    try:
        worker.begin()
        yield worker
    finally:
        worker.end()


def test_nothing_can_be_read_while_the_vault_is_open_nor_afterwards(worker: Worker) -> None:
    vault, data, _ = worker.folders
    log = vault / "coffre.db-wal"
    assert log.stat().st_size > 100_000
    assert len(worker.private_copies) == len(worker.shown_papers) == 1
    assert len(list((vault / FOLDER_NAME).iterdir())) == 1
    assert worker.readable == []
    assert worker.telling_who == [f"{HOLDER_NAME}: {AGENT.encode()!r}"]
    reports = list((data / "journaux").glob("incident-*.txt"))
    assert len(reports) == 1
    assert "RuntimeError" in reports[0].read_text("utf-8")
    worker.go_on()
    assert worker.said() == "closed"
    assert not log.exists()
    assert worker.private_copies == worker.shown_papers == []
    assert worker.readable == worker.telling_who == []


def test_nothing_can_be_read_after_the_process_was_killed(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.process.kill()
    worker.process.wait()
    assert (worker.folders[0] / "coffre.db-wal").exists()
    assert len(worker.private_copies) == len(worker.shown_papers) == 1
    assert worker.readable == []
    monkeypatch.setattr(tempfile, "tempdir", str(worker.folders[2]))
    Vault.open(worker.folders[0], KEY).close()
    assert worker.private_copies == worker.shown_papers == worker.telling_who == []


def test_this_would_have_been_seen(tmp_path: Path) -> None:
    (tmp_path / "x").write_text(f"… {MARKER} …", "utf-16-le")
    assert readable(MARKERS, tmp_path) == [f"x: {MARKERS[1]!r}"]
