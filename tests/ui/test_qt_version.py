"""Why PySide6 stays below 6.12 while we run on Python 3.11: 6.12.0 loses one reference to None or True on many calls.

Before Python 3.12 these objects are not immortal, so a steady loss ends in "Fatal Python error: none_dealloc". The calls here are
those that our delegates and models make at every repaint; with 6.12.0 they lose one reference a call, with 6.11.3 none.
"""
from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap, QStandardItemModel
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(["probe", "-platform", "offscreen"])
pixmap = QPixmap(40, 40)
painter = QPainter(pixmap)
model = QStandardItemModel(3, 3)
index, rect, widget, red = model.index(0, 0), QRect(0, 0, 9, 9), QWidget(), QColor("red")
spare = [None] * 500_000 + [True] * 300_000 + [False] * 300_000
calls = {
    "drawLine": lambda: painter.drawLine(0, 0, 5, 5), "drawRect": lambda: painter.drawRect(rect),
    "fillRect": lambda: painter.fillRect(rect, red), "setPen": lambda: painter.setPen(red),
    "save and restore": lambda: (painter.save(), painter.restore()), "setToolTip": lambda: widget.setToolTip("x"),
    "index.data": lambda: index.data(), "emit": lambda: model.layoutChanged.emit(), "processEvents": lambda: app.processEvents(),
}
count = lambda: sys.getrefcount(None) + sys.getrefcount(True) + sys.getrefcount(False)
for name, call in calls.items():
    call()
    before = count()
    for _ in range(2000):
        call()
    if before - count() > 1000:
        print("loses references:", name)
painter.end()
"""


def test_qt_keeps_the_references_of_none_and_true() -> None:
    result = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stderr
    assert result.stdout == ""
