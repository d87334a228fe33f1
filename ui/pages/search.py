"""Tìm kiếm: as one types, over all plans, without marks; Enter goes there."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import ActionSpec
from ui.delegates.hit_row import HitRow
from ui.models.hits import Hit, HitModel
from ui.pages.empty import EmptyState
from ui.session import Session
from ui.theme import icon
from ui.workspace import SearchHit

LIMIT = 100
PAUSE_MS = 40  # between two keys: a fast typist is not asked three queries at once


class SearchPage(QWidget):
    """``agency_wanted`` (id) is answered by the window with the page of agencies."""

    status_changed = Signal()
    agency_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session = session
        self.model = HitModel(self)
        self._later = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._later.timeout.connect(self.search)
        self._build()
        session.changed.connect(lambda _: self._stale())
        session.plans_changed.connect(self._stale)
        self._more = False
        self.search()

    def _build(self) -> None:
        title = QLabel(self.tr("Tìm kiếm"), self)
        title.setProperty("kind", "title")
        self.field = QLineEdit(self, placeholderText=self.tr("Tìm trong mọi kế hoạch: dau tu, SKHDT, chuyển đổi số…"),
                               clearButtonEnabled=True)
        self.field.setAccessibleName(self.tr("Tìm trong mọi kế hoạch"))
        self.field.setProperty("kind", "search")
        self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setFont(self.font())
        self.field.setMinimumHeight(36)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda _: self._later.start())
        self.here = QCheckBox(self.tr("Chỉ kế hoạch đang mở"), self)
        self.here.toggled.connect(lambda _: self.search())
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(HitRow(self.view))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Kết quả tìm"))
        self.view.activated.connect(lambda _: self.go())
        self._hint = EmptyState("search", self.tr("Gõ để tìm"),
                                self.tr("Tìm nhiệm vụ, kế hoạch, cơ quan trong mọi kế hoạch đã nhập. Không cần gõ dấu; "
                                        "từ cuối có thể gõ dở."),
                                parent=self)
        self._none = EmptyState("search", self.tr("Không tìm thấy"),
                                self.tr("Hãy gõ ít chữ hơn, hoặc bỏ chọn “Chỉ kế hoạch đang mở”."), parent=self)
        self._stack = QStackedWidget(self)
        for widget in (self.view, self._hint, self._none):
            self._stack.addWidget(widget)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.here)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._stack, 1)

    # ---- searching

    def _stale(self) -> None:
        if self.isVisible():
            self._later.start()
        else:
            self._more = True

    def search(self) -> None:
        """Ask for what stands in the field."""
        self._more = False
        self._later.stop()
        book = self._session.book
        self.here.setEnabled(book is not None)
        typed = self.field.text().strip()
        plan = book.plan.id if book is not None and self.here.isChecked() else None
        found = self._session.workspace.search(typed, LIMIT, plan) if typed else []
        where = {p.id: (p.number or p.source_name, p.title) for p in self._session.workspace.plans()} if found else {}
        who = self._session.workspace.agencies_of([h.id for h in found if h.kind == "task"]) if found else {}
        self.model.show([self._hit(h, where, who) for h in found])
        self._stack.setCurrentWidget(self.view if found else (self._none if typed else self._hint))
        if found:
            self.view.setCurrentIndex(self.model.index(0))
        self.status_changed.emit()

    def _hit(self, found: SearchHit, where: dict[str, tuple[str, str]], who: dict[str, tuple[list[str], list[str]]]) -> Hit:
        number, title = where.get(found.plan, ("", ""))
        if found.kind == "agency":
            place = self.tr("Cơ quan")
        elif found.kind == "plan":
            place = self.tr("Kế hoạch {}").format(number)
        else:
            place = " – ".join(p for p in (number, title) if p)
        return Hit(found.kind, found.id, found.snippet, found.marks, place, self._who(*who.get(found.id, ([], []))), found.plan)

    def _who(self, leads: list[str], coops: list[str]) -> str:
        """The agencies of a found task, leads first."""
        parts = []
        if leads:
            parts.append(self.tr("CT: {}").format(", ".join(leads)))
        if coops:
            parts.append(self.tr("PH: {}").format(", ".join(coops[:3]) + (" …" if len(coops) > 3 else "")))
        return "; ".join(parts)

    def go(self) -> None:
        """To the chosen hit: a task in the matrix of its plan, a plan, an agency."""
        row = self.view.currentIndex().row()
        if not 0 <= row < len(self.model.hits):
            return
        hit = self.model.hits[row]
        if hit.kind == "agency":
            self.agency_wanted.emit(hit.id)
            return
        if self._session.book is None or self._session.book.plan.id != hit.plan:
            self._session.open_plan(hit.plan)
        self._session.page_wanted.emit("matrix")
        if hit.kind == "task":
            self._session.choose_task(hit.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
            if event.key() in steps and self.model.hits:
                row = self.view.currentIndex().row() + steps[Qt.Key(event.key())]
                self.view.setCurrentIndex(self.model.index(max(0, min(len(self.model.hits) - 1, row))))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._later.isActive():
                    self.search()
                self.go()
                return True
        return super().eventFilter(watched, event)

    # ---- for the window

    def actions(self) -> list[ActionSpec]:  # type: ignore[override]
        return [ActionSpec("search.go", self.tr("&Tới chỗ đã tìm thấy"), self.tr("Sửa"), self.go, "Return", "chevron-right", "search",
                           enabled=lambda: bool(self.model.hits))]

    def status(self) -> str:
        if not self.field.text().strip():
            return ""
        count = len(self.model.hits)
        return self.tr("{} kết quả đầu").format(count) if count >= LIMIT else self.tr("{} kết quả").format(count)

    def open_find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def focus_first(self) -> None:
        if self._more:
            self.search()
        self.open_find()
