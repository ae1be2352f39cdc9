"""Letters of a vault: models kept, letters laid out, Word documents read back."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import docx
import pytest
from pdfua.validator import validate

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.contact import Address, Email, Phone
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.letter import LetterModel, LetterOptions
from ctg_desktop.domain.letter_models import MODELS
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.papers import Duplex
from ctg_desktop.domain.progress import Cancelled
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.letter_settings import SenderText
from ctg_desktop.usecases.letters import Prepared, RenderedLetters
from ctg_desktop.usecases.office import Office
from tests.pdf.reading import Tagged, plain

TODAY = date(2026, 11, 23)
OPTIONS = LetterOptions(TODAY, values=MappingProxyType({"quand": "samedi"}))
TOWN_HALL = Listing(
    category="town-hall",
    name="Mairie de Civray",
    address=Address(("1, place de la Halle",), "86400", "Civray"),
    phones=(Phone("05 49 00 11 22"),),
    emails=(Email("mairie@civray.example"),),
)


def club(number: int, **values: object) -> Listing:
    base = Listing(
        kind=ListingKind.ASSOCIATION,
        category="associations",
        name=f"Club {number}",
        address=Address((f"{number}, rue du Four",), "86400", "Civray"),
    )
    return replace(base, **values)


def prepared(
    office: Office, *listings: Listing, options: LetterOptions = OPTIONS, code: str = "forum"
) -> Prepared:
    for one in listings:
        office.directory.save(one)
    source = office.recipients.of_directory(ListingFilter(category="associations"))
    return office.letters.prepare(office.letter_settings.model(code), source, options)


def rendered(
    office: Office, letters: Prepared, options: LetterOptions = OPTIONS, **more: frozenset[str]
) -> RenderedLetters:
    made = office.letters.render(letters, options, **more)
    assert made is not None
    return made


def test_a_changed_model_is_kept_and_can_go_back(office: Office) -> None:
    forum = office.letter_settings.model("forum")
    saved = office.letter_settings.save(replace(forum, subject="Le grand forum"))
    assert saved.changes.settings == {"letters"}
    assert office.letter_settings.model("forum").subject == "Le grand forum"
    office.letter_settings.reset("forum")
    assert office.letter_settings.models() == list(MODELS)


def test_undo_brings_a_model_back(office: Office) -> None:
    forum = office.letter_settings.model("forum")
    office.letter_settings.save(replace(forum, subject="Le grand forum"))
    office.journal.undo()
    assert office.letter_settings.model("forum") == forum


def test_two_models_changed_are_two_changes(office: Office) -> None:
    for code in ("forum", "libre"):
        model = office.letter_settings.model(code)
        office.letter_settings.save(replace(model, closing="Bien à vous"))
    office.letter_settings.save_sender_text(SenderText("Mairie\n1, place"))
    office.letter_settings.reset("forum")
    assert office.letter_settings.model("libre").closing == "Bien à vous"
    assert office.letter_settings.sender(TODAY).lines == ("1, place",)


def test_a_new_model_gets_a_code_of_its_own(office: Office) -> None:
    made = LetterModel("", "Vœux du maire", body="Bonne année")
    codes = [office.letter_settings.save(made).model.code for _ in range(2)]
    assert codes == ["voeux-du-maire", "voeux-du-maire-2"]
    assert [one.code for one in office.letter_settings.models()][-2:] == codes


def test_an_unknown_model_is_refused_with_those_known(office: Office) -> None:
    with pytest.raises(UserError) as refused:
        office.letter_settings.model("lettre")
    assert refused.value.code == "letter-unknown"
    assert "forum" in str(refused.value.params["known"])


def test_the_sender_is_what_the_directory_says_of_the_town_hall(office: Office) -> None:
    office.directory.save(replace(TOWN_HALL, name="Mairie annexe"))
    office.directory.save(TOWN_HALL)
    sender = office.letter_settings.sender(TODAY)
    assert sender.name == "Mairie de Civray"
    assert sender.lines[:2] == ("1, place de la Halle", "86400 Civray")
    assert (sender.place, sender.email) == ("Civray", "mairie@civray.example")


def test_without_an_entry_the_town_hall_still_has_a_name(office: Office) -> None:
    office.settings.save_profile(Profile(Role.COMMUNE, "86009", "Asnois"))
    assert office.letter_settings.sender(TODAY).name == "Mairie d’Asnois"


def test_each_letter_begins_on_its_page_and_is_found_by_its_recipient(office: Office) -> None:
    letters = prepared(office, club(1), club(2), club(3, address=Address()))
    made = rendered(office, letters)
    tagged = Tagged(made.content)
    ids = [one.recipient.id for one in letters.letters]
    assert made.pages == 2
    assert made.starts == {ids[0]: 0, ids[1]: 1}
    assert "Club 1" in tagged.page_text(1)
    assert "Club 2" not in tagged.page_text(1)
    assert [plain(one.text) for one in tagged.tree.all("H1")] == [
        "Objet : Forum des associations samedi"
    ] * 2


def test_someone_left_out_gets_no_letter_and_who_has_no_address_may(office: Office) -> None:
    letters = prepared(office, club(1), club(2), club(3, address=Address()))
    first, _, third = (one.recipient.id for one in letters.letters)
    options = replace(OPTIONS, unaddressed=True)
    made = rendered(office, letters, options, without=frozenset({first}))
    assert third in made.starts
    assert first not in made.starts
    everybody = frozenset(one.recipient.id for one in letters.letters)
    assert office.letters.render(letters, options, everybody) is None


def test_printed_on_both_sides_each_letter_begins_on_a_front(office: Office) -> None:
    options = replace(OPTIONS, duplex=True)
    letters = prepared(office, club(1), club(2), options=options)
    made = rendered(office, letters, options)
    assert list(made.starts.values()) == [0, 2]
    assert (made.pages, made.duplex) == (4, Duplex.LONG_EDGE)


def test_a_long_letter_numbers_its_further_pages_only(office: Office) -> None:
    long = "\n\n".join(f"Paragraphe {number}. " + "mot " * 60 for number in range(20))
    model = LetterModel("longue", "Longue", body=long, subject="Long")
    for number in (1, 2):
        office.directory.save(club(number))
    source = office.recipients.of_directory(ListingFilter(category="associations"))
    made = rendered(office, office.letters.prepare(model, source, OPTIONS))
    start = list(made.starts.values())[1]
    feet = [one.replace("|", "") for one in Tagged(made.content).artifacts]
    assert start > 1
    assert feet[0] == feet[start] == "Mairie de Civray"
    assert feet[1] == feet[start + 1] == "2Mairie de Civray"


def test_pdfua_finds_no_fault(office: Office, tmp_path: Path) -> None:
    office.directory.save(TOWN_HALL)
    options = replace(OPTIONS, duplex=True, reference="ML/1")
    letters = prepared(office, club(1), club(2), options=options, code="renseignements")
    file = tmp_path / "lettres.pdf"
    file.write_bytes(rendered(office, letters, options).content)
    report = validate(str(file))
    assert [(one.rule_id, list(one.findings)) for one in report.outcomes if one.findings] == []


def test_hostile_names_are_printed_as_they_are(office: Office) -> None:
    name = "Amis <b>du</b> {nom} & Cie"
    letters = prepared(office, club(1, name=name))
    assert name in plain(Tagged(rendered(office, letters).content).text)


def test_cancelling_stops_before_the_first_page(office: Office) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    letters = prepared(office, club(1))
    with pytest.raises(Cancelled):
        office.letters.render(letters, OPTIONS, (), stop)


def test_a_date_that_cannot_be_is_refused(office: Office) -> None:
    with pytest.raises(UserError) as refused:
        prepared(office, options=LetterOptions(date(1492, 1, 1)))
    assert refused.value.code == "date-out-of-range"


def test_letters_for_word_have_its_own_headings_lists_and_sections(
    office: Office, tmp_path: Path
) -> None:
    letters = prepared(office, club(1), club(2))
    path, count = office.letters.write_word(letters, OPTIONS, tmp_path / "lettres.docx")
    read = docx.Document(io.BytesIO(path.read_bytes()))
    styles = [one.style.name for one in read.paragraphs if one.style is not None]
    assert count == len(read.sections) == 2
    assert styles.count("Heading 1") == 2
    assert styles.count("List Bullet") == 8
    assert styles.count("Body Text") > 4
    assert read.core_properties.language == "fr"
    language = read.styles.element.xpath("//w:rPrDefault//w:lang/@w:val")
    assert language == ["fr-FR"]
    cells = [[one.text for one in table.rows[0].cells] for table in read.tables]
    assert any("Club 1" in cell for row in cells for cell in row)
    assert all(not one.text or one.style is not None for one in read.paragraphs)


def test_no_letter_makes_no_word_document(office: Office, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        office.letters.write_word(prepared(office), OPTIONS, tmp_path / "x.docx")
    assert refused.value.code == "letters-none"
    assert list(tmp_path.glob("*.docx")) == []
