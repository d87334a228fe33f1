"""History, backups, hand-over and returned sheets as the clerk meets them: in real dialogs over a real database."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from core import edits
from core.errors import StoreError
from core.handover import Choice, Kind
from core.model import Role
from core.sheets.export import export
from db import backup
from tests.db.clerk import import_plan, store_at
from ui import messages
from ui.dialogs.backup import BackupDialog
from ui.dialogs.handover import GiveDialog, TakeDialog, open_take
from ui.dialogs.history import HistoryDialog
from ui.dialogs.person import PersonDialog, ask_person
from ui.dialogs.rescue import open_or_rescue
from ui.dialogs.takeover import TakeOverDialog, open_takeover
from ui.models.lines import Line, LinesModel
from ui.session import Session
from ui.settings import Settings
from ui.store_actions import back_up_if_due, store_actions
from ui.store_jobs import look_into_package, write_package
from ui.workspace import Workspace


@pytest.fixture
def session(tmp_path: Path, qtbot: Any) -> Iterator[Session]:
    store = store_at(tmp_path / "a.db")
    plan = import_plan(store, 3, tasks=8)
    found = Session(Workspace(store), settings=Settings(tmp_path / "settings.ini"))
    found.open_plan(plan.id)
    yield found
    store.close()


def test_the_model_of_lines_keeps_the_rules(qtbot: Any) -> None:
    model = LinesModel(["a", "b"], [Line(("1", "2"), "x"), Line(("3", "4"), "y")], ticks=True)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.reset([Line(("5", "6"), "z")], on=[0])
    assert model.chosen() == ["z"]
    model.tick_all(False)
    assert model.chosen() == []


def test_history_shows_steps_and_brings_an_earlier_state_back(session: Session, qtbot: Any) -> None:
    assert session.book is not None
    task = session.book.tasks[0]
    session.do(edits.edit_task(session.book, task.id, text="Viết lần một"))
    session.do(edits.edit_task(session.book, task.id, text="Viết lần hai"))
    session.choose_task(task.id)
    dialog = HistoryDialog(session)
    qtbot.addWidget(dialog)
    assert [dialog.model.line(n).cells[2] for n in range(3)] == ["Sửa nội dung nhiệm vụ", "Sửa nội dung nhiệm vụ", "Nhập kế hoạch"]  # type: ignore[union-attr]
    assert dialog.model.line(0).cells[1] == "Lan"  # type: ignore[union-attr]
    assert "hai" in dialog.detail.toPlainText()
    assert not dialog.back.isEnabled()
    dialog.view.selectRow(1)
    assert dialog.back.isEnabled()
    with messages.recorded() as said:
        dialog.restore()
    assert len(said.questions) == 1
    assert session.book.task(task.id).text == "Viết lần một"
    assert session.undo() == "Khôi phục kế hoạch"
    assert session.book.task(task.id).text == "Viết lần hai"
    dialog.what.setCurrentIndex(0)
    assert dialog.scope() == ("task", task.id)
    dialog.view.selectRow(dialog.model.rowCount() - 1)
    with messages.recorded():
        dialog.restore()
    assert session.book.task(task.id).text == task.text


def test_a_backup_is_made_looked_at_and_restored(session: Session, qtbot: Any) -> None:
    assert session.book is not None
    dialog = BackupDialog(session)
    qtbot.addWidget(dialog)
    assert dialog.model.rowCount() == 0
    dialog.now.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1, timeout=20000)
    task = session.book.tasks[0]
    session.do(edits.edit_task(session.book, task.id, note="ghi sau khi sao lưu"))
    dialog.look.click()
    assert not dialog.yes.isEnabled()
    qtbot.waitUntil(lambda: "ghi sau khi sao lưu" in dialog.detail.toPlainText(), timeout=20000)
    with messages.recorded() as said:
        dialog.restore()
    assert "sao lưu trước" in said.questions[0]
    with pytest.raises(StoreError, match="Đang khôi phục"):
        session.do(edits.edit_task(session.book, task.id, note="ghi giữa chừng"))
    dialog.show()
    dialog.reject()
    assert dialog.isVisible()  # what is being put in place is not left half way
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2, timeout=20000)
    assert session.book.task(task.id).note == ""
    assert "Đã khôi phục" in dialog.status.text()
    assert dialog.yes.isEnabled()
    with messages.recorded() as said:
        said.answers = [1]
        dialog.restore()
    assert dialog.model.rowCount() == 2


def test_everything_is_exported_and_a_bad_file_is_told(session: Session, qtbot: Any, tmp_path: Path,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = BackupDialog(session)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / "tất cả.zip"), ""))
    dialog.everything.click()
    qtbot.waitUntil(lambda: "tất cả.zip" in dialog.status.text(), timeout=20000)
    assert (tmp_path / "tất cả.zip").stat().st_size > 1000
    (tmp_path / "bad.db").write_bytes(b"nothing of ours" * 900)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(tmp_path / "bad.db"), ""))
    with messages.recorded() as said:
        dialog.other.click()
        qtbot.waitUntil(lambda: bool(said.errors), timeout=20000)
    assert "bad.db" in said.errors[0]


def test_work_is_given_and_taken_row_by_row(session: Session, qtbot: Any, tmp_path: Path) -> None:
    assert session.book is not None
    give = GiveDialog(session)
    qtbot.addWidget(give)
    assert give.model.chosen() == [session.book.plan.id]
    file = tmp_path / "gói.phancong"
    with messages.recorded() as said:
        give.give(file, give.model.chosen())
        qtbot.waitUntil(lambda: bool(said.notices), timeout=20000)
    other = store_at(tmp_path / "b.db", "Minh")
    there = Session(Workspace(other), settings=Settings(tmp_path / "b.ini"))
    package, rows = look_into_package(other.path, file)
    with messages.recorded():
        TakeDialog(there, package, rows).accept()
    there.open_plan(session.book.plan.id)
    assert there.book is not None
    one, two = session.book.tasks[0].id, session.book.tasks[1].id
    session.do(edits.edit_task(session.book, one, text="Lan viết"))
    session.do(edits.edit_task(session.book, two, note="Lan ghi"))
    there.do(edits.edit_task(there.book, one, text="Minh viết"))
    write_package(session.workspace.path, file, [session.book.plan.id])
    dialog = TakeDialog(there, *look_into_package(other.path, file))
    qtbot.addWidget(dialog)
    assert sorted(r.kind for r in dialog.rows) == [Kind.BOTH, Kind.THERE]
    assert "chưa chọn" in dialog.status.text()
    at = next(n for n, r in enumerate(dialog.rows) if r.kind is Kind.BOTH)
    dialog.view.selectRow(at)
    assert "Minh" in dialog.detail.toPlainText()
    assert not dialog.radios[Choice.COMBINE].isVisibleTo(dialog)
    dialog.radios[Choice.THERE].click()
    assert dialog.status.text() == ""
    with messages.recorded() as said:
        dialog.accept()
    assert said.notices[0].kind == "ok"
    assert there.book.task(one).text == "Lan viết"
    assert there.book.task(two).note == "Lan ghi"
    assert there.undo() == "Nhận gói bàn giao của Lan"
    assert there.book.task(one).text == "Minh viết"
    with messages.recorded() as said:
        (tmp_path / "bad.phancong").write_bytes(b"PK no")
        open_take(None, there, tmp_path / "bad.phancong")
        qtbot.waitUntil(lambda: bool(said.errors), timeout=20000)
    assert "hỏng" in said.errors[0]
    other.close()


def test_a_returned_sheet_is_taken_over_by_choice(session: Session, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = session.book
    assert book is not None
    (made,) = export(book, "assignment", tmp_path / "phụ lục.xlsx")
    workbook = openpyxl.load_workbook(made)
    page = workbook.worksheets[0]
    row = next(r for r in range(1, 30) if page.cell(r, 1).value == book.tasks[0].id)
    page.cell(row, 4).value = "Hội Nông dân"
    page.cell(row, 9).value = "đơn vị đề nghị"
    workbook.save(made)
    shown: list[TakeOverDialog] = []
    monkeypatch.setattr(TakeOverDialog, "exec", lambda self: shown.append(self))
    with messages.recorded():
        open_takeover(None, session, made)
        qtbot.waitUntil(lambda: bool(shown), timeout=20000)
    (dialog,) = shown
    qtbot.addWidget(dialog)
    assert [d.key for d in dialog.model.chosen()] == ["note", "leads"]
    dialog.view.selectRow(1)
    assert "Hội Nông dân" in dialog.detail.toPlainText()
    assert "chưa có trong danh bạ" in dialog.detail.toPlainText()
    dialog.model.tick_all(True)
    with messages.recorded():
        dialog.accept()
    assert book.names(book.tasks[0].id, Role.LEAD) == ["Hội Nông dân"]
    assert book.tasks[0].note == "đơn vị đề nghị"
    session.undo()
    assert book.tasks[0].note == ""


def test_the_name_is_asked_once(session: Session, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    session.workspace.set_person("")
    asked = []

    def answer(dialog: PersonDialog) -> int:
        asked.append(dialog)
        dialog.name.setText("  Trần   Minh ")
        return 1

    monkeypatch.setattr(PersonDialog, "exec", answer)
    assert ask_person(None, session)
    assert ask_person(None, session)
    assert len(asked) == 1
    assert session.workspace.person() == "Trần Minh"
    assert session.book is not None
    session.do(edits.edit_plan(session.book, note="x"))
    assert session.workspace.history()[0].who == "Trần Minh"


def test_the_actions_say_when_they_can(session: Session, qtbot: Any) -> None:
    actions = {a.id: a for a in store_actions(None, session)}
    assert all(a.menu == "Dữ liệu" and a.tip for a in actions.values())
    assert actions["store.takeover"].enabled is not None
    assert actions["store.takeover"].enabled()
    session.close_plan()
    assert not actions["store.takeover"].enabled()


def test_a_backup_is_begun_where_one_is_due(session: Session, qtbot: Any) -> None:
    assert back_up_if_due(session)
    qtbot.waitUntil(lambda: bool(session.workspace.backups()), timeout=20000)
    assert not back_up_if_due(session)


def test_a_damaged_database_is_replaced_by_its_newest_good_backup(tmp_path: Path, qtbot: Any) -> None:
    path = tmp_path / "a.db"
    store = store_at(path)
    import_plan(store, 3)
    backup.make(path, datetime(2026, 11, 22, 8, 0))
    later = backup.make(path, datetime(2026, 11, 22, 9, 0))
    store.close()
    path.write_bytes(b"broken" * 2000)
    later.path.write_bytes(b"broken too" * 2000)
    with messages.recorded() as said:
        said.answers = [1]
        assert open_or_rescue(path) is None
    assert path.read_bytes() == b"broken" * 2000
    with messages.recorded() as said:
        workspace = open_or_rescue(path)
    assert workspace is not None
    assert len(workspace.plans()) == 1
    assert ["09:00" in q for q in said.questions] == [True, False]
    assert len(list(tmp_path.glob("a-hong-*.db"))) == 1
    workspace.close()
    with messages.recorded() as said:
        assert open_or_rescue(tmp_path) is None
    assert "thư mục" in said.errors[0]


def test_a_damaged_database_without_a_backup_is_told(tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "a.db").write_bytes(b"broken" * 2000)
    with messages.recorded() as said:
        assert open_or_rescue(tmp_path / "a.db") is None
    assert "bị hỏng" in said.errors[0]
