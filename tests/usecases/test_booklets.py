"""The content of a booklet, and its file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Consent, ConsentItem, Listing, ListingKind
from ctg_desktop.domain.papers import BookletForm, BookletOptions, Duplex, Language
from ctg_desktop.domain.progress import Cancelled
from ctg_desktop.domain.stretches import WHOLE
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.usecases.office import Office

EDITION = date(2026, 11, 23)
PERSON = Listing(
    kind=ListingKind.RESOURCE_PERSON,
    category="resource-persons",
    name="Agathe Invention",
    phones=(Phone("05 49 00 00 01"),),
)


def text_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        pages = [
            document[number].get_textpage().get_text_range() for number in range(len(document))
        ]
    return " ".join(" ".join(pages).split())


def test_consent_decides_what_is_printed(office: Office, tmp_path: Path) -> None:
    office.directory.save(PERSON)
    agreed = (Consent(ConsentItem.NAME, EDITION, "formulaire"),)
    office.directory.save(replace(PERSON, name="Basile Fiction", consents=agreed))
    office.directory.save(Listing(name="Brouillon secret", published=False))
    club = replace(PERSON, kind=ListingKind.ASSOCIATION, category="associations")
    private = (Phone("05 49 00 00 02"), Phone("06 39 98 00 03", private=True))
    office.directory.save(replace(club, name="Club <b> & l’Œuvre", phones=private))
    report = office.booklets.make(tmp_path / "livret.pdf", EDITION)
    printed = text_of(report.path)
    assert "Basile Fiction" in printed
    assert "Club <b> & l’Œuvre" in printed
    assert "05 49 00 00 02" in printed.replace("\u00a0", " ").replace("\u202f", " ")
    for absent in ("Agathe", "Brouillon secret", "00 00 01", "39 98 00 03"):
        assert absent not in printed.replace("\u00a0", " ").replace("\u202f", " ")


def test_hidden_chapters_are_left_out(office: Office) -> None:
    office.directory.save(Listing(name="Mairie", category="town-hall"))
    categories = office.settings.categories()
    office.settings.save_categories([replace(categories[0], hidden=True), *categories[1:]])
    content = office.booklets.content(EDITION)
    assert content.listings == ()
    assert "town-hall" not in {one.code for one in content.categories}


def test_twelve_months_of_published_events(office: Office) -> None:
    monthly = Event(title="Marché", start=date(2026, 1, 3), recurrence="FREQ=MONTHLY;BYDAY=1SA")
    office.calendar.save(monthly)
    office.calendar.save(Event(title="Brouillon", start=EDITION, published=False))
    content = office.booklets.content(EDITION)
    assert [one.day for one in content.occurrences[:2]] == [date(2026, 12, 5), date(2027, 1, 2)]
    assert {one.title for one in content.occurrences} == {"Marché"}
    assert content.occurrences[-1].day == date(2027, 10, 2)


def test_a_place_that_may_not_be_printed_is_not_named(office: Office) -> None:
    person = office.directory.save(PERSON).listing
    office.calendar.save(Event(title="Atelier", start=EDITION, place=person.id))
    assert office.booklets.content(EDITION).place_names == {}


def test_the_same_data_and_date_give_the_same_bytes(office: Office, tmp_path: Path) -> None:
    office.directory.save(Listing(name="Mairie"))
    first = office.booklets.make(tmp_path / "un.pdf", EDITION).path
    second = office.booklets.make(tmp_path / "deux.pdf", EDITION).path
    assert first.read_bytes() == second.read_bytes()


def test_home_tells_that_the_booklet_is_older_than_its_data(office: Office, tmp_path: Path) -> None:
    office.directory.save(Listing(name="Mairie"))
    assert office.home.summary(EDITION).booklet_printed_on is None
    office.booklets.make(tmp_path / "livret.pdf", EDITION)
    summary = office.home.summary(EDITION)
    assert (summary.booklet_printed_on, summary.changed_since) == (EDITION, 0)
    office.directory.save(Listing(name="École"))
    assert office.home.summary(EDITION).changed_since == 1


def test_a_missing_folder_is_said_and_nothing_is_noted(office: Office, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="folder-missing"):
        office.booklets.make(tmp_path / "nulle" / "part.pdf", EDITION)
    assert office.home.summary(EDITION).booklet_printed_on is None


def test_a_folder_is_no_file_to_write(office: Office, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        office.booklets.make(tmp_path, EDITION)
    assert refused.value.code == "target-is-folder"
    assert list(tmp_path.parent.glob(f"{tmp_path.name} (*")) == []


@pytest.mark.parametrize("year", [1, 1899, 9999])
def test_a_year_that_no_booklet_has(office: Office, tmp_path: Path, year: int) -> None:
    with pytest.raises(UserError) as refused:
        office.booklets.make(tmp_path / "livret.pdf", EDITION.replace(year=year))
    assert refused.value.code == "date-out-of-range"


def test_another_name_when_the_file_cannot_be_replaced(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that a reader has open."""
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target).name == "livret.pdf":
            raise PermissionError(13, "in use", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    report = office.booklets.make(tmp_path / "livret.pdf", EDITION)
    assert report.path == tmp_path / "livret (2).pdf"
    assert report.path.is_file()


def test_a_cancelled_booklet_leaves_the_old_one(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "livret.pdf"
    target.write_bytes(b"the old one")

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.booklets.make(target, EDITION, progress=cancel)
    assert target.read_bytes() == b"the old one"
    assert [file.name for file in tmp_path.glob("*.tmp")] == []


@pytest.mark.parametrize("form", BookletForm)
def test_the_bar_knows_its_end_from_the_start_and_never_goes_back(
    office: Office, form: BookletForm
) -> None:
    for number in range(30):
        office.directory.save(Listing(category="health", name=f"Cabinet {number}"))
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))

    make = office.booklets.web_page if form is BookletForm.WEB else office.booklets.render
    make(EDITION, BookletOptions(form), progress)
    assert {total for _, total in told} == {WHOLE}
    assert (told[0][0], told[-1][0]) == (0, WHOLE)
    assert all(before <= after for (before, _), (after, _) in pairwise(told))
    assert len({done for done, _ in told}) > 30


