"""Importing plans into the window: read in a child process one file after another, stored, summed up for the clerk."""
from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from core.errors import Cancelled, UserError
from core.model import Draft, Plan, PlanText
from ui import background, messages
from ui.background import Job
from ui.jobs import ReadPlan, fingerprint, read_file, read_pasted
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: a new plan with what was read, one that was there before, or a problem."""

    name: str
    plan: Plan | None = None
    text: PlanText | None = None
    draft: Draft | None = None
    problem: str = ""

    @property
    def new(self) -> bool:
        return self.draft is not None


class Importer(QObject):
    """Takes files, reads them in the background and stores them. ``finished`` gives the list of Imported when all are through."""

    started = Signal()
    progress = Signal(float, str)
    finished = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._queue: deque[Path] = deque()
        self._results: list[Imported] = []
        self._skipped: list[Path] = []
        self._job: Job | None = None
        self._count = 0

    @property
    def running(self) -> bool:
        return self._job is not None

    def start(self, paths: Iterable[Path]) -> None:
        """Put files at the end of the queue."""
        found = list(paths)
        if not found:
            return
        self._queue.extend(found)
        self._count += len(found)
        if not self.running:
            self.started.emit()
            self._next()

    def cancel(self) -> None:
        """Stop the file that is being read; those behind it are named among the results as not read. What is stored already stays."""
        self._skipped.extend(self._queue)
        self._queue.clear()
        if self._job is not None:
            self._job.cancel()

    # ---- one file

    def _next(self) -> None:
        if not self._queue:
            self._end()
            return
        path = self._queue.popleft()
        self._tell(path, 0.0, self.tr("Đang mở “{}”…").format(path.name))
        self._job = background.run(fingerprint, path, on_done=lambda sha: self._known(path, sha), on_error=lambda e: self._failed(path, e))

    def _known(self, path: Path, sha: str) -> None:
        plan = self._session.workspace.already_imported(sha)
        if plan is not None and not self._wants_again(path, plan):
            self._results.append(Imported(path.name, plan))
            self._next()
            return
        self._job = background.run(read_file, path, self._session.workspace.agencies(), self._stamp(),
                                   on_done=lambda found: self._read(path.name, found), on_error=lambda e: self._failed(path, e),
                                   on_progress=lambda share, what: self._tell(path, share, what))

    def _stamp(self) -> str:
        return self._session.now().isoformat(timespec="seconds")

    def _wants_again(self, path: Path, plan: Plan) -> bool:
        day = ".".join(reversed(plan.imported[:10].split("-"))).replace(".", "/")
        more = self.tr("Kế hoạch “{title}” nhập ngày {day} có đúng nội dung này. Nhập lại sẽ thêm một bản nữa, bản cũ vẫn giữ nguyên.")
        return messages.choose(self._window, self.tr("Tệp “{}” đã được nhập trước đây.").format(path.name),
                               more.format(title=plan.number or plan.title or plan.source_name, day=day),
                               self.tr("Mở bản đã có"), self.tr("Nhập lại thành bản mới"), self.tr("Bỏ qua")) == 1

    def _read(self, name: str, found: ReadPlan) -> None:
        if self._session.workspace.lent:  # a worker writes just now: after it
            QTimer.singleShot(100, self, lambda: self._read(name, found))
            return
        self._store(name, found)
        self._next()

    def _store(self, name: str, found: ReadPlan) -> None:
        try:
            self._session.workspace.store_ready(found.delta, found.source, found.packed)
        except UserError as error:
            self._results.append(Imported(name, problem=str(error)))
            return
        self._results.append(Imported(name, found.plan, found.source.text, found.draft))
        self._session.plans_changed.emit()
        self._session.undo_changed.emit()

    def _failed(self, path: Path, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._results.append(Imported(path.name, problem=self.tr("Đã dừng, không nhập gì từ tệp này.")))
        elif isinstance(error, UserError):
            self._results.append(Imported(path.name, problem=str(error)))
        else:
            self._end()
            raise error
        self._next()

    # ---- pasted text

    def paste(self, text: str, html: str | None) -> None:
        """A plan out of the clipboard."""
        self._count += 1
        self.started.emit()
        name = self.tr("Văn bản dán")
        self._tell(Path(name), -1.0, self.tr("Đang đọc văn bản dán…"))
        self._job = background.run(read_pasted, name, text, html, self._session.workspace.agencies(), self._stamp(),
                                   on_done=lambda found: self._read(name, found), on_error=lambda e: self._failed(Path(name), e))

    # ---- telling

    def _tell(self, path: Path, share: float, what: str) -> None:
        place = self._count - len(self._queue)
        head = f"{place}/{self._count} · " if self._count > 1 else ""
        self.progress.emit(share, head + what)

    def _end(self) -> None:
        late = [Imported(path.name, problem=self.tr("Chưa đọc tệp này, vì đã dừng trước khi tới lượt.")) for path in self._skipped]
        results = [*self._results, *late]
        self._results, self._skipped, self._job, self._count = [], [], None, 0
        self.finished.emit(results)

