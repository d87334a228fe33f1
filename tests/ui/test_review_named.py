"""Several agencies for one question, by keyboard: named one after the other or in a list, taken off again, and the rest of the sentence."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core import edits
from core.delta import Change, Delta
from core.model import Finding, FindingKind, Proposal
from tests.ui.review_hands import press, reviewing, roles
from ui.pages.review import ReviewPage

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[ReviewPage]:
    """At the question who leads task 5, "Trồng mới 500 ha rừng ven biển."."""
    with reviewing(qtbot, tmp_path) as made:
        made.step(1)
        made.step(1)
        assert made.queue.message.text().startswith("Nhiệm vụ 5")
        yield made


def chips(page: ReviewPage) -> list[str]:
    return [chip.whole for chip in page.queue.picked.chips()]


def typed(page: ReviewPage, words: str) -> None:
    focus = page.window().focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def test_enter_after_each_name_and_once_more_writes_them(page: ReviewPage) -> None:
    number = len(page.queue.proposals()) + 1
    press(page, str(number))
    typed(page, "so tai chinh")
    press(page, ENTER)
    typed(page, "so noi vu")
    press(page, ENTER)
    assert chips(page) == ["Sở Tài chính chủ trì", "Sở Nội vụ chủ trì"]
    assert page.queue.other.placeholderText() == "Thêm cơ quan chủ trì…"
    assert "↵" not in page.queue.buttons.findChildren(QPushButton)[0].text()  # Enter does something else now
    page.lists.focus_list()
    press(page, str(number + 1))  # the next number: who cooperates
    typed(page, "so xay dung")
    press(page, ENTER)
    assert page.queue.picked.write.text() == "Ghi 3 cơ quan  ↵"
    press(page, ENTER)
    assert roles(page, 4) == {"Sở Tài chính": "lead", "Sở Nội vụ": "lead", "Sở Xây dựng": "coop"}
    assert page.findings.rowCount() == 2
    assert not page.queue.picked.isVisible()
    page.session.undo()
    assert roles(page, 4) == {}  # one step


def test_a_list_with_semicolons(page: ReviewPage) -> None:
    page.queue.other_coop.setFocus()
    typed(page, "so tai chinh; so noi vu;so xay")
    assert chips(page) == ["Sở Tài chính phối hợp", "Sở Nội vụ phối hợp"]
    assert page.queue.other_coop.proposals()[0] == "Sở Xây dựng"
    press(page, ENTER)
    press(page, ENTER)
    assert set(roles(page, 4)) == {"Sở Tài chính", "Sở Nội vụ", "Sở Xây dựng"}


def test_a_pasted_list(page: ReviewPage) -> None:
    page.queue.other.setFocus()
    QApplication.clipboard().setText("Sở Tài chính; Hội Làm vườn; Sở Nội vụ")
    QTest.keyClick(page.queue.other, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(page, ENTER)
    assert chips(page) == [f"{name} chủ trì" for name in ("Sở Tài chính", "Hội Làm vườn", "Sở Nội vụ")]


def test_each_is_taken_off_by_key_or_mouse(page: ReviewPage) -> None:
    page.queue.other.setFocus()
    typed(page, "so tai chinh;so noi vu;so xay dung;")
    QTest.keyClick(page.queue.other, Qt.Key.Key_Backspace)  # in the empty field: the last one
    assert len(chips(page)) == 2
    page.queue.picked.chips()[0].setFocus()
    QTest.keyClick(page.queue.picked.chips()[0], Qt.Key.Key_Delete)
    assert chips(page) == ["Sở Nội vụ chủ trì"]
    assert page.window().focusWidget() in page.queue.picked.chips()
    QTest.mouseClick(page.queue.picked.chips()[0], Qt.MouseButton.LeftButton)
    assert chips(page) == []
    assert not page.queue.picked.isVisible()


def test_tab_goes_from_the_fields_over_the_picked_ones_to_the_button(page: ReviewPage) -> None:
    page.queue.other.setFocus()
    typed(page, "so tai chinh;so noi vu;")
    seen = []
    for _ in range(5):
        focus = page.window().focusWidget()
        assert focus is not None
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == [page.queue.other, page.queue.other_coop, *page.queue.picked.chips(), page.queue.picked.write]


def test_what_was_picked_belongs_to_its_question(page: ReviewPage) -> None:
    page.queue.other.setFocus()
    typed(page, "so tai chinh;")
    page.step(1)
    assert chips(page) == []


def test_enter_in_the_list_writes_what_was_picked(page: ReviewPage) -> None:
    page.queue.other.setFocus()
    typed(page, "so tai chinh;")
    page.lists.focus_list()
    press(page, ENTER)
    assert roles(page, 4) == {"Sở Tài chính": "lead"}


def test_an_unknown_name_can_mean_two(page: ReviewPage) -> None:
    page.go_to_finding(0)
    assert not page.queue.other_coop.isVisible()
    page.queue.other.setFocus()
    typed(page, "so xay dung;so cong thuong;")
    assert chips(page) == ["Sở Xây dựng", "Sở Công Thương"]
    press(page, ENTER)
    assert set(roles(page, 1)) == {"Sở Tài chính", "Sở Xây dựng", "Sở Công Thương"}


# ---------------------------------------------------------------- the rest of the sentence


@pytest.fixture
def two(page: ReviewPage) -> ReviewPage:
    """A question whose sentence names two more than have a role."""
    book = page.book
    assert book is not None
    task = book.tasks[1]
    asked = Finding("f2", book.plan.id, task.id, FindingKind.NO_LEAD, "Ai chủ trì?", task.span,
                    (Proposal("lead", "Sở Nội vụ", "Sở Nội vụ chủ trì"), Proposal("lead", "Sở Công Thương", "Sở Công Thương chủ trì")))
    page.session.do(edits.edit_task(book, task.id, text="Thẩm định các dự án hạ tầng cùng Sở Nội vụ và Sở Công Thương."))
    page.session.do(Delta("Hỏi", (Change(None, asked),), book.plan.id))
    page.go_to_finding(next(n for n in range(page.findings.rowCount()) if page.findings.index(n).data() == "Ai chủ trì?"))
    return page


def test_the_rest_of_the_sentence_is_told_before_the_finding_closes(two: ReviewPage) -> None:
    two.lists.focus_list()
    left = two.findings.rowCount()
    press(two, ENTER)
    assert two.findings.rowCount() == left  # not closed yet
    assert two.queue.message.text() == "Câu còn nêu: “Sở Công Thương”. Thêm vào hay ghi như đã chọn?"
    assert chips(two) == ["Sở Nội vụ chủ trì"]
    assert not two.queue.picked.write.isVisible()  # the first answer does the same
    press(two, "3")
    assert two.findings.rowCount() == left - 1
    assert roles(two, 1)["Sở Nội vụ"] == "lead"
    assert roles(two, 1)["Sở Công Thương"] == "coop"


def test_enter_once_more_writes_what_was_chosen(two: ReviewPage) -> None:
    two.lists.focus_list()
    left = two.findings.rowCount()
    press(two, ENTER)
    press(two, ENTER)
    assert two.findings.rowCount() == left - 1
    assert "Sở Công Thương" not in roles(two, 1)
    assert roles(two, 1)["Sở Nội vụ"] == "lead"


def test_going_on_without_an_answer_writes_nothing(two: ReviewPage) -> None:
    two.lists.focus_list()
    before, left = roles(two, 1), two.findings.rowCount()
    press(two, ENTER)
    press(two, Qt.Key.Key_F8)
    assert roles(two, 1) == before
    assert two.findings.rowCount() == left
    two.step(-1)
    assert "Câu còn nêu" not in two.queue.message.text()
    assert chips(two) == []


def test_no_question_where_the_answer_takes_no_role(two: ReviewPage) -> None:
    two.lists.focus_list()
    left = two.findings.rowCount()
    keep = next(n for n, p in enumerate(two.queue.proposals(), start=1) if p.action == "keep")
    press(two, str(keep))
    assert two.findings.rowCount() == left - 1
