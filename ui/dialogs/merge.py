"""Which agency is the right one? Choose the other half of a merge by typing its name."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QWidget

from core.fold import sort_key
from core.model import Agency
from ui.delegates.roomy_row import RoomyRow
from ui.dialogs.base import Dialog
from ui.pages.agency_edit import propose


class MergeDialog(Dialog):
    """After exec: ``winner()`` is the id of the agency that takes over name and work of ``loser``."""

    def __init__(self, loser: Agency, agencies: Sequence[Agency], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Gộp cơ quan"))
        self.setAccessibleName(self.windowTitle())
        self.resize(560, 460)
        self._agencies = {a.name: a for a in agencies if a.id != loser.id}
        self.heading(self.tr("Gộp “{}” vào cơ quan nào?").format(loser.name),
                     self.tr("Việc của nó chuyển sang cơ quan được chọn; tên của nó thành một cách viết khác. Có thể hoàn tác."))
        self.field = QLineEdit(self, placeholderText=self.tr("Gõ tên hoặc viết tắt, không cần dấu"))
        self.field.setAccessibleName(self.tr("Tìm cơ quan"))
        self._names = QStringListModel(self)
        self.view = QListView(self)
        self.view.setModel(self._names)
        self.view.setItemDelegate(RoomyRow(self.view))
        self.view.setAccessibleName(self.tr("Các cơ quan"))
        self.view.doubleClicked.connect(lambda _: self.accept())
        none = QLabel(self.tr("Không có cơ quan nào như vậy."), self)
        none.setProperty("kind", "muted")
        self._none = none
        for widget in (self.field, none):
            self.column.addWidget(widget)
        self.column.addWidget(self.view, 1)
        self._yes = self.buttons(self.tr("Gộp"), self.tr("Huỷ"))
        self.field.textChanged.connect(self._search)
        self._search("")

    def _search(self, typed: str) -> None:
        names = propose(typed, self._agencies.values(), 100) if typed.strip() else sorted(self._agencies, key=sort_key)
        self._names.setStringList(names)
        self._none.setVisible(not names)
        self._yes.setEnabled(bool(names))
        if names:
            self.view.setCurrentIndex(self._names.index(0))

    def winner(self) -> str:
        index = self.view.currentIndex()
        return self._agencies[str(index.data())].id if index.isValid() else ""

