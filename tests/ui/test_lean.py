"""PySide without its table of signatures: the words of errors are PySide's own, and come when they are asked for."""
from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

PROBE = """
import builtins, sys
{prepare}
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
print("lean", not any(m.endswith("pyi_generator") for m in sys.modules), "feature" not in builtins.__import__.__name__, file=sys.stderr)
app = QApplication([])
label = QLabel("a")
for call in (lambda: label.setAlignment("a"), lambda: label.setAlignment(Qt.AlignmentFlag.AlignTop), lambda: label.setText(3),
             lambda: QPushButton("a", "b"), lambda: QLabel(nonsense=3), lambda: label.setTex, lambda: app.setStyleSheet(3)):
    try:
        call()
        print("fine")
    except Exception as error:
        print(type(error).__name__, error)
print(QLabel.setText.__doc__)
print("whole", any(m.endswith("pyi_generator") for m in sys.modules), file=sys.stderr)
"""


def said(prepare: str) -> tuple[str, str]:
    found = subprocess.run([sys.executable, "-c", PROBE.format(prepare=prepare)], cwd=ROOT, check=True, capture_output=True, text=True,
                           env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}, timeout=60)
    return found.stdout, found.stderr


def test_errors_are_worded_as_ever() -> None:
    lean, progress = said("from ui.lean import prepare; assert prepare()")
    stock, _ = said("")
    assert lean == stock
    assert "called with wrong argument types" in lean
    assert "lean True True" in progress  # neither loaded nor hooked into import at first
    assert "whole True" in progress


def test_another_version_starts_as_it_comes() -> None:
    said("from ui import lean; lean.TRIED = ('0.0',); assert not lean.prepare()")


@pytest.mark.parametrize("value", ["0", "1"])
def test_qts_own_switch_is_left_alone(value: str) -> None:
    """SBK_EMBED would write into, or empty, the folder that PySide is shown."""
    said(f"import os; from ui import lean; os.environ['SBK_EMBED'] = '{value}'; assert not lean.prepare(); del os.environ['SBK_EMBED']")
