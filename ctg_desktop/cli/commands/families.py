"""Families, one at a time: ``famille``. Nothing is imported in bulk, nothing prints them all."""

from __future__ import annotations

from argparse import ArgumentParser

from ctg_desktop.cli.command import Call, CommandGroup, VaultCommand
from ctg_desktop.cli.commands import family_figures, family_mailing, family_rights, family_welcome
from ctg_desktop.cli.console import columns
from ctg_desktop.cli.parser import words
from ctg_desktop.cli.reading import described
from ctg_desktop.domain import json_shape, wording
from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.household_json import (
    household_from_json,
    household_to_json,
    note_from_json,
)
from ctg_desktop.domain.families.listing import (
    HouseholdFilter,
    HouseholdRow,
    HouseholdSort,
    HouseholdView,
)
from ctg_desktop.domain.families.sensitive import sensitive_words
from ctg_desktop.domain.families.warnings import WarningKind, household_warnings
from ctg_desktop.messages.families import HOUSEHOLD_STATE_LABELS
from ctg_desktop.messages.family_warnings import WARNING_SENTENCES, warning_sentence
from ctg_desktop.usecases.office import Office


def _add(call: Call, office: Office) -> None:
    _save(call, office, None)


def _change(call: Call, office: Office) -> None:
    _save(call, office, office.families.open(call.options.id))


def _save(call: Call, office: Office, base: Household | None) -> None:
    """Store what is read; say what should be looked at, and which families look alike."""
    typed = household_from_json(call.console.read_object(), base=base)
    saved = office.families.save(typed, call.today).household
    for warning in household_warnings(saved):
        call.console.note(warning_sentence(warning))
    if base is None:
        for one in office.families.similar(saved):
            call.console.note(f"Ressemble à une famille déjà notée\u00a0: {one.id}")
    call.console.answer(household_to_json(saved), [saved.id])


def _show(call: Call, office: Office) -> None:
    household = office.families.open(call.options.id)
    shown = household_to_json(household)
    notes = office.families.notes(household.id)
    referrals = office.referrals.of(household.id)
    lines = [
        *described(shown, {}),
        *(f"{wording.day(one.on)}  {one.text}" for one in notes),
        *(f"{wording.day(one.on)}  {one.listing_name}" for one in referrals),
    ]
    call.console.answer(shown, lines)


def _list(call: Call, office: Office) -> None:
    given = call.options
    view = HouseholdView(given.vue)
    wanted = HouseholdFilter(view, given.besoin, given.langue, given.texte)
    ids = office.families.index(wanted, HouseholdSort(), call.today)
    rows = office.families.look(ids, call.today)
    call.console.answer(
        [json_shape.write(row) for row in rows], columns([_cells(row) for row in rows])
    )


def _note(call: Call, office: Office) -> None:
    note = note_from_json(call.console.read_object(), household=call.options.id)
    changes = office.families.add_note(note, call.today)
    if sensitive_words(note.text):
        call.console.note(WARNING_SENTENCES[WarningKind.SENSITIVE_WORDS])
    (note_id,) = changes.notes
    call.console.answer({"note": note_id}, [note_id])


def _cells(row: HouseholdRow) -> tuple[str, ...]:
    arrived = wording.day(row.arrival_date) if row.arrival_date else ""
    return (row.id, row.name, row.place, arrived, HOUSEHOLD_STATE_LABELS[row.state])


def _with_id(parser: ArgumentParser) -> None:
    parser.add_argument("id", type=words, metavar="ID", help="identifiant de la famille")


def _list_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--vue",
        choices=[str(one) for one in HouseholdView],
        default=str(HouseholdView.CURRENT),
        help="une liste de la page Familles",
    )
    for name, what in (
        ("--besoin", "familles qui ont ce besoin"),
        ("--langue", "code d’une langue parlée"),
        ("--texte", "familles dont le nom, l’adresse… contient ces mots"),
    ):
        parser.add_argument(name, type=words, default="", metavar=name[2:].upper(), help=what)


COMMANDS = (
    CommandGroup(
        "famille",
        "les nouvelles familles, une par une",
        (
            VaultCommand("ajouter", "ajoute une famille lue en JSON sur l’entrée standard", _add),
            VaultCommand("modifier", "change les champs lus en JSON", _change, _with_id),
            VaultCommand("montrer", "montre une famille", _show, _with_id),
            VaultCommand("lister", "liste les familles d’une vue", _list, _list_options),
            VaultCommand("note", "ajoute une note lue en JSON", _note, _with_id),
            family_welcome.COMMAND,
            family_mailing.COMMAND,
            *family_figures.COMMANDS,
            *family_rights.COMMANDS,
        ),
    ),
)
