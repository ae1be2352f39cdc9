"""The contents of the booklet: the list, and the piece chosen in it, saved as one edits."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.booklet import BookletPart
from ctg_desktop.domain.booklet_order import Piece
from ctg_desktop.domain.booklet_outline import fresh_text_code, is_own_text
from ctg_desktop.domain.category import Category
from ctg_desktop.domain.changes import Changes
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.impressions.booklet.contents import ContentsList, words_of
from ctg_desktop.ui.impressions.booklet.piece import PieceEditor
from ctg_desktop.ui.impressions.booklet.store import DRAFTS, BookletStore
from ctg_desktop.ui.impressions.saved_typing import SavedTyping
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.reglages.colours import COLOURS
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.text import IconText
from ctg_desktop.usecases.settings import code_for

DRAFT = f"{DRAFTS}contents"
NEW_TEXT = "Nouveau texte"
NEW_CHAPTER = "Nouvelle rubrique"


class ContentsCard(Card):
    """What the booklet holds, in which order."""

    settings_wanted = Signal()
    """The long texts are wanted."""
    notice = Signal(object)
    """Something to say in the banner."""

    def __init__(self, desk: Desk, store: BookletStore, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk, self._store = desk, store
        self.details = FoldedDetails("Contenu du livret")
        self.contents, self.editor = ContentsList(), PieceEditor()
        self.error = IconText(Icon.ERROR, "", Tone.ERROR)
        self.error.hide()
        self.typing = SavedTyping(desk, DRAFT, self._typed_value, self._save, self)
        self._shown = ""
        self.body.setContentsMargins(MARGIN, UNIT, MARGIN, UNIT)
        self.body.addWidget(self.details)
        for widget in (self.contents, self.error, self.editor):
            self.details.body.addWidget(widget)
        keep_out(desk, self.contents, self.editor)
        self._connect()

    def show_state(self, draft: dict[str, Any] | None) -> None:
        """Show what was read, with the typing that was not saved then."""
        self.contents.show_pieces(self._store.pieces)
        if draft is not None:
            self._take_draft(draft)

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside what it is about; tell whether it is about the contents."""
        kind, _, rest = error.field.partition(".")
        place, _, name = rest.partition(".")
        if kind == "categories" and place.isdigit():
            chapters = [one for one in self.contents.pieces() if isinstance(one, Category)]
            self._stand(chapters[int(place)].code, name, error)
        elif kind == "parts":
            self._stand(place, name, error)
        elif error.code == "category-in-use":
            self.error.show_text(sentence(error))
            self.error.show()
            self._store.load()
        else:
            return False
        return True

    def _connect(self) -> None:
        self.contents.edited.connect(self._save)
        self.contents.current_changed.connect(self._show_current)
        self.contents.add_wanted.connect(self._add)
        self.contents.remove_wanted.connect(self._remove)
        self.editor.typed.connect(self._note_typing)
        self.editor.picked.connect(self._pick)
        self.editor.months_picked.connect(
            lambda months: self._store.save_settings(calendar_months=months)
        )
        self.editor.settings_wanted.connect(self.settings_wanted)

    def _note_typing(self) -> None:
        self._take_piece()
        self.typing.note()

    def _pick(self) -> None:
        self._take_piece()
        self._save()

    def _take_piece(self) -> None:
        piece = self.editor.piece()
        if piece is not None:
            self.contents.replace_current(piece)

    def _save(self) -> None:
        self.error.hide()
        self._store.save_pieces(self.contents.pieces())

    def _show_current(self) -> None:
        piece = self.contents.current()
        code = piece.code if piece else ""
        if code != self._shown:
            self.typing.hand_over()
            self._shown = code
        self.editor.show_piece(piece, self._store.settings.calendar_months)
        self.contents.set_removable(
            isinstance(piece, Category) or (piece is not None and is_own_text(piece))
        )

    def _add(self, kind: str) -> None:
        pieces = self.contents.pieces()
        piece = _new_text(pieces) if kind == "text" else _new_chapter(pieces)
        current = self.contents.current()
        at = pieces.index(current) + 1 if current in pieces else 0
        at = min(at, len(pieces) - 1)
        self.contents.show_pieces((*pieces[:at], piece, *pieces[at:]))
        self.contents.select(piece.code)
        self._save()
        self.editor.take_focus()

    def _remove(self) -> None:
        gone = self.contents.current()
        left = [one for one in self.contents.pieces() if one is not gone]
        at = self.contents.list.currentRow()
        self.contents.show_pieces(left)
        self.contents.select(left[min(at, len(left) - 1)].code)
        self.error.hide()
        self._store.save_pieces(self.contents.pieces(), partial(self._say_removed, gone))
        self.contents.list.setFocus()

    def _say_removed(self, gone: Piece | None, changes: Changes) -> None:
        name = words_of(gone) if gone is not None else ""
        words = f"«\u202f{name}\u202f» n’est plus dans le livret."
        self.notice.emit(undo_notice(self._desk, words, changes))

    def _stand(self, code: str, name: str, error: UserError) -> None:
        self.details.set_open(True)
        self.contents.select(code)
        if not self.editor.refuse(name, sentence(error)):
            self.error.show_text(sentence(error))
            self.error.show()

    def _typed_value(self) -> dict[str, Any]:
        return {"piece": msgspec.to_builtins(self.editor.piece())}

    def _take_draft(self, draft: dict[str, Any]) -> None:
        typed = draft["changes"].get("piece") or {}
        kinds = {one.code: type(one) for one in self.contents.pieces()}
        kind = kinds.get(typed.get("code", ""))
        if kind is None:
            self.typing.drop()
            return
        piece: Piece = msgspec.convert(typed, kind)
        self.contents.select(piece.code)
        kept = self.contents.current()
        if isinstance(piece, BookletPart) and isinstance(kept, BookletPart):
            piece = replace(piece, shown=kept.shown, after=kept.after)
        if piece == kept:
            self.typing.drop()
            return
        self.contents.replace_current(piece)
        self._show_current()
        self.details.set_open(True)
        self.notice.emit(Notice("Livret\u00a0: votre saisie non enregistrée a été retrouvée."))
        self.typing.note()


def _new_text(pieces: tuple[Piece, ...]) -> BookletPart:
    return BookletPart(fresh_text_code(pieces), title=NEW_TEXT)


def _new_chapter(pieces: tuple[Piece, ...]) -> Category:
    code = code_for(NEW_CHAPTER, [one.code for one in pieces])
    return Category(code, NEW_CHAPTER, "", len(pieces), COLOURS[0][0])
