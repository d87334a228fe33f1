"""A clerk's hands on the review page, for its tests: open it, press, select, look what is there."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from core.model import Span
from tests.ui.review_plan import stored
from ui.actions import ActionTable
from ui.pages.review import ReviewPage
from ui.session import Session


@contextmanager
def reviewing(qtbot: QtBot, folder: Path) -> Iterator[ReviewPage]:
    """The page in a window with its keys, over a stored plan of seven tasks with three places to look at."""
    workspace, plan = stored(folder / "thu.db")
    session = Session(workspace)
    window = QMainWindow()
    qtbot.addWidget(window)
    page = ReviewPage(session)
    window.setCentralWidget(page)
    table = ActionTable(window)
    table.add(page.actions(), page)
    table.page = "review"
    window.resize(1200, 700)
    window.show()
    session.open_plan(plan.id)
    table.refresh()
    page.lists.focus_list()
    QTest.qWait(30)
    page.table = table  # type: ignore[attr-defined]
    yield page
    workspace.close()


def press(page: ReviewPage, keys: str | Qt.Key) -> None:
    page.table.refresh()  # type: ignore[attr-defined]
    widget = page.window().focusWidget()
    assert widget is not None
    if isinstance(keys, str):
        QTest.keyClicks(widget, keys)
    else:
        QTest.keyClick(widget, keys)
    QTest.qWait(5)


def select(page: ReviewPage, where: Span) -> None:
    document = page.source._plan
    assert document is not None
    cursor = QTextCursor(document)
    cursor.setPosition(document.position(where.start))
    cursor.setPosition(document.position(where.end), QTextCursor.MoveMode.KeepAnchor)
    page.source.setTextCursor(cursor)


def put_caret(page: ReviewPage, offset: int) -> None:
    select(page, Span(offset, offset))


def roles(page: ReviewPage, row: int) -> dict[str, str]:
    book = page.book
    assert book is not None
    return {book.agencies[a.agency].name: a.role.value for a in book.assignments(book.tasks[row].id)}


def chosen_row(page: ReviewPage) -> int:
    return page.tasks.row_of(page.session.task_id or "")
