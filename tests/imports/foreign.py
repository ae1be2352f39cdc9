"""Small invented foreign files, laid out as the public ones are, and a directory to import into."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.import_plan import ForeignFile, ForeignRecord, ImportPlan
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.progress import silent
from ctg_desktop.imports.context import ReadingContext
from ctg_desktop.imports.existing import DirectoryIndex
from ctg_desktop.imports.planning import plan
from ctg_desktop.imports.recognise import recognise

TODAY = date(2026, 11, 23)
COMMUNE = "86078"
CONTEXT = ReadingContext(COMMUNE, TODAY)

_WALDEC = (
    "id;id_ex;siret;rup_mi;gestion;date_creat;date_decla;date_publi;date_disso;nature;groupement;"
    "titre;titre_court;objet;objet_social1;objet_social2;adrs_complement;adrs_numvoie;"
    "adrs_repetition;adrs_typevoie;adrs_libvoie;adrs_distrib;adrs_codeinsee;adrs_codepostal;"
    "adrs_libcommune;adrg_declarant;adrg_complemid;adrg_complemgeo;adrg_libvoie;adrg_distrib;"
    "adrg_codepostal;adrg_achemine;adrg_pays;dir_civilite;siteweb;publiweb;observation;position;"
    "maj_time"
)
_OLDER = (
    "id;id_ex;siret;gestion;date_creat;date_publi;nature;groupement;titre;objet;objet_social1;"
    "objet_social2;adr1;adr2;adr3;adrs_codepostal;libcom;adrs_codeinsee;dir_civilite;telephone;"
    "siteweb;email;observation;position;rup_mi;maj_time"
)
WALDEC, OLDER = _WALDEC.split(";"), _OLDER.split(";")

ACTIVE = {
    "id": "W861000001",
    "date_disso": "0001-01-01",
    "titre": "AMICALE DES AINES DU BOURG (ADAB)",
    "objet": "ORGANISER DES RENCONTRES",
    "adrs_complement": "_",
    "adrs_numvoie": "4",
    "adrs_repetition": "B",
    "adrs_typevoie": "RUE",
    "adrs_libvoie": "du Moulin",
    "adrs_distrib": "_",
    "adrs_codeinsee": COMMUNE,
    "adrs_codepostal": "86400",
    "adrs_libcommune": "CIVRAY",
    "adrg_libvoie": "12 CHEMIN SECRET",
    "adrg_declarant": "MADAME INVENTEE",
    "dir_civilite": "PF",
    "position": "A",
}
OLD_ACTIVE = {
    "id": "863P0863000001",
    "id_ex": "0863000001",
    "titre": "CLUB DE BELOTE",
    "objet": "Jouer ensemble",
    "adr1": "Salle des fêtes",
    "adr2": "14       BD  des Tilleuls",
    "adr3": '"',
    "adrs_codepostal": "86400",
    "libcom": "CIVRAY",
    "adrs_codeinsee": COMMUNE,
    "dir_civilite": "PF",
    "position": "A",
}

SERVICE: dict[str, Any] = {
    "id": "00000000-0000-4000-8000-000000000001",
    "nom": "Mairie - Civray",
    "siret": "21860078000011",
    "pivot": [{"type_service_local": "mairie", "code_insee_commune": [COMMUNE]}],
    "code_insee_commune": COMMUNE,
    "ancien_code_pivot": "mairie-86078-01",
    "adresse": [
        {"type_adresse": "Adresse postale", "numero_voie": "BP 1", "code_postal": "86401"},
        {
            "type_adresse": "Adresse",
            "complement1": "",
            "numero_voie": "10 place de l'Invention",
            "code_postal": "86400",
            "nom_commune": "Civray",
            "accessibilite": "ACC",
            "note_accessibilite": "rampe d'accès",
        },
    ],
    "telephone": [{"valeur": "05 49 00 00 01", "description": "Accueil"}],
    "telecopie": ["05 49 00 00 02"],
    "adresse_courriel": ["mairie@civray.example"],
    "site_internet": [{"libelle": "", "valeur": "http://www.civray.example"}],
    "plage_ouverture": [
        {
            "nom_jour_debut": "Lundi",
            "nom_jour_fin": "Vendredi",
            "valeur_heure_debut_1": "09:00:00",
            "valeur_heure_fin_1": "12:00:00",
            "valeur_heure_debut_2": "14:00:00",
            "valeur_heure_fin_2": "17:00:00",
            "commentaire": "",
        },
        {
            "nom_jour_debut": "Samedi",
            "nom_jour_fin": "Samedi",
            "valeur_heure_debut_1": "09:00:00",
            "valeur_heure_fin_1": "12:00:00",
            "valeur_heure_debut_2": "",
            "valeur_heure_fin_2": "",
            "commentaire": "Ouvert uniquement le 2e et 4e samedis de chaque mois.",
        },
    ],
    "mission": None,
    "date_modification": "08/03/2026 14:14:36",
    "statut_de_diffusion": "true",
}


@dataclass
class Memory:
    """A directory in memory that plans are applied to, as the vault does."""

    listings: dict[str, Listing] = field(default_factory=dict)
    corrected: dict[str, frozenset[str]] = field(default_factory=dict)

    def index(self) -> DirectoryIndex:
        return DirectoryIndex(
            self.listings.values(),
            self.listings.__getitem__,
            lambda one: self.corrected.get(one, frozenset()),
        )

    def put(self, listing: Listing, *, corrected: Iterable[str] = ()) -> Listing:
        kept = listing if listing.id else replace(listing, id=new_id())
        self.listings[kept.id] = kept
        self.corrected[kept.id] = frozenset(corrected)
        return kept

    def plan(self, file: ForeignFile | Iterable[ForeignRecord], code: str = "") -> ImportPlan:
        records = file if isinstance(file, Iterable) else file.records(silent)
        code = code or getattr(file, "format", "spreadsheet")
        return plan(records, self.index(), format=code, digest="", seen=0)

    def apply(self, planned: ImportPlan) -> None:
        for row in planned.rows:
            if row.after is not None:
                kept = row.after if row.after.id else replace(row.after, id=new_id())
                self.listings[kept.id] = kept

    def plan_of(self, path: Path, context: ReadingContext = CONTEXT) -> ImportPlan:
        return self.plan(recognise(path, context=context))

    def take_in(self, path: Path, context: ReadingContext = CONTEXT) -> ImportPlan:
        planned = self.plan_of(path, context)
        self.apply(planned)
        return planned

    @property
    def only(self) -> Listing:
        (listing,) = self.listings.values()
        return listing


def read(path: Path, context: ReadingContext = CONTEXT) -> list[ForeignRecord]:
    return list(recognise(path, context=context).records(silent))


def delimited(
    headers: Sequence[str], rows: Iterable[Mapping[str, str] | Sequence[str]], separator: str = ";"
) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(headers)
    for row in rows:
        cells = [row.get(one, "") for one in headers] if isinstance(row, Mapping) else row
        writer.writerow(cells)
    return text.getvalue()


def rna(path: Path, *rows: Mapping[str, str], encoding: str = "utf-8", older: bool = False) -> Path:
    path.write_bytes(delimited(OLDER if older else WALDEC, rows).encode(encoding))
    return path


def dila(path: Path, *services: Mapping[str, Any]) -> Path:
    path.write_text(json.dumps({"service": list(services)}, ensure_ascii=False), "utf-8")
    return path


def xlsx(path: Path, rows: Sequence[Sequence[Any]], sheet: str = "Feuil1") -> Path:
    from openpyxl import Workbook

    workbook = Workbook()
    active = workbook.active
    assert active is not None
    active.title = sheet
    for row in rows:
        active.append(list(row))
    workbook.save(path)
    return path


def ods(path: Path, rows: Sequence[Sequence[Any]], content: str | None = None) -> Path:
    body = content if content is not None else "".join(map(_ods_row, rows))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", _CONTENT.format(body=body))
    return path


def _ods_row(row: Sequence[Any]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(value: Any) -> str:
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    if not value:
        return "<table:table-cell/>"
    return (
        '<table:table-cell office:value-type="string">'
        f"<text:p>{escape(value)}</text:p></table:table-cell>"
    )


_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest='
    '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    'manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)
_CONTENT = (
    '<?xml version="1.0"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="Feuille1">{body}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def lines_of(text: str) -> Iterator[str]:
    return iter(text.splitlines(keepends=True))
