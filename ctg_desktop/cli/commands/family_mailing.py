"""Write to the families of a list: ``famille courrier``; never to all of them."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from types import MappingProxyType

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.paper_files import add_target, elsewhere, named, written
from ctg_desktop.cli.parser import words
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdView
from ctg_desktop.domain.families.welcome import WelcomePart
from ctg_desktop.domain.wording import plural
from ctg_desktop.usecases.families.mailing import FamilyPaper
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper

_LABELS, _EMAIL = "etiquettes", "courriel"
_LETTERS = MappingProxyType({"accueil": WelcomePart.LETTER, "invitation": WelcomePart.INVITATION})


def _mail(call: Call, office: Office) -> None:
    given = call.options
    wanted = HouseholdFilter(HouseholdView(given.vue), given.besoin)
    if given.quoi == _EMAIL:
        _email(call, office, wanted)
        return
    part = _LETTERS.get(given.quoi)
    _paper(call, office, _made(call, office, wanted, part), part)


def _made(
    call: Call, office: Office, wanted: HouseholdFilter, part: WelcomePart | None
) -> FamilyPaper:
    mailing = office.family_mailing
    if part is None:
        return mailing.labels(wanted, call.today)
    return mailing.letters(wanted, part, call.today)


def _paper(call: Call, office: Office, made: FamilyPaper, part: WelcomePart | None) -> None:
    """Write a paper, note it, and tick the letters."""
    office.access_log.require_for(made.paper)
    report = keep_paper(made.paper, call.options.sortie)
    office.access_log.note_paper(made.paper, AccessKind.EXPORTED)
    if part is not None:
        _tick(call, office, made.ids, part)
    reached = plural(len(made.ids), "famille", "familles")
    _answer(call, str(report.path), made.ids, made.left_out, lambda: written(report, reached))


def _email(call: Call, office: Office, wanted: HouseholdFilter) -> None:
    target = call.options.sortie
    draft = office.family_mailing.email(wanted, call.today)
    path = office.welcome.write_email(draft, target)
    ids = draft.carries.ids
    _tick(call, office, ids, WelcomePart.INVITATION)
    said = [f"{path}\u00a0: {plural(len(ids), 'famille', 'familles')}", *elsewhere(path, target)]
    _answer(call, str(path), ids, draft.withheld, lambda: said)


def _tick(call: Call, office: Office, ids: tuple[str, ...], part: WelcomePart) -> None:
    if not call.options.sans_cocher:
        office.family_mailing.done(ids, part, call.today)


def _answer(
    call: Call,
    path: str,
    ids: tuple[str, ...],
    left_out: tuple[str, ...],
    said: Callable[[], list[str]],
) -> None:
    document = {"fichier": path, "familles": list(ids), "laissees": list(left_out)}
    if left_out:
        few = plural(len(left_out), "famille laissée", "familles laissées")
        call.console.note(f"{few} de côté\u00a0: {named(left_out)}.")
    call.console.answer(document, said())


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "quoi",
        choices=[*_LETTERS, _LABELS, _EMAIL],
        help="lettres d’accueil, invitations aux prochaines dates, étiquettes, ou un courriel "
        "d’invitation (.eml) à celles qui l’acceptent",
    )
    parser.add_argument(
        "--vue",
        choices=[str(one) for one in HouseholdView],
        default=str(HouseholdView.CURRENT),
        help="une liste de la page Familles",
    )
    parser.add_argument(
        "--besoin",
        type=words,
        default="",
        metavar="BESOIN",
        help="familles qui ont ce besoin\u202f; sans lui, une liste est à choisir",
    )
    add_target(parser, "F.pdf|F.eml")
    parser.add_argument(
        "--sans-cocher", action="store_true", help="ne rien noter dans les fiches des familles"
    )


COMMAND = VaultCommand("courrier", "écrit aux familles d’une liste", _mail, _options)
