"""Welcome a family in one call: ``famille accueillir``."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.parser import words
from ctg_desktop.domain.families.household import Purpose
from ctg_desktop.domain.families.welcome import WelcomeOptions
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.wording import joined, plural
from ctg_desktop.files import make_folder
from ctg_desktop.messages.family_papers import (
    LEFT_OUT_SENTENCES,
    WELCOME_PART_LABELS,
    WELCOME_REMARKS,
)
from ctg_desktop.messages.labels import GAP_LABELS
from ctg_desktop.usecases.families.welcome import WelcomePack
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper

_NBSP = "\u00a0"
_EMAIL = "Courriel.eml"
_JOINED = "Accueil.pdf"


def _welcome(call: Call, office: Office) -> None:
    """Write the papers and a draft, then tick what was handed over unless it is only a try."""
    given = call.options
    chosen = Language(given.langue) if given.langue else None
    options = WelcomeOptions(language=chosen, only_needs=given.seulement_les_besoins)
    pack = office.welcome.prepare(given.id, options, call.today)
    purpose = Purpose(given.courriel) if given.courriel else None
    draft = office.welcome.email(given.id, purpose, call.today, pack) if purpose else None
    make_folder(given.dossier)
    paths = [report.path for report in office.welcome.write(pack, given.dossier)]
    if given.en_un_fichier:
        paths.append(keep_paper(office.welcome.joined(pack), given.dossier / _JOINED).path)
    if draft is not None:
        paths.append(office.welcome.write_email(draft, given.dossier / _EMAIL))
    if not given.sans_cocher:
        office.welcome.done(given.id, pack, call.today)
    _remarks(call, pack)
    document = {
        "fichiers": [str(path) for path in paths],
        "absents": {str(part): str(why) for part, why in pack.left_out.items()},
        "invitee_a": list(pack.invited_to),
    }
    counted = plural(len(paths), "fichier", "fichiers")
    call.console.answer(document, [*map(str, paths), f"{counted} dans {given.dossier}"])


def _remarks(call: Call, pack: WelcomePack) -> None:
    for part, why in pack.left_out.items():
        call.console.note(f"{WELCOME_PART_LABELS[part]}{_NBSP}: {LEFT_OUT_SENTENCES[why]}")
    for remark in pack.remarks:
        call.console.note(WELCOME_REMARKS[remark])
    if pack.gaps:
        gaps = joined([GAP_LABELS[one] for one in pack.gaps])
        call.console.note(f"Reste à écrire à la main sur la notice{_NBSP}: {gaps}.")


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("id", type=words, metavar="ID", help="identifiant de la famille")
    parser.add_argument(
        "--dossier", required=True, type=Path, metavar="DIR", help="dossier où écrire les papiers"
    )
    parser.add_argument(
        "--langue",
        choices=[str(one) for one in Language],
        help="langue du livret (sinon, selon ce que parle la famille)",
    )
    parser.add_argument(
        "--seulement-les-besoins",
        action="store_true",
        help="un livret court, avec ce qui répond aux besoins notés",
    )
    parser.add_argument(
        "--en-un-fichier", action="store_true", help="tous les papiers aussi dans un seul PDF"
    )
    parser.add_argument(
        "--courriel",
        nargs="?",
        const=str(Purpose.WELCOME),
        choices=[str(one) for one in Purpose],
        help="un brouillon aussi, pour ce but (sinon l’accueil), si la famille a dit oui",
    )
    parser.add_argument(
        "--sans-cocher", action="store_true", help="ne rien noter dans la fiche de la famille"
    )


COMMAND = VaultCommand(
    "accueillir", "écrit la notice, la lettre, l’invitation et le livret", _welcome, _options
)
