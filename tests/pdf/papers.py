"""Every paper that the use cases offer, made for the demonstration commune.

Whoever writes a paper adds it here: ``test_every_paper.py`` then looks at it, and complains of a
command that has no paper in this table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.attendance import AttendanceColumn, AttendanceOptions, Meeting, Orientation
from ctg_desktop.domain.confirmation import usual_deadline
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.families.welcome import WelcomePart
from ctg_desktop.domain.information_notice import NoticeOptions
from ctg_desktop.domain.label_sheets import SHEETS
from ctg_desktop.domain.labels import LabelContent, LabelOptions
from ctg_desktop.domain.leaflet import LeafletForm, LeafletOptions
from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.domain.notice_board import (
    MonthPosterOptions,
    PosterPaper,
    SheetPaper,
    TearOffOptions,
    WeekSheetOptions,
)
from ctg_desktop.domain.papers import BookletForm, BookletOptions, Language
from ctg_desktop.domain.questionnaire import QuestionnaireForm, QuestionnaireOptions
from ctg_desktop.domain.questionnaire_models import MODELS
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper
from ctg_desktop.usecases.recipients import Wanted
from tests.pdf import family_papers as families

DAY = date(2026, 11, 25)
PRINTED_FORMS = tuple(form for form in BookletForm if form is not BookletForm.WEB)
FROM_THE_FIRST_DAY = {
    "livret",
    "semaine",
    "emargement",
    "questionnaire",
    "notice",
    "bilan",
    "traitement",
    "famille",
    "registre",
}
"""Commands that print something for a commune without any entry."""

TINY = 25.0
"""Height of a label in millimetres below which four lines need smaller letters."""

FEW = ListingFilter(category="associations")
PERSONS = ListingFilter(category="resource-persons")
WITHOUT_ADDRESS = (WelcomePart.LETTER, families.HOMELESS)
ALL_THAT_IS_KEPT = " d’accès"
"""Ends the name of a paper that goes to the family alone."""

OF_ENTRIES = "de fiches"
"""Ends the name of a paper that a new commune cannot have."""


@dataclass(frozen=True)
class Paper:
    """A paper and what is expected of it.

    Attributes:
        command: Its word on the command line.
        name: Tells it from the others of that command.
        tagged: Not an imposed sheet.
        least: Size of the smallest text, in points.
        empty: Of a commune that has just begun, not of the demonstration one.
    """

    command: str
    name: str
    make: Callable[[Office], RenderedPaper | None]
    language: str = "fr"
    tagged: bool = True
    least: float = 8.0
    empty: bool = False

    def __str__(self) -> str:
        return " ".join(filter(None, (self.command, self.name, "vide" if self.empty else "")))


def papers() -> tuple[Paper, ...]:
    """All of them."""
    rich = (
        *_booklets(),
        *_leaflets(),
        *_boards(),
        *_letters(),
        *_labels(),
        *_attendance(),
        *_journal(),
    )
    rich += (*_questionnaires(), *_notices(), *_reports(), *_families(), *_register())
    beginning = (one for one in rich if one.command in FROM_THE_FIRST_DAY)
    return (*rich, *(replace(one, empty=True) for one in beginning if not _needs_entries(one)))


def _needs_entries(one: Paper) -> bool:
    return one.name.endswith(OF_ENTRIES)


def _booklets() -> list[Paper]:
    """The whole booklet in each form; in each language that of a family, which is shorter."""
    whole = [_booklet(form, BookletOptions(form=form, fold_mark=True)) for form in PRINTED_FORMS]
    family = BookletOptions(needs=("school", "mobility"), only_chosen=True)
    return whole + [
        _booklet(form, replace(family, form=form, language=language), f" {OF_ENTRIES}")
        for form in PRINTED_FORMS
        for language in Language
    ]


def _booklet(form: BookletForm, options: BookletOptions, what: str = "") -> Paper:
    return Paper(
        "livret",
        f"{form.value} {options.language.value}{what}",
        lambda office: office.booklets.render(DAY, options),
        language="en" if options.language is Language.ENGLISH else "fr",
        tagged=form is not BookletForm.FOLDED,
        least=16.0 if form is BookletForm.LARGE_PRINT else 8.0,
    )


def _leaflets() -> list[Paper]:
    """Each theme, as the demonstration commune has entries for it."""
    return [
        Paper("depliant", f"{form.value} {number}", _leaflet(form, number))
        for form in LeafletForm
        for number in range(9)
    ]


def _leaflet(form: LeafletForm, number: int) -> Callable[[Office], RenderedPaper | None]:
    def make(office: Office) -> RenderedPaper | None:
        subject = office.leaflets.subjects(DAY)[number].subject
        texts = office.leaflets.texts(subject)
        return office.leaflets.render(LeafletOptions(subject, texts, form, fold_marks=True), DAY)

    return make


def _boards() -> list[Paper]:
    posters = [
        Paper(
            "affiche",
            paper.value,
            lambda office, p=paper: office.notice_board.poster(MonthPosterOptions(DAY, p), DAY),
        )
        for paper in PosterPaper
    ]
    weeks = [
        Paper(
            "semaine",
            paper.value,
            lambda office, p=paper: office.notice_board.week(WeekSheetOptions(DAY, p), DAY),
        )
        for paper in SheetPaper
    ]
    list_ = TearOffOptions(category="associations")
    return [
        *posters,
        *weeks,
        Paper("languettes", "", lambda office: office.notice_board.tear_off(list_, DAY)),
    ]


def _letters() -> list[Paper]:
    options = LetterOptions(DAY, fold_marks=True, unaddressed=True)

    def letters(office: Office) -> RenderedPaper | None:
        model = office.letter_settings.models()[0]
        source = office.recipients.of_directory(FEW)
        return office.letters.render(office.letters.prepare(model, source, options), options)

    def confirmations(office: Office) -> RenderedPaper | None:
        prepared = office.confirmations.prepare(FEW, options)
        return office.confirmations.render(prepared, options, usual_deadline(DAY))

    return [Paper("lettres", "", letters), Paper("confirmations", "", confirmations)]


def _labels() -> list[Paper]:
    def labels(options: LabelOptions) -> Callable[[Office], RenderedPaper | None]:
        def make(office: Office) -> RenderedPaper | None:
            return office.labels.render(office.recipients.of_directory(FEW), options, DAY)

        return make

    return [
        *(
            Paper(
                "etiquettes",
                one.code,
                labels(LabelOptions(one, start=2)),
                least=6.0 if one.height < TINY else 8.0,
            )
            for one in SHEETS
        ),
        *(
            Paper("etiquettes", content.value, labels(LabelOptions(content=content)))
            for content in (LabelContent.PHONE, LabelContent.SENDER)
        ),
        Paper("etiquettes", "essai", lambda office: office.labels.trial(LabelOptions(), DAY)),
    ]


def _attendance() -> list[Paper]:
    meeting = Meeting("Réunion des associations", DAY, "18 h – 20 h", "Salle des fêtes")
    columns = tuple(AttendanceColumn)

    def known(office: Office) -> RenderedPaper:
        few = office.recipients.of_directory(FEW)
        return office.attendance.render(meeting, AttendanceOptions(pages=2), DAY, known=few)

    wide = AttendanceOptions(columns[:6], Orientation.LANDSCAPE)
    return [
        Paper("emargement", "", known),
        Paper("emargement", "paysage", lambda office: office.attendance.render(meeting, wide, DAY)),
        Paper(
            "emargement",
            "à remplir",
            lambda office: office.attendance.render(Meeting("Réunion"), AttendanceOptions(), DAY),
        ),
    ]


def _questionnaires() -> list[Paper]:
    def made(code: str, form: QuestionnaireForm) -> Callable[[Office], RenderedPaper]:
        options = QuestionnaireOptions(form, until=DAY)
        return lambda office: office.questionnaires.render(
            office.questionnaires.model(code), options, DAY
        )

    return [
        Paper(
            "questionnaire",
            f"{form.value} {model.code}",
            made(model.code, form),
            least=16.0 if form is QuestionnaireForm.LARGE_PRINT else 8.0,
        )
        for form in QuestionnaireForm
        for model in MODELS
    ]


def _notices() -> list[Paper]:
    """One to fill in by hand; those of some entries, which a new commune has not."""

    def made(language: Language, wanted: Wanted | None) -> Callable[[Office], RenderedPaper | None]:
        return lambda office: office.notices.render(wanted, NoticeOptions(language), DAY)

    return [
        Paper("notice", f"{language.value} {name}", made(language, wanted), language.value)
        for language in (Language.FRENCH, Language.ENGLISH)
        for name, wanted in (
            ("à remplir", None),
            *((f"{one.category} {OF_ENTRIES}", one) for one in (FEW, PERSONS)),
        )
    ]


def _reports() -> list[Paper]:
    def made(year: int) -> Callable[[Office], RenderedPaper]:
        return lambda office: office.year_reports.render(year, DAY)

    return [Paper("bilan", str(year), made(year)) for year in (DAY.year, DAY.year - 1)]


def _families() -> list[Paper]:
    """What a family is given, and what the town hall must be able to show."""
    parts = (
        *((part, "") for part in (WelcomePart.NOTICE, WelcomePart.LETTER)),
        *((part, f" {OF_ENTRIES}") for part in (WelcomePart.INVITATION, WelcomePart.BOOKLET)),
    )
    return [
        *(
            Paper("notice", f"{language.value} familles", families.notice(language), code)
            for language, code in (
                (Language.FRENCH, "fr"),
                (Language.ENGLISH, "en"),
                (Language.BOTH, "fr"),
            )
        ),
        *(
            Paper("famille", f"accueil {part.value}{what}", families.welcome(part))
            for part, what in parts
        ),
        Paper("famille", "accueil sans adresse", families.welcome(*WITHOUT_ADDRESS)),
        Paper("famille", "accueil en un fichier", families.whole_welcome),
        Paper("famille", "lettres", families.letters),
        Paper("famille", "etiquettes", families.labels),
        Paper("famille", f"dossier{ALL_THAT_IS_KEPT}", families.dossier),
        Paper("famille", f"petit dossier{ALL_THAT_IS_KEPT}", families.small_dossier),
        Paper("famille", "attestation", families.certificate),
        Paper("famille", "chiffres", _figures),
        Paper("traitement", "", lambda office: office.family_rights.processing_entry(DAY)),
    ]


def _figures(office: Office) -> RenderedPaper:
    return office.family_figures.paper(office.family_figures.masked(DAY.year, DAY))


def _register() -> list[Paper]:
    one = families.of_register
    return [
        Paper("registre", "accuse", one(lambda papers, who: papers.acknowledgement(who, DAY))),
        Paper("registre", "accuse d’un tiers", families.of_neighbour),
        Paper("registre", "lettres", one(lambda papers, who: papers.yearly(DAY, [who]))),
        Paper("registre", "prefet", one(lambda papers, _who: papers.prefect(DAY))),
        Paper("registre", "appels", families.call_sheet),
        Paper("registre", "formulaire", lambda office: office.register.request_form(DAY)),
    ]


def _journal() -> list[Paper]:
    return [Paper("journal", "", _noted)]


def _noted(office: Office) -> RenderedPaper:
    """Return the journal of access with a line of each kind."""
    for kind in AccessKind:
        office.access_log.note(kind, "labels", "listing", ["id"])
    return office.access_log.paper(DAY)
