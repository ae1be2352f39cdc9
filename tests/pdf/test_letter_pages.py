"""Where things stand on a letter: the window of the envelope, folds, the signature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType

import pytest

from ctg_desktop.domain.letter import Letter, LetterModel, LetterOptions, Mailing, Sender
from ctg_desktop.domain.recipients import Recipient
from ctg_desktop.pdf.letter import letters_document
from ctg_desktop.pdf.letter.head import Letterhead
from ctg_desktop.pdf.render import render
from tests.pdf.places import Place, letters
from tests.pdf.reading import Tagged, plain

WINDOW = Place(0, left=105, top=45, right=200, bottom=85)
"""In millimetres: what a French DL envelope shows of a sheet folded in three."""
SENDER = Sender("Mairie de Civray", ("1, place de la Halle", "86400 Civray"), "Civray")
MODEL = LetterModel(
    "x",
    "Essai",
    subject="Essai",
    body="Bonjour {nom}.",
    closing="Salutations.",
    signature="Le maire",
)
LONG = "Association intercommunale pour la sauvegarde du patrimoine fluvial et des moulins du Clain"


def written(recipient: Recipient, model: LetterModel = MODEL) -> Letter:
    return Mailing(model, {}).letter(recipient)


def printed(*wanted: Letter, **options: bool) -> bytes:
    head = Letterhead(SENDER, LetterOptions(date(2026, 11, 1), **options))  # type: ignore[arg-type]
    return render(letters_document(wanted, head, "Essai")).content


def to(name: str, lines: Sequence[str], attention: str = "") -> Recipient:
    return Recipient("1", name, attention, tuple(lines), MappingProxyType({"nom": name}))


@pytest.mark.parametrize(
    "recipient",
    [
        to("Club", ["86400 CIVRAY"]),
        to(
            "Club de l’Écluse", ["Bâtiment B", "Quai", "Lieu-dit", "BP 12", "86400 CIVRAY"], "A. B."
        ),
        to(LONG, ["Maison des associations", "12, rue du Moulin", "Saint-Œuvin", "86400 CIVRAY"]),
        to("x" * 80, ["86400 CIVRAY"]),
    ],
    ids=["short", "six lines", "long name", "endless word"],
)
def test_the_whole_address_stands_in_the_window(recipient: Recipient) -> None:
    content = printed(written(recipient))
    block = [one for one in letters(content) if one.left > 100 and one.bottom < 92]
    assert len(block) >= sum(len("".join(line.split())) for line in recipient.lines)
    assert [one for one in block if not one.is_inside(WINDOW, 0)] == []


def test_nothing_but_the_address_shows_in_the_window() -> None:
    drawn = letters(printed(written(to("Club", ["86400 CIVRAY"]))))
    left = [one for one in drawn if one.top < 90 and one.left < 100]
    assert max(one.right for one in left) < WINDOW.left


def test_the_date_and_the_text_stand_below_the_window() -> None:
    tagged = Tagged(printed(written(to("Club", ["86400 CIVRAY"]))))
    assert "Civray, le 1er novembre 2026" in plain(tagged.text)
    below = [one for one in letters(printed(written(to("Club", ["86400 CIVRAY"])))) if one.top > 85]
    assert min(one.top for one in below) > 90


def test_fold_marks_may_be_left_out() -> None:
    letter = written(to("Club", ["86400 CIVRAY"]))
    assert printed(letter) != printed(letter, fold_marks=False)


def test_the_signature_is_never_alone_on_a_page() -> None:
    for count in range(24, 34):
        body = "\n\n".join(f"Ligne {number}" for number in range(count))
        model = LetterModel("x", "x", body=body, closing="Salutations.", signature="Le maire")
        tagged = Tagged(printed(written(to("Club", ["86400 CIVRAY"]), model)))
        last = plain(tagged.page_text(len(tagged.pdf.pages)))
        assert "Salutations." in last
        assert "Le maire" in last


def test_a_name_with_a_place_to_fill_in_is_printed_as_it_is() -> None:
    said = plain(Tagged(printed(written(to("Amis de {nom} <b>", ["86400 CIVRAY"])))).text)
    assert "Bonjour Amis de {nom} <b>." in said
