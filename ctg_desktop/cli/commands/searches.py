"""Saved searches: ``recherche``."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from ctg_desktop.cli.command import Call, CommandGroup, VaultCommand
from ctg_desktop.cli.console import columns
from ctg_desktop.cli.parser import words
from ctg_desktop.domain.directory import ListingFilter, ListingSort, ListingState
from ctg_desktop.domain.listing import ListingKind
from ctg_desktop.domain.saved_search import SavedSearch
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office


def _add(call: Call, office: Office) -> None:
    given = call.options
    wanted = ListingFilter(
        category=given.rubrique,
        theme=given.theme,
        kinds=frozenset(map(ListingKind, given.nature)),
        states=frozenset(map(ListingState, given.etat)),
        text=given.texte.strip(),
    )
    _check(office, wanted)
    saved = office.searches.save(given.nom, wanted).search
    call.console.answer(_shape(saved), [saved.id])


def _check(office: Office, wanted: ListingFilter) -> None:
    if wanted.theme not in {"", *(one.code for one in office.settings.themes())}:
        raise UserError("theme-unknown", field="theme", value=wanted.theme[:60])
    if wanted.category not in {"", *(one.code for one in office.settings.categories())}:
        raise UserError("category-unknown", field="category", code_given=wanted.category[:60])


def _list(call: Call, office: Office) -> None:
    found = [
        (one, len(office.directory.index(one.wanted, ListingSort(), call.today)))
        for one in office.searches.all()
    ]
    call.console.answer(
        [{**_shape(one), "count": count} for one, count in found],
        columns([(one.name, str(count)) for one, count in found]),
    )


def _rename(call: Call, office: Office) -> None:
    known = office.searches.named(call.options.nom)
    saved = office.searches.rename(known.id, call.options.nouveau).search
    call.console.answer(_shape(saved), [f"La recherche s’appelle « {saved.name} »."])


def _remove(call: Call, office: Office) -> None:
    known = office.searches.named(call.options.nom)
    office.searches.remove(known.id)
    call.console.answer({"retiree": known.id}, ["La recherche est retirée."])


def _shape(search: SavedSearch) -> dict[str, Any]:
    wanted = search.wanted
    return {
        "id": search.id,
        "name": search.name,
        "category": wanted.category,
        "theme": wanted.theme,
        "kinds": sorted(wanted.kinds),
        "states": sorted(wanted.states),
        "text": wanted.text,
    }


def _filter_options(parser: ArgumentParser) -> None:
    parser.add_argument("nom", type=words, metavar="NOM", help="nom de la recherche")
    for name, what in (
        ("--texte", "mots à trouver"),
        ("--rubrique", "code d’une rubrique"),
        ("--theme", "code d’un thème"),
    ):
        parser.add_argument(name, type=words, default="", metavar=name[2:].upper(), help=what)
    parser.add_argument(
        "--nature",
        action="append",
        default=[],
        choices=[str(one) for one in ListingKind],
        help="nature des fiches ; plusieurs fois pour plusieurs",
    )
    parser.add_argument(
        "--etat",
        action="append",
        default=[],
        choices=[str(one) for one in ListingState],
        help="état des fiches ; plusieurs fois pour plusieurs",
    )


def _named(parser: ArgumentParser) -> None:
    parser.add_argument("nom", type=words, metavar="NOM", help="nom de la recherche")


def _renamed(parser: ArgumentParser) -> None:
    _named(parser)
    parser.add_argument("nouveau", type=words, metavar="NOUVEAU", help="nouveau nom")


COMMANDS = (
    CommandGroup(
        "recherche",
        "garde des recherches de l’annuaire sous un nom",
        (
            VaultCommand("ajouter", "enregistre une recherche", _add, _filter_options),
            VaultCommand("lister", "montre les recherches enregistrées", _list),
            VaultCommand("renommer", "change le nom d’une recherche", _rename, _renamed),
            VaultCommand("supprimer", "retire une recherche", _remove, _named),
        ),
    ),
)
