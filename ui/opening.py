"""A large plan is opened in pieces, between which the window goes on: 50,000 tasks take more than a second."""
from __future__ import annotations

import gc
import time
from collections.abc import Generator
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import UserError
from ui import messages

if TYPE_CHECKING:
    from core.book import Book
    from ui.session import Session
    from ui.window import MainWindow

Said = TypeVar("Said")
Made = TypeVar("Made")
LARGE = 1000  # tasks that are read at once: 30 ms
SLICE = 0.010  # seconds of work between two rounds of the event loop


def run_slice(pieces: Generator[Said, None, Made]) -> tuple[Said | None, Made | None, bool]:
    """Pieces until the time is over: (what the last one said, what was made at the end, whether it is the end)."""
    end, said = time.perf_counter() + SLICE, None
    while time.perf_counter() < end:
        try:
            said = next(pieces)
        except StopIteration as done:
            return said, done.value, True
    return said, None, False


def attach(window: MainWindow) -> None:
    """Give the window what opens large plans, at the first plan that is opened."""
    session = window.session
    if session.opener is not None:
        return

    def opened(book: Book) -> None:
        window.bar.end_work()
        session.take(book)
        window.show_plan()

    made = session.opener = Opener(session, window)
    made.progress.connect(window.bar.show_work)
    made.opened.connect(opened)
    made.failed.connect(window.bar.end_work)
    window.bar.cancelled.connect(made.cancel)


class Opener(QObject):
    """``opened`` gives the book. A step that is made meanwhile may be in what was read already: it is read again."""

    progress = Signal(float, str)
    opened = Signal(object)
    failed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pieces: Generator[float, None, Book] | None = None
        self.plan_id = ""
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        session.changed.connect(self._again)

    def takes(self, plan_id: str) -> bool:
        """Whether the plan is so large that it should be opened here."""
        return self._session.workspace.store.task_count(plan_id) > LARGE

    @property
    def running(self) -> bool:
        return self._pieces is not None

    def start(self, plan_id: str) -> None:
        self.plan_id = plan_id
        self._pieces = self._session.workspace.store.book_in_pieces(plan_id)
        gc.disable()  # a collection over half a million new values would be one long piece; there is nothing in them to collect
        self._timer.start()
        self.progress.emit(0.0, self.tr("Đang mở kế hoạch…"))

    def cancel(self) -> None:
        if self.running:
            self._end()
            self.failed.emit()

    def _again(self) -> None:
        if self.running:
            self.start(self.plan_id)

    def _end(self) -> None:
        self._timer.stop()
        self._pieces = None
        gc.freeze()
        gc.enable()

    def _go_on(self) -> None:
        assert self._pieces is not None
        try:
            share, book, _ = run_slice(self._pieces)
        except UserError as error:
            self.cancel()
            messages.error(None, error)
            return
        if book is not None:
            self._end()
            self.opened.emit(book)
        elif share is not None:
            self.progress.emit(share, self.tr("Đang mở kế hoạch…"))
