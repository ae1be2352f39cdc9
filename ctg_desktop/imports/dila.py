"""The State's directory of public services (*Annuaire de l'administration*, DILA).

One JSON document ``{"service": [...]}`` of hundreds of megabytes, read object by object. A
service belongs to a commune when one of its pivots names the commune's INSEE code.

Source: DILA, base de données locales de Service-public.fr, Licence Ouverte 2.0.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ctg_desktop.domain.import_plan import ForeignRecord
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import UserError
from ctg_desktop.imports import dila_service, source
from ctg_desktop.imports.context import ReadingContext
from ctg_desktop.imports.loose_json import Node

FORMAT = "dila"
HEAD = 1 << 22
# The largest service seen is 60 kB; a hostile file must not be read into memory as one object.
LARGEST_SERVICE = 1 << 23

_BOM = b"\xef\xbb\xbf"
_LISTS = {"service.item": "service", "results.item": "results", "item": ""}
# Other public files have "nom" and "pivot" too.
_OWN_KEYS = frozenset({"plage_ouverture", "itm_identifiant", "ancien_code_pivot", "date_diffusion"})
_NOTHING = Listing()


def services_path(head: bytes, *, complete: bool, name: str = "") -> str:
    """Return where the services are in a JSON text, as ijson names it; empty if nowhere.

    Args:
        head: Beginning of the file.
        complete: Whether that is the whole file.
        name: Its name, for the fault.

    Raises:
        UserError: ``file-damaged`` when the text is not JSON.
    """
    import ijson  # type: ignore[import-untyped]  # the library ships no annotations

    keys: dict[str, set[str]] = {path: set() for path in _LISTS}
    try:
        for prefix, event, value in ijson.parse(head.removeprefix(_BOM), use_float=True):
            if event == "map_key" and prefix in keys:
                keys[prefix].add(value)
            found = next((path for path, known in keys.items() if _is_service(known)), "")
            if found:
                return found
    except (ijson.JSONError, ValueError, OverflowError) as error:
        if complete:
            raise UserError("file-damaged", name=name) from error
    return ""


def _is_service(keys: set[str]) -> bool:
    return keys >= {"nom", "pivot"} and not keys.isdisjoint(_OWN_KEYS)


@dataclass(frozen=True, slots=True)
class DilaFile:
    """A file of public services, read for one commune.

    Attributes:
        services: Where the services are in the document, as ijson names it.
    """

    path: Path
    services: str
    context: ReadingContext

    @property
    def format(self) -> str:
        """Code of the format."""
        return FORMAT

    def records(self, progress: Progress) -> Iterator[ForeignRecord]:
        """Read the services one by one; those of other communes come as skipped.

        Raises:
            UserError: ``file-damaged`` where the document stops being JSON.
            EnvironmentFault: ``file-unreadable``.
        """
        for number, service in enumerate(self._services(progress), 1):
            node = Node(service)
            if "nom" not in node:
                yield ForeignRecord(number, _NOTHING, refuse="name-missing")
            elif not dila_service.covers(node, self.context):
                yield ForeignRecord(number, _NOTHING, skip="other-commune")
            else:
                yield dila_service.record(number, node)

    def _services(self, progress: Progress) -> Iterator[Any]:
        import ijson

        damaged = (ijson.JSONError, ValueError, OverflowError, RecursionError)
        with (
            source.reading(self.path),
            contextlib.closing(_Services(self.path, progress)) as stream,
        ):
            services = ijson.items(stream, self.services, use_float=True, buf_size=1 << 16)
            while True:
                try:
                    service = next(services)
                except StopIteration:
                    return
                except damaged as error:
                    raise UserError("file-damaged", name=self.path.name) from error
                stream.rest()
                yield service


class _Services:
    """A file read as ijson asks, refused when one object never ends."""

    def __init__(self, path: Path, progress: Progress) -> None:
        self._name = path.name
        self._reader = source.CountingReader(path, progress)
        self._since = 0
        self._pending = (self._reader.read(len(_BOM)) or b"").removeprefix(_BOM)

    def rest(self) -> None:
        """Note that an object ended."""
        self._since = self._reader.done

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes."""
        if self._reader.done - self._since > LARGEST_SERVICE:
            raise UserError("file-damaged", name=self._name)
        if size == 0:
            return b""
        pending, self._pending = self._pending, b""
        return pending or self._reader.read(size) or b""

    def close(self) -> None:
        """Close the file."""
        self._reader.close()
