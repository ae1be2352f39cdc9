"""The booklet."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.paper_files import add_target, written
from ctg_desktop.cli.parser import iso_day, words
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.domain.papers import BookletForm, BookletOptions, Codes, Language
from ctg_desktop.domain.wording import plural
from ctg_desktop.usecases.booklets import PAGES
from ctg_desktop.usecases.office import Office


def _options(parser: ArgumentParser) -> None:
    add_target(parser, "FICHIER")
    parser.add_argument(
        "--format",
        choices=[form.value for form in BookletForm],
        default=BookletForm.A5.value,
        help="pages A5, cahier plié sur A4, pages A4, gros caractères ou page web",
    )
    parser.add_argument(
        "--langue",
        choices=[language.value for language in Language],
        default=Language.FRENCH.value,
        help="langue du livret",
    )
    parser.add_argument("--date", type=iso_day, metavar="AAAA-MM-JJ", help="date de l’édition")
    parser.add_argument(
        "--repere-de-pli", action="store_true", help="trait pointillé là où le cahier se plie"
    )
    parser.add_argument(
        "--codes",
        choices=[codes.value for codes in Codes],
        default=Codes.SITE.value,
        help="codes QR des fiches\u00a0: site web, carte de contact ou les deux",
    )
    parser.add_argument(
        "--sans-codes",
        dest="codes",
        action="store_const",
        const=Codes.NONE.value,
        help="sans codes QR, comme --codes aucun",
    )
    parser.add_argument(
        "--besoin",
        action="append",
        default=[],
        choices=[need.code for need in NEEDS],
        help="besoin d’une famille, dont les fiches viennent d’abord ; à répéter",
    )
    parser.add_argument(
        "--fiche",
        action="append",
        default=[],
        type=words,
        metavar="ID",
        help="fiche qui vient d’abord ; à répéter",
    )
    parser.add_argument(
        "--choix-seulement", action="store_true", help="laisse les autres rubriques de côté"
    )


def _booklet(call: Call, office: Office) -> None:
    options = _chosen(call.options)
    day = call.options.date or call.today
    report = office.booklets.make(call.options.sortie, day, options)
    call.console.answer(
        {
            "fichier": str(report.path),
            "pages": report.pages,
            "format": options.form.value,
            "langue": options.language.value,
        },
        written(report, plural(report.pages, *PAGES[options.form])),
    )


def _chosen(words_: Namespace) -> BookletOptions:
    return BookletOptions(
        form=BookletForm(words_.format),
        language=Language(words_.langue),
        fold_mark=words_.repere_de_pli,
        codes=Codes(words_.codes),
        needs=tuple(words_.besoin),
        chosen=tuple(words_.fiche),
        only_chosen=words_.choix_seulement,
    )


COMMANDS = (VaultCommand("livret", "imprime le livret, PDF ou page web", _booklet, _options),)
