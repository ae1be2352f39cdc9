"""Papers that another program shows: what tells of people is wiped when the vault is closed."""

from __future__ import annotations

from pathlib import Path

from ctg_desktop.db import private_folder
from ctg_desktop.db.private_folder import PrivateFolder
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.usecases.papers import RenderedPaper, keep


class OpenedPapers:
    """Puts papers where another program can read them."""

    def __init__(self) -> None:
        self._private: PrivateFolder | None = None

    def keep(self, paper: RenderedPaper) -> Path:
        """Write a paper: where nobody else may enter as soon as it carries somebody's data.

        Raises:
            EnvironmentFault: ``file-not-writable``, ``disk-full`` and the like.
        """
        if paper.carries is not None:
            return self.keep_private(paper)
        return keep(paper.content, _place() / f"{paper.name}.pdf")

    def keep_private(self, paper: RenderedPaper) -> Path:
        """Write a paper where nobody else may enter; it is wiped by :meth:`close`.

        Raises:
            EnvironmentFault: As :meth:`keep`.
        """
        if self._private is None:
            self._private = PrivateFolder(private_folder.PAPERS, _place())
        return keep(paper.content, self._private.path / f"{paper.name}.pdf")

    def close(self) -> None:
        """Wipe what tells of people; what another program holds on to goes at the next start."""
        if self._private is not None:
            private, self._private = self._private, None
            private.release()


def _place() -> Path:
    found = private_folder.places()
    if not found:
        raise EnvironmentFault("disk-full")
    return found[0]
