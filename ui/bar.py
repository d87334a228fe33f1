"""The bottom bar: what was done and the way back, what the page counts and filters, running work with its cancel button, what is saved."""
from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.numbers import PLAIN_TEXT, RIGHT_MIDDLE, cut, set_number
from ui.theme import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.messages import Notice

NOTICE_MS = 12_000


class ElidedLabel(QLabel):
    """A label that shortens its text instead of pushing the others out; the whole text stands in its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self.setMinimumWidth(1)

    def set_full(self, text: str) -> None:
        self._full = text
        self.setToolTip(text)
        self._cut()

    def full(self) -> str:
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        self.setText(cut(self.fontMetrics(), self._full, self.width() - 2) if self._full else "")


class WorkLine(QWidget):
    """What runs, how far it is, and the button that stops it."""

    def __init__(self, parent: QWidget) -> None:
        from PySide6.QtWidgets import QProgressBar, QToolButton

        super().__init__(parent)
        self._what = QLabel(self)
        self._share = QProgressBar(self, textVisible=False)
        self._share.setFixedWidth(140)
        self._share.setAccessibleName(QCoreApplication.translate("BottomBar", "Tiến độ"))
        self.stop = QToolButton(self)
        self.stop.setIcon(icon("close"))
        self.stop.setToolTip(QCoreApplication.translate("BottomBar", "Dừng"))
        self.stop.setAccessibleName(QCoreApplication.translate("BottomBar", "Dừng việc đang chạy"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (self._what, self._share, self.stop):
            line.addWidget(widget)

    def show_share(self, share: float, what: str, *, stops: bool = True) -> None:
        self.stop.setVisible(stops)
        self._what.setText(what)
        self._share.setRange(0, 0 if share < 0 else 1000)
        if share >= 0:
            self._share.setValue(round(share * 1000))
        self.show()


class BottomBar(QFrame):
    """One line. ``cancelled`` is the person's wish to stop the work that is shown."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAccessibleName(self.tr("Thanh trạng thái"))
        self._run: Callable[[], object] | None = None
        self._fade = QTimer(self, singleShot=True)
        self._fade.timeout.connect(self.clear_notice)
        self._build()
        self.clear_notice()
        self.end_work()

    def _build(self) -> None:
        self._mark = QLabel(self)
        self._notice = QLabel(self)
        set_number(self._notice, textFormat=PLAIN_TEXT)
        self._notice.setObjectName("notice")
        self._notice.setAccessibleName(self.tr("Thông báo"))
        self._action = QPushButton(self)
        self._action.setProperty("kind", "quiet")
        self._action.setAccessibleName(self.tr("Hoàn tác"))
        self._action.clicked.connect(self._clicked)
        self._status = ElidedLabel(self)
        set_number(self._status, alignment=RIGHT_MIDDLE)
        self._status.setAccessibleName(self.tr("Số đếm và bộ lọc"))
        self._saved = QLabel(self)
        self._saved.setAccessibleName(self.tr("Tình trạng lưu"))
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(8)
        for widget in (self._mark, self._notice, self._action):
            line.addWidget(widget)
        line.addWidget(self._status, 1)
        self._saved.setContentsMargins(14, 0, 0, 0)
        self._saved.hide()  # an empty one would hold its margin
        line.addWidget(self._saved)
        self.setFixedHeight(max(32, self.fontMetrics().height() + 16))

    @cached_property
    def _work(self) -> WorkLine:
        """Built when the first long work begins."""
        made = WorkLine(self)
        made.stop.clicked.connect(self.cancelled)
        self._line.insertWidget(3, made)
        return made

    # ---- notices

    def show_notice(self, notice: Notice) -> None:
        from PySide6.QtCore import Qt

        self._action.setCursor(Qt.CursorShape.PointingHandCursor)
        mark = {"warn": "warning", "danger": "error", "ok": "done", "": "done"}[notice.kind]
        self._mark.setPixmap(icon(mark, notice.kind or "ok").pixmap(16, 16))
        self._mark.show()
        self._notice.setText(notice.text)
        self._notice.show()
        self._run = notice.run
        self._action.setText(notice.action)
        self._action.setAccessibleName(f"{notice.text}: {notice.action}")
        self._action.setVisible(bool(notice.action))
        self._fade.start(NOTICE_MS)

    def clear_notice(self) -> None:
        self._fade.stop()
        self._run = None
        for widget in (self._mark, self._notice, self._action):
            widget.hide()

    def notice_text(self) -> str:
        return "" if self._notice.isHidden() else self._notice.text()

    def notice_action(self) -> QPushButton:
        return self._action

    def _clicked(self) -> None:
        run = self._run
        self.clear_notice()
        if run is not None:
            run()

    # ---- counts, work, saving

    def set_status(self, text: str) -> None:
        self._status.set_full(text)

    def status_text(self) -> str:
        return self._status.full()

    def set_saved(self, text: str) -> None:
        self._saved.setText(text)
        self._saved.setVisible(bool(text))

    def show_work(self, share: float, what: str) -> None:
        """``share`` 0..1, negative where it is not known."""
        self._work.show_share(share, what)

    def show_writing(self, what: str) -> None:
        """Work that cannot be stopped half way, "" when it is over."""
        if what:
            self._work.show_share(-1, what + "…", stops=False)
        else:
            self.end_work()

    def end_work(self) -> None:
        if self.working():
            self._work.hide()

    def working(self) -> bool:
        return "_work" in self.__dict__ and not self._work.isHidden()
