"""What the dialogs over the store share: a list beside what is known of the chosen line, and work that runs in the background."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QPushButton, QSplitter, QTableView, QTextBrowser, QWidget

from core.errors import Cancelled, UserError
from core.handover import ROLE_LABELS, Difference, Field
from ui import messages
from ui.background import Job, runner
from ui.delegates.roomy_row import RoomyRow
from ui.dialogs.base import Dialog, apart
from ui.dialogs.compare import word_difference
from ui.models.lines import Line, LinesModel


def _tr(text: str) -> str:
    return QCoreApplication.translate("listing", text)


class LinesView(QTableView):
    """Whole lines are chosen; space ticks the line at hand."""

    def __init__(self, model: LinesModel, widths: Iterable[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(RoomyRow(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 16)
        head = self.horizontalHeader()
        head.setDefaultSectionSize(150)  # the last one has this where there is no more room
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def fit_heads(self) -> None:
        """No column is narrower than its title."""
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        for column in range(head.count()):
            head.resizeSection(column, max(head.sectionSize(column), head.sectionSizeHint(column)))
        head.setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the room is narrow the widest column gives way before anything has to be scrolled."""
        super().resizeEvent(event)
        head = self.horizontalHeader()
        over = sum(head.sectionSize(n) for n in range(head.count())) - self.viewport().width()
        if over > 0 and head.count() > 1:
            widest = max(range(head.count() - 1), key=head.sectionSize)
            head.resizeSection(widest, max(120, head.sectionSizeHint(widest), head.sectionSize(widest) - over))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex().siblingAtColumn(0)
        state = index.data(Qt.ItemDataRole.CheckStateRole) if index.isValid() else None
        if event.key() == Qt.Key.Key_Space and state is not None:
            on = Qt.CheckState(state) is Qt.CheckState.Checked
            self.model().setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)


class ListingDialog(Dialog):
    """``model`` and ``view`` on the left, ``detail`` on the right; subclasses say what a line means."""

    def __init__(self, title: str, parent: QWidget | None, titles: list[str], widths: list[int], *, ticks: bool = False) -> None:
        super().__init__(title, parent)
        self.resize(1060, 600)
        self.model = LinesModel(titles, (), self, ticks=ticks)
        self.view = LinesView(self.model, widths)
        self.detail = QTextBrowser()
        self.detail.setAccessibleName(_tr("Chi tiết"))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        apart(self.split)
        self.split.addWidget(self.view)
        self.split.addWidget(self.detail)
        self.split.setSizes([600, 440])
        self.status = QLabel("", wordWrap=True)
        self.status.setProperty("kind", "muted")
        self._job: Job | None = None
        self._held: list[QPushButton] = []
        self.view.selectionModel().currentRowChanged.connect(self._chosen)

    def fill(self, lines: Iterable[Line], *, on: Iterable[int] = ()) -> None:
        self.model.reset(lines, on=on)
        self.view.setAccessibleName(self.windowTitle())
        self.view.fit_heads()
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.selectRow(0)
        else:
            self.detail.clear()

    def current(self) -> Any:
        line = self.model.line(self.view.currentIndex().row())
        return None if line is None else line.value

    def _chosen(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is not None:
            self.show_line(line)

    def show_line(self, line: Line) -> None:
        """Subclasses fill ``detail``."""

    def hold(self, *buttons: QPushButton) -> None:
        """Buttons that wait while something runs."""
        self._held += buttons

    def run(self, words: str, function: Callable[..., Any], *arguments: Any, done: Callable[[Any], object]) -> None:
        """Do long work in the worker process; meanwhile the dialog says so and can be closed."""
        self._busy(words)

        def finished(answer: Any) -> None:
            self._busy("")
            done(answer)

        def failed(problem: BaseException) -> None:
            self._busy("")
            if isinstance(problem, Cancelled):
                return
            if not isinstance(problem, UserError):
                raise problem
            messages.error(self, problem)

        self._job = runner().run(function, *arguments, on_done=finished, on_error=failed)

    def _busy(self, words: str) -> None:
        self.status.setText(words)
        for button in self._held:
            button.setEnabled(not words)
        self._job = None if not words else self._job

    @property
    def running(self) -> bool:
        return self._job is not None and not self._job.over

    def done(self, result: int) -> None:
        if self._job is not None and not self._job.over:
            self._job.cancel()
        super().done(result)


def fields_html(fields: Iterable[Field], *, before: str = "", after: str = "") -> str:
    """Each field with what is gone struck through and what came underlined."""
    parts = [f"<p><b>{escape(f.label)}</b><br>{word_difference(f.ours, f.theirs, names=f.label in ROLE_LABELS)}</p>" for f in fields]
    head = f"<p><i>{escape(before)} → {escape(after)}</i></p>" if before and after and parts else ""
    return head + "".join(parts)


def differences_html(found: Iterable[Difference], limit: int = 60) -> str:
    """Tasks, agencies and plan facts that differ; "here" is before, "there" after."""
    parts = []
    rows = list(found)
    for row in rows[:limit]:
        what = _tr("Thêm") if not row.here else _tr("Bớt") if not row.there else _tr("Sửa")
        title = shortened(row.title) or _tr("(mục đã xoá)")
        parts.append(f"<h4>{escape(what)}: {escape(title)}</h4>{fields_html(row.fields)}")
    if len(rows) > limit:
        parts.append(f"<p><i>{escape(_tr('… và {} mục khác').format(len(rows) - limit))}</i></p>")
    return "".join(parts) or f"<p><i>{escape(_tr('Không có gì khác nhau.'))}</i></p>"


def shortened(text: str, length: int = 110) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[:length].rstrip() + "…"


def when(iso: str) -> str:
    """"2026-11-22T08:05:00" → "22/11/2026 08:05"."""
    return f"{iso[8:10]}/{iso[5:7]}/{iso[:4]} {iso[11:16]}" if len(iso) >= 16 else iso
