"""Figures of a year without names: ``famille chiffres``."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.console import columns
from ctg_desktop.cli.paper_files import elsewhere
from ctg_desktop.domain.families.figure_sending import MaskedFigures
from ctg_desktop.domain.families.figure_tables import (
    FigureTable,
    exact_tables,
    head,
    masked_head,
    masked_tables,
)
from ctg_desktop.messages.family_figures import masking_sentence
from ctg_desktop.usecases.office import Office

_NOT_TO_SEND = (
    "Chiffres exacts, pour la mairie seule. Pour les transmettre\u00a0: --a-transmettre --sortie F."
)
_NOT_SENT = (
    "Aperçu\u00a0: rien n’est noté comme transmis sans --sortie F.pdf, F.ods, F.xlsx ou F.csv."
)


def _figures(call: Call, office: Office) -> None:
    year = call.today.year if call.options.annee is None else call.options.annee
    if call.options.a_transmettre or call.options.sortie:
        _send(call, office, office.family_figures.masked(year, call.today))
        return
    figures = office.family_figures.year(year, call.today)
    tables = exact_tables(figures)
    call.console.answer(_document(year, head(figures), tables), _lines(head(figures), tables))
    call.console.note(_NOT_TO_SEND)


def _send(call: Call, office: Office, seen: MaskedFigures) -> None:
    """Show what may leave, then write it where a file is asked for."""
    target: Path | None = call.options.sortie
    tables, said = masked_tables(seen), masked_head(seen)
    document = _document(seen.year, said, tables)
    lines = [*_lines(said, tables), "", masking_sentence(seen.families.threshold)]
    if target is not None:
        path = office.family_figures.write(seen, target, call.today)
        document["fichier"] = str(path)
        lines += [str(path), *elsewhere(path, target)]
    call.console.answer(document, lines)
    if target is None:
        call.console.note(_NOT_SENT)


def _document(year: int, said: str, tables: Sequence[FigureTable]) -> dict[str, Any]:
    return {"annee": year, "resume": said, "tableaux": [asdict(one) for one in tables]}


def _lines(said: str, tables: Sequence[FigureTable]) -> Iterator[str]:
    yield said
    for table in tables:
        yield ""
        yield table.title
        yield from (f"  {line}" for line in columns([table.header, *table.rows]))
        if table.note:
            yield f"  {table.note}"


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--annee", type=int, metavar="AAAA", help="l’année\u202f; celle-ci sans cela"
    )
    parser.add_argument(
        "--a-transmettre",
        action="store_true",
        help="ce qui peut quitter la mairie\u00a0: les petits nombres sont masqués",
    )
    parser.add_argument(
        "--sortie",
        type=Path,
        metavar="F.pdf|F.ods|F.xlsx|F.csv",
        help="écrit ce qui peut être transmis, et le note comme transmis",
    )


COMMANDS = (VaultCommand("chiffres", "compte une année, sans noms", _figures, _options),)
