"""The papers other than the booklet: ``imprimer``."""

from __future__ import annotations

from ctg_desktop.cli.command import CommandGroup, VaultCommand
from ctg_desktop.cli.commands import (
    print_access_log,
    print_attendance,
    print_labels,
    print_leaflet,
    print_letters,
    print_notice,
    print_notice_board,
    print_processing,
    print_questionnaire,
    print_year_report,
)

PAPERS: tuple[VaultCommand, ...] = (
    print_leaflet.COMMAND,
    *print_notice_board.COMMANDS,
    print_letters.LETTERS,
    print_letters.CONFIRMATIONS,
    print_labels.COMMAND,
    print_attendance.COMMAND,
    print_access_log.COMMAND,
    print_questionnaire.COMMAND,
    print_notice.COMMAND,
    print_processing.COMMAND,
    print_year_report.COMMAND,
)

COMMANDS = (CommandGroup("imprimer", "imprime un autre papier que le livret", PAPERS),)
