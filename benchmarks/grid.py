"""The matrix with 50,000 tasks × 300 agencies: paints, scrolling, filters and edits, beside a stock QTableView and bare SQL.

The stock view shows a model that returns nothing, with the same number and size of rows and columns in the same area. Limits in
milliseconds and megabytes (opening, editing, memory) are rows whose floor is the limit itself.
"""
from __future__ import annotations

import os
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from benchmarks.measure import Row, fresh, turn_by_turn

TASKS, AGENCIES, PER_TASK = 50_000, 300, 5
WIDTH, HEIGHT = 1920, 1000


def big_book(tasks: int = TASKS, agencies: int = AGENCIES) -> Any:
    """A made-up plan: two levels of headings, five agencies a task, words of a plan."""
    from core.book import Book
    from core.model import Agency, Assignment, Deadline, Plan, Record, Role, Task

    chance = random.Random(5)
    records: list[Record] = [Agency(f"a{n:03}", f"Sở Kế hoạch và Đầu tư số {n}", f"Sở KHĐT {n}", place=n + 1.0) for n in range(agencies)]
    words = "Chủ trì, phối hợp thực hiện nhiệm vụ chuyển đổi số, tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch triển khai"
    for n in range(tasks):
        due = date(2026, 1 + n % 12, 1 + n % 28) if n % 3 else None
        records.append(Task(f"t{n:05}", "p", float(n + 1), f"{n + 1}. {words}", ("I",),
                            (f"Phần {1 + n // 5000}", f"Mục {1 + n // 100}"), None,
                            (Deadline("trước ngày 30/6", None, due),) if due else (), due))
    for n in range(tasks):
        records += [Assignment(f"t{n:05}", f"a{a:03}", Role.COOP if k else Role.LEAD)
                    for k, a in enumerate(chance.sample(range(agencies), PER_TASK))]
    return Book(Plan("p", "Kế hoạch lớn"), records)


class MemoryWorkspace:
    """Takes every change and keeps nothing: the cost of the store is measured in benchmarks/storing.py."""

    def __init__(self, book: Any) -> None:
        self._book = book

    def book(self, plan_id: str) -> Any:
        return self._book

    def write(self, delta: object) -> None:
        pass

    def undo_name(self) -> None:
        return None


def page_of(book: Any) -> tuple[Any, Any]:
    """(session, page) over a book in memory."""
    from ui.pages.matrix import MatrixPage
    from ui.session import Session
    from ui.settings import Settings

    session = Session(MemoryWorkspace(book), settings=Settings(_nowhere()))  # type: ignore[arg-type]
    return session, MatrixPage(session)


def _nowhere() -> Any:
    import tempfile
    from pathlib import Path

    return Path(tempfile.mkdtemp()) / "settings.ini"


