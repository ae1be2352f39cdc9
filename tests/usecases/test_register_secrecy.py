"""Whoever opens the vault reads nothing of the register, wherever they look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from ctg_desktop import logs
from ctg_desktop.db.backup_files import DATABASE, FOLDER_NAME
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.register.entry import (
    AskedBy,
    Call,
    CallResult,
    RegisterContact,
    RegisterEntry,
    Removal,
    Request,
)
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.register.open_register import OpenRegister
from tests.keys_for_tests import KEY, bare, make_locked
from tests.raw_pages import on_the_disk
from tests.register_for_tests import ASKED, KEEPER_PASSWORD, REGISTER_KEY, TODAY, set_up

MARKERS = ("Zqxjkv", "Wvbnmq", "Kjhgfd", "3364912", "Pqlmwx")
SECRET = RegisterEntry(
    last_name="Zqxjkv",
    first_names="Wvbnmq",
    address=("Kjhgfd",),
    phone="05 36 49 12 05",
    to_warn=(RegisterContact("Pqlmwx", "fille"),),
    request=Request(
        ASKED, AskedBy.THIRD_PARTY, True, "Kjhgfd", RegisterContact("Pqlmwx", "voisin")
    ),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_locked(tmp_path / "coffre", Profile(Role.COMMUNE, "86078", "Civray"))
    return tmp_path / "coffre"


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    with open_office(folder, "accueil", KEY) as opened:
        yield opened


def work(office: Office) -> OpenRegister:
    """Do in the register whatever can be done in it."""
    register = set_up(office.register)
    kept = register.save(SECRET, TODAY)
    register.drafts.keep(f"entry:{kept.id}", {"last_name": "Zqxjkv"})
    register.acknowledge(kept.id, TODAY, TODAY)
    register.enrol(kept.id, TODAY, TODAY)
    alert = register.begin_alert("Wvbnmq", TODAY, TODAY)
    call = Call(register.now().replace(year=2026, month=11, day=25), CallResult.WELL, "Pqlmwx")
    register.note_call(kept.id, replace(call, alert=alert.id), TODAY)
    register.entries(TODAY)
    register.call_list(alert.id, TODAY)
    gone = register.save(replace(SECRET, first_names="Kjhgfd"), TODAY)
    register.object(gone.id, TODAY, TODAY)
    return register


def dumped(file: Path) -> str:
    """Return everything a database holds, as whoever has the vault's key reads it."""
    with closing(bare(file)) as connection:
        asked = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        tables = [row[0] for row in connection.execute(asked).fetchall()]
        assert "register_record" in tables
        rows = [
            repr(row)
            for table in tables
            for row in connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - names of the schema
        ]
    return "\n".join(rows)


def read(text: str) -> list[str]:
    return [one for one in (*MARKERS, REGISTER_KEY.hex(), repr(REGISTER_KEY)) if one in text]


def test_the_key_of_the_vault_reads_no_name_in_any_table(folder: Path, office: Office) -> None:
    work(office)
    assert read(dumped(folder / DATABASE)) == []


def test_this_would_have_been_seen(folder: Path, office: Office) -> None:
    office.drafts.keep("listing:new", {"name": "Zqxjkv"})
    assert read(dumped(folder / DATABASE)) == ["Zqxjkv"]


def test_no_backup_no_manifest_no_log_and_no_file_name_tells_of_it(
    folder: Path, office: Office, tmp_path: Path
) -> None:
    logs.configure(tmp_path / "journaux")
    work(office)
    office.backups.make(Why.ASKED)
    (backup,) = (folder / FOLDER_NAME).iterdir()
    assert read(dumped(backup / DATABASE)) == []
    found = [
        f"{file.name}: {marker}"
        for file in tmp_path.rglob("*")
        if file.is_file()
        for marker in MARKERS
        if marker.encode() in file.read_bytes() or marker in file.name
    ]
    assert found == []


def test_neither_the_search_nor_the_history_nor_drafts_lead_to_it(office: Office) -> None:
    before = office.journal.recent()
    work(office)
    for marker in MARKERS:
        assert office.search.find(marker) == []
    assert office.journal.recent() == before
    assert office.drafts.keys() == []
    assert read(repr([row.access for row in office.access_log.rows()])) == []


def test_the_journal_of_access_on_paper_has_no_name(office: Office) -> None:
    from tests.pdf.reading import Tagged

    work(office)
    said = Tagged(office.access_log.paper(TODAY).content).tree.text
    assert "registre, opposition" in said.replace("\u00a0", " ")
    assert read(said) == []


def test_what_is_refused_names_nobody(office: Office) -> None:
    register = work(office)
    for refused in (replace(SECRET, phone="Zqxjkv"), replace(SECRET, city="Kjhgfd" * 100)):
        with pytest.raises(UserError) as caught:
            register.save(refused, TODAY)
        assert read(repr(caught.value)) == []


def test_nothing_of_an_open_register_is_shown_by_repr(office: Office) -> None:
    register = work(office)
    shown = f"{register!r} {register._shelf!r} {register._shelf.sealer!r} {office.register!r}"
    assert read(shown) == []
    again = office.register.unlock(KEEPER_PASSWORD)
    assert again.entries(TODAY)[0].name == "Zqxjkv Wvbnmq"


def test_no_page_keeps_the_seal_of_who_was_removed(folder: Path, office: Office) -> None:
    register = set_up(office.register)
    ids = [register.save(replace(SECRET, first_names=one), TODAY).id for one in "ABCD"]
    sealed = {one.id: one.content for one in register._shelf.records.all("entry")}

    def left() -> list[str]:
        pages = on_the_disk(folder / DATABASE, KEY)
        return [one for one in ids if sealed[one][12:80] in pages]

    register.remove(ids[0], Removal.OWN_WISH)
    assert left() == ids[1:]
    register.object(ids[1], TODAY, TODAY)
    assert left() == ids[2:]
