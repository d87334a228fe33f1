"""The parts that the detail panel is made of: chips of agencies, rows of deadlines, fields that hand in what was typed when left."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextBlock
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QPlainTextEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.book import Book
from core.model import Deadline, Role
from ui.models.tasks import day_text
from ui.pages.agency_edit import AgencyEdit, leaves_undo
from ui.pages.flow import FlowLayout
from ui.popups import keeps_keys
from ui.theme import colour, colours, icon

_TYPING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


def keeps_key(event: QEvent) -> bool:
    """Whether a field should keep this key from the page's shortcuts (Enter would accept a proposal)."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or event.key() not in _TYPING:
        return False
    event.accept()
    return True


class GrowingText(QPlainTextEdit):
    """A text field as high as its text. ``done`` gives the text when the field is left or Ctrl+Enter is pressed, if it has changed."""

    done = Signal(str)

    def __init__(self, name: str, *, least: int = 1, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._least, self._most = least, most
        self._given = ""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())

    def give(self, text: str) -> None:
        """Show a text. What a person is typing here is not thrown away by news that leave this text as it was."""
        if text == self._given and self.hasFocus():
            return
        self._given = text
        if self.toPlainText() != text:
            self.setPlainText(text)
        self._fit()

    def commit(self) -> None:
        text = self.toPlainText().strip()
        if text != self._given.strip():
            self._given = text
            self.done.emit(text)

    def _fit(self) -> None:
        lines = sum(max(1, block.layout().lineCount()) for block in self._blocks())
        shown = max(self._least, min(self._most, lines))
        extra = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * round(self.document().documentMargin())
        more = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(more)
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + extra + 8)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().firstBlock()
        while block.isValid():
            self.blockBoundingRect(block)  # lays the block out now: its lines are not counted before
            yield block
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._given)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        return leaves_undo(event, typed=self.toPlainText() != self._given) or keeps_key(event) or super().event(event)


class Line(QLineEdit):
    """One line. ``done`` gives the text when the field is left or Enter is pressed, if it has changed; Escape takes it back."""

    done = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._given = ""
        self.editingFinished.connect(self.commit)

    def give(self, text: str) -> None:
        if text == self._given and self.hasFocus():
            return
        self._given = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def commit(self) -> None:
        text = " ".join(self.text().split())
        if text != self._given:
            self._given = text
            self.done.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._given)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        return leaves_undo(event, typed=self.text() != self._given) or keeps_key(event) or super().event(event)


# ---------------------------------------------------------------- agencies


@dataclass(frozen=True, slots=True)
class ChipText:
    """An agency in a role as the chip shows it; ``written`` is the plan's own wording where it differs."""

    agency: str
    name: str
    written: str
    known: bool


class Chip(QFrame):
    """One agency with a cross. Delete takes it out, Space offers the other role; both are in its menu."""

    removed = Signal()
    moved = Signal()

    def __init__(self, chip: ChipText, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip, self.role = chip, role
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        role_name = self.tr("chủ trì") if role is Role.LEAD else self.tr("phối hợp")
        self.setAccessibleName(f"{chip.name}, {role_name}")
        self.setAccessibleDescription(self.tr("Delete: bỏ; Space: đổi vai"))
        tip = [chip.name]
        if chip.written and chip.written != chip.name:
            tip.append(self.tr("Trong văn bản: “{}”").format(chip.written))
        if not chip.known:
            tip.append(self.tr("Tên này chưa có trong danh bạ"))
        self.setToolTip("\n".join(tip))
        label = QLabel(chip.name, wordWrap=True)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        label.setContentsMargins(0, 4, 0, 4)  # two lines do not touch the edge
        cross = QToolButton()
        cross.setIcon(icon("close", "muted"))
        cross.setIconSize(QSize(12, 12))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setToolTip(self.tr("Bỏ khỏi nhiệm vụ (Delete)"))
        cross.setAccessibleName(self.tr("Bỏ {}").format(chip.name))
        cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 2, 3, 2)
        row.setSpacing(3)
        row.addWidget(label)
        row.addWidget(cross)
        self._label = label

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.chip.name) + 48
        return QSize(wide, self.fontMetrics().height() + 12)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(40, width - 48), 1000)
        return self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.chip.name).height() + 12

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours()
        lead = self.role is Role.LEAD
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour(c.lead_soft if lead else c.surface))
        ink = c.lead_ink if lead else c.coop_ink
        pen = QPen(colour(c.accent if self.hasFocus() else ink), 2 if self.hasFocus() else 1)
        if not self.chip.known:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ink))
        painter.drawRoundedRect(3, 5, 3, self.height() - 10, 1.5, 1.5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.moved.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QEvent) -> None:
        menu = QMenu(self)
        keeps_keys(menu)
        other = self.tr("Chuyển sang phối hợp") if self.role is Role.LEAD else self.tr("Chuyển sang chủ trì")
        menu.addAction(other + "\tSpace", self.moved.emit)
        menu.addAction(self.tr("Bỏ khỏi nhiệm vụ") + "\tDelete", self.removed.emit)
        place = getattr(event, "globalPos", None)
        menu.exec(place() if place else self.mapToGlobal(QPoint(0, self.height())))
        menu.deleteLater()


