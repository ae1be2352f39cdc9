"""What a leaflet holds, and the texts kept for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from ctg_desktop.domain.category import THEMES, Theme
from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.leaflet import (
    LeafletContent,
    LeafletForm,
    LeafletOptions,
    LeafletOrder,
    LeafletSubject,
    LeafletTexts,
    SubjectKind,
)
from ctg_desktop.domain.leaflet_models import MODELS
from ctg_desktop.domain.listing import Consent, ConsentItem, Listing, ListingKind
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office

TODAY = date(2026, 11, 23)
MOBILITY = LeafletSubject(SubjectKind.THEME, "mobility")


def add(office: Office, name: str, category: str = "mobility", **fields: object) -> str:
    values = {"themes": ("mobility",), "verified_on": TODAY, **fields}
    return office.directory.save(Listing(name=name, category=category, **values)).listing.id  # type: ignore[arg-type]


def content(office: Office, subject: LeafletSubject, **changes: object) -> LeafletContent:
    texts = replace(office.leaflets.texts(subject), **changes)  # type: ignore[arg-type]
    return office.leaflets.content(LeafletOptions(subject, texts), TODAY)


def names(found: LeafletContent) -> list[Sequence[str]]:
    return [[one.name for one in group.listings] for group in found.groups]


def test_a_theme_gathers_its_entries_by_chapter(office: Office) -> None:
    add(office, "Taxi")
    add(office, "Écrire", "associations")
    add(office, "Bus")
    add(office, "Vélo", themes=())
    found = content(office, MOBILITY)
    assert names(found) == [["Bus", "Taxi"], ["Écrire"]]
    assert [group.category and group.category.code for group in found.groups] == [
        "mobility",
        "associations",
    ]
    assert found.label == "Mobilité"


def test_entries_can_come_by_name_or_some_first(office: Office) -> None:
    add(office, "Bus")
    taxi = add(office, "Taxi")
    add(office, "Car", "associations")
    assert names(content(office, MOBILITY, order=LeafletOrder.NAMES)) == [["Bus", "Car", "Taxi"]]
    assert names(content(office, MOBILITY, first=(taxi, "partie"))) == [["Taxi", "Bus"], ["Car"]]


def test_a_search_and_chosen_entries_make_leaflets_too(office: Office) -> None:
    bus, taxi = add(office, "Bus"), add(office, "Taxi")
    search = office.searches.save("Les bus", ListingFilter(text="bus")).search
    subject = LeafletSubject(SubjectKind.SEARCH, search.id)
    assert names(content(office, subject)) == [["Bus"]]
    assert office.leaflets.texts(subject).title == "Les bus"
    gone = add(office, "Parti")
    office.directory.delete([gone])
    chosen = LeafletSubject(SubjectKind.CHOSEN, chosen=(taxi, bus, gone))
    assert names(content(office, chosen)) == [["Bus", "Taxi"]]


def test_only_what_may_be_printed_is_printed(office: Office) -> None:
    add(office, "Brouillon", published=False)
    person = {"kind": ListingKind.RESOURCE_PERSON, "phones": (Phone("06 39 98 11 11"),)}
    add(office, "Sans accord", "resource-persons", **person)
    agreed = (Consent(ConsentItem.NAME, TODAY),)
    add(office, "Nom seul", "resource-persons", consents=agreed, **person)
    (only,) = content(office, MOBILITY).listings
    assert (only.name, only.phones) == ("Nom seul", ())
    counts = {one.subject.code: one.count for one in office.leaflets.subjects(TODAY)}
    assert counts["mobility"] == 1


def test_hidden_chapters_are_not_printed(office: Office) -> None:
    add(office, "Bus")
    hidden = [replace(one, hidden=one.code == "mobility") for one in office.settings.categories()]
    office.settings.save_categories(hidden)
    assert content(office, MOBILITY).groups == ()
    assert (
        office.leaflets.render(LeafletOptions(MOBILITY, office.leaflets.texts(MOBILITY)), TODAY)
        is None
    )


def test_the_town_hall_is_not_an_annex(office: Office) -> None:
    assert content(office, MOBILITY).town_hall is None
    add(office, "Mairie annexe du Bourg", "town-hall", themes=())
    add(office, "Mairie de Civray", "town-hall", themes=())
    hall = content(office, MOBILITY).town_hall
    assert hall is not None
    assert hall.name == "Mairie de Civray"


def test_every_theme_has_a_model_that_may_be_printed(office: Office) -> None:
    assert set(MODELS) == {theme.code for theme in THEMES}
    for theme in THEMES:
        subject = LeafletSubject(SubjectKind.THEME, theme.code)
        model = MODELS[theme.code]
        assert office.leaflets.texts(subject) == model.texts
        changes = office.leaflets.save_texts(subject, model.texts)
        assert not changes
        assert model.sheets
    subjects = office.leaflets.subjects(TODAY)
    assert not any(one.adapted for one in subjects)
    assert {number for one in subjects for number in one.sheets} == {1, 3, 5, 6, 8, 9, 10, 16, 17}


def test_a_theme_of_the_commune_begins_with_its_name(office: Office) -> None:
    office.settings.save_themes([*office.settings.themes(), Theme("eau", "L’eau")])
    texts = office.leaflets.texts(LeafletSubject(SubjectKind.THEME, "eau"))
    assert (texts.title, texts.colour) == ("L’eau", office.settings.profile().accent)


def test_texts_are_kept_undone_and_reset(office: Office) -> None:
    model = office.leaflets.texts(MOBILITY)
    own = replace(model, title=" Bouger ", introduction="Un.\n\nDeux.", lines=("", "3635 SNCF"))
    assert office.leaflets.save_texts(MOBILITY, own).settings == {"leaflets"}
    kept = office.leaflets.texts(MOBILITY)
    assert (kept.title, kept.lines) == ("Bouger", ("3635 SNCF",))
    assert [one.adapted for one in office.leaflets.subjects(TODAY)].count(True) == 1
    other = LeafletSubject(SubjectKind.THEME, "youth")
    office.leaflets.save_texts(other, replace(office.leaflets.texts(other), title="Ados"))
    assert office.leaflets.texts(MOBILITY) == kept
    office.leaflets.reset_texts(MOBILITY)
    assert office.leaflets.texts(MOBILITY) == model
    office.journal.undo()
    assert office.leaflets.texts(MOBILITY) == kept


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"title": "  "}, "leaflet-title-missing", "title"),
        ({"title": "x" * 81}, "text-too-long", "title"),
        ({"introduction": "x" * 601}, "text-too-long", "introduction"),
        ({"colour": "#ffff00"}, "colour-too-light", "colour"),
        ({"colour": "rouge"}, "colour-invalid", "colour"),
        ({"lines": ("x",) * 11}, "too-many-items", "lines"),
    ],
)
def test_refused_texts(office: Office, change: dict[str, object], code: str, field: str) -> None:
    wrong: LeafletTexts = replace(office.leaflets.texts(MOBILITY), **change)  # type: ignore[arg-type]
    for ask in (
        lambda: office.leaflets.save_texts(MOBILITY, wrong),
        lambda: office.leaflets.content(LeafletOptions(MOBILITY, wrong), TODAY),
    ):
        with pytest.raises(UserError, match=code) as refused:
            ask()
        assert refused.value.field == field


def test_subjects_that_are_not_there(office: Office) -> None:
    with pytest.raises(UserError, match="theme-unknown"):
        office.leaflets.texts(LeafletSubject(SubjectKind.THEME, "rien"))
    with pytest.raises(UserError, match="search-unknown"):
        office.leaflets.texts(LeafletSubject(SubjectKind.SEARCH, "rien"))
    options = LeafletOptions(MOBILITY, office.leaflets.texts(MOBILITY), LeafletForm.A5)
    with pytest.raises(UserError, match="date-out-of-range"):
        office.leaflets.content(options, date(1, 1, 1))
