"""The bar above the previewed pages: which page, whose sheet, how large."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

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
        self.jump.activated.connect(lambda n: view.show_page(int(self.jump.itemData(n))))
        self.busy = QLabel(self.tr("Đang vẽ lại…"), self)
        self.busy.setProperty("kind", "muted")
        self.busy.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._tool("chevron-up", self.tr("Trang trước"), lambda: view.show_page(view.page - 1)))
        row.addWidget(self._tool("chevron-down", self.tr("Trang sau"), lambda: view.show_page(view.page + 1)))
        row.addWidget(self.place)
        row.addWidget(self.jump, 1)
        row.addWidget(self.busy)
        row.addStretch(1)
        row.addWidget(self._tool("zoom-out", self.tr("Thu nhỏ"), lambda: view.step_zoom(-1)))
        row.addWidget(self._tool("zoom-in", self.tr("Phóng to"), lambda: view.step_zoom(1)))
        row.addWidget(self._tool("fullscreen", self.tr("Vừa bề ngang"), lambda: view.set_zoom(0.0)))

    def _tool(self, name: str, words: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _=False: run())
        return button
