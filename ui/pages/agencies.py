"""Cơ quan: the directory at the left; at the right the chosen one: its names, its members or groups, its work over all plans."""
from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core import edits
from core.book import Book
from core.delta import Delta
from core.ids import new_id
from core.model import Agency, AgencyKind
from ui import messages
from ui.actions import ActionSpec
from ui.delegates.roomy_row import RoomyRow
from ui.delegates.work_row import WorkRow
from ui.fields import ChoiceBox
from ui.models.agencies import AgencyLine, AgencyModel
from ui.models.ticks import TickModel
from ui.models.work import WorkModel
from ui.pages.agency_exchange import DirectoryExchange
from ui.pages.agency_form import AgencyForm
from ui.pages.agency_loads import Loads
from ui.pages.agency_table import AgencyTable
from ui.popups import keeps_keys
from ui.session import Session
from ui.theme import icon
from ui.words import kind_words


class AgenciesPage(QWidget):
    status_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session = session
        self._stale, self._loads = True, Loads(session, self)  # read when the page is first seen
        self._shown = ""
        self.model = AgencyModel(self)
        self.members = TickModel(self)
        self.work = WorkModel(session.today, self)
        self.exchange = DirectoryExchange(lambda: self._book, self._do, self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setSizes([600, 400])
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)
        self._wire()

    # ---- building

    def _left(self) -> QWidget:
        pane = QWidget(self)
        title = QLabel(self.tr("Cơ quan"), pane)
        title.setProperty("kind", "title")
        self.field = QLineEdit(pane, placeholderText=self.tr("Tìm cơ quan"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.tr("Lọc cơ quan"))
        self.field.setToolTip(self.tr("Tên hay viết tắt, có dấu hay không dấu"))
        self.field.setProperty("kind", "search")
        self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.kind = ChoiceBox(pane)
        self.kind.setAccessibleName(self.tr("Lọc theo loại"))
        self.kind.addItem(self.tr("Mọi loại"), "")
        for kind in AgencyKind:
            self.kind.addItem(kind_words(kind), kind.value)
        self.busy = QCheckBox(self.tr("Đang có việc"), pane)
        self.busy.setToolTip(self.tr("Chỉ hiện cơ quan được giao việc trong kế hoạch nào đó"))
        head, filters = QHBoxLayout(), QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.busy)
        filters.addWidget(self.field, 1)
        filters.addWidget(self.kind)
        self.view = AgencyTable(self.model, pane)
        self.view.setAccessibleName(self.tr("Danh bạ cơ quan"))
        column = QVBoxLayout(pane)
        column.setContentsMargins(24, 18, 12, 18)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(filters)
        column.addWidget(self.view, 1)
        return pane

    def _right(self) -> QWidget:
        pane = QWidget(self)
        self.head = QLabel(pane, wordWrap=True)
        self.head.setProperty("kind", "subtitle")
        self.head.setMinimumHeight(self.head.fontMetrics().height() * 2)
        self.form = AgencyForm(pane)
        self.tabs = QTabWidget(pane)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.form, self.tr("Thông tin"))
        self.tabs.addTab(self._members_tab(), "")
        self.tabs.addTab(self._work_tab(), "")
        column = QVBoxLayout(pane)
        column.setContentsMargins(12, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)
        return pane

    def _members_tab(self) -> QWidget:
        tab = QWidget(self)
        self.member_field = QLineEdit(tab, placeholderText=self.tr("Lọc"), clearButtonEnabled=True)
        self.member_field.setAccessibleName(self.tr("Lọc thành viên"))
        self.member_field.textChanged.connect(self.members.filter)
        self.member_view = QListView(tab)
        self.member_view.setModel(self.members)
        self.member_view.setUniformItemSizes(True)
        self.member_view.setItemDelegate(RoomyRow(self.member_view))
        self.member_view.setAccessibleName(self.tr("Thành viên hoặc nhóm"))
        column = QVBoxLayout(tab)
        column.addWidget(self.member_field)
        column.addWidget(self.member_view, 1)
        return tab

    def _work_tab(self) -> QWidget:
        self.work_view = QListView(self)
        self.work_view.setModel(self.work)
        self.work_view.setItemDelegate(WorkRow(self.work_view))
        self.work_view.setAccessibleName(self.tr("Việc của cơ quan trong mọi kế hoạch"))
        self.work_view.setUniformItemSizes(True)
        self.work_view.setMouseTracking(True)
        self.work_view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.work_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self.work_view

    def _wire(self) -> None:
        self.field.textChanged.connect(lambda _: self._filter())
        self.field.returnPressed.connect(self.view.setFocus)
        self.kind.activated.connect(lambda _: self._filter())
        self.busy.toggled.connect(lambda _: self._filter())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.view.customContextMenuRequested.connect(self._menu)
        self.model.merge_wanted.connect(self.merge)
        self.form.edited.connect(self._edited)
        self.members.ticked.connect(self._ticked)
        self.work_view.activated.connect(self._go)
        self._loads.counted.connect(self._counted)
        self._session.changed.connect(self._changed)
        self._session.plans_changed.connect(lambda: self._changed(None))

    # ---- what it shows

    @cached_property
    def _book(self) -> Book:
        return self._session.workspace.directory_book()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Read the directory anew; the chosen agency stays chosen."""
        chosen = self._shown
        self._stale = False
        self._book = self._session.workspace.directory_book()
        loads = self._loads.ask()
        lines = []
        for agency in self._book.agencies.values():
            load = loads.get(agency.id)
            lines.append(AgencyLine.of(agency, load.leads, load.coops, load.plans) if load else AgencyLine.of(agency))
        self.model.show(lines)
        self._choose(chosen)

    def _counted(self) -> None:
        """The numbers alone: what is being typed into the form stays."""
        if not self.model.take_loads(self._loads.known):
            self._filter()

    def _changed(self, delta: Delta | None) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _filter(self) -> None:
        chosen = self._shown
        kind = self.kind.currentData()
        self.model.filter(self.field.text(), AgencyKind(kind) if kind else None, self.busy.isChecked())
        self._choose(chosen)

    def _choose(self, agency_id: str) -> None:
        if self.model.lines:
            index = self.model.index(max(self.model.row_of(agency_id), 0), 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        self._show_chosen()

    def chosen(self) -> Agency | None:
        row = self.view.currentIndex().row()
        return self.model.lines[row].agency if 0 <= row < len(self.model.lines) else None

    def _show_chosen(self) -> None:
        agency = self.chosen()
        self._shown = agency.id if agency else ""
        self.head.setText(agency.name if agency else self.tr("Chưa chọn cơ quan nào"))
        self.form.show_agency(agency)
        self._show_members(agency)
        self._show_work(agency)
        self.status_changed.emit()

    def _show_members(self, agency: Agency | None) -> None:
        everyone = self._book.agencies.values()
        if agency is not None and agency.kind is AgencyKind.GROUP:
            items = [(a.id, a.name) for a in everyone if a.id != agency.id]
            self.members.show(items, self._book.members.get(agency.id, set()))
            words = self.tr("Thành viên ({})")
        else:
            self.members.show([(a.id, a.name) for a in everyone if a.kind is AgencyKind.GROUP] if agency else [],
                              self._book.groups_of(agency.id) if agency else [])
            words = self.tr("Nhóm ({})")
        self.tabs.setTabText(1, words.format(self.members.count()))
        self.tabs.setTabToolTip(1, self.tr("Đánh dấu để thêm vào nhóm, bỏ dấu để lấy ra"))
        self.member_view.setAccessibleName(words.format(self.members.count()))

    def _show_work(self, agency: Agency | None) -> None:
        workspace = self._session.workspace
        if agency is None:
            self.work.show(None)
        else:
            self.work.show(lambda limit, offset, i=agency.id: workspace.work_of(i, limit=limit, offset=offset))  # type: ignore[misc]
        more = "+" if self.work.canFetchMore(QModelIndex()) else ""
        self.tabs.setTabText(2, self.tr("Việc ({})").format(f"{self.work.rowCount()}{more}"))

    # ---- changing

    def _do(self, delta: Delta) -> bool:
        return self._session.do(delta)

    def _edited(self, agency_id: str, fields: dict[str, Any]) -> None:
        if agency_id in self._book.agencies:
            self._do(edits.edit_agency(self._book, agency_id, **fields))

    def _ticked(self, id_: str, on: bool) -> None:
        agency = self.chosen()
        if agency is None:
            return
        group, member = (agency.id, id_) if agency.kind is AgencyKind.GROUP else (id_, agency.id)
        members = set(self._book.members.get(group, set()))
        self._do(edits.set_members(self._book, group, members | {member} if on else members - {member}))

    def merge(self, loser: str, winner: str) -> None:
        """``loser`` goes into ``winner``, asked for first: it moves work in every plan."""
        old, new = self._book.agencies[loser], self._book.agencies[winner]
        theirs = self._session.workspace.assignments_of(loser, winner)
        count = sum(1 for a in theirs if a.agency == loser)
        more = self.tr("{} phân công chuyển sang “{}”; “{}” thành một cách viết khác của nó. Có thể hoàn tác.")
        if messages.ask(self, self.tr("Gộp “{}” vào “{}”?").format(old.name, new.name), more.format(count, new.name, old.name),
                        yes=self.tr("Gộp"), no=self.tr("Huỷ")):
            self._shown = winner
            self._do(edits.merge_agencies(self._book, loser, winner, theirs))

    def merge_chosen(self) -> None:
        from ui.dialogs.merge import MergeDialog

        agency = self.chosen()
        if agency is None:
            return
        dialog = MergeDialog(agency, list(self._book.agencies.values()), self)
        if dialog.exec() and dialog.winner():
            self.merge(agency.id, dialog.winner())

    def add(self, kind: AgencyKind = AgencyKind.OTHER) -> None:
        name = self.tr("Nhóm mới") if kind is AgencyKind.GROUP else self.tr("Cơ quan mới")
        agency = Agency(new_id(), name, kind=kind)
        self.field.clear()
        self.busy.setChecked(False)
        self.kind.setCurrentIndex(0)
        self._filter()
        self._shown = agency.id
        if self._do(edits.add_agency(self._book, agency)):
            self._choose(agency.id)
            self.tabs.setCurrentIndex(0)
            self.form.name.setFocus()
            self.form.name.selectAll()

    def remove(self) -> None:
        agency = self.chosen()
        if agency is None:
            return
        if self._session.workspace.assignments_of(agency.id):
            messages.info(self, self.tr("“{}” đang có việc trong kế hoạch nên chưa xoá được.").format(agency.name),
                          self.tr("Hãy gộp nó vào cơ quan khác, hoặc bỏ nó khỏi các nhiệm vụ trước."))
            return
        self._do(edits.remove_agency(self._book, agency.id))

    # ---- going elsewhere

    def _go(self, index: QModelIndex) -> None:
        row = self.work.lines[index.row()]
        if self._session.book is None or self._session.book.plan.id != row.plan:
            self._session.open_plan(row.plan)
        self._session.page_wanted.emit("matrix")
        self._session.choose_task(row.task)

    def show_agency(self, agency_id: str) -> None:
        """Come from elsewhere to this agency: filters that hide it are taken off."""
        if self._stale:
            self.refresh()
        if self.model.row_of(agency_id) < 0:
            self.field.clear()
            self.kind.setCurrentIndex(0)
            self.busy.setChecked(False)
            self._filter()
        self._choose(agency_id)
        agency = self.chosen()
        if agency is not None and agency.kind is AgencyKind.GROUP and self.tabs.isTabVisible(1):
            self.tabs.setCurrentIndex(1)  # what a group is, its members say

    # ---- for the window

    def actions(self) -> list[ActionSpec]:  # type: ignore[override]
        menu, some = self.tr("Cơ quan"), lambda: self.chosen() is not None
        return [
            ActionSpec("agencies.add", self.tr("&Thêm cơ quan"), menu, self.add, "Ctrl+N", "plus", "agencies"),
            ActionSpec("agencies.add_group", self.tr("Thêm &nhóm"), menu, lambda: self.add(AgencyKind.GROUP), "Ctrl+Shift+N", "group",
                       "agencies"),
            ActionSpec("agencies.merge", self.tr("&Gộp vào cơ quan khác…"), menu, self.merge_chosen, "Ctrl+M", "merge", "agencies",
                       enabled=some),
            ActionSpec("agencies.remove", self.tr("&Xoá cơ quan"), menu, self.remove, "Delete", "trash", "agencies", enabled=some),
            ActionSpec("agencies.export", self.tr("X&uất danh bạ ra Excel…"), menu, self.exchange.export, "", "download", "agencies",
                       separator=True),
            ActionSpec("agencies.import", self.tr("Nhập &danh bạ từ Excel…"), menu, self.exchange.bring_in, "", "upload", "agencies"),
        ]

    def status(self) -> str:
        shown, total = len(self.model.lines), self.model.total()
        if shown != total:
            return self.tr("{shown} / {total} cơ quan").format(shown=shown, total=total)
        return self.tr("{} cơ quan").format(total)

    def open_find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def focus_first(self) -> None:
        if self._stale:
            self.refresh()
        self.view.setFocus()

    def panes(self) -> list[tuple[QWidget, Callable[[], object]]]:
        """Where F6 leads, one after the other."""
        return [(self.view, self.view.setFocus), (self.tabs, self.tabs.tabBar().setFocus), (self.field, self.field.setFocus)]

    def _menu(self, at: QPoint) -> None:
        if not self.view.indexAt(at).isValid():
            return
        menu = QMenu(self)
        keeps_keys(menu)
        for spec in self.actions()[2:4]:
            menu.addAction(icon(spec.icon), spec.text, spec.handler)
        menu.exec(self.view.viewport().mapToGlobal(at))
