"""The review page under a clerk's hands, on a real database: the queue by keys, the text beside its tasks, edits from the text."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPushButton, QStyledItemDelegate
from pytestqt.qtbot import QtBot

from core import edits, proposals
from core.model import Finding, FindingKind, PlanStatus, Proposal, Role, Span
from tests.ui.review_plan import span, stored
from ui import messages
from ui.actions import ActionTable
from ui.pages.review import ReviewPage
from ui.session import Session


@pytest.fixture
def said() -> Iterator[messages.Recorder]:
    with messages.recorded() as recorder:
        yield recorder


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, said: messages.Recorder) -> Iterator[ReviewPage]:
    workspace, plan = stored(tmp_path / "thu.db")
    session = Session(workspace)
    window = QMainWindow()
    qtbot.addWidget(window)
    page = ReviewPage(session)
    window.setCentralWidget(page)
    table = ActionTable(window)
    table.add(page.actions(), page)
    table.page = "review"
    window.resize(1200, 700)
    window.show()
    session.open_plan(plan.id)
    table.refresh()
    page.lists.focus_list()
    QTest.qWait(30)
    page.table = table  # type: ignore[attr-defined]
    yield page
    workspace.close()


def press(page: ReviewPage, keys: str | Qt.Key) -> None:
    page.table.refresh()  # type: ignore[attr-defined]
    widget = page.window().focusWidget()
    assert widget is not None
    if isinstance(keys, str):
        QTest.keyClicks(widget, keys)
    else:
        QTest.keyClick(widget, keys)
    QTest.qWait(5)


def select(page: ReviewPage, where: Span) -> None:
    document = page.source._plan
    assert document is not None
    cursor = QTextCursor(document)
    cursor.setPosition(document.position(where.start))
    cursor.setPosition(document.position(where.end), QTextCursor.MoveMode.KeepAnchor)
    page.source.setTextCursor(cursor)


def put_caret(page: ReviewPage, offset: int) -> None:
    select(page, Span(offset, offset))


def roles(page: ReviewPage, row: int) -> dict[str, str]:
    book = page.book
    assert book is not None
    return {book.agencies[a.agency].name: a.role.value for a in book.assignments(book.tasks[row].id)}


def chosen_row(page: ReviewPage) -> int:
    return page.tasks.row_of(page.session.task_id or "")


def test_it_opens_at_the_first_place_to_look_at(page: ReviewPage) -> None:
    assert page.queue.counter.text() == "Còn 3 chỗ cần xem"
    assert "Sở Giao thông" in page.queue.message.text()
    assert chosen_row(page) == 1
    assert page.status() == "7 nhiệm vụ · còn 3 chỗ cần xem"


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


def test_the_list_shows_the_sentence_and_the_text_shows_the_row(page: ReviewPage) -> None:
    book = page.book
    assert book is not None
    page.lists.task_chosen.emit(book.tasks[6].id)
    assert page.source._task == book.tasks[6].id
    assert span("Tổ chức hội chợ").start <= page.source.caret() <= span("Tổ chức hội chợ").end
    put_caret(page, span("Đào tạo").start + 3)
    assert page.session.task_id == book.tasks[2].id
    assert page.lists.tasks.currentIndex().row() == 2


def test_s_splits_at_the_caret_and_m_joins_again(page: ReviewPage, said: messages.Recorder) -> None:
    put_caret(page, span("Sở Giao thông").start)
    press(page, "S")
    book = page.book
    assert book is not None
    assert [t.text for t in book.tasks[1:3]] == ["Thẩm định các dự án hạ tầng;", "Sở Giao thông kiểm tra an toàn đường bộ."]
    assert roles(page, 1) == {"Sở Tài chính": "lead", "Sở Xây dựng": "coop"}
    assert "Sở Giao thông" in roles(page, 2)
    press(page, "M")
    assert len(book.tasks) == 7
    assert roles(page, 1) == {"Sở Tài chính": "lead", "Sở Xây dựng": "coop", "Sở Giao thông": "lead"}
    put_caret(page, span("Thẩm định").start)
    press(page, "S")
    assert len(book.tasks) == 7
    assert "Đặt con trỏ" in said.notices[-1].text


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


@pytest.mark.parametrize(("key", "role"), [("C", "lead"), ("P", "coop")])
def test_selected_words_become_an_agency(page: ReviewPage, key: str, role: str) -> None:
    book = page.book
    assert book is not None
    page.session.choose_task(book.tasks[5].id)
    select(page, span("Sở Công Thương"))
    page.session.choose_task(book.tasks[5].id)
    page.source.setFocus()
    press(page, key)
    assert roles(page, 5)["Sở Công Thương"] == role
    made = book.agency_named("Sở Công Thương")
    assert made is not None
    assert book.cells[book.tasks[5].id][made.id].span == span("Sở Công Thương")
    assert not page.source.textCursor().hasSelection()


def test_words_that_no_directory_knows_are_asked_about(page: ReviewPage, said: messages.Recorder) -> None:
    book = page.book
    assert book is not None
    page.session.choose_task(book.tasks[2].id)
    select(page, span("Đào tạo cán bộ xã"))
    asked = page.edits._meant(book, "Sở Công Thương", page.session.workspace.directory())
    assert asked == "Sở Công Thương"  # known: no question
    assert said.questions == []
    for answer, leads in ((-1, ["Sở Nội vụ"]), (-2, ["Sở Nội vụ", "Đào tạo cán bộ xã"])):
        said.answers = [answer]
        page.edits.add_lead()
        assert book.names(book.tasks[2].id, Role.LEAD) == leads
    assert "Danh bạ chưa có “Đào tạo cán bộ xã”" in said.questions[0]


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


def test_selected_words_become_a_task_or_a_deadline(page: ReviewPage, said: messages.Recorder) -> None:
    select(page, span("Phát triển kinh tế xanh năm 2025"))
    page.source.setFocus()
    press(page, "T")
    book = page.book
    assert book is not None
    assert book.tasks[0].text == "Phát triển kinh tế xanh năm 2025"
    assert page.session.task_id == book.tasks[0].id
    select(page, span("năm 2024"))
    page.session.choose_task(book.tasks[0].id)
    press(page, "H")
    assert [d.text for d in book.tasks[0].deadlines] == ["năm 2024"]
    press(page, "T")  # nothing is selected any more
    assert len(book.tasks) == 8
    assert "Bôi đen" in said.notices[-1].text


def test_a_word_is_never_cut_by_a_hasty_mouse(page: ReviewPage) -> None:
    whole = span("Phát triển kinh tế xanh")
    select(page, Span(whole.start + 1, whole.end - 2))
    press(page, "T")
    book = page.book
    assert book is not None
    assert book.tasks[0].text == "Phát triển kinh tế xanh"
    put_caret(page, span("Sở Giao thông").start + 1)
    page.session.choose_task(book.tasks[2].id)
    press(page, "S")
    assert book.tasks[3].text.startswith("Sở Giao thông kiểm tra")


def test_the_menu_of_the_text_offers_what_can_be_done_there(page: ReviewPage) -> None:
    select(page, span("năm 2024"))
    actions = {a.text().split("\t")[0]: a.isEnabled() for a in page.edits.menu().actions() if not a.isSeparator()}
    assert actions["Thêm thành nhiệm vụ"]
    assert actions["Thêm thành thời hạn"]
    assert actions["Tách nhiệm vụ tại đây"]
    put_caret(page, 0)
    assert not next(a for a in page.edits.menu().actions() if a.text().startswith("Thêm thành nhiệm vụ")).isEnabled()


def test_another_agency_is_typed_without_marks(page: ReviewPage) -> None:
    press(page, Qt.Key.Key_F8)
    press(page, Qt.Key.Key_F8)
    assert chosen_row(page) == 4
    page.queue.other.setFocus()
    QTest.keyClicks(page.queue.other, "so cong")
    assert page.queue.other.proposals()[0] == "Sở Công Thương"
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


def test_accepting_early_asks_first(page: ReviewPage, said: messages.Recorder, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_Down)
    said.answers = [0]
    page.accept_plan()
    assert page.book.plan.status is PlanStatus.REVIEW  # type: ignore[union-attr]
    assert page.at_hand() is not None  # "Xem tiếp" leads to the next place
    said.answers = [1]
    with qtbot.waitSignal(page.session.page_wanted):
        page.accept_plan()
    assert page.book.plan.status is PlanStatus.ACCEPTED  # type: ignore[union-attr]
    assert "Còn 3 chỗ chưa xem" in said.questions[0]
    page.reopen()
    assert page.book.plan.status is PlanStatus.REVIEW  # type: ignore[union-attr]


def test_the_mouse_over_the_text_tells_who_does_what(page: ReviewPage) -> None:
    book, document = page.book, page.source._plan
    assert book is not None
    assert document is not None

    def tip(words: str) -> list[str]:
        cursor = QTextCursor(document)
        cursor.setPosition(document.position(span(words).start + 2))
        return page.source.tip_at(page.source.cursorRect(cursor).center()).split("\n")

    page.session.choose_task(book.tasks[0].id)
    assert tip("trước ngày 30/6/2025") == ["Nhiệm vụ 1", "Thời hạn: trước ngày 30/6/2025"]
    assert tip("Sở Xây dựng") == ["Phối hợp: Sở Xây dựng"]  # its heading, for the chosen task
    assert tip("Sở Giao thông") == ["Nhiệm vụ 2", "Chủ trì: Sở Giao thông", "Cần xem: “Sở Giao thông” không có trong danh bạ."]
    assert tip("KẾ HOẠCH") == [""]


def test_words_that_are_a_task_already_are_not_added_twice(page: ReviewPage, said: messages.Recorder) -> None:
    select(page, span("Đào tạo cán bộ xã"))
    page.edits.add_task()
    assert page.tasks.rowCount() == 7
    assert said.notices[-1].text == "Đoạn này đã là nhiệm vụ 3."
    assert chosen_row(page) == 2


def test_a_plan_without_a_task_says_what_to_do(page: ReviewPage) -> None:
    from core import edits

    book = page.book
    assert book is not None
    page.session.do(edits.delete_tasks(book, [t.id for t in book.tasks]))
    assert page.queue.counter.text() == "Chưa có nhiệm vụ nào"
    assert "bấm T" in page.queue.message.text()
    select(page, span("Đào tạo cán bộ xã."))
    page.source.setFocus()
    press(page, "T")
    assert [t.text for t in book.tasks] == ["Đào tạo cán bộ xã."]
    assert page.queue.counter.text() == "Đã xem hết"


def test_the_words_of_the_chosen_task_are_marked_in_the_colour_of_their_role(page: ReviewPage) -> None:
    book = page.book
    assert book is not None
    page.session.choose_task(book.tasks[0].id)
    QTest.qWait(20)
    marked = {s.cursor.selectedText() for s in page.source.extraSelections()}
    assert {"Sở Tài chính", "Sở Xây dựng", "trước ngày 30/6/2025", "ven biển"} <= marked
    lead = next(s for s in page.source.extraSelections() if s.cursor.selectedText() == "Sở Tài chính")
    coop = next(s for s in page.source.extraSelections() if s.cursor.selectedText() == "Sở Xây dựng")
    assert lead.format.background() != coop.format.background()
    assert lead.format.underlineStyle() != coop.format.underlineStyle()


def test_a_click_into_the_text_chooses_the_task(page: ReviewPage) -> None:
    document = page.source._plan
    assert document is not None
    cursor = QTextCursor(document)
    cursor.setPosition(document.position(span("Đào tạo").start + 2))
    place = page.source.cursorRect(cursor).center()
    QTest.mouseClick(page.source.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(place))
    assert chosen_row(page) == 2


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


def test_a_task_that_loses_its_only_lead_asks_again(page: ReviewPage, said: messages.Recorder) -> None:
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
