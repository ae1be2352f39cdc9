"""Pictures on paper: JPEG as it came, transparency kept, cover and coat of arms."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from ctg_desktop.domain.booklet import BookletContent, Picture
from tests.pdf.conftest import print_booklet
from tests.pdf.invented import logo, nearly_empty
from tests.pdf.reading import Tagged


def with_cover(picture: Picture, alt: str = "") -> BookletContent:
    """A commune with a cover picture."""
    empty = nearly_empty()
    settings = replace(empty.settings, cover_picture="c", cover_picture_alt=alt)
    return replace(empty, settings=settings, pictures={"c": picture})


def images(tagged: Tagged) -> list[pikepdf.Object]:
    """The pictures of a file, drawings left out."""
    stored = tagged.pdf.pages[0].Resources.XObject.values()
    return [one for one in stored if one.Subtype == "/Image"]


def test_a_jpeg_goes_in_as_it_is() -> None:
    picture = logo((1200, 800), media_type="image/jpeg")
    tagged = Tagged(print_booklet(with_cover(picture)))
    (image,) = images(tagged)
    assert image.read_raw_bytes() == picture.content
    assert str(image.Filter) == "/DCTDecode"
    assert (int(image.Width), int(image.Height)) == (1200, 800)


def test_a_png_keeps_its_transparency() -> None:
    tagged = Tagged(print_booklet(with_cover(logo())))
    (image,) = images(tagged)
    assert len(image.read_bytes()) == 240 * 240 * 3
    mask = image.SMask.read_bytes()
    assert (mask[0], mask[240 * 120 + 120]) == (0, 255)


@pytest.mark.parametrize(
    ("picture", "alt", "said"),
    [
        (logo((1200, 800), media_type="image/jpeg"), "Le bourg au matin", "Le bourg au matin"),
        (logo(), "", "Image de couverture : Valmoulin-sur-Clain"),
    ],
)
def test_a_cover_picture_has_an_alternative_text(picture: Picture, alt: str, said: str) -> None:
    tagged = Tagged(print_booklet(with_cover(picture, alt)))
    (figure,) = (one for one in tagged.tree.all("Figure") if 1 in one.pages)
    assert figure.alt == said
    assert figure.pages == {1}
    assert "/BBox" in figure.attributes


def test_a_picture_used_twice_is_stored_once() -> None:
    empty = nearly_empty()
    twice = tuple(
        replace(empty.listings[0], id=name, name=name, picture="logo") for name in ("Un", "Deux")
    )
    tagged = Tagged(print_booklet(replace(empty, listings=twice, pictures={"logo": logo()})))
    assert len(images(tagged)) == 1
    alts = [one.alt for one in tagged.tree.all("Figure")]
    assert [alt for alt in alts if alt.startswith("Image")] == ["Image : Un", "Image : Deux"]
