"""Alerts and calls of the register."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date, datetime
from pathlib import Path

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.commands import register_papers
from ctg_desktop.cli.console import columns
from ctg_desktop.cli.parser import iso_day, words
from ctg_desktop.cli.register_door import inside
from ctg_desktop.domain import json_shape
from ctg_desktop.domain.register.calls import CallRow
from ctg_desktop.domain.register.entry import Alert, CallResult
from ctg_desktop.domain.register.entry import Call as Phoned
from ctg_desktop.domain.wording import day, moment, phone
from ctg_desktop.messages.register import CALL_RESULT_LABELS
from ctg_desktop.usecases.register.open_register import OpenRegister


def _alerts(call: Call, register: OpenRegister) -> None:
    alerts = register.alerts()
    said = columns([_alert_cells(one) for one in alerts]) if alerts else ["Aucune alerte."]
    call.console.answer([json_shape.write(one) for one in alerts], said)


def _begin(call: Call, register: OpenRegister) -> None:
    alert = register.begin_alert(call.options.nom, _day(call), call.today)
    call.console.answer(json_shape.write(alert), [alert.id])


def _end(call: Call, register: OpenRegister) -> None:
    on = None if call.options.enlever else _day(call)
    alert = register.end_alert(call.options.alerte, on, call.today)
    said = "L’alerte est finie." if alert.ended_on else "L’alerte continue."
    call.console.answer(json_shape.write(alert), [said])


def _forget(call: Call, register: OpenRegister) -> None:
    register.remove_alert(call.options.alerte)
    call.console.answer(
        {"effacee": call.options.alerte}, ["L’alerte est effacée, avec ses appels."]
    )


def _calls(call: Call, register: OpenRegister) -> None:
    if call.options.sortie:
        register_papers.keep(
            call, register, register.papers.call_sheet(call.options.alerte, call.today)
        )
        return
    rows = register.call_list(call.options.alerte, call.today)
    said = columns([_row_cells(row) for row in rows]) if rows else ["Personne à appeler."]
    call.console.answer([json_shape.write(row) for row in rows], said)


def _note(call: Call, register: OpenRegister) -> None:
    options = call.options
    if options.enlever:
        left = register.take_back_last_call(options.id, options.alerte)
        calls = [json_shape.write(one) for one in left.calls if one.alert == options.alerte]
        call.console.answer({"appels": calls}, ["Le dernier appel n’est plus noté."])
        return
    noted = Phoned(options.a or register.now(), CallResult(options.resultat), alert=options.alerte)
    entry = register.note_call(options.id, noted, call.today)
    call.console.answer(json_shape.write(entry.calls[-1]), ["L’appel est noté."])


def _alert_cells(alert: Alert) -> tuple[str, ...]:
    end = f"finie le {day(alert.ended_on)}" if alert.ended_on else "en cours"
    return (alert.id, alert.name, f"depuis le {day(alert.began_on)}", end)


def _row_cells(row: CallRow) -> tuple[str, ...]:
    last = f"{moment(row.last.at)} {CALL_RESULT_LABELS[row.last.result]}" if row.last else "–"
    return (row.id, row.name, phone(row.phone), "seule" if row.is_alone else "", last)


def _day(call: Call) -> date:
    day: date | None = call.options.le
    return day or call.today


def _moment(value: str) -> datetime:
    if len(value) <= len("AAAA-MM-JJ"):
        raise ValueError(value)
    return datetime.fromisoformat(value)


def _which(parser: ArgumentParser) -> None:
    parser.add_argument("alerte", type=words, metavar="ALERTE", help="identifiant de l’alerte")


def _calls_options(parser: ArgumentParser) -> None:
    _which(parser)
    parser.add_argument("--sortie", type=Path, metavar="F.pdf", help="feuille d’appels à écrire")


def _with_day(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--le", type=iso_day, metavar="AAAA-MM-JJ", help="le jour (sinon aujourd’hui)"
    )


def _begin_options(parser: ArgumentParser) -> None:
    parser.add_argument("nom", type=words, metavar="NOM", help="par exemple Canicule d’août")
    _with_day(parser)


def _end_options(parser: ArgumentParser) -> None:
    _which(parser)
    end = parser.add_mutually_exclusive_group()
    end.add_argument("--le", type=iso_day, metavar="AAAA-MM-JJ", help="le jour (sinon aujourd’hui)")
    end.add_argument(
        "--enlever", action="store_true", help="c’était une erreur\u00a0: l’alerte continue"
    )


def _note_options(parser: ArgumentParser) -> None:
    _which(parser)
    parser.add_argument("id", type=words, metavar="ID", help="identifiant de la personne")
    results = [one.value for one in CallResult]
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--resultat", choices=results, help="ce qu’il a donné")
    what.add_argument(
        "--enlever",
        action="store_true",
        help="c’était une erreur\u00a0: enlève le dernier appel noté",
    )
    parser.add_argument(
        "--a", type=_moment, metavar="AAAA-MM-JJTHH:MM", help="quand (sinon maintenant)"
    )


COMMANDS = (
    VaultCommand("alertes", "liste les alertes", inside(_alerts)),
    VaultCommand("alerter", "commence une alerte", inside(_begin), _begin_options),
    VaultCommand("finir", "finit une alerte", inside(_end), _end_options),
    VaultCommand("oublier", "efface une alerte et ses appels", inside(_forget), _which),
    VaultCommand("appels", "qui appeler, dans l’ordre", inside(_calls), _calls_options),
    VaultCommand("appeler", "note un appel", inside(_note), _note_options),
)
"""Verbs of ``registre``."""
