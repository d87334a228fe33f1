"""The review page: the plan's text beside its tasks, and the queue of places that a person should look at before "Chấp nhận".

Every step is one Delta, written at once: closing or a crash loses nothing. Nothing counts as final until the plan is accepted.
"""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core import edits, proposals
from core.book import Book
from core.delta import Delta
from core.errors import UserError
from core.model import Finding, Plan, PlanStatus, PlanText
from ui import messages
from ui.actions import ActionSpec
from ui.models.findings import FindingModel
from ui.models.tasks import TaskModel
from ui.numbers import grouped
from ui.pages.review_actions import specs
from ui.pages.review_answers import ReviewAnswers
from ui.pages.review_edits import ReviewEdits
from ui.pages.review_lists import ReviewLists
from ui.pages.review_queue import QueueBar
from ui.pages.review_source import SourceView
from ui.pages.review_tools import SelectionBar, fill_task_bar
from ui.pages.review_versions import VersionBar
from ui.session import Session
from ui.touched import reopened, touched_tasks


class ReviewPage(QWidget):
    """Reads ``session.book``, calls ``session.do`` and follows ``session.changed``."""

    status_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("page")
        self.tasks = TaskModel(self)
        self.findings = FindingModel(self)
        self.source = SourceView()
        self.queue = QueueBar(lambda: session.book)
        self.lists = ReviewLists(self.tasks, self.findings)
        self.answers = ReviewAnswers(self)
        self.edits = ReviewEdits(session, self.source, self.tasks, self)
        self.versions = VersionBar(session, self)
        self._on_finding = False  # the strip asks about the finding at hand; else the chosen task asks nothing
        self._stale = ""  # "plan" or "steps": what happened while nobody looked
        self._lay_out()
        self._connect()
        self._open(session.book)

    # ---- shape

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.selection = SelectionBar(self.edits)
        column.addWidget(self.selection)
        column.addWidget(self.source, 1)
        fill_task_bar(self.lists.bar, self.edits)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.splitter.setObjectName("reviewSplitter")
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.lists)
        self.splitter.setStretchFactor(0, 11)
        self.splitter.setStretchFactor(1, 9)
        self.splitter.setSizes([560, 460])
        self.splitter.restoreState(self.session.settings.state("review/splitter"))
        self.splitter.splitterMoved.connect(lambda: self.session.settings.set("review/splitter", self.splitter.saveState()))
        work = QWidget()
        rows = QVBoxLayout(work)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.queue)
        rows.addWidget(self.versions)
        rows.addWidget(self.splitter, 1)
        self._empty = QLabel(self.tr("Chưa mở kế hoạch nào.\nMở một kế hoạch ở trang Kế hoạch để rà soát."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("kind", "muted")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(work)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self.setFocusProxy(self.lists.tasks)

    def focus_first(self) -> None:
        """The list has the keyboard when the page comes up: arrows, Enter and digits work at once."""
        self.lists.focus_list()

    def panes(self) -> list[tuple[QWidget, Callable[[], object]]]:
        """Where F6 leads, one after the other."""
        return [(self.lists, self.lists.focus_list), (self.queue, self.queue.focus_first), (self.source, self.source.setFocus)]

    def _connect(self) -> None:
        self.session.plan_opened.connect(self._open)
        self.session.changed.connect(self._changed)
        self.session.task_chosen.connect(self._show_task)
        self.lists.task_chosen.connect(self.session.choose_task)
        self.lists.finding_chosen.connect(self.go_to_finding)
        self.lists.stepped.connect(self.step)
        self.lists.several_chosen.connect(self._refresh)
        self.source.task_pointed.connect(self.session.choose_task)
        self.source.selection_made.connect(self._selection_made)
        self.source.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.source.customContextMenuRequested.connect(self._source_menu)
        self.queue.answered.connect(self.answers.answer)
        self.queue.named.connect(self.answers.name)
        self.queue.all_kept.connect(self.answers.keep_all)
        self.queue.several_kept.connect(self.answers.keep_several)
        self.queue.step_wanted.connect(self.step)
        self.queue.next_wanted.connect(lambda: self.step(1))
        self.queue.accept_wanted.connect(self.accept_plan)
        self.queue.reopen_wanted.connect(self.reopen)
        self.queue.matrix_wanted.connect(lambda: self.session.page_wanted.emit("matrix"))
        self.queue.left.connect(self.lists.focus_list)

    @property
    def book(self) -> Book | None:
        return self.session.book

    # ---- following the session

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale == "plan":
            self._open(self.book)
        elif self._stale:
            self._follow(Delta(""), all_of_it=True)

    def _open(self, book: Book | None) -> None:
        if not self.isVisible():  # built when it is looked at: another page may be the one that is wanted
            self._stale = "plan"
            return
        self._stale = ""
        self._pages.setCurrentIndex(1 if book else 0)
        self.tasks.set_book(book)
        self.findings.set_book(book)
        self.source.set_plan(book, self._source_text(book))
        self.lists.count()
        self._on_finding = False
        if book is not None:
            self._start(book)
        self._refresh()

    def _start(self, book: Book) -> None:
        """Begin where the work is: at the first open finding, else at the chosen or the first task."""
        finding = self.findings.current()
        if self.session.task_id is None and finding is not None:
            self.go_to_finding(0)
            return
        task = self.session.task_id or (book.tasks[0].id if book.tasks else None)
        if task is not None:
            self.session.choose_task(task)

    def _source_text(self, book: Book | None) -> PlanText | None:
        if book is None:
            return None
        try:
            return self.session.workspace.source_text(book.plan)
        except UserError as problem:  # the file's bytes are damaged: the plan's text is still in the book
            messages.notice(str(problem), kind="warn")
            return None

    def _changed(self, delta: Delta) -> None:
        if self.book is None:
            return
        if _other_text(delta, self.book.plan.id):
            QTimer.singleShot(0, self, self._open_again)
            return
        if not self.isVisible():
            self._stale = self._stale or "steps"
            return
        self._follow(delta)

    def _follow(self, delta: Delta, *, all_of_it: bool = False) -> None:
        """Show what a step changed; ``all_of_it`` after steps that were made while the page was out of sight."""
        assert self.book is not None
        self._stale = ""
        row = self.tasks.row_of(self.session.task_id or "")
        with self.lists.quiet():
            self.tasks.set_book(self.book) if all_of_it else self.tasks.apply(delta)
            self.findings.refresh()
        self.source.refresh(None if all_of_it else delta)
        self.lists.count()
        chosen = self.session.task_id
        stepped = touched_tasks(delta, self.book) if self.session.stepping else []
        again = self.findings.row_of(reopened(delta)) if self.session.stepping else -1
        if again >= 0:  # the answer was taken back: its question is asked again, not the one behind it
            self.go_to_finding(again)
        elif stepped and chosen not in stepped:
            self.session.choose_task(stepped[0])
        elif chosen is not None and not self.book.has_task(chosen):
            self._take_neighbour(row)
        elif chosen is not None:
            self.lists.show_task(chosen)
            if self.at_hand() is None:
                self._on_finding = self.findings.go_to_task(chosen)
        self._refresh()

    def _open_again(self) -> None:
        """Another version's text stands behind the plan now: its offsets are others."""
        if self.book is not None:
            self.session.open_plan(self.book.plan.id)

    def _take_neighbour(self, row: int) -> None:
        """The chosen task is gone: its place in the list is the next one's."""
        task_id = self.tasks.id_at(min(max(row, 0), self.tasks.rowCount() - 1))
        self.session.task_id = None
        if task_id is not None:
            self.session.choose_task(task_id)

    def _show_task(self, task_id: str) -> None:
        if self.book is None or not self.book.has_task(task_id) or self._stale == "plan":
            return
        self.lists.show_task(task_id)
        self._on_finding = self.findings.go_to_task(task_id)
        self.source.show_task(task_id)
        self._refresh()

    def _refresh(self) -> None:
        """The strip, and the mark of the finding in the text."""
        book, finding = self.book, self.at_hand()
        accepted = book is not None and book.plan.status is PlanStatus.ACCEPTED
        number = self.tasks.row_of(finding.task) + 1 if finding and finding.task else 0
        alike = len(proposals.alike(book, finding)) if book and finding else 1
        self.queue.show_state(left=self.findings.rowCount(), row=self.findings.row, finding=finding, task=number,
                              accepted=accepted, alike=alike, empty=not self.tasks.rowCount())
        if several := len(self.lists.chosen_findings()):
            self.queue.show_several(several)
            self.status_changed.emit()
            return
        self.source.show_finding(finding.span if finding else None)
        self.lists.show_finding(self.findings.row if finding else -1)
        self.status_changed.emit()

    def status(self) -> str:
        """One line for the bottom bar."""
        if self.book is None:
            return ""
        tasks, left = self.tasks.rowCount(), self.findings.rowCount()
        if left:
            return self.tr("{tasks} nhiệm vụ · còn {left} chỗ cần xem").format(tasks=grouped(tasks), left=grouped(left))
        return self.tr("{tasks} nhiệm vụ · đã xem hết").format(tasks=grouped(tasks))

    # ---- the queue

    def at_hand(self) -> Finding | None:
        """The finding that Enter and the digits answer; None where the chosen task asks nothing. Never that of another task than the
        one that is shown: the queue may have moved on by itself when its finding was settled elsewhere."""
        finding = self.findings.current() if self._on_finding and not self._stale else None
        return finding if finding is None or finding.task in (None, self.session.task_id) else None

    def go_to_finding(self, row: int) -> None:
        self.findings.go(row)
        finding = self.findings.current()
        if finding is None:
            return
        self._on_finding = True
        if finding.task is not None:
            self.session.choose_task(finding.task)
        self._on_finding = True
        self._refresh()

    def step(self, by: int) -> None:
        """To the next (+1) or the previous (-1) open finding from here."""
        if self.findings.rowCount():
            self.go_to_finding(self.findings.row + by if self._on_finding else self._row_from_here(by))

    def _row_from_here(self, by: int) -> int:
        assert self.book is not None
        task = self.session.task_id
        span = self.book.task(task).span if task and self.book.has_task(task) else None
        here = span.start if span else 0
        starts = [f.span.start if f.span else 0 for f in self.book.open_findings()]
        behind = next((n for n, start in enumerate(starts) if start >= here), len(starts))
        return behind if by > 0 else behind - 1

    def accept(self) -> None:
        """Enter: the agencies that were picked, the first proposal of the finding at hand; where there is none the next finding;
        then the plan itself."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and self.queue.isAncestorOf(focused):
            focused.click()
        elif self.lists.chosen_findings():
            self.answers.keep_several()
        elif self.at_hand() is not None and not self.queue.picked.empty() and not self.queue.resting:
            self.queue.picked.take()
        elif self.at_hand() is not None:
            self.queue.choose(1)
        elif self.findings.rowCount():
            self.step(1)
        elif self.book is not None and self.book.plan.status is PlanStatus.REVIEW:
            self.accept_plan()
        elif self.book is not None:
            self.session.page_wanted.emit("matrix")

    def go_on_from(self, row: int) -> None:
        """A finding was settled: the one that took its place in the queue is next."""
        if self.findings.rowCount():
            self.go_to_finding(min(row, self.findings.rowCount() - 1))
        else:
            self._on_finding = False
            self._refresh()

    # ---- the chosen task and the selected words

    def chosen(self) -> str | None:
        return self.edits.chosen()

    def _selection_made(self, there: bool) -> None:
        self.selection.set_usable(there)

    def _source_menu(self, at: QPoint) -> None:
        menu = self.edits.menu()
        menu.exec(self.source.viewport().mapToGlobal(at))
        menu.deleteLater()

    # ---- the plan as a whole

    def accept_plan(self) -> None:
        """The review is over. With open findings left a person has to say so twice."""
        book, left = self.book, self.findings.rowCount()
        if book is None:
            return
        if left and messages.ask(self, self.tr("Còn {n} chỗ chưa xem.").format(n=grouped(left)),
                                 self.tr("Bạn vẫn có thể rà soát lại sau khi chấp nhận."),
                                 yes=self.tr("Xem tiếp"), no=self.tr("Vẫn chấp nhận"), escape_yes=True):
            self.step(1)
        elif self._do(edits.accept_plan(book)):
            self.session.page_wanted.emit("matrix")

    def reopen(self) -> None:
        if self.book is not None:
            self._do(edits.reopen_plan(self.book))

    def _do(self, delta: Delta) -> bool:
        return self.edits.do(delta)

    # ---- keys and actions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0.value if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 else 0
        if digit and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and self.queue.choose(digit):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def actions(self) -> list[ActionSpec]:  # type: ignore[override]
        """The page's rows of the table of actions."""
        return specs(self)


def _other_text(delta: Delta, plan_id: str) -> bool:
    """Whether the step gave the plan another source text."""
    return any(isinstance(c.before, Plan) and isinstance(c.after, Plan) and c.after.id == plan_id and c.before.source != c.after.source
               for c in delta.changes)
