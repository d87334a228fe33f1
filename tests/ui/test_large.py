"""What a large plan must not hold the window up with: counted in calls and in who does the work, not in time."""
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from core import edits
from core.book import Book
from core.model import Plan, Role, Task
from core.sheets.export import export_job
from tests.ui.window_story import stored_plan
from ui.jobs import count_loads, export_stored
from ui.models.findings import FindingModel
from ui.models.tasks import TaskModel, _differing
from ui.pages import agency_loads, export
from ui.pages.agencies import AgenciesPage
from ui.pages.export import ExportPage
from ui.pages.review_lists import ReviewLists
from ui.window import MainWindow


def large_book(tasks: int = 2000) -> Book:
    return Book(Plan("p", "Kế hoạch"), [Task(f"t{n}", "p", float(n), f"Nhiệm vụ {n}") for n in range(tasks)])


class CountingModel(TaskModel):
    asked = 0

    def rowCount(self, parent: object = QModelIndex()) -> int:
        self.asked += 1
        return super().rowCount(parent)  # type: ignore[arg-type]


def test_the_list_of_tasks_is_laid_out_without_asking_python_for_each_row(qtbot: QtBot) -> None:
    model = CountingModel()
    lists = ReviewLists(model, FindingModel())
    qtbot.addWidget(lists)
    lists.resize(400, 600)
    lists.show()
    book = large_book()
    model.set_book(book)
    lists.show_task("t1500")
    assert lists.tasks.currentIndex().row() == 1500
    assert lists.tasks.verticalScrollBar().value() > 0
    book.apply(edits.not_a_task(book, "t7"))
    model.apply(edits.not_a_task(large_book(), "t7"))
    lists.tasks.executeDelayedItemsLayout()
    assert lists.tasks.model().rowCount() == 1999
    assert model.asked < 200


def test_the_place_of_a_task_is_found_wherever_it_went() -> None:
    book = large_book(50)
    assert [book.row_of(t) for t in ("t0", "t49", "none")] == [0, 49, -1]
    book.apply(edits.move_task(book, "t49", after="t9"))
    assert book.row_of("t49") == 10
    assert book.row_of("t10") == 11
    assert all(book.row_of(t) == n for n, t in enumerate(book.task_ids()))


@given(st.lists(st.integers(0, 20), unique=True), st.lists(st.integers(0, 20), unique=True))
def test_what_differs_between_two_orders_lies_in_one_piece(old: list[int], new: list[int]) -> None:
    a, b = [str(n) for n in old], [str(n) for n in new]
    first, old_end, new_end = _differing(a, b)
    assert a[:first] == b[:first]
    assert a[old_end:] == b[new_end:]
    assert 0 <= first <= old_end <= len(a)
    assert first <= new_end <= len(b)
    if a == b:
        assert (old_end, new_end) == (first, first)


def test_a_large_plan_is_written_by_a_worker_that_reads_it_for_itself(window: MainWindow, tmp_path: Path,
                                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    window.session.open_plan("plan1")
    book, page = window.session.book, window.page("export")
    assert isinstance(page, ExportPage)
    assert book is not None
    assert page._job_over(book) == (export_job, (book,))
    monkeypatch.setattr(export, "LARGE", 3)
    job, where = page._job_over(book)
    assert (job, where) == (export_stored, (window.session.workspace.path, "plan1"))
    keywords = page._keywords("pdf", bundle="file")
    page.choices.show_book(book)
    window.session.do(edits.edit_task(book, book.task_ids()[0], text="Việc vừa sửa xong."))
    (there,) = export_stored(window.session.workspace.path, "plan1", "assignment", tmp_path / "a.pdf", keywords)
    (here,) = export_job(book, "assignment", tmp_path / "b.pdf", keywords)
    assert there.stat().st_size > 5000
    assert abs(there.stat().st_size - here.stat().st_size) < 200, "the step of a moment ago is in it"


def test_the_work_of_many_plans_is_counted_in_a_worker_while_the_page_stands(window: MainWindow, qtbot: QtBot,
                                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agency_loads, "AT_ONCE", 2)
    window.show_page("agencies")
    page = window.page("agencies")
    assert isinstance(page, AgenciesPage)
    line = next(x for x in page.model.lines if x.agency.id == "tc")
    assert (line.leads, line.coops) == (0, 0), "nothing was counted in the window"
    page.view.setCurrentIndex(page.model.index(page.model.row_of("yt"), 0))
    qtbot.waitUntil(lambda: any(x.leads for x in page.model.lines), timeout=20_000)
    line = next(x for x in page.model.lines if x.agency.id == "tc")
    assert (line.leads, line.plans) == (3, 1)
    assert page.chosen() is not None
    assert page.chosen().id == "yt"  # type: ignore[union-attr]
    stored_plan(window.session.workspace, "02/KH", "Kế hoạch hai", plan_id="plan2", tasks=2)
    window.session.plans_changed.emit()
    qtbot.waitUntil(lambda: next(x for x in page.model.lines if x.agency.id == "tc").leads == 4, timeout=20_000)


def test_numbers_that_the_order_hangs_on_lay_the_lines_anew(window: MainWindow) -> None:
    window.show_page("agencies")
    page = window.page("agencies")
    assert isinstance(page, AgenciesPage)
    loads = count_loads(window.session.workspace.path)
    assert loads["tc"].leads == 3
    assert page.model.take_loads({})
    assert not any(x.busy for x in page.model.lines)
    page.busy.setChecked(True)
    assert page.model.lines == []
    page._loads.known = loads
    page._counted()
    assert {x.agency.id for x in page.model.lines} == {"tc", "yt", "nhom"}


def test_who_has_duties_is_not_asked_while_nobody_looks_at_the_export(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.session.open_plan("plan1")
    page, book = window.page("export"), window.session.book
    assert isinstance(page, ExportPage)
    assert book is not None
    asked: list[object] = []
    monkeypatch.setattr(page.choices, "show_book", asked.append)
    window.session.do(edits.set_role(book, [(book.task_ids()[0], "dt")], Role.COOP))
    assert asked == []
    window.show_page("export")
    assert asked == [book]
