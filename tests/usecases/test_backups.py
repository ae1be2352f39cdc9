"""Backups are made before much changes, taken to a stick and read back from it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.db.backup_files import MANIFEST
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.contact import ContactPerson, Phone
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.health import Damage, State, Subject, damage_of, worst
from ctg_desktop.domain.labels import LabelContent
from ctg_desktop.domain.listing import Consent, ConsentItem, Listing, ListingKind
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.keys import keyring
from ctg_desktop.messages.health import said, unread
from ctg_desktop.usecases.access import NewUser
from ctg_desktop.usecases.exports import ExportFormat
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper
from tests.keys_for_tests import USER

TODAY = date(2026, 11, 23)
SMALL = 380 * 1024


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "clé"
    folder.mkdir()
    return folder


@pytest.fixture
def small_stick(stick: Path) -> Iterator[Path]:
    """Return a disk that holds one backup and not a second one."""
    options = f"size={SMALL}"
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(stick)],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("no right to mount a small disk here")
    yield stick
    subprocess.run(["umount", "-l", str(stick)], check=True)


def whys(office: Office) -> list[Why]:
    return [one.manifest.why for one in office.backups.all() if one.manifest]


def add(office: Office, count: int) -> list[str]:
    saved = [office.directory.save(_listing(at)) for at in range(count)]
    return [one.listing.id for one in saved]


def _listing(at: int) -> Listing:
    phone = Phone("+33549000000")
    return Listing(
        name=f"Association {at}", category="associations", published=True, phones=(phone,)
    )


def _with_persons() -> list[Listing]:
    """Return three listings that tell of persons when they leave, and three that do not."""
    agreed = {item: Consent(item, TODAY) for item in ConsentItem}
    person = Listing(
        name="Camille Inventée", kind=ListingKind.RESOURCE_PERSON, consents=tuple(agreed.values())
    )
    club = Listing(name="Club", phones=(Phone("+33549000001", private=True),))
    return [
        person,
        replace(club, consents=(agreed[ConsentItem.PHONE],)),
        replace(_listing(1), contact_persons=(ContactPerson(name="Inès Imaginaire"),)),
        club,
        replace(person, consents=()),
        replace(_listing(2), contact_persons=(ContactPerson(name="Zoé"),), published=False),
    ]


def test_one_that_is_asked_for_is_always_made_others_when_something_changed(
    office: Office,
) -> None:
    assert office.backups.make(Why.CLOSING).is_new
    again = office.backups.make(Why.CLOSING)
    assert not again.is_new
    assert office.backups.make().is_new
    add(office, 1)
    assert office.backups.make(Why.CLOSING).is_new
    office.drafts.keep("listing:new", b"{}")
    assert office.backups.make(Why.CLOSING).is_new


def test_the_newest_one_has_the_locks_of_today(office: Office) -> None:
    office.access.add_user(NewUser("Zoé Vidal", "Averse-52-Noyer-Pont"))
    made = office.backups.make(Why.CLOSING)
    assert not office.backups.make(Why.CLOSING).is_new
    office.access.remove_user("Zoé Vidal")
    after = office.backups.make(Why.CLOSING)
    assert after.is_new
    assert keyring.read(made.folder).users == (USER, "Zoé Vidal")
    assert keyring.read(after.folder).users == (USER,)


def test_one_whose_manifest_was_changed_since_is_neither_counted_nor_believed(
    office: Office, stick: Path
) -> None:
    good = office.backups.make()
    add(office, 1)
    made = office.backups.make()
    manifest = made.folder / MANIFEST
    manifest.write_text(manifest.read_text().replace('"listing": 1,', '"listing": 9,'))
    harmed, kept = office.backups.all()[::-1]
    assert (harmed.name, harmed.manifest, harmed.is_damaged) == (made.backup.name, None, True)
    assert kept == office.backups.newest() == good.backup
    assert unread(harmed) == "abîmée"
    with pytest.raises(EnvironmentFault, match="backup-damaged"):
        office.backups.copy_to(stick, made.backup)
    check = next(one for one in office.health.quick() if one.subject is Subject.BACKUP)
    assert (check.state, check.code) == (State.WARN, "backup-some-damaged")
    assert "1\u00a0sauvegarde est abîmée" in said(check)
    assert office.backups.make(Why.CLOSING).is_new
    check = next(one for one in office.health.quick() if one.subject is Subject.BACKUP)
    assert (check.state, check.code) == (State.OK, "backup-recent")
    assert len(office.backups.all()) == 3


def test_one_that_was_damaged_since_does_not_count(office: Office) -> None:
    made = office.backups.make(Why.CLOSING)
    (made.folder / "coffre.db").write_bytes(b"")
    assert office.backups.make(Why.CLOSING).is_new


def test_a_change_of_many_is_preceded_by_a_backup(office: Office) -> None:
    ids = add(office, 25)
    office.directory.verify(ids[:5], TODAY)
    assert whys(office) == []
    office.directory.delete(ids)
    assert whys(office) == [Why.CHANGE]
    newest = office.backups.newest()
    assert newest is not None
    assert newest.manifest is not None
    assert newest.manifest.counts["listing"] == 25


def test_an_import_is_preceded_by_a_backup(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "annuaire.csv"
    file.write_text("Nom;Téléphone\nClub des nuages;05 49 00 00 00\n", encoding="utf-8")
    plan = office.imports.plan(file, office.imports.recognise(file, TODAY))
    assert whys(office) == []
    office.imports.apply(plan)
    assert whys(office) == [Why.IMPORT]


def test_a_copy_on_a_stick_is_the_same_and_is_thinned_too(office: Office, stick: Path) -> None:
    office.backups.set_second_place(stick)
    made = office.backups.make()
    assert made.second is not None
    assert made.second.parent.parent == stick
    for file in made.folder.iterdir():
        assert (made.second / file.name).read_bytes() == file.read_bytes()
    assert [row.access.kind for row in office.access_log.rows()] == [AccessKind.BACKED_UP]
    assert not office.backups.make(Why.CLOSING).is_new


def test_a_stick_that_is_away_is_said_and_no_fault(office: Office, stick: Path) -> None:
    office.backups.set_second_place(stick)
    stick.rmdir()
    made = office.backups.make()
    assert made.folder.is_dir()
    assert made.second is None
    assert made.second_fault is not None
    assert made.second_fault.code == "second-place-away"
    assert office.backups.second_place() == stick


def test_a_stick_that_fills_up_keeps_what_it_has(office: Office, small_stick: Path) -> None:
    office.backups.set_second_place(small_stick)
    first = office.backups.make()
    assert first.second is not None
    add(office, 1)
    second = office.backups.make()
    assert second.second is None
    assert second.second_fault is not None
    assert second.second_fault.code == "disk-full"
    (kept,) = first.second.parent.iterdir()
    assert kept == first.second
    assert second.folder.is_dir()


def test_the_vault_itself_is_no_second_place(office: Office, stick: Path) -> None:
    with pytest.raises(UserError, match="second-place-inside"):
        office.backups.set_second_place(office.folder)
    with pytest.raises(EnvironmentFault, match="folder-missing"):
        office.backups.set_second_place(stick / "rien")
    office.backups.set_second_place(stick)
    office.backups.set_second_place(None)
    assert office.backups.second_place() is None


def test_what_leaves_the_program_is_noted_by_id(office: Office, tmp_path: Path) -> None:
    ids = add(office, 3)
    persons = [office.directory.save(one).listing.id for one in _with_persons()]
    office.exports.export(tmp_path / "a.csv", ExportFormat.CSV, TODAY)
    office.exports.export(tmp_path / "a.ics", ExportFormat.ICALENDAR, TODAY)
    options = replace(office.labels.choices(), content=LabelContent.PHONE)
    source = office.recipients.of_directory(ListingFilter())
    paper = office.labels.render(source, options, TODAY)
    assert paper is not None
    keep_paper(paper, tmp_path / "e.pdf")
    office.access_log.note_paper(paper, AccessKind.PRINTED)
    export, labels = (row.access for row in office.access_log.rows())
    assert (export.kind, export.what, export.count) == (AccessKind.EXPORTED, "directory-csv", 3)
    assert set(export.ids) == set(persons[:3])
    assert (labels.what, labels.actor) == ("labels", "accueil")
    assert set(ids) <= set(labels.ids)
    assert office.access_log.check() is None
    assert office.access_log.paper(TODAY).pages == 1


def test_the_checks_say_what_is_wrong(office: Office, stick: Path) -> None:
    assert worst(office.health.all()) is State.BAD
    office.backups.set_second_place(stick)
    office.backups.make()
    found = {one.subject: one for one in office.health.all()}
    assert {one.state for subject, one in found.items() if subject is not Subject.ROOM} == {
        State.OK
    }
    stick.rename(stick.with_name("retirée"))
    (office.folder / "coffre.cles").write_bytes(b"")
    found = {one.subject: one for one in office.health.quick()}
    assert found[Subject.SECOND_PLACE].code == "second-place-away"
    assert found[Subject.KEYS].state is State.BAD


def test_a_cut_of_the_journal_of_access_is_seen(office: Office) -> None:
    for _ in range(3):
        office.access_log.note(AccessKind.PRINTED, "letters")
    office.backups.make()
    with office.access_log._vault.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM access_log WHERE number = 3")
    found = {one.subject: one for one in office.health.thorough()}
    assert found[Subject.ACCESS_LOG].code == "access-log-cut-at-end"


@pytest.mark.parametrize(
    ("code", "damage"),
    [
        ("vault-damaged", Damage.DAMAGED),
        ("vault-busy", Damage.BUSY),
        ("vault-read-only", Damage.DENIED),
        ("vault-unreadable", Damage.UNREADABLE),
        ("disk-full", Damage.OTHER),
    ],
)
def test_only_damage_is_taken_for_damage(code: str, damage: Damage) -> None:
    assert damage_of(code) is damage
