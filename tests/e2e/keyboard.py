"""A clerk who never touches the mouse, for the stories."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.model import Role
from ui.pages.export import ExportPage
from ui.pages.review import ReviewPage
from ui.session import Session
from ui.settings import Settings
from ui.window import MainWindow
from ui.workspace import Workspace


class Clerk:
    """Her window, and her hands on the keyboard."""

    def __init__(self, qtbot: QtBot, database: Path, settings: Path) -> None:
        self.session = Session(Workspace.open(database), settings=Settings(settings))
        self.window = MainWindow(self.session)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()

    @property
    def review(self) -> ReviewPage:
        page = self.window.page("review")
        assert isinstance(page, ReviewPage)
        return page

    @property
    def export(self) -> ExportPage:
        page = self.window.page("export")
        assert isinstance(page, ExportPage)
        return page

    def press(self, *keys: str | Qt.Key, shift: bool = False, ctrl: bool = False) -> None:
        for key in keys:
            self.window.table.refresh()
            QTest.qWait(3)
            target = QApplication.focusWidget() or self.window
            modifier = Qt.KeyboardModifier.NoModifier
            modifier |= Qt.KeyboardModifier.ShiftModifier if shift else modifier
            modifier |= Qt.KeyboardModifier.ControlModifier if ctrl else modifier
            if isinstance(key, str):
                QTest.keyClicks(target, key, modifier)
            else:
                QTest.keyClick(target, key, modifier)
        QTest.qWait(10)

    def tab_to(self, wanted: Callable[[], QWidget], most: int = 60) -> None:
        """Tab until it has the keyboard, as one does who does not see where the next step leads."""
        for _ in range(most):
            if QApplication.focusWidget() is wanted():
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {wanted().accessibleName()}")

    def tasks(self) -> list[str]:
        assert self.session.book is not None
        return [t.text for t in self.session.book.tasks]

    def leads(self, row: int) -> list[str]:
        assert self.session.book is not None
        return self.session.book.names(self.session.book.tasks[row].id, Role.LEAD)

    def goes_home(self) -> None:
        self.window.close()
        self.session.workspace.close()
