"""What hangs on a notice board: the poster of a month, the sheet of a week, a tear-off list."""

from __future__ import annotations
