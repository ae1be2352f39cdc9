"""A family is welcomed in one action, and only in the ways it agreed to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.event import Event
from ctg_desktop.ui.familles.welcome_dialog import WelcomeDialog
from tests.ui.familles.known import Show, dialog_of, stored
from tests.ui.opened import TODAY, Opened, at

Open = Callable[[str], WelcomeDialog]


@pytest.fixture
def welcome(show: Show) -> Open:
    def open_(name: str) -> WelcomeDialog:
        detail = show(name)
        detail.follow.welcome_button.click()
        return dialog_of(detail, WelcomeDialog)

    return open_


def invite_to(opened: Opened) -> None:
    opened.office.calendar.save(Event(title="Café des parents", start=at(2026, 12, 5, 9, 30)))


def text_of(target: Path) -> str:
    with pypdfium2.PdfDocument(target) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def test_papers_are_written_and_ticked_and_what_is_missing_is_said(
    qtbot: QtBot, opened: Opened, welcome: Open, tmp_path: Path
) -> None:
    dialog = welcome("Famille Martin-Dubois")
    folder = tmp_path / "accueil"
    folder.mkdir()
    dialog.write_to(folder)
    qtbot.waitUntil(lambda: bool(opened.notices))
    names = sorted(one.name for one in folder.iterdir())
    assert len(names) == 3
    assert not [one for one in names if "Martin" in one]
    assert "Martin-Dubois" in text_of(next(folder.glob("*Lettre*")))
    said = opened.notices[-1].text.replace("\xa0", " ")
    assert "Il manque : invitation aux prochaines dates." in said
    family = stored(opened, "Famille Martin-Dubois")
    assert (family.informed_on, family.welcome.letter_on, family.welcome.booklet_on) == (
        TODAY,
        TODAY,
        TODAY,
    )
    assert family.welcome.invited_on is None
    opened.notices[-1].action()  # type: ignore[misc]  # the notice has one
    qtbot.waitUntil(lambda: stored(opened, "Famille Martin-Dubois").informed_on is None)


def test_papers_are_printed_in_one_go_with_the_invitation(
    qtbot: QtBot, opened: Opened, welcome: Open, tmp_path: Path
) -> None:
    invite_to(opened)
    dialog = welcome("Famille Martin-Dubois")
    printed = tmp_path / "imprimé.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(printed))
    pack = opened.office.welcome.prepare(
        stored(opened, "Famille Martin-Dubois").id, dialog.form.options(), TODAY
    )
    dialog.print_on(printer, pack, opened.office.welcome.joined(pack))
    qtbot.waitUntil(lambda: bool(opened.notices))
    assert printed.stat().st_size > 0
    family = stored(opened, "Famille Martin-Dubois")
    assert (family.welcome.invited_on, family.welcome.invited_to) == (TODAY, "Café des parents")


def test_message_is_drafted_only_for_who_agreed(
    qtbot: QtBot,
    opened: Opened,
    welcome: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    invite_to(opened)
    without = welcome("Famille Okafor")
    assert without.email_button.isHidden()
    without.reject()
    dialog = welcome("Famille Martin-Dubois")
    assert not dialog.email_button.isHidden()
    target = tmp_path / "accueil.eml"
    dialog.write_email(target)
    qtbot.waitUntil(lambda: bool(opened.notices))
    assert b"martin.dubois@valmoulin.example" in target.read_bytes()
    welcome_ = stored(opened, "Famille Martin-Dubois").welcome
    assert (welcome_.letter_on, welcome_.booklet_on, welcome_.invited_on) == (None, TODAY, None)


def test_what_was_done_is_not_done_again(welcome: Open) -> None:
    dialog = welcome("Famille Okafor")
    ticked = [part.value for part in dialog.form.options().parts]
    assert ticked == ["letter", "invitation"]


def test_nothing_chosen_prints_nothing(welcome: Open) -> None:
    dialog = welcome("Famille Okafor")
    for line in dialog.form.lines.values():
        if line.tick.value():
            line.tick.click()
    assert not dialog.print_button.isEnabled()
