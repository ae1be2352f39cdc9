"""Families: the list, a dossier, an erasure, the figures of a year, each beside a reference."""

from __future__ import annotations

import gc
import shutil
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from benchmarks.family_world import HOUSEHOLDS, family_folder, plain_families
from benchmarks.measure import Line, in_turn, timed
from benchmarks.painting import Painted, drop, on_desk
from benchmarks.world import KEY, TODAY
from ctg_desktop.domain.families.erasure import ErasureReason
from ctg_desktop.domain.families.listing import (
    HouseholdColumn,
    HouseholdFilter,
    HouseholdSort,
    HouseholdView,
)
from ctg_desktop.ui.accueil.page import HomePage
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.familles.filters import FamilyFilters
from ctg_desktop.ui.familles.household_list import HouseholdList
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.usecases.office import Office, open_office

ROOT = QModelIndex()
ALL = HouseholdFilter(HouseholdView.ALL)
SORTS = tuple(HouseholdSort(one, descending=False) for one in HouseholdColumn)
PAGE = 200
SIZE = (1100, 600)
_IDS = "SELECT id FROM household ORDER BY arrived DESC, folded"


class PlainModel(QAbstractTableModel):
    """The first page of a bare table, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        with closing(plain_families()) as plain:
            self._ids = [row[0] for row in plain.execute(_IDS)]
            marks = ",".join("?" * PAGE)
            asked = f"SELECT name, arrived, place, referent FROM household WHERE id IN ({marks})"  # noqa: S608 - question marks
            self._rows = plain.execute(asked, self._ids[:PAGE]).fetchall()

    def rowCount(self, parent: QModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: QModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or index.row() >= PAGE:
            return None
        return self._rows[index.row()][index.column()]


def measure(rounds: int) -> list[Line]:
    """Return the times of what is done with 5,000 families that have 50,000 notes."""
    QApplication.instance() or QApplication([])
    gc.disable()  # as the window does
    folder = family_folder()
    with open_office(folder, "", KEY) as office:
        first_index = timed(lambda: office.families.index(ALL, SORTS[0], TODAY))
        lines = [*_lists(office, rounds, first_index), *_papers(office, rounds)]
    return [*lines, _erasure(folder)]


def _lists(office: Office, rounds: int, first_index: float) -> list[Line]:
    """Measure the page whole, its list alone, and the question behind it, in each order."""
    with on_desk(office) as desk:
        home = _home(desk)
        first_page = page(desk)
        shown, bare = in_turn(rounds, lambda: first_rows(desk), _plain_view)
        whole, bare_page = in_turn(rounds, lambda: page(desk), _plain_view)
    slowest, select = in_turn(rounds, lambda: _slowest_order(office), _plain_select)
    view, text = "empty paged model in a QTableView", "plain SQLite, the same ids in order"
    return [
        Line(f"list of {HOUSEHOLDS:,} families: its rows painted", shown, view, bare),
        Line("page Familles, the first time", first_page, "page Accueil, the first time", home),
        Line("page Familles, once more", whole, view, bare_page),
        Line("ids by name, the first question of a process", first_index, text, select),
        Line("ids in order, the slowest of all columns", slowest, text, select),
    ]


def _papers(office: Office, rounds: int) -> list[Line]:
    ids = office.families.index(ALL, SORTS[0], TODAY)
    chosen = iter(ids)
    rights, figures = office.family_rights, office.family_figures
    seen = figures.masked(TODAY.year, TODAY)
    first = timed(lambda: rights.dossier_paper(next(chosen), TODAY))
    made, one_page = in_turn(
        rounds,
        lambda: timed(lambda: rights.dossier_paper(next(chosen), TODAY)),
        lambda: timed(lambda: figures.paper(seen)),
    )
    read, notes = in_turn(rounds, lambda: timed(lambda: rights.dossier(next(chosen))), _plain_notes)
    year, count = in_turn(
        rounds, lambda: timed(lambda: figures.masked(TODAY.year, TODAY)), _plain_count
    )
    paper = "another paper, one page"
    return [
        Line("access dossier, PDF included, the first time", first, paper, one_page),
        Line("access dossier, PDF included", made, paper, one_page),
        Line("access dossier, read only", read, "plain SQLite: notes of a family", notes),
        Line("figures of a year, masked", year, "plain SQLite: count by month", count),
    ]


def _erasure(folder: Path) -> Line:
    """Erase one family from a copy; the reference writes a plain file of that size anew."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as root:
        copy = Path(root) / "coffre"
        shutil.copytree(folder, copy)
        with open_office(copy, "", KEY) as office:
            (one, *_) = office.families.index(ALL, SORTS[0], TODAY)
            rights = office.family_rights
            spent = timed(lambda: rights.erase(one, ErasureReason.ASKED, TODAY))
        with closing(plain_families()) as plain:
            vacuum = timed(lambda: plain.execute("VACUUM"))
    return Line("erasure of one family, file written anew", spent, "VACUUM of plain SQLite", vacuum)


def first_rows(desk: Desk) -> float:
    """Return the time until the first rows of the list are painted."""
    start = time.perf_counter()
    widget = HouseholdList(desk, FamilyFilters(QWidget()))
    widget.resize(*SIZE)
    painted = _watch(widget)
    widget.show()
    widget.show_filter(ALL)
    painted.wait()
    spent = time.perf_counter() - start
    drop(widget)
    return spent


def page(desk: Desk) -> float:
    """Return the time until the page shows its rows: filters, counts and form included."""
    start = time.perf_counter()
    shown = FamiliesPage(desk)
    shown.resize(*SIZE)
    painted = _watch(shown.list)
    shown.show()
    shown.activated()
    painted.wait()
    spent = time.perf_counter() - start
    while desk.tasks.is_busy:
        QApplication.processEvents()
    drop(shown)
    return spent


def _home(desk: Desk) -> float:
    """Return the time until the first page has what it shows, as before anybody leaves it."""
    start = time.perf_counter()
    shown = HomePage(desk)
    shown.resize(*SIZE)
    shown.show()
    shown.activated()
    while desk.tasks.is_busy:
        QApplication.processEvents()
    spent = time.perf_counter() - start
    drop(shown)
    return spent


def _watch(shown: HouseholdList) -> Painted:
    model = shown.model

    def ready() -> bool:
        return model.rowCount() > PAGE and model.data(model.index(0, 0)) != "…"

    return Painted(shown.table.viewport(), ready)


def _plain_view() -> float:
    start = time.perf_counter()
    model, view = PlainModel(), QTableView()
    view.setModel(model)
    view.resize(*SIZE)
    painted = Painted(view.viewport(), lambda: True)
    view.show()
    painted.wait()
    spent = time.perf_counter() - start
    drop(view)
    return spent


def _slowest_order(office: Office) -> float:
    return max(timed(lambda sort=one: office.families.index(ALL, sort, TODAY)) for one in SORTS)  # type: ignore[misc]  # bound at once


def _plain_select() -> float:
    with closing(plain_families()) as plain:
        return timed(lambda: plain.execute(_IDS).fetchall())


def _plain_notes() -> float:
    with closing(plain_families()) as plain:
        asked = "SELECT day, text FROM note WHERE household = 1 ORDER BY day DESC"
        return timed(lambda: plain.execute(asked).fetchall())


def _plain_count() -> float:
    with closing(plain_families()) as plain:
        asked = "SELECT substr(arrived, 1, 7), count(*) FROM household GROUP BY 1"
        return timed(lambda: plain.execute(asked).fetchall())
