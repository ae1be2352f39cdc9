"""Encodings, separators, line breaks and faults of delimited text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.progress import Cancelled, silent
from ctg_desktop.errors import UserError
from ctg_desktop.imports import encoding
from ctg_desktop.imports.encoding import TextFormat

TEXT = "nom;ville\r\nFoyer « été » œuvre;Brux\r\n"


def rows_of(path: Path) -> list[list[str] | None]:
    return list(encoding.rows(path, encoding.detect(path), silent))


@pytest.mark.parametrize(
    ("codec", "found"),
    [
        ("utf-8", "utf-8-sig"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
    ],
)
def test_encodings(tmp_path: Path, codec: str, found: str) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(TEXT.encode(codec))
    assert encoding.detect(path).encoding == found
    assert rows_of(path) == [["nom", "ville"], ["Foyer « été » œuvre", "Brux"]]


@pytest.mark.parametrize("separator", encoding.SEPARATORS)
def test_separators(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "liste.txt"
    path.write_text(f'nom{separator}note\n"a, b; c|d"{separator}"2\nlignes"\n', "utf-8")
    assert encoding.detect(path).separator == separator
    assert rows_of(path) == [["nom", "note"], ["a, b; c|d", "2\nlignes"]]


def test_announced_separator(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("sep=,\r\nnom,ville\r\nFoyer,Brux\r\n", "utf-8")
    assert rows_of(path) == [["nom", "ville"], ["Foyer", "Brux"]]


def test_first_accent_far_away_decides(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(
        b"nom;ville\r\n" + b"Foyer;Brux\r\n" * 200_000 + "Fête;Anché\r\n".encode("cp1252")
    )
    assert path.stat().st_size > 2_000_000
    assert encoding.detect(path).encoding == "cp1252"
    assert rows_of(path)[-1] == ["Fête", "Anché"]


def test_letter_cut_where_the_sample_ends(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    start = b"nom;ville\r\n"
    path.write_bytes(start + b"x" * ((1 << 20) - len(start) - 1) + "é;Brux\r\n".encode())
    assert encoding.detect(path).encoding == "utf-8-sig"


def test_cp1252_letter_at_the_very_end(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes("nom\r\nCafé".encode("cp1252"))
    assert rows_of(path)[-1] == ["Café"]


def test_utf8_until_it_is_not(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    good = "Fête;Anché\r\n".encode() * 800_000
    path.write_bytes(b"nom;ville\r\n" + good + "Café;Brux\r\n".encode("cp1252"))
    assert path.stat().st_size > 10_000_000
    last = rows_of(path)[-1]
    assert last is not None
    assert encoding.is_stray(last[0])
    assert not encoding.is_stray(last[1])
    assert encoding.mend(last[0]) == "Café"


def test_bytes_that_cp1252_leaves_undefined(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(b"nom;ville\r\nF\xeate \x81\x8d;Anch\xe9\r\nTh\xe9\xe2tre;Brux\r\n")
    row = rows_of(path)[1]
    assert row is not None
    assert encoding.mend(row[0]) == "Fête "


def test_an_unclosed_quote_costs_its_rows_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text('nom;ville\n"jamais fermé;Brux\n' + "Foyer;Brux\n" * 40_000, "utf-8")
    rows = rows_of(path)
    assert rows.count(None) == 1
    assert rows.count(["Foyer", "Brux"]) > 10_000


def test_a_line_of_twenty_megabytes_is_read_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("nom;ville\n" + "x" * 20_000_000 + "\nFoyer;Brux\n", "utf-8")
    rows = rows_of(path)
    assert rows[-1] == ["Foyer", "Brux"]
    assert None in rows


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"  \r\n\t\n", "file-empty"),
        (b"\xef\xbb\xbf", "file-empty"),
        (b"\x00\x01\x02" * 100, "file-format-unknown"),
    ],
)
def test_refusals(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        encoding.detect(path)
    assert caught.value.code == code


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.csv", tmp_path):
        with pytest.raises(UserError) as caught:
            encoding.detect(path)
        assert caught.value.code == "file-missing"


def test_progress_in_bytes_and_cancel(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(b"nom;ville\r\n" + b"Foyer;Brux\r\n" * 200_000)
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done > 1_000_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(encoding.rows(path, TextFormat("utf-8-sig", ";"), progress))
    assert all(total == path.stat().st_size for _, total in seen)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] < path.stat().st_size


@given(st.lists(st.lists(st.text(), min_size=2, max_size=4), min_size=1, max_size=5))
def test_mending_clean_text_changes_nothing(rows: list[list[str]]) -> None:
    for row in rows:
        for cell in row:
            if not encoding.is_stray(cell):
                assert encoding.mend(cell) == cell
