"""A day, typed as people write it or picked from a calendar."""
from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.models.tasks import day_text
from ui.popups import keeps_keys
from ui.theme import icon

YEARS = range(1900, 2200)  # what a clerk can mean; 03 for 2003 is understood, 203 for 2030 is a slip
_PATTERNS = ("%d/%m/%Y", "%d/%m/%y", "%Y/%m/%d")


def parse_day(typed: str) -> date | None:
    """dd/mm/yyyy, also with dots, dashes or nothing between, one digit for day and month, two for the year; None for anything else."""
    words = re.sub(r"\s*[/.\-]\s*", "/", typed.strip())
    if re.fullmatch(r"\d{8}|\d{6}", words):
        words = f"{words[:2]}/{words[2:4]}/{words[4:]}"
    if not re.fullmatch(r"\d{1,2}/\d{1,2}/(\d{2}|\d{4})|\d{4}/\d{1,2}/\d{1,2}", words):
        return None
    for pattern in _PATTERNS:
        try:
            found = datetime.strptime(words, pattern).date()
        except ValueError:
            continue
        return found if found.year in YEARS else None
    return None


class DayField(QLineEdit):
    """``settled`` tells a new day when Enter is pressed or the field is left. Other words turn it red, stand there and are never told;
    ``problem`` is the line that says what is expected, to be put below the field."""

    settled = Signal(object)  # date, or None where that may be

    def __init__(self, day: date | None = None, parent: QWidget | None = None, *, latest: date | None = None,
                 optional: bool = False) -> None:
        super().__init__(day_text(day), parent)
        self.latest, self._optional, self._day = latest, optional, day
        self._calendar: _Calendar | None = None
        self.problem = QLabel(parent, wordWrap=True)
        self.problem.setProperty("kind", "danger")
        self.problem.hide()
        self.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("00/00/0000") + 58)
        open_ = QAction(icon("calendar"), "", self)
        open_.setToolTip(self.tr("Chọn trên lịch (Alt+mũi tên xuống)"))
        open_.triggered.connect(lambda _=False: self.open_calendar())
        self.addAction(open_, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._recheck)
        self.editingFinished.connect(self.settle)

    def problem_with_room(self) -> QLabel:
        """The line below the field, whose room is there from the first: a dialog does not grow by itself."""
        policy = self.problem.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.problem.setSizePolicy(policy)
        return self.problem

    # ---- the day

    def day(self) -> date | None:
        """What is written; None where that is no day."""
        found = parse_day(self.text())
        return None if found is None or (self.latest is not None and found > self.latest) else found

    def set_day(self, day: date | None) -> None:
        """Show a day without telling. What is being typed stays as long as the day is the same."""
        if day != self._day or not self.isModified():
            self._day = day
            self.forget()

    def forget(self) -> None:
        """Back to the day that was last shown or told."""
        self.setText(day_text(self._day))
        self._say("")

    def good(self) -> bool:
        """Whether this can be stored; if not, the field says what is expected."""
        empty = not self.text().strip()
        day = parse_day(self.text())
        if day is None and not (empty and self._optional):
            self._say(self.tr("Hãy ghi ngày như 05/01/2024.") if not self._optional else
                      self.tr("Hãy ghi ngày như 05/01/2024, hoặc để trống."))
        elif day is not None and self.latest is not None and day > self.latest:
            self._say(self.tr("Ngày không được sau {}.").format(day_text(self.latest)))
        else:
            self._say("")
            return True
        return False

    def settle(self) -> None:
        """The person is done with the field."""
        if not self.isModified() or not self.good():
            return
        day = self.day()
        told = day != self._day
        self._day = day
        self.setText(day_text(day))
        if told:
            self.settled.emit(day)

    def _recheck(self) -> None:
        """Red goes as soon as it is right again; it does not come before the field is left."""
        if self.problem.text():
            self.good()

    def _say(self, problem: str) -> None:
        if problem == self.problem.text():
            return
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.setToolTip(problem)
        self.setAccessibleDescription(problem)
        self.setProperty("wrong", bool(problem))
        self.style().unpolish(self)
        self.style().polish(self)

    # ---- keys and the calendar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif step and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(step)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def step(self, days: int) -> None:
        """A day later or earlier; from nothing to today."""
        day = parse_day(self.text()) or self._day
        self._write(day + timedelta(days) if day else self.latest or date.today())

    def _write(self, day: date) -> None:
        if self.latest is not None:
            day = min(day, self.latest)
        if day.year in YEARS:
            self.setText(day_text(day))
            self.setModified(True)

    def open_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = _Calendar(self)
            self._calendar.chosen.connect(self._picked)
        self._calendar.open_at(parse_day(self.text()) or self._day or self.latest or date.today(), self.latest)

    def _picked(self, day: date) -> None:
        self._write(day)
        self.settle()
        self.setFocus()


class _Calendar(QFrame):
    """A month that opens below the field."""

    chosen = Signal(object)

    def __init__(self, field: DayField) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self._field = field
        self.setObjectName("calendar")
        self.setAccessibleName(self.tr("Lịch"))
        self.month = QCalendarWidget(self)
        self.month.setLocale(QLocale())
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setDateEditEnabled(False)
        for name, sign in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            turn = self.month.findChild(QToolButton, name)
            if isinstance(turn, QToolButton):
                turn.setIcon(icon(sign))  # Qt's own are black in the dark theme too
        self.month.clicked.connect(self._pick)
        self.month.activated.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.month)
        keeps_keys(self)

    def open_at(self, day: date, latest: date | None) -> None:
        if latest is not None:
            self.month.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.ensurePolished()
        self.adjustSize()
        self.move(_beside(self._field, self.rect()))
        self.show()
        self.month.setFocus()

    def _pick(self, day: QDate) -> None:
        self.hide()
        self.chosen.emit(date(day.year(), day.month(), day.day()))


def _beside(field: QWidget, size: QRect) -> QPoint:
    """Below the field, above it where the screen ends."""
    room, under = field.screen().availableGeometry(), field.mapToGlobal(QPoint(0, field.height() + 2))
    over = field.mapToGlobal(QPoint(0, -2)).y() - size.height()
    y = under.y() if under.y() + size.height() <= room.bottom() else max(over, room.top())
    return QPoint(max(room.left(), min(under.x(), room.right() - size.width())), y)
