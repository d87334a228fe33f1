"""The panel at the right: every part of the chosen task is edited where it stands, each edit one step."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.book import Book
from core.model import Role, Task
from tests.ui.review_plan import stored
from ui.messages import Recorder
from ui.pages.agency_edit import propose
from ui.pages.detail import DetailPanel
from ui.session import Session

TODAY = date(2025, 5, 20)


@pytest.fixture
def panel(qtbot: QtBot, tmp_path: Path) -> Iterator[DetailPanel]:
    workspace, plan = stored(tmp_path / "thu.db")
    session = Session(workspace, today=lambda: TODAY)
    host = QWidget()
    qtbot.addWidget(host)
    panel = DetailPanel(session)
    panel.rest = QPushButton("khác")  # type: ignore[attr-defined]  # where the focus can go
    column = QVBoxLayout(host)
    column.addWidget(panel)
    column.addWidget(panel.rest)  # type: ignore[attr-defined]
    host.resize(360, 900)
    host.show()
    session.open_plan(plan.id)
    session.choose_task(book_of(panel).tasks[0].id)
    yield panel
    workspace.close()


def book_of(panel: DetailPanel) -> Book:
    assert panel.session.book is not None
    return panel.session.book


def task_of(panel: DetailPanel) -> Task:
    assert panel.session.task_id is not None
    return book_of(panel).task(panel.session.task_id)


def choose(panel: DetailPanel, row: int) -> None:
    panel.session.choose_task(book_of(panel).tasks[row].id)


def leave(panel: DetailPanel) -> None:
    panel.rest.setFocus()  # type: ignore[attr-defined]
    QTest.qWait(5)


def type_marks(field: QWidget, text: str) -> None:
    """Letters with marks come from the input method, not as keys."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def names(panel: DetailPanel, role: Role) -> list[str]:
    return book_of(panel).names(task_of(panel).id, role)


@pytest.mark.parametrize(("typed", "wrong"), [("31/12/20233", True), ("30/02/2026", True), ("31/12/2026", False), ("Thường xuyên", False)])
def test_a_day_that_no_calendar_has_is_told(typed: str, wrong: bool) -> None:
    from core.proposals import read_deadline
    from ui.pages.detail_parts import mistyped

    assert mistyped(read_deadline(typed, None, base=TODAY)) is wrong


def test_it_shows_everything_about_the_task(panel: DetailPanel) -> None:
    assert panel.title.text() == "Nhiệm vụ 1 / 7"
    assert panel.where.text() == "I. NHIỆM VỤ"
    assert panel.text.toPlainText().startswith("Lập dự toán")
    assert [c.chip.name for c in panel.leads.chips] == ["Sở Tài chính"]
    assert [c.chip.name for c in panel.coops.chips] == ["Sở Xây dựng"]
    assert panel.deadlines.rows[0].line.text() == "trước ngày 30/6/2025"
    assert "30/06/2025" in panel.deadlines.rows[0].meaning.text()
    assert "Lập dự toán" in panel.quote.text()
    said = panel.quote.text()
    assert said.index("1. <span") < said.index("Lập dự toán")  # the heading that names the agencies, then the sentence
    assert said.count("background-color") == 3


def test_text_is_handed_in_when_the_field_is_left_and_undo_brings_it_back(panel: DetailPanel) -> None:
    panel.text.setFocus()
    panel.text.setPlainText("Lập dự toán trồng rừng.")
    assert task_of(panel).text.endswith("30/6/2025.")
    leave(panel)
    assert task_of(panel).text == "Lập dự toán trồng rừng."
    assert panel.session.undo() == "Sửa nội dung nhiệm vụ"
    assert panel.text.toPlainText().endswith("30/6/2025.")


def test_what_is_typed_goes_to_its_own_task_when_another_is_chosen(panel: DetailPanel) -> None:
    first = task_of(panel).id
    panel.note.setFocus()
    panel.note.setPlainText("hỏi lại phòng Kế hoạch")
    choose(panel, 2)
    assert book_of(panel).task(first).note == "hỏi lại phòng Kế hoạch"
    assert panel.note.toPlainText() == ""


def test_typing_is_not_lost_by_news_from_elsewhere(panel: DetailPanel) -> None:
    panel.text.setFocus()
    panel.text.setPlainText("Đang gõ dở")
    panel.session.do(edits.edit_task(book_of(panel), book_of(panel).tasks[3].id, note="chỗ khác"))
    assert panel.text.toPlainText() == "Đang gõ dở"
    QTest.keyClick(panel.text, Qt.Key.Key_Escape)
    assert panel.text.toPlainText().startswith("Lập dự toán")


def test_an_emptied_text_comes_back(panel: DetailPanel) -> None:
    panel.text.setFocus()
    panel.text.setPlainText("")
    leave(panel)
    assert task_of(panel).text.startswith("Lập dự toán")
    assert panel.text.toPlainText().startswith("Lập dự toán")


