"""Start Qt, dress it, and hand over to the shell."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ctg_desktop import __version__
from ctg_desktop.ui.collecting import GuiCollector
from ctg_desktop.ui.crash_dialog import CrashReporter
from ctg_desktop.ui.opening import Opening
from ctg_desktop.ui.shell import Shell
from ctg_desktop.ui.theme.theme import Theme

__all__ = ["Opening", "make_application", "run"]

_TRANSLATION = "qtbase_fr"


def run(opening: Opening) -> int:
    """Open the window and work until it is closed.

    Returns:
        0, also when the vault was already open in another window, which came forward.
    """
    application = make_application()
    GuiCollector(application)
    theme = Theme(application)
    theme.apply()
    reporter = CrashReporter(opening.reports, application)
    reporter.install()
    shell = Shell(opening, theme, reporter)
    begun = shell.begin()
    gc.freeze()  # what a start loads stays for good: no search for garbage looks through it
    return application.exec() if begun else 0


def make_application() -> QApplication:
    """Return the application: Fusion, French, closed by the shell alone."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("ctg-desktop")
    application.setApplicationDisplayName("CTG Desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("ctg-desktop")
    application.setStyle("Fusion")
    application.setQuitOnLastWindowClosed(False)
    speak_french(application)
    return application


def speak_french(application: QApplication) -> bool:
    """Have Qt's own dialogs speak French; tell whether their words were found."""
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load(_TRANSLATION, folder) and application.installTranslator(translator)
