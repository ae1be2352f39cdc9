"""Questionnaires to hand out: ``imprimer questionnaire``."""

from __future__ import annotations

from argparse import ArgumentParser

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.json_files import add_model, chosen_model
from ctg_desktop.cli.paper_files import add_target, written
from ctg_desktop.cli.parser import iso_day, words
from ctg_desktop.domain.questionnaire import (
    QuestionnaireForm,
    QuestionnaireOptions,
    from_json,
)
from ctg_desktop.domain.wording import plural
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper


def _options(parser: ArgumentParser) -> None:
    add_model(parser, "modèle de questionnaire")
    add_target(parser)
    parser.add_argument(
        "--format",
        choices=[str(one) for one in QuestionnaireForm],
        default=str(QuestionnaireForm.A4),
        help="a5x2\u00a0: deux exemplaires par feuille, à couper",
    )
    parser.add_argument(
        "--titre", type=words, default="", metavar="TITRE", help="rencontre dont il est question"
    )
    parser.add_argument("--date", type=iso_day, metavar="AAAA-MM-JJ", help="jour de la rencontre")
    parser.add_argument(
        "--rendre-a", type=words, default="", metavar="LIEU", help="où rendre la feuille"
    )
    parser.add_argument(
        "--avant", type=iso_day, metavar="AAAA-MM-JJ", help="dernier jour pour la rendre"
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
    model = chosen_model(given.modele, office.questionnaires, from_json)
    paper = office.questionnaires.render(model, options, call.today)
    report = keep_paper(paper, given.sortie)
    said = written(report, plural(report.pages, *paper.format))
    call.console.answer({"fichier": str(report.path), "pages": report.pages}, said)


COMMAND = VaultCommand(
    "questionnaire", "imprime un questionnaire à distribuer", _questionnaire, _options
)