def stock_view(rows: int, columns: int, row: int, column: int) -> Any:
    """A QTableView over a model that returns nothing."""
    from PySide6.QtCore import QAbstractTableModel, QModelIndex

    nowhere = QModelIndex()
    from PySide6.QtWidgets import QHeaderView, QTableView

    class Null(QAbstractTableModel):
        def rowCount(self, parent: Any = nowhere) -> int:
            return 0 if parent.isValid() else rows

        def columnCount(self, parent: Any = nowhere) -> int:
            return 0 if parent.isValid() else columns

        def data(self, index: Any, role: int = 0) -> None:
            return None

    view = QTableView()
    view.setWordWrap(False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(row)
    view.horizontalHeader().setDefaultSectionSize(column)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.setModel(Null(view))
    return view


def application() -> Any:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui import theme

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme.base_font(app)
    theme.apply(app)
    return app


def grid_benchmarks() -> list[Row]:
    app = application()
    book = big_book()
    session, page = page_of(book)
    # the sheet dresses our page only: under a style sheet a stock view paints four times slower, which would make the floor too easy
    page.setStyleSheet(app.styleSheet())
    app.setStyleSheet("")
    page.resize(WIDTH, HEIGHT)
    page.show()
    start = time.perf_counter()
    session.open_plan("p")
    while page.grid is None:  # it is made in pieces
        app.processEvents()
    app.processEvents()
    opened = (time.perf_counter() - start) * 1000
    while not page.grid.warm():
        pass
    for _ in range(5):
        app.processEvents()
    m = page.pane.cells.m
    stock = stock_view(TASKS, AGENCIES, m.row, m.column)
    stock.resize(WIDTH, HEIGHT)
    stock.show()
    app.processEvents()
    rows = [Row(f"open {TASKS:,} × {AGENCIES} in the page (limit 2,000 ms)", opened, 2000.0, 1.0, floor_name="limit"),
            *_paints(app, page, stock), *_filters(app, page, book, stock), *_edits(app, session, page, book), *_small(app),
            *_while_reading(app, page)]
    stock.close()
    page.close()
    _, peak, _ = fresh(["-c", "from benchmarks.grid import memory; memory()"], {"QT_QPA_PLATFORM": "offscreen"})
    return [*rows, Row("memory of a process with the big book open (limit 600 MB)", peak, 600.0, 1.0, "MB", "limit")]


def _paints(app: Any, page: Any, stock: Any) -> list[Row]:
    pane = page.pane
    views = (pane.frozen, pane.cells)

    def ours_full() -> None:
        for view in views:
            view.viewport().repaint()

    def stepper(bar: Any, step: int, first: int) -> Callable[[], None]:
        place = [first]

        def go() -> None:
            place[0] += step
            bar.setValue(place[0])
            app.processEvents()
        return go

    def reset(model: Any) -> None:
        model.beginResetModel()
        model.endResetModel()

    def ours_reset() -> None:
        for model in (page.frozen_model, page.cell_model):
            reset(model)
        pane.resize_all()
        app.processEvents()

    def ours_arranged() -> None:
        pane.arrange(page.view)
        app.processEvents()

    def stock_reset() -> None:
        reset(stock.model())
        app.processEvents()

    high, wide = pane.cells.m.row, pane.cells.m.column
    full = turn_by_turn(ours_full, lambda: stock.viewport().repaint(), 15)
    wheel = turn_by_turn(stepper(pane.down, 3 * high, 40_000), stepper(stock.verticalScrollBar(), 3 * high, 40_000), 30)
    paged = turn_by_turn(stepper(pane.down, 997 * high, 80_000), stepper(stock.verticalScrollBar(), 997 * high, 80_000), 20)
    across = turn_by_turn(stepper(pane.across, wide, 100), stepper(stock.horizontalScrollBar(), 1, 5), 20)
    resets = turn_by_turn(ours_reset, stock_reset, 9)
    laid = turn_by_turn(ours_arranged, stock_reset, 9)
    frames = _frames(stepper(pane.down, 3 * high, 200_000))
    return [Row("full repaint, both halves | stock view, null model", *full, 1.0),
            Row("wheel step of 3 rows | the same", *wheel, 1.1), Row("jump of 997 rows | the same", *paged, None),
            Row("one column to the right | the same", *across, None),
            Row("reset of both models, sizes set, painted | reset and paint of the stock view", *resets, 1.0),
            Row("filter and lay out anew as well | the same", *laid, None),
            Row("frame while scrolling, median (limit 16 ms)", frames[0], 16.0, 1.0, floor_name="limit"),
            Row("frame while scrolling, 95th of 100 (limit 16 ms)", frames[1], 16.0, 1.0, floor_name="limit")]


def _frames(step: Callable[[], None]) -> tuple[float, float]:
    found = []
    for _ in range(100):
        start = time.perf_counter()
        step()
        found.append((time.perf_counter() - start) * 1000)
    return statistics.median(found), sorted(found)[94]


def _filters(app: Any, page: Any, book: Any, stock: Any) -> list[Row]:
    from core.fold import fold
    from core.matrix_index import haystack
    from core.matrix_view import GridFilter, GridView

    base = sqlite3.connect(":memory:")
    base.execute("create table t(id integer primary key, fold text)")
    base.executemany("insert into t values(?, ?)", ((n, haystack(t)) for n, t in enumerate(book.tasks)))
    words = [str(n) for n in range(7700, 7800)]
    turn = [0, 0]

    def word(side: int) -> str:
        turn[side] += 1
        return fold(words[turn[side] % len(words)])

    def sql() -> None:
        base.execute("select id from t where instr(fold, ?)", (word(1),)).fetchall()

    def sql_shown() -> None:
        stock.model().beginResetModel()
        sql()
        stock.model().endResetModel()
        app.processEvents()

    def ours() -> None:
        page.grid.arrange(GridView(GridFilter(text=word(0))))

    def ours_shown() -> None:
        page.apply(GridView(GridFilter(text=word(0))))
        app.processEvents()

    found = turn_by_turn(ours, sql, 15)
    shown = turn_by_turn(ours_shown, sql_shown, 15)
    base.close()
    page.apply(GridView())
    app.processEvents()
    return [Row(f"filter {TASKS:,} tasks: rows, columns, totals | select id where instr", *found, 1.5),
            Row("the same till painted | the same, null model reset and painted", *shown, None),
            Row("filter as one types till painted (limit 100 ms)", shown[0], 100.0, 1.0, floor_name="limit")]


def _edits(app: Any, session: Any, page: Any, book: Any) -> list[Row]:
    from core import edits
    from core.model import Role

    def each(call: Callable[[int], object], times: int) -> float:
        found = []
        for n in range(times):
            start = time.perf_counter()
            call(n)
            app.processEvents()
            found.append((time.perf_counter() - start) * 1000)
        return statistics.median(found)

    page.pane.go_to("t00100")
    app.processEvents()
    cell = each(lambda n: session.do(edits.set_role(book, [(f"t{100 + n:05}", "a005")], Role.LEAD)), 15)
    added = each(lambda n: session.do(edits.add_task(book, "Mới", after=f"t{100 + n:05}")[1]), 7)
    fold_one = each(lambda n: page.apply(replace(page.view, folded=page.view.folded ^ {("Phần 1",)})), 7)
    return [Row("change a cell, till painted (limit 50 ms)", cell, 50.0, 1.0, floor_name="limit"),
            Row("add a task in the middle, till painted (limit 50 ms)", added, 50.0, 1.0, floor_name="limit"),
            Row("fold or unfold a heading, till painted (limit 50 ms)", fold_one, 50.0, 1.0, floor_name="limit")]


def _small(app: Any) -> list[Row]:
    """A plan of the size of the real ones, from the click to the paint."""
    book = big_book(150, 50)
    session, page = page_of(book)
    page.resize(WIDTH, HEIGHT)
    page.show()
    app.processEvents()
    found = []
    for _ in range(7):
        session.close_plan()
        app.processEvents()
        start = time.perf_counter()
        session.open_plan("p")
        page.focus_first()
        app.processEvents()
        found.append((time.perf_counter() - start) * 1000)
    page.close()
    median = statistics.median(found)
    return [Row("open a plan of 150 × 50 in the page, till painted (limit 150 ms)", median, 150.0, 1.0, floor_name="limit")]


def _while_reading(app: Any, page: Any) -> list[Row]:
    """Full repaints while a worker reads plans, beside repaints of the same page at rest, turn by turn."""
    from pathlib import Path

    from ui import background
    from ui.jobs import read_file

    sample = Path(__file__).resolve().parent.parent / "resources" / "samples" / "ke-hoach-mau.docx"

    def repaints(into: tuple[list[float], list[float]], busy: bool) -> None:
        for _ in range(10):
            if busy and not background.busy():
                background.run(read_file, sample, [], "2025-01-01T08:00:00", on_done=lambda found: None)
            app.processEvents()
            wall, cpu = time.perf_counter(), time.thread_time()
            for view in (page.pane.frozen, page.pane.cells):
                view.viewport().repaint()
            into[0].append((time.perf_counter() - wall) * 1000)
            into[1].append((time.thread_time() - cpu) * 1000)

    rest: tuple[list[float], list[float]] = ([], [])
    work: tuple[list[float], list[float]] = ([], [])
    for _ in range(6):
        while background.busy():
            app.processEvents()
        repaints(rest, busy=False)
        background.run(read_file, sample, [], "2025-01-01T08:00:00", on_done=lambda found: None)
        repaints(work, busy=True)
    background.close()
    return [Row(f"repaint while a plan is read in the worker{what} | at rest", statistics.median(work[n]), statistics.median(rest[n]), 1.5)
            for n, what in enumerate(("", ", of the processor"))]


def memory() -> None:
    """For a fresh process: the big book open, scrolled and filtered."""
    from core.matrix_view import GridFilter, GridView

    app = application()
    session, page = page_of(big_book())
    page.resize(WIDTH, HEIGHT)
    page.show()
    session.open_plan("p")
    while page.grid is None:
        app.processEvents()
    page.apply(GridView(GridFilter(text="chuyen doi so")))
    for place in range(0, 400_000, 20_000):
        page.pane.down.setValue(place)
        app.processEvents()
    sys.stdout.flush()
    os._exit(0)
