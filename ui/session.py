"""What the pages share: the open book, the one way to change it, and the news of a change. Qt signals around ui/workspace.py."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.settings import Settings

if TYPE_CHECKING:
    from core.book import Book
    from core.delta import Delta
    from ui.opening import Opener
    from ui.workspace import Workspace


class Session(QObject):
    """One per window. Pages read ``book``, call ``do(delta)``, and listen."""

    plan_opened = Signal(object)  # Book, or None when no plan is open
    changed = Signal(object)  # Delta just applied to the book (by an edit, undo or redo)
    plans_changed = Signal()  # the list of stored plans is another one
    undo_changed = Signal()  # names of the next undo and redo steps
    task_chosen = Signal(str)  # the task that all pages should show
    page_wanted = Signal(str)  # "plans", "review", "matrix", "agencies", "search"
    lent = Signal(str)  # what a worker writes in our place ("Đang xoá kế hoạch"), "" when it is over

    def __init__(self, workspace: Workspace, parent: QObject | None = None, *, settings: Settings | None = None,
                 today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.settings = settings if settings is not None else Settings()  # pages keep theirs under "page/name"
        self.today = today
        self.now: Callable[[], datetime] = datetime.now
        self.stepping = False  # an undo or redo is under way: its news needs no "Hoàn tác"
        self.book: Book | None = None
        self.task_id: str | None = None
        self.opener: Opener | None = None  # the window's, for large plans

    def open_plan(self, plan_id: str) -> None:
        """A large plan is there later: until then none is open."""
        self.stop_opening()
        self.task_id = None
        if self.opener is not None and self.opener.takes(plan_id):
            if self.book is not None:
                self.close_plan()
            self.opener.start(plan_id)
        else:
            self.take(self.workspace.book(plan_id))

    @property
    def opening(self) -> bool:
        return self.opener is not None and self.opener.running

    def stop_opening(self) -> None:
        if self.opener is not None:
            self.opener.cancel()

    def take(self, book: Book) -> None:
        """A plan has been read; a task that was chosen while it was read stays chosen."""
        self.book = book
        if self.task_id is not None and not book.has_task(self.task_id):
            self.task_id = None
        self.plan_opened.emit(book)
        self.undo_changed.emit()

    def close_plan(self) -> None:
        self.book = None
        self.plan_opened.emit(None)

    def do(self, delta: Delta) -> bool:
        """Write the delta, apply it to the book and tell everybody. False where it changes nothing. Raises StoreError. A step that takes
        the only lead of a task under review away asks who leads now."""
        if not delta:
            return False
        if self.book is not None:
            from core.proposals import ask_again

            delta = ask_again(self.book, delta)
        self.workspace.write(delta)
        self._applied(delta)
        return True

    def written(self, delta: Delta) -> None:
        """Tell everybody of a delta that the workspace has written already (a package taken over)."""
        self._applied(delta)

    def lend(self, words: str) -> None:
        """A worker writes in our place; until ``lend("")`` nothing else is written, undone or imported."""
        self.workspace.lent = words
        self.lent.emit(words)
        self.undo_changed.emit()

    def reload(self) -> None:
        """Everything may be another one (a backup was restored, a large step taken back): read the open plan anew and tell everybody."""
        from core.delta import Delta

        if self.book is not None:
            known = {plan.id for plan in self.workspace.plans()}
            if self.book.plan.id in known:
                self.open_plan(self.book.plan.id)
            else:
                self.close_plan()
        self.stepping = True  # whoever asked for it says what was done
        try:
            self.changed.emit(Delta(""))
        finally:
            self.stepping = False
        self.plans_changed.emit()
        self.undo_changed.emit()

    def undo(self) -> str | None:
        """Take the last step back; its name, or None where there is none."""
        return self._step(self.workspace.undo)

    def redo(self) -> str | None:
        return self._step(self.workspace.redo)

    def choose_task(self, task_id: str) -> None:
        self.task_id = task_id
        self.task_chosen.emit(task_id)

    def _step(self, step: Callable[[], Delta | None]) -> str | None:
        delta = step()
        if delta is None:
            return None
        self.stepping = True
        try:
            self._applied(delta)
        finally:
            self.stepping = False
        return delta.name

    def _applied(self, delta: Delta) -> None:
        if self.book is not None:
            if any(c.after is None and c.key == ("plan", self.book.plan.id) for c in delta.changes):
                self.close_plan()  # its import was undone, or the plan removed
            else:
                source = self.book.plan.source
                self.book.apply(delta)
                if self.book.plan.source != source:  # its file was read another way: spans count in another text
                    self.book.text = self.workspace.book(self.book.plan.id).text
        self.changed.emit(delta)
        if any(change.key[0] == "plan" for change in delta.changes):
            self.plans_changed.emit()
        self.undo_changed.emit()
