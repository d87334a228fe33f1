"""A made PDF to the printer, one page at a time so that the window goes on living; each page on paper of its own size and side."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from ui.pages.export_preview import draw_page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DPI = 300  # finer is slower and looks the same


class PrintJob(QObject):
    """``progress`` (pages done, pages in all), then ``finished`` (True: all pages went out)."""

    progress = Signal(int, int)
    finished = Signal(bool)

    def __init__(self, path: Path, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        import pypdfium2 as pdfium

        self._document: Any = pdfium.PdfDocument(path.read_bytes())
        self._printer = printer
        first = max(1, printer.fromPage()) if printer.fromPage() else 1
        last = min(len(self._document), printer.toPage()) if printer.toPage() else len(self._document)
        self._pages = list(range(first - 1, last))
        self._done = 0
        self._painter: QPainter | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        if not self._pages:
            self._end(False)
            return
        self._lay(self._pages[0])
        self._painter = QPainter()
        if self._painter.begin(self._printer):
            self._timer.start()
        else:
            self._painter = None
            self._end(False)

    def cancel(self) -> None:
        self._printer.abort()
        self._end(False)

    def _lay(self, page: int) -> None:
        width, height = self._document.get_page_size(page)
        size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point, "",
                         QPageSize.SizeMatchPolicy.FuzzyOrientationMatch)
        side = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
        self._printer.setFullPage(True)
        self._printer.setPageLayout(QPageLayout(size, side, QMarginsF(), QPageLayout.Unit.Point))

    def _next(self) -> None:
        page = self._pages[self._done]
        if self._done:
            self._lay(page)
            self._printer.newPage()
        assert self._painter is not None
        image = draw_page(self._document[page], DPI / 72)
        self._painter.drawImage(QRectF(self._painter.viewport()), image)
        self._done += 1
        self.progress.emit(self._done, len(self._pages))
        if self._done == len(self._pages):
            self._end(True)

    def _end(self, whole: bool) -> None:
        self._timer.stop()
        if self._painter is not None:
            self._painter.end()
            self._painter = None
        if self._document is not None:
            self._document.close()
            self._document = None
            self.finished.emit(whole)


def ask_printer(parent: Any, pages: int) -> QPrinter | None:
    """The system's dialog; None where the person went back."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setDocName(parent.tr("Phân công"))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, max(1, pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None
