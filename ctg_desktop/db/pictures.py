"""The repository of pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ctg_desktop.db.batches import batches
from ctg_desktop.db.tables import ListingRecord, PictureContent, PictureRecord, SettingRecord
from ctg_desktop.domain.booklet import Picture
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.errors import UserError


class PictureRepository:
    """The pictures of a vault, already reduced when they come in."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, picture_id: str) -> Picture:
        """Return a picture with its bytes.

        Raises:
            UserError: ``picture-missing``.
        """
        found = self.many((picture_id,))
        if picture_id not in found:
            raise UserError("picture-missing", id=picture_id[:80])
        return found[picture_id]

    def many(self, ids: Sequence[str]) -> dict[str, Picture]:
        """Return pictures by id; unknown ids are left out."""
        found: dict[str, Picture] = {}
        for some in batches(ids):
            asked = (
                select(PictureRecord, PictureContent.content)
                .join(PictureContent, PictureContent.digest == PictureRecord.digest)
                .where(PictureRecord.id.in_(some))
            )
            for record, content in self._session.execute(asked).tuples():
                found[record.id] = Picture(
                    id=record.id,
                    media_type=record.media_type,
                    width=record.width,
                    height=record.height,
                    content=content,
                )
        return found

    def add(self, media_type: str, width: int, height: int, content: bytes) -> str:
        """Store a picture and return its id.

        Args:
            media_type: ``image/jpeg`` or ``image/png``.
            width: In pixels.
            height: In pixels.
            content: The file.
        """
        digest = hashlib.sha256(content).hexdigest()
        if self._session.get(PictureContent, digest) is None:
            self._session.add(PictureContent(digest=digest, content=content))
        record = PictureRecord(
            id=new_id(), media_type=media_type, width=width, height=height, digest=digest
        )
        self._session.add(record)
        self._session.flush()
        return record.id

    def unused(self) -> list[str]:
        """Return the ids of the pictures that no listing and no setting names."""
        settings = {
            value
            for value in self._session.scalars(select(SettingRecord.value))
            if value
            if isinstance(value, str)
        }
        asked = select(PictureRecord.id).where(PictureRecord.id.not_in(_named_by_listings()))
        return [one for one in self._session.scalars(asked) if one not in settings]

    def delete(self, ids: Sequence[str]) -> None:
        """Delete pictures; unknown ids are already gone."""
        for some in batches(ids):
            asked = select(PictureRecord).where(PictureRecord.id.in_(some))
            for record in self._session.scalars(asked):
                self._session.delete(record)
            self._session.flush()


def _named_by_listings() -> Select[tuple[str]]:
    return select(ListingRecord.picture).where(ListingRecord.picture != "")
