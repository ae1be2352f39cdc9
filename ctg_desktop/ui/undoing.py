"""Ctrl+Z: takes back the last thing a person did, today or yesterday, and says what it was."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ctg_desktop.domain.history import UndoReport
from ctg_desktop.domain.wording import joined, plural
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.family_sentences import PASSED_OVER
from ctg_desktop.messages.labels import FIELD_LABELS, label_for
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.page import Notice

_NAMED = 3


class Undoing(QObject):
    """Undo and redo through the journal."""

    notice = Signal(object)
    """A :class:`~ctg_desktop.ui.page.Notice` that says what was taken back."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def undo(self) -> None:
        """Take back the last change set."""
        self._desk.tasks.run(self._desk.office.journal.undo, self._undone, failed=self._refused)

    def undo_older(self) -> None:
        """Take back what was done before an erasure, which stays."""
        journal = self._desk.office.journal
        self._desk.tasks.run(
            lambda: journal.undo(past_erasure=True), self._undone, failed=self._refused
        )

    def redo(self) -> None:
        """Take back the last undo."""
        self._desk.tasks.run(self._desk.office.journal.redo, self._redone, failed=self._refused)

    def _undone(self, report: UndoReport) -> None:
        self._desk.bus.changed.emit(report.changes)
        self.notice.emit(Notice(undo_sentence(report), "Rétablir", self.redo))

    def _redone(self, report: UndoReport) -> None:
        self._desk.bus.changed.emit(report.changes)
        self.notice.emit(Notice(redo_sentence(report), "Annuler", self.undo))

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.code == "erasure-final":
            self.notice.emit(Notice(sentence(error), "Annuler ce qui précède", self.undo_older))
        elif isinstance(error, UserError):
            self.notice.emit(Notice(sentence(error)))
        else:
            self._desk.report(error)


def undo_sentence(report: UndoReport) -> str:
    """Return what an undo took back, and what it left alone."""
    return f"Annulé : {_label(report)}.{_passed_over(report)}{_kept(report)}"


def redo_sentence(report: UndoReport) -> str:
    """Return what a redo did again, and what it left alone."""
    return f"Rétabli : {_label(report)}.{_kept(report)}"


def _label(report: UndoReport) -> str:
    changes = report.changes
    size = len(changes.listings) + len(changes.events)
    return label_for(report.label, report.label_params, size or 1)


def _passed_over(report: UndoReport) -> str:
    return f" {PASSED_OVER}" if report.skipped else ""


def _kept(report: UndoReport) -> str:
    if not report.kept:
        return ""
    shown = [
        f"{FIELD_LABELS.get(one.field, one.field).lower()} de « {one.name} »"
        for one in report.kept[:_NAMED]
    ]
    more = len(report.kept) - len(shown)
    names = joined([*shown, plural(more, "autre", "autres")] if more else shown)
    return f" Gardé, car modifié depuis : {names}."
