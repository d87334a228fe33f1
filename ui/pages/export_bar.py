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
        self.place.setMinimumWidth(1)  # it goes to the second line before it would hold the bar apart
        self.jump = QComboBox(self)
        self.jump.setAccessibleName(self.tr("Đến phiếu của"))
        self.jump.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.jump.hide()
        self.jump.activated.connect(lambda n: view.show_page(int(self.jump.itemData(n))))
        self.busy = QLabel(self.tr("Đang dựng trang…"), self)
        self.busy.setProperty("kind", "muted")
        self.busy.setMinimumWidth(1)
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
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Where the bar is narrow the box with the long names of agencies has a line of its own, and the words go down to it too."""
        letter = self.fontMetrics().averageCharWidth()
        words = max(self.place.sizeHint().width(), self.busy.sizeHint().width())
        self._put(self.jump, 4, self.width() >= 90 * letter, 1)
        self._put(self.place, 2, self.width() >= words + 240, 0)
        self._put(self.busy, 3, self.width() >= words + 240, 0)

    def _put(self, widget: QWidget, place: int, above: bool, stretch: int) -> None:
        """Into the row of the buttons, or into the line below them."""
        wanted, other = (self._row, self._below) if above else (self._below, self._row)
        if wanted.indexOf(widget) < 0:
            other.removeWidget(widget)
            wanted.insertWidget(min(place, wanted.count()) if above else 0 if widget is self.place else wanted.count(), widget, stretch)

    def set_busy(self, on: bool) -> None:
        """Pages are being made: said in the place of the page's number."""
        self.busy.setVisible(on)
        self.place.setHidden(on)

    def set_place(self, words: str) -> None:
        self.place.setText(words)
        self.fit()

    def _tool(self, name: str, words: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _=False: run())
        return button
