"""What the first page says of listings: how to begin, what was being typed, what to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from ctg_desktop.domain.directory import ListingFilter, ListingState
from ctg_desktop.domain.home import HomeSummary
from ctg_desktop.ui.accueil.lines import (
    draft_text,
    unpublished_text,
    unverified_note,
    unverified_text,
)
from ctg_desktop.ui.accueil.rows import Line
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone

_TO_VERIFY = ListingFilter(states=frozenset({ListingState.TO_VERIFY, ListingState.LATE}))
_DRAFTS = ListingFilter(states=frozenset({ListingState.DRAFT}))


def first_lines(bring_in: Callable[[], object], new: Callable[[], object]) -> Iterator[Line]:
    """Yield how a directory is begun that holds nothing.

    Args:
        bring_in: Begins an import.
        new: Begins a listing.
    """
    said = "Le livret est vide : commencez par les fichiers publics ou votre tableur"
    yield _begin_line(Icon.IMPORT, said, "Importer un fichier…", bring_in)
    yield _begin_line(Icon.ADD, "Ou écrivez la première fiche", "Nouvelle fiche", new)


def listing_lines(
    summary: HomeSummary,
    show: Callable[[ListingFilter], object],
    resume: Callable[[str], object],
) -> Iterator[Line]:
    """Yield a line for each thing to finish, to verify or to read again.

    Args:
        summary: As of today.
        show: Shows a list.
        resume: Goes on with what was being typed, by the key of its draft.
    """
    if summary.drafts:
        yield _typed_line(summary.drafts, resume)
    if summary.unverified:
        yield Line(
            Icon.WARNING if summary.late else Icon.CLOCK,
            Tone.LATE if summary.late else Tone.WARNING,
            unverified_text(summary),
            unverified_note(summary),
            "Vérifier",
            "Voir les fiches à vérifier",
            partial(show, _TO_VERIFY),
        )
    if summary.unpublished:
        yield Line(
            Icon.EDIT,
            Tone.NEUTRAL,
            unpublished_text(summary.unpublished),
            action_label="Relire",
            action_name="Voir les fiches en brouillon",
            action=partial(show, _DRAFTS),
        )


def _begin_line(icon: Icon, said: str, word: str, begin: Callable[[], object]) -> Line:
    return Line(icon, Tone.INFORMATION, said, action_label=word, action=begin)


def _typed_line(drafts: tuple[str, ...], resume: Callable[[str], object]) -> Line:
    return Line(
        Icon.EDIT,
        Tone.INFORMATION,
        draft_text(len(drafts)),
        "gardées au fur et à mesure" if len(drafts) > 1 else "gardée au fur et à mesure",
        "Reprendre",
        "Reprendre la saisie",
        partial(resume, drafts[0]),
    )
