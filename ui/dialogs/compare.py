"""A newer version of a stored plan beside the one in use: row by row what differs, and which rows to take over."""
from __future__ import annotations

from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QPushButton, QSplitter, QTextBrowser, QWidget

from core.book import Book
from core.compare import Row, RowKind, compare, take_over
from core.delta import Delta
from ui.delegates.version_row import VersionDelegate
from ui.dialogs.base import Dialog, apart
from ui.models.tasks import deadline_text
from ui.models.versions import VersionModel, VersionRole, kind_words
from ui.theme import colours


class _Rows(QListView):
    """Space ticks the row at hand."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
            self.model().setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)


class CompareDialog(Dialog):
    """After exec: ``delta()`` brings the stored plan ``old`` up to date with the ticked rows of ``new``, as one step."""

    def __init__(self, old: Book, new: Book, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("So sánh hai bản của kế hoạch"))
        self.setAccessibleName(self.windowTitle())
        self.resize(1040, 620)
        self._old, self._new = old, new
        self.model = VersionModel(compare(old, new), self)
        self.heading(self._title(), self.tr("Dòng được chọn lấy theo bản mới. Ngày hoàn thành, tạm dừng và ghi chú đã có "
                                            "được giữ lại. Có thể hoàn tác."))
        self.view = _Rows()
        self.view.setModel(self.model)
        self.view.setItemDelegate(VersionDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Các dòng khác nhau"))
        self.detail = QTextBrowser()
        self.detail.setAccessibleName(self.tr("Khác nhau thế nào"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        apart(split)
        split.addWidget(self.view)
        split.addWidget(self.detail)
        split.setSizes([520, 480])
        self.column.addLayout(self._tools())
        self.column.addWidget(split, 1)
        self._yes = self.buttons("", self.tr("Để riêng hai kế hoạch"))
        self.model.ticked.connect(self._count)
        self.view.selectionModel().currentChanged.connect(self._show)
        self._count()
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus()
        else:
            self.detail.setPlainText(self.tr("Hai bản không khác nhau ở nhiệm vụ nào."))

    def _title(self) -> str:
        day = self._old.plan.imported[:10]
        when = f"{day[8:10]}/{day[5:7]}/{day[:4]}" if len(day) == 10 else day
        name = self._old.plan.number or self._old.plan.title
        name = name if len(name) <= 70 else name[:68].rstrip() + "…"
        done = sum(1 for t in self._old.tasks if t.done is not None)
        more = self.tr(", {n} đã hoàn thành").format(n=done) if done else ""
        return self.tr("Bản đang dùng: {name}, nhập ngày {day} ({tasks} nhiệm vụ{more})").format(
            name=name, day=when, tasks=len(self._old.tasks), more=more)

    def _tools(self) -> QHBoxLayout:
        counts = self.model.counts()
        shown = [f"{counts[kind]} {kind_words(kind).lower()}" for kind in
                 (RowKind.ADDED, RowKind.DROPPED, RowKind.CHANGED, RowKind.LEAD_MOVED, RowKind.SAME) if counts[kind]]
        label = QLabel(" · ".join(shown), wordWrap=True)
        label.setProperty("kind", "muted")
        row = QHBoxLayout()
        row.addWidget(label, 1)
        for text, on in ((self.tr("Chọn hết"), True), (self.tr("Bỏ chọn hết"), False)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, o=on: self.model.tick_all(o))
            row.addWidget(button)
        return row

    def _count(self) -> None:
        n = len(self.model.chosen)
        self._yes.setText(self.tr("Cập nhật, lấy {n} dòng").format(n=n) if n else self.tr("Chỉ thay văn bản gốc"))

    def _show(self, index: QModelIndex) -> None:
        row = index.data(VersionRole.ROW)
        if isinstance(row, Row):
            self.detail.setHtml(row_html(row))

    def delta(self) -> Delta:
        return take_over(self._old, self._new, self.model.chosen)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CompareDialog", text)


def row_html(row: Row) -> str:
    """A row told in full: the words that went struck through, the words that came underlined."""
    before = _parts(row, old=True) if row.old else {}
    after = _parts(row, old=False) if row.new else {}
    lines = [f"<h3>{escape(kind_words(row.kind))}</h3>"]
    for name in after or before:
        if not before.get(name) and not after.get(name):
            continue
        told = word_difference(before.get(name, ""), after.get(name, ""), names=name in (_tr("Cơ quan chủ trì"), _tr("Cơ quan phối hợp")))
        lines.append(f"<p><b>{escape(name)}</b><br>{told}</p>")
    return "".join(lines)


def _parts(row: Row, *, old: bool) -> dict[str, str]:
    task = row.old if old else row.new
    assert task is not None
    return {_tr("Nội dung"): " ".join(task.text.split()), _tr("Cơ quan chủ trì"): "; ".join(row.old_leads if old else row.new_leads),
            _tr("Cơ quan phối hợp"): "; ".join(row.old_coops if old else row.new_coops), _tr("Thời hạn"): deadline_text(task),
            _tr("Sản phẩm"): task.deliverable}


def word_difference(before: str, after: str, *, names: bool = False) -> str:
    """HTML of ``after`` with what is new underlined and what is gone from ``before`` struck through; colour and line say the same.
    ``names``: both are lists of agencies, of which each is kept, goes or comes as a whole."""
    c = colours()
    one, other = (before.split("; "), after.split("; ")) if names and before and after else (before.split(), after.split())
    between = "; " if names else " "
    parts = []
    for what, a, b, x, y in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what == "equal":
            parts.append(escape(between.join(other[x:y])))
            continue
        if b > a:
            parts.append(f'<span style="color:{c.danger}; background-color:{c.danger_soft}"><s>{escape(between.join(one[a:b]))}</s></span>')
        if y > x:
            parts.append(f'<span style="color:{c.ok}; background-color:{c.ok_soft}"><u>{escape(between.join(other[x:y]))}</u></span>')
    return " ".join(parts) or "–"
