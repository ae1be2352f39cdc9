"""Every use case that meets families, by name, and what it does with them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path

USE_CASES = Path(__file__).resolve().parents[3] / "ctg_desktop" / "usecases"


class Door(Enum):
    """What a use case does with families."""

    STAYS = "shown to whoever works in the town hall"
    WRITES = "changes the vault"
    OWN = "given to the family itself, which has a right to it"
    NAMELESS = "holds nobody's data"
    LEAVES = "lets something out: tried below"


DOORS: Mapping[str, Door] = {
    **dict.fromkeys(
        (
            "families.families:Families.counts",
            "families.families:Families.get",
            "families.families:Families.index",
            "families.families:Families.look",
            "families.families:Families.names",
            "families.families:Families.notes",
            "families.families:Families.open",
            "families.families:Families.rows",
            "families.families:Families.similar",
            "families.referrals:Referrals.get",
            "families.referrals:Referrals.of",
            "families.referrals:Referrals.recent",
            "families.rights:FamilyRights.due",
            "families.rights:FamilyRights.review_day",
        ),
        Door.STAYS,
    ),
    **dict.fromkeys(
        (
            "demo_families:store_demo_families",
            "families.families:Families.add_note",
            "families.families:Families.call_back",
            "families.families:Families.come_back",
            "families.families:Families.delete_note",
            "families.families:Families.leave",
            "families.families:Families.object",
            "families.families:Families.save",
            "families.families:Families.save_note",
            "families.families:Families.save_settings",
            "families.families:Families.withdraw",
            "families.families:note_contact",
            "families.mailing:FamilyMailing.done",
            "families.referrals:Referrals.add",
            "families.referrals:Referrals.delete",
            "families.referrals:Referrals.save",
            "families.rights:FamilyRights.erase",
            "families.rights:FamilyRights.prolong",
            "families.welcome:Welcome.done",
        ),
        Door.WRITES,
    ),
    **dict.fromkeys(
        (
            "families.papers:dossier_paper",
            "families.rights:FamilyRights.dossier",
            "families.rights:FamilyRights.dossier_json",
            "families.rights:FamilyRights.dossier_paper",
        ),
        Door.OWN,
    ),
    **dict.fromkeys(
        (
            "families.families:Families.settings",
            "families.figures:FamilyFigures.sent",
            "families.figures:FamilyFigures.years",
            "families.papers:certificate_paper",
            "families.papers:processing_entry",
            "families.papers:proposed_texts",
            "families.referrals:Referrals.proposals",
            "families.rights:FamilyRights.certificate",
            "families.rights:FamilyRights.processing_entry",
            "families.rights:FamilyRights.proposed_texts",
            "families.welcome_papers:WelcomePapers.remarks",
            "home:Home.summary",
        ),
        Door.NAMELESS,
    ),
    **dict.fromkeys(
        (
            "families.email:FamilyEmails.to_family",
            "families.email:FamilyEmails.to_several",
            "families.figures:FamilyFigures.masked",
            "families.figures:FamilyFigures.paper",
            "families.figures:FamilyFigures.write",
            "families.figures:FamilyFigures.year",
            "families.mailing:FamilyMailing.email",
            "families.mailing:FamilyMailing.labels",
            "families.mailing:FamilyMailing.letters",
            "families.mailing:FamilyMailing.recipients_of_list",
            "families.recipients:HandedOver.gather",
            "families.recipients:HouseholdRecipients.gather",
            "families.recipients:households",
            "families.recipients:recipient_of_family",
            "families.welcome:Welcome.email",
            "families.welcome:Welcome.email_to",
            "families.welcome:Welcome.joined",
            "families.welcome:Welcome.prepare",
            "families.welcome:Welcome.recipients",
            "families.welcome:Welcome.write",
            "families.welcome:Welcome.write_email",
            "families.welcome_papers:WelcomePapers.booklet",
            "families.welcome_papers:WelcomePapers.invitation",
            "families.welcome_papers:WelcomePapers.letter",
            "families.welcome_papers:WelcomePapers.notice",
        ),
        Door.LEAVES,
    ),
}


def met() -> Iterator[str]:
    """Yield the public use cases of modules that read households or know their kinds."""
    for file in sorted(USE_CASES.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        module = ".".join(file.relative_to(USE_CASES).with_suffix("").parts)
        if module != "office" and any(map(_meets, ast.walk(tree))):
            yield from (f"{module}:{name}" for name in _public(tree))


def _meets(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        rooms = ("ctg_desktop.domain.families", "ctg_desktop.usecases.families")
        return (node.module or "").startswith(rooms)
    attributes = {"households", "notes", "referrals", "tallies"}
    return isinstance(node, ast.Attribute) and node.attr in attributes


def _public(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                    yield f"{node.name}.{inner.name}"
