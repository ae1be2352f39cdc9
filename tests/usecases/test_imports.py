"""Import journeys: look, plan, apply, undo, and again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.domain.import_plan import ImportPlan, Verdict
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.progress import Cancelled
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office

TODAY = date(2026, 11, 23)
HEADERS = "Nom;Téléphone;Adresse;Code postal;Commune"
SHEET = f"""{HEADERS}
Foyer rural;05 49 00 98 76;2, place de la Halle;86400;Civray
Les Amis de l’Œuvre;0549000002;;86400;Civray
;0549000003;;;
"""


def written(folder: Path, text: str, name: str = "associations.csv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def planned(office: Office, file: Path) -> ImportPlan:
    return office.imports.plan(file, office.imports.recognise(file, TODAY))


def listings(office: Office) -> dict[str, Listing]:
    ids = office.directory.index(ListingFilter(), ListingSort(), TODAY)
    return {one.name: one for one in map(office.directory.get, ids)}


def verdicts(plan: ImportPlan) -> dict[Verdict, int]:
    return {verdict: count for verdict, count in plan.counts.items() if count}


def test_a_plan_writes_nothing(office: Office, tmp_path: Path) -> None:
    plan = planned(office, written(tmp_path, SHEET))
    assert verdicts(plan) == {Verdict.ADD: 2, Verdict.REFUSE: 1}
    assert plan.reasons == {"name-missing": 1}
    assert listings(office) == {}


def test_a_second_import_changes_nothing_and_one_undo_takes_the_first_back(
    office: Office, tmp_path: Path
) -> None:
    file = written(tmp_path, SHEET)
    report = office.imports.apply(planned(office, file))
    assert len(report.changes.listings) == 2
    again = planned(office, file)
    assert verdicts(again) == {Verdict.SAME: 2, Verdict.REFUSE: 1}
    assert not office.imports.apply(again).changes
    undone = office.journal.undo()
    assert (undone.label, undone.label_params["count"]) == ("listings-imported", 2)
    assert listings(office) == {}


def test_a_corrected_phone_survives_unless_the_person_decides_otherwise(
    office: Office, tmp_path: Path
) -> None:
    file = written(tmp_path, SHEET)
    office.imports.apply(planned(office, file))
    foyer = listings(office)["Foyer rural"]
    office.directory.save(replace(foyer, phones=(Phone("05 49 00 11 11"),)))

    again = planned(office, file)
    (row,) = (one for one in again.rows if one.verdict is Verdict.CONFLICT)
    assert [one.field for one in row.conflicts] == ["phones"]
    office.imports.apply(again)
    assert listings(office)["Foyer rural"].phones == (Phone("+33549001111"),)

    decided = planned(office, file)
    office.imports.apply(decided, frozenset({(row.row, "phones")}))
    assert listings(office)["Foyer rural"].phones == (Phone("+33549009876"),)


def test_what_nobody_corrected_is_updated(office: Office, tmp_path: Path) -> None:
    office.imports.apply(planned(office, written(tmp_path, SHEET)))
    moved = SHEET.replace("2, place de la Halle", "4, rue du Puits")
    plan = planned(office, written(tmp_path, moved))
    assert verdicts(plan) == {Verdict.UPDATE: 1, Verdict.SAME: 1, Verdict.REFUSE: 1}
    office.imports.apply(plan)
    assert listings(office)["Foyer rural"].address.lines == ("4, rue du Puits",)


def test_a_plan_made_before_another_change_is_refused(office: Office, tmp_path: Path) -> None:
    plan = planned(office, written(tmp_path, SHEET))
    office.directory.save(Listing(name="Mairie"))
    with pytest.raises(UserError, match="import-stale"):
        office.imports.apply(plan)
    assert list(listings(office)) == ["Mairie"]


def test_a_cancelled_import_writes_nothing(office: Office, tmp_path: Path) -> None:
    plan = planned(office, written(tmp_path, SHEET))

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.imports.apply(plan, progress=cancel)
    assert listings(office) == {}


def test_a_corrected_mapping_is_remembered(office: Office, tmp_path: Path) -> None:
    file = written(tmp_path, "Colonne A;Colonne B\nFoyer rural;2, place de la Halle\n")
    with pytest.raises(UserError, match="mapping-needed"):
        office.imports.recognise(file, TODAY)
    preview = office.imports.sheet(file, TODAY)
    from ctg_desktop.domain.column_mapping import Target

    mapping = preview.mapping.with_target(0, Target.NAME).with_target(1, Target.ADDRESS)
    office.imports.remember(preview.headers, mapping)
    plan = planned(office, file)
    assert [row.name for row in plan.rows] == ["Foyer rural"]
    assert office.imports.sheet(file, TODAY).mapping == mapping


def test_pasted_cells(office: Office) -> None:
    pasted = "Nom\tTéléphone\nFoyer rural\t05 49 00 98 76\n"
    plan = office.imports.plan(None, office.imports.recognise_pasted(pasted, TODAY))
    office.imports.apply(plan)
    assert listings(office)["Foyer rural"].phones == (Phone("+33549009876"),)
