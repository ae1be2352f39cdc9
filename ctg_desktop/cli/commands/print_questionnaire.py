"""Questionnaires to hand out: ``imprimer questionnaire``."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path

import msgspec

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.parser import words
from ctg_desktop.domain.questionnaire import (
    Questionnaire,
    QuestionnaireForm,
    QuestionnaireOptions,
    from_json,
)
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise ArgumentTypeError(typed) from error


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--modele", required=True, type=words, metavar="CODE|F.json", help="modèle de questionnaire"
    )
    parser.add_argument(
        "--sortie", required=True, type=Path, metavar="F.pdf", help="fichier à écrire"
    )
    parser.add_argument(
        "--format",
        choices=[str(one) for one in QuestionnaireForm],
        default=str(QuestionnaireForm.A4),
        help="a5x2\u00a0: deux exemplaires par feuille, à couper",
    )
    parser.add_argument(
        "--titre", type=words, default="", metavar="TITRE", help="rencontre dont il est question"
    )
    parser.add_argument("--date", type=_day, metavar="AAAA-MM-JJ", help="jour de la rencontre")
    parser.add_argument(
        "--rendre-a", type=words, default="", metavar="LIEU", help="où rendre la feuille"
    )
    parser.add_argument(
        "--avant", type=_day, metavar="AAAA-MM-JJ", help="dernier jour pour la rendre"
    )


def _questionnaire(call: Call, office: Office) -> None:
    given = call.options
    options = QuestionnaireOptions(
        form=QuestionnaireForm(given.format),
        subject=given.titre,
        day=given.date,
        give_back=given.rendre_a,
        until=given.avant,
    )
    paper = office.questionnaires.render(_model(given.modele, office), options, call.today)
    report = keep_paper(paper, given.sortie)
    said = [f"{report.path} : {plural(report.pages, *paper.format)}"]
    if report.path != report.asked:
        said.append(f"Le fichier {report.asked.name} était ouvert ailleurs ou protégé.")
    call.console.answer({"fichier": str(report.path), "pages": report.pages}, said)


def _model(named: str, office: Office) -> Questionnaire:
    """Return a questionnaire by its code, or from a JSON file."""
    path = Path(named)
    if path.suffix.lower() != ".json":
        return office.questionnaires.model(named)
    try:
        data = msgspec.json.decode(path.read_bytes())
    except (FileNotFoundError, IsADirectoryError) as error:
        raise UserError("file-missing", name=path.name) from error
    except OSError as error:
        raise EnvironmentFault("file-unreadable", name=path.name) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise UserError("json-invalid") from error
    if not isinstance(data, dict):
        raise UserError("json-not-an-object")
    return from_json(data, path.stem)


COMMAND = VaultCommand(
    "questionnaire", "imprime un questionnaire à distribuer", _questionnaire, _options
)
