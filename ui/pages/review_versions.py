"""The line that says that this plan looks like a newer version of a stored one, and the way into the comparison."""
from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from core.compare import Known, earlier_version
from core.errors import UserError
from core.model import PlanStatus
from ui import messages
from ui.session import Session

_OWN = "review/own_plans"  # plans of which the person has said that they stand for themselves


class VersionBar(QFrame):
    """Looks after a plan was opened, when the page stands already. ``earlier`` is the stored plan it looks like."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.earlier: Known | None = None
        self.setObjectName("head")
        self._text = QLabel(wordWrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        look = QPushButton(self.tr("So sánh…"))
        look.clicked.connect(self.compare)
        leave = QPushButton(self.tr("Là kế hoạch khác"))
        leave.setProperty("kind", "quiet")
        leave.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._text, 1)
        row.addWidget(look)
        row.addWidget(leave)
        self.hide()
        session.plan_opened.connect(self._opened)
        if session.book is not None:
            self._opened(session.book)

    def _opened(self, book: object) -> None:
        self.earlier = None
        self.hide()
        if book is not None:
            QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Search the stored plans for an earlier version of the open one, while it is under review."""
        book = self.session.book
        if book is None or book.plan.status is not PlanStatus.REVIEW or book.plan.id in self.session.settings.words(_OWN):
            return
        try:
            others = [p for p in self.session.workspace.plans() if p.id != book.plan.id and p.imported <= book.plan.imported]
        except UserError:
            return  # nobody has asked: the database tells its trouble when it is really wanted
        self.earlier = earlier_version(book.plan, others) if others else None
        if self.earlier is not None:
            name = " ".join(part for part in (self.earlier.number, f"“{self.earlier.title}”" if self.earlier.title else "") if part)
            day = self.earlier.imported
            self._text.setText(self.tr("Có thể là bản mới của kế hoạch {name}, đã nhập ngày {day}.").format(
                name=name if len(name) < 120 else name[:118].rstrip() + "…”", day=f"{day[8:10]}/{day[5:7]}/{day[:4]}"))
            self.show()

    def leave(self) -> None:
        """They are two plans: do not ask again."""
        if self.session.book is not None:
            self.session.settings.set(_OWN, [*self.session.settings.words(_OWN), self.session.book.plan.id][-200:])
        self.earlier = None
        self.hide()

    def compare(self) -> None:
        """Show both side by side; what is taken over goes into the stored plan, which is opened then."""
        from ui.dialogs.compare import CompareDialog

        if self.earlier is None or self.session.book is None:
            return
        plan_id = self.earlier.id
        try:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                dialog = CompareDialog(self.session.workspace.book(plan_id), self.session.book, self)
            finally:
                QApplication.restoreOverrideCursor()
            if dialog.exec():
                self.session.do(dialog.delta())
                self.session.open_plan(plan_id)
        except UserError as problem:
            messages.error(self, problem)
