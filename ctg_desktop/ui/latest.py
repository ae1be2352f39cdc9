"""Questions of which only the newest is still of interest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ctg_desktop.ui.tasks import Task, TaskRunner

T = TypeVar("T")


class Latest:
    """Only the answer to the newest question counts: searches, lists, previews."""

    def __init__(self, tasks: TaskRunner) -> None:
        self._tasks = tasks
        self._task: Task | None = None

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Ask anew; an older question that was not answered yet is dropped.

        Once the window is closing nobody waits for an answer, and nothing is asked.
        """
        self.drop()
        if not self._tasks.is_over:
            self._task = self._tasks.run(work, done, failed=failed)

    def run_after_paint(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Ask anew, once the window has painted what it has."""
        self.drop()
        if not self._tasks.is_over:
            self._task = self._tasks.run_after_paint(work, done)

    def drop(self) -> None:
        """Forget the question that is being answered."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
