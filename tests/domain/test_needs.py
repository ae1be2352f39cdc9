"""Which entries serve which need of a family."""

from __future__ import annotations

import pytest

from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.needs import NEEDS, needs_of
from ctg_desktop.errors import UserError


def served(listing: Listing) -> set[str]:
    """Codes of the needs that an entry serves."""
    return {need.code for need in NEEDS if need.is_served_by(listing)}


def test_the_codes_are_those_of_households() -> None:
    assert [need.code for need in NEEDS] == [
        "childcare",
        "school",
        "mobility",
        "housing",
        "job",
        "digital",
        "rights",
        "leisure",
        "meeting-people",
        "special-needs",
    ]
    assert all(need.label and need.label_en for need in NEEDS)


@pytest.mark.parametrize(
    ("listing", "codes"),
    [
        (Listing(name="Micro-crèche Les P’tits Meuniers"), {"childcare"}),
        (Listing(name="ÉCOLE publique", summary="Cantine et garderie."), {"school", "childcare"}),
        (Listing(name="Minibus", category="mobility"), {"mobility"}),
        (Listing(name="Minibus", themes=("mobility",)), {"mobility"}),
        (Listing(name="ADIL", description="Droits des locataires."), {"housing"}),
        (Listing(name="Mission locale"), {"job"}),
        (Listing(name="Aide", themes=("digital-rights",)), {"digital", "rights"}),
        (Listing(name="Fauteuils", themes=("disability",)), {"special-needs"}),
        (Listing(name="Boulangerie Aux Blés d’or", category="businesses"), set()),
        (Listing(name="Écologie et haies", summary="Et une auto-école."), set()),
        (Listing(name="Microcrèche", summary="La métallerie, le transept."), set()),
    ],
)
def test_themes_chapters_and_words_tell(listing: Listing, codes: set[str]) -> None:
    assert served(listing) == codes


def test_needs_come_in_the_order_asked_each_once() -> None:
    assert [one.code for one in needs_of(("job", "school", "job"))] == ["job", "school"]


def test_a_need_nobody_knows_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        needs_of(("school", "bonheur"))
    assert refused.value.code == "need-unknown"
    assert refused.value.params["value"] == "bonheur"
