"""Which labels are printed, in which order, and who gets none."""

from __future__ import annotations

import pytest

from ctg_desktop.domain.label_sheets import sheet_of
from ctg_desktop.domain.labels import (
    Label,
    LabelContent,
    LabelOptions,
    LabelOrder,
    checked_options,
    labels_of,
    missing,
    sender_labels,
)
from ctg_desktop.domain.recipients import Gathered, Recipient
from ctg_desktop.errors import UserError

GATHERED = Gathered(
    (
        Recipient("1", "Zèbres", "", ("2, rue du Pont", "86400 CIVRAY")),
        Recipient("2", "œuvre", "Ada Invention, présidente", ("86150 ANCHÉ",)),
        Recipient("3", "Étoile", "", ("86400 CIVRAY",), {"telephone": "05 49 00 00 01"}),
        Recipient("4", "Sans adresse", "", (), {"telephone": "05 49 00 00 02"}),
    ),
    ("Brouillon",),
)


def test_by_postal_code_then_by_name() -> None:
    assert [one.name for one in labels_of(GATHERED, LabelOptions())] == [
        "œuvre",
        "Étoile",
        "Zèbres",
    ]


def test_by_name_accents_forgiven() -> None:
    options = LabelOptions(order=LabelOrder.NAME)
    assert [one.name for one in labels_of(GATHERED, options)] == ["Étoile", "œuvre", "Zèbres"]


def test_the_contact_stands_under_the_name_where_wanted() -> None:
    first = labels_of(GATHERED, LabelOptions())[0]
    assert first.lines == ("À l’attention d’Ada Invention, présidente", "86150 ANCHÉ")
    assert labels_of(GATHERED, LabelOptions(attention=False))[0].lines == ("86150 ANCHÉ",)


def test_copies_come_one_after_another() -> None:
    names = [one.name for one in labels_of(GATHERED, LabelOptions(copies=2))]
    assert names == ["œuvre", "œuvre", "Étoile", "Étoile", "Zèbres", "Zèbres"]


def test_those_without_a_label_are_named() -> None:
    assert missing(GATHERED, LabelContent.ADDRESS) == ("Sans adresse", "Brouillon")
    assert missing(GATHERED, LabelContent.PHONE) == ("Zèbres", "œuvre", "Brouillon")


def test_name_and_phone() -> None:
    options = LabelOptions(content=LabelContent.PHONE, order=LabelOrder.NAME)
    assert labels_of(GATHERED, options) == (
        Label("Étoile", ("05 49 00 00 01",)),
        Label("Sans adresse", ("05 49 00 00 02",)),
    )


def test_the_sender_fills_the_rest_of_the_sheet() -> None:
    hall = Label("Mairie", ("86400 CIVRAY",))
    options = LabelOptions(sheet_of("21-63.5x38.1"), LabelContent.SENDER, start=5)
    assert sender_labels(hall, options) == (hall,) * 17
    assert len(sender_labels(hall, LabelOptions(content=LabelContent.SENDER, copies=3))) == 3


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (LabelOptions(start=0), "labels-start-beyond"),
        (LabelOptions(start=25), "labels-start-beyond"),
        (LabelOptions(copies=101), "labels-copies-out-of-range"),
        (LabelOptions(copies=-1), "labels-copies-out-of-range"),
        (LabelOptions(shift_x=51), "labels-shift-out-of-range"),
        (LabelOptions(shift_y=-51), "labels-shift-out-of-range"),
    ],
)
def test_options_beyond_reason_are_refused(options: LabelOptions, code: str) -> None:
    with pytest.raises(UserError, match=code):
        checked_options(options)
    assert checked_options(LabelOptions(start=24, copies=100, shift_x=-50, shift_y=50))
