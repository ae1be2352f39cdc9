"""The journal of access: written by whoever lets personal data out, read, checked and printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ctg_desktop.db import backup_files
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import (
    IDS_KEPT,
    Access,
    AccessKind,
    AccessRow,
    Broken,
    Disclosure,
    check,
)
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.clock import clock_of
from ctg_desktop.usecases.papers import RenderedPaper, file_name

PAGE_WORDS = ("page A4", "pages A4")


class AccessLog:
    """The journal of access of a vault."""

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def note(
        self,
        kind: AccessKind,
        what: str,
        entity: str = "",
        ids: Iterable[str] = (),
        count: int | None = None,
    ) -> None:
        """Write a line; it is on the disk when this returns.

        Args:
            kind: What was done.
            what: Code of what it was, e.g. ``labels``.
            entity: Kind of the records concerned.
            ids: Which; never values.
            count: How many, where that is not the number of ids.

        Raises:
            UserError: As :meth:`require_noting`.
        """
        self.require_noting()
        concerned = tuple(ids)
        at = self._vault.now().isoformat(timespec="seconds")
        self._vault.access_log.add(
            Access(
                at=at,
                actor=self._actor,
                kind=kind,
                what=what,
                entity=entity,
                ids=concerned[:IDS_KEPT],
                count=len(concerned) if count is None else count,
            )
        )

    def require_noting(self) -> None:
        """Refuse to let personal data out of a vault in which that cannot be noted.

        Raises:
            UserError: ``consultation-personal``.
        """
        if self._vault.consultation is not None:
            raise UserError("consultation-personal")

    def require_for(self, paper: RenderedPaper) -> None:
        """Refuse a paper that carries personal data where that cannot be noted.

        Raises:
            UserError: As :meth:`require_noting`.
        """
        if paper.carries is not None:
            self.require_noting()

    def note_paper(self, paper: RenderedPaper, kind: AccessKind) -> None:
        """Note that a paper left the program, when it carries personal data."""
        if paper.carries is not None:
            self.note_disclosure(paper.carries, kind)

    def note_disclosure(self, carried: Disclosure, kind: AccessKind) -> None:
        """Note what left the program."""
        self.note(kind, carried.what, carried.entity, carried.ids)

    def rows(self) -> list[AccessRow]:
        """Return all lines, the first one first."""
        return self._vault.access_log.rows()

    def count(self) -> int:
        """Return how many lines there are."""
        return self._vault.access_log.count()

    def check(self) -> Broken | None:
        """Return where a line was changed or cut out, also against what backups know of it."""
        root = self._vault.folder / backup_files.FOLDER_NAME
        backups = backup_files.backups_of(root, self._vault.seal_key)
        site = self._vault.site
        manifests = [one.manifest for one in backups if one.manifest]
        return check(self.rows(), [one.head for one in manifests if one.site == site])

    def purge(self) -> int:
        """Take lines away that are older than 12 months; the chain goes on. Return how many.

        A vault that is consulted keeps them until it is next opened, and so does one that is
        opened under a clock that cannot be right: years ahead, it would take everything away.
        """
        if self._vault.consultation is not None:
            return 0
        at = self._vault.now().isoformat(timespec="seconds")
        if not self._vault.access_log.is_due(at) or clock_of(self._vault).fault is not None:
            return 0
        return self._vault.access_log.purge(Access(at, self._actor, AccessKind.PURGED, ""))

    def paper(self, today: date) -> RenderedPaper:
        """Lay the journal out on A4, to be shown to whoever asks for it.

        Raises:
            UserError: As :meth:`require_noting`: it names the persons who work here.
        """
        self.require_noting()
        from ctg_desktop.pdf.access_log import access_log_document
        from ctg_desktop.pdf.render import render

        profile = self._vault.profile
        made = render(access_log_document(self.rows(), profile, today))
        name = file_name("Journal des accès", profile.name, today)
        return RenderedPaper(made.content, made.pages, name, PAGE_WORDS)
