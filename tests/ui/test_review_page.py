"""The review page under a clerk's hands, on a real database: the queue by keys, the list, and what other pages do meanwhile."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStyledItemDelegate
from pytestqt.qtbot import QtBot

from core import edits, proposals
from core.delta import Change, Delta
from core.model import Finding, FindingKind, PlanStatus, Proposal, Role, Span
from tests.ui.review_hands import chosen_row, press, reviewing, roles
from ui import messages
from ui.pages.review import ReviewPage


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[ReviewPage]:
    with reviewing(qtbot, tmp_path) as made:
        yield made


def test_it_opens_at_the_first_place_to_look_at(page: ReviewPage) -> None:
    assert page.queue.counter.text() == "Còn 3 chỗ cần xem"
    assert "Sở Giao thông" in page.queue.message.text()
    assert chosen_row(page) == 1
    assert page.status() == "7 nhiệm vụ · còn 3 chỗ cần xem"


def test_a_first_place_without_a_task_is_where_it_begins(qtbot: QtBot, tmp_path: Path) -> None:
    """Seen with a scanned plan: the list took the keyboard and with it the first task, and the queue stood at 2 / 34."""
    with reviewing(qtbot, tmp_path) as page:
        session, book = page.session, page.book
        assert book is not None
        missed = Finding("f0", book.plan.id, None, FindingKind.MISSED_TEXT, "Đoạn này có giao việc.", Span(0, 8))
        session.do(Delta("Thêm", (Change(None, missed),), book.plan.id))
        session.open_plan(book.plan.id)
        page.queue.focus_first()
        page.focus_first()
        assert page.queue.place.text() == "1 / 4"
        assert page.at_hand() == missed
        assert not page.lists.tasks.currentIndex().isValid()
        press(page, Qt.Key.Key_Down)  # from nowhere to the first task
        assert chosen_row(page) == 0


def test_enter_answers_and_goes_on_until_the_plan_itself_is_accepted(page: ReviewPage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_Return)
    assert roles(page, 1) == {"Sở Tài chính": "lead", "Sở Xây dựng": "lead"}
    assert chosen_row(page) == 3
    press(page, Qt.Key.Key_Return)  # no task: it is gone
    assert page.tasks.rowCount() == 6
    press(page, Qt.Key.Key_Return)
    assert roles(page, 3) == {"Sở Nội vụ": "lead"}
    assert page.queue.counter.text() == "Đã xem hết"
    with qtbot.waitSignal(page.session.page_wanted) as wanted:
        press(page, Qt.Key.Key_Return)
    assert wanted.args == ["matrix"]
    assert page.session.workspace.plans()[0].status is PlanStatus.ACCEPTED


def test_a_digit_chooses_among_the_proposals(page: ReviewPage) -> None:
    press(page, "3")
    assert roles(page, 1) == {"Sở Tài chính": "lead", "Sở Xây dựng": "coop"}
    assert page.findings.rowCount() == 2
    press(page, "7")  # there are only two answers
    assert page.findings.rowCount() == 2


def test_every_step_is_stored_at_once_and_survives(page: ReviewPage) -> None:
    press(page, Qt.Key.Key_Return)
    press(page, "X")
    stored_book = page.session.workspace.book(page.session.book.plan.id)  # type: ignore[union-attr]
    assert len(stored_book.tasks) == 6
    assert len(stored_book.open_findings()) == 1
    assert stored_book.plan.status is PlanStatus.REVIEW


def test_arrows_move_and_right_steps_through_the_queue(page: ReviewPage) -> None:
    press(page, Qt.Key.Key_Down)
    assert chosen_row(page) == 2
    assert page.at_hand() is None
    assert "không có gì phải xem" in page.queue.message.text()
    press(page, Qt.Key.Key_Return)  # Enter here only goes on, it answers nothing
    assert page.findings.rowCount() == 3
    assert chosen_row(page) == 3
    press(page, Qt.Key.Key_Right)
    assert chosen_row(page) == 4
    press(page, Qt.Key.Key_Left)
    assert chosen_row(page) == 3
    press(page, Qt.Key.Key_F8)
    press(page, Qt.Key.Key_F8)
    assert chosen_row(page) == 1  # round to the first


def test_x_takes_a_task_off_the_list_and_the_next_is_chosen(page: ReviewPage) -> None:
    book = page.book
    assert book is not None
    page.session.choose_task(book.tasks[6].id)
    press(page, "X")
    assert page.tasks.rowCount() == 6
    assert chosen_row(page) == 5
    page.session.choose_task(book.tasks[0].id)  # she has gone on meanwhile
    page.session.undo()
    assert page.tasks.rowCount() == 7
    assert chosen_row(page) == 6  # what came back is what she sees
    page.session.redo()
    assert chosen_row(page) == 5


def test_tab_goes_through_the_answers_in_their_order(page: ReviewPage) -> None:
    page.queue.focus_first()
    seen = []
    for _ in range(4):
        focused = page.window().focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == ["Đề xuất 1: Là Sở Xây dựng", "Đề xuất 2: Giữ nguyên", "Đề xuất 3: Bỏ cơ quan này", "Là cơ quan khác…"]
    press(page, Qt.Key.Key_F8)
    page.queue.focus_first()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert page.window().focusWidget().accessibleName() == "Đề xuất 2: Đã xem, giữ nguyên"  # type: ignore[union-attr]


def test_another_agency_is_typed_without_marks(page: ReviewPage) -> None:
    press(page, Qt.Key.Key_F8)
    press(page, Qt.Key.Key_F8)
    assert chosen_row(page) == 4
    number = len(page.queue.proposals()) + 1
    assert page.queue.other.placeholderText().startswith(f"{number}  ")
    press(page, str(number))  # the last number goes to the field
    assert page.window().focusWidget() is page.queue.other
    QTest.keyClicks(page.queue.other, "so cong")
    assert page.queue.other.proposals()[0] == "Sở Công Thương"
    QTest.keyClick(page.queue.other, Qt.Key.Key_Return)
    assert [chip.whole for chip in page.queue.picked.chips()] == ["Sở Công Thương chủ trì"]
    assert page.findings.rowCount() == 3  # more may follow
    QTest.keyClick(page.queue.other, Qt.Key.Key_Return)
    assert roles(page, 4) == {"Sở Công Thương": "lead"}
    assert page.findings.rowCount() == 2


def test_enter_on_a_focused_answer_takes_that_answer(page: ReviewPage) -> None:
    buttons = [b for b in page.queue.buttons.findChildren(QPushButton) if b.isVisible()]
    buttons[1].setFocus()
    press(page, Qt.Key.Key_Return)
    assert "Sở Giao thông" in roles(page, 1)
    assert page.findings.rowCount() == 2


def test_shift_enter_keeps_all_places_that_ask_the_same(page: ReviewPage) -> None:
    from core.delta import Change, Delta

    book = page.book
    assert book is not None
    asked = Proposal("lead", "Sở Nội vụ", "Sở Nội vụ chủ trì")
    same = (asked, asked, Proposal("keep", "", "Giữ nguyên"))
    made = [Finding(f"x{n}", book.plan.id, book.tasks[n].id, FindingKind.NO_LEAD, "Không thấy cơ quan chủ trì.", book.tasks[n].span, same)
            for n in (0, 2, 5)]
    page.session.do(Delta("thử", tuple(Change(None, f) for f in made), book.plan.id))
    page.session.choose_task(book.tasks[0].id)
    assert [p.label for p in page.queue.proposals()] == ["Sở Nội vụ chủ trì", "Giữ nguyên"]  # the same answer is not offered twice
    assert any("cả 3 chỗ" in b.text() for b in page.queue.buttons.findChildren(QPushButton))
    page.lists.focus_list()
    page.table.refresh()  # type: ignore[attr-defined]
    QTest.keyClick(page.lists.tasks, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.findings.rowCount() == 3
    assert roles(page, 0) == {"Sở Tài chính": "lead", "Sở Xây dựng": "coop"}
    assert page.session.undo() == "Giữ nguyên 3 chỗ giống nhau"


def test_accepting_early_asks_first(page: ReviewPage, door: messages.Recorder, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_Down)
    door.answers = [0]
    page.accept_plan()
    assert page.book.plan.status is PlanStatus.REVIEW  # type: ignore[union-attr]
    assert page.at_hand() is not None  # "Xem tiếp" leads to the next place
    door.answers = [1]
    with qtbot.waitSignal(page.session.page_wanted):
        page.accept_plan()
    assert page.book.plan.status is PlanStatus.ACCEPTED  # type: ignore[union-attr]
    assert "Còn 3 chỗ chưa xem" in door.questions[0]
    assert set(door.escapes) == {"Xem tiếp"}  # going away accepts nothing
    page.reopen()
    assert page.book.plan.status is PlanStatus.REVIEW  # type: ignore[union-attr]


def test_the_tab_with_the_places_to_look_at_leads_to_each(page: ReviewPage) -> None:
    page.lists.tabs.setCurrentIndex(1)
    assert page.lists.tabs.tabText(1) == "Cần xem (3)"
    page.lists.findings.setCurrentIndex(page.findings.index(2))
    assert chosen_row(page) == 4
    page.lists.focus_list()
    press(page, Qt.Key.Key_Return)
    assert page.lists.tabs.tabText(1) == "Cần xem (2)"
    assert roles(page, 4) == {"Sở Nội vụ": "lead"}


def test_several_places_are_selected_and_left_as_they_are_in_one_step(page: ReviewPage) -> None:
    """Shift+arrow in the list, then Enter; nothing is changed but that they have been looked at."""
    before = page.findings.rowCount()
    assert page.book is not None
    cells = {task: dict(row) for task, row in page.book.cells.items()}
    page.lists.tabs.setCurrentIndex(1)
    page.go_to_finding(0)
    page.lists.focus_list()
    QTest.keyClick(page.lists.findings, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.lists.chosen_findings() == [0, 1]
    assert page.queue.message.text() == "Đang chọn 2 chỗ cần xem."
    assert page.queue.proposals() == ()
    QTest.keyClick(page.lists.findings, Qt.Key.Key_Return)
    assert page.findings.rowCount() == before - 2
    assert page.lists.chosen_findings() == []
    assert page.at_hand() is not None
    assert page.book.cells == cells
    assert page.session.undo() == "Giữ nguyên 2 chỗ"
    assert page.findings.rowCount() == before


def test_one_place_selected_again_is_answered_as_ever(page: ReviewPage) -> None:
    page.lists.tabs.setCurrentIndex(1)
    page.go_to_finding(0)
    page.lists.focus_list()
    QTest.keyClick(page.lists.findings, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.lists.findings, Qt.Key.Key_Down)
    assert page.lists.chosen_findings() == []
    assert page.findings.row == 2
    assert page.queue.proposals()
    page.go_to_finding(0)
    page.lists.findings.selectAll()
    assert len(page.lists.chosen_findings()) == page.findings.rowCount()
    page.lists.tabs.setCurrentIndex(0)
    assert page.lists.chosen_findings() == []
    assert page.queue.proposals()


def test_a_task_that_loses_its_only_lead_asks_again(page: ReviewPage, door: messages.Recorder) -> None:
    assert page.book is not None
    page.session.do(proposals.keep_these(page.book, page.book.open_findings()))
    assert page.queue.counter.text() == "Đã xem hết"
    task = next(t for t in page.book.tasks if len(page.book.assignments(t.id, Role.LEAD)) == 1)
    (lead,) = page.book.assignments(task.id, Role.LEAD)
    page.session.do(edits.set_role(page.book, [(task.id, lead.agency)], None))
    assert page.queue.counter.text() == "Còn 1 chỗ cần xem"
    page.go_to_finding(0)
    assert page.session.task_id == task.id
    assert "chủ trì" in page.queue.message.text()
    page.session.undo()
    assert page.queue.counter.text() == "Đã xem hết"


def test_without_a_plan_it_says_what_to_do(page: ReviewPage) -> None:
    page.session.close_plan()
    assert page.status() == ""
    assert page.tasks.rowCount() == 0
    assert page._pages.currentIndex() == 0
    for action in page.actions():
        assert action.enabled is None or action.enabled() in (True, False)


def test_everything_that_takes_the_focus_has_a_name(page: ReviewPage) -> None:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    nameless = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
                and not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text())) and w.objectName() != "reviewSplitter"]
    assert nameless == []
    assert Role.LEAD.value == "lead"


def test_steps_made_on_another_page_are_there_when_the_page_comes_back(page: ReviewPage) -> None:
    from core import edits

    book = page.book
    assert book is not None
    gone, last = book.tasks[0].id, book.tasks[6].id
    page.hide()
    page.session.do(edits.not_a_task(book, gone))
    page.session.choose_task(last)
    page.show()
    assert page.tasks.rowCount() == 6
    assert page.lists.tasks.currentIndex().row() == 5
    page.hide()
    page.session.open_plan(book.plan.id)
    page.session.choose_task(last)
    page.show()
    assert chosen_row(page) == 5
    assert page.source._task == last


def test_a_typed_letter_in_the_panel_is_a_letter(page: ReviewPage) -> None:
    """X in a field must not take the task off the list."""
    page.queue.other.setFocus()
    QTest.keyClicks(page.queue.other, "xsm1")
    assert page.queue.other.text() == "xsm1"
    assert page.tasks.rowCount() == 7


def test_an_edited_row_is_painted_again_and_only_that_one(page: ReviewPage, monkeypatch: pytest.MonkeyPatch) -> None:
    from core import edits
    from ui.delegates.task_card import TaskCardDelegate

    book = page.book
    assert book is not None
    QTest.qWait(30)
    painted: list[int] = []
    paint = TaskCardDelegate.paint
    monkeypatch.setattr(TaskCardDelegate, "paint", lambda self, p, o, i: (painted.append(i.row()), paint(self, p, o, i))[1])
    other = QStyledItemDelegate(page.lists.tasks)  # a delegate's paint is looked up once: set it anew
    page.lists.tasks.setItemDelegate(other)
    page.lists.tasks.setItemDelegate(TaskCardDelegate(page.lists.tasks))
    page.lists.tasks.viewport().repaint()
    while painted:  # until the paints of the new delegate are over, however busy the machine is
        painted.clear()
        QTest.qWait(60)
    page.session.do(edits.assign(book, book.tasks[2].id, "Sở Công Thương", Role.COOP, page.session.workspace.directory()))
    QTest.qWait(30)
    assert set(painted) == {2}


def test_an_answer_that_is_taken_back_asks_its_question_again(page: ReviewPage) -> None:
    first = page.at_hand()
    assert first is not None
    page.accept()
    assert page.at_hand() is not None
    assert page.at_hand() != first
    page.session.undo()
    again = page.at_hand()
    assert again is not None
    assert again.id == first.id  # Enter would answer this one, not the one behind it
