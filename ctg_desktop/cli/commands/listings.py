"""Listings and the search over everything."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from ctg_desktop.cli.command import Call, CommandGroup, VaultCommand
from ctg_desktop.cli.console import columns
from ctg_desktop.domain import json_shape
from ctg_desktop.domain.directory import ListingFilter, ListingRow, ListingSort
from ctg_desktop.domain.listing_json import listing_from_json, listing_to_json
from ctg_desktop.domain.wording import phone
from ctg_desktop.messages.labels import FIELD_LABELS, STATE_LABELS
from ctg_desktop.usecases.office import Office


def _add(call: Call, office: Office) -> None:
    saved = office.directory.save(listing_from_json(call.console.read_object())).listing
    call.console.answer(listing_to_json(saved), [saved.id])


def _change(call: Call, office: Office) -> None:
    base = office.directory.get(call.options.id)
    changed = listing_from_json(call.console.read_object(), base=base)
    saved = office.directory.save(changed).listing
    call.console.answer(listing_to_json(saved), [saved.id])


def _show(call: Call, office: Office) -> None:
    shown = listing_to_json(office.directory.get(call.options.id))
    call.console.answer(shown, _lines(shown))


def _delete(call: Call, office: Office) -> None:
    office.directory.get(call.options.id)
    office.directory.delete([call.options.id])
    call.console.answer({"supprimee": call.options.id}, ["La fiche est supprimée."])


def _list(call: Call, office: Office) -> None:
    wanted = ListingFilter(category=call.options.rubrique, text=call.options.texte)
    ids = office.directory.index(wanted, ListingSort(), call.today)
    rows = office.directory.rows(ids, call.today)
    call.console.answer(
        [json_shape.write(row) for row in rows], columns([_cells(row) for row in rows])
    )


def _find(call: Call, office: Office) -> None:
    hits = office.search.find(" ".join(call.options.mots))
    rows = [(hit.id, hit.title, hit.excerpt) for hit in hits]
    call.console.answer([json_shape.write(hit) for hit in hits], columns(rows) or ["Rien trouvé."])


def _cells(row: ListingRow) -> tuple[str, ...]:
    return (row.id, row.name, row.place, phone(row.phone), STATE_LABELS[row.state])


def _lines(shown: dict[str, Any]) -> list[str]:
    return [f"{FIELD_LABELS.get(key, key)} : {value}" for key, value in shown.items() if value]


def _with_id(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="identifiant de la fiche")


def _list_options(parser: ArgumentParser) -> None:
    parser.add_argument("--rubrique", default="", metavar="CODE", help="une seule rubrique")
    parser.add_argument(
        "--texte", default="", metavar="MOTS", help="fiches qui contiennent ces mots"
    )


def _find_options(parser: ArgumentParser) -> None:
    parser.add_argument("mots", nargs="+", metavar="MOTS", help="ce qui est cherché")


COMMANDS = (
    CommandGroup(
        "fiche",
        "les fiches du livret",
        (
            VaultCommand("ajouter", "ajoute une fiche lue en JSON sur l’entrée standard", _add),
            VaultCommand("modifier", "change les champs lus en JSON", _change, _with_id),
            VaultCommand("montrer", "montre une fiche", _show, _with_id),
            VaultCommand("supprimer", "supprime une fiche", _delete, _with_id),
            VaultCommand("lister", "liste les fiches", _list, _list_options),
        ),
    ),
    VaultCommand("chercher", "cherche partout", _find, _find_options),
)
