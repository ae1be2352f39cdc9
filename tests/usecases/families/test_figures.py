"""Yearly figures: exact here, masked where they leave, and each sending remembered by the next."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.families.dealings import Referral, ReferralOutcome
from ctg_desktop.domain.families.erasure import ErasureReason
from ctg_desktop.domain.families.figure_sending import MaskedFigures
from ctg_desktop.domain.families.figure_tables import MASKED, exact_tables, masked_tables
from ctg_desktop.domain.families.figures import Told
from ctg_desktop.domain.families.household import Household, Person, WelcomeChecklist
from ctg_desktop.domain.families.household import Role as Member
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.recovery import Recovery
from tests.keys_for_tests import KEY, make_locked

TODAY = today()
YEAR = TODAY.year
JANUARY = date(YEAR, 1, 1)


def family(number: int, **more: object) -> Household:
    """Return an invented family that arrived in January."""
    plain = Household(name=f"Famille Inventée {number}", arrival_date=JANUARY)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields of a household


def add(office: Office, count: int, **more: object) -> list[str]:
    saved = (office.families.save(family(number, **more), TODAY) for number in range(count))
    return [one.household.id for one in saved]


def told(office: Office, count: int, **more: object) -> None:
    for _ in range(count):
        plain = Referral(on=JANUARY, need="school", listing_name="École", persons=2)
        office.referrals.add(replace(plain, **more), TODAY)  # type: ignore[arg-type]  # likewise


def rows(masked: MaskedFigures) -> dict[tuple[str, str], str]:
    return {(table.title, row[0]): row[1] for table in masked_tables(masked) for row in table.rows}


def test_a_year_is_counted_and_what_nobody_noted_is_no_zero(office: Office) -> None:
    people = (Person("Ada", "Un"), Person("Bo", "Un", Member.CHILD, 2020))
    add(office, 2, needs=("school", "housing"), languages=("pt",), isolated=True, persons=people)
    add(office, 1, welcome=WelcomeChecklist(booklet_on=JANUARY))
    office.families.save(family(9, arrival_date=None), TODAY)
    told(office, 2)
    told(office, 1, need="job", outcome=ReferralOutcome.HELPED, persons=1)
    figures = office.family_figures.year(YEAR, TODAY)
    assert (figures.families, figures.months[0], figures.undated) == (3, 3, 1)
    assert (figures.needs["school"], figures.needs["job"], figures.without_needs) == (2, 0, 1)
    assert (figures.languages, figures.without_languages) == ({"pt": 2}, 1)
    assert (figures.isolated, figures.persons[Member.CHILD]) == (2, 2)
    assert figures.welcomes == {"letter": 0, "booklet": 1, "visit": 0, "invitation": 0}
    assert (figures.told, figures.referrals["school"]) == (Told(3, 5), Told(2, 4))
    assert figures.outcomes[ReferralOutcome.HELPED] == Told(1, 1)
    said = {table.title: dict(row[:2] for row in table.rows) for table in exact_tables(figures)}
    assert said["Besoins"]["Non renseigné"] == "1"


def test_months_before_the_vault_and_months_to_come_are_not_known(office: Office) -> None:
    before = office.family_figures.year(YEAR - 1, TODAY)
    assert set(before.months) == {None}
    add(office, 1, arrival_date=date(YEAR - 1, 3, 2))
    march = office.family_figures.year(YEAR - 1, TODAY)
    assert (march.months[1], march.months[2], march.months[3]) == (None, 1, None)
    assert set(office.family_figures.year(YEAR + 1, TODAY).months) == {None}
    assert office.family_figures.years(TODAY) == (YEAR, YEAR - 1)
    with pytest.raises(UserError) as fault:
        office.family_figures.year(3000, TODAY)
    assert fault.value.code == "date-out-of-range"


def test_small_counts_do_not_leave(office: Office, tmp_path: Path) -> None:
    add(office, 7, needs=("school",))
    add(office, 6, needs=("housing",), languages=("fr",))
    add(office, 2, needs=("job",), isolated=True)
    masked = office.family_figures.masked(YEAR, TODAY)
    shown = rows(masked)
    assert (shown["Besoins", "École"], shown["Besoins", "Emploi"]) == ("7", MASKED)
    assert {row for key, row in shown.items() if key[0] == "Se disent isolées"} == {MASKED}
    assert shown["Langues parlées", "Français"] == "6"
    assert not [key for key in shown if "Orientations" in key[0]]
    target = office.family_figures.write(masked, tmp_path / "c.csv", TODAY)
    with target.open(encoding="utf-8-sig", newline="") as file:
        read = [tuple(row) for row in csv.reader(file, delimiter=";")]
    assert (str(YEAR), "Besoins", "École", "7") in read
    assert (str(YEAR), "Besoins", "Emploi", MASKED) in read


def test_what_left_masks_what_leaves_later(office: Office, tmp_path: Path) -> None:
    add(office, 6, needs=("school",))
    add(office, 6, needs=("housing",))
    first = office.family_figures.masked(YEAR, TODAY)
    assert rows(first)["Besoins", "École"] == "6"
    add(office, 1, needs=("school",))
    with pytest.raises(UserError) as fault:
        office.family_figures.write(first, tmp_path / "c.pdf", TODAY)
    assert fault.value.code == "figures-changed"
    assert not (tmp_path / "c.pdf").exists()
    seen = office.family_figures.masked(YEAR, TODAY)
    assert rows(seen)["Besoins", "École"] == "7"
    office.family_figures.write(seen, tmp_path / "c.pdf", TODAY)
    add(office, 1, needs=("school",))
    assert office.family_figures.masked(YEAR, TODAY).withheld
    add(office, 4, needs=("housing",))
    third = rows(office.family_figures.masked(YEAR, TODAY))
    assert third["Besoins", "École"] == MASKED


def test_the_same_sending_is_remembered_once_in_each_format(office: Office, tmp_path: Path) -> None:
    add(office, 8, needs=("school",), persons=(Person("Ada", "Quillerou"),))
    told(office, 6)
    seen = office.family_figures.masked(YEAR, TODAY)
    for ending in ("pdf", "csv", "ods", "xlsx"):
        path = office.family_figures.write(seen, tmp_path / f"chiffres.{ending}", TODAY)
        assert "Quillerou" not in text_of(path)
        assert "École" in text_of(path)
    (kept,) = office.family_figures.sent(YEAR)
    assert kept.tells_as(seen)
    assert kept == seen
    assert [row.access.what for row in office.access_log.rows()] == ["family-figures"] * 4
    with pypdfium2.PdfDocument(tmp_path / "chiffres.pdf") as pdf:
        assert len(pdf) == 1


def test_an_undo_does_not_forget_what_left(office: Office, tmp_path: Path) -> None:
    ids = add(office, 8)
    office.family_figures.write(
        office.family_figures.masked(YEAR, TODAY), tmp_path / "c.csv", TODAY
    )
    office.journal.undo()
    assert len(office.family_figures.sent(YEAR)) == 1
    (change, *_) = office.journal.recent(1)
    assert change.label == "undone"
    with pytest.raises(UserError):
        office.families.get(ids[-1])


def test_what_may_not_be_written(office: Office, tmp_path: Path) -> None:
    add(office, 2)
    seen = office.family_figures.masked(YEAR, TODAY)
    for name, code in (("c.pdf", "figures-withheld"), ("c.docx", "figures-format-unknown")):
        with pytest.raises(UserError) as fault:
            office.family_figures.write(seen, tmp_path / name, TODAY)
        assert fault.value.code == code
    assert list(tmp_path.glob("c.*")) == []
    assert office.family_figures.sent(YEAR) == ()


def test_a_sending_outlives_a_restore(tmp_path: Path) -> None:
    folder = tmp_path / "coffre"
    make_locked(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    with open_office(folder, "accueil", KEY) as office:
        ids = add(office, 8, needs=("school",))
        backup = office.backups.make().folder
        seen = office.family_figures.masked(YEAR, TODAY)
        office.family_figures.write(seen, tmp_path / "c.csv", TODAY)
        office.family_rights.erase(ids[0], ErasureReason.ASKED, TODAY)
        exact = office.family_figures.year(YEAR, TODAY)
    Recovery(folder).restore(backup, KEY)
    with open_office(folder, "accueil", KEY) as office:
        assert office.family_figures.sent(YEAR) == (seen,)
        assert office.family_figures.year(YEAR, TODAY) == exact


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    if path.suffix == ".csv":
        return path.read_text("utf-8-sig")
    with zipfile.ZipFile(path) as archive:
        return "\n".join(unescape(archive.read(name).decode()) for name in archive.namelist())
