"""Attendance sheets: ``imprimer emargement``."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import replace

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.paper_files import add_target, written
from ctg_desktop.cli.parser import iso_day, words
from ctg_desktop.cli.recipients import (
    add_recipient_options,
    chosen_recipients,
    has_chosen_recipients,
)
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.attendance import (
    COLUMNS_FIRST,
    AttendanceColumn,
    AttendanceOptions,
    Meeting,
    Orientation,
    is_crowded,
)
from ctg_desktop.domain.wording import plural
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper


def _columns(text: str) -> tuple[AttendanceColumn, ...]:
    try:
        return tuple(AttendanceColumn(one.strip()) for one in text.split(","))
    except ValueError as error:
        raise ArgumentTypeError(text) from error


def _options(parser: ArgumentParser) -> None:
    add_target(parser)
    parser.add_argument(
        "--manifestation",
        type=words,
        default="",
        metavar="ID",
        help="reprend le titre, la date et le lieu de cette manifestation",
    )
    parser.add_argument("--titre", type=words, metavar="TITRE", help="titre de la rencontre")
    parser.add_argument("--date", type=iso_day, metavar="AAAA-MM-JJ", help="jour de la rencontre")
    parser.add_argument("--heures", type=words, metavar="HEURES", help="par exemple 14 h – 16 h")
    parser.add_argument("--lieu", type=words, metavar="LIEU", help="lieu de la rencontre")
    parser.add_argument("--organisateur", type=words, metavar="NOM", help="qui l’organise")
    parser.add_argument("--action", type=int, metavar="N", help="numéro de l’action du plan")
    parser.add_argument("--lignes", type=int, default=0, metavar="N", help="lignes vides")
    parser.add_argument(
        "--pages",
        type=int,
        default=1,
        metavar="N",
        help="pages à remplir de lignes vides, sans --lignes",
    )
    parser.add_argument(
        "--colonnes",
        type=_columns,
        default=COLUMNS_FIRST,
        metavar="C,C,…",
        help=f"colonnes\u00a0: {', '.join(AttendanceColumn)}",
    )
    parser.add_argument(
        "--format",
        choices=[str(one) for one in Orientation],
        default="portrait",
        help="sens de la page",
    )
    add_recipient_options(parser)


def _attendance(call: Call, office: Office) -> None:
    given = call.options
    meeting = Meeting()
    if given.manifestation:
        meeting = office.attendance.meeting_of_event(given.manifestation, call.today)
    options = AttendanceOptions(
        columns=given.colonnes,
        orientation=Orientation(given.format),
        rows=given.lignes,
        pages=given.pages,
        privacy=office.attendance.choices().privacy,
    )
    known = chosen_recipients(call, office) if has_chosen_recipients(call) else None
    paper = office.attendance.render(_typed(given, meeting), options, call.today, known=known)
    if is_crowded(options):
        call.console.note(CROWDED)
    office.access_log.note_paper(paper, AccessKind.PRINTED)
    report = keep_paper(paper, given.sortie)
    said = written(report, plural(report.pages, "page", "pages"))
    call.console.answer({"fichier": str(report.path), "pages": report.pages}, said)


CROWDED = (
    "Ces colonnes sont étroites pour écrire à la main. Choisissez le format paysage, ou moins de "
    "colonnes."
)


def _typed(given: Namespace, meeting: Meeting) -> Meeting:
    """Return the meeting with what the options say of it."""
    said = {
        "title": given.titre,
        "day": given.date,
        "hours": given.heures,
        "place": given.lieu,
        "organiser": given.organisateur,
        "action": given.action,
    }
    return replace(meeting, **{name: one for name, one in said.items() if one is not None})


COMMAND = VaultCommand("emargement", "imprime une feuille d’émargement", _attendance, _options)
