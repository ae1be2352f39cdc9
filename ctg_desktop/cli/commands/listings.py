"""Listings and the search over everything."""

from __future__ import annotations

from argparse import ArgumentParser

from ctg_desktop.cli.command import Call, CommandGroup, VaultCommand
from ctg_desktop.cli.console import columns
from ctg_desktop.cli.parser import words
from ctg_desktop.cli.reading import described
from ctg_desktop.domain import json_shape, opening_hours
from ctg_desktop.domain.directory import ListingFilter, ListingRow, ListingSort
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_json import listing_from_json, listing_to_json
from ctg_desktop.domain.wording import phone
from ctg_desktop.messages.labels import STATE_LABELS
from ctg_desktop.usecases.office import Office

_HOUSEHOLD = "household"
_FAMILIES_HELD_BACK = (
    "Des familles sont trouvées aussi\u00a0: elles ne se montrent pas tant que le coffre n’est que "
    "consulté, car un accès doit être noté."
)


def _add(call: Call, office: Office) -> None:
    _save(call, office, None)


def _change(call: Call, office: Office) -> None:
    _save(call, office, office.directory.get(call.options.id))


def _save(call: Call, office: Office, base: Listing | None) -> None:
    """Store what is read; say which opening hours were kept as text."""
    typed = call.console.read_object()
    saved = office.directory.save(listing_from_json(typed, base=base)).listing
    hours = typed.get("opening_hours") if isinstance(typed, dict) else None
    parsed = opening_hours.parse_typed(hours or "")
    if not parsed.understood:
        call.console.note(f"Horaires gardés en texte ; pas compris : {parsed.leftover}")
    call.console.answer(listing_to_json(saved), [saved.id])


def _show(call: Call, office: Office) -> None:
    listing = office.directory.get(call.options.id)
    shown = listing_to_json(listing)
    call.console.answer(shown, described(shown, _names(office, listing)))


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
    """Show what is found; that families were among it is told by the journal of access."""
    hits = office.search.find(" ".join(call.options.mots))
    families = [hit.id for hit in hits if hit.entity == _HOUSEHOLD]
    if families and office.consultation is not None:
        hits = [hit for hit in hits if hit.entity != _HOUSEHOLD]
        call.console.note(_FAMILIES_HELD_BACK)
    elif families:
        office.families.look(families, call.today)
    rows = [(hit.id, hit.title, hit.excerpt) for hit in hits]
    call.console.answer([json_shape.write(hit) for hit in hits], columns(rows) or ["Rien trouvé."])


def _cells(row: ListingRow) -> tuple[str, ...]:
    return (row.id, row.name, row.place, phone(row.phone), STATE_LABELS[row.state])


def _names(office: Office, listing: Listing) -> dict[str, str]:
    """Return what the codes and ids of a listing are called."""
    return {
        **{one.code: one.label for one in office.settings.categories()},
        **{one.code: one.label for one in office.settings.themes()},
        **office.directory.names(listing.organisers),
    }


def _with_id(parser: ArgumentParser) -> None:
    parser.add_argument("id", type=words, metavar="ID", help="identifiant de la fiche")


def _list_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--rubrique", type=words, default="", metavar="CODE", help="une seule rubrique"
    )
    parser.add_argument(
        "--texte", type=words, default="", metavar="MOTS", help="fiches qui contiennent ces mots"
    )


def _find_options(parser: ArgumentParser) -> None:
    parser.add_argument("mots", nargs="+", type=words, metavar="MOTS", help="ce qui est cherché")


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
