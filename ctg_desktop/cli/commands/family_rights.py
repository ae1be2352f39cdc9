"""Rights of a family and the end of its time: ``famille effacer|echeances|prolonger|dossier``."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.console import columns
from ctg_desktop.cli.paper_files import add_target, elsewhere, print_paper, written
from ctg_desktop.cli.parser import iso_day, words
from ctg_desktop.domain import json_shape, wording
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.families.erasure import ErasureReason, Removed
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.files import require_writable
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep, keep_paper

REASONS = {
    "demande": ErasureReason.ASKED,
    "duree": ErasureReason.RETENTION,
    "depart": ErasureReason.MOVED,
    "erreur": ErasureReason.MISTAKE,
}
PDF_ENDING, JSON_ENDING = ".pdf", ".json"


def _erase(call: Call, office: Office) -> None:
    """Erase; say so even when the certificate, for which there was a place, cannot be written."""
    target: Path | None = call.options.attestation
    if target is not None:
        require_writable(target)
    erasure = office.family_rights.erase(call.options.id, REASONS[call.options.motif], call.today)
    said = [
        f"La famille est effacée, numéro {erasure.number} du journal des accès.",
        *_removed(erasure.removed),
    ]
    if not erasure.cleaned:
        said.append("Le fichier sera nettoyé à la prochaine ouverture du coffre.")
    try:
        if target is not None:
            certificate = office.family_rights.certificate(erasure, call.today)
            said += written(keep_paper(certificate, target), "attestation sans nom")
    finally:
        shown = json_shape.write(erasure)
        del shown["changes"]
        call.console.answer(shown, said)


def _removed(removed: Removed) -> Iterator[str]:
    """Yield what is not there any more, a line each."""
    counts = (
        (removed.persons, "personne effacée", "personnes effacées"),
        (removed.notes, "note effacée", "notes effacées"),
        (removed.journal, "modification oubliée", "modifications oubliées"),
        (removed.referrals, "orientation rendue anonyme", "orientations rendues anonymes"),
    )
    return (plural(count, one, several) for count, one, several in counts if count)


def _due(call: Call, office: Office) -> None:
    ids = office.family_rights.due(call.today)
    rows = office.families.look(ids, call.today)
    cells = [
        (row.id, row.name, wording.day(row.last_contact) if row.last_contact else "")
        for row in rows
    ]
    call.console.answer(
        [json_shape.write(row) for row in rows],
        columns(cells) or ["Aucune famille n’est à revoir."],
    )


def _prolong(call: Call, office: Office) -> None:
    given = call.options
    office.family_rights.prolong(given.id, given.jusqu_au, given.motif, call.today)
    until = wording.day(given.jusqu_au)
    document = {"famille": given.id, "jusqu_au": given.jusqu_au.isoformat()}
    call.console.answer(document, [f"La famille est gardée jusqu’au {until}."])


def _dossier(call: Call, office: Office) -> None:
    target: Path = call.options.sortie
    writers = {PDF_ENDING: _dossier_pdf, JSON_ENDING: _dossier_json}
    write = writers.get(target.suffix.lower())
    if write is None:
        raise UserError("dossier-format-unknown", value=target.suffix[:40])
    write(call, office, target)


def _dossier_pdf(call: Call, office: Office, _target: Path) -> None:
    print_paper(call, office, office.family_rights.dossier_paper(call.options.id, call.today))


def _dossier_json(call: Call, office: Office, target: Path) -> None:
    office.access_log.require_noting()
    dossier = office.family_rights.dossier(call.options.id)
    path = keep(office.family_rights.dossier_json(dossier), target)
    office.access_log.note(AccessKind.EXPORTED, "dossier-json", "household", [dossier.household.id])
    call.console.answer({"fichier": str(path)}, [str(path), *elsewhere(path, target)])


def _with_id(parser: ArgumentParser) -> None:
    parser.add_argument("id", type=words, metavar="ID", help="identifiant de la famille")


def _erase_options(parser: ArgumentParser) -> None:
    _with_id(parser)
    parser.add_argument(
        "--motif", required=True, choices=sorted(REASONS), help="pourquoi elle est effacée"
    )
    parser.add_argument(
        "--attestation", type=Path, metavar="F.pdf", help="attestation sans nom à écrire"
    )


def _prolong_options(parser: ArgumentParser) -> None:
    _with_id(parser)
    parser.add_argument(
        "--jusqu-au",
        required=True,
        type=iso_day,
        metavar="AAAA-MM-JJ",
        help="jour jusqu’auquel elle est gardée",
    )
    parser.add_argument(
        "--motif", required=True, type=words, metavar="MOTIF", help="pourquoi elle l’est"
    )


def _dossier_options(parser: ArgumentParser) -> None:
    _with_id(parser)
    add_target(parser, "F.pdf|F.json")


COMMANDS = (
    VaultCommand(
        "effacer",
        "efface une famille pour toujours\u202f; les comptes restent",
        _erase,
        _erase_options,
    ),
    VaultCommand("echeances", "liste les familles dont la durée est passée", _due),
    VaultCommand("prolonger", "garde une famille plus longtemps", _prolong, _prolong_options),
    VaultCommand(
        "dossier", "écrit tout ce qui est gardé d’une famille", _dossier, _dossier_options
    ),
)
