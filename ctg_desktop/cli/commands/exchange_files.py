"""Foreign files, in and out."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.json_files import json_of
from ctg_desktop.cli.parser import words
from ctg_desktop.domain import json_shape
from ctg_desktop.domain.column_mapping import ColumnMapping
from ctg_desktop.domain.import_plan import ImportPlan, Verdict
from ctg_desktop.messages.labels import FIELD_LABELS, VERDICT_LABELS
from ctg_desktop.messages.sentences import reason
from ctg_desktop.usecases.exports import ExportFormat
from ctg_desktop.usecases.office import Office

ROWS_SAID = 40


def _import_options(parser: ArgumentParser) -> None:
    parser.add_argument("fichier", metavar="FICHIER", type=Path, help="fichier à lire")
    parser.add_argument("--format", choices=["rna", "dila", "tableur"], help="format du fichier")
    parser.add_argument(
        "--commune", type=words, default="", metavar="INSEE", help="commune retenue"
    )
    parser.add_argument(
        "--colonnes", type=Path, metavar="F.json", help="correspondance des colonnes d’un tableur"
    )
    parser.add_argument("--simulation", action="store_true", help="montre sans rien écrire")


def _import(call: Call, office: Office) -> None:
    options = call.options
    file = office.imports.recognise(
        options.fichier,
        call.today,
        format="spreadsheet" if options.format == "tableur" else options.format,
        commune=options.commune,
        mapping=_mapping(options.colonnes),
    )
    plan = office.imports.plan(options.fichier, file)
    if not options.simulation:
        office.imports.apply(plan)
    call.console.answer(
        _document(plan, applied=not options.simulation),
        [*_lines(plan), _conclusion(plan, simulated=options.simulation)],
    )


def _mapping(path: Path | None) -> ColumnMapping | None:
    if path is None:
        return None
    return json_shape.read(json_of(path), ColumnMapping())


def _document(plan: ImportPlan, *, applied: bool) -> dict[str, Any]:
    return {
        "format": plan.format,
        "applied": applied,
        "counts": {verdict.value: count for verdict, count in plan.counts.items()},
        "reasons": plan.reasons,
        "rows": [
            {
                "row": row.row,
                "verdict": row.verdict.value,
                "name": row.name,
                "id": row.listing_id,
                "reason": row.reason,
                "kept_as_text": list(row.kept_as_text),
                "changes": [json_shape.write(one) for one in row.changes],
                "conflicts": [json_shape.write(one) for one in row.conflicts],
            }
            for row in plan.rows
        ],
    }


def _lines(plan: ImportPlan) -> list[str]:
    lines = [
        f"{VERDICT_LABELS[verdict]} : {plan.counts[verdict]}"
        for verdict in Verdict
        if plan.counts.get(verdict)
    ]
    lines += [f"  {count} : {reason(code)}" for code, count in sorted(plan.reasons.items())]
    for row in plan.rows[:ROWS_SAID]:
        fields = [FIELD_LABELS.get(one.field, one.field) for one in (*row.changes, *row.conflicts)]
        detail = f" ({', '.join(fields)})" if fields else ""
        lines.append(f"  ligne {row.row}, {VERDICT_LABELS[row.verdict]} : {row.name}{detail}")
    if len(plan.rows) > ROWS_SAID:
        lines.append(f"  … et {len(plan.rows) - ROWS_SAID} autres")
    return lines


def _conclusion(plan: ImportPlan, *, simulated: bool) -> str:
    if not any(row.changes or row.verdict is Verdict.ADD for row in plan.rows):
        return "Rien de nouveau : l’annuaire n’a pas changé."
    if simulated:
        return "Simulation : rien n’a été écrit."
    return "C’est fait. « ctg annuler » reprend cet import."


def _export_options(parser: ArgumentParser) -> None:
    parser.add_argument("quoi", choices=["annuaire"], help="ce qui est exporté")
    parser.add_argument(
        "--format", choices=[one.value for one in ExportFormat], required=True, help="format"
    )
    parser.add_argument("fichier", metavar="FICHIER", type=Path, help="fichier à écrire")


def _export(call: Call, office: Office) -> None:
    options = call.options
    count = office.exports.export(options.fichier, ExportFormat(options.format), call.today)
    call.console.answer(
        {"fichier": str(options.fichier), "nombre": count},
        [f"{options.fichier} : {count} enregistrements"],
    )


COMMANDS = (
    VaultCommand("importer", "lit un fichier d’ailleurs", _import, _import_options),
    VaultCommand("exporter", "écrit l’annuaire dans un autre format", _export, _export_options),
)
