"""The lists of the review follow every step, one row at a time, and hold to Qt's rules for models."""
from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core import edits
from core.agencies import Directory
from core.book import Book
from core.delta import Delta, reverse
from core.edits import store_draft
from core.model import Role
from tests.ui.review_plan import draft
from ui.models.findings import FindingModel
from ui.models.tasks import TaskModel


@pytest.fixture
def book() -> Book:
    plan, delta = store_draft(draft(), Directory(), imported="2025-03-02T08:00:00")
    return Book(plan, (c.after for c in delta.changes if c.after is not None), draft().text)


@pytest.fixture
def tasks(qtbot: QtBot, book: Book) -> TaskModel:
    model = TaskModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)  # type: ignore[attr-defined]
    model.set_book(book)
    return model


def do(book: Book, model: TaskModel, delta: Delta) -> Delta:
    book.apply(delta)
    model.apply(delta)
    return delta


def test_a_card_says_all_about_its_task(tasks: TaskModel) -> None:
    card = tasks.card(0)
    assert (card.number, card.leads, card.coops, card.deadline) == (1, ("Sở Tài chính",), ("Sở Xây dựng",), "trước ngày 30/6/2025")
    assert "Chủ trì: Sở Tài chính" in card.spoken()
    assert "Cần xem: Chưa rõ cơ quan chủ trì." in tasks.card(4).spoken()
    assert "Chưa có cơ quan chủ trì" in tasks.card(4).spoken()


def test_rows_come_and_go_one_by_one_and_numbers_follow(qtbot: QtBot, book: Book, tasks: TaskModel) -> None:
    second = book.tasks[1].id
    assert tasks.card(6).number == 7
    with qtbot.waitSignal(tasks.rowsRemoved) as gone:
        removal = do(book, tasks, edits.not_a_task(book, second))
    assert gone.args[1:] == [1, 1]
    assert tasks.card(5).number == 6
    with qtbot.waitSignal(tasks.rowsInserted) as come:
        do(book, tasks, reverse(removal))
    assert come.args[1:] == [1, 1]
    assert tasks.id_at(1) == second
    assert tasks.card(6).number == 7


def test_only_the_touched_row_is_repainted(qtbot: QtBot, book: Book, tasks: TaskModel) -> None:
    task = book.tasks[2].id
    with qtbot.waitSignal(tasks.dataChanged) as told:
        do(book, tasks, edits.assign(book, task, "Sở Công Thương", Role.COOP, Directory()))
    assert (told.args[0].row(), told.args[1].row()) == (2, 2)
    assert tasks.card(2).coops == ("Sở Công Thương",)


def test_moving_a_task_keeps_every_row_in_the_order_of_the_plan(book: Book, tasks: TaskModel) -> None:
    do(book, tasks, edits.move_task(book, book.tasks[0].id, after=book.tasks[4].id))
    assert [tasks.id_at(n) for n in range(7)] == [t.id for t in book.tasks]


def test_a_renamed_agency_shows_everywhere(book: Book, tasks: TaskModel) -> None:
    agency = book.agency_named("Sở Nội vụ")
    assert agency is not None
    assert tasks.card(2).leads == ("Sở Nội vụ",)
    do(book, tasks, edits.edit_agency(book, agency.id, name="Ban Tổ chức"))
    assert tasks.card(2).leads == ("Ban Tổ chức",)


def test_the_queue_goes_on_when_its_finding_is_settled(qtbot: QtBot, book: Book) -> None:
    model = FindingModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)  # type: ignore[attr-defined]
    model.set_book(book)
    first, second, third = book.open_findings()
    assert model.current() == first
    model.go(1)
    book.apply(edits.settle(book, [second.id]))
    with qtbot.waitSignal(model.current_changed):
        model.refresh()
    assert model.current() == third
    model.go(model.row + 1)  # round to the beginning
    assert model.current() == first
    book.apply(edits.settle(book, [first.id, third.id]))
    model.refresh()
    assert model.current() is None
    assert model.rowCount() == 0
