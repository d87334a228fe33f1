"""The text beside the tasks: what is marked in it, what a selection becomes, where the caret splits, and what the mouse is told."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import edits
from core.model import Role, Span
from tests.ui.review_hands import chosen_row, press, put_caret, reviewing, roles, select
from tests.ui.review_plan import span
from ui import messages
from ui.pages.review import ReviewPage


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[ReviewPage]:
    with reviewing(qtbot, tmp_path) as made:
        yield made


def test_the_list_shows_the_sentence_and_the_text_shows_the_row(page: ReviewPage) -> None:
    book = page.book
    assert book is not None
    page.lists.task_chosen.emit(book.tasks[6].id)
    assert page.source._task == book.tasks[6].id
    assert span("Tổ chức hội chợ").start <= page.source.caret() <= span("Tổ chức hội chợ").end
    put_caret(page, span("Đào tạo").start + 3)
    assert page.session.task_id == book.tasks[2].id
    assert page.lists.tasks.currentIndex().row() == 2


def test_s_splits_at_the_caret_and_m_joins_again(page: ReviewPage, door: messages.Recorder) -> None:
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
    assert "Đặt con trỏ" in door.notices[-1].text


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


def test_words_that_no_directory_knows_are_asked_about(page: ReviewPage, door: messages.Recorder) -> None:
    book = page.book
    assert book is not None
    page.session.choose_task(book.tasks[2].id)
    select(page, span("Đào tạo cán bộ xã"))
    asked = page.edits._meant(book, "Sở Công Thương", page.session.workspace.directory())
    assert asked == "Sở Công Thương"  # known: no question
    assert door.questions == []
    for answer, leads in ((-1, ["Sở Nội vụ"]), (-2, ["Sở Nội vụ", "Đào tạo cán bộ xã"])):
        door.answers = [answer]
        page.edits.add_lead()
        assert book.names(book.tasks[2].id, Role.LEAD) == leads
    assert "Danh bạ chưa có “Đào tạo cán bộ xã”" in door.questions[0]


def test_selected_words_become_a_task_or_a_deadline(page: ReviewPage, door: messages.Recorder) -> None:
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
    assert "Bôi đen" in door.notices[-1].text


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


def test_words_that_are_a_task_already_are_not_added_twice(page: ReviewPage, door: messages.Recorder) -> None:
    select(page, span("Đào tạo cán bộ xã"))
    page.edits.add_task()
    assert page.tasks.rowCount() == 7
    assert door.notices[-1].text == "Đoạn này đã là nhiệm vụ 3."
    assert chosen_row(page) == 2


def test_a_plan_without_a_task_says_what_to_do(page: ReviewPage) -> None:

    book = page.book
    assert book is not None
    page.session.do(edits.delete_tasks(book, [t.id for t in book.tasks]))
    assert page.queue.counter.text() == "Chưa có nhiệm vụ nào"
    assert "bấm T" in page.queue.message.text()
    select(page, span("Đào tạo cán bộ xã."))
    page.source.setFocus()
    press(page, "T")
    assert [t.text for t in book.tasks] == ["Đào tạo cán bộ xã."]
    assert page.queue.counter.text() == "Còn 1 chỗ cần xem"  # nobody leads it yet


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


def test_the_keyboard_stays_in_the_text_after_an_edit_from_there(page: ReviewPage) -> None:
    """The strip above once took it: it had held it before, and the next space bar would have accepted the plan."""
    page.queue.focus_first()
    page.source.setFocus()
    put_caret(page, span("Đào tạo").start + 12)
    press(page, "S")
    assert len(page.book.tasks) == 8  # type: ignore[union-attr]
    assert page.source.hasFocus()
    press(page, "M")
    assert page.source.hasFocus()
