"""`make shots`: pictures of every page into docs/shots, on the sample plan; with --plan FILE or --big of another plan, outside the house.

Every size, scale and theme is a process of its own, because Qt takes the scale at start: 1366×768 and 1920×1080, 100 % and 150 %, light
and dark. The pages come in all eight, their other states and the dialogs in the two that are most unlike (--all: everything in all eight).
--lang en for English, --only NAME for one scene, --quick for one size only, --round 1366x768-150-dark for one round.
"""
from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SIZES = ((1366, 768), (1920, 1080))
ROUNDS = tuple((width, height, scale, theme) for width, height in SIZES for scale in (100, 150) for theme in ("light", "dark"))
FULL = ((1366, 768, 100, "light"), (1366, 768, 150, "dark"))  # the rounds with every state and every dialog
SAMPLE = ROOT / "resources" / "samples" / "ke-hoach-mau.docx"
TODAY = date(2026, 6, 24)  # the sample plan is of 2026


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plan", type=Path, action="append")
    parser.add_argument("--big", action="store_true", help="the made-up book of 50,000 tasks × 300 agencies")
    parser.add_argument("--db", type=Path, help="a database that is there already, instead of a plan")
    parser.add_argument("--to", type=Path)
    parser.add_argument("--lang", default="vi")
    parser.add_argument("--only", action="append")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--round", action="append", default=[], help="WIDTHxHEIGHT-SCALE-THEME")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    ours = not (arguments.plan or arguments.db or arguments.big)
    folder = arguments.to or (ROOT / "docs" / "shots" if ours else Path(tempfile.gettempdir()) / "phancong-shots")
    if arguments.one:
        from benchmarks.shot_scenes import take

        width, height, scale, theme = parts(arguments.one)
        full = arguments.all or (width, height, scale, theme) in FULL
        take(arguments.db, folder, (width, height), scale / 100, theme, arguments.lang, arguments.only, full=full, today=TODAY)
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        database = arguments.db or store(Path(scratch) / "phancong.db", arguments.plan or [SAMPLE], big=arguments.big)
        rounds = [parts(name) for name in arguments.round] or (FULL[:1] if arguments.quick else ROUNDS)
        for width, height, scale, theme in rounds:
            screen = Path(scratch) / "screen.json"  # Qt's own offscreen screen is 800 × 800: dialogs would be cut down to it
            screen.write_text(json.dumps({"screens": [{"name": "s", "x": 0, "y": 0, "width": width, "height": height}]}))
            again = [sys.executable, __file__, "--one", f"{width}x{height}-{scale}-{theme}", "--db", str(database), "--to", str(folder),
                     "--lang", arguments.lang, *(["--all"] if arguments.all else []),
                     *(word for name in arguments.only or () for word in ("--only", name))]
            there = {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}", "QT_LOGGING_RULES": "qt.qpa.*=false",
                     "QT_SCALE_FACTOR": str(scale / 100)}
            subprocess.run(again, check=True, env={**os.environ, **there})
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def parts(name: str) -> tuple[int, int, int, str]:
    """"1366x768-150-dark" → 1366, 768, 150, "dark"."""
    size, scale, theme = name.split("-")
    width, height = size.split("x")
    return int(width), int(height), int(scale), theme


def store(path: Path, plans: list[Path], *, big: bool) -> Path:
    """A database with these plans, or with the made-up big book."""
    from ui.workspace import Workspace

    workspace = Workspace.open(path)
    workspace.set_person("Nguyễn Thị Lan")
    if big:
        from benchmarks.grid import big_book
        from core.delta import Change, Delta

        book = big_book()
        workspace.write(Delta("Nhập kế hoạch", (Change(None, book.plan), *(Change(None, r) for r in book.records())), book.plan.id))
    else:
        for plan in plans:
            workspace.import_file(plan)
    workspace.close()
    return path


def copied(database: Path, folder: Path) -> Path:
    """A copy that the pictures may change."""
    for beside in database.parent.glob(database.name + "*"):
        if not beside.name.endswith(".lock"):
            shutil.copy(beside, folder / beside.name)
    return folder / database.name


if __name__ == "__main__":
    sys.exit(main())
