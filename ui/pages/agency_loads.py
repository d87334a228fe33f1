"""Who has how much work over all plans: asked at once where that is quick, else counted in a worker while the last numbers stand."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import background
from ui.jobs import count_loads

if TYPE_CHECKING:
    from ui.background import Job
    from ui.session import Session
    from ui.workspace import Load

AT_ONCE = 10_000  # assignments, which take 15 ms


class Loads(QObject):
    """``counted`` when ``known`` is another one than ``ask`` gave."""

    counted = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.known: dict[str, Load] = {}
        self._job: Job | None = None
        self._again = False

    def ask(self) -> dict[str, Load]:
        workspace = self._session.workspace
        if workspace.assignment_count() <= AT_ONCE:
            self.known = workspace.loads()
        elif self._job is not None:
            self._again = True  # what is being counted is out of date
        else:
            self._job = background.run(count_loads, workspace.path, on_done=self._take, on_error=self._failed)
        return self.known

    def _take(self, found: dict[str, Load]) -> None:
        self._job = None
        if found != self.known:
            self.known = found
            self.counted.emit()
        if self._again:
            self._again = False
            self.ask()

    def _failed(self, error: BaseException) -> None:
        """The numbers stay as they were; what is wrong with the database is told where it is written to."""
        self._job, self._again = None, False
