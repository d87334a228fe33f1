"""A large plan is opened in pieces: the window goes on meanwhile, and what stands at the end is what one piece would have made."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core import edits
from core.matrix_grid import Grid
from core.model import Role
from db import store as db_store
from tests.ui.window_story import stored_plan, write_plan
from ui import opening
from ui.dialogs.imported import ImportDialog
from ui.pages import matrix as matrix_page
from ui.pages.matrix import MatrixPage
from ui.pages.review import ReviewPage
from ui.window import MainWindow


@pytest.fixture
def large(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """Every plan counts as large, and a piece is as small as it can be."""
    stored_plan(window.session.workspace, "02/KH", "Kế hoạch lớn", plan_id="big", tasks=900)
    monkeypatch.setattr(opening, "LARGE", 3)
    monkeypatch.setattr(matrix_page, "LARGE", 3)
    monkeypatch.setattr(opening, "SLICE", 0.0001)
    return window


def the_matrix(window: MainWindow) -> MatrixPage:
    page = window.page("matrix")
    assert isinstance(page, MatrixPage)
    return page


def test_the_window_goes_on_while_a_large_plan_is_opened(large: MainWindow, qtbot: QtBot) -> None:
    shares: list[float] = []
    large.open_plan("big", "matrix")
    assert large.session.opening
    assert large.session.book is None
    assert large.page_id == "plans", "the page comes with the plan"
    assert large.session.opener is not None
    large.session.opener.progress.connect(lambda share, what: shares.append(share))
    qtbot.waitUntil(lambda: the_matrix(large).grid is not None)
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert large.page_id == "matrix"
    assert large.session.book is not None
    assert set(large.session.book.records()) == set(large.session.workspace.book("big").records())
    grid = the_matrix(large).grid
    assert grid is not None
    whole = Grid(large.session.book, the_matrix(large).view, date(2025, 6, 18))
    assert str(grid.rows) == str(whole.rows)
    assert (grid.columns, grid.totals) == (whole.columns, whole.totals)
    assert the_matrix(large).pane.cells.currentIndex().isValid(), "the keyboard stands in the table"


def test_a_small_plan_is_open_at_once(window: MainWindow) -> None:
    window.open_plan("plan1", "matrix")
    assert not window.session.opening
    assert the_matrix(window).grid is not None


def test_opening_can_be_stopped(large: MainWindow, qtbot: QtBot) -> None:
    large.open_plan("big", "matrix")
    large.bar.cancelled.emit()
    assert not large.session.opening
    qtbot.wait(30)
    assert large.session.book is None
    assert large.page_id == "plans"


def test_another_plan_asked_for_meanwhile_is_the_one_that_comes(large: MainWindow, qtbot: QtBot) -> None:
    large.open_plan("big", "matrix")
    large.open_plan("plan1", "review")
    qtbot.waitUntil(lambda: large.session.book is not None)
    assert large.session.book is not None
    assert large.session.book.plan.id == "plan1"
    assert large.page_id == "review"
    assert not large.session.opening


def test_a_task_found_in_a_large_plan_is_chosen_when_the_plan_is_there(large: MainWindow, qtbot: QtBot) -> None:
    large.show_page("search")
    large.open_plan("big", "matrix")
    large.session.choose_task("big.t700")
    qtbot.waitUntil(lambda: the_matrix(large).grid is not None)
    assert the_matrix(large).pane.current_task() == "big.t700"


def test_a_step_made_meanwhile_is_in_the_plan_that_comes(large: MainWindow, qtbot: QtBot) -> None:
    other = large.session.workspace.book("big")
    large.open_plan("big", "matrix")
    qtbot.waitUntil(lambda: large.session.opener is not None and large.session.opener.running)
    for _ in range(3):
        large.session.opener._go_on()  # type: ignore[union-attr]
    large.session.do(edits.set_role(other, [("big.t1", "dt")], Role.COOP))
    qtbot.waitUntil(lambda: large.session.book is not None)
    assert large.session.book is not None
    assert large.session.book.role("big.t1", "dt") is Role.COOP


def test_a_step_made_while_the_table_is_laid_is_in_it(large: MainWindow, qtbot: QtBot) -> None:
    large.open_plan("big", "matrix")
    qtbot.waitUntil(lambda: large.session.book is not None)
    assert the_matrix(large).grid is None
    assert the_matrix(large).status() == "Đang lập ma trận…"
    book = large.session.book
    assert book is not None
    large.session.do(edits.set_role(book, [("big.t5", "dt")], Role.LEAD))
    qtbot.waitUntil(lambda: the_matrix(large).grid is not None)
    grid = the_matrix(large).grid
    assert grid is not None
    assert grid.totals["dt"].lead == 1


def test_a_large_plan_comes_up_in_its_review_and_closes_with_the_window(large: MainWindow, qtbot: QtBot) -> None:
    large.open_plan("big", "review")
    qtbot.waitUntil(lambda: large.page_id == "review")
    page = large.page("review")
    assert isinstance(page, ReviewPage)
    assert page.tasks.rowCount() == 900
    large.open_plan("plan1", "matrix")
    large.close()
    assert not large.session.opening


def test_the_bytes_of_a_file_are_packed_in_the_worker(empty_window: MainWindow, qtbot: QtBot, tmp_path: Path,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan of 40 MB takes a second: the window only writes them down."""
    def not_here(data: bytes) -> bytes:
        raise AssertionError("packed in the window")

    monkeypatch.setattr(db_store, "pack", not_here)
    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: 0)
    path = write_plan(tmp_path)
    with qtbot.waitSignal(empty_window.importer.finished, timeout=30_000):
        empty_window.import_files([path])
    workspace = empty_window.session.workspace
    stored = workspace.original(workspace.store.plan(workspace.plans()[0].id))
    assert stored is not None
    assert stored.data == path.read_bytes()
