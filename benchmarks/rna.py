"""Import 100,000 rows of the register of associations, beside ``csv.reader`` over the same file."""

from __future__ import annotations

import csv
import random
import shutil
import statistics
import time
from pathlib import Path

from benchmarks.measure import Line, median
from benchmarks.world import FOLDER, KEY, OF, TODAY, WHAT, WHERE
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.usecases.office import open_office

ROWS = 100_000
COMMUNE = "86999"
HEADER = (
    "id;id_ex;siret;rup_mi;gestion;date_creat;date_decla;date_publi;date_disso;nature;groupement;"
    "titre;titre_court;objet;objet_social1;objet_social2;adrs_complement;adrs_numvoie;"
    "adrs_repetition;adrs_typevoie;adrs_libvoie;adrs_distrib;adrs_codeinsee;adrs_codepostal;"
    "adrs_libcommune;adrg_declarant;adrg_complemid;adrg_complemgeo;adrg_libvoie;adrg_distrib;"
    "adrg_codepostal;adrg_achemine;adrg_pays;dir_civilite;siteweb;publiweb;observation;position;"
    "maj_time"
)


def measure(rounds: int) -> list[Line]:
    """Return the time to plan and to apply, for a department's file and for one commune's."""
    return [
        *_lines("1 row in 100 of the commune", _file("department.csv", 100), rounds),
        *_lines("every row of the commune", _file("commune.csv", 1), 1),
    ]


def _lines(what: str, file: Path, rounds: int) -> list[Line]:
    theirs = median(max(rounds, 3), lambda: _read(file))
    times = [_import(file) for _ in range(rounds)]
    planned, applied = (statistics.median(column) for column in zip(*times, strict=True))
    name = "csv.reader over the file"
    return [
        Line(f"RNA, 100,000 rows, {what}: preview", planned, name, theirs),
        Line(f"RNA, 100,000 rows, {what}: preview and import", planned + applied, name, theirs),
    ]


def _import(file: Path) -> tuple[float, float]:
    folder = FOLDER / "vault-imported-to"
    shutil.rmtree(folder, ignore_errors=True)
    Vault.create(folder, Profile(Role.COMMUNE, COMMUNE, "Grandlieu"), KEY).close()
    with open_office(folder, "", KEY) as office:
        start = time.perf_counter()
        foreign = office.imports.recognise(file, TODAY)
        plan = office.imports.plan(file, foreign)
        planned = time.perf_counter()
        report = office.imports.apply(plan)
        applied = time.perf_counter()
        assert report.changes.listings
    shutil.rmtree(folder)
    return planned - start, applied - planned


def _read(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as stream:
        assert sum(1 for _ in csv.reader(stream, delimiter=";")) == ROWS + 1


def _file(name: str, one_in: int) -> Path:
    """Write a file in which one row in so many is of the commune."""
    target = FOLDER / name
    if target.exists():
        return target
    FOLDER.mkdir(parents=True, exist_ok=True)
    chance = random.Random(86)  # noqa: S311 - repeatable, not secret
    building = target.with_suffix(".building")
    with building.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", lineterminator="\n")
        writer.writerow(HEADER.split(";"))
        writer.writerows(_row(chance, number, one_in) for number in range(ROWS))
    building.rename(target)
    return target


def _row(chance: random.Random, number: int, one_in: int) -> list[str]:
    here = number % one_in == 0
    title = f"{chance.choice(WHAT)} {chance.choice(OF)} {number}".upper()
    place = "GRANDLIEU" if here else chance.choice(WHERE).upper()
    values = {
        "id": f"W86{number:07d}",
        "gestion": "861P",
        "date_creat": "1998-04-02",
        "date_decla": "2019-05-06",
        "date_publi": "1998-04-25",
        "date_disso": "0001-01-01",
        "nature": "D",
        "groupement": "S",
        "titre": title,
        "objet": "organiser des rencontres, des fêtes et des sorties ; animer la vie du village",
        "objet_social1": "006030",
        "objet_social2": "000000",
        "adrs_numvoie": str(number % 90 + 1),
        "adrs_typevoie": "RUE",
        "adrs_libvoie": "de l'Eglise",
        "adrs_distrib": "_",
        "adrs_codeinsee": COMMUNE if here else "86998",
        "adrs_codepostal": "86400",
        "adrs_libcommune": place,
        "position": "A",
        "maj_time": "2020-01-02 03:04:05",
    }
    return [values.get(name, "") for name in HEADER.split(";")]
