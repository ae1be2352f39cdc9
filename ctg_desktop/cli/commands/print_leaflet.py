"""Leaflets: ``imprimer depliant``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.paper_files import add_target, written
from ctg_desktop.cli.parser import iso_day, words
from ctg_desktop.domain.leaflet import (
    LeafletDetail,
    LeafletForm,
    LeafletOptions,
    LeafletSubject,
    SubjectKind,
)
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.leaflets import RenderedLeaflet
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper

_DETAILS: dict[LeafletDetail, str] = {
    LeafletDetail.BRIEF: "Les fiches sont imprimées sans leurs horaires, faute de place.",
    LeafletDetail.SHORT: "Les fiches sont abrégées, faute de place : nom, téléphone et lieu.",
}


def _options(parser: ArgumentParser) -> None:
    subject = parser.add_mutually_exclusive_group(required=True)
    subject.add_argument("--theme", type=words, metavar="CODE", help="code d’un thème")
    subject.add_argument("--recherche", type=words, metavar="NOM", help="recherche enregistrée")
    subject.add_argument(
        "--fiche",
        type=words,
        nargs="+",
        action="extend",
        metavar="ID",
        help="identifiants de fiches choisies",
    )
    parser.add_argument(
        "--format",
        choices=[str(one) for one in LeafletForm],
        default=str(LeafletForm.FOLDED),
        help="A4 plié en trois, ou A5",
    )
    parser.add_argument("--titre", type=words, metavar="TEXTE", help="titre de la couverture")
    parser.add_argument("--date", type=iso_day, metavar="AAAA-MM-JJ", help="date de l’édition")
    parser.add_argument("--sans-code", action="store_true", help="sans code QR")
    parser.add_argument("--sans-notes", action="store_true", help="sans lignes pour écrire")
    parser.add_argument("--reperes", action="store_true", help="repères de pliage dans les marges")
    add_target(parser)


def _leaflet(call: Call, office: Office) -> None:
    given = call.options
    subject = _subject(given, office)
    texts = office.leaflets.texts(subject)
    options = LeafletOptions(
        subject,
        replace(texts, title=given.titre) if given.titre is not None else texts,
        LeafletForm(given.format),
        codes=not given.sans_code,
        fold_marks=given.reperes,
        notes=not given.sans_notes,
    )
    made = office.leaflets.render(options, given.date or call.today)
    if made is None:
        raise UserError("leaflet-empty")
    report = keep_paper(made, given.sortie)
    said = [*written(report, plural(report.pages, *made.format)), *_given_up(made)]
    answer = {
        "fichier": str(report.path),
        "pages": report.pages,
        "fiches": made.entries,
        "detail": made.detail.value,
        "omises": made.left_out,
    }
    call.console.answer(answer, said)


def _subject(given: Namespace, office: Office) -> LeafletSubject:
    if given.theme is not None:
        return LeafletSubject(SubjectKind.THEME, given.theme)
    if given.recherche is not None:
        found = office.searches.named(given.recherche)
        return LeafletSubject(SubjectKind.SEARCH, found.id)
    for one in given.fiche:
        office.directory.get(one)
    return LeafletSubject(SubjectKind.CHOSEN, chosen=tuple(given.fiche))


def _given_up(made: RenderedLeaflet) -> list[str]:
    said = [_DETAILS[made.detail]] if made.detail in _DETAILS else []
    if made.left_out:
        missing = plural(made.left_out, "fiche ne tient pas", "fiches ne tiennent pas")
        said.append(f"{missing} sur le dépliant, qui renvoie au livret.")
    return said


COMMAND = VaultCommand("depliant", "imprime un dépliant thématique", _leaflet, _options)
