"""What `make shots` takes pictures of: every page, its other states, every menu and every dialog, in one round of size, scale and theme."""
from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QMenu, QWidget

from benchmarks.shots import copied
from ui.window import MainWindow

Shot = Callable[..., None]


def take(database: Path, folder: Path, size: tuple[int, int], scale: float, theme: str, lang: str, only: list[str] | None, *, full: bool,
         today: date) -> None:
    """One round: ``size`` is in pixels of the screen, so the window has fewer of its own at 150 %."""
    from ui import background
    from ui.app import make_application
    from ui.session import Session
    from ui.settings import Settings
    from ui.workspace import Workspace

    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "settings.ini")
        settings.set("window/theme", theme)
        app = make_application(["phancong"], settings, lang)
        if "Liberation Sans" in QFontDatabase.families():  # nearer to the letters of Windows than DejaVu
            font = app.font()
            font.setFamily("Liberation Sans")
            app.setFont(font)
        name = f"{size[0]}x{size[1]}-{round(scale * 100)}-{theme}" + ("" if lang == "vi" else f"-{lang}")

        def shot(scene: str, widget: QWidget, ms: int = 150) -> None:
            if only is None or scene in only:
                wait(ms)
                target = folder / f"{scene}-{name}.png"
                widget.grab().save(str(target))
                lighten(target)

        def opened(path: Path) -> MainWindow:
            window = MainWindow(Session(Workspace.open(path), settings=settings, today=lambda: today))
            window.resize(round(size[0] / scale), round(size[1] / scale))
            window.show()
            wait(50)
            return window

        def closed(window: MainWindow) -> None:
            window.close()
            window.session.workspace.close()

        window = opened(Path(scratch) / "empty.db")
        shot("welcome", window)
        if full:
            nothing_open(window, shot)
        closed(window)
        window = opened(copied(database, Path(scratch)))
        window.build_all()
        pages(window, shot)
        if full:
            states(window, shot)
            dialogs(window, shot, Path(scratch))
        closed(window)
        background.close()


