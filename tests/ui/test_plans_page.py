"""The start page: what presses is seen at a glance, plans are found, corrected and removed."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core import edits
from tests.ui.window_story import TODAY, open_window, stored_plan
from ui.day_field import parse_day
from ui.delegates.plan_row import about, chips
from ui.dialogs.plan_info import PlanInfoDialog
from ui.later import pieces
from ui.messages import Recorder
from ui.models.plans import PlanLine, PlanModel
from ui.pages.plans import FIRST, PlansPage
from ui.window import MainWindow
from ui.workspace import Workspace


@pytest.fixture
def page(window: MainWindow) -> PlansPage:
    stored_plan(window.session.workspace, "02/KH-UBND", "Kế hoạch y tế cơ sở", plan_id="plan2", tasks=2)
    found = window.pages["plans"]
    assert isinstance(found, PlansPage)
    found.refresh()
    return found


def test_late_and_due_this_week_are_counted(page: PlansPage) -> None:
    assert date(2025, 6, 18) == TODAY
    line = next(x for x in page.model.lines if x.id == "plan1")  # due 11, 13, 15 June
    assert (line.overdue, line.this_week) == (3, 0)
    assert page._pressing.text() == "Cần theo dõi: 4 nhiệm vụ quá hạn"
    assert [c.text for c in chips(line)] == ["3 quá hạn", "Đã chấp nhận"]
    assert "01/KH-UBND" in about(line)


def test_done_and_paused_tasks_do_not_press(page: PlansPage, window: MainWindow) -> None:
    window.session.open_plan("plan1")
    book = window.session.book
    assert book is not None
    window.session.do(edits.edit_task(book, "plan1.t1", done=date(2025, 6, 12)))
    window.session.do(edits.edit_task(book, "plan1.t3", paused=True))
    window.session.do(edits.edit_task(book, "plan1.t5", due=date(2025, 6, 20)))
    line = next(x for x in page.model.lines if x.id == "plan1")
    assert (line.overdue, line.this_week, line.done) == (0, 1, 1)


def test_the_week_ends_on_sunday(page: PlansPage, window: MainWindow) -> None:
    window.session.open_plan("plan1")
    book = window.session.book
    assert book is not None
    window.session.do(edits.edit_task(book, "plan1.t1", due=date(2025, 6, 22)))
    window.session.do(edits.edit_task(book, "plan1.t3", due=date(2025, 6, 23)))
    line = next(x for x in page.model.lines if x.id == "plan1")
    assert (line.overdue, line.this_week) == (1, 1)


def asked(window: MainWindow) -> list[str]:
    """What SQLite is asked from now on."""
    found: list[str] = []
    window.session.workspace.opened.connection.set_trace_callback(found.append)
    return found


@pytest.fixture
def many(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[MainWindow, list[str]]:
    """A window over more plans than the first paint shows, before it did anything else; and what it asked until it stood."""
    queries: list[str] = []

    def fill(workspace: Workspace) -> None:
        for n in range(FIRST + 6):
            stored_plan(workspace, f"{n}/KH-UBND", f"Kế hoạch số {n}", plan_id=f"plan{n}", tasks=2)
        workspace.opened.connection.set_trace_callback(queries.append)

    monkeypatch.setattr(MainWindow, "build_next", lambda self: None)  # what comes after the paint waits for the test
    return open_window(qtbot, tmp_path, fill), queries


def test_before_the_first_paint_only_the_rows_that_it_shows_are_counted(many: tuple[MainWindow, list[str]]) -> None:
    window, queries = many
    page = window.pages["plans"]
    assert isinstance(page, PlansPage)
    window.session.workspace.opened.connection.set_trace_callback(None)
    assert page.model.total() == FIRST
    assert page.model.lines[0].overdue == 1
    about_tasks = [q for q in queries if " task " in q]
    assert len(set(queries)) == 7, "three for the list, four for the names of undo and redo and the plan of the step"
    assert all("LIMIT" in q or "plan IN (" in q for q in about_tasks), about_tasks
    assert page._pressing.isVisible(), "what presses over all comes later, in a line that stands already"
    assert page._pressing.text().strip() == ""
    assert page.status() == "", "a number that is wrong is not told"


def test_after_it_the_other_plans_come_and_what_presses_is_counted_over_all(many: tuple[MainWindow, list[str]]) -> None:
    window, _ = many
    page = window.pages["plans"]
    assert isinstance(page, PlansPage)
    top = page._pressing.height()
    page.view.setCurrentIndex(page.model.index(3))
    assert next(pieces(window))
    assert page.model.total() == FIRST + 6
    assert page._pressing.text() == f"Cần theo dõi: {FIRST + 6} nhiệm vụ quá hạn"
    assert page._pressing.height() == top, "nothing moves"
    assert page.view.currentIndex().row() == 3
    assert page.status() == f"{FIRST + 6} kế hoạch"
    queries = asked(window)
    page.complete()
    assert queries == [], "once is enough"


def test_who_types_at_once_looks_into_all_plans(many: tuple[MainWindow, list[str]]) -> None:
    window, _ = many
    page = window.pages["plans"]
    assert isinstance(page, PlansPage)
    page.field.setText("0/kh")
    assert [line.id for line in page.model.lines] == ["plan20", "plan10", "plan0"], "the last of them lies below the first paint"


def test_the_filter_ignores_marks(page: PlansPage) -> None:
    page.field.setText("y te co so")
    assert [x.id for x in page.model.lines] == ["plan2"]
    assert page.status() == "1 / 2 kế hoạch"
    page.field.setText("không có")
    assert page._no_match.isVisible()


def test_a_plan_is_removed_after_a_question_and_comes_back_by_undo(page: PlansPage, window: MainWindow, door: Recorder) -> None:
    page.view.setCurrentIndex(page.model.index(page.model.row_of("plan2")))
    door.answers += [1, 0]
    window.table.trigger("plans.remove")
    assert page.model.total() == 2
    window.table.trigger("plans.remove")
    assert "có thể hoàn tác" in door.questions[-1].lower()
    assert [x.id for x in page.model.lines] == ["plan1"]
    window.table.trigger("edit.undo")
    assert page.model.total() == 2
    assert len(window.session.workspace.book("plan2").tasks) == 2


def test_what_a_plan_says_of_itself_is_corrected(page: PlansPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page.view.setCurrentIndex(page.model.index(page.model.row_of("plan1")))

    def correct(dialog: PlanInfoDialog) -> int:
        dialog.number.setText("99/KH-UBND")
        dialog.date.setText("ngày mai")
        dialog.accept()
        assert not dialog.result()
        assert "05/01/2024" in dialog.date.problem.text()
        dialog.date.setText("7/3/2025")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(PlanInfoDialog, "exec", correct)
    window.table.trigger("plans.info")
    line = next(x for x in page.model.lines if x.id == "plan1")
    assert (line.number, line.date) == ("99/KH-UBND", date(2025, 3, 7))


@pytest.mark.parametrize(("typed", "day"), [("05/01/2024", date(2024, 1, 5)), ("5.1.2024", date(2024, 1, 5)),
                                            ("2024-01-05", date(2024, 1, 5)), ("31/02/2024", None), ("mai", None), ("", None)])
def test_days_as_clerks_write_them(typed: str, day: date | None) -> None:
    assert parse_day(typed) == day


def test_the_model_behaves(qtbot: QtBot) -> None:
    model = PlanModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([PlanLine("a", "Đầu tư"), PlanLine("b", "Y tế")])
    model.filter("dau tu")
    assert [x.id for x in model.lines] == ["a"]