class AgencyField(QWidget):
    """The agencies of one role as chips, with a field to add one."""

    added = Signal(str)  # name
    removed = Signal(str)  # agency id
    moved = Signal(str)  # agency id: to the other role

    def __init__(self, role: Role, book: Callable[[], Book | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self._shown: tuple[ChipText, ...] = ()
        self.chips: list[Chip] = []
        self._box = QWidget()
        self._flow = FlowLayout(self._box, gap=5)
        self.edit = AgencyEdit(book)
        what = self.tr("Thêm cơ quan chủ trì…") if role is Role.LEAD else self.tr("Thêm cơ quan phối hợp…")
        self.edit.setPlaceholderText(what)
        self.edit.setAccessibleName(what)
        self.edit.chosen.connect(self.added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._box)
        column.addWidget(self.edit)

    def give(self, chips: Sequence[ChipText]) -> None:
        chips = tuple(chips)
        if chips == self._shown:
            return
        at = next((n for n, c in enumerate(self.chips) if c.hasFocus()), -1)
        self._shown = chips
        while self._flow.takeAt(0) is not None:
            pass
        for old in self.chips:
            old.hide()
            old.deleteLater()
        self.chips = [self._made(chip) for chip in chips]
        self._box.setVisible(bool(chips))
        self._box.updateGeometry()
        if at >= 0:  # the keyboard stays where the removed chip stood
            (self.chips[min(at, len(self.chips) - 1)] if self.chips else self.edit).setFocus()

    def _made(self, text: ChipText) -> Chip:
        chip = Chip(text, self.role)
        # later: the chip is deleted by the news of its own removal
        chip.removed.connect(lambda: QTimer.singleShot(0, self, lambda: self.removed.emit(text.agency)))
        chip.moved.connect(lambda: QTimer.singleShot(0, self, lambda: self.moved.emit(text.agency)))
        self._flow.addWidget(chip)
        chip.show()
        return chip


# ---------------------------------------------------------------- deadlines


class DeadlineRow(QWidget):
    """The words of one deadline, and under them the day that they mean with the rule that says so."""

    changed = Signal(str)  # "" removes it

    def __init__(self, deadline: Deadline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Line(self.tr("Thời hạn"))
        self.line.give(deadline.text)
        self.line.done.connect(self.changed)
        cross = QToolButton()
        cross.setIcon(icon("close", "muted"))
        cross.setIconSize(QSize(14, 14))
        cross.setToolTip(self.tr("Bỏ thời hạn này"))
        cross.setAccessibleName(self.tr("Bỏ thời hạn “{}”").format(deadline.text))
        cross.clicked.connect(lambda: self.changed.emit(""))
        meaning = QLabel(meaning_of(deadline), wordWrap=True)
        meaning.setProperty("kind", "warn" if mistyped(deadline) else "muted")
        top = QHBoxLayout()
        top.setSpacing(3)
        top.addWidget(self.line, 1)
        top.addWidget(cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(meaning)
        self.meaning = meaning


def meaning_of(deadline: Deadline) -> str:
    """The day a deadline comes to and how it was reckoned; told plainly where the words give no day."""
    from PySide6.QtCore import QCoreApplication

    def say(text: str) -> str:
        return QCoreApplication.translate("DeadlineRow", text)

    day = deadline.date or deadline.due
    rounds = {"week": say("hằng tuần"), "month": say("hằng tháng"), "quarter": say("hằng quý"), "half": say("6 tháng một lần"),
              "year": say("hằng năm")}
    parts = [say("Hạn {}").format(day_text(day)) if day else "", rounds.get(deadline.recurs, "")]
    if deadline.rule and day:  # how the day was come to; a rhythm has been told in words already
        parts.append(say("cách tính: {}").format(deadline.rule))
    if mistyped(deadline):
        return say("Không có ngày này trên lịch: hãy xem lại chữ số đã gõ")
    return " · ".join(p for p in parts if p) or say("Chưa tính được ngày từ câu chữ này")


def mistyped(deadline: Deadline) -> bool:
    """Whether the words look like a day in digits that no calendar has ("31/12/20233", "30/02/2026")."""
    day = deadline.date or deadline.due or deadline.recurs
    return not day and re.search(r"\d\s*[/.-]\s*\d+\s*[/.-]\s*\d", deadline.text) is not None


class DeadlineField(QWidget):
    """The deadlines of a task, each editable, and a field to add one."""

    changed = Signal(int, str)  # place, new words ("" removes)
    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Deadline, ...] = ()
        self.rows: list[DeadlineRow] = []
        self.add = Line(self.tr("Thêm thời hạn"))
        self.add.setPlaceholderText(self.tr("Thêm thời hạn: 30/01/2025, quý III/2025…"))
        self.add.done.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._column.addWidget(self.add)

    def give(self, deadlines: tuple[Deadline, ...]) -> None:
        if deadlines == self._shown and self.rows:
            return
        self._shown = deadlines
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, deadline in enumerate(deadlines):
            row = DeadlineRow(deadline)
            row.changed.connect(lambda text, n=place: QTimer.singleShot(0, self, lambda: self.changed.emit(n, text)))
            self._column.insertWidget(place, row)
            row.show()
            self.rows.append(row)
        self.add.give("")

    def _add(self, text: str) -> None:
        if text:
            self.add.give("")
            self.add.clear()
            self.added.emit(text)
