"""The start page: the stored plans, what presses in them, and the ways to bring in a new one."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListView, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui import messages
from ui.actions import ActionSpec
from ui.delegates.plan_row import PlanRow
from ui.models.plans import PlanLine, PlanModel
from ui.numbers import NO_BAR, OWN_MENU, grouped, set_number
from ui.theme import icon

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPoint

    from core.delta import Delta
    from ui.pages.empty import EmptyState
    from ui.session import Session

FIRST = 24  # more rows than the tallest screens show


class PlansPage(QWidget):
    """``open_wanted`` (plan id, page id or "") and the other signals are answered by the window."""

    status_changed = Signal()
    open_wanted = Signal(str, str)
    action_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session = session
        self.model = PlanModel(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._filled())
        self._welcome: EmptyState | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        session.plans_changed.connect(self.refresh)
        session.changed.connect(self._changed)
        self._stale = self._partial = False
        self._late = 0
        self._read(FIRST)

    # ---- building

    def _filled(self) -> QWidget:
        page = self._full = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addLayout(self._head(page))
        self._pressing = QLabel(page)
        self._pressing.setAccessibleName(self.tr("Theo dõi chung"))
        self._follow = QPushButton(self.tr("Xem và ghi kết quả"), page)
        self._follow.setProperty("kind", "quiet")
        self._follow.clicked.connect(lambda _=False: self._go_on())
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._pressing)
        line.addWidget(self._follow)
        line.addStretch(1)
        column.addLayout(line)
        self.view = QListView(page)
        self.view.setModel(self.model)
        self.view.setItemDelegate(PlanRow(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        set_number(self.view, horizontalScrollBarPolicy=NO_BAR, contextMenuPolicy=OWN_MENU)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("Danh sách kế hoạch"))
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.activated.connect(lambda _: self.open())
        self.view.selectionModel().currentChanged.connect(lambda *_: self.status_changed.emit())
        column.addWidget(self.view, 1)
        self._no_match = QLabel(self.tr("Không có kế hoạch nào khớp với chữ đang gõ."), page)
        self._no_match.setProperty("kind", "muted")
        column.addWidget(self._no_match)
        return page

    def _head(self, page: QWidget) -> QHBoxLayout:
        title = QLabel(self.tr("Kế hoạch"), page)
        title.setProperty("kind", "title")
        self.field = QLineEdit(page, placeholderText=self.tr("Lọc kế hoạch"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.tr("Lọc kế hoạch"))
        self.field.setToolTip(self.tr("Theo tên, số, cơ quan ban hành; có dấu hay không dấu"))
        self.field.setMinimumWidth(140)
        self.field.setMaximumWidth(420)
        self.field.setProperty("kind", "search")
        self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._filter)
        paste = QPushButton(icon("paste"), self.tr("Dán văn bản"), page)
        paste.clicked.connect(lambda: self.action_wanted.emit("plans.paste"))
        bring = QPushButton(icon("import", "accent_text"), self.tr("Nhập kế hoạch…"), page)
        bring.setProperty("kind", "primary")
        bring.clicked.connect(lambda: self.action_wanted.emit("plans.import"))
        if self._session.workspace.read_only:
            for button in (paste, bring):
                button.setEnabled(False)
                button.setToolTip(self._session.workspace.read_only_reason)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(title)
        line.addStretch(1)
        line.addWidget(self.field, 3)
        line.addWidget(paste)
        line.addWidget(bring)
        return line

    def _empty(self) -> QWidget:
        if self._welcome is not None:
            return self._welcome
        from ui.pages.empty import EmptyState

        self._welcome = EmptyState(
            "plans", self.tr("Chưa có kế hoạch nào"),
            self.tr("Kéo một hay nhiều tệp kế hoạch (Word, PDF, văn bản) thả vào đây, hoặc bấm nút bên dưới. "
                    "Chưa có sẵn tệp nào? Hãy xem thử kế hoạch mẫu."),
            [(self.tr("Nhập kế hoạch…"), "import", lambda: self.action_wanted.emit("plans.import")),
             (self.tr("Dán văn bản"), "paste", lambda: self.action_wanted.emit("plans.paste")),
             (self.tr("Xem kế hoạch mẫu"), "file", lambda: self.action_wanted.emit("plans.sample"))], self,
            way=self.tr("1. Nhập kế hoạch   →   2. Rà soát chỗ nghi ngờ   →   3. Ma trận phân công   →   4. Xuất, in"))
        self._stack.addWidget(self._welcome)
        return self._welcome

    # ---- what it shows

    def refresh(self) -> None:
        """Read the list anew; the chosen plan stays chosen."""
        self._read()

    def complete(self) -> None:
        """Read what lies below the rows of the first paint."""
        if self._partial:
            self._read()

    def _read(self, first: int = -1) -> None:
        """All plans, or the ``first`` ones where there are more: then what presses over all is not counted yet."""
        chosen = self.chosen()
        workspace, today = self._session.workspace, self._session.today()
        plans = workspace.plans(first)
        self._partial = len(plans) == first
        pressing = workspace.follow_up(today, [p.id for p in plans] if self._partial else None)
        lines = []
        for p in plans:
            more = pressing.get(p.id)
            lines.append(PlanLine(p.id, p.title, p.number or "", p.date, p.issuer or "", p.source_name, p.imported, p.in_review,
                                  p.tasks, p.open_findings, p.done, more.overdue if more else 0, more.this_week if more else 0))
        self.model.show(lines)
        self._stale = False
        self._stack.setCurrentWidget(self._full if lines else self._empty())
        self._choose(chosen.id if chosen else "")
        if self._partial:
            self._pressing.setText(" ")  # its line keeps the height that it will have
            self._show_pressing(workspace.anything_presses(today))
        else:
            self._tell(lines)
        self._no_match.setVisible(not self.model.lines)
        self.status_changed.emit()

    def _tell(self, lines: list[PlanLine]) -> None:
        late, soon = sum(line.overdue for line in lines), sum(line.this_week for line in lines)
        parts = []
        if late:
            parts.append(self.tr("{} nhiệm vụ quá hạn").format(grouped(late)))
        if soon:
            parts.append(self.tr("{} nhiệm vụ đến hạn trong tuần này").format(grouped(soon)))
        self._pressing.setText(self.tr("Cần theo dõi: ") + " · ".join(parts) if parts else "")
        self._pressing.setProperty("kind", "danger" if late else "warn")
        if self.isVisible():  # before that it is polished when it is shown; asking for the style costs 8 ms at start
            self._pressing.style().polish(self._pressing)
        self._late = late
        self._show_pressing(bool(parts))

    def _go_on(self) -> None:
        """To what presses; its page brings the action."""
        self._session.page_wanted.emit("follow")
        self.action_wanted.emit("follow.late" if self._late else "follow.week")

    def _show_pressing(self, shown: bool) -> None:
        self._pressing.setVisible(shown)
        self._follow.setVisible(shown)

    def _changed(self, delta: Delta) -> None:
        """Counts of a plan have moved: read again now, or when the page is next seen."""
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _filter(self, typed: str) -> None:
        self.complete()
        chosen = self.chosen()
        self.model.filter(typed)
        self._choose(chosen.id if chosen else "")
        self._no_match.setVisible(not self.model.lines)
        self.status_changed.emit()

    def _choose(self, plan_id: str) -> None:
        row = max(self.model.row_of(plan_id), 0)
        if self.model.lines:
            self.view.setCurrentIndex(self.model.index(row))

    def chosen(self) -> PlanLine | None:
        row = self.view.currentIndex().row()
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    def status(self) -> str:
        if self._partial or not self.model.total():
            return ""
        if len(self.model.lines) != self.model.total():
            return self.tr("{shown} / {total} kế hoạch").format(shown=len(self.model.lines), total=self.model.total())
        return self.tr("{} kế hoạch").format(self.model.total())

    def focus_first(self) -> None:
        if self._stale:
            self.refresh()
        if self.model.total() or self._welcome is None:
            self.view.setFocus()
        else:
            self._welcome.buttons[0].setFocus()

    def open_find(self) -> None:
        """Ctrl+F on this page."""
        self.field.setFocus()
        self.field.selectAll()

    # ---- what it does

    def actions(self) -> list[ActionSpec]:  # type: ignore[override]
        menu, some = self.tr("Tệp"), lambda: self.chosen() is not None
        return [
            ActionSpec("plans.open", self.tr("&Mở kế hoạch đang chọn"), menu, self.open, "Return", "review", "plans", enabled=some,
                       separator=True),
            ActionSpec("plans.open_matrix", self.tr("Mở ma t&rận"), menu, lambda: self.open("matrix"), "Ctrl+Return", "matrix", "plans",
                       enabled=some),
            ActionSpec("plans.info", self.tr("Thông tin &kế hoạch…"), menu, self.edit_info, "Alt+Return", "edit", "plans", enabled=some),
            ActionSpec("plans.remove", self.tr("&Xoá kế hoạch"), menu, self.remove, "Delete", "trash", "plans", enabled=some),
        ]

    def open(self, page_id: str = "") -> None:
        line = self.chosen()
        if line is not None:
            self.open_wanted.emit(line.id, page_id)

    def edit_info(self) -> None:
        from core.book import Book
        from core.edits import edit_plan
        from ui.dialogs.plan_info import PlanInfoDialog

        line = self.chosen()
        if line is None:
            return
        plan = self._session.workspace.store.plan(line.id)
        dialog = PlanInfoDialog(plan, self)
        if dialog.exec():
            self._session.do(edit_plan(Book(plan), **dialog.fields()))

    def remove(self) -> None:
        """Takes the plan away; it can be undone, but is asked for, since it is far out of sight afterwards."""
        from ui.loans import remove_plan

        line = self.chosen()
        if line is None:
            return
        more = self.tr("{} nhiệm vụ và phần rà soát của kế hoạch này sẽ bị xoá. Có thể hoàn tác.").format(line.tasks)
        if not messages.ask(self, self.tr("Xoá “{}”?").format(line.heading), more, yes=self.tr("Xoá"), no=self.tr("Giữ lại")):
            return
        remove_plan(self._session, line.id)

    def _menu(self, at: QPoint) -> None:
        from PySide6.QtWidgets import QMenu

        from ui.popups import keeps_keys

        index: QModelIndex = self.view.indexAt(at)
        if not index.isValid():
            return
        menu = QMenu(self)
        keeps_keys(menu)
        for spec in self.actions():
            entry = menu.addAction(icon(spec.icon), spec.text)
            entry.triggered.connect(lambda _=False, i=spec.id: self.action_wanted.emit(i))
        menu.exec(self.view.viewport().mapToGlobal(at))
