"""Takes back a change set by a new one that puts the old values back.

A field is put back only where it still holds the value that the change set gave it: what somebody
changed since is kept, and said. The journal being on the disk, this works tomorrow too.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ctg_desktop.db.recorder import Intent
from ctg_desktop.db.reversal import Reversal
from ctg_desktop.db.tables import ChangeSetRecord, FieldChangeRecord
from ctg_desktop.db.undone_households import remember
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.history import Origin, UndoReport
from ctg_desktop.errors import UserError

_ERASURE = "household-erased"
UNDONE = "undone"
REDONE = "redone"
C = ChangeSetRecord
F = FieldChangeRecord

_AT_ONCE = 20
_DONE = (Origin.PERSON.value, Origin.IMPORT.value)


def undo(
    vault: Vault, change_set: str | None = None, *, actor: str = "", past_erasure: bool = False
) -> UndoReport:
    """Take back a change set.

    Args:
        vault: An open vault.
        change_set: Its id; ``None`` for our last one that was not taken back yet and can be: those
            of a family that was erased since are passed over.
        actor: Who asks, for the journal.
        past_erasure: Also when an erasure was the last thing done: what was done before it.

    Raises:
        UserError: ``nothing-to-undo``; ``change-set-unknown``; ``change-set-undone`` when it was
            taken back already; ``change-set-final`` for one that the program made itself;
            ``change-set-erased`` when a record of it was erased for good, or nothing else is left;
            ``erasure-final`` where that erasure was the last thing done.
    """
    if change_set is not None:
        return _take_back(vault, change_set, actor)
    with vault.reading() as stored:
        if not past_erasure:
            _check_last_is_no_erasure(stored.session, vault.site)
        target, skipped = _last_standing(stored.session, vault.site)
    if target is None:
        raise UserError("change-set-erased" if skipped else "nothing-to-undo")
    return replace(_take_back(vault, target, actor), skipped=skipped)


def redo(vault: Vault, *, actor: str = "") -> UndoReport:
    """Take back the last undo, as long as nothing new was done after it.

    Raises:
        UserError: ``nothing-to-redo``.
    """
    with vault.reading() as stored:
        target = _last_undone(stored.session, vault.site)
    if target is None:
        raise UserError("nothing-to-redo")
    return _take_back(vault, target, actor)


def _take_back(vault: Vault, target_id: str, actor: str) -> UndoReport:
    with vault.reading() as stored:
        target = _effective(stored.session, target_id)
        if _is_cut(stored.session, target):
            raise UserError("change-set-erased")
    label, params = _root(target)
    back = target.origin == Origin.UNDO.value
    intent = Intent(
        label=REDONE if back else UNDONE,
        actor=actor,
        params={"of": label, "of_params": params},
        origin=Origin.REDO if back else Origin.UNDO,
        undoes=target.id,
    )
    with vault.working(intent) as work:
        if work.session.get_one(C, target.id).undone:
            raise UserError("change-set-undone")
        kept = Reversal(work.session).run(target.id)
        remember(work)
    return UndoReport(work.changes, tuple(kept), label, params)


def _check_last_is_no_erasure(session: Session, site: str) -> None:
    newest = select(C.label).where(C.site == site).order_by(C.counter.desc()).limit(1)
    if session.scalar(newest) == _ERASURE:
        raise UserError("erasure-final")


def _is_cut(session: Session, target: ChangeSetRecord) -> bool:
    """Tell whether what a change set did to one of its records was erased with the record."""
    records = select(F.entity, F.record_id).where(F.change_set_id == target.id).distinct()
    standing = session.scalar(select(func.count()).select_from(records.subquery())) or 0
    return standing < target.size


def _last_standing(session: Session, site: str) -> tuple[str | None, int]:
    """Return our last change set that can be taken back, and how many newer ones cannot be.

    Undone and redone ones stand as of their redoing.
    """
    done = (
        select(C)
        .where(C.site == site, C.origin.in_((*_DONE, Origin.REDO.value)), C.undone.is_(False))
        .order_by(C.counter.desc())
        .execution_options(yield_per=_AT_ONCE)
    )
    skipped = 0
    for found in session.scalars(done):
        if not _is_cut(session, found):
            return found.id, skipped
        skipped += 1
    return None, skipped


def _last_undone(session: Session, site: str) -> str | None:
    newest = select(func.max(C.counter)).where(C.site == site, C.origin.in_(_DONE))
    return session.scalar(
        select(C.id)
        .where(
            C.site == site,
            C.origin == Origin.UNDO.value,
            C.undone.is_(False),
            C.counter > newest.scalar_subquery(),
        )
        .order_by(C.counter.desc())
        .limit(1)
    )


def _effective(session: Session, change_set: str) -> ChangeSetRecord:
    """Return the change set to take back: this one or, when it was undone and redone, its redoing.

    Raises:
        UserError: ``change-set-unknown``, ``change-set-undone``, ``change-set-final``.
    """
    found = session.get(C, change_set)
    if found is None:
        raise UserError("change-set-unknown", id=change_set[:80])
    if found.origin == Origin.PROGRAM.value:
        raise UserError("change-set-final")
    if not found.undone:
        return found
    undoing = session.scalars(select(C).where(C.undoes == found.id)).one()
    if not undoing.undone:
        raise UserError("change-set-undone")
    return _effective(session, session.scalars(select(C.id).where(C.undoes == undoing.id)).one())


def _root(target: ChangeSetRecord) -> tuple[str, dict[str, object]]:
    """Return the label of what a person did in the first place, and its parameters."""
    if target.origin in _DONE:
        return target.label, target.label_params
    return target.label_params["of"], target.label_params["of_params"]
