"""Large steps are written by a worker under the lock of the window: the window goes on, writes nothing itself, and loses nothing."""
from __future__ import annotations

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core import edits
from core.errors import StoreError
from db.store import open_store
from tests.ui.jobs_for_tests import die_writing
from tests.ui.window_story import write_plan
from ui import background, loans
from ui.messages import Recorder
from ui.window import MainWindow


@pytest.fixture(autouse=True)
def _everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loans, "TASKS", 0)
    monkeypatch.setattr(loans, "RECORDS", 0)


def over(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.session.workspace.lent, timeout=20_000)


def remove(window: MainWindow) -> None:
    window.show_page("plans")
    window.table.trigger("plans.remove")


def test_a_large_plan_is_removed_and_comes_back(qtbot: QtBot, window: MainWindow, door: Recorder) -> None:
    before = window.session.workspace.book("plan1").records()
    window.open_plan("plan1", "matrix")
    remove(window)
    assert window.bar.working()
    assert window.session.book is None
    over(qtbot, window)
    assert not window.bar.working()
    assert window.session.workspace.plans() == []
    assert window.bar.notice_text() == "Đã xoá kế hoạch"
    window.bar.notice_action().click()  # Hoàn tác
    over(qtbot, window)
    assert window.bar.notice_text() == "Đã hoàn tác: Xoá kế hoạch"
    assert sorted(map(repr, window.session.workspace.book("plan1").records())) == sorted(map(repr, before))
    window.open_plan("plan1", "matrix")
    window.table.trigger("edit.redo")
    over(qtbot, window)
    assert window.session.book is None
    assert window.session.workspace.plans() == []


def test_a_large_step_of_the_open_plan_is_taken_back(qtbot: QtBot, window: MainWindow, door: Recorder) -> None:
    window.open_plan("plan1", "matrix")
    book = window.session.book
    assert book is not None
    window.session.do(edits.edit_task(book, "plan1.t2", note="ghi thêm"))
    window.table.trigger("edit.undo")
    over(qtbot, window)
    assert window.session.book is not None
    assert window.session.book.task("plan1.t2").note == ""


def test_meanwhile_nothing_else_is_written_and_the_window_stays(qtbot: QtBot, window: MainWindow, door: Recorder) -> None:
    remove(window)
    with pytest.raises(StoreError, match="Đang xoá kế hoạch"):
        window.session.workspace.set_person("Lan")
    assert not any(window.table.works(window.table.specs[i]) for i in ("edit.undo", "plans.import", "plans.sample"))
    assert not window.close()
    assert "hãy chờ xong" in window.bar.notice_text()
    over(qtbot, window)
    window.session.workspace.set_person("Lan")
    assert window.table.works(window.table.specs["edit.undo"])


def test_a_plan_read_meanwhile_waits_for_its_turn(qtbot: QtBot, window: MainWindow, tmp_path: Path,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.dialogs.imported import ImportDialog

    monkeypatch.setattr(ImportDialog, "exec", lambda self: 1)
    window.session.lend("Đang hoàn tác")
    window.import_files([write_plan(tmp_path)])
    end = time.monotonic() + 1.5
    qtbot.waitUntil(lambda: time.monotonic() > end, timeout=5000)
    assert window.importing
    assert len(window.session.workspace.plans()) == 1
    window.session.lend("")
    qtbot.waitUntil(lambda: not window.importing, timeout=20_000)
    assert len(window.session.workspace.plans()) == 2


def test_a_worker_that_dies_leaves_everything(qtbot: QtBot, window: MainWindow, door: Recorder) -> None:
    before = window.session.workspace.book("plan1").records()
    failed: list[BaseException] = []
    loans.run(window.session, "Đang xoá kế hoạch", die_writing, "plan1", done=lambda _: None, failed=failed.append)
    over(qtbot, window)
    assert isinstance(failed[0], background.WorkFailed)
    assert sorted(map(repr, window.session.workspace.book("plan1").records())) == sorted(map(repr, before))
    window.session.workspace.set_person("Lan")  # the window writes again


def test_the_right_to_write_is_borrowed_only_under_a_window(window: MainWindow, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Không có cơ sở dữ liệu"):
        open_store(tmp_path / "không có.db", borrowed=True)
    borrowed = open_store(window.session.workspace.path, borrowed=True)
    borrowed.set_meta("person", "Minh")
    borrowed.close()
    assert window.session.workspace.person() == "Minh"
    assert open_store(window.session.workspace.path).read_only  # the window's lock is still there