def wait(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def lighten(picture: Path) -> None:
    """256 colours are enough for a window; the picture weighs a third. Of those that fall together the commonest stays exactly as it is:
    the colours of the theme."""
    from PIL import Image

    with Image.open(picture) as image:
        full = image.convert("RGB")
    few = full.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    palette = few.getpalette() or []
    met: dict[int, tuple[int, ...]] = {}
    rgb = full.tobytes()
    for (place, colour), _ in Counter(zip(few.tobytes(), zip(rgb[0::3], rgb[1::3], rgb[2::3], strict=True), strict=True)).most_common():
        if met.setdefault(place, colour) == colour:
            palette[3 * place:3 * place + 3] = colour
    few.putpalette(palette)
    few.save(picture, optimize=True)


def nothing_open(window: MainWindow, shot: Shot) -> None:
    """Every page before the first plan."""
    for page_id in ("review", "agencies", "search", "export", "follow"):
        window.show_page(page_id)
        shot(f"empty-{page_id}", window)


def pages(window: MainWindow, shot: Shot) -> None:
    """Every page with something to see on it."""
    window.show_page("plans")
    shot("plans", window)
    window.open_plan(window.session.workspace.plans()[-1].id, "review")
    book = window.session.book
    assert book is not None
    doubtful = next((f.task for f in book.open_findings() if f.task), None)
    window.session.choose_task(doubtful or book.tasks[0].id)
    shot("review", window, 500)
    window.show_page("matrix")
    window.session.choose_task(book.tasks[min(4, len(book.tasks) - 1)].id)
    shot("matrix", window)
    window.show_page("agencies")
    agencies: Any = window.pages["agencies"]
    agencies.busy.setChecked(True)
    agencies.view.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    agencies.view.selectRow(0)
    shot("agencies", window)
    agencies.tabs.setCurrentIndex(2)
    shot("agencies-work", window)
    window.show_page("search")
    search: Any = window.pages["search"]
    search.field.setText("dau tu")
    shot("search", window, 350)
    window.show_page("export")
    export: Any = window.pages["export"]
    for _ in range(60):  # the paper is drawn in another process
        wait(500)
        if export.up_to_date:
            break
    shot("export", window, 600)
    made = Path("Phiếu nhiệm vụ theo cơ quan - 27-KH-UBND")
    export.desk.show_made([made / f"{n}.xlsx" for n in range(26)])
    shot("export-written", window)
    window.table.trigger("follow.late")
    shot("follow", window)
    window.table.trigger("follow.ahead")
    shot("follow-ahead", window)


def states(window: MainWindow, shot: Shot) -> None:
    """The pages in their other states, and what pops up over them."""
    _matrix_states(window, shot)
    _review_states(window, shot)
    search: Any = window.pages["search"]
    window.show_page("search")
    search.field.setText("xyzzy")
    shot("search-nothing", window, 350)
    agencies: Any = window.pages["agencies"]
    window.show_page("agencies")
    agencies.busy.setChecked(False)
    agencies.kind.setCurrentIndex(agencies.kind.findData("group"))
    agencies.kind.activated.emit(agencies.kind.currentIndex())
    agencies.view.selectRow(0)
    agencies.tabs.setCurrentIndex(1)
    shot("agencies-group", window)
    for place, top in enumerate(window.menuBar().actions()):
        menu = top.menu()
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()
            _popup(menu, shot, f"menu-{place}")
            for inner, entry in enumerate(a for a in menu.actions() if a.menu() is not None):
                below = entry.menu()
                if isinstance(below, QMenu):
                    _popup(below, shot, f"menu-{place}-{inner}")


def _popup(menu: QMenu, shot: Shot, name: str) -> None:
    menu.popup(menu.mapToGlobal(menu.rect().topLeft()))
    shot(name, menu)
    menu.close()


def _matrix_states(window: MainWindow, shot: Shot) -> None:
    matrix: Any = window.pages["matrix"]
    book = window.session.book
    assert book is not None
    window.show_page("matrix")
    matrix.toggle_heat()
    matrix.toggle_chart()
    shot("matrix-heat", window)
    matrix.toggle_heat()
    matrix.toggle_chart()
    for name in ("turn", "only_working"):
        window.table.trigger(f"matrix.{name}")
        shot(f"matrix-{name}", window)
        if name == "turn":
            matrix.toggle_heat()
            shot("matrix-turn-heat", window)
            matrix.toggle_heat()
        window.table.trigger(f"matrix.{name}")
    group = next((a.id for a in book.working_agencies() if book.members.get(a.id)), None)
    if group is not None:
        matrix.columns.spread(group)
        task = next(t for t in book.tasks if book.role(t.id, group) is not None)
        matrix.pane.go_to(task.id, group)
        shot("matrix-spread", window)
        _popup(matrix.header_menu(), shot, "matrix-header-menu")
        matrix.columns.spread(group)
    busy = max(matrix.grid.totals, key=lambda a: matrix.grid.totals[a].all)
    matrix.filter_bar._set(matrix.view.filter.__class__(text="xây dựng", agencies=frozenset({busy})), tell=True)
    shot("matrix-filter", window, 500)
    matrix.filter_bar._set(matrix.view.filter.__class__(text="xyzzy"), tell=True)
    shot("matrix-nothing", window, 500)
    matrix.clear_filter()
    window.toggle_side()
    shot("matrix-side", window)
    if window.side_shown():
        window.toggle_side()
    _popup(matrix.cell_menu(), shot, "matrix-cell-menu")
    _popup(matrix.task_menu(), shot, "matrix-task-menu")
    matrix.tools.look.menu().aboutToShow.emit()
    _popup(matrix.tools.look.menu(), shot, "matrix-look-menu")
    matrix.pane.go_to(book.tasks[0].id)
    matrix.pane.cells.setFocus()
    matrix.pick_lead()
    picker = next(w for w in matrix.findChildren(QWidget) if type(w).__name__ == "AgencyPicker")
    shot("matrix-picker", picker)
    picker.close()


def _review_states(window: MainWindow, shot: Shot) -> None:
    review: Any = window.pages["review"]
    window.show_page("review")
    window.toggle_side()
    shot("review-side", window)
    if window.side_shown():
        window.toggle_side()
    review.source.setFocus()
    review.source.selectAll()
    shot("review-selection", window)
    review.source.drop_selection()
    steps = 0 if review.findings.rowCount() else doubtful(window)
    review.go_to_finding(min(1, review.findings.rowCount() - 1))
    shot("review-finding", window)
    for _ in range(steps):
        window.session.undo()


def doubtful(window: MainWindow) -> int:
    """A plan that is read without a doubt gets three: who leads is taken away, and asked. How many steps that were."""
    from core.edits import set_role
    from core.model import Role

    book = window.session.book
    assert book is not None
    tasks = [task.id for task in book.tasks if len(book.assignments(task.id, Role.LEAD)) == 1][:3]
    for task in tasks:
        window.session.do(set_role(book, [(task, book.assignments(task, Role.LEAD)[0].agency)], None))
    return len(tasks)


def dialogs(window: MainWindow, shot: Shot, folder: Path) -> None:
    """Every dialog, as large as it wants to be."""
    from tests.ui.every_dialog import makers
    from ui.window_actions import open_palette

    palette = open_palette(window)
    palette.field().setText("kế hoạch")
    shot("dialog-Palette", palette)
    palette.close()
    for name, make in makers(window.session, folder, window, window.table.specs.values()).items():
        if name == "CommandPalette":
            continue
        dialog = make()
        dialog.show()
        shot(f"dialog-{name}", dialog)
        dialog.close()
