"""A clerk reviews a plan from the first doubt to "Chấp nhận", with the keyboard alone, and the machine goes off in between."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import PlanStatus
from tests.e2e.keyboard import Clerk
from tests.ui.review_plan import span, stored
from ui import messages
from ui.pages.detail import DetailPanel


@pytest.fixture
def database(tmp_path: Path) -> Path:
    workspace, _ = stored(tmp_path / "co-quan.db")
    workspace.close()
    return tmp_path / "co-quan.db"


def test_she_walks_through_the_doubts_goes_home_and_accepts_the_next_day(qtbot: QtBot, database: Path, tmp_path: Path) -> None:
    with messages.recorded():
        clerk = Clerk(qtbot, database, tmp_path / "s.ini")
        plan = clerk.session.workspace.plans()[0]
        clerk.window.open_plan(plan.id)
        assert clerk.window.page_id == "review"
        assert clerk.review.queue.counter.text() == "Còn 3 chỗ cần xem"

        # "Sở Giao thông" is Sở Xây dựng now: the first proposal is right
        clerk.press(Qt.Key.Key_Return)
        assert clerk.leads(1) == ["Sở Tài chính", "Sở Xây dựng"]

        # the sentence that replaces another plan is no task
        clerk.press("1")
        assert len(clerk.tasks()) == 6

        # too quick: she takes it back, looks, and does it again
        assert clerk.session.undo() == "Không phải nhiệm vụ"
        assert len(clerk.tasks()) == 7
        assert "có thể không giao việc" in clerk.review.queue.message.text()
        clerk.press("X")
        assert len(clerk.tasks()) == 6

        # no time for the last one: the evening bus goes
        assert clerk.review.queue.counter.text() == "Còn 1 chỗ cần xem"
        clerk.goes_home()

        clerk = Clerk(qtbot, database, tmp_path / "s.ini")
        clerk.window.open_plan(plan.id)
        assert clerk.review.queue.counter.text() == "Còn 1 chỗ cần xem"
        assert clerk.leads(1) == ["Sở Tài chính", "Sở Xây dựng"]
        assert clerk.review.status() == "6 nhiệm vụ · còn 1 chỗ cần xem"

        # the last has no lead; not the proposed one but the Sở Công Thương, typed without marks
        clerk.press(Qt.Key.Key_F6)
        while QApplication.focusWidget() is not clerk.review.queue.other:
            clerk.press(Qt.Key.Key_Tab)
        clerk.press("so cong thuong")
        assert clerk.review.queue.other.proposals()[0] == "Sở Công Thương"
        clerk.press(Qt.Key.Key_Return)
        clerk.press(Qt.Key.Key_Return)  # no other one
        qtbot.waitUntil(lambda: clerk.leads(3) == ["Sở Công Thương"], timeout=1000)

        # nothing is left: Enter accepts the plan and leads to the matrix
        assert clerk.review.queue.counter.text() == "Đã xem hết"
        clerk.press(Qt.Key.Key_Return)
        assert clerk.session.book is not None
        assert clerk.session.book.plan.status is PlanStatus.ACCEPTED
        assert clerk.window.page_id == "matrix"
        clerk.goes_home()


def test_she_puts_tasks_right_in_the_text_itself(qtbot: QtBot, database: Path, tmp_path: Path) -> None:
    with messages.recorded():
        clerk = Clerk(qtbot, database, tmp_path / "s.ini")
        clerk.window.open_plan(clerk.session.workspace.plans()[0].id)
        source = clerk.review.source

        # F7 goes into the text, at the words in question: "Sở Giao thông" begins a duty of its own
        clerk.press(Qt.Key.Key_F7)
        assert source.hasFocus()
        assert source.caret() == span("Sở Giao thông").start
        clerk.press("S")
        assert clerk.tasks()[1:3] == ["Thẩm định các dự án hạ tầng;", "Sở Giao thông kiểm tra an toàn đường bộ."]
        assert clerk.leads(1) == ["Sở Tài chính"]

        # and joined again with M, then the cut taken back too
        clerk.press("M")
        assert len(clerk.tasks()) == 7
        clerk.press(Qt.Key.Key_Z, ctrl=True)
        assert len(clerk.tasks()) == 8
        clerk.press(Qt.Key.Key_Z, ctrl=True)
        assert len(clerk.tasks()) == 7

        # she selects the title by Shift+End and makes it a task
        clerk.press(Qt.Key.Key_F7)
        clerk.press(Qt.Key.Key_Home, ctrl=True)
        clerk.press(Qt.Key.Key_Down, Qt.Key.Key_Home)
        clerk.press(Qt.Key.Key_End, shift=True)
        clerk.press("T")
        assert clerk.tasks()[0] == "Phát triển kinh tế xanh năm 2025"
        assert clerk.review.lists.tasks.currentIndex().row() == 0
        clerk.goes_home()


def test_she_corrects_one_task_in_the_panel(qtbot: QtBot, database: Path, tmp_path: Path) -> None:
    with messages.recorded():
        clerk = Clerk(qtbot, database, tmp_path / "s.ini")
        clerk.window.open_plan(clerk.session.workspace.plans()[0].id)
        panel = clerk.window.side_panel()
        assert isinstance(panel, DetailPanel)
        if not clerk.window.side_shown():
            clerk.window.toggle_side()
        QTest.qWait(10)
        row = clerk.review.lists.tasks
        QTest.mouseClick(row.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                         row.visualRect(row.model().index(2, 0)).center() + QPoint(0, 1))
        assert panel.title.text() == "Nhiệm vụ 3 / 7"
        panel.leads.edit.setFocus()
        clerk.press("cong thuong")
        assert panel.leads.edit.proposals()[0] == "Sở Công Thương"
        clerk.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: clerk.leads(2) == ["Sở Nội vụ", "Sở Công Thương"], timeout=1000)
        assert clerk.review.tasks.card(2).leads == ("Sở Nội vụ", "Sở Công Thương")
        panel.deadlines.add.setFocus()
        clerk.press("30/9/2025", Qt.Key.Key_Return)
        assert "30/9/2025" in clerk.review.tasks.card(2).deadline
        assert len(clerk.tasks()) == 7  # letters and Enter in the panel never reached the queue
        assert clerk.review.findings.rowCount() == 3
        clerk.goes_home()
