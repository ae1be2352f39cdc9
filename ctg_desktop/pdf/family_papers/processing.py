"""The sheets of the register of processing: one for families, one for vulnerable persons.

Source: regulation (EU) 2016/679 (GDPR), article 30; code de l’action sociale et des familles,
L121-6-1 and R121-2 to R121-12. What is filled in is a proposal that the officer reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ctg_desktop.domain.register.settings import RegisterSettings
from ctg_desktop.domain.wording import day_full
from ctg_desktop.pdf.blocks import Block, Heading, Paragraph, Space
from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.family_papers import processing_texts as texts
from ctg_desktop.pdf.family_papers import told_of_families
from ctg_desktop.pdf.family_papers.parts import Keeper, document, told
from ctg_desktop.pdf.words import words

TITLE = "Registre des traitements"
FAMILIES, REGISTER = "Accueil des familles", "Registre des personnes vulnérables"


def processing_document(keeper: Keeper, register: RegisterSettings, edition: date) -> Document:
    """Return both sheets as a document."""
    sheets = (
        (FAMILIES, tuple(_sheet(keeper, FAMILIES, _families(keeper), edition))),
        (REGISTER, tuple(_sheet(keeper, REGISTER, _register(register), edition))),
    )
    return document(keeper, TITLE, sheets, edition)


def _sheet(
    keeper: Keeper, name: str, rows: Iterable[tuple[str, str]], edition: date
) -> Iterator[Block]:
    yield Paragraph(words(f"{TITLE} – {keeper.sender.name}"), "kicker")
    yield Heading(1, words(name), anchor=name, bookmark=name)
    yield Paragraph(words(f"RGPD, article 30. Fiche mise à jour le {day_full(edition)}."), "note")
    yield Space(9.0)
    yield from told(
        (
            (texts.CONTROLLER, keeper.named),
            (texts.OFFICER, keeper.privacy.dpo),
            *rows,
        )
    )


def _families(keeper: Keeper) -> Iterator[tuple[str, str]]:
    decided = keeper.families
    yield texts.PURPOSES, decided.purposes or texts.FAMILY_PURPOSES
    yield texts.BASIS, texts.FAMILY_BASIS
    yield texts.PEOPLE, texts.FAMILY_PEOPLE
    yield texts.DATA, texts.FAMILY_DATA
    yield texts.SOURCE, texts.FAMILY_SOURCE
    yield texts.RECIPIENTS, told_of_families.recipients(keeper)
    yield texts.TRANSFERS, texts.NO_TRANSFER
    proposed = texts.FAMILY_DURATIONS.format(decided.retention_months)
    yield texts.DURATIONS, decided.durations or proposed
    yield texts.SECURITY, f"{texts.VAULT} {texts.FAMILY_SECURITY}"
    yield texts.RIGHTS, texts.RIGHTS_TEXT


def _register(register: RegisterSettings) -> Iterator[tuple[str, str]]:
    yield texts.PURPOSES, register.purposes
    yield texts.BASIS, texts.REGISTER_BASIS
    yield texts.PEOPLE, texts.REGISTER_PEOPLE
    yield texts.DATA, texts.REGISTER_DATA
    yield texts.SOURCE, texts.REGISTER_SOURCE
    yield texts.RECIPIENTS, texts.REGISTER_RECIPIENTS
    yield texts.TRANSFERS, texts.NO_TRANSFER
    yield texts.DURATIONS, texts.REGISTER_DURATIONS
    yield texts.SECURITY, f"{texts.VAULT} {texts.REGISTER_SECURITY}"
    yield texts.RIGHTS, f"{texts.RIGHTS_TEXT} {texts.REGISTER_RIGHTS}"
