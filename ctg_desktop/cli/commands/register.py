"""The register of vulnerable persons; one person a call, and a password of its own."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from ctg_desktop.cli.command import Call, CommandGroup, VaultCommand
from ctg_desktop.cli.commands import register_alerts, register_papers
from ctg_desktop.cli.console import columns
from ctg_desktop.cli.parser import iso_day, words
from ctg_desktop.cli.register_door import inside
from ctg_desktop.cli.register_reading import entry_lines, until_words
from ctg_desktop.cli.unlocking import first_line, register_password
from ctg_desktop.domain import json_shape
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.register.clock import DueEntry
from ctg_desktop.domain.register.entry import RegisterEntry, Removal
from ctg_desktop.domain.register.entry_json import entry_from_json, entry_to_json
from ctg_desktop.domain.register.listing import EntryRow
from ctg_desktop.domain.register.rules import RegisterWarning
from ctg_desktop.domain.wording import phone, plural
from ctg_desktop.errors import UserError
from ctg_desktop.messages.register import (
    ASKED_BY_LABELS,
    ENTRY_STATE_LABELS,
    WARNING_SENTENCES,
)
from ctg_desktop.usecases.access import NewUser
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.register.open_register import OpenRegister


def _set_up(call: Call, office: Office) -> None:
    """Make the register; the code is shown this once."""
    user = call.options.utilisateur_registre or call.workplace.account()
    keys = office.register.prepare([NewUser(user, register_password(call))], call.today)
    office.register.confirm(keys, keys.code.text).close()
    call.console.answer(
        {"utilisateur": user, "code_de_secours": keys.code.text},
        [
            "Le registre est prêt.",
            f"Personne désignée{NBSP}: {user}",
            f"Code de secours du registre{NBSP}: {keys.code.text}",
            "Notez ce code et rangez-le en lieu sûr\u00a0: il ne sera plus affiché.",
        ],
    )


def _add(call: Call, register: OpenRegister) -> None:
    _save(call, register, None)


def _change(call: Call, register: OpenRegister) -> None:
    _save(call, register, register.get(call.options.id))


def _save(call: Call, register: OpenRegister, base: RegisterEntry | None) -> None:
    typed = entry_from_json(call.console.read_object(), base=base)
    kept = register.save(typed, call.today, although_objected=call.options.homonyme)
    for warning in register.warnings(kept):
        call.console.note(WARNING_SENTENCES[warning])
    call.console.answer(entry_to_json(kept), [kept.id])


def _show(call: Call, register: OpenRegister) -> None:
    entry = register.get(call.options.id)
    call.console.answer(entry_to_json(entry), entry_lines(entry, call.today))


def _list(call: Call, register: OpenRegister) -> None:
    rows = register.entries(call.today)
    said = columns([_cells(row) for row in rows]) if rows else ["Le registre est vide."]
    call.console.answer([json_shape.write(row) for row in rows], said)


def _acknowledge(call: Call, register: OpenRegister) -> None:
    _stepped(call, register.acknowledge(call.options.id, _step_day(call), call.today))


def _enrol(call: Call, register: OpenRegister) -> None:
    _stepped(call, register.enrol(call.options.id, _step_day(call), call.today))


def _confirm(call: Call, register: OpenRegister) -> None:
    _stepped(call, register.confirm(call.options.id, _step_day(call), call.today))


def _object(call: Call, register: OpenRegister) -> None:
    _tell_of_namesakes(call, register)
    left = register.object(call.options.id, _day(call), call.today)
    call.console.answer(
        {"id": left.id, "state": left.state.value},
        [
            "L’opposition est notée\u00a0: il ne reste rien que de quoi reconnaître la personne.",
            left.id,
        ],
    )


def _tell_of_namesakes(call: Call, register: OpenRegister) -> None:
    """Say that somebody of this name stays in the register: entered twice, they would be called."""
    entry = register.get(call.options.id)
    if RegisterWarning.REGISTERED_TWICE in register.warnings(entry):
        call.console.note(
            "Une autre fiche porte ce nom. Si c’est la même personne, retirez-la aussi."
        )


def _stepped(call: Call, entry: RegisterEntry) -> None:
    call.console.answer(entry_to_json(entry), [f"{entry.id}  {ENTRY_STATE_LABELS[entry.state]}"])


def _remove(call: Call, register: OpenRegister) -> None:
    register.remove(call.options.id, Removal(call.options.motif))
    call.console.answer(
        {"retire": call.options.id, "motif": call.options.motif},
        ["La personne est retirée du registre, avec tout ce qui y était sur elle."],
    )


def _due(call: Call, register: OpenRegister) -> None:
    due = register.due(call.today)
    yearly = register.yearly(call.today)
    document = {
        "accuses": [json_shape.write(one) for one in due],
        "a_confirmer": [json_shape.write(one) for one in yearly],
    }
    rows = [_due_cells(one, call.today) for one in due]
    lines = columns(rows) if rows else ["Aucun accusé à envoyer."]
    left = plural(len(yearly), "personne à appeler", "personnes à appeler")
    call.console.answer(document, [*lines, f"Appel annuel{NBSP}: {left}"])


def _users(call: Call, register: OpenRegister) -> None:
    options = call.options
    if options.ajouter:
        if options.nouveau_de is None:
            raise UserError("register-new-password-needed")
        register.locks.add_user(NewUser(options.ajouter, first_line(options.nouveau_de)))
    if options.retirer:
        register.locks.remove_user(options.retirer)
    users = register.locks.users()
    call.console.answer(list(users), users or ["Ce registre d’exercice s’ouvre sans mot de passe."])


def _cells(row: EntryRow) -> tuple[str, ...]:
    name = row.name or "(sans nom)"
    return (row.id, name, row.place, phone(row.phone), ENTRY_STATE_LABELS[row.state])


def _due_cells(one: DueEntry, today: date) -> tuple[str, ...]:
    return (one.id, one.name, ASKED_BY_LABELS[one.by], until_words(one.due_on, today))


def _day(call: Call) -> date:
    day: date | None = call.options.le
    return day or call.today


def _step_day(call: Call) -> date | None:
    return None if call.options.enlever else _day(call)


def _with_id(parser: ArgumentParser) -> None:
    parser.add_argument("id", type=words, metavar="ID", help="identifiant de la personne")


def _with_day(parser: ArgumentParser) -> None:
    _with_id(parser)
    parser.add_argument(
        "--le", type=iso_day, metavar="AAAA-MM-JJ", help="le jour (sinon aujourd’hui)"
    )


def _step_options(parser: ArgumentParser) -> None:
    _with_id(parser)
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--le", type=iso_day, metavar="AAAA-MM-JJ", help="le jour (sinon aujourd’hui)"
    )
    which.add_argument(
        "--enlever", action="store_true", help="c’était une erreur\u00a0: enlève le jour noté"
    )


def _namesake(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--homonyme",
        action="store_true",
        help="ce n’est pas la personne de même nom qui s’est opposée",
    )


def _change_options(parser: ArgumentParser) -> None:
    _with_id(parser)
    _namesake(parser)


def _remove_options(parser: ArgumentParser) -> None:
    _with_id(parser)
    parser.add_argument(
        "--motif", required=True, choices=[one.value for one in Removal], help="pourquoi"
    )


def _set_up_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--utilisateur-registre",
        type=words,
        default="",
        metavar="NOM",
        help="personne que le maire désigne",
    )


def _users_options(parser: ArgumentParser) -> None:
    parser.add_argument("--ajouter", type=words, metavar="NOM", help="désigne une personne de plus")
    parser.add_argument(
        "--nouveau-de",
        type=Path,
        metavar="FICHIER",
        help="fichier dont la première ligne est son mot de passe",
    )
    parser.add_argument("--retirer", type=words, metavar="NOM", help="retire une personne")


COMMANDS = (
    CommandGroup(
        "registre",
        "le registre des personnes vulnérables",
        (
            VaultCommand("initialiser", "crée le registre", _set_up, _set_up_options),
            VaultCommand(
                "ajouter", "note une demande lue en JSON sur l’entrée", inside(_add), _namesake
            ),
            VaultCommand(
                "modifier", "change les champs lus en JSON", inside(_change), _change_options
            ),
            VaultCommand("montrer", "montre une fiche", inside(_show), _with_id),
            VaultCommand("lister", "liste le registre", inside(_list)),
            VaultCommand(
                "accuser",
                "note que l’accusé de réception est parti",
                inside(_acknowledge),
                _step_options,
            ),
            VaultCommand("inscrire", "inscrit une personne", inside(_enrol), _step_options),
            VaultCommand("opposer", "note une opposition", inside(_object), _with_day),
            VaultCommand(
                "confirmer", "note la confirmation de l’année", inside(_confirm), _step_options
            ),
            VaultCommand("retirer", "retire une personne", inside(_remove), _remove_options),
            VaultCommand("echeances", "accusés à envoyer, appel annuel", inside(_due)),
            *register_alerts.COMMANDS,
            *register_papers.COMMANDS,
            VaultCommand(
                "utilisateurs", "qui peut ouvrir le registre", inside(_users), _users_options
            ),
        ),
    ),
)
