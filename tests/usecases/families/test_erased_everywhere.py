"""An erased family stands in no file that the program wrote, nor in one that it writes later."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from ctg_desktop import crash, logs
from ctg_desktop.db.backup_files import FOLDER_NAME as BACKUPS
from ctg_desktop.db.vault_files import FILE_NAME
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.dealings import ContactNote, Referral
from ctg_desktop.domain.families.erasure import ErasureReason
from ctg_desktop.domain.families.household import (
    Channel,
    ChannelConsent,
    Household,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
)
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.domain.families.welcome import WelcomeOptions
from ctg_desktop.domain.labels import LabelOptions
from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.exports import ExportFormat
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.recovery import Recovery
from tests.keys_for_tests import KEY, make_locked
from tests.written_files import found_in

TODAY = today()
EVERYBODY = HouseholdFilter(HouseholdView.ALL)
AGREED = tuple(ChannelConsent(one, TODAY, "bulletin froissard") for one in Purpose)
FAMILY = Household(
    name="Famille Zarquevaux",
    arrival_date=TODAY,
    address=Address(("3, ruelle Kertvedec",), "86400", "Civray"),
    phones=(ReachablePhone("+33639980077", AGREED),),
    emails=(ReachableEmail("ysolinette@zarq.example", AGREED),),
    needs=("school",),
    languages=("fr",),
    isolated=True,
    isolated_through="la voisine Plombagne",
    persons=(Person("Ysoline", "Zarquevaux"), Person("Bertrandil", "Oldequist")),
    referent="Mme Suivistre",
    informed_on=TODAY,
    note="Cherche un coquefredouille.",
)
WORDS = frozenset(
    (
        "zarquevaux", "oldequist", "ysoline", "bertrandil", "kertvedec", "639980077", "ysolinette",
        "plombagne", "suivistre", "coquefredouille", "gribouvine", "malfrontin", "brouillonnax",
        "entretemps", "froissard",
    )
)  # fmt: skip
OTHER = replace(
    FAMILY,
    name="Famille Restante",
    address=Address(("9, rue Haute",), "86400", "Civray"),
    phones=(),
    emails=(
        ReachableEmail("restante@restante.example", (ChannelConsent(Purpose.WELCOME, TODAY),)),
    ),
    persons=(Person("Ada", "Restante"),),
    referent="",
    isolated_through="",
    note="",
)


class World:
    """A vault, the data folder, the temporary folder, and where a person puts files."""

    def __init__(self, root: Path) -> None:
        self.vault, self.data, self.out = root / "coffre", root / "données", root / "sorties"
        self.temporary = root / "temporaire"
        for folder in (self.data, self.out, self.temporary):
            folder.mkdir()
        make_locked(self.vault, Profile(Role.COMMUNE, "86078", "Civray"))

    @contextmanager
    def office(self) -> Iterator[Office]:
        with open_office(self.vault, "accueil", KEY) as office:
            yield office

    def said(self, *, without: Path | None = None) -> dict[str, set[str]]:
        """Return the words that can be read, but in a backup older than the erasure."""
        folders = (self.vault, self.data, self.out, self.temporary)
        found = found_in(folders, WORDS, KEY)
        return {
            name: words
            for name, words in found.items()
            if without is None or not Path(name).is_relative_to(without)
        }


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    made = World(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(made.temporary))
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(made.temporary))
    logs.configure(made.data / "journaux")
    return made


def live_with(office: Office) -> str:
    """Note the family, and do with it whatever leaves a trace."""
    first = replace(FAMILY, name="Famille Entretemps")
    family = office.families.save(first, TODAY).household
    office.families.save(replace(family, name=FAMILY.name), TODAY)
    office.families.save(OTHER, TODAY)
    for text in ("Parle du gribouvine", "Note malfrontin"):
        office.families.add_note(ContactNote(household=family.id, text=text), TODAY)
    newest, *_ = office.families.notes(family.id)
    office.families.delete_note(newest.id)
    told = Referral(household=family.id, need="school", listing_name="École")
    office.referrals.add(told, TODAY)
    for key in (f"household:{family.id}", f"household-note:{family.id}"):
        office.drafts.keep(key, {"name": "brouillonnax"})
    pack = office.welcome.prepare(family.id, WelcomeOptions(), TODAY)
    office.welcome.done(family.id, pack, TODAY)
    office.families.open(family.id)
    office.families.call_back(family.id, TODAY)
    office.journal.undo()
    assert office.search.find("zarquevaux")
    return family.id


def fail(office: Office, family: str, folder: Path) -> None:
    """Let a fault happen with the family in its hands, and report it."""
    household = office.families.get(family)
    try:
        raise RuntimeError(f"a bug that names {household}")  # noqa: TRY301 - here it is raised
    except RuntimeError as error:
        crash.write_report(folder, error, datetime(2026, 11, 25, 10, 0))  # noqa: DTZ001 - local
        logs.LOGGER.exception("crashed")


def make_papers_again(office: Office, family: str, out: Path) -> None:
    """Make whatever the program makes of families, and of this one by its old id."""
    welcome, ids = (
        office.welcome,
        (family, *office.families.index(EVERYBODY, HouseholdSort(), TODAY)),
    )
    for channel in Channel:
        gathered = welcome.recipients(ids, Purpose.WELCOME, channel).gather(TODAY)
        named = (*(one.name for one in gathered.recipients), *gathered.withheld)
        assert named == (OTHER.name,)
    letters = welcome.recipients(ids, Purpose.WELCOME, Channel.POST)
    options = LetterOptions(TODAY)
    prepared = office.letters.prepare(office.letter_settings.model("accueil"), letters, options)
    for name, made in {
        "lettres.pdf": office.letters.render(prepared, options),
        "étiquettes.pdf": office.labels.render(letters, LabelOptions(), TODAY),
        "journal.pdf": office.access_log.paper(TODAY),
    }.items():
        assert made is not None
        (out / name).write_bytes(made.content)
    welcome.write_email(welcome.email_to(ids, Purpose.WELCOME, TODAY), out / "à tous.eml")
    for wanted in ExportFormat:
        office.exports.export(out / f"annuaire.{wanted}", wanted, TODAY)
    figures = office.family_figures.year(TODAY.year, TODAY)
    (out / "chiffres.json").write_bytes(msgspec.json.encode(str(figures)))
    history = [str(one) for one in office.journal.recent(200)]
    (out / "historique.txt").write_text("\n".join(history), "utf-8")


def refused(office: Office, family: str) -> None:
    """Nothing can be made of the family itself."""
    for make in (
        lambda: office.families.open(family),
        lambda: office.family_rights.dossier(family),
        lambda: office.family_rights.dossier_paper(family, TODAY),
        lambda: office.welcome.prepare(family, WelcomeOptions(), TODAY),
        lambda: office.welcome.email(family, Purpose.WELCOME, TODAY),
        lambda: office.families.leave(family, TODAY),
    ):
        with pytest.raises(UserError) as fault:
            make()
        assert fault.value.code == "household-unknown"
    assert office.families.notes(family) == []
    assert office.families.names([family]) == {}
    for word in WORDS:
        assert office.search.find(word) == []


@pytest.mark.expects_log
def test_an_erased_family_is_in_no_file(world: World) -> None:
    with world.office() as office:
        family = live_with(office)
        backup = office.backups.make().folder
        fail(office, family, world.data / "journaux")
        told = world.said()
        assert set().union(*told.values()) == WORDS
        erasure = office.family_rights.erase(family, ErasureReason.ASKED, TODAY)
        (world.out / "attestation.pdf").write_bytes(
            office.family_rights.certificate(erasure, TODAY).content
        )
        assert world.said(without=backup) == {}
        refused(office, family)
        make_papers_again(office, family, world.out)
        later = office.backups.make().folder
        assert world.said(without=backup) == {}
    assert world.said(without=backup) == {}
    assert (later / FILE_NAME).exists()
    assert list((world.data / "journaux").glob("incident-*.txt"))


@pytest.mark.expects_log
def test_a_backup_forgets_it_when_it_is_restored(world: World) -> None:
    with world.office() as office:
        family = live_with(office)
        backup = office.backups.make().folder
        fail(office, family, world.data / "journaux")
        office.family_rights.erase(family, ErasureReason.RETENTION, TODAY)
        figures = office.family_figures.year(TODAY.year, TODAY)
    Recovery(world.vault).restore(backup, KEY)
    assert world.said(without=backup) == {}
    with world.office() as office:
        refused(office, family)
        make_papers_again(office, family, world.out)
        assert office.family_figures.year(TODAY.year, TODAY) == figures
        office.backups.make()
    assert world.said(without=backup) == {}
    assert len(list((world.vault / BACKUPS).iterdir())) >= 3


def test_this_would_have_been_seen(world: World) -> None:
    (world.temporary / "x").write_text("… Zarquevaux …".lower(), "utf-16-le")
    with world.office() as office:
        office.families.save(FAMILY, TODAY)
    found = world.said()
    assert found[str(world.temporary / "x")] == {"zarquevaux"}
    assert {"zarquevaux", "kertvedec", "plombagne"} <= found[str(world.vault / FILE_NAME)]
