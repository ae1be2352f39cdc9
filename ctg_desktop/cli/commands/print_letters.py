"""One letter to many, and entries to confirm: ``imprimer lettres``, ``imprimer confirmations``."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.json_files import add_model, chosen_model
from ctg_desktop.cli.paper_files import add_target, elsewhere, named
from ctg_desktop.cli.parser import iso_day, words
from ctg_desktop.cli.recipients import add_recipient_options, chosen_listings, chosen_recipients
from ctg_desktop.domain import text
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.confirmation import usual_deadline
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.letter import LetterOptions, lacking, model_from_json
from ctg_desktop.domain.letter_template import MAILING, PLACEHOLDERS, SHARED
from ctg_desktop.domain.recipients import Gathered
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.confirmations import TO_CONFIRM
from ctg_desktop.usecases.letters import Prepared
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper

WORD = "docx"


def _value(typed: str) -> tuple[str, str]:
    """Read "quand=le 12 janvier": a placeholder of the mailing and what it says."""
    name, equals, value = words(typed).partition("=")
    if not equals or text.fold(name.strip()) not in MAILING:
        raise ArgumentTypeError(typed)
    return text.fold(name.strip()), value


def _common_options(parser: ArgumentParser) -> None:
    add_target(parser, "F")
    parser.add_argument("--date", type=iso_day, metavar="AAAA-MM-JJ", help="date de la lettre")
    parser.add_argument("--reference", type=words, default="", help="«\u202fNos réf.\u202f»")
    parser.add_argument(
        "--recto-verso", action="store_true", help="chaque lettre commence sur un recto"
    )
    parser.add_argument("--sans-reperes", action="store_true", help="sans repères de pliage")
    parser.add_argument(
        "--sans-adresse",
        action="store_true",
        help="aussi les lettres sans adresse, à remettre en main propre",
    )
    add_recipient_options(parser)


def _letter_options(parser: ArgumentParser) -> None:
    add_model(parser, "modèle de lettre")
    parser.add_argument("--format", choices=["pdf", WORD], default="pdf", help="format du fichier")
    parser.add_argument(
        "--valeur",
        type=_value,
        action="append",
        default=[],
        metavar="MOT=TEXTE",
        help=f"ce que disent pour cet envoi\u00a0: {', '.join(MAILING)}",
    )
    _common_options(parser)


def _confirmation_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--avant", type=iso_day, metavar="AAAA-MM-JJ", help="dernier jour pour répondre"
    )
    parser.add_argument(
        "--a-verifier", action="store_true", help="seulement celles à vérifier depuis six mois"
    )
    _common_options(parser)


def _letters(call: Call, office: Office) -> None:
    given = call.options
    options = _options(call, MappingProxyType(dict(given.valeur)))
    model = chosen_model(given.modele, office.letter_settings, model_from_json)
    prepared = office.letters.prepare(model, chosen_recipients(call, office), options)
    letters = prepared.chosen(options)
    if given.format == WORD:
        path, count = office.letters.write_word(prepared, options, given.sortie)
        document: dict[str, object] = {"fichier": str(path), "lettres": count}
        said = [f"{path}\u00a0: {plural(count, 'lettre', 'lettres')}"]
    else:
        made = office.letters.render(prepared, options)
        if made is None:
            raise UserError("letters-none")
        office.access_log.note_paper(made, AccessKind.PRINTED)
        report = keep_paper(made, given.sortie)
        path = report.path
        document = {"fichier": str(path), "lettres": len(letters), "pages": report.pages}
        said = [f"{path}\u00a0: {_counted(len(letters), report.pages)}"]
    gathered = Gathered(tuple(one.recipient for one in prepared.letters), prepared.withheld)
    _answer(call, path, document, [*said, *_missing(prepared, options)], gathered)


def _confirmations(call: Call, office: Office) -> None:
    given = call.options
    options = _options(call)
    wanted = chosen_listings(call, office)
    if given.a_verifier:
        if not isinstance(wanted, ListingFilter):
            raise UserError("confirmation-choice-mixed")
        wanted = replace(wanted, states=TO_CONFIRM)
    prepared = office.confirmations.prepare(wanted, options)
    deadline = given.avant or usual_deadline(options.day)
    made = office.confirmations.render(prepared, options, deadline)
    if made is None:
        raise UserError("letters-none")
    office.access_log.note_paper(made, AccessKind.PRINTED)
    report = keep_paper(made, given.sortie)
    count = len(prepared.chosen(options))
    document: dict[str, object] = {
        "fichier": str(report.path),
        "lettres": count,
        "pages": report.pages,
    }
    recipients = tuple(one.recipient for one in prepared.confirmations)
    said = [f"{report.path}\u00a0: {_counted(count, report.pages)}"]
    gathered = Gathered(recipients, prepared.withheld)
    _answer(call, report.path, document, said, gathered)


def _options(call: Call, values: Mapping[str, str] | None = None) -> LetterOptions:
    given = call.options
    return LetterOptions(
        day=given.date or call.today,
        reference=given.reference,
        duplex=given.recto_verso,
        fold_marks=not given.sans_reperes,
        unaddressed=given.sans_adresse,
        values=values or MappingProxyType({}),
    )


def _answer(
    call: Call, path: Path, document: dict[str, object], said: list[str], gathered: Gathered
) -> None:
    document["sans_adresse"] = len(gathered.unaddressed)
    document["ecartees"] = len(gathered.withheld)
    said += _left_out(gathered, call)
    said += elsewhere(path, call.options.sortie)
    call.console.answer(document, said)


def _counted(letters: int, pages: int) -> str:
    return f"{plural(letters, 'lettre', 'lettres')}, {plural(pages, 'page', 'pages')}"


def _missing(prepared: Prepared, options: LetterOptions) -> Iterator[str]:
    """Say what has no value, placeholder by placeholder."""
    for name, count in lacking(prepared.chosen(options)).items():
        what = f"«\u202f{{{name}}}\u202f» ({PLACEHOLDERS[name]})"
        if name in SHARED:
            yield f"Sans valeur\u00a0: {what}."
        else:
            whom = plural(count, "destinataire", "destinataires")
            yield f"Sans valeur pour {whom}\u00a0: {what}."


def _left_out(gathered: Gathered, call: Call) -> Iterator[str]:
    if gathered.unaddressed and not call.options.sans_adresse:
        yield f"Sans adresse, {_names([one.name for one in gathered.unaddressed])}"
    if gathered.withheld:
        yield f"En brouillon, masquée ou sans accord, {_names(list(gathered.withheld))}"


def _names(names: list[str]) -> str:
    return f"{plural(len(names), 'fiche', 'fiches')}\u00a0: {named(names)}"


LETTERS = VaultCommand(
    "lettres", "imprime une lettre à plusieurs destinataires", _letters, _letter_options
)
CONFIRMATIONS = VaultCommand(
    "confirmations",
    "imprime la fiche de chacun, avec un coupon pour la confirmer",
    _confirmations,
    _confirmation_options,
)
