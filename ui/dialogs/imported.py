"""After an import: what each file was, what was repaired on the way, how much was read, and where to go from here."""
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from core.errors import UserError
from ui import messages
from ui.dialogs.base import Dialog
from ui.dialogs.reading_card import ReadingCard, Switch
from ui.importing import Imported
from ui.letters import LetterSwitch

if TYPE_CHECKING:
    from ui.window import MainWindow


class ImportDialog(Dialog):
    """One card per file. After exec: accepted means "go to the review of ``plan_id()``"."""

    def __init__(self, results: Sequence[Imported], parent: QWidget | None = None, switch: Switch | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Kết quả nhập"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(600)
        self._results = list(results)
        new, bad = [r for r in results if r.new], [r for r in results if r.problem]
        if new:
            lost = self.tr("Có {} tệp không nhập được, xem lý do bên dưới.").format(len(bad)) + " " if bad else ""
            way = self.tr("Việc tiếp theo: rà soát những chỗ cần xem rồi chấp nhận. Để sau cũng được, kế hoạch đã nằm trong danh sách.")
            self.heading(self.tr("Đã nhập {} kế hoạch").format(len(new)), lost + way)
        else:
            self.heading(self.tr("Không có kế hoạch nào được nhập") if bad else self.tr("Không có gì mới"))
        inner = QWidget(self)
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(10)
        self.cards = [ReadingCard(result, inner, switch) for result in results]
        for card in self.cards:
            cards.addWidget(card)
        cards.addStretch(1)
        area = QScrollArea(self, widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        area.setAccessibleName(self.tr("Từng tệp"))
        inner.ensurePolished()
        needed = max(120, inner.heightForWidth(560) if inner.hasHeightForWidth() else inner.sizeHint().height())
        area.setMinimumHeight(min(220, needed))
        self.column.addWidget(area, 1)
        if self.plan_id():
            self.buttons(self.tr("Rà soát ngay") if new else self.tr("Mở kế hoạch"), self.tr("Để sau")).setFocus()
        else:
            self.buttons(self.tr("Đã hiểu"))
        self.resize(640, min(needed, 440) + 170)  # less where the screen is small: Dialog.showEvent

    def plan_id(self) -> str:
        """The plan to go to: the first new one, else the first that was there before."""
        for wanted in ([r for r in self._results if r.new], [r for r in self._results if r.plan]):
            for result in wanted:
                if result.plan is not None:
                    return result.plan.id
        return ""


class ReadingDialog(Dialog):
    """How the file of the open plan was read, and the way back from repaired letters."""

    def __init__(self, result: Imported, parent: QWidget | None = None, switch: Switch | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Tệp gốc đã đọc thế nào"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(560)
        self.card = ReadingCard(result, self, switch)
        self.column.addWidget(self.card)
        self.column.addStretch(1)
        self.buttons(self.tr("Đóng"), kind="plain")


def show_results(window: MainWindow, results: Sequence[Imported]) -> None:
    """The summary; a single plan that was there before is opened without a word more (the person has just been asked)."""
    if not results:
        return
    if len(results) == 1 and results[0].plan is not None and not results[0].new:
        window.open_plan(results[0].plan.id)
        return
    dialog = ImportDialog(results, window, LetterSwitch(window.session, window).run)
    if dialog.exec() and dialog.plan_id():
        window.open_plan(dialog.plan_id())


def show_reading(window: MainWindow) -> None:
    """What was read from the open plan's file."""
    book = window.session.book
    if book is None:
        return
    try:
        source = window.session.workspace.original(book.plan)
    except UserError as problem:
        messages.error(window, problem)
        return
    if source is None:
        messages.info(window, QCoreApplication.translate("imported", "Tệp gốc của kế hoạch này không có trong cơ sở dữ liệu."))
        return
    result = Imported(book.plan.source_name or source.name, book.plan, source.text)
    ReadingDialog(result, window, LetterSwitch(window.session, window).run).exec()
