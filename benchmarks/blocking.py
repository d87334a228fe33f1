"""How long each action of the table holds the window up: the longest single piece of work in its thread, in CPU milliseconds.

A piece is the action itself, or one round of the event loop afterwards (all paints and timers that were due). Every action runs on its
own page with a task chosen; what it changed is undone before the next. The best of three rounds counts: first uses are measured apart,
in the order in which a person meets them.

    python -m benchmarks.blocking [PLAN] [--big] [--trace]      # --big: 50,000 tasks x 300 agencies, at most BUDGET seconds

An action is done again (up to three times, the best counts) only while it comes near the limit and the time allows; what the time did
not allow is named at the end.
"""
from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.measure import Row, fresh

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "ke-hoach-mau.docx"
LIMIT = 50.0
WORST = 3  # of each list that `make bench` shows
OPEN_LIMIT, LARGE_OPEN_LIMIT = 150.0, 2000.0
BUDGET = 420.0  # seconds for the actions
AGAIN = 5.0  # seconds after which no action is done again
LAST = {"plans.remove", "plans.close"}  # after the others: what it takes away comes back by another way
LEAVE = {"app.quit", "plans.close", "plans.sample", "plans.import", "plans.paste"}  # these end the round or read a file


class Meter:
    """The longest piece of work since it was set to nothing."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.longest = 0.0
        self.whole: list[tuple[float, float]] = []  # how long opening the plan took till its matrix stood: wall and processor, ms

    def piece(self, run: Callable[[], object]) -> None:
        start = time.thread_time()
        run()
        self.longest = max(self.longest, (time.thread_time() - start) * 1000)

    def rounds(self, ms: float) -> None:
        """Rounds of the event loop for a time."""
        end = time.perf_counter() + ms / 1000
        while time.perf_counter() < end:
            self.piece(self.app.processEvents)
            time.sleep(0.001)

    def settle(self, quiet_ms: float = 60) -> None:
        """Rounds of the event loop until nothing has come for a while."""
        end = time.perf_counter() + quiet_ms / 1000
        while time.perf_counter() < end:
            before = self.longest
            start = time.thread_time()
            self.app.processEvents()
            spent = (time.thread_time() - start) * 1000
            self.longest = max(before, spent)
            if spent > 1:
                end = time.perf_counter() + quiet_ms / 1000
            time.sleep(0.001)

    def of(self, run: Callable[[], object], quiet_ms: float = 60) -> float:
        self.settle()
        self.longest = 0.0
        start = time.thread_time()
        run()
        waited = self.longest > 0  # it went round the event loop itself and measured its pieces
        if not waited:
            self.longest = (time.thread_time() - start) * 1000
        self.settle(quiet_ms)
        return self.longest


@contextmanager
def dialogs_that_close(meter: Meter) -> Iterator[None]:
    """Dialogs and menus are shown, painted and closed again; those of the system and of one line answer nothing at once."""
    from unittest.mock import patch

    from PySide6.QtPrintSupport import QPrintDialog
    from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMenu, QToolButton

    def show(box: Any, *_: Any) -> int:
        box.show()
        meter.app.processEvents()
        box.close()
        return 0

    with ExitStack() as stack:
        stack.enter_context(patch.object(QToolButton, "showMenu", lambda button: show(button.menu())))
        for kind in (QDialog, QMenu, QPrintDialog):
            stack.enter_context(patch.object(kind, "exec", show))
        for kind, name, answer in ((QFileDialog, "getOpenFileNames", ([], "")), (QFileDialog, "getOpenFileName", ("", "")),
                                   (QFileDialog, "getSaveFileName", ("", "")), (QFileDialog, "getExistingDirectory", ""),
                                   (QInputDialog, "getText", ("", False)), (QInputDialog, "getItem", ("", False))):
            stack.enter_context(patch.object(kind, name, lambda *_, a=answer, **__: a))
        yield


def database_with(plan: Path | None, folder: Path) -> Path:
    """A database with one plan read from a file, or with the big made-up one."""
    from core.delta import Change, Delta
    from ui.workspace import Workspace

    path = folder / "one.db"
    workspace = Workspace.open(path)
    if plan is not None:
        workspace.import_file(plan)
    else:
        from benchmarks.grid import big_book

        workspace.write(Delta("Nhập", tuple(Change(None, record) for record in big_book().records()), "p"))
    workspace.close()
    return path


def first_uses(meter: Meter, window: Any, plan_id: str) -> dict[str, float]:
    """What a person meets first, in its order."""
    window.show()
    meter.app.processEvents()  # the first paint: benchmarks/window.py
    found = {"start: what comes after the first paint": meter.of(lambda: None, 800)}
    found["open the matrix the first time"] = meter.of(lambda: opened(meter, window, plan_id), 200)
    found["open the review the first time"] = meter.of(lambda: window.show_page("review"), 200)
    for page in ("plans", "review", "matrix", "agencies", "search", "export", "matrix"):
        found[f"show {page} again"] = meter.of(lambda p=page: window.show_page(p), 100)  # type: ignore[misc]
    found["theme the first time"] = meter.of(lambda: window.table.trigger("view.theme"), 200)
    found["read a plan"] = meter.of(lambda: read_sample(meter, window), 300)
    return found


def opened(meter: Meter, window: Any, plan_id: str) -> None:
    """Open the plan and wait till its matrix stands (a large one comes in pieces)."""
    wall, cpu = time.perf_counter(), time.thread_time()
    meter.piece(lambda: window.open_plan(plan_id, "matrix"))
    while window.session.book is None or window.page("matrix").grid is None:
        meter.piece(meter.app.processEvents)
    meter.piece(meter.app.processEvents)  # its paint
    meter.whole.append(((time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000))


def read_sample(meter: Meter, window: Any) -> None:
    """The sample plan through the child process; only the longest piece of the wait counts, not the wait."""
    window.import_files([SAMPLE])
    end = time.perf_counter() + 30
    while window.importing and time.perf_counter() < end:
        meter.piece(meter.app.processEvents)
        time.sleep(0.001)


def choose_something(window: Any, page_id: str) -> None:
    """A task in the middle, as a person at work has one."""
    book = window.session.book
    if book is not None and page_id in ("review", "matrix", "export", ""):
        window.session.choose_task(book.task_ids()[len(book.task_ids()) // 2])


def actions(meter: Meter, window: Any, plan_id: str) -> dict[str, float]:
    """The longest piece of each action, the best of three rounds; {} for what does not work on its page."""
    from core.edits import edit_task
    from ui import messages

    book = window.session.book
    window.session.do(edit_task(book, book.task_ids()[0], note="x"))  # a step for undo and redo that is not the plan itself
    found: dict[str, float] = {}
    end = time.perf_counter() + BUDGET
    with dialogs_that_close(meter), messages.recorded():
        for spec in sorted(window.table.specs.values(), key=lambda s: s.id in LAST):
            if spec.id in LEAVE:
                continue
            if time.perf_counter() > end:
                print(f"not measured for want of time: {spec.id}", file=sys.stderr)
                continue
            start = time.perf_counter()
            for _ in range(3):
                spent = one_action(meter, window, spec, plan_id)
                if spent is None:
                    break
                found[spec.id] = min(spent, found.get(spec.id, spent))
                if found[spec.id] < LIMIT / 2 or time.perf_counter() - start > AGAIN:
                    break
    return found


def one_action(meter: Meter, window: Any, spec: Any, plan_id: str) -> float | None:
    """The longest piece of one action on its page, taken back afterwards; None where it does not work there."""
    if window.session.book is None:
        opened(meter, window, plan_id)  # the plan was removed or closed
    page = spec.page or ("matrix" if not spec.id.startswith("view.") else window.page_id)
    if window.page_id != page:
        window.show_page(page)
    choose_something(window, page)
    meter.settle()
    if not window.table.works(spec):
        return None
    steps = window.session.workspace.undo_name()
    spent = max(meter.of(lambda: window.table.trigger(spec.id)), written(meter, window))
    if "--trace" in sys.argv:
        print(f"{spent:8.1f} {spec.id}", file=sys.stderr, flush=True)
    if window.session.workspace.undo_name() != steps and not spec.id.startswith("edit."):
        meter.longest = 0.0
        meter.piece(lambda: window.table.trigger("edit.undo"))
        spent = max(spent, meter.longest if window.session.workspace.lent else 0.0, written(meter, window))
    tidy(window)
    return spent


def written(meter: Meter, window: Any) -> float:
    """The longest piece while a worker writes in the window's place (ui/loans.py), 0 where none does."""
    meter.longest = 0.0
    while window.session.workspace.lent:
        meter.piece(meter.app.processEvents)
        time.sleep(0.001)
    return meter.longest


