"""The same plan comes again in a newer version: the review says so, shows what differs, and brings the stored plan up to date."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core import edits
from core.compare import RowKind
from core.model import Draft, Mention, Plan, PlanText, Role, Span
from tests.ui.review_plan import LINES, draft, plan_text, stored
from ui import messages
from ui.dialogs.compare import CompareDialog, row_html, word_difference
from ui.models.versions import VersionRole
from ui.pages.review import ReviewPage
from ui.session import Session


def newer() -> tuple[PlanText, Draft]:
    """The plan without its fifth task, with another lead for the third and other words in the first."""
    text, old = plan_text(), draft()
    first = replace(old.tasks[0], text=old.tasks[0].text.replace("trồng rừng", "trồng rừng ngập mặn"))
    third = replace(old.tasks[2], leads=(Mention("Sở Tài chính", Role.LEAD, Span(0, 1)),))
    tasks = (first, old.tasks[1], third, old.tasks[3], *old.tasks[5:])
    return text, replace(old, info=replace(old.info, title=old.info.title + " (sửa đổi)"), tasks=tasks)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    workspace, plan = stored(tmp_path / "thu.db")
    book = workspace.book(plan.id)
    workspace.write(edits.edit_task(book, book.tasks[0].id, done=date(2025, 4, 1)))
    made = Session(workspace)
    made.first = plan  # type: ignore[attr-defined]
    yield made
    workspace.close()


def import_again(session: Session) -> Plan:
    text, read = newer()
    return session.workspace.store_read("ban-moi.txt", ("\n".join(LINES) + "!").encode(), text, read)


def test_the_review_offers_the_comparison_and_the_stored_plan_lives_on(qtbot: QtBot, session: Session,
                                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    first: Plan = session.first  # type: ignore[attr-defined]
    again = import_again(session)
    page = ReviewPage(session)
    qtbot.addWidget(page)
    page.show()
    session.open_plan(again.id)
    qtbot.waitUntil(page.versions.isVisible, timeout=1000)
    assert "12/KH-UBND" in page.versions._text.text()
    seen: list[dict[RowKind, int]] = []

    def run(dialog: CompareDialog) -> int:
        qtbot.addWidget(dialog)
        seen.append(dialog.model.counts())
        return 1

    monkeypatch.setattr(CompareDialog, "exec", run)
    page.versions.compare()
    assert (seen[0][RowKind.DROPPED], seen[0][RowKind.LEAD_MOVED], seen[0][RowKind.CHANGED]) == (1, 1, 1)
    assert [p.id for p in session.workspace.plans()] == [first.id]
    book = session.book
    assert book is not None
    assert book.plan.id == first.id
    assert book.plan.source_name == "ban-moi.txt"
    assert len(book.tasks) == 6
    assert book.tasks[0].done == date(2025, 4, 1)
    assert "ngập mặn" in book.tasks[0].text
    assert book.names(book.tasks[2].id, Role.LEAD) == ["Sở Tài chính"]
    # one step: one undo brings both plans back as they were
    assert session.undo() == "Cập nhật theo bản mới"
    QTest.qWait(10)
    assert {p.id for p in session.workspace.plans()} == {first.id, again.id}
    assert session.book is not None
    assert len(session.book.tasks) == 7
    assert session.book.plan.source_name == "ke-hoach.txt"


def test_a_plan_that_stands_for_itself_is_not_asked_about_again(qtbot: QtBot, session: Session) -> None:
    again = import_again(session)
    page = ReviewPage(session)
    qtbot.addWidget(page)
    page.show()
    session.open_plan(again.id)
    qtbot.waitUntil(page.versions.isVisible, timeout=1000)
    page.versions.leave()
    session.open_plan(again.id)
    QTest.qWait(20)
    assert not page.versions.isVisible()


def test_an_older_plan_is_never_called_the_newer_version(qtbot: QtBot, session: Session) -> None:
    first: Plan = session.first  # type: ignore[attr-defined]
    import_again(session)
    page = ReviewPage(session)
    qtbot.addWidget(page)
    session.open_plan(first.id)
    book = session.book
    assert book is not None
    session.do(edits.edit_plan(book, imported="2000-01-01T00:00:00"))
    page.versions.look()
    assert page.versions.earlier is None


def dialog_of(qtbot: QtBot, session: Session) -> CompareDialog:
    first: Plan = session.first  # type: ignore[attr-defined]
    again = import_again(session)
    dialog = CompareDialog(session.workspace.book(first.id), session.workspace.book(again.id))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_rows_are_ticked_by_key_and_the_button_counts_them(qtbot: QtBot, session: Session) -> None:
    dialog = dialog_of(qtbot, session)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.model.rowCount() == 3
    assert dialog._yes.text() == "Cập nhật, lấy 3 dòng"
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog._yes.text() == "Cập nhật, lấy 2 dòng"
    assert dialog.model.index(0).data(VersionRole.ROW).key not in dialog.model.chosen
    place = dialog.view.visualRect(dialog.model.index(0)).topLeft()
    place.setX(16)
    place.setY(place.y() + 16)
    QTest.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert dialog._yes.text() == "Cập nhật, lấy 3 dòng"
    dialog.model.tick_all(False)
    assert dialog._yes.text() == "Chỉ thay văn bản gốc"


def test_the_row_at_hand_is_told_in_full(qtbot: QtBot, session: Session) -> None:
    dialog = dialog_of(qtbot, session)
    dialog.view.setCurrentIndex(dialog.model.index(0))
    assert "Nội dung" in dialog.detail.toPlainText()
    row = next(r for r in dialog.model.all if r.kind is RowKind.LEAD_MOVED)
    told = row_html(row)
    assert "<s>" in told
    assert "<u>" in told


def test_the_difference_names_what_went_and_what_came() -> None:
    told = word_difference("trồng rừng ven biển", "trồng rừng ngập mặn <b>")
    assert "<s>ven biển</s>" in told
    assert "<u>ngập mặn &lt;b&gt;</u>" in told
    assert word_difference("", "") == "–"


def test_a_store_that_fails_is_told(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.errors import StoreError

    again = import_again(session)
    page = ReviewPage(session)
    qtbot.addWidget(page)
    session.open_plan(again.id)
    page.versions.look()

    def fails(plan_id: str) -> None:
        raise StoreError("Không đọc được cơ sở dữ liệu.")

    monkeypatch.setattr(session.workspace, "book", fails)
    with messages.recorded() as said:
        page.versions.compare()
    assert said.errors == ["Không đọc được cơ sở dữ liệu."]
