"""What the checklists leave out: work of groups of which no member is recorded, with the way to where members are recorded."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from core.book import Book
from core.group_names import in_words_of_plan
from core.sheets.checklist import Unreached, unreached_groups

SHOWN = 3  # groups that are named; more are counted


class GroupsNote(QWidget):
    """``group_wanted`` (id): the clerk wants to record its members. Hidden while every group reaches somebody."""

    group_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = ""
        self.words = QLabel(self, wordWrap=True)
        self.button = QPushButton(self.tr("Ghi thành viên của nhóm…"), self)
        self.button.clicked.connect(lambda _=False: self.group_wanted.emit(self._first))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.button)
        self.hide()

    def show_book(self, book: Book | None) -> None:
        found = unreached_groups(in_words_of_plan(book)) if book is not None else []
        self._first = found[0].group.id if found else ""
        closed, open_ = [u for u in found if not u.open], [u for u in found if u.open]
        lines = []
        if closed:
            words = self.tr("Việc giao cho {} chưa vào phiếu của từng cơ quan vì nhóm chưa ghi thành viên.")
            lines.append(words.format(self._names(closed)))
        if open_:
            lines.append(self.tr("Việc giao chung cho {} chỉ có trên phiếu của nhóm.").format(self._names(open_)))
        self.words.setText("\n".join(lines))
        self.words.setProperty("kind", "warn" if closed else "muted")
        self.button.setVisible(bool(closed))
        self.setVisible(bool(found))

    def _names(self, groups: list[Unreached]) -> str:
        named = [self.tr("“{}” ({} việc)").format(u.group.name, u.tasks) for u in groups[:SHOWN]]
        more = len(groups) - SHOWN
        return ", ".join(named) + (self.tr(" và {} nhóm khác").format(more) if more > 0 else "")
