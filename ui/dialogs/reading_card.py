"""One file and what its reading found: what it was, what was repaired on the way, and the way back from repaired letters."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from textwrap import shorten

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.model import Draft, PlanText, Repair
from core.plan_name import plan_name
from core.reading.letters import are_kept, letters_of
from ui.importing import Imported
from ui.jobs import ReadPlan
from ui.numbers import grouped
from ui.theme import icon
from ui.words import file_words

Switch = Callable[[str, bool, Callable[[ReadPlan | None], object]], None]  # plan id, keep, what to do then


class ReadingCard(QFrame):
    """``switch`` reads a plan's file again with its letters kept or changed; without it the card only tells."""

    def __init__(self, result: Imported, parent: QWidget, switch: Switch | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.result, self._switch = result, switch
        self._picture = QLabel(self, alignment=Qt.AlignmentFlag.AlignTop)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(5)
        self._labels: list[QLabel] = []
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)  # Enter stays with the way on; Space or the letter presses this one
        self.button.clicked.connect(self._read_again)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(self._lines)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        self._show()

    def letters(self) -> tuple[Repair, ...]:
        """What was done, or could have been done, to letters of old sets."""
        return letters_of(self.result.text.repairs) if self.result.text is not None else ()

    # ---- what it says

    def _show(self) -> None:
        for label in self._labels:
            self._lines.removeWidget(label)
            label.deleteLater()
        self._labels = []
        result = self.result
        mark, ink = ("done", "ok") if result.new else (("error", "danger") if result.problem else ("info", "muted"))
        self._picture.setPixmap(icon(mark, ink).pixmap(20, 20))
        for text, kind in self._words():
            label = QLabel(text, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            label.setProperty("kind", kind)
            self._lines.addWidget(label)
            self._labels.append(label)
        self.button.setVisible(self._switch is not None and bool(self.letters()) and result.plan is not None)
        kept = are_kept(self.letters())
        self.button.setText(self.tr("Đổi &lại sang Unicode") if kept else self.tr("&Giữ nguyên chữ gốc"))
        self.button.setToolTip(self.tr("Đọc lại tệp gốc; có thể hoàn tác bằng Ctrl+Z"))
        self.button.setEnabled(True)

    def _words(self) -> list[tuple[str, str]]:
        result = self.result
        if result.problem:
            return [(result.name, "subtitle"), (result.problem, "danger")]
        assert result.plan is not None
        name = plan_name(result.plan.title) or result.name
        head = " · ".join(part for part in (result.plan.number, shorten(name, 150, placeholder=" …")) if part)
        if result.text is None:
            return [(head, "subtitle"), (self.tr("Tệp “{}” đã được nhập trước đây, không đổi gì.").format(result.name), "muted")]
        letters = self.letters()
        found = [(self._found(result.draft), "")] if result.draft is not None else []
        return [(head, "subtitle"), *found, (self._file(result.name, result.text), "muted"), *self._letter_words(letters),
                *((repair.message, "muted") for repair in result.text.repairs if repair not in letters)]

    def _letter_words(self, letters: tuple[Repair, ...]) -> list[tuple[str, str]]:
        lines = []
        for repair in letters:
            lines.append((repair.message, "muted"))
            if repair.before:
                lines.append((self.tr("Ví dụ: “{before}” → “{after}”").format(before=repair.before, after=repair.after), "muted"))
        return lines

    def _found(self, draft: Draft) -> str:
        if not draft.tasks:
            return self.tr("Không tìm thấy nhiệm vụ nào. Khi rà soát, hãy bôi đen câu giao việc trong văn bản để thêm.")
        leads = sum(1 for task in draft.tasks if task.leads)
        doubts = len(draft.doubts) + sum(len(task.doubts) for task in draft.tasks)
        parts = [self.tr("{} nhiệm vụ").format(grouped(len(draft.tasks))), self.tr("{} có cơ quan chủ trì").format(leads),
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

    # ---- the way back

    def _read_again(self) -> None:
        if self._switch is None or self.result.plan is None:
            return
        self.button.setEnabled(False)
        self.button.setText(self.tr("Đang đọc lại…"))
        self._switch(self.result.plan.id, not are_kept(self.letters()), self._was_read)

    def _was_read(self, found: ReadPlan | None) -> None:
        if found is not None:
            draft = found.draft if self.result.draft is not None else None
            self.result = replace(self.result, plan=found.plan, text=found.source.text, draft=draft)
        self._show()
        self.button.setFocus()
