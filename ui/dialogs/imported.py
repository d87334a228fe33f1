"""After an import: what each file was, what was repaired on the way, how much was read, and where to go from here."""
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.model import Draft, PlanText
from ui.dialogs.base import Dialog
from ui.importing import Imported
from ui.theme import icon
from ui.words import file_words

if TYPE_CHECKING:
    from ui.window import MainWindow


class ImportDialog(Dialog):
    """One card per file. After exec: accepted means "go to the review of ``plan_id()``"."""

    def __init__(self, results: Sequence[Imported], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Kết quả nhập"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(600)
        self._results = list(results)
        new, bad = [r for r in results if r.new], [r for r in results if r.problem]
        if new:
            self.heading(self.tr("Đã nhập {} kế hoạch").format(len(new)))
        else:
            self.heading(self.tr("Không có kế hoạch nào được nhập") if bad else self.tr("Không có gì mới"))
        inner = QWidget(self)
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(10)
        for result in results:
            cards.addWidget(self._card(result, inner))
        if len(results) > 3:
            area = QScrollArea(self, widgetResizable=True)
            area.setWidget(inner)
            area.setMinimumHeight(360)
            area.setAccessibleName(self.tr("Từng tệp"))
            self.column.addWidget(area, 1)
        else:
            self.column.addWidget(inner)
            self.column.addStretch(1)
        if self.plan_id():
            self.buttons(self.tr("Rà soát ngay") if new else self.tr("Mở kế hoạch"), self.tr("Để sau"))
        else:
            self.buttons(self.tr("Đã hiểu"))

    def plan_id(self) -> str:
        """The plan to go to: the first new one, else the first that was there before."""
        for wanted in ([r for r in self._results if r.new], [r for r in self._results if r.plan]):
            for result in wanted:
                if result.plan is not None:
                    return result.plan.id
        return ""

    def _card(self, result: Imported, parent: QWidget) -> QFrame:
        card = QFrame(parent)
        card.setObjectName("card")
        mark, ink = ("done", "ok") if result.new else (("error", "danger") if result.problem else ("info", "muted"))
        picture = QLabel(card, alignment=Qt.AlignmentFlag.AlignTop)
        picture.setPixmap(icon(mark, ink).pixmap(20, 20))
        lines = QVBoxLayout()
        lines.setSpacing(5)
        for text, kind in self._lines(result):
            label = QLabel(text, card, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            label.setProperty("kind", kind)
            lines.addWidget(label)
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        return card

    def _lines(self, result: Imported) -> list[tuple[str, str]]:
        if result.problem:
            return [(result.name, "subtitle"), (result.problem, "danger")]
        assert result.plan is not None
        head = " · ".join(part for part in (result.plan.number, result.plan.title or result.name) if part)
        if result.draft is None or result.text is None:
            return [(head, "subtitle"), (self.tr("Tệp “{}” đã được nhập trước đây, không đổi gì.").format(result.name), "muted")]
        return [(head, "subtitle"), (self._found(result.draft), ""), (self._file(result.name, result.text), "muted"),
                *((repair.message, "muted") for repair in result.text.repairs)]

    def _found(self, draft: Draft) -> str:
        leads = sum(1 for task in draft.tasks if task.leads)
        doubts = len(draft.doubts) + sum(len(task.doubts) for task in draft.tasks)
        parts = [self.tr("{} nhiệm vụ").format(len(draft.tasks)), self.tr("{} có cơ quan chủ trì").format(leads),
                 self.tr("{} có thời hạn").format(sum(1 for t in draft.tasks if t.deadlines)),
                 self.tr("{} chỗ cần xem").format(doubts) if doubts else self.tr("không có chỗ nào phải xem lại")]
        return ", ".join(parts) + "."

    def _file(self, name: str, text: PlanText) -> str:
        parts = [name, file_words(text.kind)]
        if text.pages:
            parts.append(self.tr("{} trang").format(text.pages))
        if text.notes:
            parts.append(self.tr("{} chú thích để riêng").format(len(text.notes)))
        return " · ".join(parts)


def show_results(window: MainWindow, results: Sequence[Imported]) -> None:
    """The summary; a single plan that was there before is opened without a word more (the person has just been asked)."""
    if not results:
        return
    if len(results) == 1 and results[0].plan is not None and not results[0].new:
        window.open_plan(results[0].plan.id)
        return
    dialog = ImportDialog(results, window)
    if dialog.exec() and dialog.plan_id():
        window.open_plan(dialog.plan_id())
