"""Labels on A4 sheets: ``imprimer etiquettes``."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from math import isfinite

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.paper_files import add_target, named, written
from ctg_desktop.cli.parser import words
from ctg_desktop.cli.recipients import add_recipient_options, chosen_recipients
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.label_sheets import CUSTOM, SHEETS, LabelSheet, sheet_of
from ctg_desktop.domain.labels import COPIES, LabelContent, LabelOptions, LabelOrder
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper, keep_paper

_MEASURES = ("COLONNES", "RANGÉES", "LARGEUR", "HAUTEUR", "GAUCHE", "HAUT", "PAS_X", "PAS_Y")


def _millimetres(text: str) -> float:
    """Read a measure as people write it: "63,5" or "63.5"."""
    try:
        measure = float(text.replace(",", "."))
    except ValueError as error:
        raise ArgumentTypeError(text) from error
    if not isfinite(measure):
        raise ArgumentTypeError(text)
    return measure


def _options(parser: ArgumentParser) -> None:
    add_target(parser)
    parser.add_argument(
        "--planche",
        type=words,
        default=SHEETS[0].code,
        metavar="CODE",
        help=f"planche\u00a0: {', '.join(one.code for one in SHEETS)} ou {CUSTOM}",
    )
    parser.add_argument(
        "--mesures",
        nargs=len(_MEASURES),
        type=_millimetres,
        metavar=_MEASURES,
        help=f"mesures en millimètres de la planche {CUSTOM}",
    )
    parser.add_argument("--debut", type=int, default=1, metavar="N", help="première étiquette")
    parser.add_argument("--copies", type=int, default=0, metavar="N", help="exemplaires de chaque")
    parser.add_argument(
        "--contenu",
        choices=[str(one) for one in LabelContent],
        default="adresse",
        help="ce qui est écrit sur l’étiquette",
    )
    parser.add_argument(
        "--tri",
        choices=[str(one) for one in LabelOrder],
        default="code-postal",
        help="ordre des étiquettes",
    )
    parser.add_argument(
        "--sans-contact", action="store_true", help="n’écrit pas «\u202fÀ l’attention de\u202f»"
    )
    parser.add_argument(
        "--droite", type=_millimetres, metavar="MM", help="décale vers la droite\u00a0: 0.5 ou -0.5"
    )
    parser.add_argument(
        "--bas", type=_millimetres, metavar="MM", help="décale vers le bas, en millimètres"
    )
    parser.add_argument(
        "--essai", action="store_true", help="une page d’essai avec le cadre de chaque étiquette"
    )
    add_recipient_options(parser)


def _labels(call: Call, office: Office) -> None:
    options = _chosen(call.options, office.labels.choices())
    if call.options.essai:
        _written(call, office, office.labels.trial(options, call.today), {}, [])
        return
    made = office.labels.render(chosen_recipients(call, office), options, call.today)
    if made is None:
        raise UserError("labels-nobody")
    said = [plural(made.labels, "étiquette", "étiquettes"), *_left_out(made.missing)]
    counted = {"etiquettes": made.labels, "sans_etiquette": list(made.missing)}
    _written(call, office, made, counted, said)


def _chosen(given: Namespace, kept: LabelOptions) -> LabelOptions:
    """Return the options; the adjustment of the printer is the one kept, where none is given."""
    if given.copies < 0:
        raise UserError("labels-copies-out-of-range", field="copies", limit=COPIES[-1])
    return LabelOptions(
        sheet=_sheet(given),
        content=LabelContent(given.contenu),
        order=LabelOrder(given.tri),
        start=given.debut,
        copies=given.copies,
        attention=not given.sans_contact,
        shift_x=kept.shift_x if given.droite is None else round(given.droite * 10),
        shift_y=kept.shift_y if given.bas is None else round(given.bas * 10),
    )


def _sheet(given: Namespace) -> LabelSheet:
    if given.planche != CUSTOM:
        return sheet_of(given.planche)
    if given.mesures is None:
        raise UserError("labels-measures-missing", field="sheet")
    columns, rows, *lengths = given.mesures
    for field, count in (("columns", columns), ("rows", rows)):
        if not count.is_integer():
            raise UserError("labels-measure-invalid", field=field)
    return LabelSheet(CUSTOM, int(columns), int(rows), *lengths)


def _left_out(names: tuple[str, ...]) -> list[str]:
    if not names:
        return []
    said = plural(len(names), "fiche sans étiquette", "fiches sans étiquette")
    return [f"{said}\u00a0: {named(names)}"]


def _written(
    call: Call, office: Office, paper: RenderedPaper, counted: dict[str, object], notes: list[str]
) -> None:
    office.access_log.note_paper(paper, AccessKind.PRINTED)
    report = keep_paper(paper, call.options.sortie)
    said = [*written(report, plural(report.pages, "page", "pages")), *notes]
    call.console.answer({"fichier": str(report.path), "pages": report.pages, **counted}, said)


COMMAND = VaultCommand("etiquettes", "imprime des étiquettes", _labels, _options)
