"""The pages of a made PDF, drawn by pypdfium2 as they will be printed: scrolled, zoomed, only those in sight are drawn."""
from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Generator
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.theme import colours

GAP = 14  # px around the pages
KEPT = 10  # drawn pages in memory
ZOOMS = (0.4, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
SCREEN = 96 / 72  # px in a point at zoom 1
SLICE = 0.012  # seconds of opening at a time: the sheets of 50,000 tasks have 12,500 pages


def draw_page(page: Any, scale: float) -> QImage:
    """A page of pypdfium2 as an image; ``scale`` is px in a point."""
    bitmap = page.render(scale=scale, rev_byteorder=True)
    kind = QImage.Format.Format_RGBX8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
    # copy: the bitmap's memory goes with it
    return QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, kind).copy()


class PdfView(QAbstractScrollArea):
    """Shows one PDF. ``zoom`` 0 fits the width; ``page`` counts from 0."""

    page_changed = Signal(int)
    zoom_changed = Signal()
    opened = Signal()  # other pages are there, or none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Any = None
        self._steps: Generator[str, None, None] | None = None
        self._opener = QTimer(self, interval=0)
        self._opener.timeout.connect(lambda: self._open_on(SLICE))
        self.former_page = 0  # where the former document stood
        self._sizes: list[tuple[float, float]] = []  # points
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._scale = 1.0  # px in a point
        self._tops: list[int] = []
        self._page = -1
        self.zoom = 0.0
        self.words = ""  # said where there is no page
        self.titles: list[tuple[str, int]] = []  # bookmarks of the first level: (name, page)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Các trang sẽ in"))
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    # ---- the document

    def open(self, path: Path | None, *, at_once: bool = False) -> None:
        """Show another file (None: nothing). A large one is there a little later, ``opened`` tells; until then the old one stays, and it
        is closed after that. ``at_once``: all of it before this returns."""
        self._opener.stop()
        if self._steps is not None:
            self._steps.close()
        self._steps = self._opening(path)
        self._open_on(None if at_once else SLICE)

    @property
    def opening(self) -> bool:
        return self._opener.isActive()

    def _open_on(self, seconds: float | None) -> None:
        until = perf_counter() + (seconds or 0.0)
        while self._steps is not None and (step := next(self._steps, "")):
            if step == "opened":
                self.opened.emit()
            if seconds is not None and (step == "opened" or perf_counter() > until):
                self._opener.start()
                return
        self._opener.stop()

    def _opening(self, path: Path | None) -> Generator[str, None, None]:
        """Says after each piece how far it is. The longest is the reading of the file by pdfium: 35 ms for 12,500 pages."""
        import pypdfium2 as pdfium

        data = b"" if path is None else path.read_bytes()
        yield "read"
        document: Any = None if path is None else pdfium.PdfDocument(data)
        left = document
        try:
            yield "parsed"
            sizes: list[tuple[float, float]] = []
            for n in range(0 if document is None else len(document)):
                sizes.append(document.get_page_size(n))
                if n % 64 == 63:
                    yield "measured"
            self.former_page = self.page
            left, self._document = self._document, document
            self._sizes = sizes
            self.titles = [] if document is None else [
                (mark.get_title(), mark.get_dest().get_index() or 0) for mark in document.get_toc() if mark.level == 0]
            self._images.clear()
            self._page = -1
            self._lay()
            yield "opened"
        finally:  # the former one, or a new one that was given up
            if left is not None:
                left.close()

    def count(self) -> int:
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page that takes most of the view."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return max(0, bisect_right(self._tops, middle) - 1)

    def show_page(self, page: int) -> None:
        if self._tops:
            self.verticalScrollBar().setValue(self._tops[max(0, min(page, len(self._tops) - 1))] - GAP // 2)

    # ---- zoom

    def set_zoom(self, zoom: float) -> None:
        """0 fits the width of the view."""
        here, at = self.page, self.verticalScrollBar().value()
        share = (at - self._tops[here]) / max(1.0, self._scale) if self._tops else 0.0
        self.zoom = zoom
        self._images.clear()
        self._lay()
        if self._tops:
            self.verticalScrollBar().setValue(int(self._tops[here] + share * self._scale))
        self.zoom_changed.emit()

    def step_zoom(self, steps: int) -> None:
        now = self._scale / SCREEN
        larger = [z for z in ZOOMS if z > now + 0.01]
        smaller = [z for z in ZOOMS if z < now - 0.01]
        if steps > 0 and larger:
            self.set_zoom(larger[0])
        elif steps < 0 and smaller:
            self.set_zoom(smaller[-1])

    def percent(self) -> int:
        return round(self._scale / SCREEN * 100)

    # ---- layout and painting

    def _lay(self) -> None:
        widest = max((w for w, _ in self._sizes), default=595.0)
        self._scale = self.zoom * SCREEN if self.zoom else max(0.2, (self.viewport().width() - 2 * GAP) / widest)
        self._tops = []
        y = GAP
        for _, height in self._sizes:
            self._tops.append(y)
            y += int(height * self._scale) + GAP
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, y - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(48)
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, int(widest * self._scale) + 2 * GAP - self.viewport().width()))
        across.setPageStep(self.viewport().width())
        self.viewport().update()
        self._scrolled()

    def _scrolled(self) -> None:
        self.viewport().update()
        if self.page != self._page:
            self._page = self.page
            self.page_changed.emit(self._page)

    def _rect(self, n: int) -> QRect:
        width, height = (int(side * self._scale) for side in self._sizes[n])
        left = max(GAP, (self.viewport().width() - width) // 2) - self.horizontalScrollBar().value()
        return QRect(left, self._tops[n] - self.verticalScrollBar().value(), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(colours().border))
        if not self._sizes:
            painter.setPen(QColor(colours().text))
            painter.drawText(self.viewport().rect().adjusted(GAP, 0, -GAP, 0), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                             self.words)
        above = self.verticalScrollBar().value() + event.rect().top()
        for n in range(max(0, bisect_right(self._tops, above) - 1), len(self._sizes)):
            rect = self._rect(n)
            if rect.top() > event.rect().bottom():
                break
            painter.fillRect(rect, Qt.GlobalColor.white)  # paper is white in the dark theme too
            painter.drawImage(rect.topLeft(), self._image(n))
        painter.end()

    def _image(self, n: int) -> QImage:
        found = self._images.get(n)
        if found is None:
            ratio = self.devicePixelRatioF()
            found = draw_page(self._document[n], self._scale * ratio)
            found.setDevicePixelRatio(ratio)  # drawn pixel for pixel: scaling would leave seams where only a part is painted
            self._images[n] = found
            while len(self._images) > KEPT:
                self._images.popitem(last=False)
        else:
            self._images.move_to_end(n)
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.zoom:
            self._images.clear()
        self._lay()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown:
                self.show_page(self.page + 1)
            case Qt.Key.Key_PageUp:
                self.show_page(self.page - 1)
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)
