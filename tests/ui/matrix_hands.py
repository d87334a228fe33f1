"""A clerk's hands on the matrix page, for its tests: open it, point, click, choose, drag, and look what is there."""
from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.matrix_view import GridView
from core.model import Role
from tests.ui.matrix_book import TODAY, MemoryWorkspace, small_book
from ui.pages.matrix import MatrixPage
from ui.session import Session
from ui.settings import Settings

LEAD, COOP = Role.LEAD, Role.COOP
LEFT = Qt.MouseButton.LeftButton
NONE, CTRL, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(qtbot: QtBot, folder: Path, view: GridView = GridView(only_working=False)) -> MatrixPage:  # noqa: B008 - frozen
    """The page over the small book, its models watched, shown and with the keyboard in its cells."""
    session = Session(MemoryWorkspace(small_book()), settings=Settings(folder / "s.ini"), today=lambda: TODAY)  # type: ignore[arg-type]
    page = MatrixPage(session)
    qtbot.addWidget(page)
    for model in (page.frozen_model, page.cell_model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    session.open_plan("p")
    page.apply(view)
    page.resize(1300, 700)
    page.show()
    qtbot.waitExposed(page)
    page.pane.cells.setFocus()
    return page


def at(page: MatrixPage, task: str, agency: str) -> QPoint:
    place = page.cell_model.place(task, agency)
    assert place is not None
    return page.pane.cells.visualRect(page.cell_model.index(*place)).center()


def role(page: MatrixPage, task: str, agency: str) -> Role | None:
    assert page.session.book is not None
    return page.session.book.role(task, agency)


def click(page: MatrixPage, task: str, agency: str, keys: Qt.KeyboardModifier = NONE) -> None:
    """The first click on a cell chooses it, the next ones change it. (No double clicks: those are ``QTest.mouseDClick``.)"""
    QTest.mouseClick(page.pane.cells.viewport(), LEFT, keys, at(page, task, agency))


def choose(page: MatrixPage, first: tuple[str, str], last: tuple[str, str]) -> None:
    page.pane.go_to(*first)
    places = page.cell_model.place(*first), page.cell_model.place(*last)
    assert places[0] is not None
    assert places[1] is not None
    page.pane.select(*places[0], *places[1])


def drag(page: MatrixPage, start: QPoint, end: QPoint) -> None:
    view = page.pane.cells.viewport()
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, NONE, end)


def shown(page: MatrixPage) -> list[str]:
    assert page.grid is not None
    return [t.id for n in range(len(page.grid.rows)) if (t := page.grid.task_at(n)) is not None]


def steps(page: MatrixPage) -> list[str]:
    workspace = page.session.workspace
    assert isinstance(workspace, MemoryWorkspace)
    return [delta.name for delta in workspace.done]
