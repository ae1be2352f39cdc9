"""Events of the public calendar."""

from __future__ import annotations

from argparse import ArgumentParser

from ctg_desktop.cli.command import Call, CommandGroup, VaultCommand
from ctg_desktop.cli.console import columns
from ctg_desktop.cli.parser import words
from ctg_desktop.cli.reading import described
from ctg_desktop.domain.event_json import event_from_json, event_to_json
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.recurrence import rule_to_french
from ctg_desktop.domain.wording import moment
from ctg_desktop.usecases.office import Office


def _add(call: Call, office: Office) -> None:
    saved = office.calendar.save(event_from_json(call.console.read_object())).event
    call.console.answer(event_to_json(saved), [saved.id])


def _change(call: Call, office: Office) -> None:
    base = office.calendar.get(call.options.id)
    changed = event_from_json(call.console.read_object(), base=base)
    saved = office.calendar.save(changed).event
    call.console.answer(event_to_json(saved), [saved.id])


def _show(call: Call, office: Office) -> None:
    shown = event_to_json(office.calendar.get(call.options.id))
    ids = [shown[key] for key in ("place", "organiser") if is_id(shown[key])]
    call.console.answer(shown, described(shown, office.directory.names(ids)))


def _delete(call: Call, office: Office) -> None:
    office.calendar.get(call.options.id)
    office.calendar.delete([call.options.id])
    call.console.answer({"supprimee": call.options.id}, ["La manifestation est supprimée."])


def _list(call: Call, office: Office) -> None:
    events = office.calendar.events(call.options.texte)
    rows = [(one.id, one.title, moment(one.start), rule_to_french(one)) for one in events]
    call.console.answer([event_to_json(one) for one in events], columns(rows))


def _with_id(parser: ArgumentParser) -> None:
    parser.add_argument("id", type=words, metavar="ID", help="identifiant de la manifestation")


def _list_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--texte", type=words, default="", metavar="MOTS", help="titres qui contiennent ceci"
    )


COMMANDS = (
    CommandGroup(
        "manifestation",
        "les manifestations du calendrier",
        (
            VaultCommand("ajouter", "ajoute une manifestation lue en JSON", _add),
            VaultCommand("modifier", "change les champs lus en JSON", _change, _with_id),
            VaultCommand("montrer", "montre une manifestation", _show, _with_id),
            VaultCommand("supprimer", "supprime une manifestation", _delete, _with_id),
            VaultCommand("lister", "liste les manifestations", _list, _list_options),
        ),
    ),
)
