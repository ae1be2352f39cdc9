"""Information notices with their consent form: ``imprimer notice``."""

from __future__ import annotations

from argparse import ArgumentParser

from ctg_desktop.cli.command import Call, VaultCommand
from ctg_desktop.cli.paper_files import add_target, written
from ctg_desktop.cli.recipients import (
    add_recipient_options,
    chosen_listings,
    has_chosen_recipients,
)
from ctg_desktop.domain.information_notice import NoticeOptions
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.wording import joined, plural
from ctg_desktop.errors import UserError
from ctg_desktop.messages.labels import GAP_LABELS
from ctg_desktop.usecases.information_notices import RenderedNotices
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import keep_paper


def _options(parser: ArgumentParser) -> None:
    add_target(parser)
    parser.add_argument(
        "--langue",
        choices=[str(one) for one in Language],
        default=str(Language.FRENCH),
        help="langue de la notice (fr+en\u00a0: familles seulement)",
    )
    parser.add_argument(
        "--familles", action="store_true", help="la notice qui est remise aux familles"
    )
    add_recipient_options(parser)


def _notice(call: Call, office: Office) -> None:
    given = call.options
    language = Language(given.langue)
    if given.familles:
        paper: RenderedNotices | None = office.notices.render_for_families(language, call.today)
    elif language is Language.BOTH:
        raise UserError("notice-one-language")
    else:
        wanted = chosen_listings(call, office) if has_chosen_recipients(call) else None
        paper = office.notices.render(wanted, NoticeOptions(language), call.today)
    if paper is None:
        raise UserError("notice-nobody")
    if paper.gaps:
        gaps = joined([GAP_LABELS[one] for one in paper.gaps])
        call.console.note(f"Reste à écrire à la main\u00a0: {gaps}.")
    report = keep_paper(paper, given.sortie)
    counted = f"{plural(paper.count, 'notice', 'notices')}, {plural(report.pages, 'page', 'pages')}"
    document = {
        "fichier": str(report.path),
        "notices": paper.count,
        "pages": report.pages,
        "manquent": [str(one) for one in paper.gaps],
    }
    call.console.answer(document, written(report, counted))


COMMAND = VaultCommand(
    "notice",
    "imprime la notice d’information et la demande d’accord",
    _notice,
    _options,
)
