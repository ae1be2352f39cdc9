"""Texts nobody should type, and quantities nobody should have: printed as typed, paginated."""

from __future__ import annotations

import io
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.progress import Cancelled
from ctg_desktop.domain.stretches import WHOLE
from ctg_desktop.pdf.booklet import booklet_document
from ctg_desktop.pdf.render import render
from tests.pdf.conftest import print_booklet
from tests.pdf.invented import COMMUNE, content, nearly_empty
from tests.pdf.reading import Tagged, plain


def named(name: str, summary: str = "") -> Tagged:
    """The booklet of a commune with one entry."""
    entry = Listing(id="x", category="businesses", name=name, summary=summary)
    return Tagged(print_booklet(replace(nearly_empty(), listings=(entry,))))


@pytest.mark.parametrize(
    "typed",
    [
        "<b",
        "<b>Gras</b> & Cie",
        "<img src='/etc/passwd'>",
        "&amp; &lt;",
        "l'Étoile (bar)",
        "a\\b)(",
        "% % %%EOF",
        "100 % laine",
        "Œuvres, æquo, Ÿ",
        "Łódź, Ελλάδα, Москва",
        "½ ² ® € № ☎",
    ],
)
def test_texts_are_printed_as_typed(typed: str) -> None:
    tagged = named(typed, typed)
    assert plain(tagged.tree.all("H2")[0].text) == plain(typed)
    fonts = tagged.pdf.pages[0].Resources.Font
    for name, code in tagged.glyphs:
        to_glyph = fonts[name].DescendantFonts[0].CIDToGIDMap.read_bytes()
        assert int.from_bytes(to_glyph[2 * code : 2 * code + 2], "big") != 0


def test_letters_nobody_can_draw_are_shown_and_pictographs_left_out() -> None:
    tagged = named("Pain 🥖 東京")
    assert plain(tagged.tree.all("H2")[0].text) == "Pain 東京"


def test_right_to_left_words_stand_in_visual_order_and_read_as_letters() -> None:
    words = plain(named("שלום לכולם").tree.all("H2")[0].text).split()
    assert [word[::-1] for word in reversed(words)] == ["שלום", "לכולם"]


def test_control_letters_do_no_harm() -> None:
    tagged = named("a\x00b\ud800c", "d\x07e")
    assert plain(tagged.tree.all("H2")[0].text) == "abc"


def test_a_word_of_200_000_letters_paginates() -> None:
    tagged = named("Entrée", "x" * 200_000)
    (paragraph,) = (node for node in tagged.tree.all("P") if node.text.startswith("xxx"))
    assert paragraph.text == "x" * 200_000
    assert len(paragraph.pages) > 50


def test_a_long_address_is_cut_after_a_mark_and_stays_whole() -> None:
    address = "https://exemple.example/" + "/".join(f"chemin-{number}" for number in range(40))
    tagged = named("Site", address)
    assert any(node.text == address for node in tagged.tree.all("P"))


def test_a_very_long_commune_name_fits_everywhere() -> None:
    name = "Saint-Germain-de-Longue-Chaume-les-Trois-Clochers sur Vienne " * 2
    profile = replace(nearly_empty().profile, name=name.strip())
    tagged = Tagged(print_booklet(replace(nearly_empty(), profile=profile)))
    assert plain(tagged.tree.all("H1")[0].text) == name.strip()
    assert "…" in tagged.artifacts[2]


def test_1_500_entries_are_all_there() -> None:
    rendered = render(booklet_document(content(1500)))
    with pypdfium2.PdfDocument(rendered.content) as pdf:
        assert len(pdf) == rendered.pages
        shown = [page.get_textpage().get_text_range() for page in pdf]
    assert sum(text.count("Vérifié") for text in shown) == 1500
    with pikepdf.open(io.BytesIO(rendered.content)) as tagged:
        kinds = Counter(str(one.S) for one in tagged.objects if _is_heading(one))
    assert kinds["/H2"] >= 1500


def _is_heading(one: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and str(one.get("/S", "")).startswith("/H")


def test_progress_goes_on_up_to_the_last_thousandth() -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))

    render(booklet_document(nearly_empty()), progress)
    assert {total for _, total in told} == {WHOLE}
    assert told[0] == (0, WHOLE)
    assert told[-1] == (WHOLE, WHOLE)
    assert all(before <= after for (before, _), (after, _) in pairwise(told))
    assert len({done for done, _ in told}) > 10


def test_making_a_booklet_can_be_cancelled() -> None:
    def progress(done: int, total: int) -> None:
        if total and done >= WHOLE // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        render(booklet_document(content()), progress)


def test_the_commune_is_named_on_the_cover(tagged: Tagged) -> None:
    assert COMMUNE in tagged.page_text(1)


def test_nothing_heavy_is_loaded_before_printing() -> None:
    code = (
        "import sys; import ctg_desktop.pdf.booklet, ctg_desktop.pdf.render; "
        "sys.exit(len({'reportlab', 'PIL', 'pikepdf'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
