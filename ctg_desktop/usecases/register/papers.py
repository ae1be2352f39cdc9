"""The papers of the register: receipts, letters, the sheet of calls, what the prefect is given."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain.access_log import AccessKind, Disclosure
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.domain.register.calls import CallRow
from ctg_desktop.domain.register.entry import Alert, RegisterEntry
from ctg_desktop.domain.register.letters import (
    RegisterLetter,
    RegisterWords,
    information,
    receipts,
    yearly,
)
from ctg_desktop.domain.register.listing import EntryRow
from ctg_desktop.domain.register.prefect_table import HEADER, rows_of
from ctg_desktop.domain.register.settings import RegisterSettings
from ctg_desktop.domain.text import fold
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.information_notices import privacy_of
from ctg_desktop.usecases.letter_settings import sender_of
from ctg_desktop.usecases.letters import letterhead
from ctg_desktop.usecases.papers import RenderedPaper, file_name, written_beside

if TYPE_CHECKING:
    from ctg_desktop.pdf.document import Document

SETTING = "register"
ENTITY = "register"
SHEET_NAME = "Registre"
_A4 = ("page A4", "pages A4")
_LYING = ("page A4 paysage", "pages A4 paysage")


class TableFormat(StrEnum):
    """What the prefect may be given beside a PDF; the value is the file's ending."""

    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class PrefectTable:
    """A table that was written.

    Attributes:
        path: Where; another name than asked when that file was open elsewhere.
        asked: Where it was asked.
    """

    path: Path
    asked: Path
    persons: int


class OpenedRegister(Protocol):
    """What papers ask of an open register."""

    def get(self, entry_id: str) -> RegisterEntry:
        """Return an entry."""

    def full(self, ids: Collection[str] | None = None) -> list[RegisterEntry]:
        """Return whole entries."""

    def alerts(self) -> list[Alert]:
        """Return the alerts."""

    def call_list(self, alert_id: str, today: date) -> list[CallRow]:
        """Return whom to call."""

    def yearly(self, today: date) -> list[EntryRow]:
        """Return who is still to be called this year."""

    def note(self, kind: AccessKind, what: str, ids: Collection[str]) -> None:
        """Write a line of the journal of access."""