def test_agencies_are_added_by_typing_without_marks_and_removed_by_key(panel: DetailPanel, qtbot: QtBot) -> None:
    edit = panel.coops.edit
    edit.setFocus()
    QTest.keyClicks(edit, "noi vu")
    assert edit.proposals()[0] == "Sở Nội vụ"
    QTest.keyClick(edit, Qt.Key.Key_Return)  # the best proposal, not the letters
    assert edit.text() == ""
    assert names(panel, Role.COOP) == ["Sở Xây dựng", "Sở Nội vụ"]
    panel.coops.chips[0].setFocus()
    QTest.keyClick(panel.coops.chips[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(panel, Role.COOP) == ["Sở Nội vụ"], timeout=1000)
    QTest.keyClick(panel.coops.chips[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: names(panel, Role.LEAD) == ["Sở Tài chính", "Sở Nội vụ"], timeout=1000)
    assert panel.coops.chips == []


def test_several_agencies_typed_with_a_comma_are_several(panel: DetailPanel) -> None:
    before = len(panel.session.workspace.agencies())
    panel.coops.edit.setFocus()
    QTest.keyClicks(panel.coops.edit, "so noi vu, so tai chinh")
    QTest.keyClick(panel.coops.edit, Qt.Key.Key_Return)
    assert set(names(panel, Role.COOP)) >= {"Sở Xây dựng", "Sở Nội vụ"}
    assert "Sở Tài chính" in names(panel, Role.COOP) + names(panel, Role.LEAD)
    assert len(panel.session.workspace.agencies()) == before  # none was invented


def test_a_name_nobody_knows_becomes_a_new_agency(panel: DetailPanel) -> None:
    panel.leads.edit.setFocus()
    type_marks(panel.leads.edit, "Ban Quản lý rừng phòng hộ")
    assert panel.leads.edit.proposals() == []
    QTest.keyClick(panel.leads.edit, Qt.Key.Key_Return)
    assert names(panel, Role.LEAD) == ["Sở Tài chính", "Ban Quản lý rừng phòng hộ"]
    assert not panel.leads.chips[1].chip.known


def test_letters_that_sound_like_an_agency_become_a_new_one_only_when_asked_for(panel: DetailPanel) -> None:
    edit = panel.leads.edit
    edit.setFocus()
    type_marks(edit, "Sở Nội")
    assert edit.proposals()[0] == "Sở Nội vụ"
    QTest.keyClick(edit, Qt.Key.Key_Down)  # "Thêm cơ quan mới “Sở Nội”"
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert names(panel, Role.LEAD) == ["Sở Tài chính", "Sở Nội"]


def test_deadlines_are_added_changed_and_removed(panel: DetailPanel, qtbot: QtBot) -> None:
    panel.deadlines.add.setFocus()
    panel.deadlines.add.setText("ngày 15/5/2025")
    QTest.keyClick(panel.deadlines.add, Qt.Key.Key_Return)
    assert task_of(panel).due == date(2025, 5, 15)
    assert panel.deadlines.add.text() == ""
    line = panel.deadlines.rows[1].line
    line.setFocus()
    line.setText("ngày 01/8/2025")
    leave(panel)
    qtbot.waitUntil(lambda: task_of(panel).due == date(2025, 6, 30), timeout=1000)
    panel.deadlines.rows[0].changed.emit("")
    qtbot.waitUntil(lambda: len(task_of(panel).deadlines) == 1, timeout=1000)
    assert task_of(panel).due == date(2025, 8, 1)


def test_done_and_paused(panel: DetailPanel) -> None:
    assert not panel.done_day.isVisible()
    panel.done.click()
    assert task_of(panel).done == TODAY
    assert panel.done_day.isVisible()
    panel.done_day.selectAll()
    QTest.keyClicks(panel.done_day, "02052025")
    QTest.keyClick(panel.done_day, Qt.Key.Key_Return)
    assert task_of(panel).done == date(2025, 5, 2)
    panel.done.click()
    assert task_of(panel).done is None
    panel.paused.click()
    assert task_of(panel).paused
    choose(panel, 1)
    assert not panel.paused.isChecked()
    assert not book_of(panel).tasks[1].paused  # showing another task is no edit
    assert panel.session.undo() == "Tạm dừng nhiệm vụ"


def test_deliverable_and_note(panel: DetailPanel) -> None:
    panel.deliverable.setFocus()
    panel.deliverable.setText("  Tờ  trình ")
    QTest.keyClick(panel.deliverable, Qt.Key.Key_Return)
    assert task_of(panel).deliverable == "Tờ trình"


def test_an_open_finding_is_answered_here_too(panel: DetailPanel) -> None:
    choose(panel, 4)
    button = next(b for b in panel._findings.findChildren(QPushButton) if b.text() == "Sở Nội vụ chủ trì")
    button.click()
    assert names(panel, Role.LEAD) == ["Sở Nội vụ"]
    assert not panel._findings.isVisible()


def test_the_rest_of_the_sentence_is_told_with_the_answer(panel: DetailPanel, door: Recorder) -> None:
    choose(panel, 4)
    panel.session.do(edits.edit_task(book_of(panel), book_of(panel).tasks[4].id, text="Sở Nội vụ và Sở Công Thương trồng mới 500 ha rừng."))
    next(b for b in panel._findings.findChildren(QPushButton) if b.text() == "Sở Nội vụ chủ trì").click()
    assert names(panel, Role.LEAD) == ["Sở Nội vụ"]
    assert door.notices[-1].text == "Câu còn nêu: “Sở Công Thương”"


def test_the_eye_leads_to_the_sentence(panel: DetailPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignals([panel.session.page_wanted, panel.session.task_chosen]):
        panel.show_in_text()


def test_a_removed_task_leaves_an_empty_panel(panel: DetailPanel) -> None:
    panel.session.do(edits.not_a_task(book_of(panel), task_of(panel).id))
    assert panel._pages.currentIndex() == 0
    panel.session.undo()
    assert panel._pages.currentIndex() == 1
    panel.session.close_plan()
    assert panel._pages.currentIndex() == 0


def test_everything_that_takes_the_focus_has_a_name(panel: DetailPanel) -> None:
    from PySide6.QtWidgets import QAbstractButton

    choose(panel, 1)
    nameless = [w for w in panel.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
                and not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
                and w.objectName() not in ("qt_spinbox_lineedit", "qt_scrollarea_viewport")]
    assert nameless == []


def test_proposals_know_short_names_initials_and_other_spellings() -> None:
    from core.model import Agency

    agencies = [Agency("1", "Sở Kế hoạch và Đầu tư", "SKHĐT"), Agency("2", "Sở Khoa học và Công nghệ", aliases=("Sở KHCN",)),
                Agency("3", "Sở Y tế"), Agency("4", "Văn phòng Uỷ ban nhân dân tỉnh")]
    assert propose("dau tu", agencies) == ["Sở Kế hoạch và Đầu tư"]
    assert propose("skhdt", agencies) == ["Sở Kế hoạch và Đầu tư"]
    assert propose("khcn", agencies) == ["Sở Khoa học và Công nghệ"]
    assert propose("SYT", agencies) == ["Sở Y tế"]
    assert propose("uy ban", agencies) == ["Văn phòng Uỷ ban nhân dân tỉnh"]
    assert propose("so", agencies, near={"3"})[0] == "Sở Y tế"  # it works in this plan
    gone = [Agency("5", "Sở An toàn", valid_to=date(2025, 2, 28)), *agencies]
    assert propose("so", gone, on=date(2025, 1, 1))[0] == "Sở An toàn"
    assert propose("so", gone, on=date(2025, 3, 1))[-1] == "Sở An toàn"
    assert propose("so", agencies)[0] == "Sở Kế hoạch và Đầu tư"
    assert propose("  ", agencies) == []
    assert propose("không có", agencies) == []


def test_the_text_field_is_as_high_as_its_lines_before_it_is_painted(panel: DetailPanel) -> None:
    long = "Rà soát, hoàn thiện hồ sơ của các dự án hạ tầng ven biển và miền núi. " * 5
    panel.session.do(edits.edit_task(book_of(panel), task_of(panel).id, text=long.strip()))
    panel.text._fit()
    before = panel.text.height()
    panel.grab()
    QTest.qWait(30)
    assert panel.text.height() == before
    assert before > 6 * panel.text.fontMetrics().lineSpacing()


def test_the_panel_stands_laid_out_at_once_when_another_task_is_chosen(panel: DetailPanel) -> None:
    def places() -> list[tuple[int, int]]:
        parts = (panel.where, panel._findings, panel.text, panel.leads, panel.coops, panel.deadlines, panel.deliverable, panel.quote)
        return [(p.y(), p.height()) for p in parts if p.isVisible()]

    for row in (4, 0, 1, 5):
        choose(panel, row)
        at_once = places()
        assert all(one[0] + one[1] <= other[0] for one, other in pairwise(at_once))
        QTest.qWait(60)
        assert places() == at_once


def test_undo_in_a_field_where_nothing_was_typed_means_the_last_step(panel: DetailPanel) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    def taken_by(field: QWidget) -> bool:
        key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        key.ignore()
        field.event(key)
        return key.isAccepted()

    edit = panel.coops.edit
    edit.setFocus()
    QTest.keyClicks(edit, "noi vu")
    assert taken_by(edit)  # its own letters
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert not taken_by(edit)
    assert not taken_by(panel.text)
    panel.text.setPlainText("chữ mới")
    assert taken_by(panel.text)
