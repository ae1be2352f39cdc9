"""Events by command."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Ctg

MARKET = {
    "title": "Marché de Noël",
    "start": "2026-09-05T14:30",
    "recurrence": "FREQ=MONTHLY;BYDAY=1SA",
    "exceptions": ["2026-10-03"],
    "place": "Salle des fêtes",
}


def test_an_event_from_its_creation_to_its_return(ctg: Ctg, vault: Path) -> None:
    added = ctg("--json", "--coffre", vault, "manifestation", "ajouter", typed=MARKET)
    assert added.code == 0, added.err
    identifier = added.json["id"]
    shown = ctg("--json", "--coffre", vault, "manifestation", "montrer", identifier).json
    for key, value in MARKET.items():
        assert shown[key] == value
    listed = ctg("--coffre", vault, "manifestation", "lister")
    assert "premier samedi" in listed.out
    changed = {"title": "Marché"}
    assert ctg("--coffre", vault, "manifestation", "modifier", identifier, typed=changed).code == 0
    assert ctg("--coffre", vault, "manifestation", "supprimer", identifier).code == 0
    assert ctg("--coffre", vault, "manifestation", "montrer", identifier).code == 1


def test_refusals(ctg: Ctg, vault: Path) -> None:
    for wrong in ({"title": ""}, {"title": "x", "recurrence": "FREQ=SECONDLY"}, {"titre": "x"}):
        typed = {"start": "2026-09-05", **wrong}
        assert ctg("--coffre", vault, "manifestation", "ajouter", typed=typed).code == 1
