"""Starting the window: Qt's application, language, theme, the open database, and what happens to errors that nobody expected."""
from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core.errors import UserError
from ui import messages, theme
from ui.session import Session
from ui.settings import Settings
from ui.window import MainWindow

if TYPE_CHECKING:
    from types import TracebackType


class Crashes:
    """The hook for errors that nobody expected. A slot or a paint that fails does so again and again: each place is told once."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str, str, int], int] = {}
        self._open = False

    def install(self) -> None:
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        if isinstance(error, UserError):
            messages.error(QApplication.activeWindow(), error)
            return
        place = _place(kind, trace)
        self.seen[place] = self.seen.get(place, 0) + 1
        if self.seen[place] > 1:
            return
        import traceback

        report = "".join(traceback.format_exception(kind, error, trace))
        print(report, file=sys.stderr)
        if not self._open:
            self._open = True
            try:
                _show(report)
            finally:
                self._open = False


def _place(kind: type[BaseException], trace: TracebackType | None) -> tuple[str, str, int]:
    if trace is None:
        return kind.__name__, "", 0
    while trace.tb_next is not None:
        trace = trace.tb_next
    return kind.__name__, trace.tb_frame.f_code.co_filename, trace.tb_lineno


def _show(report: str) -> None:
    from ui.dialogs.message import MessageDialog

    tr = QCoreApplication.translate
    MessageDialog("critical", tr("app", "Chương trình gặp lỗi ngoài dự tính."),
                  tr("app", "Việc đã làm trước đó vẫn được lưu. Nếu lỗi lặp lại, hãy gửi phần chi tiết cho người phụ trách."),
                  (tr("app", "Đã hiểu"),), QApplication.activeWindow(), details=report).exec()


def make_application(argv: Sequence[str], settings: Settings, lang: str | None = None) -> QApplication:
    """The QApplication in our dress; the one that exists where a test has made it already."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([*argv[:1], "-style", "fusion", *argv[1:]])
    app.setApplicationName("phancong")
    app.setDesktopFileName("phancong")
    app.setWindowIcon(QIcon(theme.icon("logo", "accent")))
    theme.base_font(app, settings.number("window/points", theme.BASE_POINTS))
    theme.apply(app, settings.text("window/theme", "light"))
    from ui.language import use

    use(app, lang or settings.text("window/language", "vi"))
    return app


def _collect_again() -> None:
    """What start-up made lives as long as the program: later collections need not walk over it."""
    gc.freeze()
    gc.enable()


def run(argv: Sequence[str], db: Path | None = None, lang: str | None = None, plans: Sequence[Path] = (),
        sample: Path | None = None, settings: Settings | None = None) -> int:
    """Open the window and stay until it is closed; the exit code. ``plans`` (and ``sample``) are imported at once."""
    settings = settings if settings is not None else Settings()
    app = make_application(argv, settings, lang)
    Crashes().install()
    from ui.dialogs.rescue import open_or_rescue

    workspace = open_or_rescue(db)
    if workspace is None:
        return 2
    window = MainWindow(Session(workspace, settings=settings))
    window.show()
    QTimer.singleShot(0, window, _collect_again)
    wanted = [*plans, *([sample] if sample is not None else [])]
    if wanted:
        QTimer.singleShot(0, window, lambda: window.import_files(wanted))
    try:
        return app.exec()
    finally:
        workspace.close()
