"""Taking back what a reading did to old letters (TCVN3, VNI, Windows-1258), or having it done after all: the file is read again."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from ui import background, messages
from ui.jobs import ReadPlan, read_letters
from ui.session import Session


class LetterSwitch(QObject):
    """Reads the original of a stored plan again and puts what it says in the plan's place: one step that Ctrl+Z takes back."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def run(self, plan_id: str, keep: bool, on_done: Callable[[ReadPlan | None], object]) -> None:
        """``on_done`` gets what was read, or None where it came to nothing (the person has been told)."""
        workspace = self._session.workspace
        try:
            book = workspace.book(plan_id)
            source = workspace.original(book.plan)
            if source is None:
                raise UserError(self.tr("Tệp gốc của kế hoạch này không có trong cơ sở dữ liệu nên không đọc lại được."))
            if self._has_edits(plan_id) and not self._asked():
                on_done(None)
                return
            unused = workspace.agencies_only_of(book)
        except UserError as problem:
            self._failed(problem, on_done)
            return
        background.run(read_letters, source, book.plan, list(book.records()), unused, keep,
                       on_done=lambda found: self._store(found, on_done), on_error=lambda error: self._failed(error, on_done))

    def _has_edits(self, plan_id: str) -> bool:
        """Whether somebody has worked on the plan since its file was read."""
        from core import reread

        steps = self._session.workspace.history(plan=plan_id, limit=50)
        return any(s.state == "done" and s.kind != "import" and s.name not in (reread.KEEP, reread.CHANGE) for s in steps)

    def _asked(self) -> bool:
        return messages.ask(self._window, self.tr("Đọc lại tệp sẽ thay những gì đã sửa trong kế hoạch này. Vẫn đọc lại?"),
                            self.tr("Có thể hoàn tác bằng Ctrl+Z."), yes=self.tr("Đọc lại"), no=self.tr("Huỷ"))

    def _store(self, found: ReadPlan, on_done: Callable[[ReadPlan | None], object]) -> None:
        try:
            self._session.workspace.write_reading(found.delta, found.source)
        except UserError as problem:
            self._failed(problem, on_done)
            return
        self._session.written(found.delta)
        on_done(found)

    def _failed(self, error: BaseException, on_done: Callable[[ReadPlan | None], object]) -> None:
        on_done(None)
        if not isinstance(error, UserError):
            raise error
        messages.error(self._window, error)
