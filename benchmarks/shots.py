"""`make shots`: pictures of every page into docs/shots, on the sample plan; with --plan FILE on another plan into --to (default /tmp).

Every size, scale and theme is a process of its own, because Qt takes the scale at start: 1366×768 and 1920×1080, 100 % and 150 %, light
and dark. --lang en for English, --only NAME for one page, --quick for one size only.
"""
from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from ui.window import MainWindow

SIZES = ((1366, 768), (1920, 1080))
SAMPLE = ROOT / "resources" / "samples" / "ke-hoach-mau.docx"
TODAY = date(2026, 6, 24)  # the sample plan is of 2026


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plan", type=Path, action="append")
    parser.add_argument("--db", type=Path, help="a database that is there already, instead of a plan")
    parser.add_argument("--to", type=Path)
    parser.add_argument("--lang", default="vi")
    parser.add_argument("--only", action="append")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--one", nargs=4, metavar=("WIDTH", "HEIGHT", "SCALE", "THEME"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    plans = arguments.plan or ([] if arguments.db else [SAMPLE])
    folder = arguments.to or (ROOT / "docs" / "shots" if plans == [SAMPLE] else Path(tempfile.gettempdir()) / "phancong-shots")
    if arguments.one:
        width, height, scale, theme = arguments.one
        take(plans, arguments.db, folder, int(width), int(height), float(scale), theme, arguments.lang, arguments.only)
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES[:1] if arguments.quick else SIZES:
        for scale in ("1",) if arguments.quick else ("1", "1.5"):
            for theme in ("light", "dark"):
                again = [sys.executable, __file__, *sys.argv[1:], "--to", str(folder), "--one", str(size[0]), str(size[1]), scale, theme]
                subprocess.run(again, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale})
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def take(plans: list[Path], db: Path | None, folder: Path, width: int, height: int, scale: float, theme: str, lang: str,
         only: list[str] | None) -> None:
    """One round: ``width`` × ``height`` are pixels of the screen, so the window has fewer of its own at 150 %."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtGui import QFontDatabase

    from ui import background
    from ui.app import make_application
    from ui.session import Session
    from ui.settings import Settings
    from ui.window import MainWindow
    from ui.workspace import Workspace

    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "settings.ini")
        settings.set("window/theme", theme)
        app = make_application(["phancong"], settings, lang)
        if "Liberation Sans" in QFontDatabase.families():  # nearer to the letters of Windows than DejaVu
            font = app.font()
            font.setFamily("Liberation Sans")
            app.setFont(font)
        workspace = Workspace.open(db or Path(scratch) / "phancong.db")
        window = MainWindow(Session(workspace, settings=settings, today=lambda: TODAY))
        window.resize(round(width / scale), round(height / scale))
        window.show()

        def wait(ms: int) -> None:
            loop = QEventLoop()
            QTimer.singleShot(ms, loop.quit)
            loop.exec()

        name = f"{width}x{height}-{round(scale * 100)}-{theme}" + ("" if lang == "vi" else f"-{lang}")

        def shot(page: str) -> None:
            if only is None or page in only:
                wait(150)
                target = folder / f"{page}-{name}.png"
                window.grab().save(str(target))
                lighten(target)

        if not db:
            shot("welcome")
        for path in plans:
            workspace.import_file(path)
        window.session.plans_changed.emit()
        pages(window, shot, wait)
        window.close()
        background.close()
        workspace.close()


def lighten(picture: Path) -> None:
    """256 colours are enough for a window; the picture weighs a third."""
    from PIL import Image

    with Image.open(picture) as image:
        few = image.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


def pages(window: MainWindow, shot: Callable[[str], None], wait: Callable[[int], None]) -> None:
    """Every page with something to see on it."""
    from PySide6.QtCore import Qt

    window.build_all()
    window.show_page("plans")
    shot("plans")
    window.open_plan(window.session.workspace.plans()[-1].id, "review")
    book = window.session.book
    assert book is not None
    doubtful = next((f.task for f in book.open_findings() if f.task), None)
    window.session.choose_task(doubtful or book.tasks[0].id)
    shot("review")
    window.show_page("matrix")
    window.session.choose_task(book.tasks[min(4, len(book.tasks) - 1)].id)
    shot("matrix")
    window.show_page("agencies")
    agencies = window.pages["agencies"]
    agencies.busy.setChecked(True)  # type: ignore[attr-defined]
    agencies.model.sort(3, Qt.SortOrder.DescendingOrder)  # type: ignore[attr-defined]
    agencies.view.selectRow(0)  # type: ignore[attr-defined]
    shot("agencies")
    agencies.tabs.setCurrentIndex(2)  # type: ignore[attr-defined]
    shot("agencies-work")
    window.show_page("search")
    window.pages["search"].field.setText("dau tu")  # type: ignore[attr-defined]
    wait(200)
    shot("search")
    window.show_page("export")
    wait(2500)
    shot("export")


if __name__ == "__main__":
    sys.exit(main())
