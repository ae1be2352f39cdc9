"""Keep pictures and logos with the vault."""

from __future__ import annotations

from pathlib import Path

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.booklet import Picture
from ctg_desktop.domain.history import Origin
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.usecases.picture_reducing import MAX_BYTES, reduced


class Pictures:
    """The pictures of a vault."""

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def add(self, path: Path) -> str:
        """Keep a reduced copy of a picture file and return its id.

        Raises:
            UserError: ``file-missing`` or a refusal of ``picture_reducing.reduced``.
            EnvironmentFault: ``file-unreadable``.
        """
        try:
            with path.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        except FileNotFoundError as error:
            raise UserError("file-missing", field="picture", name=path.name) from error
        except OSError as error:
            raise EnvironmentFault("file-unreadable", field="picture", name=path.name) from error
        return self.add_bytes(content)

    def add_bytes(self, content: bytes) -> str:
        """Keep a reduced copy of a picture and return its id.

        Raises:
            UserError: A refusal of ``picture_reducing.reduced``.
        """
        ready = reduced(content)
        # Undo gives a listing its former picture back; the picture itself is not a thing done.
        with self._vault.writing("picture-added", actor=self._actor, origin=Origin.PROGRAM) as work:
            return work.pictures.add(ready.media_type, ready.width, ready.height, ready.content)

    def get(self, picture_id: str) -> Picture:
        """Return a picture.

        Raises:
            UserError: ``picture-missing``.
        """
        with self._vault.reading() as stored:
            return stored.pictures.get(picture_id)
