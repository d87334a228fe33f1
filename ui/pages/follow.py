"""Theo dõi: over all plans what is late, what falls due and what is done; recorded here, until the last deadline."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from textwrap import shorten

from PySide6.QtCore import QElapsedTimer, QItemSelectionModel, QMimeData, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QListView, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from core.delta import Delta
from core.follow import FollowFilter, Stage, set_done, set_paused
from core.model import Task
from ui import background, messages
from ui.actions import ActionSpec
from ui.delegates.follow_row import FollowRow
from ui.jobs import export_follow
from ui.models.follow import FollowLine, FollowModel
from ui.numbers import grouped
from ui.pages import matrix_clipboard as clipboard
from ui.pages.agency_loads import Loads
from ui.pages.empty import EmptyState
from ui.pages.flow import FlowLayout
from ui.pages.follow_bar import FollowBar
from ui.popups import keeps_keys
from ui.session import Session
from ui.theme import icon

PAUSE_MS = 60  # between two keys


class FollowPage(QWidget):
    status_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session = session
        self.model = FollowModel(session.today, self)
        self._loads = Loads(session, self)
        self._loads.counted.connect(self._fill_agencies)
        self._later = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._later.timeout.connect(self.refresh)
        self._choices_stale = True
        self._clicked = QElapsedTimer()
        self._total = 0  # of a list that has not been fetched to its end
        self._stale = True  # read when the page is first seen
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count)
        self._build()
        kept = session.settings.text("follow/stage", Stage.LATE.value)
        self.bar.check(Stage(kept) if kept in set(Stage) else Stage.LATE)
        session.changed.connect(self._followed)
        session.plans_changed.connect(self._others)

    # ---- building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        self.bar = FollowBar(self)
        self.bar.changed.connect(self._later.start)
        self.bar.settled.connect(self.refresh)
        self.bar.entered.connect(lambda: self.view.setFocus())
        self.bar.stage_chosen.connect(self.choose)
        column.addWidget(self.bar)
        self.view: QListView = self._list()
        self._none = EmptyState("done", "", "", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._none)
        column.addWidget(self._stack, 1)
        column.addLayout(self._deeds())

    def _list(self) -> QListView:
        view = QListView(self)
        view.setModel(self.model)
        view.setItemDelegate(FollowRow(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu)
        view.doubleClicked.connect(lambda _: self.go())
        view.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        view.setAccessibleName(self.tr("Nhiệm vụ cần theo dõi"))
        return view

    def _deeds(self) -> FlowLayout:
        self.done = QPushButton(icon("check"), "", self)
        self.done.clicked.connect(lambda _=False: self._once(self.toggle_done))
        self.day = QPushButton(icon("calendar"), self.tr("Xong ngày khác…"), self)
        self.day.clicked.connect(lambda _=False: self.done_on())
        self.pause = QPushButton(icon("pause"), "", self)
        self.pause.clicked.connect(lambda _=False: self._once(self.toggle_paused))
        self.there = QPushButton(icon("chevron-right"), self.tr("Tới nhiệm vụ"), self)
        self.there.clicked.connect(lambda _=False: self.go())
        self.write = QPushButton(icon("export"), self.tr("Xuất danh sách…"), self)
        self.write.setToolTip(self.tr("Ghi danh sách đang hiện ra Excel, PDF hoặc Word để gửi hay in"))
        self.write.clicked.connect(lambda _=False: self.write_out())
        row = FlowLayout(gap=8)
        for button in (self.done, self.day, self.pause, self.there, self.write):
            row.addWidget(button)
        return row

    # ---- what is shown

    def filter(self) -> FollowFilter:
        return self.bar.filter()

    def choose(self, stage: Stage) -> None:
        self.bar.check(stage)
        self._session.settings.set("follow/stage", stage.value)
        self.refresh()
        self.view.setFocus()

    def show_stage(self, stage: Stage) -> None:
        """From anywhere: the page, at this stage, of all plans and agencies."""
        self.bar.clear()
        self._session.page_wanted.emit("follow")
        self.choose(stage)

    def _followed(self, delta: Delta) -> None:
        """What is done or waits leaves the plans and who leads in them as they are."""
        if any(change.key[0] != "task" for change in delta.changes) or not delta.changes:
            self._choices_stale = True
        self._changed()

    def _others(self) -> None:
        self._choices_stale = True
        self._changed()

    def _changed(self) -> None:
        if self.isVisible():
            self._later.start()
        else:
            self._stale = True

    def hideEvent(self, event: QHideEvent) -> None:
        """What waits to be read is read when the page is next seen, if ever."""
        self._stale = self._stale or self._later.isActive() or self._counting.isActive()
        self._later.stop()
        self._counting.stop()
        super().hideEvent(event)

    def refresh(self, keep: int = -1) -> None:
        """Read the list anew; the line at hand (or the one that takes its place) stays chosen."""
        self._later.stop()
        self._stale = False
        self._fill_choices()
        at, wanted, today = max(self.view.currentIndex().row() if keep < 0 else keep, 0), self.filter(), self._session.today()
        workspace = self._session.workspace

        def fetch(limit: int, offset: int) -> list[FollowLine]:
            rows = workspace.follow_list(wanted, today, limit=limit, offset=offset)
            who = workspace.agencies_of([row.task for row in rows])
            return [FollowLine(row, tuple(who[row.task][0]), tuple(who[row.task][1])) for row in rows]

        scroll = self.view.verticalScrollBar().value()
        self.model.show(fetch, at + 1)
        count = self.model.rowCount()
        if count:
            index = self.model.index(min(at, count - 1))
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.verticalScrollBar().setValue(scroll)
        self._stack.setCurrentWidget(self.view if count else self._none)
        if not count:
            self._say_nothing(wanted)
        self._chosen()
        self._counting.start()
        self.status_changed.emit()

    def _say_nothing(self, wanted: FollowFilter) -> None:
        if wanted.text or wanted.agency or wanted.plan:
            self._none.say(self.tr("Không có nhiệm vụ nào khớp"), self.tr("Hãy xoá bớt chữ lọc, hoặc chọn mọi cơ quan, mọi kế hoạch."))
        elif wanted.stage is Stage.LATE:
            self._none.say(self.tr("Không có việc quá hạn"), self.tr("Mọi nhiệm vụ có ngày đều còn trong hạn hoặc đã xong."))
        elif wanted.stage is Stage.DONE:
            self._none.say(self.tr("Chưa ghi việc nào hoàn thành"),
                           self.tr("Chọn nhiệm vụ trong một danh sách khác rồi bấm “Đã xong hôm nay” (phím cách)."))
        else:
            self._none.say(self.tr("Không có nhiệm vụ nào"), self.tr("Danh sách này lấy từ mọi kế hoạch đã nhập."))

    def _count(self) -> None:
        """After the list, as a piece of its own: over many plans it takes as long again."""
        workspace, wanted, today = self._session.workspace, self.filter(), self._session.today()
        if not self.model.whole:
            self._total = workspace.follow_total(wanted, today)
            self.status_changed.emit()
        self.bar.show_counts(workspace.follow_counts(wanted, today))

    def _fill_choices(self) -> None:
        if not self._choices_stale:
            return
        self._choices_stale = False
        self.bar.show_plans([(_plan_words(p.number, p.title or p.source_name), p.title, p.id) for p in self._session.workspace.plans()])
        self._loads.ask()
        self._fill_agencies()

    def _fill_agencies(self) -> None:
        known = self._loads.known
        self.bar.show_agencies([(a.name, a.name, a.id) for a in self._session.workspace.agencies() if a.id in known and known[a.id].leads])

    # ---- what is done

    def chosen(self) -> list[FollowLine]:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [self.model.lines[row] for row in rows]

    def _chosen(self) -> None:
        lines, writable = self.chosen(), not self._session.workspace.read_only
        done, paused = bool(lines) and all(line.row.done for line in lines), bool(lines) and all(line.row.paused for line in lines)
        self.done.setText(self.tr("Chưa xong, mở lại") if done else self.tr("Đã xong hôm nay"))
        self.pause.setText(self.tr("Tiếp tục") if paused else self.tr("Tạm dừng"))
        for button in (self.done, self.day, self.pause):
            button.setEnabled(bool(lines) and writable)
        self.there.setEnabled(bool(lines))
        self.write.setEnabled(bool(self.model.lines))
        self.status_changed.emit()

    def _tasks(self) -> list[Task]:
        return self._session.workspace.tasks(line.row.task for line in self.chosen())

    def _do(self, delta: Delta) -> None:
        at = min((index.row() for index in self.view.selectionModel().selectedIndexes()), default=0)
        if self._session.do(delta):
            self.refresh(at)
            self.view.setFocus()

    def toggle_done(self) -> None:
        """Done today; where all that is chosen is done, open again."""
        tasks = self._tasks()
        if tasks:
            self._do(set_done(tasks, None if all(task.done for task in tasks) else self._session.today()))

    def _once(self, run: Callable[[], None]) -> None:
        """The second click of a double click does nothing: by then another task is at hand."""
        if not self._clicked.isValid() or self._clicked.elapsed() > QApplication.doubleClickInterval():
            run()
        self._clicked.start()

    def done_on(self) -> None:
        from ui.dialogs.day import DayDialog

        tasks = self._tasks()
        if not tasks:
            return
        dialog = DayDialog(len(tasks), self._session.today(), self)
        if dialog.exec():
            self._do(set_done(tasks, dialog.day()))

    def toggle_paused(self) -> None:
        tasks = self._tasks()
        if tasks:
            self._do(set_paused(tasks, not all(task.paused for task in tasks)))

    def go(self) -> None:
        """To the task in the matrix of its plan."""
        index = self.view.currentIndex()
        if not index.isValid():
            return
        row = self.model.lines[index.row()].row
        if self._session.book is None or self._session.book.plan.id != row.plan:
            self._session.open_plan(row.plan)
        self._session.page_wanted.emit("matrix")
        self._session.choose_task(row.task)

    def copy(self) -> None:
        """The chosen lines as a table for Excel, Word or a message."""
        heads = [self.tr("Hạn"), self.tr("Tình trạng"), self.tr("Nhiệm vụ"), self.tr("Cơ quan chủ trì"), self.tr("Cơ quan phối hợp"),
                 self.tr("Kế hoạch")]
        rows = [heads, *([self.model.when(x), self.model.state(x), x.row.text, "; ".join(x.leads), "; ".join(x.coops),
                          x.row.plan_number or x.row.plan_title] for x in self.chosen())]
        mime = QMimeData()
        mime.setText(clipboard.as_text(rows))
        mime.setHtml(clipboard.as_html(rows, 1, len(heads)))
        QGuiApplication.clipboard().setMimeData(mime)
        messages.notice(self.tr("Đã chép {} nhiệm vụ").format(len(rows) - 1))

    def write_out(self) -> None:
        """The whole list into a file."""
        from core.sheets.followup import title_of
        from core.sheets.names import file_name

        settings = self._session.settings
        start = Path(settings.text("export/folder", str(Path.home()))) / f"{file_name(title_of(self.bar.stage))}.xlsx"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Xuất danh sách"), str(start), "Excel (*.xlsx);;PDF (*.pdf);;Word (*.docx)")
        if not name:
            return
        target = Path(name)
        settings.set("export/folder", str(target.parent))
        self.write.setEnabled(False)

        def written(made: Path) -> None:
            self.write.setEnabled(bool(self.model.lines))
            messages.notice(self.tr("Đã ghi {}").format(made.name), action=self.tr("Mở tệp"),
                            run=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(made))))

        def failed(problem: BaseException) -> None:
            self.write.setEnabled(bool(self.model.lines))
            background.tell(problem)

        background.run(export_follow, self._session.workspace.path, self.filter(), self._session.today(), target, on_done=written,
                       on_error=failed)

    def _menu(self, at: QPoint) -> None:
        if not self.view.indexAt(at).isValid():
            return
        menu = QMenu(self)
        keeps_keys(menu)
        for spec in self._deed_actions():
            entry = menu.addAction(icon(spec.icon), spec.text)
            entry.setEnabled(spec.enabled is None or spec.enabled())
            entry.triggered.connect(lambda _=False, run=spec.handler: run())
        menu.exec(self.view.viewport().mapToGlobal(at))

    # ---- for the window

    def _deed_actions(self) -> list[ActionSpec]:
        menu = self.tr("Theo dõi")

        def some() -> bool:
            return bool(self.view.selectionModel().selectedIndexes())

        def writable() -> bool:
            return some() and not self._session.workspace.read_only

        return [
            ActionSpec("follow.go", self.tr("Tới nhiệm &vụ"), menu, self.go, "Return", "chevron-right", "follow", enabled=some),
            ActionSpec("follow.finish", self.tr("Đã &xong hôm nay, hoặc mở lại"), menu, self.toggle_done, "Space", "check", "follow",
                       enabled=writable),
            ActionSpec("follow.finish_on", self.tr("Xong &ngày khác…"), menu, self.done_on, "Shift+Space", "calendar", "follow",
                       enabled=writable),
            ActionSpec("follow.pause", self.tr("Tạm &dừng, hoặc tiếp tục"), menu, self.toggle_paused, "P", "pause", "follow",
                       enabled=writable),
            ActionSpec("follow.copy", self.tr("&Chép"), menu, self.copy, "Ctrl+C", "copy", "follow", enabled=some),
        ]

    def actions(self) -> list[ActionSpec]:  # type: ignore[override]
        menu = self.tr("Theo dõi")
        stages = [ActionSpec(f"follow.{stage.value}", self.tr("Việc: {}").format(self.bar.words(stage)), menu,
                             partial(self.show_stage, stage), "", "clock", group=self.tr("Xem danh sách")) for stage in Stage]
        return [*self._deed_actions(),
                ActionSpec("follow.write_out", self.tr("&Xuất danh sách…"), menu, self.write_out, "Ctrl+E", "export", "follow",
                           enabled=lambda: bool(self.model.lines), separator=True), *stages]

    def status(self) -> str:
        count, chosen = self.model.rowCount(), len(self.view.selectionModel().selectedIndexes())
        shown = self.tr("{} nhiệm vụ").format(grouped(count if self.model.whole else max(count, self._total)))
        return f"{shown} · " + self.tr("chọn {}").format(chosen) if chosen > 1 else shown

    def open_find(self) -> None:
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def focus_first(self) -> None:
        if self._stale:
            self.refresh()
        self.view.setFocus()


def _plan_words(number: str | None, title: str) -> str:
    return shorten(" – ".join(part for part in (number, title) if part), 70, placeholder="…")
