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

ALLOWED_QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg"}
HEAVY = ("sqlite_utils", "openpyxl", "reportlab", "lxml", "pypdfium2", "rapidfuzz", "platformdirs", "click", "tesserocr", "PIL",
         "multiprocessing", "core.plan", "core.reading", "core.sheets", "core.agencies", "ui.pages.matrix", "ui.pages.review")


def modules_at_first_paint(folder: Path) -> set[str]:
    database = folder / "a.db"
    make_database(database, 2, 3)
    found = subprocess.run([sys.executable, "-c", OURS, str(database), str(folder / "s.ini"), "modules"], cwd=ROOT, check=True,
                           capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)})
    return set(found.stdout.split())


def test_only_what_the_first_page_needs_is_loaded(tmp_path: Path) -> None:
    """QtSvg draws the icons; everything else waits for its first use."""
    modules = modules_at_first_paint(tmp_path)
    assert {m for m in modules if m.startswith("PySide6.Qt")} == ALLOWED_QT
    assert "sqlite3" in modules
    assert not [m for m in modules if m.startswith(HEAVY)]


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
