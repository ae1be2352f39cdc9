"""The journal of access on paper: a plain table, to be shown to whoever has a right to see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from ctg_desktop.domain.access_log import AccessKind, AccessRow
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.wording import moment, plural
from ctg_desktop.pdf.attendance.theme import PORTRAIT, SHEET
from ctg_desktop.pdf.blocks import Block, Heading, Paragraph, Space
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.tables import Table
from ctg_desktop.pdf.words import words

TITLE = "Journal des accès"
_WIDTHS = (126.0, 84.0, 108.0, 132.0, 49.0)
KIND_WORDS = {
    AccessKind.CONSULTED: "consulté",
    AccessKind.PRINTED: "imprimé",
    AccessKind.EXPORTED: "exporté",
    AccessKind.SENT: "envoyé",
    AccessKind.CHANGED: "modifié",
    AccessKind.RESTORED: "sauvegarde restaurée",
    AccessKind.BACKED_UP: "copié sur une clé",
    AccessKind.ERASED: "effacé",
    AccessKind.PURGED: "lignes de plus d’un an retirées",
}
_REGISTER = {
    "register-set-up": "registre créé",
    "register-opened": "registre ouvert",
    "register-opened-by-code": "registre ouvert par le code de secours",
    "register-locks": "accès au registre",
    "register-list": "registre, liste",
    "register-entry": "registre, fiche",
    "register-due": "registre, échéances",
    "register-yearly": "registre, appel annuel",
    "register-calls": "registre, appels",
    "register-added": "registre, demande reçue",
    "register-saved": "registre, fiche",
    "register-acknowledged": "registre, accusé de réception",
    "register-enrolled": "registre, inscription",
    "register-confirmed": "registre, confirmation annuelle",
    "register-objection": "registre, opposition",
    "register-objection-lifted": "registre, opposition levée",
    "register-removed-death": "registre, retrait (décès)",
    "register-removed-moved": "registre, retrait (départ)",
    "register-removed-own-wish": "registre, retrait (à sa demande)",
    "register-removed-error": "registre, retrait (erreur)",
    "register-call": "registre, appel noté",
    "register-call-taken-back": "registre, appel retiré",
    "register-calls-removed": "registre, appels effacés",
    "register-alert-begun": "registre, début d’alerte",
    "register-alert-ended": "registre, fin d’alerte",
    "register-alert-resumed": "registre, alerte reprise",
    "register-alert-removed": "registre, alerte effacée",
    "register-receipt": "registre, accusé de réception",
    "register-information": "registre, lettre d’information",
    "register-access": "registre, droit d’accès",
    "register-call-sheet": "registre, feuille d’appels",
    "register-prefect": "registre, envoi au préfet",
    "register-yearly-letters": "registre, lettres annuelles",
}
_SAID = "Qui a consulté, imprimé, exporté ou copié des données, et quand."
_WHAT = {
    "labels": "étiquettes",
    "letters": "lettres",
    "letters-docx": "lettres (Word)",
    "confirmations": "lettres de confirmation",
    "attendance": "feuille d’émargement",
    "directory-csv": "annuaire (CSV)",
    "directory-xlsx": "annuaire (Excel)",
    "directory-vcf": "annuaire (contacts)",
    "access-log": "journal des accès",
    "second-place": "sauvegarde",
    "household": "famille",
    "household-list": "familles, liste",
    "household-dossier": "famille, dossier",
    "dossier-json": "famille, dossier (JSON)",
    "household-welcome": "famille, accueil",
    "household-email": "famille, courriel",
    "family-figures": "familles, chiffres sans noms",
    "erased-asked": "famille, à sa demande",
    "erased-retention": "famille, durée écoulée",
    "erased-moved": "famille, départ",
    "erased-mistake": "famille, saisie par erreur",
    **_REGISTER,
}


def access_log_document(rows: Sequence[AccessRow], profile: Profile, edition: date) -> Document:
    """Return the journal of access as a document.

    Args:
        rows: All lines, the first one first; the last one is printed first.
        profile: Whose.
        edition: The day it is made.
    """
    count = plural(len(rows), "ligne", "lignes")
    foot = f"{TITLE} · {profile.name}"
    blocks: tuple[Block, ...] = (
        Paragraph(words(profile.name), "kicker"),
        Heading(1, words(TITLE)),
        Paragraph(words(f"{_SAID} {count}.")),
        Space(9),
        _table(rows) if rows else Paragraph(words("Aucun accès n’est noté.")),
    )
    return Document(
        title=f"{TITLE} – {profile.name}",
        language="fr",
        author=profile.name,
        subject=TITLE,
        edition=edition,
        page=PORTRAIT,
        sheet=SHEET,
        sections=(Section(TITLE, blocks, profile.accent, Furniture(foot=foot)),),
    )


def what_words(code: str) -> str:
    """Return what a line is about, as a person reads it."""
    return _WHAT.get(code, code)


def _table(rows: Sequence[AccessRow]) -> Table:
    heads = ("Quand", "Qui", "Quoi", "Sur quoi", "Nombre")
    return Table(
        header=tuple(map(words, heads)),
        rows=tuple(tuple(map(words, _cells(row))) for row in reversed(rows)),
        widths=_WIDTHS,
        header_style="column",
        ruled=True,
        caption=TITLE,
    )


def _cells(row: AccessRow) -> tuple[str, ...]:
    access = row.access
    purged = access.kind is AccessKind.PURGED
    restored = access.what.startswith("backup-")
    what = "" if purged else what_words(access.what)
    return (
        moment(datetime.fromisoformat(access.at)),
        access.actor or "–",
        KIND_WORDS[access.kind],
        access.what.removeprefix("backup-") if restored else what or "–",
        str(access.count) if access.count else "–",
    )
