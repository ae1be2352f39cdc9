"""The papers of a town hall, each form loaded the first time it is chosen.

Whoever writes a paper adds its line here, in the order of the list on screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctg_desktop.ui.impressions.requests import PaperKey
from ctg_desktop.ui.theme.icons import Icon

if TYPE_CHECKING:
    from ctg_desktop.ui.impressions.paper_form import PaperForm


@dataclass(frozen=True, slots=True)
class PaperSpec:
    """A paper of the list.

    Attributes:
        word: Its name: "Affiche du mois".
        summary: One short sentence below it.
        command: What Ctrl+K calls it: "Imprimer l’affiche du mois".
        load: Imports the class of its form; called once, when it is first chosen.
    """

    key: PaperKey
    word: str
    summary: str
    command: str
    icon: Icon
    load: Callable[[], type[PaperForm]]


def _booklet() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.booklet.form import BookletPaperForm

    return BookletPaperForm


def _leaflet() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.leaflet_form import LeafletPaperForm

    return LeafletPaperForm


def _month() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.month_poster_form import MonthPosterForm

    return MonthPosterForm


def _week() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.week_sheet_form import WeekSheetForm

    return WeekSheetForm


def _strips() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.tear_off_form import TearOffForm

    return TearOffForm


def _letters() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.letters.letter_form import LetterForm

    return LetterForm


def _confirmations() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.letters.confirmation_form import ConfirmationForm

    return ConfirmationForm


def _labels() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.labels_form import LabelsForm

    return LabelsForm


def _attendance() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.attendance_form import AttendanceForm

    return AttendanceForm


def _questionnaire() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.questionnaire.form import QuestionnairePaperForm

    return QuestionnairePaperForm


def _notice() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.notice_form import NoticeForm

    return NoticeForm


def _report() -> type[PaperForm]:
    from ctg_desktop.ui.impressions.year_report_form import YearReportForm

    return YearReportForm


PAPERS: tuple[PaperSpec, ...] = (
    PaperSpec(
        PaperKey.BOOKLET,
        "Livret",
        "Tout ce qu’il faut savoir de la commune, en A5, A4 ou gros caractères.",
        "Imprimer le livret",
        Icon.BOOKLET,
        _booklet,
    ),
    PaperSpec(
        PaperKey.LEAFLET,
        "Dépliant thématique",
        "Un sujet, une recherche ou des fiches choisies, plié en trois ou en A5.",
        "Imprimer un dépliant thématique",
        Icon.FILE,
        _leaflet,
    ),
    PaperSpec(
        PaperKey.MONTH,
        "Affiche du mois",
        "Les rendez-vous d’un mois sur une page, en A4 ou en A3.",
        "Imprimer l’affiche du mois",
        Icon.CALENDAR,
        _month,
    ),
    PaperSpec(
        PaperKey.WEEK,
        "Feuille de la semaine",
        "Un jour par ligne, les horaires de la mairie, de la place pour écrire.",
        "Imprimer la feuille de la semaine",
        Icon.CALENDAR_TIME,
        _week,
    ),
    PaperSpec(
        PaperKey.STRIPS,
        "Liste à languettes",
        "Une rubrique ou quelques fiches, avec des numéros à détacher.",
        "Imprimer une liste à languettes",
        Icon.PHONE,
        _strips,
    ),
    PaperSpec(
        PaperKey.LETTERS,
        "Lettres",
        "Une même lettre pour plusieurs destinataires, en PDF ou pour Word.",
        "Imprimer des lettres",
        Icon.EMAIL,
        _letters,
    ),
    PaperSpec(
        PaperKey.CONFIRMATIONS,
        "Confirmation des fiches",
        "À chacun sa fiche, avec un coupon pour la confirmer ou la corriger.",
        "Imprimer les confirmations de fiches",
        Icon.CHECKED,
        _confirmations,
    ),
    PaperSpec(
        PaperKey.LABELS,
        "Étiquettes",
        "Adresses à coller, sur les planches A4 courantes.",
        "Imprimer des étiquettes",
        Icon.TAG,
        _labels,
    ),
    PaperSpec(
        PaperKey.ATTENDANCE,
        "Feuille d’émargement",
        "Qui est venu, avec une ligne à signer par personne.",
        "Imprimer une feuille d’émargement",
        Icon.PEOPLE,
        _attendance,
    ),
    PaperSpec(
        PaperKey.QUESTIONNAIRE,
        "Questionnaire",
        "Un avis à recueillir sur papier, en A4, en deux A5 ou en gros caractères.",
        "Imprimer un questionnaire",
        Icon.LIST,
        _questionnaire,
    ),
    PaperSpec(
        PaperKey.NOTICE,
        "Notice et accord",
        "Ce que la mairie fait des données, et l’accord à signer, point par point.",
        "Imprimer une notice d’information",
        Icon.PERSON,
        _notice,
    ),
    PaperSpec(
        PaperKey.REPORT,
        "Bilan de l’annuaire",
        "Une année de fiches et de rendez-vous, en chiffres, et ce qu’il reste à faire.",
        "Imprimer le bilan de l’annuaire",
        Icon.DATA,
        _report,
    ),
)


def find_paper(key: str) -> PaperSpec | None:
    """Return a paper by its key; ``None`` where there is none of that name."""
    return next((paper for paper in PAPERS if paper.key == key), None)
