"""What an independent checker says of the pages: nothing; and that it does speak of bad ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ctg_desktop.pdf.html import to_html
from tests.accessibility.checking import Fault, faults
from tests.pdf.every_block import every_block

SPOILT: dict[str, tuple[Callable[[str], str], str]] = {
    "a picture without a text": (lambda page: page.replace(' alt="Un logo"', "", 1), "image-alt"),
    "a level left out": (
        lambda page: page.replace("h3>", "h5>").replace("<h3", "<h5"),
        "heading-order",
    ),
    "no language": (lambda page: page.replace('<html lang="fr">', "<html>", 1), "html-has-lang"),
    "a link without a name": (
        lambda page: page.replace("voir les figures", "", 1),
        "link-name",
    ),
    "a drawing without a text": (
        lambda page: page.replace("<title>Code QR : site de la mairie</title>", "", 1),
        "svg-img-alt",
    ),
    "text outside the landmarks": (
        lambda page: page.replace("</body>", "<p>x</p></body>"),
        "region",
    ),
    "an element not closed": (lambda page: page.replace("</section>", "", 1), "close-order"),
    "a list of paragraphs": (
        lambda page: page.replace("<li>", "<p>", 1),
        "element-permitted-content",
    ),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Fault]]:
    page = to_html(every_block())
    spoilt = {name: spoil(page.decode()).encode() for name, (spoil, _) in SPOILT.items()}
    assert page not in spoilt.values()
    return faults({"every block": page, **spoilt}, tmp_path_factory.mktemp("pages"))


def test_a_page_with_every_block_is_without_fault(found: dict[str, list[Fault]]) -> None:
    assert found["every block"] == []


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_page_is_reported(found: dict[str, list[Fault]], name: str) -> None:
    assert SPOILT[name][1] in {fault["rule"] for fault in found[name]}
