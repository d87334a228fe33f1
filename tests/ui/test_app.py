"""Starting: what is loaded at the first paint, the hook for errors, the exit codes."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.window import OURS, make_database
from core.errors import StoreError
from tests.conftest import ROOT
from ui import app as application
from ui.app import Crashes
from ui.messages import Recorder

ALLOWED_QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}
OURS_AT_FIRST_PAINT = {
    "core", "core.errors", "core.plan_name", "db", "db.front", "db.lock", "db.opening", "db.places", "db.schema", "ui", "ui.actions",
    "ui.app", "ui.bar", "ui.delegates", "ui.delegates.plan_row", "ui.dialogs", "ui.dialogs.rescue", "ui.ink", "ui.language", "ui.launch",
    "ui.lean", "ui.messages", "ui.models", "ui.models.plans", "ui.numbers", "ui.pages", "ui.pages.plans", "ui.rail", "ui.session",
    "ui.settings", "ui.theme", "ui.window", "ui.window_actions", "ui.window_pages", "ui.words", "ui.workspace",
}
# what costs a millisecond or more and can wait: our dependencies, and these of the standard library
HEAVY = ("sqlite_utils", "openpyxl", "reportlab", "lxml", "pypdfium2", "rapidfuzz", "platformdirs", "click", "tesserocr", "PIL",
         "multiprocessing", "dataclasses", "inspect", "json", "socket", "hashlib", "secrets", "logging", "argparse", "pickle", "asyncio",
         "unicodedata", "shibokensupport.signature.parser")


def modules_at_first_paint(folder: Path, plans: int) -> set[str]:
    """Names of modules, and "class:…" for what PySide has built."""
    database = folder / "a.db"
    make_database(database, plans, 3)
    found = subprocess.run([sys.executable, "-c", OURS, str(database), str(folder / "s.ini"), "modules"], cwd=ROOT, check=True,
                           capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)})
    return set(found.stdout.split())


def test_only_what_the_first_page_needs_is_loaded(tmp_path: Path) -> None:
    modules = modules_at_first_paint(tmp_path, 2)
    assert {m for m in modules if m.startswith("PySide6.Qt")} == ALLOWED_QT
    assert {m for m in modules if m.partition(".")[0] in ("core", "db", "ui")} <= OURS_AT_FIRST_PAINT
    assert not [m for m in modules if m.startswith(HEAVY)]
    assert "sqlite3" in modules


@pytest.mark.parametrize("plans", [0, 3])
def test_a_start_leaves_qts_enums_alone(tmp_path: Path, plans: int) -> None:
    """See ui/numbers.py and ui/ink.py: any mention of one builds all 93, and so does every pen."""
    modules = modules_at_first_paint(tmp_path, plans)
    assert {m for m in modules if m.startswith("PySide6.Qt")} == ALLOWED_QT
    assert {m for m in modules if m.partition(".")[0] in ("core", "db", "ui")} <= OURS_AT_FIRST_PAINT | {"ui.pages.empty"}
    assert not {"Qt", "QStyle", "QMessageBox"} & {m.removeprefix("class:") for m in modules if m.startswith("class:")}
    assert "class:QPalette" in modules


def test_a_failing_paint_is_told_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qtbot: QtBot) -> None:
    shown: list[str] = []
    monkeypatch.setattr(application, "_show", shown.append)
    crashes = Crashes()

    def paint() -> None:
        raise RuntimeError("in paint")

    for _ in range(50):
        try:
            paint()
        except RuntimeError as error:
            crashes(RuntimeError, error, error.__traceback__)
    assert len(shown) == 1
    assert "in paint" in shown[0]
    assert next(iter(crashes.seen.values())) == 50
    capsys.readouterr()


def test_what_a_person_met_is_a_message_not_a_report(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, door: Recorder) -> None:
    shown: list[str] = []
    monkeypatch.setattr(application, "_show", shown.append)
    Crashes()(StoreError, StoreError("Đĩa đầy.", "Hãy xoá bớt tệp."), None)
    assert shown == []
    assert door.errors == ["Đĩa đầy. Hãy xoá bớt tệp."]


def test_a_database_that_cannot_be_opened_ends_with_2(qtbot: QtBot, tmp_path: Path, door: Recorder,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.settings import Settings

    monkeypatch.setattr(Crashes, "install", lambda self: None)
    broken = tmp_path / "hỏng.db"
    broken.write_bytes(b"this is no database at all, but long enough to be looked at" * 20)
    assert application.run(["phancong"], db=broken, settings=Settings(tmp_path / "s.ini")) == 2
    assert len(door.errors) == 1
