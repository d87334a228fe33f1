"""The bar above the previewed pages: which page, whose sheet, how large."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.pages.export_preview import PdfView
from ui.theme import icon


class PreviewBar(QWidget):
    """Turns the pages of ``view``. ``place`` says where we are, ``jump`` lists the sheets, ``busy`` is seen while pages are made."""

    def __init__(self, view: PdfView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewBar")
        self.place = QLabel(self)
        self.place.setProperty("kind", "muted")
        self.jump = QComboBox(self)
        self.jump.setAccessibleName(self.tr("Đến phiếu của"))
        self.jump.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.jump.hide()
        self.jump.activated.connect(lambda n: view.show_page(int(self.jump.itemData(n))))
        self.busy = QLabel(self.tr("Đang dựng trang…"), self)
        self.busy.setProperty("kind", "muted")
        self.busy.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        row = self._row = QHBoxLayout()
        self._below = QHBoxLayout()
        column.addLayout(row)
        column.addLayout(self._below)
        row.addWidget(self._tool("chevron-up", self.tr("Trang trước"), lambda: view.show_page(view.page - 1)))
        row.addWidget(self._tool("chevron-down", self.tr("Trang sau"), lambda: view.show_page(view.page + 1)))
        row.addWidget(self.place)
        row.addWidget(self.busy)
        row.addWidget(self.jump, 1)
        row.addStretch(1)
        row.addWidget(self._tool("zoom-out", self.tr("Thu nhỏ"), lambda: view.step_zoom(-1)))
        row.addWidget(self._tool("zoom-in", self.tr("Phóng to"), lambda: view.step_zoom(1)))
        row.addWidget(self._tool("fullscreen", self.tr("Vừa bề ngang"), lambda: view.set_zoom(0.0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names of agencies are long: where the bar is narrow their box has a line of its own."""
        super().resizeEvent(event)
        wide = self.width() >= 90 * self.fontMetrics().averageCharWidth()
        if wide == (self._row.indexOf(self.jump) < 0):
            (self._below if wide else self._row).removeWidget(self.jump)
            self._row.insertWidget(4, self.jump, 1) if wide else self._below.addWidget(self.jump, 1)

    def set_busy(self, on: bool) -> None:
        """Pages are being made: said in the place of the page's number."""
        self.busy.setVisible(on)
        self.place.setHidden(on)

    def _tool(self, name: str, words: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _=False: run())
        return button
