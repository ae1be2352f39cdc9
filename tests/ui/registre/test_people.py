"""The persons of the register: views, a request by keyboard, what is said of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.register.entry import AskedBy
from ctg_desktop.domain.register.views import RegisterView
from ctg_desktop.ui.impressions.paper_dialog import PaperDialog
from ctg_desktop.ui.registre.book import RegisterBook
from ctg_desktop.ui.registre.page import RegisterPage
from tests.register_for_tests import KEEPER_PASSWORD
from tests.ui.keys import CTRL, press, type_text
from tests.ui.opened import Opened, nameless, out_of_order, tab_order

from .conftest import BY_NEIGHBOUR, TODAY, ago, dialog_over
from .people_in_hand import Settle, ask_for_another, open_person, stored, target


def test_what_is_beside_the_list_is_made_a_part_at_a_time(
    page: RegisterPage, settle: Settle, opened: Opened
) -> None:
    page.door.opened.emit(opened.office.register.unlock(KEEPER_PASSWORD))
    book = page.book
    assert book is not None
    assert not book.people.is_open
    parts = 0
    while book.people.grow():
        parts += 1
    assert parts > 3
    settle()
    assert open_person(book, settle, "Guérin").last_name == "Guérin"


def test_views_are_words_with_counts_and_the_most_urgent_receipt_first(
    book: RegisterBook,
) -> None:
    chips = {one.text() for one in book.people.chips.findChildren(QPushButton)}
    assert chips == {
        "Toutes  3",
        "À accuser  2",
        "En attente  0",
        "Inscrites  1",
        f"À confirmer cette année  {int(ago(498).year < TODAY.year)}",
        "Refus  0",
    }
    book.people.show_view(RegisterView.TO_ACKNOWLEDGE)
    model = book.people.model
    shown_rows = [[model.index(row, at).data() for at in (0, 1)] for row in range(2)]
    assert shown_rows == [
        ["Guérin Paulette", "retard de 4\u00a0jours"],
        ["Pailler Roger", "reste 3\u00a0jours"],
    ]


def test_the_list_is_filtered_by_what_is_typed(book: RegisterBook) -> None:
    book.focus_search()
    type_text(book.people.line, "guerin")
    book.people.line.settled.emit("guerin")
    assert [row.name for row in book.people.model.rows] == ["Guérin Paulette"]


def test_a_request_is_noted_by_keyboard_alone(
    page: RegisterPage, book: RegisterBook, settle: Settle, opened: Opened
) -> None:
    press(opened.window, Qt.Key.Key_N, CTRL)
    settle()
    asked = target(book, "asked_by")
    assert asked.hasFocus()
    typed = {"last_name": "Moreau", "first_names": "Didier", "phone": "0536490204"}
    widget: QWidget | None = asked
    for _ in range(40):
        press(widget, Qt.Key.Key_Tab)  # type: ignore[arg-type]  # a widget has the focus
        widget = opened.window.focusWidget()
        for name, words in typed.items():
            if widget is target(book, name):
                type_text(widget, words)
    press(opened.window, Qt.Key.Key_S, CTRL)
    settle()
    (entry,) = stored(book, "Moreau")
    assert (entry.request.by, entry.request.on) == (AskedBy.PERSON, TODAY)
    assert entry.phone == "+33536490204"
    assert page.book is book


def test_who_saves_by_the_button_goes_on_where_the_form_ends(
    book: RegisterBook, settle: Settle, opened: Opened
) -> None:
    book.new_()
    settle()
    last_name = target(book, "last_name")
    last_name.setFocus()
    type_text(last_name, "Moreau")
    save = book.people.detail.save_button
    widget: QWidget | None = last_name
    for _ in range(30):
        if widget is not None and widget is not save:
            press(widget, Qt.Key.Key_Tab)
            widget = opened.window.focusWidget()
    assert widget is save
    press(save, Qt.Key.Key_Return)
    settle()
    assert len(stored(book, "Moreau")) == 1
    here = opened.window.focusWidget()
    assert here is not None
    assert book.people.detail.form.isAncestorOf(here)


def test_what_a_neighbour_says_is_refused_and_the_blank_form_is_offered(
    book: RegisterBook, settle: Settle
) -> None:
    ask_for_another(book, settle, "Thibault")
    oral = book.people.detail.form.oral
    assert oral.isVisible()
    book.save_()
    settle()
    field = book.people.detail.form.fields.field("in_writing")
    assert field is not None
    assert "par écrit" in field.error.text()
    assert field.target.hasFocus()
    assert stored(book, "Thibault") == []
    oral.button.click()
    settle()
    paper = dialog_over(book)
    assert isinstance(paper, PaperDialog)
    assert paper.preview.page_count > 0
    paper.accept()
    written = target(book, "in_writing")
    press(written, Qt.Key.Key_Space)
    assert not oral.isVisible()
    book.save_()
    settle()
    (entry,) = stored(book, "Thibault")
    assert entry.request.in_writing


def test_the_form_holds_the_fields_of_the_decree_and_reads_in_its_order(
    book: RegisterBook, settle: Settle
) -> None:
    open_person(book, settle, "Guérin")
    form = book.people.detail.form
    assert nameless(book) == []
    assert out_of_order(book.people.detail, form.content) == []
    visited = [one.accessibleName() for one in tab_order(book)]
    assert visited[:5] == [
        "Fermer le registre",
        "Nouvelle demande",
        "Personnes",
        "Toutes,  3",
        "Filtrer cette liste (Ctrl+F)",
    ]
    assert visited[-1] == "Retirer…"
    assert set(form.fields.values()) == {
        *("asked_by", "asked_on", "in_writing", "proof"),
        *("third_name", "third_quality", "third_phone", "third_address"),
        *("last_name", "first_names", "birth_date", "quality"),
        *("address_lines", "postal_code", "city", "phone"),
        *("to_warn", "home_services"),
    }


def test_warnings_are_said_and_nothing_is_refused_for_them(
    qtbot: QtBot, book: RegisterBook, settle: Settle
) -> None:
    open_person(book, settle, "Pailler")
    assert book.people.detail.warnings.words() == []
    ask_for_another(book, settle, BY_NEIGHBOUR.last_name)
    warnings = book.people.detail.warnings
    qtbot.waitUntil(lambda: any("déjà dans le registre" in one for one in warnings.words()))