@dataclass(frozen=True, slots=True)
class RegisterPapers:
    """Papers of an open register; closed, each of them refuses with ``register-closed``.

    They carry the persons they are about: whoever lets one out notes it.

    Attributes:
        vault: An open vault.
        register: Open.
    """

    vault: Vault
    register: OpenedRegister

    def acknowledgement(self, entry_id: str, today: date) -> RenderedPaper:
        """Return the receipt of a request: to the person, and to who asked in their place.

        Raises:
            UserError: ``register-closed``, ``register-entry-unknown``.
        """
        letters = receipts(self.register.get(entry_id), self._words())
        return self._letters(letters, "Accusé de réception", "register-receipt", today)

    def information(self, entry_id: str, today: date) -> RenderedPaper:
        """Return the letter to a person whom somebody else wants registered, with its slip.

        Raises:
            UserError: ``register-closed``, ``register-entry-unknown``.
        """
        letter = information(self.register.get(entry_id), self._words())
        return self._letters((letter,), "Lettre d’information", "register-information", today)

    def access(self, entry_id: str, today: date) -> RenderedPaper:
        """Return the letter that tells a person all that is noted of them (GDPR, article 15).

        Raises:
            UserError: ``register-closed``, ``register-entry-unknown``.
        """
        from ctg_desktop.pdf.register.letters import access_letter

        letter = access_letter(self.register.get(entry_id), self._words())
        return self._letters((letter,), "Données du registre", "register-access", today)

    def yearly(self, today: date, ids: Sequence[str] | None = None) -> RenderedPaper | None:
        """Return a letter to each person who is still to be confirmed this year.

        Args:
            today: The day of the letters.
            ids: Of the persons; otherwise all who are to be called.

        Returns:
            ``None`` when there is nobody.

        Raises:
            UserError: ``register-closed``.
        """
        wanted = [row.id for row in self.register.yearly(today)] if ids is None else list(ids)
        entries = self.register.full(wanted)
        if not entries:
            return None
        said = self._words()
        letters = [yearly(one, said) for one in entries]
        return self._letters(letters, "Appel annuel", "register-yearly-letters", today)

    def call_sheet(self, alert_id: str, today: date) -> RenderedPaper:
        """Return the sheet of the calls of an alert, in the order in which to call.

        Raises:
            UserError: ``register-closed``, ``register-alert-unknown``, ``register-alert-over``.
        """
        from ctg_desktop.pdf.register.call_sheet import TITLE, CallSheet, call_sheet_document

        rows = self.register.call_list(alert_id, today)
        alert = self._alert(alert_id)
        if alert.ended_on is not None:
            raise UserError("register-alert-over")
        document = call_sheet_document(CallSheet(self.vault.profile, alert, rows, today))
        carries = _carries("register-call-sheet", [row.id for row in rows])
        return _paper(document, file_name(TITLE, today), _LYING, carries)

    def prefect(self, today: date, alert_id: str | None = None) -> RenderedPaper:
        """Return the register as the prefect is given it on demand.

        Raises:
            UserError: ``register-closed``, ``register-alert-unknown``.
        """
        from ctg_desktop.pdf.register.prefect import TITLE, PrefectSheet, prefect_document

        alert = self._alert(alert_id).name if alert_id else ""
        entries = self._ordered()
        with self.vault.reading() as stored:
            sender = sender_of(stored, self.vault.profile, today)
        document = prefect_document(PrefectSheet(sender, alert, list(rows_of(entries)), today))
        carries = _carries("register-prefect", [one.id for one in entries])
        return _paper(document, file_name(TITLE, today), _LYING, carries)

    def write_prefect(
        self, target: Path, wanted: TableFormat, alert_id: str | None = None
    ) -> PrefectTable:
        """Write the same as a table of texts, whole or not at all, and note it.

        Args:
            target: Where.
            wanted: As what.
            alert_id: For which alert it leaves; a table does not name it.

        Raises:
            UserError: ``register-closed``, ``register-alert-unknown``, ``target-is-folder``.
            EnvironmentFault: The file cannot be written under any name.
        """
        from ctg_desktop.imports.text_table import TextTable, write_table

        if alert_id is not None:
            self._alert(alert_id)
        entries = self._ordered()
        rows = (tuple(map(_plain, row)) for row in rows_of(entries))
        table = TextTable(SHEET_NAME, HEADER, tuple(rows))
        path = written_beside(target, lambda free: write_table(free, wanted.value, table))
        self.register.note(AccessKind.EXPORTED, "register-prefect", [one.id for one in entries])
        return PrefectTable(path, target, len(entries))

    def _ordered(self) -> list[RegisterEntry]:
        return sorted(
            self.register.full(), key=lambda one: (fold(one.last_name), fold(one.first_names))
        )

    def _alert(self, alert_id: str) -> Alert:
        found = next((one for one in self.register.alerts() if one.id == alert_id), None)
        if found is None:
            raise UserError("register-alert-unknown")
        return found

    def _letters(
        self, letters: Sequence[RegisterLetter], title: str, what: str, today: date
    ) -> RenderedPaper:
        from ctg_desktop.pdf.register.letters import register_letters_document

        with self.vault.reading() as stored:
            head = letterhead(stored, self.vault, LetterOptions(today))
        document = register_letters_document(letters, head, title)
        ids = dict.fromkeys(one.letter.recipient.id for one in letters)
        return _paper(document, file_name(title, today), _A4, _carries(what, list(ids)))

    def _words(self) -> RegisterWords:
        with self.vault.reading() as stored:
            booklet = stored.settings.booklet()
            roles = {fold(one.role): one.name for one in booklet.team}
            return RegisterWords(
                commune=self.vault.profile.name,
                signature=booklet.mayor_name or roles.get("maire", ""),
                purposes=register_settings(stored).purposes,
                officer=privacy_of(stored).dpo,
            )


def register_settings(stored: Repositories) -> RegisterSettings:
    """Return what forms and letters say the register is for."""
    return msgspec.convert(stored.settings.get(SETTING, {}), RegisterSettings)


def request_form(vault: Vault, today: date) -> RenderedPaper:
    """Return the blank form of a request; it holds nobody's data."""
    from ctg_desktop.pdf.register.request_form import (
        TITLE,
        RequestForm,
        request_form_document,
    )

    with vault.reading() as stored:
        form = RequestForm(
            sender=sender_of(stored, vault.profile, today),
            purposes=register_settings(stored).purposes,
            officer=privacy_of(stored).dpo,
            edition=today,
        )
    return _paper(request_form_document(form), file_name(TITLE), _A4)


def _plain(cell: str) -> str:
    """Return a cell without the spaces of paper, which no program that reads phones expects."""
    return cell.replace(NBSP, " ")


def _carries(what: str, ids: Sequence[str]) -> Disclosure:
    return Disclosure(what, ENTITY, tuple(ids))


def _paper(
    document: Document, name: str, pages: tuple[str, str], carries: Disclosure | None = None
) -> RenderedPaper:
    from ctg_desktop.pdf.render import render

    made = render(document)
    return RenderedPaper(made.content, made.pages, name, pages, carries=carries)
