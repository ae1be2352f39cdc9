"""Lines of the journal of access go after twelve months, when the vault opens; the chain holds."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from ctg_desktop.db.clock import local_now
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.usecases.access_log import AccessLog
from ctg_desktop.usecases.office import open_office
from tests.keys_for_tests import KEY, make_practice

CIVRAY = Profile(Role.COMMUNE, "86078", "Civray")


def note(folder: Path, at: datetime, *names: str) -> None:
    with closing(Vault.open(folder, KEY, now=lambda: at)) as vault:
        for name in names:
            AccessLog(vault, "Odile").note(AccessKind.PRINTED, name, "listing", ["id"])


def test_old_lines_go_at_the_next_opening(tmp_path: Path) -> None:
    folder = tmp_path / "coffre"
    make_practice(folder, CIVRAY)
    now = local_now()
    note(folder, now - timedelta(days=430), "labels", "letters")
    note(folder, now - timedelta(days=10), "exports")
    with open_office(folder, "Odile", KEY) as office:
        kept = [(row.access.kind, row.access.what) for row in office.access_log.rows()]
        assert (AccessKind.PRINTED, "exports") in kept
        assert not {"labels", "letters"} & {what for _, what in kept}
        assert [kind for kind, _ in kept].count(AccessKind.PURGED) == 1
        assert office.access_log.check() is None
        before = office.access_log.rows()
    with open_office(folder, "Odile", KEY) as office:
        assert office.access_log.rows() == before


def test_nothing_goes_before_its_time(tmp_path: Path) -> None:
    folder = tmp_path / "coffre"
    make_practice(folder, CIVRAY)
    note(folder, local_now() - timedelta(days=300), "labels")
    with open_office(folder, "Odile", KEY) as office:
        assert [row.access.what for row in office.access_log.rows()] == ["labels"]
