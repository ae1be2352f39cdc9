"""Undo and history."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.console import columns
from ctg_desktop.cli.parser import words
from ctg_desktop.domain import json_shape
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.history import ChangeSet
from ctg_desktop.domain.wording import moment
from ctg_desktop.errors import UserError
from ctg_desktop.messages.family_sentences import PASSED_OVER
from ctg_desktop.messages.labels import FIELD_LABELS, label_for, label_of
from ctg_desktop.usecases.families.families import HOUSEHOLD
from ctg_desktop.usecases.office import Office

ENTITIES = ("listing", "event", "picture", "category", "theme", "household", "referral")


def _undo(call: Call, office: Office) -> None:
    report = office.journal.undo(past_erasure=call.options.quand_meme)
    said = [f"Annulé : {label_for(report.label, report.label_params)}"]
    said += [PASSED_OVER] if report.skipped else []
    said += [
        f"Laissé, car modifié depuis : {one.name}, {FIELD_LABELS.get(one.field, one.field)}"
        for one in report.kept
    ]
    kept = [json_shape.write(one) for one in report.kept]
    call.console.answer({"annule": report.label, "gardes": kept}, said)


def _history(call: Call, office: Office) -> None:
    found = _of_record(office, call.options.id) if call.options.id else office.journal.recent()
    call.console.answer([_shape(one) for one in found], columns([_cells(one) for one in found]))


def _of_record(office: Office, record_id: str) -> list[ChangeSet]:
    """Return the history of a record; the journal of access tells of a family's."""
    for entity in ENTITIES:
        found = office.journal.history(entity, record_id)
        if found and entity == HOUSEHOLD:
            office.access_log.note(AccessKind.CONSULTED, HOUSEHOLD, HOUSEHOLD, [record_id])
        if found:
            return found
    raise UserError("record-unknown")


def _shape(change: ChangeSet) -> dict[str, Any]:
    return {**json_shape.write(change), "libelle": label_of(change)}


def _cells(change: ChangeSet) -> tuple[str, ...]:
    return (str(change.counter), moment(change.at), change.actor, label_of(change))


def _undo_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--quand-meme",
        action="store_true",
        help="juste après un effacement, ce qui a été fait avant lui",
    )


def _history_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "id", nargs="?", type=words, metavar="ID", help="une fiche ou une manifestation"
    )


COMMANDS = (
    VaultCommand("annuler", "annule la dernière modification", _undo, _undo_options),
    VaultCommand("historique", "montre ce qui a été fait", _history, _history_options),
)