def deeds(meter: Meter, window: Any, plan_id: str) -> dict[str, float]:
    """What a person does by hand on the pages."""
    from core.edits import set_role
    from core.model import Role

    session, book = window.session, window.session.book
    matrix, review, search, plans = (window.page(p) for p in ("matrix", "review", "search", "plans"))
    task, agency = book.task_ids()[len(book.task_ids()) // 3], list(book.agencies)[2]
    heading = next((n for n, row in enumerate(matrix.grid.rows) if not hasattr(row, "id")), 0)
    steps: list[tuple[str, str, Callable[[], object]]] = [
        ("matrix", "type into the filter", lambda: type_into(meter, matrix.filter_bar.text, "báo cáo")),
        ("matrix", "clear the filter", matrix.clear_filter),
        ("matrix", "choose a task far away", lambda: session.choose_task(book.task_ids()[-1])),
        ("matrix", "change a cell", lambda: session.do(set_role(book, [(task, agency)], Role.LEAD))),
        ("matrix", "undo it", session.undo), ("matrix", "redo it", session.redo), ("matrix", "undo it again", session.undo),
        ("matrix", "fold a heading", lambda: matrix.toggle_heading(heading)),
        ("matrix", "unfold it", lambda: matrix.toggle_heading(heading)),
        ("matrix", "save the view", lambda: matrix.save_view("đo")),
        ("matrix", "show the chart", matrix.toggle_chart), ("matrix", "hide the chart", matrix.toggle_chart),
        ("review", "choose a task far away in the review", lambda: session.choose_task(book.task_ids()[-2])),
        ("review", "scroll the text of the plan to its end", lambda: to_end(review.source)),
        ("review", "scroll the list of tasks to its middle", lambda: to_end(review.lists.tasks, 2)),
        ("review", "change a lead in the review", lambda: session.do(set_role(book, [(task, agency)], Role.LEAD))),
        ("review", "undo in the review", session.undo),
        ("search", "type into the search over all plans", lambda: type_into(meter, search.field, "báo cáo", 150)),
        ("plans", "type into the list of plans", lambda: type_into(meter, plans.field, "kế hoạch")),
        ("plans", "clear that", lambda: plans.field.setText("")),
        ("agencies", "come to the agencies", lambda: None),
        ("matrix", "close the plan", session.close_plan),
        ("matrix", "open the plan again", lambda: opened(meter, window, plan_id)),
        ("matrix", "and its review", lambda: window.show_page("review"))]
    found = {}
    for page, name, run in steps:
        if window.page_id != page:
            window.show_page(page)
        found[name] = meter.of(run, 150)
        if "--trace" in sys.argv:
            print(f"{found[name]:8.1f} {name}", file=sys.stderr, flush=True)
    return found


def type_into(meter: Meter, field: Any, words: str, pause_ms: float = 30) -> None:
    """Letter by letter; what each sets off is a piece of its own."""
    for end in range(1, len(words) + 1):
        meter.piece(lambda end=end: field.setText(words[:end]))  # type: ignore[misc]
        meter.rounds(pause_ms)


def to_end(view: Any, share: int = 1) -> None:
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // share)


def tidy(window: Any) -> None:
    from PySide6.QtWidgets import QApplication

    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.close()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    if window.isFullScreen():
        window.showNormal()


def measure(plan: Path | None) -> tuple[dict[str, float], dict[str, float], dict[str, float], tuple[float, float]]:
    """(first uses, deeds, actions) in milliseconds, and how long the plan takes to open (wall, processor)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui import messages
    from ui.app import make_application
    from ui.session import Session
    from ui.settings import Settings
    from ui.window import MainWindow
    from ui.workspace import Workspace

    with tempfile.TemporaryDirectory() as scratch:
        database = database_with(plan, Path(scratch))
        settings = Settings(Path(scratch) / "settings.ini")
        meter = Meter(make_application(["phancong"], settings))
        session = Session(Workspace.open(database), settings=settings, today=lambda: date(2025, 3, 3))
        window = MainWindow(session)
        window.resize(1366, 768)
        plan_id = session.workspace.plans()[0].id
        with dialogs_that_close(meter), messages.recorded():
            first = first_uses(meter, window, plan_id)
        window.build_all()
        meter.settle()
        with dialogs_that_close(meter), messages.recorded():
            by_hand = deeds(meter, window, plan_id)
        later = actions(meter, window, plan_id)
        window.close()
        session.workspace.close()
    return first, by_hand, later, max(meter.whole)


def blocking_benchmarks() -> list[Row]:
    """The three worst of each list for `make bench`, with the sample plan, in a process of its own."""
    return _rows("sample plan", OPEN_LIMIT)


def large_benchmarks() -> list[Row]:
    """The same over 50,000 tasks × 300 agencies."""
    return _rows("50,000 × 300", LARGE_OPEN_LIMIT, "--big")


def _rows(plan: str, open_limit: float, *options: str) -> list[Row]:
    rows, title, left = [], "", 0
    for line in fresh(["-m", "benchmarks.blocking", *options], {"QT_QPA_PLATFORM": "offscreen"})[2].splitlines():
        name, _, spent = line.removesuffix("OVER").rstrip().rpartition(" ")
        if line.startswith("# "):
            title, left = line[2:].partition(":")[0], WORST
        elif line.startswith("= "):
            rows.append(Row(f"{plan}: {name[2:].strip()} (limit {open_limit:g} ms)", float(spent), open_limit, 1.0, floor_name="limit"))
        elif left:
            left -= 1
            rows.append(Row(f"{plan}, longest hold-up, {title}: {name.strip()}", float(spent), LIMIT, 1.0, floor_name="limit"))
    return rows


def main() -> None:
    names = [a for a in sys.argv[1:] if not a.startswith("--")]
    plan = None if "--big" in sys.argv else Path(names[0]) if names else SAMPLE
    first, by_hand, later, whole = measure(plan)
    for title, found in (("first uses", first), ("by hand", by_hand), ("actions", later)):
        print(f"# {title}: longest piece in the window's thread, CPU ms (limit {LIMIT:g})")
        for name, spent in sorted(found.items(), key=lambda item: -item[1]):
            print(f"{name:45s} {spent:7.1f}{'  OVER' if spent > LIMIT else ''}")
    for what, spent in zip(("on the clock", "of the processor"), whole, strict=True):
        print(f"= from the click to the painted matrix, {what} {spent:.1f}")


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # Qt's own tidying up is no part of this
