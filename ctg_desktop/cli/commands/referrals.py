"""Where people were told to go, with or without their name: ``orientation``."""

from __future__ import annotations

from argparse import ArgumentParser

from ctg_desktop.cli.command import Call, CommandGroup, VaultCommand
from ctg_desktop.cli.console import columns
from ctg_desktop.cli.parser import count, words
from ctg_desktop.cli.reading import described
from ctg_desktop.domain import json_shape, wording
from ctg_desktop.domain.families.dealings import Referral
from ctg_desktop.domain.families.household_json import referral_from_json
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.messages.families import OUTCOME_LABELS
from ctg_desktop.usecases.office import Office

RECENT = 50


def _add(call: Call, office: Office) -> None:
    typed = referral_from_json(call.console.read_object())
    saved = office.referrals.add(typed, call.today).referral
    call.console.answer(json_shape.write(saved), [saved.id])


def _change(call: Call, office: Office) -> None:
    known = office.referrals.get(call.options.id)
    typed = referral_from_json(call.console.read_object(), base=known)
    saved = office.referrals.save(typed).referral
    call.console.answer(json_shape.write(saved), [saved.id])


def _show(call: Call, office: Office) -> None:
    shown = json_shape.write(office.referrals.get(call.options.id))
    call.console.answer(shown, described(shown, {}))


def _delete(call: Call, office: Office) -> None:
    known = office.referrals.get(call.options.id)
    office.referrals.delete([known.id])
    call.console.answer({"supprimee": known.id}, ["L’orientation est supprimée."])


def _list(call: Call, office: Office) -> None:
    found = office.referrals.recent(call.options.nombre)
    labels = {need.code: need.label for need in NEEDS}
    rows = [_cells(one, labels) for one in found]
    call.console.answer(
        [json_shape.write(one) for one in found], columns(rows) or ["Aucune orientation."]
    )


def _cells(referral: Referral, needs: dict[str, str]) -> tuple[str, ...]:
    return (
        referral.id,
        wording.day(referral.on),
        needs.get(referral.need, referral.need),
        referral.listing_name,
        OUTCOME_LABELS[referral.outcome],
    )


def _with_id(parser: ArgumentParser) -> None:
    parser.add_argument("id", type=words, metavar="ID", help="identifiant de l’orientation")


def _list_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--nombre", type=count, default=RECENT, metavar="N", help="combien au plus, les dernières"
    )


COMMANDS = (
    CommandGroup(
        "orientation",
        "vers où des personnes ont été orientées",
        (
            VaultCommand("ajouter", "note une orientation lue en JSON", _add),
            VaultCommand("modifier", "change les champs lus en JSON", _change, _with_id),
            VaultCommand("montrer", "montre une orientation", _show, _with_id),
            VaultCommand("supprimer", "supprime une orientation", _delete, _with_id),
            VaultCommand("lister", "liste les dernières orientations", _list, _list_options),
        ),
    ),
)
