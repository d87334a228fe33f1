"""The bar above the previewed pages: which page, whose sheet, how large; how far new pages are, and the way to stop their making."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.fields import ChoiceBox
from ui.pages.export_preview import PdfView
from ui.theme import icon

PATIENCE = 500  # ms before a making is shown with its bar and its button: most are over by then, and nothing has to flicker


class PreviewBar(QWidget):
    """Turns the pages of ``view``. ``place`` says where we are, ``jump`` lists the sheets, ``busy`` is seen while pages are made."""

    stop_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, view: PdfView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setObjectName("previewBar")
        self.place = QLabel(self)
        self.place.setProperty("kind", "muted")
        self.place.setMinimumWidth(1)  # it goes to the second line before it would hold the bar apart
        self.jump = ChoiceBox(self)
        self.jump.setAccessibleName(self.tr("Đến phiếu của"))
        self.jump.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.jump.hide()
        self.jump.activated.connect(lambda n: view.show_page(int(self.jump.itemData(n))))
        self.busy = self._busy()
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
        row.addWidget(self.again)
        row.addWidget(self.jump, 1)
        row.addStretch(1)
        row.addWidget(self._tool("zoom-out", self.tr("Thu nhỏ"), lambda: view.step_zoom(-1)))
        row.addWidget(self._tool("zoom-in", self.tr("Phóng to"), lambda: view.step_zoom(1)))
        row.addWidget(self._tool("fullscreen", self.tr("Vừa bề ngang"), lambda: view.set_zoom(0.0)))

    def _busy(self) -> QWidget:
        """The words, and after a while the bar and the button beside them."""
        made = QWidget(self)
        words = QLabel(self.tr("Đang dựng trang…"), made)
        words.setProperty("kind", "muted")
        self.work = QProgressBar(made, textVisible=False, maximum=1000)
        self.work.setFixedSize(110, 6)
        self.work.setAccessibleName(self.tr("Tiến độ dựng trang"))
        self.stop = QPushButton(self.tr("Dừng"), made)
        self.stop.setToolTip(self.tr("Dừng dựng trang xem trước"))
        self.stop.setAccessibleName(self.stop.toolTip())
        self.stop.clicked.connect(lambda _=False: self.stop_wanted.emit())
        self.again = QPushButton(self.tr("Dựng lại"), self)
        self.again.setToolTip(self.tr("Dựng lại các trang xem trước"))
        self.again.clicked.connect(lambda _=False: self.again_wanted.emit())
        for button in (self.stop, self.again):
            button.setProperty("kind", "quiet")
        self._long = QTimer(self, interval=PATIENCE, singleShot=True)
        self._long.timeout.connect(self._show_work)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words)
        row.addWidget(self.work)
        row.addWidget(self.stop)
        for part in (made, self.work, self.stop, self.again):
            part.hide()
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Where the bar is narrow the box with the long names of agencies has a line of its own, and the words go down to it too."""
        letter = self.fontMetrics().averageCharWidth()
        words = max(self.place.sizeHint().width(), self.busy.sizeHint().width())
        self._put(self.jump, 5, self.width() >= 90 * letter, 1)
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
        for widget in (self.work, self.stop, self.again):
            widget.hide()
        if on:
            self._long.start()
        else:
            self._long.stop()
        self.busy.setVisible(on)
        self.place.setHidden(on)

    def _show_work(self) -> None:
        self.stop.show()
        self.fit()

    def progress(self, share: float, what: str) -> None:
        """``share`` of the whole, 0 to 1. Before the first news, while the sheet is laid out, nobody knows how far it is."""
        self.work.setValue(round(share * 660))  # the last third of the time goes into putting the file together, without news
        self.work.setVisible(self.stop.isVisible())

    def offer_again(self) -> None:
        """The making was stopped: one button begins it anew."""
        self.again.show()

    def show_titles(self) -> None:
        """The sheets that ``view`` shows, to jump to; nothing where there is only one."""
        self.jump.clear()
        for name, page in self._view.titles:
            self.jump.addItem(name, page)
        self.jump.setVisible(len(self._view.titles) > 1)

    def show_title_of(self, page: int) -> None:
        here = max((n for n, (_, first) in enumerate(self._view.titles) if first <= page), default=-1)
        if here >= 0 and self.jump.currentIndex() != here:
            self.jump.setCurrentIndex(here)

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
