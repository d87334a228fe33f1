"""The agencies that were named for the question at hand, below its answers: each can be taken off, Enter writes them all."""
from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from core.fold import words
from core.model import Role
from ui.pages.flow import FitButton, FlowLayout
from ui.theme import icon


class Chip(FitButton):
    """A named agency; a click, Delete or Backspace takes it off."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)


class PickedAgencies(QWidget):
    """``taken`` tells leads and coops when they are to be written, ``changed`` when one came or went."""

    taken = Signal(list, list)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[tuple[str, Role]] = []
        self.roles = True  # whether the question is about roles; else all of them are what a name means
        self._flow = FlowLayout(self)
        self.write = QPushButton(self)
        self.write.setProperty("kind", "primary")
        self.write.setAccessibleName(self.tr("Ghi các cơ quan đã chọn"))
        self.write.clicked.connect(self.take)
        self.hide()

    def leads(self) -> list[str]:
        return [name for name, role in self._names if role is Role.LEAD]

    def coops(self) -> list[str]:
        return [name for name, role in self._names if role is Role.COOP]

    def empty(self) -> bool:
        return not self._names

    def add(self, name: str, role: Role) -> None:
        """Named once more, an agency has the role that was said last."""
        self._names = [(n, r) for n, r in self._names if words(n) != words(name)] + [(name, role)]
        self._show()

    def remove(self, name: str) -> None:
        at = next((n for n, (known, _) in enumerate(self._names) if known == name), -1)
        focused = any(chip.hasFocus() for chip in self.chips())
        if at >= 0:
            del self._names[at]
            self._show()
        chips = self.chips()
        if focused and chips:
            chips[min(at, len(chips) - 1)].setFocus()

    def remove_last(self, role: Role) -> None:
        """Backspace in the empty field takes off what it named last."""
        mine = [name for name, r in self._names if r is role]
        if mine:
            self.remove(mine[-1])

    def clear(self) -> None:
        if self._names:
            self._names = []
            self._show()

    def take(self) -> None:
        if self._names:
            self.taken.emit(self.leads(), self.coops())

    def chips(self) -> list[Chip]:
        items = (self._flow.itemAt(n) for n in range(self._flow.count()))
        return [widget for item in items if item is not None and isinstance(widget := item.widget(), Chip)]

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.write:
                widget.hide()
                widget.deleteLater()
        for name, role in self._names:
            self._flow.addWidget(self._chip(name, role))
        self.write.setText(self.tr("Ghi {} cơ quan").format(len(self._names)) + "  ↵")
        self._flow.addWidget(self.write)
        self.setVisible(bool(self._names))
        for n in range(self._flow.count()):
            item = self._flow.itemAt(n)
            shown = item.widget() if item is not None else None
            if shown is not None:
                shown.show()  # now, not in a later turn of the event loop
        self.updateGeometry()
        self.changed.emit()

    def _chip(self, name: str, role: Role) -> Chip:
        said = (self.tr("{} chủ trì") if role is Role.LEAD else self.tr("{} phối hợp")).format(name) if self.roles else name
        chip = Chip(said, self)
        chip.setIcon(icon("close"))
        chip.setIconSize(QSize(14, 14))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the name
        chip.setToolTip(self.tr("Bỏ {} (Delete)").format(name))
        chip.setAccessibleName(self.tr("Đã chọn {}; bấm để bỏ").format(said))
        chip.clicked.connect(lambda _=False, n=name: self.remove(n))
        return chip
