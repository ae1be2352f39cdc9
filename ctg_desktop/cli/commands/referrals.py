"""Where people were told to go, with or without their name: ``orientation``."""

from __future__ import annotations

from argparse import ArgumentParser

from ctg_desktop.cli.command import Call, CommandGroup, VaultCommand
from ctg_desktop.cli.console import columns
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


def _list_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--nombre", type=int, default=RECENT, metavar="N", help="combien au plus, les dernières"
    )


COMMANDS = (
    CommandGroup(
        "orientation",
        "vers où des personnes ont été orientées",
        (
            VaultCommand("ajouter", "note une orientation lue en JSON", _add),
            VaultCommand("lister", "liste les dernières orientations", _list, _list_options),
        ),
    ),
)
