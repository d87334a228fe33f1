"""The right side of the review: the tasks and the places to look at, under two tabs, with the edits of a task above them."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStackedWidget,
    QStyledItemDelegate,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.delegates.task_card import FindingDelegate, TaskCardDelegate
from ui.models.findings import FindingModel, FindingRole
from ui.models.tasks import TaskModel, TaskRole
from ui.numbers import grouped
from ui.pages.flow import FlowLayout
from ui.theme import icon

Index = QModelIndex | QPersistentModelIndex


class CardList(QListView):
    """A list of cards of one height. Letters and digits are left to the page; left and right step through the queue."""

    stepped = Signal(int)

    def __init__(self, delegate: QStyledItemDelegate, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)  # Qt's own way asks the model once a row: 12 ms in 5,000 tasks

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.show_row(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        nothing = not self.currentIndex().isValid()
        with QSignalBlocker(self.selectionModel()):  # Qt makes the first row the current one, which would count as the person's choice
            super().focusInEvent(event)
            if nothing:
                self.selectionModel().clearCurrentIndex()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        # QListView lays out all rows anew, 10,000 calls of rowCount in 5,000 tasks; cards of one height need a repaint only
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_row(self.currentIndex().row())  # what was whole in sight stays so when the strip above grows

    def show_row(self, row: int) -> None:
        """Scroll as little as is needed to see this row whole."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        step = self.sizeHintForRow(0) if row >= 0 else 0
        if step > 0:
            self.executeDelayedItemsLayout()
            bar.setValue(min(row * step, max(bar.value(), (row + 1) * step - height)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (event.text().isprintable() and event.text().strip()):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ReviewLists(QWidget):
    """``task_chosen`` and ``finding_chosen`` tell what the person picked; the page decides what follows."""

    task_chosen = Signal(str)
    finding_chosen = Signal(int)  # row of the queue
    stepped = Signal(int)
    several_chosen = Signal()  # more than one place to look at is selected, or no longer

    def __init__(self, tasks: TaskModel, findings: FindingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._findings = tasks, findings
        self._setting = False
        self.tabs = QTabBar(drawBase=False, expanding=False)
        self.tabs.setAccessibleName(self.tr("Danh sách"))
        self.tabs.addTab("")
        self.tabs.addTab("")
        self.tasks = CardList(TaskCardDelegate(), self.tr("Nhiệm vụ"))
        self.tasks.setObjectName("reviewTasks")
        self.tasks.setModel(counted(tasks, self))
        self.findings = CardList(FindingDelegate(), self.tr("Chỗ cần xem"))
        self.findings.setObjectName("reviewFindings")
        self.findings.setModel(findings)
        self.findings.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._several = False
        self._pages = QStackedWidget()
        self._pages.addWidget(self.tasks)
        self._pages.addWidget(self.findings)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.bar, holder = bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(6, 0, 6, 0)
        top.addWidget(self.tabs)
        top.addStretch(1)
        column.addWidget(holder)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        self.tasks.selectionModel().currentChanged.connect(self._task_picked)
        self.findings.selectionModel().currentChanged.connect(self._finding_picked)
        self.findings.clicked.connect(self._finding_picked)
        self.findings.selectionModel().selectionChanged.connect(self._selection_changed)
        self.tabs.currentChanged.connect(self._selection_changed)
        for view in (self.tasks, self.findings):
            view.stepped.connect(self.stepped)
        self.count()

    def count(self) -> None:
        self.tabs.setTabText(0, self.tr("Nhiệm vụ ({n})").format(n=grouped(self._tasks.rowCount())))
        self.tabs.setTabText(1, self.tr("Cần xem ({n})").format(n=grouped(self._findings.rowCount())))

    def show_task(self, task_id: str | None) -> None:
        """Select a task's row and bring it into sight, without telling anybody."""
        row = self._tasks.row_of(task_id) if task_id else -1
        self._select(self.tasks, row)

    def show_finding(self, row: int) -> None:
        self._select(self.findings, row)

    def chosen_findings(self) -> list[int]:
        """Rows of the queue, where the person has selected several of them; else none."""
        rows = sorted(i.row() for i in self.findings.selectionModel().selectedIndexes()) if self.tabs.currentIndex() else []
        return rows if len(rows) > 1 else []

    def _selection_changed(self) -> None:
        several = bool(self.chosen_findings())
        if several or self._several:
            self._several = several
            index = QModelIndex(self.findings.currentIndex())
            if not several and self.tabs.currentIndex():  # one is chosen again: its news came while several still were
                self._finding_picked(index)
            self.several_chosen.emit()

    def focus_list(self) -> None:
        self._view().setFocus()

    def _view(self) -> CardList:
        return self.findings if self.tabs.currentIndex() else self.tasks

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """What the views select inside is not the person's choice: rows that go take the selection with them."""
        before, self._setting = self._setting, True
        try:
            yield
        finally:
            self._setting = before

    def _select(self, view: CardList, row: int) -> None:
        with self.quiet():
            if row >= 0:
                if view.currentIndex().row() != row or not view.selectionModel().hasSelection():
                    view.setCurrentIndex(view.model().index(row, 0))
                view.show_row(row)
            elif view.currentIndex().isValid():
                view.clearSelection()
                view.selectionModel().clearCurrentIndex()

    def _task_picked(self, index: QModelIndex) -> None:
        if not self._setting and index.isValid():
            self.task_chosen.emit(index.data(TaskRole.ID))

    def _finding_picked(self, index: QModelIndex) -> None:
        if not self._setting and index.isValid() and index.data(FindingRole.ID) and not self.chosen_findings():
            self.finding_chosen.emit(index.row())


def counted(model: QAbstractItemModel, parent: QObject) -> QSortFilterProxyModel:
    """The same rows behind a model that Qt counts by itself: QListView asks for the number of rows twice a row whenever it lays them out,
    and each time it would ask Python."""
    proxy = QSortFilterProxyModel(parent)
    proxy.setSourceModel(model)
    return proxy


def bar() -> tuple[FlowLayout, QWidget]:
    """A row of tools that goes on in a second line where the room is narrow, and the widget that holds it."""
    holder = QWidget()
    flow = FlowLayout(holder, gap=2)
    flow.setContentsMargins(8, 4, 8, 4)
    return flow, holder


def tool(text: str, icon_name: str, key: str, tip: str, run: Callable[[], object], *, ink: str = "text") -> QToolButton:
    """A button of the bars above text and list: icon, words, and its key in the tooltip."""
    button = QToolButton()
    button.setText(text)
    button.setIcon(icon(icon_name, ink))
    button.setIconSize(QSize(20, 16))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setToolTip(f"{tip} ({key})" if key else tip)
    button.setAccessibleName(tip)
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    button.clicked.connect(run)
    return button