@pytest.mark.parametrize("after", [0, 200, 500, 800, 950])
def test_a_folded_booklet_can_be_cancelled_at_any_moment(office: Office, after: int) -> None:
    office.directory.save(Listing(category="health", name="Cabinet"))

    def cancel(done: int, total: int) -> None:
        if done >= after * total // WHOLE:
            raise Cancelled

    with pytest.raises(Cancelled):
        office.booklets.render(EDITION, BookletOptions(BookletForm.FOLDED), cancel)


def test_a_summary_that_begins_the_description_is_printed_once(
    office: Office, tmp_path: Path
) -> None:
    whole = "On répare la roue du moulin. Puis on la fait tourner."
    cut = "On répare la roue du…"
    office.directory.save(Listing(name="Moulin", summary=cut, description=whole))
    printed = text_of(office.booklets.make(tmp_path / "livret.pdf", EDITION).path)
    assert printed.count("On répare la roue") == 1
    assert "fait tourner" in printed


def test_a_folded_booklet_is_counted_in_sheets_and_turned_over_the_short_edge(
    office: Office,
) -> None:
    office.directory.save(Listing(name="Mairie"))
    paper = office.booklets.render(EDITION, BookletOptions(form=BookletForm.FOLDED))
    with pypdfium2.PdfDocument(paper.content) as document:
        assert len(document) == 2 * paper.pages
    assert paper.duplex is Duplex.SHORT_EDGE
    assert paper.format == ("feuille A4 recto verso", "feuilles A4 recto verso")


def test_names_of_files_tell_forms_and_languages_apart(office: Office) -> None:
    names = {
        office.booklets.render(EDITION, BookletOptions(form=form, language=language)).name
        for form in (BookletForm.A5, BookletForm.LARGE_PRINT)
        for language in Language
    }
    assert len(names) == 6
    assert "Livret ressources – Civray – gros caractères fr-en – 2026-11-23" in names


def test_a_booklet_for_one_family_is_not_the_booklet_of_the_commune(
    office: Office, tmp_path: Path
) -> None:
    office.directory.save(Listing(name="Navette", category="mobility"))
    family = BookletOptions(needs=("mobility",), only_chosen=True)
    office.booklets.make(tmp_path / "famille.pdf", EDITION, family)
    assert office.home.summary(EDITION).booklet_printed_on is None
    office.booklets.make(tmp_path / "livret.html", EDITION, BookletOptions(form=BookletForm.WEB))
    assert office.home.summary(EDITION).booklet_printed_on == EDITION


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (BookletOptions(needs=("bonheur",)), "need-unknown"),
        (BookletOptions(chosen=("nulle",)), "listing-unknown"),
        (BookletOptions(only_chosen=True), "choice-empty"),
    ],
)
def test_choices_that_name_nothing(office: Office, options: BookletOptions, code: str) -> None:
    office.directory.save(Listing(name="Mairie"))
    with pytest.raises(UserError) as refused:
        office.booklets.render(EDITION, options)
    assert refused.value.code == code


def test_a_draft_that_was_chosen_is_not_printed(office: Office) -> None:
    draft = office.directory.save(Listing(name="Brouillon", published=False)).listing
    office.directory.save(Listing(name="Mairie"))
    page = office.booklets.web_page(EDITION, BookletOptions(chosen=(draft.id,)))
    assert b"Mairie" in page
    assert b"Brouillon" not in page


def test_a_web_page_can_be_cancelled(office: Office) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.booklets.web_page(EDITION, progress=cancel)
