"""A day under a clerk's fingers: typed in any usual way, stepped, picked from the calendar; what is no day is never told."""
from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.day_field import DayField, parse_day
from ui.dialogs.day import DayDialog

TODAY = date(2026, 11, 29)


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    host = QWidget()
    qtbot.addWidget(host)
    made = DayField(TODAY, host, latest=date(2026, 12, 31))
    column = QVBoxLayout(host)
    column.addWidget(made)
    column.addWidget(made.problem)
    host.show()
    qtbot.waitExposed(host)
    made.host = host  # type: ignore[attr-defined]
    made.told = []  # type: ignore[attr-defined]
    made.settled.connect(made.told.append)  # type: ignore[attr-defined]
    made.setFocus()
    return made


def told(field: DayField) -> list[date]:
    return field.told  # type: ignore[attr-defined, no-any-return]


def write(field: DayField, typed: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(("typed", "day"), [
    ("10/03/2026", date(2026, 3, 10)), ("31122026", date(2026, 12, 31)), ("5/1/2026", date(2026, 1, 5)), ("5-1-2026", date(2026, 1, 5)),
    ("5.1.2026", date(2026, 1, 5)), ("5/1/26", date(2026, 1, 5)), ("050126", date(2026, 1, 5)), (" 5 / 1 / 2026 ", date(2026, 1, 5))])
def test_a_typed_day_is_told_as_it_was_meant(field: DayField, typed: str, day: date) -> None:
    write(field, typed)
    assert told(field) == [day]
    assert field.text() == day.strftime("%d/%m/%Y")
    assert not field.property("wrong")


@pytest.mark.parametrize("typed", ["31/02/2026", "10/11/00003", "10/11/203", "mai", "32012026", "10/3"])
def test_what_is_no_day_turns_red_and_is_not_told(field: DayField, typed: str) -> None:
    write(field, typed)
    assert told(field) == []
    assert field.property("wrong")
    assert "05/01/2024" in field.problem.text()
    assert field.problem.isVisible()
    write(field, "1/3/2026")
    assert told(field) == [date(2026, 3, 1)]
    assert not field.property("wrong")
    assert not field.problem.isVisible()


def test_an_emptied_field_is_red_where_a_day_must_stand(field: DayField) -> None:
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert not field.property("wrong")  # not yet: the person is typing
    field.clearFocus()
    assert field.property("wrong")
    assert told(field) == []
    field.forget()
    assert field.text() == "29/11/2026"
    assert not field.property("wrong")


def test_an_emptied_field_is_no_day_where_that_may_be(qtbot: QtBot) -> None:
    field = DayField(TODAY, optional=True)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.settled, check_params_cb=lambda day: day is None):
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_later_than_may_be_is_told(field: DayField) -> None:
    write(field, "1/1/2027")
    assert told(field) == []
    assert "31/12/2026" in field.problem.text()


def test_arrows_step_a_day_and_leaving_tells_it_once(field: DayField) -> None:
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "01/12/2026"
    assert told(field) == []
    field.clearFocus()
    assert told(field) == [date(2026, 12, 1)]
    field.set_day(date(2026, 12, 31))
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "31/12/2026"


def test_what_is_being_typed_outlives_a_refresh(field: DayField) -> None:
    field.selectAll()
    QTest.keyClicks(field, "10/0")
    field.set_day(TODAY)
    assert field.text() == "10/0"
    field.set_day(date(2026, 5, 5))
    assert field.text() == "05/05/2026"


def test_the_calendar_shows_all_its_rows_and_gives_the_day(field: DayField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field._calendar
    assert calendar is not None
    assert calendar.isVisible()
    table = calendar.month.findChild(QTableView)
    assert isinstance(table, QTableView)
    last = table.visualRect(table.model().index(table.model().rowCount() - 1, 1))
    assert last.height() >= table.fontMetrics().height()
    assert last.bottom() < table.viewport().height()
    assert calendar.rect().contains(calendar.month.geometry())
    calendar.month.clicked.emit(QDate(2026, 12, 24))
    assert not calendar.isVisible()
    assert told(field) == [date(2026, 12, 24)]


def test_the_dialog_does_not_close_on_a_day_that_is_none(qtbot: QtBot) -> None:
    dialog = DayDialog(2, TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    write(dialog.field, "30/11/2026")
    assert dialog.isVisible()
    assert "29/11/2026" in dialog.field.problem.text()
    write(dialog.field, "10/03/2026")
    assert not dialog.isVisible()
    assert dialog.day() == date(2026, 3, 10)


def test_words_that_are_no_day() -> None:
    assert [parse_day(words) for words in ("", "0/1/2026", "1/13/2026", "1/1/0003", "2026", "١/١/٢٠٢٦")] == [None] * 6
