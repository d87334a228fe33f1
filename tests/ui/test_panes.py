"""The keyboard goes round all panes of a page with F6 and backwards with Shift+F6; filters lead back to their list."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.pages.agencies import AgenciesPage
from ui.pages.matrix import MatrixPage
from ui.panes import panes
from ui.window import MainWindow


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize("page_id", ["plans", "review", "matrix", "agencies", "search", "export"])
def test_f6_goes_round_every_pane_and_back(window: MainWindow, qtbot: QtBot, page_id: str) -> None:
    window.resize(1700, 900)
    window.open_plan("plan1")
    window.show_page(page_id)
    window.table.refresh()
    holders = [holder for holder, _ in panes(window)]
    assert holders[-1] is window.rail
    for key, order in ((Qt.KeyboardModifier.NoModifier, holders), (Qt.KeyboardModifier.ShiftModifier, holders[::-1])):
        seen = []
        for _ in order:
            QTest.keyClick(focus(), Qt.Key.Key_F6, key)
            here = focus()
            seen.append(next((h for h in holders if h is here or h.isAncestorOf(here)), here))
        assert set(seen) == set(holders), key
        assert [order[(order.index(seen[0]) + n) % len(order)] for n in range(len(order))] == seen


def test_the_panel_of_the_task_is_one_of_them_while_it_is_open(window: MainWindow) -> None:
    window.resize(1366, 768)
    window.open_plan("plan1", "matrix")
    assert not window.side_shown()
    assert len(panes(window)) == 3
    window.toggle_side()
    side = window.side_panel()
    assert [holder for holder, _ in panes(window)][2] is side
    panes(window)[2][1]()
    assert side.isAncestorOf(focus())


def test_opening_the_palette_does_not_open_the_panel(window: MainWindow) -> None:
    window.resize(1366, 768)
    window.open_plan("plan1", "matrix")
    window.build_all()
    assert not window.side_panel().isVisible()


def test_the_filter_leads_back_to_the_table(window: MainWindow) -> None:
    window.open_plan("plan1", "matrix")
    page = window.pages["matrix"]
    assert isinstance(page, MatrixPage)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        page.open_find()
        QTest.keyClicks(focus(), "dau tu")
        QTest.keyClick(focus(), key)
        assert focus() is page.pane.cells
        assert page.filter_bar.text.text() == "dau tu"
        page.clear_filter()
    page.open_find()
    QTest.keyClicks(focus(), "dau tu")
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert focus() is page.filter_bar.text
    assert page.filter_bar.text.text() == ""
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert focus() is page.pane.cells


def test_enter_in_the_filter_of_agencies_leads_to_the_list(window: MainWindow) -> None:
    window.show_page("agencies")
    page = window.pages["agencies"]
    assert isinstance(page, AgenciesPage)
    page.open_find()
    QTest.keyClicks(focus(), "tai chinh")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert focus() is page.view
