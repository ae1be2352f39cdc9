"""One window a vault: a second start brings the first window forward and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500
_RAISE = b"raise\n"


class SingleInstance(QObject):
    """Holds the name of a vault for as long as its window is open."""

    raised = Signal()
    """Another start asked for this window."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Prepare; nothing is held before :meth:`claim`.

        Args:
            folder: The vault's folder.
            parent: Owner.
        """
        super().__init__(parent)
        digest = hashlib.sha256(str(folder.resolve()).casefold().encode("utf-8", "replace"))
        self._name = f"ctg-desktop-{digest.hexdigest()[:24]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self) -> bool:
        """Hold the name, or ask the window that holds it to come forward and return ``False``."""
        if self._ask_holder():
            return False
        if not self._server.listen(self._name):
            # The name was left behind by a window that was killed.
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Let another window have the name."""
        self._server.close()

    def _ask_holder(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(_RAISE)
        socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
        return True

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.raised.emit()
