"""History: who did what and when, what each step changed, and the way back to an earlier state of a plan or a task."""
from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.delta import Change
from core.errors import UserError
from core.handover import differences
from core.model import Assignment, Finding, Record, Task
from ui import messages
from ui.dialogs.listing import ListingDialog, differences_html, when
from ui.fields import ChoiceBox
from ui.models.lines import Line
from ui.session import Session
from ui.workspace import HistoryEntry

PAGE = 300


class HistoryDialog(ListingDialog):
    """The steps of the open plan, of the chosen task, or of everything; the newest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent, ["", "", ""], [140, 120])
        self.setWindowTitle(self.tr("Lịch sử"))
        self.setAccessibleName(self.windowTitle())
        self.model.setTitles([self.tr("Lúc"), self.tr("Ai"), self.tr("Việc đã làm")])
        self.session = session
        self.heading(self.tr("Mọi thay đổi đều được ghi lại: ai, lúc nào, trước và sau"))
        self.what = ChoiceBox(self)
        self.what.setAccessibleName(self.tr("Lịch sử của"))
        book = session.book
        if book is not None and session.task_id is not None and book.has_task(session.task_id):
            self.what.addItem(self.tr("Nhiệm vụ đang chọn"), ("task", session.task_id))
        if book is not None:
            self.what.addItem(self.tr("Kế hoạch đang mở"), ("plan", book.plan.id))
        self.what.addItem(self.tr("Mọi kế hoạch và danh bạ"), ("", ""))
        self.what.setCurrentIndex(max(0, self.what.count() - 2))  # the plan, where one is open
        top = QHBoxLayout()
        top.addWidget(QLabel(self.tr("Lịch sử của"), self))
        top.addWidget(self.what)
        top.addStretch(1)
        self.column.addLayout(top)
        self.column.addWidget(self.split, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.status, 1)
        self.back = QPushButton(self.tr("Khôi phục về lúc này…"), self)
        self.back.setAutoDefault(False)
        self.back.setToolTip(self.tr("Đưa kế hoạch (hoặc nhiệm vụ) về đúng như sau bước được chọn; có thể hoàn tác"))
        self.back.clicked.connect(self.restore)
        bottom.addWidget(self.back)
        self.column.addLayout(bottom)
        self.buttons(self.tr("Đóng"), kind="plain")
        self.what.currentIndexChanged.connect(self.load)
        self.load()

    def scope(self) -> tuple[str, str]:
        kind, key = self.what.currentData()
        return kind, key

    def load(self) -> None:
        kind, key = self.scope()
        workspace = self.session.workspace
        entries = workspace.history(plan=key if kind == "plan" else None, task=key if kind == "task" else None, limit=PAGE)
        self.fill(Line((when(e.at), e.who or "–", self._words(e)), e) for e in entries)
        self.status.setText(self.tr("{} bước gần nhất").format(PAGE) if len(entries) == PAGE else self.tr("{} bước").format(len(entries)))

    def _words(self, entry: HistoryEntry) -> str:
        if entry.state == "undone":
            return entry.name + self.tr(" (đã hoàn tác)")
        return entry.name + self.tr(" (ở máy khác)") if entry.state == "foreign" else entry.name

    def show_line(self, line: Line) -> None:
        entry: HistoryEntry = line.value
        kind, key = self.scope()
        changes = self.session.workspace.changes_of(entry.no)
        before, after = self._sides(changes)
        names = {a.id: a.name for a in self.session.workspace.agencies()}
        found = [d for d in differences(before, after, names) if kind != "task" or d.unit == ("task", key)]
        if entry.kind == "import" and not found:
            self.detail.setPlainText(self.tr("Kế hoạch được nhập: {} mục.").format(entry.changes))
        else:
            self.detail.setHtml(differences_html(found))
        self.back.setEnabled(kind in ("plan", "task") and entry.state == "done" and not self.session.workspace.read_only
                             and self.view.currentIndex().row() > 0)

    def _sides(self, changes: Iterable[Change]) -> tuple[list[Record], list[Record]]:
        """The records before and after, each agency's change with the task that it belongs to."""
        rows = list(changes)
        before, after = [c.before for c in rows if c.before is not None], [c.after for c in rows if c.after is not None]
        told = {r.id for r in (*before, *after) if isinstance(r, Task)}
        about = dict.fromkeys(r.task for r in (*before, *after) if isinstance(r, Assignment | Finding) and r.task is not None)
        around = self.session.workspace.tasks(i for i in about if i not in told)
        return [*around, *before], [*around, *after]

    def restore(self) -> None:
        entry, (kind, key) = self.current(), self.scope()
        if entry is None:
            return
        try:
            workspace = self.session.workspace
            delta = workspace.plan_as_of(key, entry.no) if kind == "plan" else workspace.task_as_of(key, entry.no)
            if not delta:
                messages.info(self, self.tr("Không có gì để khôi phục: hiện tại giống hệt lúc đó."))
                return
            what = self.tr("kế hoạch") if kind == "plan" else self.tr("nhiệm vụ")
            if messages.ask(self, self.tr("Đưa {} về lúc {}?").format(what, when(entry.at)),
                            self.tr("{} mục sẽ đổi. Có thể hoàn tác bằng Ctrl+Z.").format(len(delta.changes)), yes=self.tr("Khôi phục"),
                            no=self.tr("Huỷ")):
                self.session.do(delta)
                self.load()
        except UserError as error:
            messages.error(self, error)


def open_history(parent: QWidget | None, session: Session) -> None:
    HistoryDialog(session, parent).exec()
