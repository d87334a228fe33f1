"""The matrix page under a clerk's hands: cells by click and key, undo, headings, and what is repainted."""
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.matrix_view import GridView
from core.model import Role
from tests.ui.matrix_book import MemoryWorkspace, small_book
from ui.pages.matrix import MatrixPage
from ui.session import Session


@pytest.fixture
def page(qtbot: QtBot) -> MatrixPage:
    session = Session(MemoryWorkspace(small_book()))  # type: ignore[arg-type]
    page = MatrixPage(session)
    qtbot.addWidget(page)
    for model in (page.frozen_model, page.cell_model):
        page.testers = [*getattr(page, "testers", []),  # type: ignore[attr-defined]
                        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)]
    session.open_plan("p")
    page.apply(GridView(only_working=False))
    page.resize(1100, 600)
    page.show()
    page.pane.cells.setFocus()
    return page


def at(page: MatrixPage, task: str, agency: str) -> QPoint:
    place = page.cell_model.place(task, agency)
    assert place is not None
    return page.pane.cells.visualRect(page.cell_model.index(*place)).center()


def role(page: MatrixPage, task: str, agency: str) -> Role | None:
    assert page.session.book is not None
    return page.session.book.role(task, agency)


def click(page: MatrixPage, task: str, agency: str) -> None:
    QTest.mouseClick(page.pane.cells.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(page, task, agency))


def test_a_click_goes_round_lead_coop_empty(page: MatrixPage) -> None:
    click(page, "t1", "cat")
    assert role(page, "t1", "cat") is Role.LEAD
    click(page, "t1", "cat")
    assert role(page, "t1", "cat") is Role.COOP
    click(page, "t1", "cat")
    assert role(page, "t1", "cat") is None


def test_keys_change_the_current_cell_and_undo_takes_it_back(page: MatrixPage) -> None:
    page.pane.go_to("t5", "yt")
    QTest.keyClick(page.pane.cells, Qt.Key.Key_C)
    assert role(page, "t5", "yt") is Role.LEAD
    QTest.keyClick(page.pane.cells, Qt.Key.Key_P)
    assert role(page, "t5", "yt") is Role.COOP
    page.session.undo()
    assert role(page, "t5", "yt") is Role.LEAD
    page.session.undo()
    assert role(page, "t5", "yt") is None
    page.session.redo()
    assert role(page, "t5", "yt") is Role.LEAD
