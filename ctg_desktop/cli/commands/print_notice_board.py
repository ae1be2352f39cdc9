"""What hangs on a notice board: ``imprimer affiche``, ``semaine`` and ``languettes``."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from datetime import date, timedelta

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.paper_files import add_target, written
from ctg_desktop.cli.parser import iso_day, words
from ctg_desktop.domain.moments import month_after
from ctg_desktop.domain.notice_board import (
    STRIPS,
    USUAL_STRIPS,
    WEEK_DAYS,
    MonthPosterOptions,
    PosterPaper,
    SheetPaper,
    TearOffOptions,
    WeekSheetOptions,
)
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.notice_board import BoardPaper
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper

_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


def _month(text: str) -> date:
    found = _MONTH.fullmatch(text.strip())
    try:
        return date(int(found.group(1)), int(found.group(2)), 1) if found else _no_month(text)
    except ValueError:
        return _no_month(text)


def _no_month(text: str) -> date:
    raise UserError("month-invalid", field="month", value=text[:20])


def _poster_options(parser: ArgumentParser) -> None:
    add_target(parser)
    parser.add_argument(
        "--mois", type=words, metavar="AAAA-MM", help="mois de l’affiche\u202f; sinon le prochain"
    )
    parser.add_argument(
        "--format", choices=[str(one) for one in PosterPaper], default="a4", help="papier"
    )
    parser.add_argument(
        "--couleur", type=words, default="", metavar="#RRVVBB", help="couleur de l’affiche"
    )
    parser.add_argument(
        "--sans-image", action="store_true", help="laisse de côté l’image de la commune"
    )


def _poster(call: Call, office: Office) -> None:
    given = call.options
    month = month_after(call.today) if given.mois is None else _month(given.mois)
    options = MonthPosterOptions(
        month, PosterPaper(given.format), given.couleur.lower(), picture=not given.sans_image
    )
    _keep(call, office.notice_board.poster(options, call.today))


def _week_options(parser: ArgumentParser) -> None:
    add_target(parser)
    parser.add_argument(
        "--date",
        type=iso_day,
        metavar="AAAA-MM-JJ",
        help="un jour de la semaine\u202f; sinon la semaine prochaine",
    )
    parser.add_argument(
        "--format",
        choices=[str(one) for one in SheetPaper],
        default="portrait",
        help="sens de la feuille",
    )


def _week(call: Call, office: Office) -> None:
    given = call.options
    day = given.date or call.today + timedelta(days=WEEK_DAYS)
    options = WeekSheetOptions(day, SheetPaper(given.format))
    _keep(call, office.notice_board.week(options, call.today))


def _tear_off_options(parser: ArgumentParser) -> None:
    add_target(parser)
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument(
        "--rubrique", type=words, default="", metavar="CODE", help="les fiches de cette rubrique"
    )
    chosen.add_argument(
        "--theme", type=words, default="", metavar="CODE", help="les fiches de ce thème"
    )
    chosen.add_argument(
        "--fiche", type=words, nargs="+", default=[], metavar="ID", help="ces fiches"
    )
    parser.add_argument(
        "--titre", type=words, default="", metavar="TITRE", help="titre de la liste"
    )
    parser.add_argument(
        "--languettes",
        type=int,
        default=USUAL_STRIPS,
        metavar="N",
        help=f"languettes par page, de {STRIPS[0]} à {STRIPS[-1]}",
    )


def _tear_off(call: Call, office: Office) -> None:
    given = call.options
    options = TearOffOptions(
        listings=tuple(given.fiche),
        theme=given.theme,
        category=given.rubrique,
        title=given.titre,
        strips=given.languettes,
    )
    _keep(call, office.notice_board.tear_off(options, call.today))


def _keep(call: Call, paper: BoardPaper) -> None:
    report = keep_paper(paper, call.options.sortie)
    said = written(report, plural(report.pages, "page", "pages"))
    if paper.left_out:
        others = plural(paper.left_out, "rendez-vous n’y a", "rendez-vous n’y ont")
        said.append(f"{others} pas trouvé place\u202f; le papier le dit.")
    answer = {
        "fichier": str(report.path),
        "pages": report.pages,
        "laisses_de_cote": paper.left_out,
    }
    call.console.answer(answer, said)


COMMANDS = (
    VaultCommand("affiche", "imprime l’affiche d’un mois", _poster, _poster_options),
    VaultCommand("semaine", "imprime la feuille d’une semaine", _week, _week_options),
    VaultCommand("languettes", "imprime une liste à languettes", _tear_off, _tear_off_options),
)
