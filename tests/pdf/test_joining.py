"""Papers joined in one file stay what they were: pages, tags, links, outline."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from pdfua.validator import validate

from ctg_desktop.domain.progress import Cancelled
from ctg_desktop.pdf.joining import Part, joined
from tests.pdf.reading import Tagged

TITLE = "Accueil d’une famille"


@pytest.fixture(scope="module")
def whole(booklet: bytes) -> bytes:
    return joined([Part("Premier", booklet), Part("Second", booklet)], TITLE)


def test_everything_is_there_twice(whole: bytes, tagged: Tagged) -> None:
    both = Tagged(whole)
    assert len(both.pdf.pages) == 2 * len(tagged.pdf.pages)
    assert both.text == f"{tagged.text}\n{tagged.text}"
    assert [one.kind for one in both.tree.kids] == ["Part", "Part"]
    assert len(both.tree.all("Link")) == 2 * len(tagged.tree.all("Link"))


def test_every_mark_is_owned_by_the_element_that_holds_it(whole: bytes) -> None:
    pdf = pikepdf.open(io.BytesIO(whole))
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums
    by_key = {int(owners[place]): owners[place + 1] for place in range(0, len(owners), 2)}
    keys = [int(page.obj.StructParents) for page in pdf.pages]
    keys += [int(one.StructParent) for page in pdf.pages for one in page.obj.get("/Annots", ())]
    assert sorted(keys) == sorted(by_key)
    for page in pdf.pages:
        for mark, owner in enumerate(by_key[int(page.obj.StructParents)]):
            assert _holds(owner, page.obj, mark)


def test_links_of_the_second_lead_into_the_second(whole: bytes, tagged: Tagged) -> None:
    pdf = pikepdf.open(io.BytesIO(whole))
    half = len(tagged.pdf.pages)
    second = {page.obj.objgen for page in list(pdf.pages)[half:]}
    inside = [
        one.Dest[0].objgen
        for page in list(pdf.pages)[half:]
        for one in page.obj.get("/Annots", ())
        if "/Dest" in one
    ]
    assert inside
    assert set(inside) <= second


def test_it_says_what_it_is(whole: bytes, tagged: Tagged, tmp_path: Path) -> None:
    pdf = pikepdf.open(io.BytesIO(whole))
    assert (str(pdf.docinfo.Title), str(pdf.Root.Lang)) == (TITLE, str(tagged.pdf.Root.Lang))
    with pdf.open_outline() as outline:
        assert [one.title for one in outline.root] == ["Premier", "Second"]
        assert outline.root[1].children
    file = tmp_path / "ensemble.pdf"
    file.write_bytes(whole)
    found = [one.rule_id for one in validate(str(file)).outcomes if one.findings]
    assert found == []


def test_the_same_parts_give_the_same_bytes(whole: bytes, booklet: bytes) -> None:
    assert joined([Part("Premier", booklet), Part("Second", booklet)], TITLE) == whole


def test_it_can_be_stopped(booklet: bytes) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        joined([Part("Premier", booklet)], TITLE, stop)


def _holds(element: pikepdf.Object, page: pikepdf.Object, mark: int) -> bool:
    kids = element.K
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            if kid == mark and element.Pg.objgen == page.objgen:
                return True
        elif kid.get("/Type") == "/MCR" and kid.Pg.objgen == page.objgen and mark == kid.MCID:
            return True
    return False
