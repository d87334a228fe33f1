"""Lists to choose from and numbers: the wheel over a closed one is the page's, what is typed over an open one is its own."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.fields import ChoiceBox, NumberBox

UI = Path(__file__).resolve().parents[2] / "ui"


@pytest.fixture
def form(qtbot: QtBot) -> QScrollArea:
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inside)
    box, number = ChoiceBox(inside), NumberBox(inside)
    box.addItems(["An", "Bình", "Cường"])
    box.setCurrentIndex(1)
    number.setValue(5)
    column.addWidget(box)
    column.addWidget(number)
    inside.setMinimumHeight(900)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    area.show()
    qtbot.waitExposed(area)
    return area


def wheel(widget: QWidget) -> bool:
    """Whether the widget took the turn for itself; what it leaves Qt hands on to the page."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_the_wheel_scrolls_the_page_and_changes_nothing(form: QScrollArea) -> None:
    box, number = form.findChild(ChoiceBox), form.findChild(NumberBox)
    assert isinstance(box, ChoiceBox)
    assert isinstance(number, NumberBox)
    for field in (box, number):
        field.setFocus()
        assert not wheel(field)
        assert (box.currentText(), number.value()) == ("Bình", 5)


def test_a_letter_over_an_open_list_finds_its_entry(form: QScrollArea) -> None:
    box = form.findChild(ChoiceBox)
    assert isinstance(box, ChoiceBox)
    ran: list[str] = []
    for key in ("C", "Space"):
        shortcut = QShortcut(QKeySequence(key), form, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda k=key: ran.append(k))
    box.showPopup()
    QTest.qWait(50)
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_C)
    assert box.view().currentIndex().data() == "Cường"
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Space)
    assert ran == []
    box.hidePopup()


def test_every_such_field_of_the_window_is_one_of_ours() -> None:
    made = re.compile(r"\bQ(ComboBox|(Double)?SpinBox|DateEdit|TimeEdit|DateTimeEdit|Slider|Dial)\(")
    others = [path.name for path in UI.rglob("*.py") if path.name != "fields.py" and made.search(path.read_text(encoding="utf-8"))]
    assert others == []


def test_every_menu_keeps_its_keys() -> None:
    """While it is open a letter typed there is no shortcut of the page that opened it."""
    made = re.compile(r"^ *(\w+) = QMenu\(.*\)\n *(.*)$", re.MULTILINE)
    found = [(m[1], m[2]) for path in UI.rglob("*.py") for m in made.finditer(path.read_text(encoding="utf-8"))]
    assert len(found) >= 7
    assert [place for place in found if place[1] != f"keeps_keys({place[0]})"] == []


def test_what_has_the_keyboard_is_asked_before_the_page(qtbot: QtBot) -> None:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenu

    from ui.popups import keeps_keys

    menu = QMenu()
    qtbot.addWidget(menu)
    keeps_keys(menu)

    def kept(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        event.ignore()
        QApplication.sendEvent(menu, event)
        return event.isAccepted()

    assert kept(Qt.Key.Key_C)
    assert kept(Qt.Key.Key_Space)
    assert not kept(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not kept(Qt.Key.Key_F1)
